import { parseDay, type Day } from '../../domain/rules/day.ts'
import { comparedFields, type ListRow } from '../../domain/rules/reconcileTypes.ts'
import { upnComplaint } from '../../domain/rules/upn.ts'
import type { ImportTable } from '../importFile.ts'
import { foldNeeds } from '../foldNeeds.ts'
import { type Mapping, needRanks, type Target } from '../headings.ts'
import { columnsOf, type Draft, type Reason, readRow } from '../readRow.ts'
import { clean, isUnknownUpn } from '../values.ts'
import { splitName } from '../wholeName.ts'
import { isNeedTarget, type ListTarget } from './listHeadings.ts'

/** A row with something that can't be compared; `kept` says whether the rest of it is. */
export type ListNote = { readonly row: number; readonly kept: boolean; readonly reasons: readonly Reason[] }
export type ReadList = {
  readonly rows: readonly ListRow[]
  readonly notes: readonly ListNote[]
  /** Rows that were put together with another of the same child, each with another need. */
  readonly folded: number
  /** Why nothing can be compared; null where it can. */
  readonly why: string | null
}

const compared: ReadonlySet<string> = new Set([...comparedFields, 'statusFrom', 'preferredForename', 'misId'])

/**
 * The children of a list to compare. Every row comes back: as a child, or as a note that says why nobody can be found
 * in it. A cell that can't be read is noted and not compared; the rest of its row is.
 */
export const readList = (
  table: ImportTable,
  mapping: readonly (ListTarget | null)[],
  today: Day,
): ReadList => {
  const at = (target: ListTarget) => mapping.indexOf(target)
  const named = (at('surname') >= 0 && at('forename') >= 0) || at('fullName') >= 0
  if (at('upn') < 0 && !(named && at('dateOfBirth') >= 0))
    return {
      rows: [],
      notes: [],
      folded: 0,
      why: 'No column holds a UPN, or a name with a date of birth: choose the columns, or export the list with them.',
    }
  const usual: Mapping = mapping.map((target) =>
    target === 'fullName' || target === 'lastReview' || target === 'formerUpn'
      ? null
      : (target as Target | null),
  )
  const columns = columnsOf(table, usual)
  const folded = foldNeeds(table, mapping)
  const rows: ListRow[] = []
  const notes: ListNote[] = []
  for (const source of folded.table.rows) {
    const draft = readRow(source, columns, table.headings.length, today)
    const cell = (target: ListTarget) => (at(target) < 0 ? undefined : clean(source.cells[at(target)] ?? ''))
    const reasons = draft.reasons.filter(({ found, column }) => found !== 'nothing' || column === '')
    const row = {
      ...rowOf(draft, source.cells, mapping, table.headings),
      ...nameIn(cell('fullName'), draft),
      ...reviewIn(cell('lastReview'), table.headings[at('lastReview')] ?? '', reasons),
      ...formerIn(cell('formerUpn')),
    }
    const findable = (row.upn && upnComplaint(row.upn) === null) || (row.surname && row.forename)
    if (findable) rows.push(row)
    else if (reasons.length === 0)
      reasons.push({
        column: '',
        found: 'no UPN and no whole name',
        expected: 'one of them, to know whose row it is',
      })
    if (reasons.length > 0) notes.push({ row: source.row, kept: !!findable, reasons })
  }
  const room = roomIn(mapping, rows)
  return {
    rows: room === null ? rows : rows.map((row) => (row.need ? { ...row, needRoom: room } : row)),
    notes,
    folded: folded.with.size,
    why: null,
  }
}

/** How many needs the list has columns for; null where a column, or a pupil's rows, hold as many as there are. */
const roomIn = (mapping: readonly (ListTarget | null)[], rows: readonly ListRow[]): number | null => {
  if (mapping.includes('needs') || mapping.includes('needRank')) return null
  const columns = needRanks.filter((rank) => mapping.includes(`need${rank}`)).length
  return columns === 0 || rows.some(({ need }) => (need ?? []).length > columns) ? null : columns
}

/** A UPN of before helps to find a child; one that is not right finds nobody. */
const formerIn = (cell: string | undefined): Partial<ListRow> => {
  const upn = (cell ?? '').replace(/\s/g, '').toUpperCase()
  return upn !== '' && upnComplaint(upn) === null ? { formerUpn: upn } : {}
}

/** What a row says: a blank cell of a column is null, one that can't be read is left out as if the column were not there. */
const rowOf = (
  { row, values, needs, reasons }: Draft,
  cells: readonly string[],
  mapping: readonly (ListTarget | null)[],
  headings: readonly string[],
): ListRow => {
  const said: Record<string, unknown> = { row }
  mapping.forEach((target, at) => {
    if (!target || !compared.has(target)) return
    const value = values[target as keyof typeof values]
    const typed = clean(cells[at] ?? '')
    if (value !== undefined || typed === '' || isUnknownUpn(typed)) said[target] = value ?? null
  })
  const unreadable = new Set(reasons.map(({ column }) => column))
  const needColumns = headings.filter((_, at) => isNeedTarget(mapping[at] ?? null))
  if (needColumns.length > 0 && !needColumns.some((heading) => unreadable.has(heading)))
    said['need'] = needs.map(({ type }) => type)
  return said as unknown as ListRow
}

/** Both names from one cell, where a list has one column for them. */
const nameIn = (cell: string | undefined, { values }: Draft): Partial<ListRow> => {
  if (!cell || (values.surname && values.forename)) return {}
  const { surname, forename, preferredForename } = splitName(cell)
  return {
    surname: values.surname ?? surname ?? null,
    forename: values.forename ?? forename ?? null,
    ...(preferredForename && !values.preferredForename ? { preferredForename } : {}),
  }
}

const reviewIn = (cell: string | undefined, heading: string, reasons: Reason[]): Partial<ListRow> => {
  if (cell === undefined) return {}
  if (cell === '') return { lastReview: null }
  const day = parseDay(cell)
  if (day) return { lastReview: day }
  reasons.push({
    column: heading,
    found: cell.slice(0, 60),
    expected: 'a date that the calendar has, such as 10/03/2026',
  })
  return {}
}
