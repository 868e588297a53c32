import type { Configuration, IPublicClientApplication } from '@azure/msal-browser'
import type { SignInOptions } from './signIn.ts'

const minute = 60_000

const configuration = (options: SignInOptions): Configuration => {
  const { tenantId, clientId, redirectUri = '../redirect.html', relayUri = '../relay.html' } = options
  const framed = options.framed ?? window.parent !== window
  return {
    auth: {
      clientId,
      authority: `https://login.microsoftonline.com/${tenantId}`,
      redirectUri: new URL(redirectUri, location.href).href,
      // We answer claims challenges (claims.ts), so that a password changed takes effect within minutes.
      clientCapabilities: ['CP1'],
      // Only in a frame: in a page of its own the relay closes too early.
      ...(framed ? { popupRelayUri: new URL(relayUri, location.href).href } : {}),
    },
    // Tokens stay in memory: this product keeps nothing in the browser, and another script or person at the same
    // computer finds none. A reload asks the host again, which is quick. MSAL still puts what belongs to an open
    // sign-in window (never a token) into session storage.
    cache: { cacheLocation: 'memoryStorage' },
    // A person may have to find their phone.
    system: { popupBridgeTimeout: 5 * minute, iframeBridgeTimeout: 10_000 },
  }
}

const library = () => import('./msalLibrary.ts')

/** The client for nested app authentication where the host has it; MSAL itself falls back to the standard one. */
export const nestableClient = async (options: SignInOptions): Promise<IPublicClientApplication> =>
  (await library()).createNestablePublicClientApplication(configuration(options))

export const standardClient = async (options: SignInOptions): Promise<IPublicClientApplication> =>
  (await library()).createStandardPublicClientApplication(configuration(options))
