import { localTenantId } from '../localConfig.ts'
import { idToken } from './idToken.ts'

/** Who is signed in to the host: a persona of the local Graph, which knows them by their token. */
export type SignedIn = {
  readonly id: string
  readonly token: string
  /** As Entra ID knows them; this id is a GUID. */
  readonly user: { readonly id: string; readonly displayName: string; readonly userPrincipalName: string }
}

/** What the broker can be told to answer instead of a token. */
export const brokerFaults = ['none', 'interaction', 'cancel', 'noNetwork', 'disabled', 'silence'] as const
export type BrokerFault = (typeof brokerFaults)[number]

type TokenParams = { readonly clientId: string; readonly scope: string; readonly claims?: string }
type Asked = { readonly messageType?: string; readonly method?: string; readonly requestId?: string } & {
  readonly tokenParams?: TokenParams
}

export type NaaBroker = {
  readonly fault: BrokerFault
  /** Switches a fault on or, with 'none', off. */
  setFault(fault: BrokerFault): void
  /** The methods asked so far, oldest first: what a test looks at. */
  readonly asked: readonly string[]
  /** Answers one NestedAppAuthRequest (JSON text); never resolves under the fault 'silence'. */
  answer(json: string): Promise<string>
}

const refusals: { [F in Exclude<BrokerFault, 'none' | 'silence'>]: { status: string; code: string } } = {
  interaction: { status: 'USER_INTERACTION_REQUIRED', code: 'invalid_grant' },
  cancel: { status: 'USER_CANCEL', code: 'user_cancelled' },
  noNetwork: { status: 'NO_NETWORK', code: 'no_network' },
  disabled: { status: 'DISABLED', code: 'disabled' },
}

/** What a person agrees to when it is first asked for. The rest IT agreed to for everybody when the app was brought in. */
const ownConsent: readonly string[] = ['Calendars.ReadWrite']
const ownIn = (scope: string): string[] =>
  scope
    .split(' ')
    .map((each) => each.split('/').at(-1)!)
    .filter((each) => ownConsent.includes(each))

const aliveFor = 3600

/** Whether claims hold more than MSAL always puts in: then a claims challenge is being answered. */
const answersChallenge = (claims: string | undefined): boolean => {
  const wanted = (JSON.parse(claims || '{}') as { access_token?: object }).access_token ?? {}
  return Object.keys(wanted).some((name) => name !== 'xms_cc')
}

const accountOf = ({ user }: SignedIn) => ({
  homeAccountId: `${user.id}.${localTenantId}`,
  // MSAL finds its cached tokens again only under a name that it knows.
  environment: 'login.microsoftonline.com',
  tenantId: localTenantId,
  username: user.userPrincipalName,
  localAccountId: user.id,
  name: user.displayName,
})

const answerFor = (token: string, { user }: SignedIn, asked: TokenParams) => {
  const now = Math.floor(Date.now() / 1000)
  return {
    access_token: token,
    id_token: idToken({
      aud: asked.clientId,
      iss: `https://login.microsoftonline.com/${localTenantId}/v2.0`,
      iat: now,
      nbf: now,
      exp: now + aliveFor,
      tid: localTenantId,
      oid: user.id,
      sub: user.id,
      name: user.displayName,
      preferred_username: user.userPrincipalName,
      ver: '2.0',
    }),
    expires_in: aliveFor,
    scope: asked.scope,
    properties: null,
  }
}

const unasked = async (
  { token }: SignedIn,
  challenged: boolean,
  scopes: readonly string[],
): Promise<string> =>
  [token, ...(challenged ? ['cp1'] : []), ...scopes.map((scope) => `scp=${scope}`)].join(';')

/** The token that the server on this machine gives a persona now: one called back is followed by another. */
export const tokenFromServer = async (
  { id }: SignedIn,
  challenged: boolean,
  scopes: readonly string[],
): Promise<string> => {
  const query = new URLSearchParams([
    ['as', id],
    ...(challenged ? [['claims', '1']] : []),
    ...scopes.map((scope) => ['scope', scope]),
  ])
  const answer = await fetch(`/token?${query}`)
  return ((await answer.json()) as { token: string }).token
}

/**
 * The host's half of nested app authentication, whatever carries its messages: JSON text in, JSON text out.
 * `tokenFor` makes the access token (the persona's own unless said); `onConsent` stands for what a person does in the window that an interactive request opens; false cancels.
 */
export const naaBroker = (host: {
  persona(): SignedIn
  tokenFor?(person: SignedIn, challenged: boolean, scopes: readonly string[]): Promise<string>
  onConsent?(scope: string): Promise<boolean>
}): NaaBroker => {
  const asked: string[] = []
  let fault: BrokerFault = 'none'
  const agreed = new Set<string>()
  return {
    get fault() {
      return fault
    },
    setFault: (wanted) => {
      fault = wanted
    },
    asked,
    answer: async (json) => {
      const request = JSON.parse(json) as Asked
      if (request.messageType !== 'NestedAppAuthRequest')
        throw new Error('Not a nested app authentication request')
      asked.push(request.method ?? '')
      if (fault === 'silence') return new Promise<never>(() => {})
      const about = { messageType: 'NestedAppAuthResponse', requestId: request.requestId }
      const succeed = (body: object): string => JSON.stringify({ ...about, success: true, ...body })
      const fail = (error: { status: string; code: string }): string =>
        JSON.stringify({ ...about, success: false, error: { ...error, description: 'Said by the stand-in' } })
      const account = accountOf(host.persona())

      if (request.method === 'GetInitContext') {
        const { homeAccountId, environment, tenantId } = account
        return succeed({
          initContext: {
            sdkName: 'goldthread-local',
            sdkVersion: '1.0.0',
            capabilities: { queryAccount: true },
            accountContext: { homeAccountId, environment, tenantId },
          },
        })
      }
      const interactive = request.method === 'GetTokenPopup'
      if ((!interactive && request.method !== 'GetToken') || !request.tokenParams) {
        return fail({ status: 'PERSISTENT_ERROR', code: 'unsupported_method' })
      }
      // Interaction is what ends the need for it.
      if (interactive && fault === 'interaction') fault = 'none'
      else if (fault !== 'none') return fail(refusals[fault])
      const own = ownIn(request.tokenParams.scope)
      if (!interactive && !own.every((scope) => agreed.has(scope))) return fail(refusals.interaction)
      if (interactive && !((await host.onConsent?.(request.tokenParams.scope)) ?? true))
        return fail(refusals.cancel)
      for (const scope of own) agreed.add(scope)
      const person = host.persona()
      const challenged = answersChallenge(request.tokenParams.claims)
      const token = await (host.tokenFor ?? unasked)(person, challenged, own)
      return succeed({ token: answerFor(token, person, request.tokenParams), account })
    },
  }
}
