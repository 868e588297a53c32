import { fieldOf, tagOf } from '../../domain/record.ts'
import type { Day } from '../../domain/rules/day.ts'
import { bind, recordedText } from '../bind.ts'
import type { Bound } from '../blocks.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { type Place, placesOf } from '../reviewPlaces.ts'
import { reviewMinutes } from '../reviewMinutes.ts'
import type { RowAt } from './documentTables.ts'
import { listsIn } from './lists.ts'
import type { NewCell } from './missingRows.ts'

/** A row that stands in the document and becomes a record's: what each of its cells holds from now on; null stays. */
export type RowToBind = {
  readonly at: RowAt
  readonly cells: readonly (NewCell | null)[]
  /** Controls stand in it, of the row that it was copied from: they go. */
  readonly hasControls: boolean
}

/** How the minutes show each field of a type in their rows; a column that repeats fixed words has none. */
const shownAs = (file: ReviewFile, today: Day, columns: readonly (string | null)[], type: Place['type']) => {
  const lists = listsIn(reviewMinutes(file, today), placesOf(file)).filter((list) => list.type === type)
  const like = (fields: readonly (string | null)[]) =>
    fields.filter((one) => one && columns.includes(one)).length
  const [list] = lists.toSorted((a, b) => like(b.fields) - like(a.fields))
  const found = new Map<string, Bound>()
  for (const { cells } of list?.rows ?? [])
    for (const { runs } of cells)
      for (const run of runs)
        if ('bound' in run) found.set(run.bound.tag.slice(run.bound.tag.lastIndexOf('.') + 1), run.bound)
  return found
}

/**
 * The controls that a row of the document gets once it is a record's, so that the next reading knows it. `place` holds
 * the record as it was stored.
 */
export const rowToBind = (
  file: ReviewFile,
  today: Day,
  row: { readonly at: RowAt; readonly columns: readonly (string | null)[] },
  place: Place,
  hasControls: boolean,
): RowToBind => {
  const shown = shownAs(file, today, row.columns, place.type)
  const cells = row.columns.map((field): NewCell | null => {
    if (field === null || !(field in place.type.fields)) return null
    const like = shown.get(field)
    if (shown.size > 0 && !like) return null
    if (like) {
      const tag = tagOf(place.type, place.key, field)
      return {
        bound: { ...like, tag, title: fieldOf(place.type, field).label, text: recordedText(place, field) },
      }
    }
    const run = bind(place, field)
    return 'bound' in run ? run : null
  })
  // One field in two cells would stand there twice.
  const seen = new Set<string>()
  const once = cells.map((cell) => {
    if (!cell || !('bound' in cell) || seen.has(cell.bound.tag)) return null
    seen.add(cell.bound.tag)
    return cell
  })
  return { at: row.at, cells: once, hasControls }
}
