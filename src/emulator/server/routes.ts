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
  '/pseudo/': 'pseudo.html',
  '/taskpane/': 'taskpane.html',
  '/probe/': 'probe.html',
}

const fresh = { 'cache-control': 'no-store' }
const lasting = { 'cache-control': 'public, max-age=31536000, immutable' }
const loopback = new Set(['localhost', '127.0.0.1'])

const said = (status: number, sentence: string): Response =>
  new Response(sentence, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })

/** What the local Microsoft 365 does beside serving its pages. */
export type Behind = {
  readonly config: Config
  /** Answers Graph, SharePoint's own addresses and `/admin/…`; null for what is none of these. */
  readonly m365: (request: Request) => Promise<Response | null>
  /** The token that a persona would be given now; `claims` says that a claims challenge is being answered. */
  readonly tokenFor: (persona: string, claims: boolean, scopes: readonly string[]) => string
}

/** Everything that the local Microsoft 365 answers, at one origin. */
export const routesOver =
  ({ config, m365, tokenFor }: Behind): Handle =>
  async (request) => {
    const url = new URL(request.url)
    // A page elsewhere whose name was pointed at this machine gets nothing.
    if (!loopback.has(url.hostname)) return said(421, 'This server answers to localhost only.')
    const path = decoded(url.pathname)
    if (path === null) return said(400, 'That is not an address.')
    const answer = await m365(request)
    if (answer) return answer
    if (request.method !== 'GET' && request.method !== 'HEAD') return said(405, 'Only GET is answered here.')
    if (path === '/config.json') return Response.json(config, { headers: fresh })
    if (path === '/token') return token(url.searchParams, tokenFor)
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

const token = (asked: URLSearchParams, tokenFor: Behind['tokenFor']): Response => {
  try {
    return Response.json(
      { token: tokenFor(asked.get('as') ?? '', asked.get('claims') === '1', asked.getAll('scope')) },
      { headers: fresh },
    )
  } catch {
    return said(404, 'There is no such persona.')
  }
}

const decoded = (path: string): string | null => {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
