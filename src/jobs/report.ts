import type { RowResult } from '../importing/runImport.ts'
import { importRows } from './importPlan.ts'
import { pupilOf } from './perPupil.ts'
import type { Plan, Step } from './plan.ts'
import type { StepResult } from './result.ts'
import { saidOf } from './say.ts'

/** What became of one row as the person knows it, of which pupil, and which record its first write is of. */
export type ReportRow = RowResult & {
  readonly pupil: string | null
  readonly about: Pick<Step, 'type' | 'key'> | null
}

/** What became of each row: of the file for an import, of the preview else. A row is as well as its worst write. */
export const reportRows = (plan: Plan, results: readonly StepResult[]): ReportRow[] => {
  const pupils = new Map(plan.steps.map((step) => [step.row, pupilOf(step)]))
  // The first write of a row is what the row is: others follow from it.
  const abouts = new Map(plan.steps.toReversed().map(({ row, type, key }) => [row, { type, key }]))
  const rows = plan.lines ? importRows(plan, results) : plainRows(plan, results)
  return rows.map((row) => ({
    ...row,
    pupil: pupils.get(row.row) ?? null,
    about: abouts.get(row.row) ?? null,
  }))
}

const plainRows = (plan: Plan, results: readonly StepResult[]): RowResult[] => {
  const rows = new Map<number, RowResult>()
  plan.steps.forEach((step, at) => {
    const result = results[at] ?? ({ outcome: 'notReached' } as const)
    const before = rows.get(step.row)
    const reasons = [
      ...(before?.reasons ?? []),
      ...(result.outcome === 'refused' && result.why.is !== 'without' ? [saidOf(step, result.why)] : []),
    ]
    const outcomes = [before?.outcome, result.outcome]
    const outcome = outcomes.includes('refused')
      ? 'refused'
      : outcomes.includes('notReached')
        ? 'notReached'
        : 'stored'
    rows.set(step.row, { row: step.row, outcome, how: null, reasons, notices: [] })
  })
  return [...rows.values()].toSorted((one, other) => one.row - other.row)
}
