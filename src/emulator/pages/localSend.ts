const graph = 'https://graph.microsoft.com'

/** Sends what is meant for Microsoft Graph to the Graph on this machine, and refuses any other address. */
export const localSend = async (request: Request): Promise<Response> => {
  const url = new URL(request.url)
  if (url.origin !== graph) throw new TypeError(`No request leaves this machine: ${url.origin}`)
  return fetch(await movedTo(`${location.origin}/graph${url.pathname}${url.search}`, request))
}

// Chromium takes a Request as the options of another only with a body in full, not as a stream, over HTTP/1.
const movedTo = async (address: string, request: Request): Promise<Request> => {
  const { method, headers, signal } = request
  const bodyless = method === 'GET' || method === 'HEAD'
  const body = bodyless ? null : await request.arrayBuffer()
  return new Request(address, {
    method,
    headers,
    signal,
    body: body?.byteLength ? body : null,
    cache: 'no-store',
  })
}
