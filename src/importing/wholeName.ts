import { clean } from './values.ts'

/** A name in one cell, taken apart. */
export type NameParts = {
  readonly surname: string
  readonly forename: string
  /** What stood in brackets behind it: `Kershaw, Amira (Mia)`. */
  readonly preferredForename: string | null
}

export const wholeNameExpected = 'surname and forename with one comma between them, such as Kershaw, Amira'

/** `Kershaw, Amira (Mia)` taken apart at its comma; null where there is none, more than one, or nothing on one side. */
export const splitAtComma = (cell: string): NameParts | null => {
  const parts = clean(cell).split(',')
  if (parts.length !== 2) return null
  const [surname, rest] = parts.map((part) => part.trim().replace(/\s+/g, ' ')) as [string, string]
  // A class or a number in brackets is no name.
  const inBrackets = /^(.+?)\s*\(([^()\d]+)\)$/.exec(rest)
  const forename = inBrackets ? inBrackets[1]! : rest
  return surname === '' || forename === ''
    ? null
    : { surname, forename, preferredForename: inBrackets ? inBrackets[2]!.trim() || null : null }
}

/** The same where a list may also say `Amira Kershaw`: its last word is then the surname. */
export const splitName = (cell: string): Partial<NameParts> => {
  const apart = splitAtComma(cell)
  if (apart) return apart
  if (cell.includes(',')) {
    const [surname, forename] = cell.split(/,\s*/, 2)
    return {
      ...(surname?.trim() ? { surname: surname.trim() } : {}),
      ...(forename?.trim() ? { forename: forename.trim() } : {}),
    }
  }
  const words = clean(cell).split(/\s+/)
  const forename = words.slice(0, -1).join(' ')
  return { surname: words.at(-1)!, ...(forename ? { forename } : {}) }
}
