import type { CSSProperties } from 'react'
import { type BookCell, type BookSheet, plainLook, spot } from '../book.ts'
import { shown } from '../showNumber.ts'

const isEmpty = (cell: BookCell | undefined) => !cell || cell.value === null || cell.value === ''

/** What a cell shows and how. Text runs over into an empty neighbour; a number that does not fit shows as `####`. */
export const cellView = (
  sheet: BookSheet,
  row: number,
  column: number,
  next: BookCell | undefined,
): { text: string; style: CSSProperties } => {
  const cell = sheet.cells.get(spot(row, column))
  const look = cell?.look ?? plainLook
  const lit = sheet.lit.get(spot(row, column))
  const value = cell?.value ?? null
  const isNumber = typeof value === 'number'
  const across =
    look.across && look.across !== 'General' ? look.across.toLowerCase() : isNumber ? 'right' : 'left'
  const width = sheet.columns.get(column)?.width ?? 64
  const full = shown(value, look.format)
  const text =
    isNumber && full.length * 6.2 > width - 4 ? '#'.repeat(Math.max(1, Math.floor(width / 9))) : full
  const line = sheet.gridlines ? '1px solid #e1e1e1' : '1px solid transparent'
  const indent = (look.indent ?? 0) * 9
  const overflows = !look.wrap && typeof value === 'string' && across === 'left' && isEmpty(next)
  return {
    text,
    style: {
      textAlign: across as 'left',
      whiteSpace: look.wrap ? 'pre-wrap' : 'pre',
      overflow: overflows ? 'visible' : 'hidden',
      overflowWrap: 'anywhere',
      display: 'flex',
      flexDirection: 'column',
      justifyContent: look.down === 'Top' ? 'flex-start' : look.down === 'Center' ? 'center' : 'flex-end',
      ...(indent > 0 && (across === 'right' ? { paddingRight: indent } : { paddingLeft: indent })),
      fontWeight: (lit?.bold ?? look.bold) ? 700 : 400,
      ...(look.italic && { fontStyle: 'italic' }),
      ...(look.strike && { textDecoration: 'line-through' }),
      ...(look.size && { fontSize: `${(look.size * 4) / 3}px`, lineHeight: 1.25 }),
      color: lit?.colour ?? look.colour ?? '#000000',
      ...((lit?.fill ?? look.fill) && { backgroundColor: lit?.fill ?? look.fill }),
      borderBottom: look.bottom ? `1px solid ${look.bottom}` : line,
      borderRight: look.right ? `1px solid ${look.right}` : line,
      ...(look.top && { borderTop: `1px solid ${look.top}` }),
    },
  }
}
