export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Where every other byte is nought, text is UTF-16; which one is nought says which way round. */
const wideWithoutMark = (bytes: Uint8Array): Encoding | null => {
  const sample = bytes.subarray(0, 4096)
  const noughts: [number, number] = [0, 0]
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) noughts[(i % 2) as 0 | 1]++
  const half = sample.length / 2
  if (half < 2) return null
  if (noughts[1] > half * 0.3 && noughts[0] < half * 0.05) return 'utf-16le'
  if (noughts[0] > half * 0.3 && noughts[1] < half * 0.05) return 'utf-16be'
  return null
}

const isUtf8 = (bytes: Uint8Array) => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** How a text file was written: by its byte order mark, else by what its bytes can be. Windows-1252 fits any bytes. */
const encodingOf = (bytes: Uint8Array): Encoding => {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return wideWithoutMark(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
}

/** Windows-1252 from 0x80 to 0x9F. Written out because Node 20 decodes these as if they were Latin-1. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const fromWindows = (bytes: Uint8Array) =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (letter) => windows[letter.charCodeAt(0) - 0x80]!)

/** The text of a file without its byte order mark. */
export const decode = (bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } => {
  const encoding = encodingOf(bytes)
  const text = encoding === 'windows-1252' ? fromWindows(bytes) : new TextDecoder(encoding).decode(bytes)
  return { text, encoding }
}
