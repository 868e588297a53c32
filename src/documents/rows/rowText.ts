import { complaint, parse } from '../../domain/fields.ts'
import { type AnyRecordType, fieldOf, fieldsOf } from '../../domain/record.ts'
import { recordedText } from '../bind.ts'
import { type Difference, tagParts } from '../readBack.ts'
import type { Place } from '../reviewPlaces.ts'
import { cleanText } from '../word/xmlText.ts'
import { type DocumentList, squeezed } from './documentList.ts'
import type { DocumentCell, DocumentRow } from './documentTables.ts'

/** What a row says of one field. */
export type RowText = {
  readonly field: string
  readonly label: string
  readonly text: string
  readonly change: Difference['change']
}
export type RowSays = {
  /** In the order of the columns; nothing of a field of which the row says nothing. */
  readonly fields: readonly RowText[]
  /** What stands in columns that no field of the record holds. */
  readonly beside: readonly string[]
}

export const changeOf = (type: AnyRecordType, name: string, text: string): Difference['change'] => {
  const field = fieldOf(type, name)
  // A grid's first column says `Section B` or `B`.
  const found = parse(field, field.kind === 'choice' ? text.replace(/^section\s+/i, '') : text)
  if ('complaint' in found) return found
  const wrong = complaint(field, found.value)
  return wrong ? { complaint: wrong } : found
}

export const rowText = (type: AnyRecordType, field: string, text: string): RowText => ({
  field,
  label: fieldOf(type, field).label,
  text,
  change: changeOf(type, field, text),
})

const tidy = (text: string) =>
  cleanText(text)
    .replace(/[\u00A0\u202F]/g, ' ')
    .trim()

/** What a person put into a cell: what our controls hold, and what was typed beside them; placeholders left out. */
const writtenIn = ({ shown, outside, controls }: DocumentCell): string => {
  const ours = controls.filter(({ tag }) => tagParts(tag))
  if (ours.length === 0) return tidy(shown)
  const filled = ours.map(({ text }) => tidy(text)).filter(Boolean)
  return outside.trim() === '' || ours.every(({ placeholder }) => placeholder === null)
    ? outside.trim() === ''
      ? filled.join('\n')
      : tidy(shown)
    : [tidy(outside), ...filled].filter(Boolean).join(' ')
}

/** What a row of a list says, field by field. */
export const rowSays = (list: DocumentList, row: DocumentRow): RowSays => {
  const texts = new Map<string, string[]>()
  const beside: string[] = []
  for (const cell of row.cells) {
    const text = writtenIn(cell)
    if (list.saysNothing(cell.column, text)) continue
    const field = list.fieldAt(cell.column)
    if (field === null || !(field in list.type.fields)) beside.push(text)
    else texts.set(field, [...(texts.get(field) ?? []), text])
  }
  return {
    fields: [...texts].map(([field, all]) => rowText(list.type, field, all.join('\n'))),
    beside,
  }
}

/** Whether a record says all that a row says, and the row says what the record is told by. */
export const saysTheSame = (place: Place, { fields }: RowSays, main: string): boolean =>
  fields.some(({ field }) => field === main) &&
  fields.every(({ field, text, change }) => {
    const recorded = recordedText(place, field)
    return (
      squeezed(recorded) === squeezed(text) ||
      ('value' in change && change.value === (place.record?.[field] ?? null))
    )
  })

/** How many of its fields a row says as its record does: of two rows of one record the copy says fewer. */
export const agreeing = (list: DocumentList, row: DocumentRow, place: Place): number =>
  row.cells
    .flatMap(({ controls }) => controls)
    .filter(({ tag, text }) => {
      const field = tagParts(tag)?.field
      return (
        field !== undefined &&
        fieldsOf(list.type).some(([name]) => name === field) &&
        squeezed(text) === squeezed(recordedText(place, field))
      )
    }).length
