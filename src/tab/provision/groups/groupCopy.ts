import { derivedKey } from '../../../domain/derivedKey.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import type { Allocation } from '../../../domain/records/allocation.ts'
import { Group } from '../../../domain/records/group.ts'
import { Slot } from '../../../domain/records/slot.ts'
import { addDays, type Day } from '../../../domain/rules/day.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'

/** The next term after a group's last day, as the school's calendar has it; else twelve weeks from the day after. */
export const nextTerm = (group: Pick<Group, 'until'>, calendar: SchoolCalendar, today: Day) => {
  const after = group.until ?? today
  const term = calendar.terms.find(({ starts }) => starts > after)
  return term
    ? { from: term.starts, until: term.ends, name: term.name }
    : { from: addDays(after, 1), until: addDays(after, 7 * 12), name: null }
}

/**
 * The key of the copy of a group that begins on a day, and of what belongs to it: the same for everybody and for every
 * try, so that a copy that failed midway is gone on with, by whoever presses the button again, and nothing is doubled.
 */
export const copyKey = (group: string, from: Day): string => derivedKey(group, 'copy', from)
export const partKey = (copy: string, of: string): string => derivedKey(copy, of)

/** The group as it begins anew: what it is stays, what came of it does not. */
export const groupAgain = (group: Group, given: Pick<Group, 'name' | 'from' | 'until'>): Group =>
  blank(Group, {
    ...Object.fromEntries(Object.keys(Group.fields).map((field) => [field, group[field as keyof Group]])),
    ...given,
    reviewBy: given.until && addDays(given.until, -7),
  })

/** A time of the old group as a time of the new one. */
export const slotAgain = (slot: Slot, copy: Stored<Group>): Slot =>
  blank(Slot, {
    ...Object.fromEntries(Object.keys(Slot.fields).map((field) => [field, slot[field as keyof Slot]])),
    group: copy.key,
    what: copy.name,
    from: copy.from,
    until: copy.until,
  })

/** What the support of one pupil is for goes on; what came of it does not. */
export const goesOn = (line: Allocation | undefined): Partial<Allocation> =>
  line
    ? {
        outcome: line.outcome,
        need: line.need,
        inPlan: line.inPlan,
        specified: line.specified,
        specifiedMinutes: line.specifiedMinutes,
        charge: line.charge,
        funding: line.funding,
        countsTowardsElement2: line.countsTowardsElement2,
        expected: line.expected,
        expectedGain: line.expectedGain,
      }
    : {}
