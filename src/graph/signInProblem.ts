import { Problem, type Trouble } from '../domain/problem.ts'

/** The host said that nested app authentication is switched off: MSAL's standard client is to be used. */
export const bridgeDisabled = 'nested_app_auth_bridge_disabled'

export const errorCodeOf = (thrown: unknown): string | null => {
  const code = (thrown as { errorCode?: unknown } | null)?.errorCode
  return typeof code === 'string' ? code : null
}

const offline = new Set([
  'no_network_connectivity',
  'post_request_failed',
  'get_request_failed',
  'network_error',
])
const noWindow = new Set(['popup_window_error', 'empty_window_error', 'block_nested_popups'])

/** The window that a person needs to sign in did not open. */
const blocked: Trouble = {
  code: 'unsupported',
  what: 'Microsoft’s sign-in window, which the browser blocked as a pop-up,',
}

/**
 * What MSAL threw, for a screen. All that a person can mend by signing in is `signedOut`: no account, consent or a
 * second factor wanted, the window closed. MSAL's own text may hold a name, so only its code is passed on.
 */
export const signInProblem = (thrown: unknown): Problem => {
  if (thrown instanceof Problem) return thrown
  const code = errorCodeOf(thrown)
  const why = `Sign-in failed: ${code ?? 'no code'}`
  if (code !== null && offline.has(code)) return new Problem({ code: 'offline' }, why, thrown)
  if (code !== null && noWindow.has(code)) return new Problem(blocked, why, thrown)
  const server = (thrown as { name?: unknown } | null)?.name === 'ServerError'
  if (server || code === null) return new Problem({ code: 'unexpected' }, why, thrown)
  return new Problem({ code: 'signedOut' }, why, thrown)
}
