/** An answer of Graph, read to its end. `body` is null where there was none, or none in JSON. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown }

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export const answerFrom = async (response: Response): Promise<Answer> => ({
  status: response.status,
  headers: response.headers,
  body: parsed(await response.text()),
})

/** What Graph says of a failure, with nothing of a record in it: safe to keep as a cause. */
export type Refusal = {
  readonly status: number
  readonly code: string | null
  readonly innerCode: string | null
  readonly requestId: string | null
  /** A unique column already has this value: the status for it is not documented, only texts are known. */
  readonly duplicate: boolean
  /** The event that was made before under the same transactionId, where Graph names it. */
  readonly event: string | null
  /** The column that Graph does not know, or cannot filter by, where its text names one. */
  readonly column: string | null
}

const textIn = (object: unknown, ...names: string[]): string | null => {
  for (const name of names) {
    const value = (object as Record<string, unknown> | null | undefined)?.[name]
    if (typeof value === 'string' && value !== '') return value
  }
  return null
}

export const refusalIn = ({ status, headers, body }: Answer): Refusal => {
  const error = (body as { error?: Record<string, unknown> } | null)?.error
  const inner = error?.['innerError'] ?? error?.['innererror']
  const message = textIn(error, 'message') ?? ''
  const [, column = null] =
    /Field '(\w+)' (?:is not recogn|cannot be referenced)/i.exec(message) ?? ([] as string[])
  return {
    status,
    code: textIn(error, 'code'),
    innerCode: textIn(inner, 'code'),
    requestId: textIn(inner, 'request-id') ?? headers.get('request-id'),
    duplicate: /duplicate values|unique constraint/i.test(message),
    event: textIn(error, '@event.existingEventId'),
    column,
  }
}

/**
 * Milliseconds that an answer asks us to wait, or null where it says nothing: the greater of Retry-After (seconds
 * or a date) and RateLimit-Reset, as SharePoint's page on throttling asks.
 */
export const askedWait = (headers: Headers, now: Date): number | null => {
  const after = headers.get('Retry-After')
  const seconds = after === null || after.trim() === '' ? Number.NaN : Number(after)
  const until = Number.isNaN(seconds) ? waitUntil(Date.parse(after ?? ''), headers, now) : seconds * 1000
  const reset = Number(headers.get('RateLimit-Reset') ?? Number.NaN) * 1000
  const asked = [until, reset].filter((each) => Number.isFinite(each))
  return asked.length === 0 ? null : Math.max(0, ...asked)
}

const believable = 600_000

/**
 * A date is by the server's clock, which its Date header tells where a browser may read that. Without it, a date
 * that is past or far off tells only that one of the clocks is wrong.
 */
const waitUntil = (at: number, headers: Headers, now: Date): number => {
  const theirs = Date.parse(headers.get('Date') ?? '')
  if (!Number.isNaN(theirs)) return at - theirs
  const wait = at - now.getTime()
  return wait >= 0 && wait <= believable ? wait : Number.NaN
}
