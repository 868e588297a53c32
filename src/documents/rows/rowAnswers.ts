import type { Value } from '../../domain/fields.ts'
import { fieldOf, tagOf } from '../../domain/record.ts'
import { recordedText } from '../bind.ts'
import type { Difference } from '../readBack.ts'
import type { RowChoice } from './kinds.ts'
import type { AddedRow } from './readRows.ts'
import { changeOf } from './rowText.ts'

/** What a person changed or added before a row is stored, by field. */
export type RowEdits = Readonly<Record<string, Value>>

/** The fields of which a row says something to a choice, and those that the choice asks for. */
export const fieldsToStore = (row: AddedRow, choice: RowChoice, edits: RowEdits = {}): string[] => {
  const said = row.fields.map(({ field }) => field).filter((field) => field in choice.place.type.fields)
  // What a section's change is of is settled by the record that it is said to be.
  const known =
    choice.is === 'same' && row.type.short === 'sx' ? said.filter((field) => field !== 'section') : said
  return [...new Set([...known, ...choice.asks, ...Object.keys(edits)])]
}

/**
 * What storing a row comes to, once a person said what it is: the differences to take, for `changesOf`. A field of
 * which the row says nothing is left as it is. Fields of another type than the row's (an outcome's block that becomes a
 * target) are those of the same name.
 */
export const differencesOfRow = (row: AddedRow, choice: RowChoice, edits: RowEdits = {}): Difference[] =>
  fieldsToStore(row, choice, edits).flatMap((field): Difference[] => {
    const { place } = choice
    const said = row.fields.find((one) => one.field === field)
    const change: Difference['change'] | null =
      field in edits ? { value: edits[field]! } : said ? changeOf(place.type, field, said.text) : null
    if (!change) return []
    const now = (place.record ?? place.given)[field] ?? null
    if ('value' in change && change.value === now) return []
    return [
      {
        tag: tagOf(place.type, place.key, field),
        place,
        field,
        label: fieldOf(place.type, field).label,
        called: place.called,
        record: recordedText(place, field),
        document: said?.text ?? '',
        change,
        since: 'document',
      },
    ]
  })
