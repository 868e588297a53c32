import type { Stored } from '../../domain/record.ts'
import type { Need } from '../../domain/records/need.ts'
import { checkCensus } from '../../domain/rules/census.ts'
import type { Day } from '../../domain/rules/day.ts'
import { safeCsv } from '../../importing/safeCsv.ts'
import { censusCsv, censusLines } from '../census/censusCsv.ts'
import { type Column, type ColumnOf, columns } from './columns.ts'
import { type NameStyle, nameStyles } from './nameStyles.ts'
import type { Row } from './rows.ts'

/** The present view as lines of text: what it shows, in its order. Where names are not in full, what tells one is left out. */
export const viewLines = (
  rows: readonly Row[],
  chosen: readonly Column[],
  names: NameStyle = 'full',
): { readonly head: string[]; readonly lines: string[][] } => {
  const shown = chosen.filter(
    (column) => names === 'full' || column === 'name' || !(columns[column] as ColumnOf).personal,
  )
  return {
    head: shown.map((column) => columns[column].words),
    lines: rows.map((row) =>
      shown.map((column) =>
        column === 'name' ? nameStyles[names].of(row.pupil) : columns[column].text(row),
      ),
    ),
  }
}

export const viewCsv = (rows: readonly Row[], chosen: readonly Column[]): string => {
  const { head, lines } = viewLines(rows, chosen)
  return safeCsv(head, lines)
}

/** The pupils of the view in census codes, as they are today. */
export const codesOf = (rows: readonly Row[], needs: readonly Stored<Need>[], today: Day) => {
  const inIt = new Set(rows.map(({ pupil }) => pupil.key))
  const check = checkCensus(
    { census: 'spring', day: today },
    rows.map(({ pupil }) => pupil),
    needs.filter(({ pupil }) => inIt.has(pupil)),
    [],
  )
  return { csv: censusCsv(check.rows, 'spring'), lines: censusLines(check.rows, 'spring') }
}
