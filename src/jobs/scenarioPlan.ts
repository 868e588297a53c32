import { t } from '../words/t.ts'
import type { Value } from '../domain/fields.ts'
import { recordTypeNamed } from '../domain/records/index.ts'
import { watchedFields } from '../domain/rules/scenario.ts'
import { takenOff } from '../domain/rules/timetablePupils.ts'
import type { Applied, ScenarioState } from '../domain/rules/scenarioTypes.ts'
import { type ScenarioWrite, scenarioWrites, type WrittenType } from '../domain/rules/scenarioWrites.ts'
import type { FieldChange, Loose, Plan, Step } from './plan.ts'

/** By which list of the state a type's records are kept, and what of them a change is thought through from. */
const watchedOf = {
  Group: ['groups', watchedFields.group],
  Allocation: ['lines', watchedFields.line],
  Slot: ['slots', watchedFields.slot],
  SlotPupil: ['slotPupils', []],
  SupportStaff: ['staff', watchedFields.member],
  Rate: ['rates', []],
} as const satisfies Record<WrittenType, readonly [keyof ScenarioState, readonly string[]]>

/**
 * Values that a change was thought through from; all values where a new record goes on from this one, since it is made
 * from all of them: where one was changed meanwhile, nothing of it is made.
 */
const guarded = (
  write: ScenarioWrite & { do: 'change' },
  before: ScenarioState,
  goesOn: boolean,
): Readonly<Record<string, FieldChange>> => {
  const [list, watched] = watchedOf[write.type]
  const row = (before[list] as readonly { key: string }[]).find(({ key }) => key === write.key) as
    Loose | undefined
  const fields: readonly string[] = goesOn ? Object.keys(recordTypeNamed(write.type)!.fields) : watched
  const same = (field: string): FieldChange => ({ from: row?.[field] ?? null, to: row?.[field] ?? null })
  return { ...Object.fromEntries(fields.map((field) => [field, same(field)])), ...write.changes }
}

/** What had not begun goes to the archive; a copy of a name for staff is emptied first. */
const off = (
  { record, type, key }: ScenarioWrite & { do: 'archive' },
  about: Pick<Step, 'row' | 'type' | 'key' | 'pupil' | 'after'>,
  reason: string,
): Step[] => {
  if (type !== 'SlotPupil') return [{ ...about, do: 'archive', reason, holds: record }]
  const emptied = { name: takenOff, className: null }
  const changes = Object.fromEntries(
    Object.entries(emptied).map(([field, to]) => [field, { from: record[field] ?? null, to }]),
  )
  return [
    { ...about, do: 'change', changes, archivedToo: true },
    {
      ...about,
      after: [...(about.after ?? []), key],
      do: 'archive',
      reason,
      holds: { ...record, ...emptied },
    },
  ]
}

const links = ['group', 'allocation', 'slot'] as const

/**
 * What applying a scenario writes, as a job: first what ends, each with the values that it was thought through from,
 * then what begins in its place. What hangs on a record that was refused is left out with it, so that no support ends
 * because of a group that did not change. Endings wait for their group's, beginnings for what they go on from.
 */
export const scenarioPlan = (before: ScenarioState, applied: Applied, name: string): Plan => {
  const writes = scenarioWrites(before, applied.state)
  const written = new Set(writes.map(({ key }) => key))
  const goingOn = new Set(applied.origins.values())
  const pupilRow = new Map<string, number>()
  const rowOf = (write: ScenarioWrite): number => {
    const about = write.pupil ?? write.key
    const row = pupilRow.get(about) ?? pupilRow.size + 1
    pupilRow.set(about, row)
    return row
  }
  const linked = (record: Readonly<Record<string, Value>>, self: string) =>
    links.flatMap((field) => {
      const key = record[field]
      return typeof key === 'string' && key !== self && written.has(key) ? [key] : []
    })
  const oldOf = new Map(
    [...before.groups, ...before.lines, ...before.slots, ...before.slotPupils].map((row) => [
      row.key,
      row as unknown as Loose,
    ]),
  )
  const steps = writes.flatMap((write): Step[] => {
    const origin = applied.origins.get(write.key)
    const hangs = [
      ...(write.do === 'create' && origin !== undefined && written.has(origin) ? [origin] : []),
      ...linked(write.do === 'create' ? write.record : (oldOf.get(write.key) ?? {}), write.key),
    ]
    const about = {
      row: rowOf(write),
      type: write.type,
      key: write.key,
      ...(write.pupil ? { pupil: write.pupil } : {}),
      ...(hangs.length > 0 ? { after: [...new Set(hangs)] } : {}),
    }
    switch (write.do) {
      case 'create':
        return [
          {
            ...about,
            do: 'create',
            record: write.record,
            // A copy of a name for staff must not be read in the archive either.
            ...(write.type === 'SlotPupil' ? { emptied: { name: takenOff, className: null } } : {}),
          },
        ]
      case 'change':
        return [{ ...about, do: 'change', changes: guarded(write, before, goingOn.has(write.key)) }]
      case 'archive':
        return off(write, about, t`What if: ${name}`.slice(0, 200))
    }
  })
  const order = { change: 0, create: 1, archive: 2, restore: 3 }
  return {
    kind: 'scenario',
    title: t`Apply what if: ${name}`.slice(0, 160),
    steps: steps.toSorted((a, b) => order[a.do] - order[b.do]),
  }
}
