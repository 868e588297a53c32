import { decode } from './encoding.ts'
import { wrongKind, wrongText } from './fileKind.ts'
import { type ImportFile, refusedFile } from './importFile.ts'
import { readCtf } from './ctf/readCtf.ts'
import { readTable } from './table.ts'

/**
 * A list of pupils from a file: a CSV export (commas, semicolons, tabs; UTF-8, UTF-16, Windows-1252) or a CTF. What
 * it is comes from its bytes, never from its name. Never throws: a file of another kind is refused in a sentence.
 */
export const readFile = (bytes: Uint8Array, fileName = ''): ImportFile => {
  const kind = wrongKind(bytes, fileName)
  if (kind) return refusedFile(kind)
  const { text, encoding } = decode(bytes)
  const wrong = wrongText(text)
  if (wrong) return refusedFile(wrong)
  return text.trimStart().startsWith('<') ? readCtf(bytes, text) : readTable(text, encoding)
}
