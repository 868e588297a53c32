/** What may go wrong with one request on its way. */
export const spoils = [
  'lostBefore', 'lostAfter', 'cutShort', 'lateAfter', 'busy', 'busyEmpty', 'throttled', 'throttledMute', 'throttledLong',
  'throttledDate', 'expired', 'claims', 'partsLate', 'partsThrottled', 'partsLost', 'conflict',
  'bareConflict', 'deltaGone', 'deltaError',
] as const // prettier-ignore
export type Spoil = (typeof spoils)[number]

type Send = (request: Request) => Promise<Response>
type Headers = Readonly<Record<string, string>>
const error = (status: number, code: string, headers: Headers = {}) =>
  new Response(JSON.stringify({ error: { code, message: 'Spoilt on purpose' } }), { status, headers })

type Part = { id: string; status: number; headers?: object; body?: unknown }
const withBody = async (
  answer: Response,
  change: (body: Record<string, unknown>) => object,
): Promise<Response> => {
  if (answer.status !== 200) return answer
  const body = JSON.parse(await answer.text()) as Record<string, unknown>
  return new Response(JSON.stringify(change(body)), { status: 200 })
}
const withParts = (answer: Response, change: (parts: Part[]) => Part[]) =>
  withBody(answer, (body) => ({ responses: change(body['responses'] as Part[]) }))
const everyOther = (status: number, code: string, headers: object) => (parts: Part[]) =>
  parts.map((part, at) => (at % 2 === 0 ? { id: part.id, status, headers, body: { error: { code } } } : part))

const claims = btoa('{"access_token":{"nbf":{"essential":true,"value":"1757000000"}}}')

type Spoiling = (request: Request, send: Send, now: Date) => Promise<Response>
const lost = () => new TypeError('fetch failed')
const instead =
  (make: (now: Date) => Response): Spoiling =>
  async (_, __, now) =>
    make(now)
const afterwards =
  (change: (answer: Response) => Promise<Response>): Spoiling =>
  async (request, send) =>
    change(await send(request))

const how: Readonly<Record<Spoil, Spoiling>> = {
  lostBefore: () => Promise.reject(lost()),
  lostAfter: afterwards(() => Promise.reject(lost())),
  cutShort: afterwards(
    async (answer) =>
      new Response((await answer.text()).slice(0, -9), {
        status: answer.status === 204 ? 200 : answer.status,
      }),
  ),
  lateAfter: afterwards(async () => error(504, 'gatewayTimeout')),
  busy: instead(() => error(503, 'serviceNotAvailable', { 'Retry-After': '2' })),
  busyEmpty: instead(() => new Response(null, { status: 503 })),
  throttled: instead(() => error(429, 'activityLimitReached', { 'Retry-After': '3' })),
  throttledMute: instead(() => error(429, 'activityLimitReached')),
  throttledLong: instead(() => error(429, 'activityLimitReached', { 'Retry-After': '300' })),
  throttledDate: instead((now) =>
    error(429, 'activityLimitReached', {
      'Retry-After': new Date(now.getTime() + 3_600_000 + 4_000).toUTCString(),
      Date: new Date(now.getTime() + 3_600_000).toUTCString(),
    }),
  ),
  expired: instead(() => error(401, 'InvalidAuthenticationToken')),
  claims: instead(() =>
    error(401, 'InvalidAuthenticationToken', {
      'WWW-Authenticate': `Bearer realm="", error="insufficient_claims", claims="${claims}"`,
    }),
  ),
  conflict: instead(() => error(412, 'resourceModified')),
  bareConflict: instead(() => error(409, 'resourceModified')),
  partsLate: afterwards((answer) => withParts(answer, everyOther(504, 'gatewayTimeout', {}))),
  partsThrottled: afterwards((answer) =>
    withParts(answer, everyOther(429, 'activityLimitReached', { 'Retry-After': '2' })),
  ),
  partsLost: afterwards((answer) => withParts(answer, (parts) => parts.slice(1))),
  deltaGone: instead(() => error(410, 'resyncChangesApplyDifferences')),
  deltaError: afterwards((answer) =>
    withBody(answer, (body) => ({
      ...body,
      value: [
        ...(body['value'] as object[]),
        { error: { code: 'InternalServerError', message: 'Object reference not set' } },
      ],
    })),
  ),
}

const isBatch = ({ url }: Request) => url.endsWith('/$batch')
/** Whether a kind of spoiling means anything for this request. */
const fits = (spoil: Spoil, request: Request): boolean => {
  if (spoil.startsWith('parts')) return isBatch(request)
  if (spoil.startsWith('delta')) return /\/delta\?.*token=(?!latest)/.test(request.url)
  if (spoil === 'conflict') return request.method === 'PATCH' || request.method === 'DELETE'
  return spoil !== 'bareConflict' || request.method !== 'GET'
}

/** Sends a request, spoilt where that means anything; `hit` is told when it did. */
export const sendSpoilt = (
  spoil: Spoil | null,
  request: Request,
  send: Send,
  now: Date,
  hit: (spoil: Spoil) => void,
) => {
  if (spoil === null || !fits(spoil, request)) return send(request)
  hit(spoil)
  return how[spoil](request, send, now)
}
