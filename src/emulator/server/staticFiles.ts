import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The file at `path` below `folder`, or 404; never one outside it. `path` is a decoded URL path without leading `/`. */
export const fileAnswer = async (
  folder: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response> => {
  const file = join(folder, path)
  const inside = file.startsWith(folder.endsWith(sep) ? folder : folder + sep)
  const bytes = inside && !path.includes('\0') ? await readFile(file).catch(() => null) : null
  if (!bytes) return new Response('Not here', { status: 404, headers: { 'content-type': 'text/plain' } })
  const kind = kinds[extname(file)] ?? 'application/octet-stream'
  return new Response(bytes, { headers: { 'content-type': kind, ...headers } })
}
