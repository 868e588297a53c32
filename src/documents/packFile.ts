/** What one school passes to another: a text file that says what it is and in which version. */

export const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isText = (value: unknown): value is string => typeof value === 'string'

/** What a text holds as JSON; null where it is none. */
export const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const version = 1

export const packText = (kind: string, content: Readonly<Record<string, unknown>>): string =>
  `${JSON.stringify({ kind, version, ...content }, null, 2)}\n`

/** The content of a file of this kind. `called`: what it is, for the complaint: `authority pack`. */
export const readPackText = (
  text: string,
  kind: string,
  called: string,
): { readonly content: Readonly<Record<string, unknown>> } | { readonly complaint: string } => {
  const value = jsonIn(text)
  if (!isRow(value) || value['kind'] !== kind || typeof value['version'] !== 'number')
    return { complaint: `This file is no ${called}. Choose the .json file that the other school saved.` }
  if (value['version'] !== version)
    return { complaint: `This ${called} was saved by a newer Goldthread. Ask IT to update yours first.` }
  return { content: value }
}
