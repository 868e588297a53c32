import { serialOf } from '../../domain/rules/day.ts'
import { type Line, type MapInput, mapLines } from '../provisionMap/input.ts'
import { type Head, heads, mapColumns, mapFields } from '../provisionMap/mapColumns.ts'
import { mapNames } from '../provisionMap/names.ts'
import { distinctRates } from '../provisionMap/input.ts'
import type { Plain } from '../xlsx/model.ts'
import { foldHeading } from './columns.ts'
import type { FoundInMap } from './differences.ts'
import { type MapFacts, scopeFrom } from './facts.ts'
import type { RowRead, TableRead } from './readTable.ts'
import type { SheetField } from './sheetFields.ts'
import { noWrites, type RowMark, type SheetWrites, struckField } from './sheetWrites.ts'

export type RefreshInput = {
  readonly table: TableRead
  readonly found: FoundInMap
  readonly facts: MapFacts | null
  readonly records: Omit<MapInput, 'scope'>
  /** The number behind the map's names. */
  readonly copy: number
}
export type RefreshPlan = {
  readonly writes: SheetWrites
  /** By heading, for rows that are added. */
  readonly formulas: ReadonlyMap<string, string>
  readonly added: number
  readonly removed: number
  /** Cells of lines that are there already. */
  readonly updated: number
  /** Pupils who are new to the workbook: its other sheets list those whom it had. */
  readonly newPupils: number
}

const columnsOf = ({ records, copy }: Pick<RefreshInput, 'records' | 'copy'>) =>
  mapColumns(mapNames(copy), distinctRates(records.rates)).map((column) => ({
    ...column,
    field: (mapFields as Partial<Record<Head, SheetField>>)[column.id],
  }))

const linesOf = ({ records, facts }: Pick<RefreshInput, 'records' | 'facts'>): readonly Line[] =>
  mapLines({
    ...records,
    scope: scopeFrom(facts?.scope ?? 'school'),
    ...(facts && { schoolYear: facts.year }),
  }).lines

/** The heading under which the sheet has a column now; null where it has it not. */
const headingIn = (table: TableRead, found: FoundInMap, id: Head, field: SheetField | undefined) => {
  const at =
    field === undefined
      ? table.headers.findIndex((head) => foldHeading(head) === foldHeading(heads[id]))
      : (found.columns.fields.get(field) ?? -1)
  return at < 0 ? null : { at, heading: table.headers[at]! }
}

const markOf = ({ at, cells }: RowRead): RowMark => ({ row: at, cells: cells.map(({ value }) => value) })

/** Which of several rows with one key is the record's; what the person said makes new lines of the others. */
const copiesIn = (
  { headers }: TableRead,
  { copies, doubled, columns }: FoundInMap,
): Pick<SheetWrites, 'keyHeading' | 'own' | 'unkey'> => ({
  keyHeading: headers[columns.key]!,
  own: new Map([...copies].map(([key, { own }]) => [key, markOf(own)])),
  unkey: doubled.flatMap(({ key }) =>
    (copies.get(key)?.others ?? []).map((row) => ({ key, ...markOf(row) })),
  ),
})

const isSame = (cell: Plain | undefined, value: Plain): boolean => String(cell ?? '') === String(value ?? '')

/** Every value of a line's row, by heading, and what the base says of it. */
const wholeRow = (columns: ReturnType<typeof columnsOf>, line: Line) => ({
  values: Object.fromEntries(
    columns.flatMap(({ id, formula, value }) => (formula === undefined ? [[heads[id], value(line)]] : [])),
  ) as Record<string, Plain>,
  base: columns.flatMap(({ field, value }) =>
    field === undefined ? [] : [{ key: line.allocation.key, field, value: value(line) }],
  ),
})

/**
 * What brings the map in the workbook up to date: cells that the record alone changed, lines that are new, rows of lines
 * that are archived or no longer of this map. What the sheet changed stays as it is, unless its id is in `overwrite`.
 */
export const refreshPlan = (input: RefreshInput, overwrite: ReadonlySet<string> = new Set()): RefreshPlan => {
  const { table, found } = input
  const columns = columnsOf(input)
  const lines = new Map(linesOf(input).map((line) => [line.allocation.key, line]))
  const fromRecord = new Set([...found.newer.map(({ id }) => id), ...overwrite])
  const changed = new Set(found.changes.filter(({ id }) => !overwrite.has(id)).map(({ key }) => key))
  const cells: SheetWrites['cells'][number][] = []
  const base: SheetWrites['base'][number][] = found.alike.flatMap(({ key, field }) => {
    const line = lines.get(key)
    const column = columns.find((one) => one.field === field)
    return line && column ? [{ key, field, value: column.value(line) }] : []
  })
  // A key that stands in several rows may be in a copy that somebody has made another line of: it stays.
  const gone = found.refused.flatMap(({ why, key }) => (why === 'archived' && key !== undefined ? [key] : []))
  const remove = gone.filter((key, at) => gone.indexOf(key) === at && gone.lastIndexOf(key) === at)
  for (const [key, row] of found.compared) {
    const line = lines.get(key)
    if (!line) {
      if (!changed.has(key)) remove.push(key)
      continue
    }
    for (const { id, field, formula, value } of columns) {
      if (formula !== undefined || id === 'key' || id === 'pupilKey') continue
      const place = headingIn(table, found, id, field)
      if (!place) continue
      const held = value(line)
      if (field === undefined ? isSame(row.cells[place.at]?.value, held) : !fromRecord.has(`${key}.${field}`))
        continue
      cells.push({ key, heading: place.heading, value: held })
      if (field !== undefined) base.push({ key, field, value: held })
    }
  }
  const fresh = found.missing
    .flatMap(({ key }) => lines.get(key) ?? [])
    .map((line) => wholeRow(columns, line))
  const known = new Set([...found.compared.keys()].flatMap((key) => lines.get(key)?.pupil.key ?? []))
  const newPupils = new Set(found.missing.flatMap(({ pupil }) => (known.has(pupil) ? [] : [pupil])))
  return {
    writes: {
      ...noWrites,
      ...copiesIn(table, found),
      cells,
      add: fresh.map(({ values }) => ({ values })),
      remove,
      base: [...base, ...fresh.flatMap((row) => row.base)],
      forget: remove,
    },
    formulas: new Map(
      columns.flatMap(({ id, formula }): [string, string][] =>
        formula === undefined ? [] : [[heads[id], formula]],
      ),
    ),
    added: fresh.length,
    removed: remove.length,
    updated: cells.length,
    newPupils: newPupils.size,
  }
}

/** What was stored, by the ids of the things found. */
export type Settled = {
  readonly ids: ReadonlySet<string>
  /** New rows that are lines now: their row and what its pupil's cell says. */
  readonly made: readonly {
    readonly id: string
    readonly row: number
    readonly says: string
    readonly key: string
  }[]
  readonly archived: readonly string[]
  readonly ended: readonly { readonly key: string; readonly until: string }[]
}

/**
 * What goes back into the workbook once changes are stored, so that a second look finds nothing: the cells that were
 * sent say what the record says (`1,5 h` is 90), those of the same group too, and the base remembers it. `found` is read
 * again with the records as they are now.
 */
export const settledWrites = (input: RefreshInput, settled: Settled): SheetWrites => {
  const { table, found } = input
  const columns = columnsOf(input)
  // Beyond the scope too: a line that was just ended may have left it.
  const all = mapLines({ ...input.records, scope: { is: 'school' } }).lines
  const lines = new Map([...all, ...linesOf(input)].map((line) => [line.allocation.key, line]))
  const cells: SheetWrites['cells'][number][] = []
  const base: SheetWrites['base'][number][] = []
  const put = (key: string, field: SheetField) => {
    const line = lines.get(key)
    const column = columns.find((one) => one.field === field)
    const place = column && headingIn(table, found, column.id, field)
    if (!line || !column || !place) return
    const value = column.value(line)
    base.push({ key, field, value })
    const cell = found.compared.get(key)?.cells[place.at]
    if (cell?.formula === undefined && !isSame(cell?.value, value))
      cells.push({ key, heading: place.heading, value })
  }
  const groupOf = new Map(input.records.allocations.map(({ key, group }) => [key, group]))
  // What was said for a group shows in the rows of all who are in it.
  const touched = new Set([...settled.ids].flatMap((id) => groupOf.get(id.slice(0, 26)) ?? []))
  for (const { key, field } of found.alike) put(key, field)
  for (const { id, key, field } of found.newer)
    if (settled.ids.has(id) || touched.has(groupOf.get(key) ?? '')) put(key, field)
  // `1,5 h` is settled by the reading that was chosen: the cell says it from now on, or it would be asked again.
  for (const { id, key, field, change } of found.changes)
    // A cell that was emptied for one pupil of a group says again what the group says.
    if (settled.ids.has(id) && (!('value' in change) || change.value === null)) put(key, field)
  for (const { key } of settled.made) {
    const line = lines.get(key)
    if (!line) continue
    for (const { id, field, formula, value } of columns) {
      const place = formula === undefined ? headingIn(table, found, id, field) : null
      if (place && id !== 'key' && id !== 'pupilKey')
        cells.push({ key, heading: place.heading, value: value(line) })
    }
    base.push(...wholeRow(columns, line).base)
  }
  for (const { key, until } of settled.ended) {
    base.push({ key, field: struckField, value: serialOf(until) })
    const column = columns.find(({ field }) => field === 'until')!
    const place = headingIn(table, found, column.id, 'until')
    const line = lines.get(key)
    if (line && place) {
      cells.push({ key, heading: place.heading, value: column.value(line) })
      base.push({ key, field: 'until', value: column.value(line) })
    }
  }
  const of = copiesIn(table, found)
  const made = new Set(settled.made.map(({ row }) => row))
  return {
    ...noWrites,
    ...of,
    unkey: of.unkey.filter(({ row }) => !made.has(row)),
    cells,
    base,
    keys: settled.made.map(({ row, says, key }) => ({
      row,
      says,
      key,
      pupilKey: lines.get(key)?.pupil.key ?? '',
    })),
    remove: settled.archived,
    forget: settled.archived,
  }
}
