import { t } from '../words/t.ts'
import type { Pupil } from '../domain/records/pupil.ts'
import type { ChangedRow, ImportPlan, NewRecord, NewRow } from '../importing/plan.ts'
import type { RowResult } from '../importing/runImport.ts'
import type { FieldChange, Line, Loose, Plan, Step } from './plan.ts'
import type { StepResult } from './result.ts'
import { saidOf } from './say.ts'

/** Pupils before what belongs to them, so many at a time: a break leaves no more pupils than these without their needs. */
const atOnce = 40

/** What an import writes: its rows' pupils, needs and contacts. */
export const importSteps = (plan: ImportPlan): Step[] => {
  const work = plan.rows.filter((row) => row.outcome === 'new' || row.outcome === 'changed')
  const steps: Step[] = []
  for (let from = 0; from < work.length; from += atOnce)
    steps.push(...stepsOf(work.slice(from, from + atOnce)))
  return steps
}

/** An import as a job: what it writes, and every row of the file for the report. */
export const importJobPlan = (plan: ImportPlan, title: string): Plan => {
  const lines = plan.rows.map((row): Line => {
    const reasons = row.outcome === 'refused' ? row.reasons : []
    return { row: row.row, how: row.outcome, reasons, notices: row.notices }
  })
  return { kind: 'import', title, steps: importSteps(plan), lines }
}

const changesOf = <T>(stored: T, changes: Partial<T>): Record<string, FieldChange> =>
  Object.fromEntries(
    Object.entries(changes).map(([field, to]) => [
      field,
      { from: stored[field as keyof T] as FieldChange['from'], to: to as FieldChange['to'] },
    ]),
  )

const stepsOf = (rows: readonly (NewRow | ChangedRow)[]): Step[] => {
  const pupilOf = (row: NewRow | ChangedRow) => (row.outcome === 'new' ? row.pupil.key : row.stored.key)
  const made = (type: string, of: (row: NewRow | ChangedRow) => readonly NewRecord<unknown>[]): Step[] =>
    rows.flatMap((row) =>
      of(row).map(({ key, record }): Step => ({
        row: row.row,
        type,
        key,
        pupil: pupilOf(row),
        ...(row.outcome === 'new' ? { after: [pupilOf(row)] } : {}),
        do: 'create',
        record: record as Loose,
      })),
    )
  return [
    ...rows.flatMap((row): Step[] =>
      row.outcome === 'new'
        ? [
            {
              row: row.row,
              type: 'Pupil',
              key: row.pupil.key,
              do: 'create',
              record: row.pupil.record as Loose,
            },
          ]
        : [],
    ),
    ...rows.flatMap((row): Step[] =>
      row.outcome === 'changed' && Object.keys(row.pupilChanges).length > 0
        ? [
            {
              row: row.row,
              type: 'Pupil',
              key: row.stored.key,
              do: 'change',
              changes: changesOf<Pupil>(row.stored, row.pupilChanges),
            },
          ]
        : [],
    ),
    ...rows.flatMap((row): Step[] =>
      row.outcome === 'changed'
        ? row.needUpdates.map(({ stored, changes }) => ({
            row: row.row,
            type: 'Need',
            key: stored.key,
            pupil: stored.pupil,
            do: 'change',
            changes: changesOf(stored, changes),
          }))
        : [],
    ),
    ...made(t`Need`, ({ needs }) => needs),
    ...made(t`Contact`, ({ contacts }) => contacts),
  ]
}

/** What became of each row of the file, for the screen and the report of an import. */
export const importRows = (plan: Plan, results: readonly StepResult[]): RowResult[] => {
  const byRow = new Map<number, number[]>()
  plan.steps.forEach(({ row }, at) => byRow.set(row, [...(byRow.get(row) ?? []), at]))
  return (plan.lines ?? []).map((line): RowResult => {
    const { row, notices } = line
    if (line.how === 'refused' || line.how === 'unchanged')
      return { row, outcome: line.how, how: null, reasons: line.reasons, notices }
    const own = (byRow.get(row) ?? []).map((at) => ({ step: plan.steps[at]!, result: results[at]! }))
    const reasons = own.flatMap(({ step, result }) =>
      result?.outcome === 'refused' && result.why.is !== 'without' ? [saidOf(step, result.why)] : [],
    )
    if (reasons.length > 0) return { row, outcome: 'refused', how: line.how, reasons, notices }
    const reached = own.every(({ result }) => result?.outcome === 'stored')
    return { row, outcome: reached ? 'stored' : 'notReached', how: line.how, reasons: [], notices }
  })
}
