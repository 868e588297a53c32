import { derivedKey } from '../derivedKey.ts'
import type { Allocation } from '../records/allocation.ts'
import type { Group } from '../records/group.ts'
import type { Slot } from '../records/slot.ts'
import { addDays, type Day, earliest } from './day.ts'
import type { Keyed } from './deploymentPeople.ts'
import { fromGroup } from './groupLines.ts'
import { splitOn } from './scenarioSplit.ts'
import type { ScenarioState } from './scenarioTypes.ts'
import type { SchoolCalendar } from './schoolCalendar.ts'

/** What changes begin on, and what they are reckoned by. */
export type ScenarioDay = {
  readonly starts: Day
  readonly calendar: SchoolCalendar
  readonly weeksInYear: number
  /** Whose changes these are, and for the how-manieth time: new records get keys of their own, the same each time. */
  readonly salt: string
}

/** What a line leaves to the group that it comes into. */
const ownToGroup = Object.fromEntries([...fromGroup, 'groupSize'].map((field) => [field, null]))

const byKey = <T>(all: readonly Keyed<T>[]) => new Map(all.map((one) => [one.key, one]))

/**
 * A copy of the records that can be changed from a day on. What has begun by then ends the day before, and what goes
 * on is a new record from the day: so history stays. What begins on the day or later is changed in place.
 */
export const scenarioEdit = (state: ScenarioState, day: ScenarioDay) => {
  const { starts, calendar, weeksInYear, salt } = day
  const dayBefore = addDays(starts, -1)
  const staff = byKey(state.staff)
  const groups = byKey(state.groups)
  const lines = byKey(state.lines)
  const own = byKey(state.lines)
  const slots = byKey(state.slots)
  const rates = byKey(state.rates)
  const lineHeirs = new Map<string, string | null>()
  const groupHeirs = new Map<string, string | null>()
  const staffHeirs = new Map<string, string | null>()
  const slotHeirs = new Map<string, string | null>()
  const origins = new Map<string, string>()
  const heir = (heirs: ReadonlyMap<string, string | null>, key: string): string | null => {
    let at: string | null = key
    while (at !== null && heirs.has(at)) at = heirs.get(at) ?? null
    return at
  }
  const found = <T>(all: ReadonlyMap<string, T>, heirs: ReadonlyMap<string, string | null>, key: string) => {
    const at = heir(heirs, key)
    return at === null ? undefined : all.get(at)
  }
  const group = (key: string) => found(groups, groupHeirs, key)
  const line = (key: string) => found(lines, lineHeirs, key)
  const member = (key: string) => found(staff, staffHeirs, key)
  const slot = (key: string) => found(slots, slotHeirs, key)

  const endOf = (one: Keyed<Allocation>): Day | null => {
    const last = one.group === null ? null : (group(one.group) ?? groups.get(one.group))?.until
    return one.until !== null && last ? earliest(one.until, last) : (one.until ?? last ?? null)
  }
  /** Still to come, or running, on the day. */
  const goesOn = (until: Day | null) => until === null || until >= starts

  const slotsWhere = (test: (slot: Keyed<Slot>) => boolean) =>
    [...slots.values()].filter((slot) => goesOn(slot.until) && test(slot))
  const replaceSlot = (one: Keyed<Slot>, set: Partial<Slot>): void => {
    if (one.from >= starts) {
      slots.set(one.key, { ...one, ...set })
      return
    }
    const key = derivedKey(one.key, 'Slot', salt)
    slots.set(one.key, { ...one, until: dayBefore })
    slots.set(key, { ...one, ...set, key, from: starts })
    slotHeirs.set(one.key, key)
    origins.set(key, one.key)
  }
  const endSlot = (one: Keyed<Slot>): void => {
    slotHeirs.set(one.key, null)
    if (one.from >= starts) slots.delete(one.key)
    else slots.set(one.key, { ...one, until: dayBefore })
  }

  /** Puts a line that goes on into another state from the day; answers its key. Null where it has ended by then. */
  const replaceLine = (
    one: Keyed<Allocation>,
    set: Partial<Allocation>,
    slotSet: Partial<Slot> = {},
  ): string | null => {
    const until = endOf(one)
    if (!goesOn(until)) return null
    const times = slotsWhere(({ allocation }) => allocation === one.key)
    if (one.from >= starts) {
      lines.set(one.key, { ...one, ...set })
      for (const time of times) replaceSlot(time, slotSet)
      return one.key
    }
    const parts = splitOn(one, until, starts, calendar, weeksInYear)
    if (!parts) return null
    const key = derivedKey(one.key, 'Allocation', salt)
    lines.set(one.key, {
      ...one,
      ...parts.before,
      until: dayBefore,
      exitDecision: one.exitDecision ?? 'continue',
    })
    lines.set(key, {
      ...one,
      ...parts.after,
      exitMeasure: null,
      exitScore: null,
      effect: null,
      exitDecision: null,
      ...set,
      key,
      from: starts,
    })
    lineHeirs.set(one.key, key)
    origins.set(key, one.key)
    for (const time of times) replaceSlot(time, { ...slotSet, allocation: key })
    return key
  }
  const endLine = (one: Keyed<Allocation>): boolean => {
    const until = endOf(one)
    if (!goesOn(until)) return false
    for (const time of slotsWhere(({ allocation }) => allocation === one.key)) endSlot(time)
    lineHeirs.set(one.key, null)
    if (one.from >= starts) {
      lines.delete(one.key)
      // It was to go on from a line of which it is now the end.
      const before = origins.get(one.key)
      const old = before === undefined ? undefined : lines.get(before)
      if (old) lines.set(old.key, { ...old, exitDecision: own.get(old.key)?.exitDecision ?? null })
    } else {
      const parts = splitOn(one, until, starts, calendar, weeksInYear)
      lines.set(one.key, { ...one, ...(parts?.before ?? {}), until: dayBefore })
    }
    return true
  }
  const membersOf = (key: string) =>
    [...lines.values()].filter((one) => one.group === key && goesOn(endOf(one)))

  /**
   * Puts a group into another state from the day, with its lines and times. A line's own value that is the group's
   * follows the group; one that differs stays. Answers its key; null where it has ended by then.
   */
  const replaceGroup = (
    one: Keyed<Group>,
    set: Partial<Group>,
    slotSet: (slot: Slot) => Partial<Slot> = () => ({}),
  ): string | null => {
    if (!goesOn(one.until)) return null
    const follows = (of: Keyed<Allocation>): Partial<Allocation> =>
      Object.fromEntries(
        [...fromGroup.map((field) => [field, field] as const), ['groupSize', 'size'] as const].flatMap(
          ([field, groupField]) =>
            Object.hasOwn(set, groupField) && of[field] !== null && of[field] === one[groupField]
              ? [[field, null]]
              : [],
        ),
      )
    const members = membersOf(one.key)
    const times = slotsWhere((time) => time.group === one.key)
    if (one.from >= starts) {
      for (const each of members) lines.set(each.key, { ...each, ...follows(each) })
      groups.set(one.key, { ...one, ...set })
      for (const time of times) replaceSlot(time, slotSet(time))
      return one.key
    }
    const parts = splitOn(one, one.until, starts, calendar, weeksInYear)
    if (!parts) return null
    const key = derivedKey(one.key, 'Group', salt)
    groups.set(key, { ...one, ...parts.after, ...set, key, from: starts })
    for (const each of members) replaceLine(each, { ...follows(each), group: key })
    groups.set(one.key, { ...one, ...parts.before, until: dayBefore })
    groupHeirs.set(one.key, key)
    origins.set(key, one.key)
    for (const time of times) replaceSlot(time, { ...slotSet(time), group: key })
    return key
  }
  const endGroup = (one: Keyed<Group>): boolean => {
    if (!goesOn(one.until)) return false
    for (const each of membersOf(one.key)) endLine(each)
    for (const time of slotsWhere((each) => each.group === one.key)) endSlot(time)
    groupHeirs.set(one.key, null)
    if (one.from >= starts) groups.delete(one.key)
    else {
      const parts = splitOn(one, one.until, starts, calendar, weeksInYear)
      groups.set(one.key, { ...one, ...(parts?.before ?? {}), until: dayBefore })
    }
    return true
  }
  /** A line goes on in a group, which says how; what was its own in the group before is not. */
  const moveLine = (one: Keyed<Allocation>, into: Keyed<Group>): string | null => {
    const end = endOf(one)
    const before = one.group === null ? undefined : groups.get(one.group)
    const mine = one.until !== null && one.until !== before?.until ? one.until : null
    const until = mine !== null && into.until !== null ? earliest(mine, into.until) : mine
    if (!goesOn(end)) return null
    for (const time of slotsWhere(({ allocation }) => allocation === one.key)) endSlot(time)
    return replaceLine(one, {
      ...ownToGroup,
      group: into.key,
      provision: into.provision,
      until: until !== null && until < starts ? null : until,
    })
  }

  return {
    starts,
    dayBefore,
    salt,
    staff,
    groups,
    lines,
    slots,
    rates,
    lineHeirs,
    groupHeirs,
    staffHeirs,
    origins,
    group,
    line,
    member,
    slot,
    goesOn,
    endOf,
    membersOf,
    slotsWhere,
    replaceSlot,
    endSlot,
    replaceLine,
    endLine,
    replaceGroup,
    endGroup,
    moveLine,
    heirOf: (key: string) => heir(lineHeirs, key),
  }
}
export type ScenarioEdit = ReturnType<typeof scenarioEdit>
