import { plain, type Cell, type Column } from '../xlsx/model.ts'
import { lookOf } from '../xlsx/styles.ts'

const line = 15

/** Points that a row needs for the text that wraps in it, by the widths of its columns. */
export const rowHeight = (cells: readonly Cell[], columns: readonly Column[]): number => {
  const needed = cells.map((cell, at) => {
    const column = columns[at]
    const style = (cell !== null && typeof cell === 'object' ? cell.style : undefined) ?? column?.style
    const value = plain(cell)
    if (!column || column.hidden || !style || !lookOf(style).wrap || typeof value !== 'string') return 1
    return linesOf(value, column.width - 1)
  })
  return line * Math.min(20, Math.max(1, ...needed))
}

/** How many lines words take when they are broken between words, longer ones within. */
const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((total, paragraph) => {
    let [lines, used] = [1, 0]
    for (const word of paragraph.split(' ')) {
      if (used > 0 && used + 1 + word.length > width) [lines, used] = [lines + 1, 0]
      used += (used > 0 ? 1 : 0) + word.length
      lines += Math.max(0, Math.ceil(used / width) - 1)
      used = used > width ? used % width : used
    }
    return total + lines
  }, 0)
