import { personaOf, siteNamed, type Revoked } from './access.ts'
import { batch, type Message } from './batch.ts'
import type { Graph, Reply, Site } from './call.ts'
import { corsHeaders, preflight } from './cors.ts'
import { downloaded } from './drive.ts'
import { mustKeepToColumns } from './keepToColumns.ts'
import { mustMay } from './mayDo.ts'
import { LostAnswer, spoilAfter, spoilBefore, takeFault, throttle, type Fault, type Meter } from './faults.ts'
import { startAgain } from './delta.ts'
import { readQuery } from './query.ts'
import { errorBody, notEmulated, Refusal } from './refusal.ts'
import { findRoute } from './routes.ts'
import { uploadRequest } from './uploads.ts'

/** One line of the log: no body and no filter, since they hold what is recorded about pupils. */
export type Logged = { method: string; path: string; status: number | 'lost' }

export type Answering = {
  handle: (request: Request) => Promise<Response>
  revoked: Revoked
  faults: Fault[]
  log: Logged[]
}

const graphOrigin = 'https://graph.microsoft.com'
const logLength = 1000
/** Beyond this servers refuse an address; Microsoft names no number. */
const longestAddress = 15_000

/** Turns requests into answers: latency, faults, throttling, who it is, what was asked, and errors as Graph words them. */
export const answerer = (graph: Graph): Answering => {
  const revoked: Revoked = new Map()
  const faults: Fault[] = []
  const log: Logged[] = []
  const meter: Meter = { minute: 0, used: 0 }

  const note = (message: Message, status: Logged['status']) => {
    log.push({ method: message.method, path: withoutValues(pathBelow(message.url)), status })
    if (log.length > logLength) log.shift()
  }

  const refusedReply =
    (message: Message) =>
    (refusal: Refusal): Reply => ({
      status: refusal.status,
      headers: refusal.headers,
      body: errorBody(refusal, idsOf(graph, message)),
    })

  const answer = async (message: Message): Promise<Reply> => {
    const refused = refusedReply(message)
    try {
      const reply = await work(message)
      note(message, reply.status)
      return reply
    } catch (error) {
      if (error instanceof LostAnswer) {
        note(message, 'lost')
        throw error
      }
      const refusal =
        error instanceof Refusal
          ? error
          : new Refusal(500, 'generalException', 'General exception while processing')
      if (!(error instanceof Refusal)) graph.failed(error)
      note(message, refusal.status)
      return refused(refusal)
    }
  }

  const work = async (message: Message): Promise<Reply> => {
    const { url, method } = message
    const path = pathBelow(url)
    const fault = takeFault(faults, method, path)
    const spoilt = spoilBefore(fault)
    if (spoilt) return spoilt
    const reply = await inArea(message, fault).catch((error: unknown) => {
      // Whether it was a refusal is lost along with the answer.
      throw fault === 'lostAfter' ? new LostAnswer() : error
    })
    return spoilAfter(fault, reply)
  }

  const inArea = async (message: Message, fault: Fault['answer'] | null): Promise<Reply> => {
    const { url, method } = message
    if (url.origin === `https://${graph.host}`) return atSharePoint(graph, message)
    if (url.origin !== graphOrigin || !url.pathname.startsWith('/v1.0/')) {
      throw notEmulated(`${method} ${url.origin}${url.pathname}`)
    }
    if (url.href.length > longestAddress)
      throw new Refusal(414, 'invalidRequest', 'The address is too long.', {
        inner: 'maxQueryLengthExceeded',
      })
    const below = url.pathname.slice('/v1.0'.length)
    if (below !== '/$batch' || method !== 'POST') return routed(message, below, fault)
    personaOf(graph, revoked, message.headers.get('authorization'))
    return batch(graph, message, answer, refusedReply(message))
  }

  const routed = async (message: Message, below: string, fault: Fault['answer'] | null): Promise<Reply> => {
    const { url, method, headers, bytes } = message
    const persona = personaOf(graph, revoked, headers.get('authorization'))
    const found = findRoute(method, below.replace(/\/+$/, ''))
    if (!found) throw notEmulated(`${method} ${below}`)
    const query = readQuery(url.searchParams)
    const extra = throttle(graph, meter, found.route.units(query))
    const named = found.params['site']
    const site = named === undefined ? noSite : siteNamed(graph, named)
    const call = { graph, persona, method, url, params: found.params, query, headers, bytes, site }
    if (named !== undefined) mustMay(call, found.route.need)
    if (fault === 'deltaGone') throw startAgain(call)
    const reply = await found.route.run(call)
    if (graph.checkFields) mustKeepToColumns(call, reply)
    return { ...reply, headers: { ...extra, ...reply.headers } }
  }

  const handled = async (request: Request): Promise<Response> => {
    if (graph.settings.latency > 0) await new Promise((done) => setTimeout(done, graph.settings.latency))
    if (request.method === 'OPTIONS') return preflight(request)
    const message = await messageOf(request)
    let reply = await answer(message)
    // What fetch itself would do with a redirect.
    const location = reply.headers?.['Location']
    if (reply.status === 302 && location !== undefined && request.redirect === 'follow') {
      reply = await answer({
        method: 'GET',
        url: new URL(location),
        headers: new Headers(),
        bytes: new Uint8Array(),
      })
    }
    return responseOf(reply, { ...idHeaders(idsOf(graph, message)), ...corsHeaders(graph.settings) })
  }

  const handle = (request: Request) => untilGivenUp(request.signal, () => handled(request))

  return { handle, revoked, faults, log }
}

// What fetch does: a caller who gives up hears so at once, whatever becomes of the request.
const untilGivenUp = async <T>(signal: AbortSignal, run: () => Promise<T>): Promise<T> => {
  signal.throwIfAborted()
  const givenUp = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
  return Promise.race([run(), givenUp])
}

const noSite: Site = { id: '', guid: '', path: '', displayName: '', members: new Map() }

const pathBelow = (url: URL): string => `${url.pathname.replace(/^\/v1\.0/, '')}${url.search}`

const withoutValues = (path: string): string => path.replace(/((?:filter|search)=)[^&]*/g, '$1…')

const atSharePoint = async (graph: Graph, message: Message): Promise<Reply> => {
  const { pathname } = message.url
  const [, kind, id = ''] = /^\/_api\/v2\.0\/(uploads|downloads)\/([^/]+)$/.exec(pathname) ?? []
  if (kind === 'uploads') return uploadRequest(graph, message, id)
  if (kind === 'downloads' && message.method === 'GET') return downloaded(graph, id)
  throw notEmulated(`${message.method} ${pathname}`)
}

const messageOf = async (request: Request): Promise<Message> => ({
  method: request.method,
  url: new URL(request.url),
  headers: new Headers(request.headers),
  bytes: new Uint8Array(await request.arrayBuffer()),
})

const idsOf = (graph: Graph, { headers }: Message) => {
  const requestId = crypto.randomUUID()
  return { at: graph.now(), requestId, clientRequestId: headers.get('client-request-id') ?? requestId }
}

const idHeaders = (ids: ReturnType<typeof idsOf>) => ({
  'request-id': ids.requestId,
  'client-request-id': ids.clientRequestId,
  date: ids.at.toUTCString(),
  'cache-control': 'no-store',
})

const responseOf = (reply: Reply, extra: Readonly<Record<string, string>>): Response => {
  const { status, body, bytes } = reply
  const type =
    body === undefined ? {} : { 'content-type': 'application/json;odata.metadata=minimal;charset=utf-8' }
  const headers = { ...type, ...extra, ...reply.headers }
  if (status === 204 || status === 304) return new Response(null, { status, headers })
  return new Response(
    body === undefined ? ((bytes as Uint8Array<ArrayBuffer> | undefined) ?? null) : JSON.stringify(body),
    { status, headers },
  )
}
