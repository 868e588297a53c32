import { fileURLToPath } from 'node:url'
import type { Config } from '../../config.ts'
import { pageHeaders } from './headers.ts'
import type { Handle } from './nodeHttp.ts'
import { fileAnswer } from './staticFiles.ts'

const here = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const pagesFolder = here('dist-local')
const officeFolder = here('node_modules/@microsoft/office-js/dist')

/** Each page's address and its file. */
const pages: Readonly<Record<string, string>> = {
  '/': 'index.html',
  '/teams/': 'teams.html',
  '/word/': 'word.html',
  '/excel/': 'excel.html',
  '/tab/': 'tab.html',
  '/taskpane/': 'taskpane.html',
  '/probe/': 'probe.html',
}

const fresh = { 'cache-control': 'no-store' }
const lasting = { 'cache-control': 'public, max-age=31536000, immutable' }

const loopback = /^(localhost|127\.0\.0\.1)(:\d+)?$/

/** The request as Microsoft's client meant it: the local address in front is taken off again. */
export const asGraphRequest = (request: Request): Request => {
  const url = new URL(request.url)
  return new Request(
    `https://graph.microsoft.com${url.pathname.slice('/graph'.length)}${url.search}`,
    request,
  )
}

export type Behind = {
  readonly config: Config
  readonly graph: Handle
  /** Answers `/admin/…`: faults, latency and the like, which exist only on this machine. */
  readonly admin: Handle
}

/** Everything that the local Microsoft 365 answers, at one origin. */
export const routesOver =
  ({ config, graph, admin }: Behind): Handle =>
  async (request) => {
    const url = new URL(request.url)
    // A page elsewhere whose name was pointed at this machine gets nothing.
    if (!loopback.test(url.host))
      return new Response('This server answers to localhost only.', { status: 421 })
    const path = decoded(url.pathname)
    if (path === null) return new Response('Not an address', { status: 400 })
    if (path.startsWith('/graph/')) return graph(asGraphRequest(request))
    if (path.startsWith('/admin/')) return admin(request)
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 })
    if (path === '/config.json') return Response.json(config, { headers: fresh })
    const page = pages[path]
    if (page) return fileAnswer(pagesFolder, page, { ...pageHeaders, ...fresh })
    if (pages[`${path}/`])
      return new Response(null, { status: 308, headers: { location: `${path}/${url.search}` } })
    if (path.startsWith('/office-js/'))
      return fileAnswer(officeFolder, path.slice('/office-js/'.length), pageHeaders)
    return fileAnswer(pagesFolder, path.slice(1), {
      ...pageHeaders,
      ...(path.startsWith('/assets/') ? lasting : fresh),
    })
  }

const decoded = (path: string): string | null => {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
