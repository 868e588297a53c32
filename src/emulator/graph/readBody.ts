import type { Call } from './call.ts'
import { isObject, type JsonObject } from './json.ts'
import { badRequest } from './refusal.ts'

/** The request's JSON object, or a 400 in Graph's words. */
export const readBody = (call: Call): JsonObject => {
  const type = call.headers.get('content-type') ?? ''
  if (!/^application\/json\b/i.test(type)) {
    throw badRequest('Write requests must contain the Content-Type header declaration.')
  }
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(call.bytes))
  } catch {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    )
  }
  if (!isObject(value)) throw badRequest('Invalid request')
  return value
}
