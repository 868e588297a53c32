import { fromBase64, toBase64 } from './base64.ts'
import type { Graph, Reply } from './call.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import { badRequest, Refusal } from './refusal.ts'

/** One request as it goes through the answering: outside or inside a batch. */
export type Message = { method: string; url: URL; headers: Headers; bytes: Uint8Array }

/** Graph takes 4 MB of JSON. */
const longestBatch = 4 * 1024 * 1024

type Part = { id: string; message: Message; dependsOn: readonly string[]; complaint: Refusal | null }

/**
 * Answers up to 20 requests as one. Parts run at the same time except where one waits for another; a part whose
 * predecessor failed gets 424; answers come in any order. It is no transaction.
 */
export const batch = async (
  graph: Graph,
  outer: Message,
  answer: (part: Message) => Promise<Reply>,
  refused: (refusal: Refusal) => Reply,
): Promise<Reply> => {
  if (outer.bytes.length > longestBatch) {
    throw new Refusal(413, 'RequestEntityTooLarge', 'The request is larger than a batch may be.')
  }
  const parts = readParts(outer)
  const replies = new Map<string, Promise<Reply>>()
  const replyTo = (part: Part): Promise<Reply> => {
    const known = replies.get(part.id)
    if (known) return known
    const promise = waitAndAnswer(part)
    replies.set(part.id, promise)
    return promise
  }
  const waitAndAnswer = async (part: Part): Promise<Reply> => {
    const before = await Promise.all(
      part.dependsOn.map((id) => replyTo(parts.find((each) => each.id === id) as Part)),
    )
    if (before.some(({ status }) => status >= 400)) {
      return refused(
        new Refusal(
          424,
          'FailedDependency',
          `The request with id '${part.id}' was not executed because a request that it depends on failed.`,
        ),
      )
    }
    return part.complaint ? refused(part.complaint) : answer(part.message)
  }
  const responses = await Promise.all(parts.map(async (part) => shown(part.id, await replyTo(part))))
  return { status: 200, body: { responses: shuffled(responses, graph.random) } }
}

const readParts = (outer: Message): readonly Part[] => {
  let body: unknown
  try {
    body = JSON.parse(new TextDecoder().decode(outer.bytes))
  } catch {
    throw new Refusal(400, 'BadRequest', 'Invalid batch payload format.')
  }
  const requests = isObject(body) ? body['requests'] : undefined
  if (!Array.isArray(requests) || requests.length === 0)
    throw new Refusal(400, 'BadRequest', 'Invalid batch payload format.')
  if (requests.length > 20) {
    throw new Refusal(400, 'BadRequest', 'Number of batch request steps exceeds the maximum value of 20.')
  }
  const parts = requests.map((each) => readPart(each, outer))
  const ids = new Set(parts.map(({ id }) => id))
  if (ids.size !== parts.length)
    throw new Refusal(400, 'BadRequest', 'Request id values must be unique within a batch.')
  refuseBadOrder(parts, ids)
  return parts
}

const readPart = (given: Json, outer: Message): Part => {
  if (!isObject(given)) throw new Refusal(400, 'BadRequest', 'Invalid batch payload format.')
  const { id, method, url, headers = {}, body, dependsOn = [] } = given
  if (
    typeof id !== 'string' ||
    id === '' ||
    typeof method !== 'string' ||
    typeof url !== 'string' ||
    url === ''
  ) {
    throw new Refusal(400, 'BadRequest', 'Each batch request needs an id, a method and a url.')
  }
  if (/^[a-z]+:\/\//i.test(url) || !isObject(headers) || !Array.isArray(dependsOn)) {
    throw new Refusal(400, 'BadRequest', 'Invalid batch payload format.')
  }
  const own = new Headers(
    Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
  )
  for (const name of ['authorization', 'client-request-id']) {
    const value = outer.headers.get(name)
    if (value !== null && !own.has(name)) own.set(name, value)
  }
  const address = new URL(`https://graph.microsoft.com/v1.0/${url.replace(/^\//, '')}`)
  const complaint =
    body !== undefined && body !== null && !own.has('content-type')
      ? badRequest('Write requests must contain the Content-Type header declaration.')
      : address.pathname === '/v1.0/$batch'
        ? badRequest('A batch cannot hold a batch.')
        : null
  const message = { method: method.toUpperCase(), url: address, headers: own, bytes: bytesOf(body, own) }
  return { id, message, dependsOn: dependsOn.map(String), complaint }
}

// JSON stands in the batch as JSON, anything else as base64.
const bytesOf = (body: Json | undefined, headers: Headers): Uint8Array => {
  if (body === undefined || body === null) return new Uint8Array()
  const json = /^application\/json\b/i.test(headers.get('content-type') ?? '')
  if (typeof body === 'string' && !json) return fromBase64(body)
  return new TextEncoder().encode(JSON.stringify(body))
}

const refuseBadOrder = (parts: readonly Part[], ids: ReadonlySet<string>) => {
  const done = new Set<string>()
  let waiting = parts
  while (waiting.length > 0) {
    const ready = waiting.filter(({ dependsOn }) => dependsOn.every((id) => done.has(id)))
    if (ready.length === 0 || waiting.some(({ dependsOn }) => dependsOn.some((id) => !ids.has(id)))) {
      throw new Refusal(
        400,
        'BadRequest',
        'Invalid dependsOn: a request waits for one that is not there or for itself.',
      )
    }
    for (const { id } of ready) done.add(id)
    waiting = waiting.filter(({ id }) => !done.has(id))
  }
}

const shown = (id: string, reply: Reply): JsonObject => {
  const { status, headers = {}, body, bytes } = reply
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' }
  const content = body ?? (bytes ? toBase64(bytes) : undefined)
  return { id, status, headers: { ...type, ...headers }, ...(content === undefined ? {} : { body: content }) }
}

const shuffled = <T>(all: readonly T[], random: () => number): T[] => {
  const mixed = [...all]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const [a, b] = [mixed[last] as T, mixed[other] as T]
    mixed[last] = b
    mixed[other] = a
  }
  return mixed
}
