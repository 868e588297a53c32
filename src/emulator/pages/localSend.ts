import { localHost } from '../graph/local.ts'

const doors: Readonly<Record<string, string>> = {
  'https://graph.microsoft.com': '/graph',
  [`https://${localHost}`]: '/sharepoint',
}

/** Sends what is meant for Microsoft Graph or SharePoint to this machine's, and refuses any other address. */
export const localSend = async (request: Request): Promise<Response> => {
  const url = new URL(request.url)
  const door = doors[url.origin]
  if (!door) throw new TypeError(`No request leaves this machine: ${url.origin}`)
  return fetch(await movedTo(`${location.origin}${door}${url.pathname}${url.search}`, request))
}

// Chromium takes a Request as the options of another only with a body in full, not as a stream, over HTTP/1.
const movedTo = async (address: string, request: Request): Promise<Request> => {
  const { method, headers, signal, keepalive } = request
  const bodyless = method === 'GET' || method === 'HEAD'
  const body = bodyless ? null : await request.arrayBuffer()
  return new Request(address, {
    method,
    headers,
    signal,
    keepalive,
    body: body?.byteLength ? body : null,
    cache: 'no-store',
  })
}
