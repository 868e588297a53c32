type Asked = {
  readonly method: 'GetInitContext' | 'GetToken' | 'GetTokenPopup'
  readonly requestId: string
  readonly tokenParams?: {
    readonly clientId: string
    readonly scope: string
    readonly claims?: string
    readonly forceRefresh?: boolean
  }
}
type Refusal = { readonly status: string; readonly code: string }
type Reply = Refusal | 'silence' | 'token'

const tenantId = '11111111-2222-4333-8444-555555555555'
const objectId = '99999999-8888-4777-8666-555555555555'
const environment = 'login.microsoftonline.com'
const homeAccountId = `${objectId}.${tenantId}`

const encoded = (part: object) =>
  btoa(JSON.stringify(part)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
const idToken = (clientId: string) => {
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    aud: clientId,
    iss: `https://${environment}/${tenantId}/v2.0`,
    iat: now,
    nbf: now,
    exp: now + 3600,
  }
  return `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded({ ...claims, tid: tenantId, oid: objectId, sub: objectId, name: 'Helen Marsh', preferred_username: 'helen@school.example', ver: '2.0' })}.x`
}

type Listener = (message: string) => void
type WithBridge = {
  nestedAppAuthBridge?: {
    addEventListener(name: string, listener: Listener): void
    removeEventListener(name: string, listener: Listener): void
    postMessage(message: string): void
  }
}
const page = () => window as unknown as WithBridge

/** The host's end of nested app authentication, as MSAL speaks to it over `window.nestedAppAuthBridge`. */
export const putBridge = (reply: (asked: Asked) => Reply): readonly Asked[] => {
  const asked: Asked[] = []
  const listeners = new Set<Listener>()
  const answer = (request: Asked): string | null => {
    const wish = reply(request)
    if (wish === 'silence') return null
    const about = { messageType: 'NestedAppAuthResponse', requestId: request.requestId }
    if (wish !== 'token') return JSON.stringify({ ...about, success: false, error: wish })
    if (request.method === 'GetInitContext') {
      const accountContext = { homeAccountId, environment, tenantId }
      return JSON.stringify({
        ...about,
        success: true,
        initContext: {
          sdkName: 'test',
          sdkVersion: '1.0.0',
          capabilities: { queryAccount: true },
          accountContext,
        },
      })
    }
    const { clientId, scope } = request.tokenParams!
    return JSON.stringify({
      ...about,
      success: true,
      token: {
        access_token: `token ${asked.length}`,
        id_token: idToken(clientId),
        expires_in: 3600,
        scope,
        properties: null,
      },
      account: {
        homeAccountId,
        environment,
        tenantId,
        username: 'helen@school.example',
        localAccountId: objectId,
        name: 'Helen Marsh',
      },
    })
  }
  page().nestedAppAuthBridge = {
    addEventListener: (_name, listener) => void listeners.add(listener),
    removeEventListener: (_name, listener) => void listeners.delete(listener),
    postMessage: (message) => {
      const request = JSON.parse(message) as Asked
      asked.push(request)
      const said = answer(request)
      if (said !== null) setTimeout(() => listeners.forEach((listener) => listener(said)))
    },
  }
  return asked
}

export const takeBridge = (): void => {
  delete page().nestedAppAuthBridge
}

export const hostAccount = { tenantId, objectId, name: 'Helen Marsh' }
