import type { AccountInfo, AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser'
import { Problem } from '../domain/problem.ts'
import type { TokenOptions } from './claims.ts'
import { nestableClient, standardClient } from './msal.ts'
import { accountKind, clientKind, type SignInFacts } from './signInFacts.ts'
import { bridgeDisabled, errorCodeOf, signInProblem } from './signInProblem.ts'

/** What daily use asks for: the sites that IT granted to the app, and who the person is. */
export const dailyScopes: readonly string[] = [
  'https://graph.microsoft.com/Sites.Selected',
  'https://graph.microsoft.com/User.Read',
]

export type SignInOptions = {
  readonly tenantId: string
  readonly clientId: string
  /** Where the page stands; the host is to be initialised before the first token is asked for. */
  readonly surface: 'teams' | 'office' | 'browser'
  /** The host's word for who is there: needed for Word and Excel on the web. */
  readonly loginHint?: string | undefined
  readonly redirectUri?: string
  readonly relayUri?: string
  readonly framed?: boolean
  /** Milliseconds after which a host that says nothing is given up: it would never be heard of again. */
  readonly patience?: number
}

export type SignedInAs = { readonly tenantId: string; readonly objectId: string; readonly name: string }

export type SignIn = {
  /** A token for Graph without asking the person; Problem `signedOut` where only they can go on. */
  token(options?: TokenOptions): Promise<string>
  /** From a click: opens Microsoft's sign-in for what was last refused. */
  fromClick(): Promise<void>
  /** Who is signed in, once a token was given. */
  account(): SignedInAs | null
  /** The same moment seen from outside: null before the first token. */
  facts(): SignInFacts | null
}

const clickPatience = 5 * 60_000

/**
 * Sign-in with nested app authentication where the host has it, else with MSAL's standard client. One promise for
 * each set of scopes and claims, so that ten requests at the start ask the host once.
 */
export const signIn = (options: SignInOptions): SignIn => {
  const { surface, loginHint, patience = 20_000 } = options
  const running = new Map<string, Promise<string>>()
  let client: Promise<IPublicClientApplication> | null = null
  let account: AccountInfo | null = null
  let by: SignInFacts['by'] = 'window'
  const granted = new Set<string>()
  let wanted: TokenOptions = {}

  let givenUp = false
  const useStandard = () => {
    givenUp = true
    client = standardClient(options)
    return client
  }
  const clientNow = (): Promise<IPublicClientApplication> => {
    client ??= within(nestableClient(options), patience / 2, 'the host').catch((thrown: unknown) => {
      if (isSilence(thrown)) return useStandard()
      client = null
      throw thrown
    })
    return client
  }

  const keep = (pca: IPublicClientApplication, result: AuthenticationResult): string => {
    account = result.account
    by = clientKind(pca)
    for (const scope of result.scopes) granted.add(scope)
    pca.setActiveAccount(result.account)
    return result.accessToken
  }

  const silently = async (pca: IPublicClientApplication, asked: TokenOptions): Promise<string> => {
    const request = {
      scopes: [...(asked.scopes ?? dailyScopes)],
      ...(asked.claims === undefined ? {} : { claims: asked.claims }),
    }
    const known = pca.getActiveAccount() ?? pca.getAllAccounts()[0]
    if (known) {
      const forceRefresh = asked.fresh === true
      return keep(pca, await pca.acquireTokenSilent({ ...request, account: known, forceRefresh }))
    }
    if ((givenUp || !hasBridge()) && (surface === 'browser' || !loginHint)) {
      throw new Problem({ code: 'signedOut' }, 'Nobody has signed in on this page yet')
    }
    return keep(pca, await pca.ssoSilent({ ...request, ...(loginHint ? { loginHint } : {}) }))
  }

  /** The same again with the standard client where the bridge is switched off, or is there but never answers. */
  const withFallback = async (
    work: (pca: IPublicClientApplication) => Promise<string>,
    milliseconds: number,
  ): Promise<string> => {
    try {
      return await within(work(await clientNow()), milliseconds, 'the host')
    } catch (thrown) {
      if (isSilence(thrown)) useStandard()
      if (errorCodeOf(thrown) !== bridgeDisabled) throw thrown
      return within(work(await useStandard()), milliseconds, 'Microsoft')
    }
  }

  const token = (asked: TokenOptions = {}): Promise<string> => {
    const key = JSON.stringify([asked.scopes ?? dailyScopes, asked.claims, asked.fresh])
    const before = running.get(key)
    if (before) return before
    const now = withFallback((pca) => silently(pca, asked), patience)
      .catch((thrown: unknown) => {
        const problem = signInProblem(thrown)
        if (problem.code === 'signedOut') wanted = asked
        throw problem
      })
      .finally(() => running.delete(key))
    running.set(key, now)
    return now
  }

  const fromClick = async (): Promise<void> => {
    const { scopes = dailyScopes, claims } = wanted
    const request = {
      scopes: [...scopes],
      ...(claims === undefined ? {} : { claims }),
      ...(loginHint ? { loginHint } : {}),
    }
    try {
      await withFallback(async (pca) => keep(pca, await pca.acquireTokenPopup(request)), clickPatience)
    } catch (thrown) {
      throw signInProblem(thrown)
    }
    wanted = {}
  }

  return {
    token,
    fromClick,
    account: () =>
      account && {
        tenantId: account.tenantId,
        objectId: account.localAccountId,
        name: account.name ?? account.username,
      },
    facts: () =>
      account && {
        by,
        bridge: hasBridge(),
        scopes: [...granted].toSorted(),
        account: accountKind(account),
      },
  }
}

// MSAL falls back to its standard client without saying so; the bridge in the window is the only sign.
const hasBridge = () => 'nestedAppAuthBridge' in window && window.nestedAppAuthBridge !== undefined

const silence = Symbol('silence')
const isSilence = (thrown: unknown) => thrown instanceof Problem && thrown.cause === silence

/** A host may never answer; without an end the page would wait for ever. */
const within = async <T>(work: Promise<T>, milliseconds: number, who: string): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const ended = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Problem({ code: 'signedOut' }, `No answer from ${who} while signing in`, silence)),
      milliseconds,
    )
  })
  try {
    return await Promise.race([work, ended])
  } finally {
    clearTimeout(timer)
  }
}
