import type { Graph, Reply } from './call.ts'
import type { JsonObject } from './json.ts'
import { Refusal } from './refusal.ts'

/** What goes wrong with a request. `lostBefore` and `lostAfter` cut the connection before or after the work is done. */
export const faultKinds = [
  'lostBefore', 'lostAfter', 'throttled', 'busy', 'busyEmpty', 'conflict409', 'conflict412', 'locked', 'tooExpensive',
  'deltaGone', 'deltaErrorRow',
] as const // prettier-ignore

export type FaultKind = (typeof faultKinds)[number]

export type Fault = {
  answer: FaultKind | { status: number; body?: JsonObject; headers?: Readonly<Record<string, string>> }
  /** Only requests with this method. */
  method?: string
  /** Only requests whose address below /v1.0, query included, fits this regular expression. */
  path?: string
  /** How many requests it spoils; once unless said. */
  times?: number
}

/** The connection broke; the caller cannot know whether the work was done. */
export class LostAnswer extends TypeError {
  constructor() {
    super('fetch failed')
  }
}

const throttled = () =>
  new Refusal(429, 'activityLimitReached', 'The request has been throttled', { inner: 'throttledRequest' })

const refusals: Readonly<Partial<Record<FaultKind, () => Refusal>>> = {
  throttled,
  busy: () =>
    new Refusal(
      503,
      'serviceNotAvailable',
      'The service is not available. Try the request again after a delay. There may be a Retry-After header.',
      { headers: { 'Retry-After': '1' } },
    ),
  conflict409: () =>
    new Refusal(
      409,
      'resourceModified',
      'The resource has changed since the caller last read it; usually an eTag mismatch',
    ),
  conflict412: () =>
    new Refusal(
      412,
      'resourceModified',
      'The resource has changed since the caller last read it; usually an eTag mismatch',
    ),
  locked: () =>
    new Refusal(423, 'notAllowed', 'The resource you are attempting to access is locked', {
      inner: 'resourceLocked',
    }),
  tooExpensive: () =>
    new Refusal(422, 'notSupported', 'The request is unprocessable because it uses too many resources'),
}

/** The next fault that fits this request, counted down. */
export const takeFault = (faults: Fault[], method: string, path: string): Fault['answer'] | null => {
  const index = faults.findIndex(
    (each) => (each.method ?? method) === method && new RegExp(each.path ?? '').test(path),
  )
  const found = faults[index]
  if (!found) return null
  const left = (found.times ?? 1) - 1
  if (left > 0) faults[index] = { ...found, times: left }
  else faults.splice(index, 1)
  return found.answer
}

/** Spoils a request before its work: throws, or answers in its place; null lets it pass. */
export const spoilBefore = (answer: Fault['answer'] | null): Reply | null => {
  if (answer === null) return null
  if (answer === 'lostBefore') throw new LostAnswer()
  if (answer === 'busyEmpty') return { status: 503 }
  if (typeof answer === 'object') {
    const { status, body, headers } = answer
    return { status, ...(body ? { body } : {}), ...(headers ? { headers } : {}) }
  }
  const refusal = refusals[answer]
  if (refusal) throw refusal()
  return null
}

/** Spoils a finished answer. */
export const spoilAfter = (answer: Fault['answer'] | null, reply: Reply): Reply => {
  if (answer === 'lostAfter') throw new LostAnswer()
  if (answer !== 'deltaErrorRow') return reply
  const body = reply.body as JsonObject
  const rows = Array.isArray(body['value']) ? body['value'] : []
  const error = {
    code: 'InternalServerError',
    message: 'Object reference not set to an instance of an object.',
  }
  return { ...reply, body: { ...body, value: [...rows, { error }] } }
}

/** 429 when the throttle says so; the headers to send with an answer otherwise. */
export const throttle = (graph: Graph, meter: Meter, units: number): Readonly<Record<string, string>> => {
  const { throttle: set } = graph.settings
  const minute = Math.floor(graph.now().getTime() / 60_000)
  if (meter.minute !== minute) {
    meter.minute = minute
    meter.used = 0
  }
  meter.used += units
  const limit = set.unitsPerMinute
  const reset = 60 - Math.floor((graph.now().getTime() % 60_000) / 1000)
  const headers: Record<string, string> =
    limit !== null && meter.used > limit * 0.8
      ? {
          'RateLimit-Limit': String(limit),
          'RateLimit-Remaining': String(Math.max(0, limit - meter.used)),
          'RateLimit-Reset': String(reset),
        }
      : {}
  const spent = limit !== null && meter.used > limit
  const next = set.next > 0
  if (next) graph.settings = { ...graph.settings, throttle: { ...set, next: set.next - 1 } }
  if (!next && !spent && !(set.rate > 0 && graph.random() < set.rate)) return headers
  const wait = spent ? reset : set.retryAfter
  const all = {
    ...headers,
    ...(set.retryAfter === null || wait === null ? {} : { 'Retry-After': waitAs(graph, wait) }),
  }
  if (set.body === 'documented')
    throw new Refusal(429, 'TooManyRequests', 'Please retry again later.', {
      inner: '429',
      details: { message: 'Please retry after', status: '429' },
      headers: all,
    })
  throw new Refusal(429, 'activityLimitReached', 'The request has been throttled', {
    inner: 'throttledRequest',
    headers: all,
  })
}

const waitAs = ({ now, settings }: Graph, seconds: number): string =>
  settings.throttle.retryAfterAs === 'seconds'
    ? String(seconds)
    : new Date(now().getTime() + seconds * 1000).toUTCString()

/** Resource units used in the running minute. */
export type Meter = { minute: number; used: number }
