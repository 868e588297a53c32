import { plain, type Cell, type Column } from '../xlsx/model.ts'
import { formatOf, lookOf } from '../xlsx/styles.ts'

/** Points of a row with one line of words. */
export const line = 15

/** Points that a row needs for the text that wraps in it, by the widths of its columns. */
export const rowHeight = (cells: readonly Cell[], columns: readonly Column[]): number => {
  const needed = cells.map((cell, at) => {
    const column = columns[at]
    const style = (cell !== null && typeof cell === 'object' ? cell.style : undefined) ?? column?.style
    const value = plain(cell)
    if (!column || column.hidden || !style || !lookOf(style).wrap || typeof value !== 'string') return 1
    if (formatOf(style) === 'key') return 1
    return linesOf(value, column.width - 1, lookOf(style).bold ? 1.06 : 1)
  })
  return line * Math.min(20, Math.max(1, ...needed))
}

/** Widths of letters in digits, as Excel counts columns, about as Calibri and its like have them. */
const measured = (letter: string): number =>
  /[ ijlI.,:;'’|!]/.test(letter)
    ? 0.5
    : /[frt()/“”"[\]-]/.test(letter)
      ? 0.7
      : /[mwMW@%—]/.test(letter)
        ? 1.65
        : /[^a-z\d£+=<>~?_$#*]/.test(letter)
          ? 1.25
          : 1
const widths = new Map<string, number>()
const widthOf = (letter: string): number => {
  const known = widths.get(letter)
  if (known !== undefined) return known
  const width = measured(letter)
  widths.set(letter, width)
  return width
}
const wide = (word: string): number => {
  let sum = 0
  for (const letter of word) sum += widthOf(letter)
  return sum
}

/** How many lines words take when they are broken between words, longer ones within. */
const linesOf = (text: string, room: number, weight: number): number => {
  const width = room / weight
  return text.split('\n').reduce((total, paragraph) => {
    let [lines, used] = [1, 0]
    for (const word of paragraph.split(' ')) {
      const long = wide(word)
      const before = used > 0 ? used + widthOf(' ') : 0
      if (used > 0 && before + long > width) [lines, used] = [lines + 1, long]
      else used = before + long
      if (used > width) [lines, used] = [lines + Math.ceil(used / width) - 1, used % width]
    }
    return total + lines
  }, 0)
}
