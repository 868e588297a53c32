import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { brotli } from '../../scripts/budgets/brotli.ts'
import { headersFor } from '../../scripts/hosting/policy.ts'
import type { GraphEmulator } from '../../src/emulator/graph/index.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
}

/** Who answers under which name. */
export const names = {
  app: 'goldthread.example',
  bare: 'bare.example',
  teams: 'teams.microsoft.com',
  graph: 'graph.microsoft.com',
  office: 'appsforoffice.microsoft.com',
  word: 'word-edit.officeapps.live.com',
} as const

export type Answered = { readonly url: string; readonly bytes: number }

export type Served = {
  readonly port: number
  /** What was asked since it was last emptied. */
  readonly asked: Answered[]
  close(): void
}

/** A key and a certificate for this run alone; the browser is told not to ask who signed it. */
const certificate = (): { key: string; cert: string } => {
  const made = execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
    ].concat(['-subj', '/CN=goldthread.example', '-keyout', '-', '-out', '-']),
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const part = (name: RegExp) => name.exec(made)![0]
  return {
    key: part(/-----BEGIN PRIVATE KEY-----[\s\S]+?-----END PRIVATE KEY-----/),
    cert: part(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/),
  }
}

/**
 * Serves built pages as their host would – HTTP/2, brotli while it answers, the headers of `scripts/hosting` – and Microsoft's names
 * beside them, on one port of this machine. `latency`: milliseconds before each answer of Graph.
 */
export const serve = async (given: {
  readonly app: string
  readonly bare: string
  readonly host: string
  readonly office: string
  readonly emulator: GraphEmulator
  readonly latency: number
}): Promise<Served> => {
  const asked: Answered[] = []
  const pressed = new Map<string, Buffer>()
  const file = async (folder: string, path: string): Promise<Buffer | null> => {
    const at = join(folder, path)
    const known = pressed.get(at)
    if (known) return known
    const bytes = await readFile(at).catch(() => null)
    if (!bytes) return null
    const made = brotli(bytes, 6)
    pressed.set(at, made)
    return made
  }

  const graph = async (url: URL, incoming: Http2ServerRequest, outgoing: Http2ServerResponse) => {
    const parts: Buffer[] = []
    for await (const part of incoming) parts.push(part as Buffer)
    const headers = Object.entries(incoming.headers).filter(([name]) => !name.startsWith(':')) as [
      string,
      string,
    ][]
    const method = incoming.method
    const body = parts.length > 0 ? Buffer.concat(parts) : null
    await new Promise((done) => setTimeout(done, given.latency))
    const answer = await given.emulator.handle(new Request(url, { method, headers, body }))
    const bytes = gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 4 })
    asked.push({ url: `${method} ${url.href}`, bytes: bytes.byteLength })
    const said = Object.fromEntries(answer.headers)
    outgoing.writeHead(answer.status, { ...said, 'content-encoding': 'gzip' }).end(bytes)
  }

  const answer = async (incoming: Http2ServerRequest, outgoing: Http2ServerResponse) => {
    const host = (incoming.authority || String(incoming.headers.host)).split(':')[0]!
    const url = new URL(incoming.url, `https://${host}`)
    if (host === names.graph) return graph(url, incoming, outgoing)
    const send = (type: string, bytes: Buffer, headers: Readonly<Record<string, string>> = {}) => {
      asked.push({ url: url.href, bytes: bytes.byteLength })
      outgoing.writeHead(200, { ...headers, 'content-type': type, 'content-encoding': 'br' }).end(bytes)
    }
    if (host === names.app && url.pathname === '/config.json')
      return send(types['.json']!, brotli(JSON.stringify(localConfig), 6), headersFor(url.pathname))
    const folder = {
      [names.app]: given.app,
      [names.bare]: given.bare,
      [names.teams]: given.host,
      [names.word]: given.host,
      [names.office]: given.office,
    }[host]
    const bytes = folder && (await file(folder, host === names.office ? 'office.js' : url.pathname))
    if (!bytes) return void outgoing.writeHead(404).end()
    const headers = host === names.app ? headersFor(url.pathname) : {}
    send(types[extname(url.pathname)] ?? 'application/octet-stream', bytes, headers)
  }

  const server = createSecureServer({ ...certificate(), allowHTTP1: true }, (incoming, outgoing) => {
    answer(incoming, outgoing).catch((thrown: unknown) => {
      console.error(incoming.url, thrown)
      if (!outgoing.headersSent) outgoing.writeHead(500)
      outgoing.end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { port: (server.address() as AddressInfo).port, asked, close: () => void server.close() }
}
