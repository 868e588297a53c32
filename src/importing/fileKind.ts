const saveAgain = 'Open it in Excel, choose File, Save as, “Excel workbook (.xlsx)”, and choose that file.'
const wanted = 'Choose a CSV or Excel export (.xlsx) from SIMS, Arbor or Bromcom, or a CTF file (.xml).'

/** No school's file comes near this; a bigger one is a mistake or an attack. */
export const mostBytes = 40_000_000

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, i) => bytes[i] === byte)
const ascii = (bytes: Uint8Array, count: number) => String.fromCharCode(...bytes.subarray(0, count))

const packed = 'This is a compressed folder (.zip). Unpack it first, then import the file inside it.'

const signatures: readonly [readonly number[], (bytes: Uint8Array) => string][] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    (bytes) => {
      const start = ascii(bytes, 4000)
      if (start.includes('opendocument.spreadsheet'))
        return `This is an OpenDocument spreadsheet (.ods). ${saveAgain}`
      return start.includes('word/') || start.includes('opendocument.text')
        ? `This is a Word document, not a list of pupils. ${wanted}`
        : packed
    },
  ],
  // Without any file in it, or the first of several parts. “PK” alone may begin a heading.
  [[0x50, 0x4b, 0x05, 0x06], () => packed],
  [[0x50, 0x4b, 0x07, 0x08], () => packed],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    () => `This is an older Excel workbook (.xls), or one that a password locks. ${saveAgain}`,
  ],
  [[0x25, 0x50, 0x44, 0x46], () => `This is a PDF, which can be read by people only. ${wanted}`],
  [[0x89, 0x50, 0x4e, 0x47], () => `This is a picture. ${wanted}`],
  [[0xff, 0xd8, 0xff], () => `This is a picture. ${wanted}`],
  [[0x47, 0x49, 0x46, 0x38], () => `This is a picture. ${wanted}`],
  [[0x1f, 0x8b], () => `This is a compressed file. Unpack it first, then import the file inside it.`],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], () => `This is a text document (.rtf), not a list of pupils. ${wanted}`],
]

/** Whether a file is an Excel workbook of today's kind, by what its archive says of itself. */
export const isWorkbook = (bytes: Uint8Array): boolean => {
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return false
  // The names of its parts stand at each part's head and, all together, at its end.
  const names = ascii(bytes, 4000) + ascii(bytes.subarray(-20_000), 20_000)
  return names.includes('xl/') && !names.includes('word/')
}

/** Why a file can't be a list of pupils, by its first bytes; null when it may be one. */
export const wrongKind = (bytes: Uint8Array): string | null => {
  if (bytes.length === 0) return 'The file is empty. Export it again from your MIS.'
  if (bytes.length > mostBytes)
    return `The file is larger than ${mostBytes / 1_000_000} MB. A school’s export is far smaller: check which file this is.`
  return signatures.find(([signature]) => startsWith(bytes, signature))?.[1](bytes) ?? null
}

/** Why text can't be a list of pupils; null when it may be one. */
export const wrongText = (text: string): string | null => {
  const start = text.slice(0, 2000).trimStart().toLowerCase()
  if (text.trim() === '') return 'The file is empty. Export it again from your MIS.'
  if (start.startsWith('<!doctype html') || start.startsWith('<html') || start.startsWith('<table'))
    return `This is a web page, as some systems save it under the name of Excel. ${saveAgain}`
  // eslint-disable-next-line no-control-regex
  if (/[\u0000\u0001\u0002\u0003\u0004\u0005\u0006]/.test(text.slice(0, 20_000)))
    return `This is not a text file. ${wanted}`
  return null
}
