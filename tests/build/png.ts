import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

/** What a square PNG of 8 bits a channel says of itself: its side in pixels, and whether its first corner is clear. */
export const appMark = (path: string): { size: number; corner: 'opaque' | 'clear' } => {
  const bytes = readFileSync(path)
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error(`${path} is not a PNG`)
  const size = bytes.readUInt32BE(16)
  if (bytes.readUInt32BE(20) !== size) throw new Error(`${path} is not square`)
  const hasAlpha = bytes[25] === 6
  const parts: Buffer[] = []
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  }
  // The first row's filter byte, then red, green, blue, alpha: no filter changes the first pixel's own bytes.
  const alpha = hasAlpha ? inflateSync(Buffer.concat(parts))[4] : 255
  return { size, corner: alpha === 0 ? 'clear' : 'opaque' }
}
