import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'

export type Handle = (request: Request) => Promise<Response>

const bodyless = new Set(['GET', 'HEAD'])

const requestFrom = (incoming: IncomingMessage): Request => {
  const headers = new Headers()
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    headers.append(incoming.rawHeaders[at]!, incoming.rawHeaders[at + 1]!)
  }
  const method = incoming.method ?? 'GET'
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`)
  if (bodyless.has(method)) return new Request(url, { method, headers })
  return new Request(url, {
    method,
    headers,
    body: Readable.toWeb(incoming) as BodyInit,
    duplex: 'half',
  } as RequestInit)
}

const answer = async (response: Response, outgoing: ServerResponse, method: string): Promise<void> => {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (!response.body || method === 'HEAD') return void outgoing.end()
  for await (const part of Readable.fromWeb(response.body as ReadableStream)) {
    if (!outgoing.write(part))
      await new Promise((resolve) => outgoing.once('drain', resolve).once('close', resolve))
  }
  outgoing.end()
}

/**
 * A Node server over a function from Request to Response. A network failure, `Response.error()`, is answered by
 * hanging up: the caller cannot know whether its request was carried out, as when a connection is lost.
 */
export const serverOver = (handle: Handle): Server =>
  createServer((incoming, outgoing) => {
    const method = incoming.method ?? 'GET'
    void (async () => {
      try {
        const response = await handle(requestFrom(incoming))
        if (response.type === 'error') return void outgoing.destroy()
        await answer(response, outgoing, method)
      } catch (thrown) {
        console.error(`${method} ${new URL(incoming.url ?? '/', 'http://local').pathname}:`, thrown)
        if (outgoing.headersSent) return void outgoing.destroy()
        outgoing
          .writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
          .end('The stand-in failed; see its console.')
      }
    })()
  })

/** Listens at the first free port from `port` on (0: any), on this machine only. Resolves with the port taken. */
export const listen = async (server: Server, port: number): Promise<number> => {
  for (let at = port; at <= port + 50; at += 1) {
    const taken = await new Promise<number | null>((resolve, reject) => {
      server.once('error', (fault: NodeJS.ErrnoException) => {
        if (fault.code === 'EADDRINUSE' || fault.code === 'EACCES') resolve(null)
        else reject(fault)
      })
      server.listen(at, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address ? address.port : at)
      })
    })
    server.removeAllListeners('error')
    if (taken !== null) return taken
  }
  throw new Error(`No free port between ${port} and ${port + 50}.`)
}

/** Stops listening and ends every connection. */
export const shut = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
