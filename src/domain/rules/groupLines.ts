import type { Allocation } from '../records/allocation.ts'
import type { Group } from '../records/group.ts'
import { overlapOf, schoolDaysIn } from './annualise.ts'
import { addDays } from './day.ts'
import { calendarOf, type SchoolCalendar } from './schoolCalendar.ts'

/** What a pupil's own line leaves to its group. */
export const fromGroup = [
  'sessionsPerWeek',
  'minutes',
  'prepMinutes',
  'weeks',
  'role',
  'staff',
  'place',
  'resources',
  'external',
] as const satisfies readonly (keyof Allocation & keyof Group)[]

type Keyed<T> = T & { readonly key: string }

/** How many pupils are in each group at any time, by the group's key. */
export const groupSizes = (allocations: readonly Allocation[]): ReadonlyMap<string, number> => {
  const pupils = new Map<string, Set<string>>()
  for (const { group, pupil } of allocations)
    if (group !== null) pupils.set(group, (pupils.get(group) ?? new Set()).add(pupil))
  return new Map([...pupils].map(([group, members]) => [group, members.size]))
}

const everyWeekday = calendarOf([])
const tenth = (weeks: number) => Math.round(weeks * 10) / 10

/**
 * The weeks of a group that a pupil came to who was in it for a part of its time: by school days, to a tenth of a week.
 * Where the group has no last day, five school days are one of its weeks.
 */
export const weeksAttended = (
  own: Pick<Allocation, 'from' | 'until'>,
  group: Pick<Group, 'from' | 'until' | 'weeks'>,
  calendar: SchoolCalendar,
): number | null => {
  const { weeks } = group
  const covers = own.from <= group.from && (own.until === null || own.until >= (group.until ?? '9999'))
  if (weeks === null || covers) return weeks
  if (group.until !== null) {
    const whole = { from: group.from, until: group.until }
    const there = overlapOf(whole, { from: own.from, until: own.until ?? group.until })
    const days = schoolDaysIn(calendar, whole)
    return days === 0 ? weeks : there ? tenth((weeks * schoolDaysIn(calendar, there)) / days) : 0
  }
  const missed =
    own.from > group.from ? schoolDaysIn(calendar, { from: group.from, until: addDays(own.from, -1) }) / 5 : 0
  const most =
    own.until === null
      ? weeks
      : schoolDaysIn(calendar, { from: own.from > group.from ? own.from : group.from, until: own.until }) / 5
  return tenth(Math.max(0, Math.min(weeks - missed, most)))
}

/**
 * Lines of support with what each leaves to its group filled in: a fact of a group is stored once, in the group.
 * Whoever counts, costs or prints lines takes these. Archived groups change nothing. A pupil who came for a part of
 * the group's time has the weeks that they came, by the school days of `calendar`; without one each weekday counts.
 */
export const filledFromGroups = <A extends Allocation>(
  allocations: readonly A[],
  groups: readonly Keyed<Group>[],
  calendar: SchoolCalendar = everyWeekday,
): A[] => {
  const byKey = new Map(groups.map((group) => [group.key, group]))
  const sizes = groupSizes(allocations)
  return allocations.map((line) => {
    const group = line.group === null ? undefined : byKey.get(line.group)
    if (!group) return line
    const filled = Object.fromEntries(fromGroup.map((field) => [field, line[field] ?? group[field]]))
    return {
      ...line,
      ...filled,
      weeks: line.weeks ?? weeksAttended(line, group, calendar),
      until: line.until ?? group.until,
      groupSize: line.groupSize ?? group.size ?? sizes.get(group.key) ?? null,
    }
  })
}
