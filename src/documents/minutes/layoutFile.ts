import { cleanLine } from '../../domain/cleanLine.ts'
import type { MinutesLayout } from '../../domain/records/minutesLayout.ts'
import { layoutIn, layoutText } from '../../domain/rules/minutesLayout.ts'
import { isDay } from '../../domain/rules/day.ts'
import { isText, packText, readPackText } from '../packFile.ts'

const kind = 'goldthread minutes layout'

/** An order of the minutes as a file for other schools: headings and places, and no word about any child. */
export const layoutFile = ({ authority, parts, sourced, note }: MinutesLayout): string =>
  packText(kind, { authority, sourced, note, parts: layoutIn(parts) })

export type ReadLayout = { readonly layout: MinutesLayout } | { readonly complaint: string }

/** Reads an order that another school passed on. A complaint says what is wrong with the file. */
export const readLayoutFile = (text: string): ReadLayout => {
  const read = readPackText(text, kind, 'order of the minutes')
  if ('complaint' in read) return read
  const { authority, sourced, note, parts } = read.content
  const layout = layoutIn(parts)
  if (!layout) return { complaint: 'This file is damaged: ask the other school to save it again.' }
  return {
    layout: {
      authority: isText(authority) && cleanLine(authority) ? cleanLine(authority).slice(0, 120) : null,
      sourced: isText(sourced) && isDay(sourced) ? sourced : null,
      note: isText(note) && note.trim() ? note.slice(0, 2_000) : null,
      parts: layoutText(layout),
    },
  }
}
