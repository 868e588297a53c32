import { needRanks } from './headings.ts'
import type { FileNeed, ImportTable, SourceRow } from './importFile.ts'
import { clean, isUnknownUpn } from './values.ts'

/** A table with one row a pupil. `with`: the row with which another was put together, by the other's number. */
export type Folded = { readonly table: ImportTable; readonly with: ReadonlyMap<number, number> }

type Columns = readonly (string | null)[]

/**
 * Puts the rows of one pupil together where a report has a row for each need: rows of one UPN (or own number, or name
 * and date of birth) that say the same of everything but the need. Rows that differ in more stay as they are, for
 * nobody can say which is right. Where a rank or an end of the need has a column, each row gets its needs so, too.
 */
export const foldNeeds = (table: ImportTable, mapping: Columns): Folded => {
  const at = (target: string) => mapping.indexOf(target)
  const type = at('need1') >= 0 ? at('need1') : at('needs')
  const [from, rank, until] = [at('need1From'), at('needRank'), at('needUntil')]
  const several =
    needRanks.slice(1).some((each) => at(`need${each}`) >= 0) || (at('need1') >= 0 && at('needs') >= 0)
  if (type < 0 || several) return { table, with: new Map() }

  const cellOf = ({ cells }: SourceRow, place: number) => (place < 0 ? '' : clean(cells[place] ?? ''))
  const ofNeed = new Set([type, from, rank, until])
  const rest = mapping.flatMap((target, place) => (target && !ofNeed.has(place) ? [place] : []))
  const saying = (row: SourceRow) => JSON.stringify(rest.map((place) => cellOf(row, place)))
  const isWhole = ({ cells }: SourceRow) =>
    cells.slice(table.headings.length).every((cell) => clean(cell) === '')
  const needOf = (row: SourceRow): FileNeed => ({
    row: row.row,
    type: cellOf(row, type),
    rank: cellOf(row, rank),
    from: cellOf(row, from),
    until: cellOf(row, until),
  })
  const identityOf = identity(at, cellOf)

  const groups = new Map<string, SourceRow[]>()
  for (const row of table.rows) {
    const name = identityOf(row)
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), row])
  }
  const together = new Map<number, number>()
  const needs = new Map<number, FileNeed[]>()
  for (const group of groups.values()) {
    const [first] = group as [SourceRow]
    const types = new Set(group.map((row) => cellOf(row, type)))
    const same = group.every((row) => saying(row) === saying(first) && isWhole(row))
    if (types.size < 2 || !same) continue
    for (const row of group.slice(1)) together.set(row.row, first.row)
    needs.set(first.row, group.map(needOf))
  }
  const each = rank >= 0 || until >= 0
  const rows = table.rows
    .filter(({ row }) => !together.has(row))
    .map((row): SourceRow => {
      const own = needs.get(row.row) ?? (each ? [needOf(row)] : null)
      return own ? { ...row, needs: own } : row
    })
  return { table: { ...table, rows }, with: together }
}

const identity =
  (at: (target: string) => number, cellOf: (row: SourceRow, place: number) => string) =>
  (row: SourceRow): string | null => {
    const upn = cellOf(row, at('upn'))
    if (upn !== '' && !isUnknownUpn(upn)) return `upn ${upn.toUpperCase()}`
    const own = cellOf(row, at('misId'))
    if (own !== '') return `own ${own}`
    const name = ['surname', 'forename', 'fullName'].map((target) => cellOf(row, at(target)))
    const birth = cellOf(row, at('dateOfBirth'))
    return birth === '' || name.every((part) => part === '')
      ? null
      : JSON.stringify([...name, birth]).toLowerCase()
  }
