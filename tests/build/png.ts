import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

/** A square PNG of 8 bits a channel: its side in pixels, how many bytes a pixel has, and its rows as they are packed. */
const opened = (path: string): { size: number; wide: 3 | 4; rows: Buffer } => {
  const bytes = readFileSync(path)
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error(`${path} is not a PNG`)
  const size = bytes.readUInt32BE(16)
  if (bytes.readUInt32BE(20) !== size) throw new Error(`${path} is not square`)
  const parts: Buffer[] = []
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  }
  return { size, wide: bytes[25] === 6 ? 4 : 3, rows: inflateSync(Buffer.concat(parts)) }
}

/** What it says of itself: its side in pixels, and whether its first corner is clear. */
export const appMark = (path: string): { size: number; corner: 'opaque' | 'clear' } => {
  const { size, wide, rows } = opened(path)
  // The first row's filter byte, then red, green, blue, alpha: no filter changes the first pixel's own bytes.
  return { size, corner: wide === 4 && rows[4] === 0 ? 'clear' : 'opaque' }
}

/** Its pixels, red, green, blue and alpha, of a file in which no row is filtered, as we write them. */
export const pixelsOf = (path: string): Buffer => {
  const { size, wide, rows } = opened(path)
  const row = 1 + size * wide
  const all = Array.from({ length: size }, (_, at) => rows.subarray(at * row, (at + 1) * row))
  if (wide !== 4 || all.some(([filter]) => filter !== 0)) throw new Error(`${path} is not as we write it`)
  return Buffer.concat(all.map((one) => one.subarray(1)))
}
