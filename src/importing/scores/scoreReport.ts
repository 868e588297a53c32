import { sayReason } from '../report.ts'
import { safeCsv } from '../safeCsv.ts'
import type { ScorePlan } from './scorePlan.ts'

/**
 * The rows that were not taken, as they stood in the file, each with what to put right: mended there, the file can be
 * imported again. Names stand in it as they stood in the school's own file.
 */
export const refusedCsv = ({ table, rows }: ScorePlan): string => {
  const reasons = new Map(
    rows.flatMap((row) =>
      row.outcome === 'refused' ? [[row.row, row.reasons.map(sayReason)] as const] : [],
    ),
  )
  return safeCsv(
    [...table.headings, 'Row', 'What to put right'],
    table.rows.flatMap(({ row, cells }) => {
      const why = reasons.get(row)
      return why ? [[...table.headings.map((_, at) => cells[at] ?? ''), row, why.join('. ')]] : []
    }),
  )
}
