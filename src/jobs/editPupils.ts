import { fieldsOf, check, type Stored } from '../domain/record.ts'
import { Pupil } from '../domain/records/pupil.ts'
import { StatusPeriod } from '../domain/records/statusPeriod.ts'
import type { FixWrite } from '../domain/rules/censusFixes.ts'
import type { Day } from '../domain/rules/day.ts'
import { type StatusChange, statusChange, type StatusWrites } from '../domain/rules/statusChange.ts'
import type { FieldChange, Loose, Plan, Step } from './plan.ts'

/** What is to be said of each of many pupils: fields as they are to be, and a change of status on its own day. */
export type BulkChange = { readonly fields: Partial<Pupil>; readonly status: StatusChange | null }

/** One pupil in the preview: what would be written, or why nothing can be. */
export type EditRow = {
  readonly pupil: Stored<Pupil>
  readonly changes: Readonly<Record<string, FieldChange>>
  /** The status that ends, as a period of its own. */
  readonly period: StatusWrites['period'] | null
  readonly refused: string | null
}

const changesTo = (row: Stored<unknown>, wanted: object): Record<string, FieldChange> =>
  Object.fromEntries(
    Object.entries(wanted as Loose).flatMap(([field, to]) => {
      const from = (row as unknown as Loose)[field] ?? null
      return from === to ? [] : [[field, { from, to }]]
    }),
  )

/** A preview: nothing is written. `periods` with archived ones, for the keys of changes that were undone. */
export const editRows = (
  pupils: readonly Stored<Pupil>[],
  periods: readonly Stored<StatusPeriod>[],
  change: BulkChange,
  today: Day,
): EditRow[] =>
  pupils.map((pupil): EditRow => {
    const nothing = { pupil, changes: {}, period: null }
    let wanted = change.fields
    let period: EditRow['period'] = null
    // Who has the status already keeps it, and its day.
    if (change.status && change.status.status !== pupil.status) {
      const own = periods.filter((one) => one.pupil === pupil.key && !one.archived)
      const writes = statusChange(pupil, own, change.status, today)
      if (!('period' in writes)) return { ...nothing, refused: writes.says }
      wanted = { ...wanted, ...writes.changes }
      period = writes.period
    }
    const [issue] = check(Pupil, { ...recordOf(pupil), ...wanted })
    if (issue) return { ...nothing, refused: issue.message }
    return { pupil, changes: changesTo(pupil, wanted), period, refused: null }
  })

const recordOf = (pupil: Stored<Pupil>): Pupil =>
  Object.fromEntries(fieldsOf(Pupil).map(([name]) => [name, (pupil as unknown as Loose)[name]])) as Pupil

export const isChanged = ({ changes }: EditRow): boolean => Object.keys(changes).length > 0

type About = { readonly row: number; readonly pupil: string }

/** Makes a period what it is to be: new, or one that an undone change left archived. */
const periodSteps = (
  { key, record }: { readonly key: string; readonly record: Loose },
  known: ReadonlyMap<string, Stored<StatusPeriod>>,
  about: About,
): Step[] => {
  const now = known.get(key)
  const common = { ...about, type: StatusPeriod.name, key }
  if (!now) return [{ ...common, do: 'create', record }]
  const changes = changesTo(now, record)
  return [
    ...(Object.keys(changes).length > 0
      ? [{ ...common, do: 'change' as const, changes, archivedToo: true as const }]
      : []),
    ...(now.archived ? [{ ...common, do: 'restore' as const }] : []),
  ]
}

/** Every closed period before any pupil: a page that dies in between leaves changes that can be finished. */
const inOrder = (steps: readonly Step[]): Step[] => {
  const place = ({ type, do: verb }: Step) =>
    type === StatusPeriod.name ? ['create', 'change', 'restore'].indexOf(verb) : type === 'Need' ? 3 : 4
  return steps.toSorted((a, b) => place(a) - place(b))
}
const byKey = (periods: readonly Stored<StatusPeriod>[]) => new Map(periods.map((one) => [one.key, one]))

export const editPlan = (
  rows: readonly EditRow[],
  periods: readonly Stored<StatusPeriod>[],
  title: string,
): Plan => {
  const known = byKey(periods)
  const steps = rows.filter(isChanged).flatMap(({ pupil, changes, period }, at): Step[] => {
    const about = { row: at + 1, pupil: pupil.key }
    return [
      ...(period
        ? periodSteps({ key: period.key, record: period.record as unknown as Loose }, known, about)
        : []),
      {
        row: at + 1,
        type: Pupil.name,
        key: pupil.key,
        ...(period ? { after: [period.key] } : {}),
        do: 'change',
        changes,
      },
    ]
  })
  return { kind: 'edit', title, steps: inOrder(steps) }
}

/** The rows that fixes are about, as they are. */
export type FixRows = {
  readonly rows: ReadonlyMap<string, Stored<unknown>>
  readonly periods: readonly Stored<StatusPeriod>[]
}

/** Fixes of a census, pupil by pupil, as a job that can be undone. */
export const fixPlan = (
  fixes: readonly { readonly pupil: string; readonly writes: readonly FixWrite[] }[],
  { rows, periods }: FixRows,
  title: string,
): Plan => {
  const known = byKey(periods)
  const steps = fixes.flatMap(({ pupil, writes }, at) =>
    writes.flatMap((write): Step[] => {
      const about = { row: at + 1, pupil }
      if (write.type === 'StatusPeriod')
        return periodSteps({ key: write.key, record: write.record as Loose }, known, about)
      const row = rows.get(write.key)
      const changes = row ? changesTo(row, write.changes) : {}
      return Object.keys(changes).length > 0
        ? [
            {
              row: at + 1,
              type: write.type,
              key: write.key,
              ...(write.type === 'Pupil' ? {} : { pupil }),
              do: 'change',
              changes,
            },
          ]
        : []
    }),
  )
  return { kind: 'edit', title, steps: inOrder(steps) }
}
