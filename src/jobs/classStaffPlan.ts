import type { Stored } from '../domain/record.ts'
import type { ClassTeacher } from '../domain/records/classTeacher.ts'
import type { Day } from '../domain/rules/day.ts'
import type { ClassPlan } from '../importing/classes/readClassStaff.ts'
import type { FieldChange, Loose, Plan, Step } from './plan.ts'

const ended = (row: number, stored: Stored<ClassTeacher>, until: Day): Step => ({
  row,
  type: 'ClassTeacher',
  key: stored.key,
  do: 'change',
  changes: { until: { from: stored.until, to: until } },
})

/** A list of class staff as a job; `endUnnamed`: the last day of those whom it does not name, null to leave them. */
export const classStaffPlan = (plan: ClassPlan, endUnnamed: Day | null, title: string): Plan => {
  const last = plan.rows.reduce((most, { row }) => Math.max(most, row), 0)
  const steps = plan.rows.flatMap((each): Step[] => {
    if (each.outcome === 'new')
      return [
        {
          row: each.row,
          type: 'ClassTeacher',
          key: each.key,
          do: 'create',
          record: each.record as unknown as Loose,
        },
      ]
    if (each.outcome !== 'changed') return []
    const changes = Object.fromEntries(
      Object.entries(each.changes).map(([field, to]) => [
        field,
        { from: each.stored[field as keyof ClassTeacher], to } as FieldChange,
      ]),
    )
    return [{ row: each.row, type: 'ClassTeacher', key: each.stored.key, do: 'change', changes }]
  })
  const ending =
    endUnnamed === null ? [] : plan.unnamed.map((stored, at) => ended(last + at + 1, stored, endUnnamed))
  return {
    kind: 'edit',
    title,
    steps: [...steps, ...ending].toSorted((a, b) => (a.do < b.do ? 1 : a.do > b.do ? -1 : 0)),
  }
}

/** Everybody who is put down for a class ends on a day: at the end of a school year. Rows follow on after `from`. */
export const endClassStaff = (rows: readonly Stored<ClassTeacher>[], until: Day, from: number): Step[] =>
  rows
    .filter((row) => !row.archived && row.until === null && (row.from === null || row.from <= until))
    .map((row, at) => ended(from + at + 1, row, until))
