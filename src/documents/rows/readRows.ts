import { tagParts } from '../readBack.ts'
import { derivedKey } from '../../domain/derivedKey.ts'
import type { AnyRecordType } from '../../domain/record.ts'
import type { Day } from '../../domain/rules/day.ts'
import type { Control, ReadDocument } from '../readControls.ts'
import type { DocumentContent } from '../blocks.ts'
import { reviewMinutes } from '../reviewMinutes.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { type Place, placesOf } from '../reviewPlaces.ts'
import { type DocumentList, documentList, recordsIn, squeezed } from './documentList.ts'
import { type DocumentBlock, documentBlocks, type DocumentRow, type RowAt } from './documentTables.ts'
import { choicesFor, kindOf, type RowChoice } from './kinds.ts'
import { idOf, type List, listsIn } from './lists.ts'
import { addedBlocks } from './addedBlocks.ts'
import { agreeing, rowSays, type RowSays, saysTheSame } from './rowText.ts'

/** A row that people added in Word: not in the record until somebody says what it is. */
export type AddedRow = RowSays & {
  /** The same at each reading for the same words, and the key of the record that it becomes. */
  readonly key: string
  /** Of the table that it stands in. */
  readonly type: AnyRecordType
  /** Where its controls belong once it is stored; null for paragraphs. */
  readonly at: RowAt | null
  /** The field of each of its cells. */
  readonly columns: readonly (string | null)[]
  /**
   * `typed`: no controls of ours; `copied`: of a row that stands there too; `strange`: its controls are of a record
   * that this review doesn't have (archived, or pasted from another document).
   */
  readonly how: 'typed' | 'copied' | 'strange'
  readonly choices: readonly RowChoice[]
  /** The id of the likeliest choice. */
  readonly likely: string | null
  /** Records that have a row of their own in the same table, as `short.key`. */
  readonly standing: ReadonlySet<string>
  /** The controls that stand in it, which are those of another row. */
  readonly controls: readonly { readonly tag: string; readonly text: string }[]
}
/** A row that says what a record says: stored before, where Word could not take the controls, or told twice. */
export type KnownRow = {
  readonly place: Place
  readonly at: RowAt
  readonly columns: readonly (string | null)[]
  /** The record has a row of its own in the table: this one gets no controls. */
  readonly twice: boolean
  /** Controls of another row or record stand in it. */
  readonly hasControls: boolean
}

/** All that the functions about rows share: what the document's tables and the record's tables are. */
export type RowReading = {
  readonly blocks: readonly DocumentBlock[]
  readonly lists: readonly List[]
  readonly tables: readonly DocumentList[]
  readonly places: ReadonlyMap<string, Place>
  readonly content: DocumentContent
}

/** Problem `unsupported` where the text is not XML that Word writes. */
export const rowReading = (file: ReviewFile, xml: string, today: Day): RowReading => {
  const places = placesOf(file)
  const content = reviewMinutes(file, today)
  const lists = listsIn(content, places)
  const blocks = documentBlocks(xml)
  const tables = blocks.flatMap((block) =>
    block.is === 'table' ? (documentList(block, lists, places) ?? []) : [],
  )
  return { blocks, lists, tables, places, content }
}

/** The rows under the headings of a table that are still there. */
export const rowsUnder = ({ table }: DocumentList): DocumentRow[] => {
  const first = table.rows.findIndex((row) => row.isHeading)
  return table.rows.filter(
    (row, at) => !row.isGone && !row.isHeading && at > first && !isHead(table.rows, at),
  )
}
// A table whose first row is not marked as headings and holds no controls still begins with them.
const isHead = (rows: readonly DocumentRow[], at: number) =>
  at === 0 &&
  !rows.some(({ isHeading }) => isHeading) &&
  rows[0]!.cells.every(({ controls }) => controls.length === 0)

const likelyOf = (choices: readonly RowChoice[], says: RowSays, main: string): string | null => {
  const named = says.fields.find(({ field }) => field === main)?.text
  const same = choices.find(({ is, place }) => {
    if (is !== 'same' || !named || main === 'section') return false
    return squeezed(String(place.record?.[main] ?? '')) === squeezed(named)
  })
  return (same ?? choices.find(({ is }) => is === 'new'))?.id ?? null
}

/** Which of two rows of one record is the copy: the one that says less of what the record says, or the later. */
const isCopy = (
  list: DocumentList,
  row: DocumentRow,
  others: readonly DocumentRow[],
  place: Place | undefined,
) => {
  if (!place) return others.indexOf(row) > 0
  const agree = (one: DocumentRow) => agreeing(list, one, place)
  const [original] = others.toSorted((a, b) => agree(b) - agree(a))
  return original !== row
}

/**
 * The rows that people added to our tables in Word, and those known by their words. Rows of which nothing is written
 * are left out, and so are copies that say nothing else than their original.
 */
export const addedRows = (
  file: ReviewFile,
  reading: RowReading,
  today: Day,
): { readonly added: readonly AddedRow[]; readonly known: readonly KnownRow[] } => {
  const { tables, places } = reading
  const added: AddedRow[] = []
  const known: KnownRow[] = []
  const seen = new Map<string, number>()
  for (const list of tables) {
    const { type } = list
    const { main } = kindOf(type)
    const rows = rowsUnder(list)
    const taken = new Set(rows.flatMap((row) => recordsIn(row, type)))
    for (const row of rows) {
      const ids = recordsIn(row, type)
      if (ids.length > 1) continue
      const [id] = ids
      const place = id ? places.get(id) : undefined
      const alike = id ? rows.filter((one) => recordsIn(one, type)[0] === id) : []
      const copied = alike.length > 1 && isCopy(list, row, alike, place)
      if (place && !copied) continue
      // Of a row with controls the words beside them are ours: empty room says nothing.
      if (id && !isFilled(row)) continue
      const says = rowSays(list, row)
      if (says.fields.length === 0 && says.beside.length === 0) continue
      if (copied && alike.some((one) => one !== row && sameWords(rowSays(list, one), says))) continue
      const words = squeezed(row.at.cells.join('|'))
      const keyOf = (nth: number) => derivedKey(file.review.key, type.name, 'row', words, String(nth))
      // The record that a row of these words became may have its row and say something else by now.
      const isAnothers = (nth: number) => {
        const own = places.get(`${type.short}.${keyOf(nth)}`)
        return own?.record && taken.has(idOf(own)) && !saysTheSame(own, says, main)
      }
      let nth = (seen.get(words) ?? 0) + 1
      while (isAnothers(nth)) nth++
      seen.set(words, nth)
      const key = keyOf(nth)
      const columns = row.cells.map(({ column }) => list.fieldAt(column))
      const by = recordKnown(places, list, key, says, taken, copied)
      if (by) {
        const twice = taken.has(idOf(by))
        taken.add(idOf(by))
        known.push({ place: by, at: row.at, columns, twice, hasControls: id !== undefined })
        continue
      }
      // A copy that is said to be its original would stand there twice: reading back compares the two by field.
      const choices = choicesFor(type, file, today, key).filter(
        (choice) => !copied || choice.is === 'new' || !taken.has(idOf(choice.place)),
      )
      added.push({
        ...says,
        key,
        type,
        at: row.at,
        columns,
        how: id ? (copied ? 'copied' : 'strange') : 'typed',
        choices,
        likely: likelyOf(choices, says, main),
        standing: taken,
        controls: row.cells.flatMap(({ controls }) => controls.map(({ tag, text }) => ({ tag, text }))),
      })
    }
  }
  return { added: [...added, ...addedBlocks(file, reading, reading.content, today)], known }
}

const isFilled = (row: DocumentRow): boolean =>
  row.cells.some(
    ({ controls, outside }) =>
      controls.some(({ text }) => text.trim() !== '') || (controls.length > 0 && outside.trim() !== ''),
  )

const sameWords = (a: RowSays, b: RowSays): boolean =>
  a.fields.length === b.fields.length &&
  a.fields.every(({ field, text }) =>
    b.fields.some((one) => one.field === field && squeezed(one.text) === squeezed(text)),
  )

/** The record that a row is of: stored from it before, or saying the same, one without a row of its own first. */
const recordKnown = (
  places: ReadonlyMap<string, Place>,
  { type }: DocumentList,
  key: string,
  says: RowSays,
  taken: ReadonlySet<string>,
  copied: boolean,
): Place | null => {
  const own = places.get(`${type.short}.${key}`)
  if (own?.record) return own
  if (copied) return null
  const { main } = kindOf(type)
  const same = [...places.values()].filter(
    (place) => place.type === type && place.record && saysTheSame(place, says, main),
  )
  return same.find((place) => !taken.has(idOf(place))) ?? same[0] ?? null
}

/**
 * A document without the controls of rows that people copied or that are deleted under tracked changes: the rest is
 * compared field by field, and they are asked about as rows.
 */
export const withoutRows = (
  document: ReadDocument,
  { tables }: RowReading,
  added: readonly AddedRow[],
): ReadDocument => {
  const deleted = tables.flatMap(({ table }) =>
    table.rows.flatMap((row) => (row.isGone ? row.cells.flatMap(({ controls }) => controls) : [])),
  )
  const out = [...deleted, ...added.flatMap(({ controls }) => controls)].filter(({ tag }) => tagParts(tag))
  const left: Control[] = [...document.controls]
  for (const { tag, text } of out) {
    const at = left.findLastIndex((control) => control.tag === tag && control.text === text)
    if (at >= 0) left.splice(at, 1)
  }
  return { ...document, controls: left }
}
