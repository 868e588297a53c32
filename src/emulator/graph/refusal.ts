import type { JsonObject } from './json.ts'

/** A refusal in Microsoft Graph's own words; thrown anywhere, turned into an answer in one place. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly inner: string | null
  readonly headers: Readonly<Record<string, string>>
  readonly details: JsonObject
  readonly beside: JsonObject
  constructor(status: number, code: string, message: string, more: RefusalMore = {}) {
    super(message)
    this.status = status
    this.code = code
    this.inner = more.inner ?? null
    this.headers = more.headers ?? {}
    this.details = more.details ?? {}
    this.beside = more.beside ?? {}
  }
}

type RefusalMore = {
  inner?: string
  headers?: Readonly<Record<string, string>>
  /** More of innerError. */
  details?: JsonObject
  /** More of the error itself: annotations that some refusals carry. */
  beside?: JsonObject
}

/** 501: something that this Graph does not answer. Names what it was, so that nobody takes it for an answer. */
export const notEmulated = (what: string): Refusal =>
  new Refusal(501, 'notEmulated', `The Graph on this machine does not answer ${what}`)

export const badRequest = (message: string, inner?: string): Refusal =>
  new Refusal(400, 'invalidRequest', message, inner ? { inner } : {})

export const badArgument = (): Refusal =>
  badRequest('One of the provided arguments is not acceptable.', 'badArgument')

/** The shape of a value is wrong for its column. */
export const badShape = (): Refusal =>
  new Refusal(400, 'generalException', 'General exception while processing')

export const itemNotFound = (): Refusal => new Refusal(404, 'itemNotFound', 'Item not found')

export const accessDenied = (): Refusal => new Refusal(403, 'accessDenied', 'Access denied')

/** The JSON of an error answer. The date carries no zone, as Graph sends it. */
export const errorBody = (
  refusal: Pick<Refusal, 'code' | 'message' | 'inner' | 'details' | 'beside'>,
  ids: { at: Date; requestId: string; clientRequestId: string },
): JsonObject => ({
  error: {
    code: refusal.code,
    message: refusal.message,
    ...refusal.beside,
    innerError: {
      ...(refusal.inner === null ? {} : { code: refusal.inner }),
      ...refusal.details,
      date: ids.at.toISOString().slice(0, 19),
      'request-id': ids.requestId,
      'client-request-id': ids.clientRequestId,
    },
  },
})
