/** `B12` as row and column, both from 0; null where it is no cell. */
export const placeOfCell = (ref: string): { readonly row: number; readonly column: number } | null => {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref)
  if (!found) return null
  const column = [...found[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(found[2]) - 1, column }
}

export type Rectangle = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** `B3:D9` or `B3`; null where it is neither, such as a whole column or a broken reference. */
export const rectangleOf = (ref: string): Rectangle | null => {
  const [first = '', last = first] = ref.split(':')
  const [from, to] = [placeOfCell(first), placeOfCell(last)]
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null
}

/** `'Costed map'!$B$3:$D$9` in parts; null where it names no place of one sheet. */
export const placeInBook = (formula: string): { readonly sheet: string; readonly ref: string } | null => {
  const found = /^=?(?:'((?:[^']|'')+)'|([^'!,()]+))!([^!,]+)$/.exec(formula.trim())
  if (!found || formula.includes('#REF!')) return null
  return {
    sheet: found[1]?.replaceAll("''", "'") ?? found[2]!,
    ref: found[3]!.replaceAll('$', ''),
  }
}
