import { blank } from '../../domain/record.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
import type { Group } from '../../domain/records/group.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { Slot } from '../../domain/records/slot.ts'
import type { SlotPupil } from '../../domain/records/slotPupil.ts'
import { grouped } from '../../domain/grouped.ts'
import { showTime } from '../../domain/rules/clockTime.ts'
import { slotPupilsOf } from '../../domain/rules/timetablePupils.ts'
import { addressOf } from './classStaffRows.ts'
import type { OfferRow } from './provisionRows.ts'
import { keyOn, type Random } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

type Weekday = Slot['weekday']
const week: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri']
const daysFor: Readonly<Record<number, readonly (readonly Weekday[])[]>> = {
  1: week.map((day) => [day]),
  2: [
    ['mon', 'wed'],
    ['tue', 'thu'],
    ['wed', 'fri'],
  ],
  3: [
    ['mon', 'wed', 'fri'],
    ['mon', 'tue', 'thu'],
    ['tue', 'wed', 'fri'],
  ],
  4: [['mon', 'tue', 'wed', 'thu']],
  5: [week],
}

const clock = (hours: number, minutes = 0) => hours * 60 + minutes
/** When such a thing is done; most of it is whenever there is room between lessons. */
const timesFor = (name: string, minutes: number, random: Random): readonly number[] => {
  if (/breakfast/i.test(name)) return [clock(8, 15)]
  if (/lunch/i.test(name)) return [clock(12, 10)]
  if (/homework/i.test(name)) return [clock(15, 20)]
  if (/check-in/i.test(name)) return [clock(8, 45)]
  if (minutes >= 100) return [clock(9), clock(10), clock(13)]
  const first = [clock(9, 10), clock(10, 45), clock(13, 10)]
  return random.some(
    first.flatMap((from) => [0, 20, 40, 60].map((later) => from + later)),
    12,
  )
}

type Run = {
  readonly key: string
  readonly what: string
  readonly offer: OfferRow
  readonly of: Group | Allocation
  readonly pupils: readonly string[]
  readonly group: string | null
  readonly allocation: string | null
}
type Taken = { readonly who: string; readonly day: Weekday; readonly starts: number; readonly ends: number }

const overlap = (days: readonly Weekday[], starts: number, minutes: number) => (other: Taken) =>
  days.includes(other.day) && other.starts < starts + minutes && starts < other.ends

/** Who is where in the week so far; nobody gives more than so many minutes of support. */
const diary = () => {
  const taken: Taken[] = []
  const minutesOf = new Map<string, number>()
  return {
    isFree: (who: readonly string[], days: readonly Weekday[], starts: number, minutes: number) => {
      const meets = overlap(days, starts, minutes)
      return !taken.some((other) => who.includes(other.who) && meets(other))
    },
    hasRoom: (staff: string, minutes: number) => (minutesOf.get(staff) ?? 0) + minutes <= 25 * 60,
    take: (who: readonly string[], days: readonly Weekday[], starts: number, minutes: number) => {
      for (const day of days)
        for (const each of who) {
          taken.push({ who: each, day, starts, ends: starts + minutes })
          minutesOf.set(each, (minutesOf.get(each) ?? 0) + minutes)
        }
    },
  }
}

export type Week = {
  readonly slots: Row<Slot>[]
  readonly groups: Row<Group>[]
  readonly allocations: Row<Allocation>[]
}

/**
 * The week of those who give support: a time for each session of each group and of each pupil supported alone. Who has
 * no room for it passes it to somebody who has; where no time is free it clashes, and twice nobody looked. What comes
 * once a fortnight is in week A or B.
 */
export const makeWeek = (
  { today, year, assistants, teachers }: Setting,
  random: Random,
  offers: readonly OfferRow[],
  groups: readonly Row<Group>[],
  allocations: readonly Row<Allocation>[],
): Week => {
  const book = diary()
  const staffOf = new Map<string, string>()
  const slots = runsOf(year, offers, groups, allocations).flatMap((run, at) => {
    const { sessionsPerWeek, minutes, from, until } = run.of
    if (!sessionsPerWeek || !minutes) return []
    const days = random.pick(daysFor[Math.min(5, Math.ceil(sessionsPerWeek))] ?? [week])
    const times = timesFor(run.offer.record.name, minutes, random)
    const whole = minutes * sessionsPerWeek
    const others = random.some(run.of.role?.includes('eacher') ? teachers : assistants, 60)
    // Twice nobody looked: an adult would have to be in two places.
    const isCareless = at === 9 || at === 23
    const places = (run.of.staff ? [run.of.staff, ...others] : [null]).flatMap((staff) =>
      staff && !book.hasRoom(staff, whole)
        ? []
        : times.flatMap((time) =>
            book.isFree([...run.pupils, ...(staff ? [staff] : [])], days, time, minutes)
              ? [{ staff, time }]
              : [],
          ),
    )
    const { staff, time } = (!isCareless && places[0]) || { staff: run.of.staff, time: times[0]! }
    if (staff) staffOf.set(run.key, staff)
    const starts = sessionsPerWeek > 5 ? [time, time + 95, clock(14, 10)] : [time]
    for (const each of starts) book.take([...run.pupils, ...(staff ? [staff] : [])], days, each, minutes)
    const everyWeeks = sessionsPerWeek < 1 ? random.pick(['odd', 'even'] as const) : ('every' as const)
    return days.flatMap((weekday) =>
      starts.map((each): Row<Slot> => ({
        key: keyOn(random, from > today ? today : from),
        record: blank(Slot, {
          what: run.what,
          provision: run.offer.key,
          group: run.group,
          allocation: run.allocation,
          weekday,
          starts: showTime(each),
          minutes,
          everyWeeks,
          from,
          until,
          role: run.of.role,
          staff,
          userPrincipalName: staff && addressOf(staff),
          place: run.of.place,
        }),
      })),
    )
  })
  return {
    slots,
    groups: groups.map(({ key, record }) => {
      const staff = staffOf.get(key) ?? record.staff
      return { key, record: { ...record, staff, userPrincipalName: staff && addressOf(staff) } }
    }),
    allocations: allocations.map(({ key, record }) => ({
      key,
      record: { ...record, staff: staffOf.get(record.group ?? key) ?? record.staff },
    })),
  }
}

/** What needs times: groups, and lines of pupils supported alone; what takes most of the week first. */
const runsOf = (
  year: number,
  offers: readonly OfferRow[],
  groups: readonly Row<Group>[],
  allocations: readonly Row<Allocation>[],
): Run[] => {
  const offerOf = new Map(offers.map((row) => [row.key, row]))
  const members = grouped(allocations, ({ record }) => record.group)
  const weekly = ({ of }: Run) => (of.sessionsPerWeek ?? 0) * (of.minutes ?? 0)
  return [
    ...groups.map(({ key, record }): Run => ({
      key,
      what: record.name,
      offer: offerOf.get(record.provision)!,
      of: record,
      pupils: (members.get(key) ?? []).map((line) => line.record.pupil),
      group: key,
      allocation: null,
    })),
    ...allocations.flatMap(({ key, record }): Run[] => {
      const offer = offerOf.get(record.provision)!
      const { name } = offer.record
      return record.group || !record.minutes || record.from < `${year}-09-01`
        ? []
        : [{ key, what: name, offer, of: record, pupils: [record.pupil], group: null, allocation: key }]
    }),
  ].toSorted((a, b) => weekly(b) - weekly(a))
}

/** Who comes to which time, as it was sent to the staff: by the product's own rule, with a few names it lags behind. */
export const makeSlotPupils = (
  random: Random,
  { slots, groups, allocations }: Week,
  pupils: readonly Row<Pupil>[],
): Row<SlotPupil>[] => {
  const flat = <T>(rows: readonly Row<T>[]) => rows.map(({ key, record }) => ({ ...record, key }))
  const all = slotPupilsOf({
    slots: flat(slots),
    allocations: flat(allocations),
    groups: flat(groups),
    pupils: flat(pupils),
  })
  const notSent = random.pick(all).record.slot
  return all.filter(({ record }) => record.slot !== notSent)
}
