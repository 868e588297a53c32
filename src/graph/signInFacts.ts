import type { AccountInfo, IPublicClientApplication } from '@azure/msal-browser'

/** How a page came to its tokens; no name, no address and no id of anybody. */
export type SignInFacts = {
  /** By the program around the page (nested app authentication), or in Microsoft's own window. */
  readonly by: 'host' | 'window'
  /** Whether the program offers its bridge: it may be there and not be used. */
  readonly bridge: boolean
  /** What was granted so far, as Microsoft names it. */
  readonly scopes: readonly string[]
  /** A member of the school's tenant, a guest from another one, or a personal account. */
  readonly account: 'member' | 'guest' | 'personal'
}

/** The tenant that Microsoft keeps personal accounts in: Microsoft's page on id token claims. */
const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad'

/** The account's home tenant stands behind the dot of its home id. */
export const accountKind = ({ homeAccountId, tenantId }: AccountInfo): SignInFacts['account'] => {
  const home = homeAccountId.split('.').at(-1)
  return home === personalTenant ? 'personal' : home === tenantId ? 'member' : 'guest'
}

/**
 * MSAL never says which client it gave. Only its standard one takes a callback for measuring; the nested one refuses
 * it at once (seen in version 5.29).
 */
export const clientKind = (pca: IPublicClientApplication): SignInFacts['by'] => {
  try {
    pca.removePerformanceCallback(pca.addPerformanceCallback(() => undefined))
    return 'window'
  } catch {
    return 'host'
  }
}
