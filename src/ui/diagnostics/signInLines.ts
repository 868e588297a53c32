import { t } from '../../words/t.ts'
import type { SignInFacts } from '../../graph/connect.ts'
import type { Checked } from './gather.ts'
import { inTheWay, type Line } from './line.ts'

/** What daily use needs, what one screen or another asks for beside it, and what comes with any sign-in. */
const daily = ['Sites.Selected', 'User.Read']
const known = [
  ...daily,
  'Sites.Manage.All',
  'Calendars.ReadWrite',
  'User.ReadBasic.All',
  ...['openid', 'profile', 'email', 'offline_access'],
]

const wayLine = ({ by, bridge }: SignInFacts, nested: boolean | null): Line => {
  const line = { id: 'way', what: t`Sign-in` }
  if (by === 'host')
    return { ...line, result: t`Through the program around it (nested app authentication)`, mark: 'good' }
  if (!bridge && nested !== true)
    return {
      ...line,
      result: t`In Microsoft’s own window: there is no program that signs in for it`,
      mark: 'told',
    }
  return {
    ...line,
    result: bridge
      ? t`In Microsoft’s own window, although the program offers to sign in for it`
      : t`In Microsoft’s own window: the program says that it signs in, but its bridge isn’t there`,
    mark: 'look',
    todo: t`Check that the app registration has the redirect brk-multihub:// with exactly the host name of these pages, and that Teams or Office is up to date. On the web it works for documents that were opened from OneDrive or SharePoint.`,
  }
}

/** `https://graph.microsoft.com/Sites.Selected` as `Sites.Selected`; whatever is no name of a scope is left out. */
const scopeNames = (scopes: readonly string[]): string[] => [
  ...new Set(
    scopes.map((scope) => scope.split('/').at(-1)!).filter((name) => /^[A-Za-z_.]{1,60}$/.test(name)),
  ),
]

const scopesLine = ({ scopes }: SignInFacts): Line => {
  const names = scopeNames(scopes)
  const line = { id: 'scopes', what: t`Permissions granted`, result: names.join(', ') || t`None` }
  const missing = daily.filter((name) => !names.includes(name))
  if (missing.length > 0)
    return { ...line, mark: 'wrong', todo: t`Grant admin consent for ${missing.join(' and ')} in Entra.` }
  const more = names.filter((name) => !known.includes(name))
  if (more.length > 0)
    return {
      ...line,
      mark: 'look',
      todo: t`The app never asks for ${more.join(', ')}: take it away in Entra.`,
    }
  return { ...line, mark: 'good' }
}

const accounts: Record<SignInFacts['account'], Pick<Line, 'result' | 'mark' | 'todo'>> = {
  member: { result: t`A member of your tenant`, mark: 'good' },
  guest: {
    result: t`A guest from another tenant`,
    mark: 'look',
    todo: t`Guests see what their own rights on the site give them. Nested sign-in may not work for them.`,
  },
  personal: {
    result: t`A personal Microsoft account`,
    mark: 'wrong',
    todo: t`Sign in to Teams or Office with the school’s account.`,
  },
}

/** How the page signed in, with what, and as what kind of account. */
export const signInLines = ({ signIn, host }: Checked): Line[] => {
  if ('trouble' in signIn) {
    const todo = t`Sign in on this page and run the checks again. If no window opens, allow pop-ups for these pages.`
    return [{ id: 'way', what: t`Sign-in`, result: inTheWay[signIn.trouble], mark: 'wrong', todo }]
  }
  return [
    wayLine(signIn, host.nestedSignIn),
    scopesLine(signIn),
    { id: 'account', what: t`Kind of account`, ...accounts[signIn.account] },
  ]
}
