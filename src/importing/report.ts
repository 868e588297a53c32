import type { PlannedRow } from './plan.ts'
import type { Notice, Reason } from './readRow.ts'
import type { RowResult } from './runImport.ts'
import { safeCsv } from './safeCsv.ts'

/** `Date of birth: found “31/02/2015”, expected a date that the calendar has`. No name of a child is in it. */
export const sayReason = ({ column, found, expected }: Reason): string => {
  const quoted = /^(nothing|no |a |an |the |\d+ (cells|characters)|dates )/.test(found) ? found : `“${found}”`
  return `${column === '' ? 'The row' : column}: found ${quoted}, expected ${expected}`
}
export const sayNotice = ({ column, message }: Notice): string =>
  column === '' ? message : `${column}: ${message}`

const outcomeWords = {
  stored: { new: 'stored, new', changed: 'stored, changed', null: 'stored' },
  unchanged: 'unchanged',
  refused: 'refused',
  notReached: 'not reached',
} as const
const sayOutcome = ({ outcome, how }: RowResult) =>
  outcome === 'stored' ? outcomeWords.stored[how ?? 'null'] : outcomeWords[outcome]

/** One line for a row: `Row 12: refused. Date of birth: found …, expected …`. */
export const sayResult = (result: RowResult): string =>
  [
    `Row ${result.row}: ${sayOutcome(result)}`,
    ...result.reasons.map(sayReason),
    ...result.notices.map(sayNotice),
  ].join('. ')

type ReportRow = {
  row: number
  outcome: string
  column: string
  found: string
  expected: string
  note: string
}
const reportRow = (row: number, outcome: string, rest: Partial<ReportRow>): ReportRow => ({
  row,
  outcome,
  column: '',
  found: '',
  expected: '',
  note: '',
  ...rest,
})

const rowsOf = (
  row: number,
  outcome: string,
  reasons: readonly Reason[],
  notices: readonly Notice[],
): ReportRow[] => {
  const all = [
    ...reasons.map((reason) => reportRow(row, outcome, reason)),
    ...notices.map(({ column, message }) => reportRow(row, outcome, { column, note: message })),
  ]
  return all.length > 0 ? all : [reportRow(row, outcome, {})]
}

const csv = (rows: readonly ReportRow[]): string =>
  safeCsv(
    ['Row', 'Result', 'Column', 'Found', 'Expected', 'Note'],
    rows.map(({ row, outcome, column, found, expected, note }) => [
      row,
      outcome,
      column,
      found,
      expected,
      note,
    ]),
  )

/** The report of an import as a CSV that Excel opens as text: a line for each row, reason and notice. */
export const resultCsv = (rows: readonly RowResult[]): string =>
  csv(rows.flatMap((result) => rowsOf(result.row, sayOutcome(result), result.reasons, result.notices)))

/** The same of a plan: what would be refused, before anything is stored. */
export const planCsv = (rows: readonly PlannedRow[]): string =>
  csv(
    rows.flatMap((row) =>
      rowsOf(row.row, row.outcome, row.outcome === 'refused' ? row.reasons : [], row.notices),
    ),
  )
