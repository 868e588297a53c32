import { grouped } from '../../domain/grouped.ts'
import { type AnyRecordType, fieldsOf } from '../../domain/record.ts'
import { Action } from '../../domain/records/action.ts'
import { Contributor } from '../../domain/records/contributor.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import { ProvisionReview } from '../../domain/records/provisionReview.ts'
import { SectionChange } from '../../domain/records/sectionChange.ts'
import { recordedText } from '../bind.ts'
import type { Block, Cell, DocumentContent } from '../blocks.ts'
import { tagParts } from '../readBack.ts'
import type { Place } from '../reviewPlaces.ts'

export const idOf = ({ type, key }: Place): string => `${type.short}.${key}`

/** Records that stand as rows of a table, one a row. */
export const listTypes: readonly AnyRecordType[] = [
  Contributor,
  Action,
  Outcome,
  SectionChange,
  ProvisionReview,
]

/** A table of the minutes with one record in each row. */
export type List = {
  readonly type: AnyRecordType
  readonly head: readonly string[]
  /** The field of each column; null where it says something that no field holds. */
  readonly fields: readonly (string | null)[]
  readonly rows: readonly { readonly place: Place; readonly cells: readonly Cell[] }[]
}

const boundIn = (cell: Cell) => cell.runs.flatMap((run) => ('bound' in run ? [run.bound] : []))
export const fixedText = (cell: Cell): string =>
  cell.runs.map((run) => ('bound' in run ? '' : run.text)).join('')

const most = (counted: ReadonlyMap<string, readonly unknown[]>): string | null =>
  [...counted].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null

/** A column without a field of its own that repeats what a field says, such as the name of each person. */
const saidField = (type: AnyRecordType, rows: List['rows'], column: number): string | null =>
  fieldsOf(type)
    .filter(([, { kind }]) => kind === 'text' || kind === 'choice')
    .find(([field]) =>
      rows.every(({ place, cells }) => {
        const said = fixedText(cells[column] ?? { runs: [] })
        return said !== '' && said === recordedText(place, field)
      }),
    )?.[0] ?? null

const sectionColumn = (type: AnyRecordType, column: number) =>
  type === SectionChange && column === 0 ? 'section' : null

const listOf = (block: Extract<Block, { is: 'table' }>, places: ReadonlyMap<string, Place>): List | null => {
  const rows = block.rows.map((cells) => {
    const ids = new Set(cells.flatMap(boundIn).map(({ tag }) => tagParts(tag)?.of ?? ''))
    const [id = ''] = ids
    const place = ids.size === 1 ? places.get(id) : undefined
    return place && listTypes.includes(place.type) ? { place, cells } : null
  })
  const known = rows.filter((row) => row !== null)
  const [first] = known
  if (!first || known.length < rows.length || known.some(({ place }) => place.type !== first.place.type))
    return null
  const fields = block.head.map((_, column) => {
    const bound = known.flatMap(
      ({ cells }) => cells[column]?.runs.flatMap((run) => ('bound' in run ? [run.bound] : [])) ?? [],
    )
    return (
      most(grouped(bound, ({ tag }) => tagParts(tag)?.field ?? null)) ??
      saidField(first.place.type, known, column) ??
      sectionColumn(first.place.type, column)
    )
  })
  return { type: first.place.type, head: block.head, fields, rows: known }
}

/** The tables of the minutes that hold one record in each row. */
export const listsIn = (content: DocumentContent, places: ReadonlyMap<string, Place>): List[] =>
  content.blocks.flatMap((block) => (block.is === 'table' ? (listOf(block, places) ?? []) : []))
