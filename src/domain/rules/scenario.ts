import { t } from '../../words/t.ts'
import type { Value } from '../fields.ts'
import { makers } from './scenarioChanges.ts'
import { type ScenarioDay, scenarioEdit } from './scenarioEdit.ts'
import type { Applied, Cant, Change, ScenarioState, Seen, Told } from './scenarioTypes.ts'
import { earliest } from './day.ts'
import { slotPupilKeyOf, slotPupilsOf } from './timetablePupils.ts'

/** What a change of a group, line, member of staff or rate was thought through from. */
export const watchedFields = {
  group: ['provision', 'sessionsPerWeek', 'minutes', 'prepMinutes', 'weeks', 'size', 'role', 'staff', 'until'],
  line: ['provision', 'group', 'sessionsPerWeek', 'minutes', 'prepMinutes', 'weeks', 'groupSize', 'role', 'staff', 'until', 'inPlan', 'specifiedMinutes'],
  member: ['name', 'hours', 'supportHours', 'until'],
  slot: ['group', 'allocation', 'weekday', 'starts', 'minutes', 'everyWeeks', 'staff', 'until'],
} as const // prettier-ignore

type Named = { readonly [K in 'groups' | 'lines' | 'staff' | 'slots']?: readonly string[] }

/** The keys of the records that a change names itself. */
const keysOf = (change: Change): Named => {
  switch (change.do) {
    case 'loseStaff':
      return { staff: [change.member] }
    case 'mergeGroups':
      return { groups: [change.from, change.into] }
    case 'splitGroup':
      return { groups: [change.group], lines: change.lines }
    case 'changeGroup':
      return { groups: [change.group] }
    case 'changeLine':
    case 'endLine':
      return { lines: [change.line] }
    case 'movePupil':
      return { groups: [change.to], lines: [change.line] }
    case 'changeHours':
      return { staff: [change.member] }
    case 'changeTime':
      return { slots: [change.slot] }
    case 'changeRate':
      return {}
  }
}

const valuesOf = (row: object, fields: readonly string[]): Record<string, Value> =>
  Object.fromEntries(fields.map((field) => [field, (row as Record<string, Value>)[field] ?? null]))

/** The values that a change is thought through from, as the records have them now. */
export const seenNow = (change: Change, state: ScenarioState): Seen => {
  const { groups = [], lines = [], staff = [], slots = [] } = keysOf(change)
  const of = (keys: readonly string[], all: readonly { readonly key: string }[], fields: readonly string[]) =>
    keys.flatMap((key) => {
      const row = all.find((one) => one.key === key)
      return row ? [[key, valuesOf(row, fields)] as const] : []
    })
  return Object.fromEntries([
    ...of(groups, state.groups, watchedFields.group),
    ...of(lines, state.lines, watchedFields.line),
    ...of(staff, state.staff, watchedFields.member),
    ...of(slots, state.slots, watchedFields.slot),
  ])
}

/** What says something else now than when a change was thought through. */
const movedSince = (change: Change, state: ScenarioState): NonNullable<Cant['moved']> => {
  const now = seenNow(change, state)
  return Object.entries(change.seen).flatMap(([key, fields]) =>
    Object.entries(fields).flatMap(([field, seen]) => {
      const value = now[key]?.[field]
      return value === undefined || value === seen ? [] : [{ key, field, seen, now: value }]
    }),
  )
}

/** Who comes to which time: rows that staff see follow the lines and times; what was never sent to staff stays so. */
const slotPupilsAfter = (before: ScenarioState, after: Omit<ScenarioState, 'slotPupils'>) => {
  const copies = (state: Omit<ScenarioState, 'slotPupils'>) =>
    new Map(
      slotPupilsOf({ ...state, allocations: state.lines }).map(({ key, record }) => [key, record] as const),
    )
  const was = copies(before)
  const is = copies(after)
  const rowOf = new Map(
    before.slotPupils.map((row) => [slotPupilKeyOf(row.slot, row.allocation), row] as const),
  )
  const kept = before.slotPupils.flatMap((row) => {
    const key = slotPupilKeyOf(row.slot, row.allocation)
    const [old, now] = [was.get(key), is.get(key)]
    if (!old || old.until === now?.until) return [row]
    if (!now) return []
    // A row that ended before goes on ending then.
    const until = row.until !== null && now.until !== null ? earliest(row.until, now.until) : now.until
    return [{ ...row, until }]
  })
  const made = [...is].flatMap(([key, record]) =>
    was.has(key) || rowOf.has(key) ? [] : [{ ...record, key }],
  )
  return [...kept, ...made]
}

/**
 * The records as they would be with a scenario's changes from a day on: pure, in the order of the changes. A change
 * that can't be made (what it is about was archived, has ended, or says something else than when it was thought
 * through) is left out and told; the others are made.
 */
export const applyScenario = (
  state: ScenarioState,
  changes: readonly Change[],
  day: ScenarioDay,
): Applied => {
  if (changes.length === 0)
    return { state, did: [], cant: [], told: [], lines: new Map(), groups: new Map(), origins: new Map() }
  const edit = scenarioEdit(state, day)
  const did: number[] = []
  const cant: Cant[] = []
  const told: Told[] = []
  changes.forEach((change, at) => {
    const moved = movedSince(change, state)
    if (moved.length > 0) {
      cant.push({
        at,
        why: 'changed',
        words: t`A record that it is about was changed since it was thought through.`,
        moved,
      })
      return
    }
    const make = makers[change.do] as (
      edit: ReturnType<typeof scenarioEdit>,
      change: Change,
      tell: (words: string) => void,
    ) => Pick<Cant, 'why' | 'words'> | null
    const refusal = make(edit, change, (words) => told.push({ at, words }))
    if (refusal) cant.push({ at, ...refusal })
    else did.push(at)
  })
  const records = {
    staff: [...edit.staff.values()],
    groups: [...edit.groups.values()],
    lines: [...edit.lines.values()],
    slots: [...edit.slots.values()],
    rates: [...edit.rates.values()],
    pupils: state.pupils,
  }
  return {
    state: did.length === 0 ? state : { ...records, slotPupils: slotPupilsAfter(state, records) },
    did,
    cant,
    told,
    lines: new Map([...edit.lineHeirs.keys()].map((key) => [key, edit.heirOf(key)])),
    groups: edit.groupHeirs,
    origins: edit.origins,
  }
}
