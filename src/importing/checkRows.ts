import type { Day } from '../domain/rules/day.ts'
import { atOnce, mapSteps, type Steps } from '../domain/steps.ts'
import type { Existing } from './existing.ts'
import { type Folded, foldNeeds } from './foldNeeds.ts'
import { type Mapping, missingHeadings } from './headings.ts'
import type { ImportTable } from './importFile.ts'
import { isNamed, type Named, refused } from './namedRow.ts'
import type { ImportPlan, Outcome, PlannedRow } from './plan.ts'
import { matchingOf, planRow } from './planRow.ts'
import { columnsOf, type Draft, readRow } from './readRow.ts'
import { clash, identitiesOf } from './sameRows.ts'

/**
 * What each row of a table would do to the school's records; stores nothing. Rows are matched to pupils by UPN, or
 * by surname, forename and date of birth together where a UPN is missing; never by name alone. A blank cell never
 * takes anything away. Time grows with the rows, not with their square; a page may rest at each step.
 */
export function* checkRowsSteps(
  table: ImportTable,
  mapping: Mapping,
  existing: Existing,
  today: Day,
): Steps<ImportPlan> {
  const missing = missingHeadings(mapping)
  const folded = foldNeeds(table, mapping)
  const rows =
    missing.length > 0
      ? []
      : withFolded(yield* planRows(folded.table, mapping, existing, today), table, folded)
  const counts: Record<Outcome, number> = { new: 0, changed: 0, unchanged: 0, refused: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  const pupils = new Set(folded.with.values()).size
  return {
    table,
    mapping,
    missing,
    rows,
    counts,
    today,
    folded: { rows: folded.with.size + pupils, pupils },
  }
}

/** The same at one go. */
export const checkRows = (...given: Parameters<typeof checkRowsSteps>): ImportPlan =>
  atOnce(checkRowsSteps(...given))

/** Every row of the file in its place: one that was put together with another says so, and shares its fate. */
const withFolded = (planned: readonly PlannedRow[], table: ImportTable, folded: Folded): PlannedRow[] => {
  const byRow = new Map(planned.map((row) => [row.row, row]))
  return table.rows.flatMap(({ row }): PlannedRow[] => {
    const own = byRow.get(row)
    if (own) return [own]
    const first = byRow.get(folded.with.get(row)!)
    if (!first) return []
    const reasons = [
      {
        column: '',
        found: `the same pupil as in row ${first.row}, which is refused`,
        expected: `a row ${first.row} that can be taken`,
      },
    ]
    return first.outcome === 'refused'
      ? [{ row, outcome: 'refused', who: first.who, reasons, notices: [] }]
      : [
          {
            row,
            outcome: 'unchanged',
            who: first.who,
            notices: [{ column: '', message: `Taken together with row ${first.row}, as another need` }],
            repeats: first.row,
          },
        ]
  })
}

function* planRows(
  table: ImportTable,
  mapping: Mapping,
  existing: Existing,
  today: Day,
): Steps<PlannedRow[]> {
  const matching = matchingOf(existing, today)
  const columns = columnsOf(table, mapping)
  const drafts = yield* mapSteps(table.rows, (source) =>
    readRow(source, columns, table.headings.length, today),
  )
  const identities = identitiesOf(drafts, matching.finder)
  const groups = new Map<string, Named[]>()
  for (const draft of drafts) {
    const identity = identities.get(draft)
    if (identity === undefined || !isNamed(draft)) continue
    const group = groups.get(identity)
    if (group) group.push(draft)
    else groups.set(identity, [draft])
  }
  return yield* mapSteps(drafts, (draft: Draft): PlannedRow => {
    if (!isNamed(draft)) return refused(draft, draft.reasons)
    const group = groups.get(identities.get(draft)!)!
    return clash(draft, group) ?? planRow(draft, matching)
  })
}
