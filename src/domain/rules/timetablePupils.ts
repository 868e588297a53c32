import { t } from '../../words/t.ts'
import { derivedKey } from '../derivedKey.ts'
import { grouped } from '../grouped.ts'
import type { Stored } from '../record.ts'
import type { Allocation } from '../records/allocation.ts'
import type { Group } from '../records/group.ts'
import { fullName, type Pupil } from '../records/pupil.ts'
import type { Slot } from '../records/slot.ts'
import type { SlotPupil } from '../records/slotPupil.ts'
import { type Day, earliest, latest } from './day.ts'
import { academicYearOf } from './schoolYear.ts'

type Keyed<T> = T & { readonly key: string }

/**
 * What the copies for staff are made from; whatever is archived is left out by whoever reads. `unread`: keys of rows of
 * these lists that can't be read, null where not even the key can be.
 */
export type SlotPupilSources = {
  readonly unread?: readonly (string | null)[]
  readonly slots: readonly Keyed<Slot>[]
  readonly allocations: readonly Keyed<Allocation>[]
  readonly groups: readonly Keyed<Group>[]
  readonly pupils: readonly Keyed<Pupil>[]
}
/** The keys of rows that can't be read, as `unread` has them. */
export const unreadKeys = (
  ...listings: readonly { readonly unreadable: readonly { readonly key: string | null }[] }[]
): readonly (string | null)[] => listings.flatMap(({ unreadable }) => unreadable.map(({ key }) => key))

export type SlotPupilCopy = { readonly key: string; readonly record: SlotPupil }

/** One key for a pupil at a time in the week, so that two people who send the list send one row. */
export const slotPupilKeyOf = (slot: string, allocation: string): string =>
  derivedKey(slot, 'SlotPupil', allocation)

const untilOf = (...days: readonly (Day | null)[]): Day | null => {
  const set = days.filter((day) => day !== null)
  return set.length > 0 ? earliest(...set) : null
}

/**
 * Every pupil at every time in the week, from when to when, as staff are to see it: name and class and nothing else.
 * It ends with the pupil's last day at the school.
 */
export const slotPupilsOf = ({ slots, allocations, groups, pupils }: SlotPupilSources): SlotPupilCopy[] => {
  const groupUntil = new Map(groups.map(({ key, until }) => [key, until]))
  const byPupil = new Map(pupils.map((pupil) => [pupil.key, pupil]))
  const byGroup = grouped(allocations, ({ group }) => group)
  const byKey = new Map(allocations.map((line) => [line.key, line]))
  return slots.flatMap((slot) => {
    const own = slot.allocation === null ? undefined : byKey.get(slot.allocation)
    const here =
      slot.allocation !== null ? (own ? [own] : []) : slot.group ? (byGroup.get(slot.group) ?? []) : []
    return here.flatMap((line): SlotPupilCopy[] => {
      const pupil = byPupil.get(line.pupil)
      const from = latest(slot.from, line.from)
      const lineUntil = line.until ?? (line.group && groupUntil.get(line.group)) ?? null
      const until = untilOf(slot.until, lineUntil, pupil?.left ?? null)
      if (!pupil || (until !== null && until < from)) return []
      return [
        {
          key: slotPupilKeyOf(slot.key, line.key),
          record: {
            slot: slot.key,
            pupil: pupil.key,
            allocation: line.key,
            name: fullName(pupil),
            className: pupil.className,
            from,
            until,
          },
        },
      ]
    })
  })
}

/** What a copy says once it is taken from staff: an archived row can still be read. */
export const takenOff = t`Taken off`

/** One write that makes the staff's list true. What takes a name away comes before what shows one. */
export type SlotPupilWrite =
  | { readonly do: 'end' | 'change'; readonly row: Stored<SlotPupil>; readonly changes: Partial<SlotPupil> }
  /** The name is emptied first, then the row archived. */
  | { readonly do: 'takeOff'; readonly row: Stored<SlotPupil>; readonly changes: Partial<SlotPupil> }
  | { readonly do: 'create'; readonly key: string; readonly record: SlotPupil }
  | { readonly do: 'restore'; readonly row: Stored<SlotPupil>; readonly changes: Partial<SlotPupil> }

const differing = (row: SlotPupil, wanted: SlotPupil): Partial<SlotPupil> =>
  Object.fromEntries(
    (['pupil', 'slot', 'allocation', 'name', 'className', 'from', 'until'] as const).flatMap((field) =>
      row[field] === wanted[field] ? [] : [[field, wanted[field]]],
    ),
  )

/** Copies of an earlier school year have done their work: staff log and look back within a year. */
const isPast = ({ until }: Pick<SlotPupil, 'until'>, today: Day): boolean =>
  until !== null && academicYearOf(until) < academicYearOf(today)

/**
 * What has to be written for the staff site to show who comes to which time in the week: names that changed, pupils
 * who came, went or left the school. `shown` are all rows of the staff site, archived ones too where they were read
 * (else a pupil who comes back is created anew under the same key, which the store tells).
 */
export const slotPupilWrites = (
  sources: SlotPupilSources & { readonly shown: readonly Stored<SlotPupil>[] },
  today: Day,
): SlotPupilWrite[] => {
  const wanted = slotPupilsOf(sources).filter(({ record }) => !isPast(record, today))
  const byKey = new Map(sources.shown.map((row) => [row.key, row]))
  const keys = new Set(wanted.map(({ key }) => key))
  const unread = new Set(sources.unread)
  const groupOf = new Map(sources.allocations.map(({ key, group }) => [key, group]))
  // What can't be read isn't gone: what staff see of it stays as it is until it can.
  const isUnsure = ({ slot, pupil, allocation }: SlotPupil) =>
    unread.size > 0 &&
    (unread.has(null) ||
      [slot, pupil, allocation, groupOf.get(allocation) ?? ''].some((key) => unread.has(key)))
  const off = sources.shown
    .filter((row) => !row.archived && !keys.has(row.key) && (!isUnsure(row) || isPast(row, today)))
    .map((row): SlotPupilWrite => ({ do: 'takeOff', row, changes: { name: takenOff, className: null } }))
  const put = wanted.flatMap(({ key, record }): SlotPupilWrite[] => {
    // Without its group nobody knows until when a line runs; one that is whole is shown whatever else can't be read.
    const group = groupOf.get(record.allocation)
    if (group != null && unread.has(group)) return []
    const row = byKey.get(key)
    if (!row) return [{ do: 'create', key, record }]
    const changes = differing(row, record)
    if (row.archived) return [{ do: 'restore', row, changes }]
    if (Object.keys(changes).length === 0) return []
    const ends = changes.until !== undefined && changes.until !== null
    return [{ do: ends ? 'end' : 'change', row, changes }]
  })
  const order = ['takeOff', 'end', 'change', 'restore', 'create']
  return [...off, ...put].toSorted((a, b) => order.indexOf(a.do) - order.indexOf(b.do))
}
