import { schoolWeekdays, type Slot } from '../records/slot.ts'
import type { SupportStaff } from '../records/supportStaff.ts'
import { grouped } from '../grouped.ts'
import { parseTime } from './clockTime.ts'
import { staffRoles } from './codes.ts'
import type { Day } from './day.ts'
import {
  type Deployed,
  holdsOn,
  isThem,
  type Keyed,
  nameKey,
  shareOfWeeks,
  tenth,
} from './deploymentPeople.ts'
import { whyUse } from './deploymentWhy.ts'
import type { Why } from './why.ts'

export type Weekday = Slot['weekday']
export const weekdays = Object.keys(schoolWeekdays) as Weekday[]

/** A time in the week of one member of staff. Minutes since midnight; pupils by their keys. */
export type Block = {
  readonly slot: Keyed<Slot>
  readonly starts: number
  readonly ends: number
  readonly pupils: readonly string[]
}

/** How a member of staff is used in one week: minutes a week, weeks A and B evened out. */
export type StaffUse = {
  /** Null where somebody is named in groups, lines or the timetable and is not in the list of staff. */
  readonly member: Keyed<SupportStaff> | null
  readonly name: string
  /** Minutes a week that are paid, and those of them that are for support; null where nobody has said. */
  readonly paid: number | null
  readonly bought: number | null
  readonly timetabled: number
  readonly preparation: number
  /** Timetable and preparation. */
  readonly used: number
  /** What the groups and lines with this person's name ask for, preparation included. */
  readonly needed: number
  /** Above nothing: so much more is used than is bought. */
  readonly over: number
  readonly week: Readonly<Record<Weekday, readonly Block[]>>
  readonly why: Why
}

const sumOf = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((total, one) => total + of(one), 0)

/** Minutes a week that each group or line asks of its staff; a line's share where several share it without a group. */
const demands = ({ groups, lines }: Deployed, day: Day) => {
  const running = lines.filter((line) => holdsOn(line, day))
  const used = new Set(running.map(({ group }) => group))
  const minutesOf = (one: {
    sessionsPerWeek: number | null
    minutes: number | null
    prepMinutes: number | null
  }) => (one.sessionsPerWeek ?? 0) * ((one.minutes ?? 0) + (one.prepMinutes ?? 0))
  return [
    ...groups
      .filter((group) => holdsOn(group, day) && used.has(group.key))
      .map((group) => ({ who: group, minutes: minutesOf(group) })),
    ...running
      .filter(({ group }) => group === null || !groups.some(({ key }) => key === group))
      .map((line) => ({
        who: { staff: line.staff },
        minutes: minutesOf(line) / (line.charge === 'full' ? 1 : Math.max(1, line.groupSize ?? 1)),
      })),
  ]
}

/** Preparation of one time in the week: as its group has it, else the longest that one of its lines has. */
export const prepOf = ({ groups, lines, slotPupils }: Deployed, day: Day) => {
  const groupOf = new Map(groups.map((group) => [group.key, group]))
  const lineOf = new Map(lines.map((line) => [line.key, line]))
  const inSlot = grouped(
    slotPupils.filter((one) => holdsOn(one, day)),
    ({ slot }) => slot,
  )
  return (slot: Keyed<Slot>): number => {
    const own = slot.group === null ? undefined : groupOf.get(slot.group)?.prepMinutes
    if (own !== undefined && own !== null) return own
    return Math.max(
      0,
      ...(inSlot.get(slot.key) ?? []).map((one) => lineOf.get(one.allocation)?.prepMinutes ?? 0),
    )
  }
}

const roleOrder = Object.keys(staffRoles)

/**
 * Hours bought against hours used and needed, and the week of each member of staff, on a day. Lines come filled from
 * their groups (`filledFromGroups`). Whoever is named somewhere and is not in the list comes last, with nothing bought.
 */
export const deployment = (all: Deployed, day: Day): StaffUse[] => {
  const staff = all.staff.filter((member) => holdsOn(member, day))
  const slots = all.slots.filter((slot) => holdsOn(slot, day))
  const asked = demands(all, day).filter(({ minutes }) => minutes > 0)
  const prep = prepOf(all, day)
  const pupilsIn = grouped(
    all.slotPupils.filter((one) => holdsOn(one, day)),
    ({ slot }) => slot,
  )
  const blocksOf = (own: readonly Keyed<Slot>[]): StaffUse['week'] =>
    Object.fromEntries(
      weekdays.map((weekday) => [
        weekday,
        own
          .filter((slot) => slot.weekday === weekday)
          .map((slot): Block => {
            const starts = parseTime(slot.starts) ?? 0
            const pupils = [...new Set((pupilsIn.get(slot.key) ?? []).map(({ pupil }) => pupil))]
            return { slot, starts, ends: starts + slot.minutes, pupils }
          })
          .toSorted((a, b) => a.starts - b.starts || a.ends - b.ends),
      ]),
    ) as unknown as StaffUse['week']
  const use = (
    member: Keyed<SupportStaff> | null,
    name: string,
    own: readonly Keyed<Slot>[],
    needs: readonly { readonly minutes: number }[],
  ): StaffUse => {
    const paid = member?.hours == null ? null : tenth(member.hours * 60)
    const support = member?.supportHours ?? member?.hours ?? null
    const bought = support === null ? null : tenth(support * 60)
    const timetabled = tenth(sumOf(own, (slot) => slot.minutes * shareOfWeeks(slot)))
    const preparation = tenth(sumOf(own, (slot) => prep(slot) * shareOfWeeks(slot)))
    const used = tenth(timetabled + preparation)
    const needed = tenth(sumOf(needs, ({ minutes }) => minutes))
    const over = bought === null ? 0 : tenth(Math.max(0, used - bought))
    return {
      member,
      name,
      paid,
      bought,
      timetabled,
      preparation,
      used,
      needed,
      over,
      week: blocksOf(own),
      why: whyUse({ name, paid, bought, timetabled, preparation, needed, over }, day),
    }
  }
  const known = staff
    .toSorted((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role) || (a.name < b.name ? -1 : 1))
    .map((member) =>
      use(
        member,
        member.name,
        slots.filter((slot) => isThem(member, slot)),
        asked.filter(({ who }) => isThem(member, who)),
      ),
    )
  const stranger = (named: Parameters<typeof nameKey>[0]) =>
    staff.some((member) => isThem(member, named)) ? null : nameKey(named)
  const slotsOf = grouped(slots, stranger)
  const asksOf = grouped(asked, ({ who }) => stranger(who))
  const strangers = [...new Set([...slotsOf.keys(), ...asksOf.keys()])].toSorted().map((key) => {
    const own = slotsOf.get(key) ?? []
    const needs = asksOf.get(key) ?? []
    return use(null, own[0]?.staff ?? needs[0]?.who.staff ?? key, own, needs)
  })
  return [...known, ...strangers]
}

/** A school's deployment in one line of sums, minutes a week; whoever has no hours recorded is counted apart. */
export type DeploymentSum = {
  readonly paid: number
  readonly bought: number
  readonly used: number
  readonly needed: number
  readonly over: number
  readonly unknown: number
}
export const deploymentSum = (all: readonly StaffUse[]): DeploymentSum => ({
  paid: tenth(sumOf(all, ({ paid }) => paid ?? 0)),
  bought: tenth(sumOf(all, ({ bought }) => bought ?? 0)),
  used: tenth(sumOf(all, ({ used }) => used)),
  needed: tenth(sumOf(all, ({ needed }) => needed)),
  over: tenth(sumOf(all, ({ over }) => over)),
  unknown: all.filter(({ bought, used, needed }) => bought === null && used + needed > 0).length,
})
