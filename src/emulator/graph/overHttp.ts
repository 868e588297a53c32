import { adminRoutes } from './adminRoutes.ts'
import type { GraphEmulator } from './index.ts'

/**
 * This Graph for a server on this machine, still Request to Response:
 * - `/graph/v1.0/…` is https://graph.microsoft.com/v1.0/…, and `/sharepoint/…` the tenant's SharePoint (the
 *   addresses of uploads and downloads); answers are passed on as they are, so that the product's own links hold;
 * - `/v1.0/…` and `/_api/…` are the same for a caller that knows only this server: links lead back to it;
 * - `/admin/…` is the admin face.
 * Only programs and pages of this machine are answered. Null means that the path is none of these.
 *
 * @throws LostAnswer when a fault cuts the connection; the server should destroy the socket
 */
export const overHttp =
  (emulator: GraphEmulator, host: string) =>
  async (request: Request): Promise<Response | null> => {
    const url = new URL(request.url)
    const { pathname, search } = url
    const target = targetOf(pathname, host)
    if (target === null && !isAdmin(pathname)) return null
    if (!fromHere(url, request.headers.get('origin'))) return new Response(null, { status: 403 })
    if (target === null) return adminRoutes(emulator.admin)(request)
    const answer = await emulator.handle(await readdressed(request, `${target}${search}`))
    return /^\/(v1\.0|_api)\//.test(pathname) ? ledBack(answer, url.origin, host) : answer
  }

const isAdmin = (path: string) => path.startsWith('/admin/')

const targetOf = (path: string, host: string): string | null => {
  if (path.startsWith('/graph/')) return `https://graph.microsoft.com${path.slice('/graph'.length)}`
  if (path.startsWith('/v1.0/')) return `https://graph.microsoft.com${path}`
  if (path.startsWith('/sharepoint/')) return `https://${host}${path.slice('/sharepoint'.length)}`
  return path.startsWith('/_api/') ? `https://${host}${path}` : null
}

// Tokens here are known to everybody, so a page from elsewhere must not be able to use them.
const fromHere = (url: URL, origin: string | null): boolean =>
  loopback.has(url.hostname) &&
  (origin === null || (URL.canParse(origin) && loopback.has(new URL(origin).hostname)))

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

const readdressed = async (request: Request, address: string): Promise<Request> => {
  const { method, headers } = request
  const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer()
  return new Request(address, { method, headers, body })
}

const ledBack = async (answer: Response, origin: string, host: string): Promise<Response> => {
  const headers = new Headers(answer.headers)
  const here = (address: string) =>
    address.replace('https://graph.microsoft.com/', `${origin}/`).replace(`https://${host}/`, `${origin}/`)
  const location = headers.get('location')
  if (location !== null) headers.set('location', here(location))
  if (!headers.get('content-type')?.startsWith('application/json')) {
    return new Response(answer.body, { status: answer.status, headers })
  }
  const text = await answer.text()
  const links =
    /("(?:@odata\.nextLink|@odata\.deltaLink|uploadUrl|@microsoft\.graph\.downloadUrl)":")([^"]*)/g
  return new Response(
    text.replace(links, (_, before: string, link: string) => before + here(link)),
    {
      status: answer.status,
      headers,
    },
  )
}
