import { Gzip, gzipSync } from 'fflate'

type Piece = string | Uint8Array

/** One file of the package: its path, and its text in pieces so that a big sheet is never in memory as a whole. */
export type Part = { readonly name: string; readonly text: Iterable<Piece> }

type Packed = {
  readonly name: string
  readonly pieces: readonly Uint8Array[]
  /** Of the pieces together. */
  readonly packed: number
  readonly crc: number
  readonly size: number
}

/** Below this many bytes a stream costs more than it saves. */
const smallest = 100_000
const encoder = new TextEncoder()
const bytesOf = (piece: Piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece)
/** What gzip puts before and after the deflated bytes; the 8 at the end are the checksum and the size that a zip wants. */
const [before, after] = [10, 8]

const fromGzip = (name: string, pieces: readonly Uint8Array[]): Packed => {
  const all = [...pieces]
  // Header and trailer may lie across pieces: take bytes off one piece after another.
  for (let left = before; left > 0;) {
    const take = Math.min(left, all[0]!.length)
    all[0] = all[0]!.subarray(take)
    left -= take
    if (all[0].length === 0) all.shift()
  }
  const trailer = new Uint8Array(after)
  for (let left = after; left > 0;) {
    const last = all.at(-1)!
    const take = Math.min(left, last.length)
    trailer.set(last.subarray(last.length - take), left - take)
    all[all.length - 1] = last.subarray(0, last.length - take)
    left -= take
    if (all.at(-1)!.length === 0) all.pop()
  }
  const view = new DataView(trailer.buffer)
  return {
    name,
    pieces: all,
    packed: all.reduce((sum, { length }) => sum + length, 0),
    crc: view.getUint32(0, true),
    size: view.getUint32(4, true),
  }
}

/** The platform's own compressor: zlib in a thread of its own, in browsers and in Node. */
const byPlatform = async (text: Iterable<Piece>): Promise<Uint8Array[]> => {
  const { readable, writable } = new CompressionStream('gzip')
  const pieces: Uint8Array[] = []
  const collect = async () => {
    const reader = readable.getReader()
    for (let next = await reader.read(); !next.done; next = await reader.read()) pieces.push(next.value)
  }
  const feed = async () => {
    const writer = writable.getWriter()
    let before: Promise<void> = Promise.resolve()
    for (const piece of text) {
      const written = writer.write(bytesOf(piece) as Uint8Array<ArrayBuffer>)
      // A failure shows at the next piece, or at `close`.
      written.catch(() => undefined)
      // One piece ahead: the next is made while this one is packed, and no more than two are held.
      await before
      before = written
    }
    await before
    await writer.close()
  }
  await Promise.all([collect(), feed()])
  return pieces
}

const byFflate = (text: Iterable<Piece>): Uint8Array[] => {
  const pieces: Uint8Array[] = []
  const gzip = new Gzip({ level: 6, mtime: 0 }, (piece) => void pieces.push(piece))
  for (const piece of text) gzip.push(bytesOf(piece))
  gzip.push(new Uint8Array(0), true)
  return pieces
}

const packed = async ({ name, text }: Part): Promise<Packed> => {
  const pieces = text[Symbol.iterator]()
  const head: Uint8Array[] = []
  let [size, next] = [0, pieces.next()]
  for (; !next.done && size < smallest; next = pieces.next()) {
    const bytes = bytesOf(next.value)
    head.push(bytes)
    size += bytes.length
  }
  if (next.done) return fromGzip(name, [gzipSync(joined(head, size), { level: 6, mtime: 0 })])
  const second = next.value
  const all = (function* () {
    yield* head
    yield second
    for (let more = pieces.next(); !more.done; more = pieces.next()) yield more.value
  })()
  return fromGzip(name, typeof CompressionStream === 'undefined' ? byFflate(all) : await byPlatform(all))
}
const joined = (pieces: readonly Uint8Array[], size: number): Uint8Array => {
  const all = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

const dosTime = (at: Date): number =>
  ((at.getFullYear() - 1980) << 25) |
  ((at.getMonth() + 1) << 21) |
  (at.getDate() << 16) |
  (at.getHours() << 11) |
  (at.getMinutes() << 5) |
  (at.getSeconds() >> 1)

/** What local header and directory say alike of a file: version 2.0, deflated, its time, checksum and sizes. */
const common = (view: DataView, at: number, file: Packed, time: number): void => {
  view.setUint16(at, 20, true)
  view.setUint16(at + 4, 8, true)
  view.setUint32(at + 6, time, true)
  view.setUint32(at + 10, file.crc, true)
  view.setUint32(at + 14, file.packed, true)
  view.setUint32(at + 18, file.size, true)
  view.setUint16(at + 22, file.name.length, true)
}

/**
 * The parts as one zip, in their order. Names are plain ASCII paths. Big parts go through the platform's
 * CompressionStream as gzip, whose trailer holds the checksum too; small ones, and all where there is none, through
 * fflate. Source: PKWARE APPNOTE 6.3, sections 4.3.7 to 4.3.16; RFC 1952.
 */
export const zipOf = async (parts: Iterable<Part>, made: Date): Promise<Uint8Array<ArrayBuffer>> => {
  const files: Packed[] = []
  for (const part of parts) files.push(await packed(part))
  const time = dosTime(made)
  const names = files.reduce((sum, { name }) => sum + name.length, 0)
  const data = files.reduce((sum, file) => sum + file.packed, 0)
  const directory = data + names + 30 * files.length
  const out = new Uint8Array(directory + names + 46 * files.length + 22)
  const view = new DataView(out.buffer)
  let at = 0
  let entry = directory
  for (const file of files) {
    const name = encoder.encode(file.name)
    view.setUint32(entry, 0x02014b50, true)
    view.setUint16(entry + 4, 20, true)
    common(view, entry + 6, file, time)
    view.setUint32(entry + 42, at, true)
    out.set(name, entry + 46)
    entry += 46 + name.length
    view.setUint32(at, 0x04034b50, true)
    common(view, at + 4, file, time)
    out.set(name, at + 30)
    at += 30 + name.length
    for (const piece of file.pieces) {
      out.set(piece, at)
      at += piece.length
    }
  }
  view.setUint32(entry, 0x06054b50, true)
  view.setUint16(entry + 8, files.length, true)
  view.setUint16(entry + 10, files.length, true)
  view.setUint32(entry + 12, entry - directory, true)
  view.setUint32(entry + 16, directory, true)
  return out
}
