import type { Group } from '../../domain/records/group.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
import type { Delivery } from '../../domain/records/delivery.ts'
import type { School } from '../../domain/records/school.ts'
import type { Slot } from '../../domain/records/slot.ts'
import type { SlotPupil } from '../../domain/records/slotPupil.ts'
import type { StaffDay } from '../../domain/records/staffDay.ts'
import type { TermDate } from '../../domain/records/termDate.ts'
import { addDays, type Day, weekdayOf } from '../../domain/rules/day.ts'
import { plannedSessions, withinLines } from '../../domain/rules/ledger.ts'
import { catchUpOf, logOf, type NewLog } from '../../domain/rules/ledgerLogs.ts'
import type { Missed, Planned } from '../../domain/rules/ledgerTypes.ts'
import { calendarOf, halfTermsOf } from '../../domain/rules/schoolCalendar.ts'
import { academicYearOf } from '../../domain/rules/schoolYear.ts'
import { settingsOn } from '../../domain/rules/settings.ts'
import { staffDaysWanted } from '../../domain/rules/staffDays.ts'
import { weekLetters } from '../../domain/rules/timetableWeek.ts'
import { addressOf } from './classStaffRows.ts'
import type { Random } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

const flat = <T>(rows: readonly Row<T>[]) => rows.map(({ key, record }) => ({ ...record, key }))

/** What the SENCO showed staff of the school's days. */
export const makeStaffDays = (
  { today }: Setting,
  school: readonly Row<School>[],
  terms: readonly Row<TermDate>[],
): Row<StaffDay>[] => staffDaysWanted(flat(terms), settingsOn(flat(school), today) ?? null, today)

type Made = {
  readonly School: readonly Row<School>[]
  readonly TermDate: readonly Row<TermDate>[]
  readonly Slot: readonly Row<Slot>[]
  readonly SlotPupil: readonly Row<SlotPupil>[]
  readonly Allocation: readonly Row<Allocation>[]
  readonly Group: readonly Row<Group>[]
}

/** The first day of the half-term before the one that a day lies in, or follows. */
const since = (calendar: ReturnType<typeof calendarOf>, today: Day, primary: boolean): Day => {
  const year = academicYearOf(today)
  const begun = [...halfTermsOf(calendar, year - 1), ...halfTermsOf(calendar, year)].filter(
    ({ starts }) => starts <= today,
  )
  // A secondary school has so many sessions that this half-term is enough to see.
  return begun.at(primary ? -2 : -1)?.starts ?? begun.at(-1)?.starts ?? addDays(today, -28)
}

const notes = [
  'Worked well today',
  'Tired, shorter than planned',
  'Used the new cards',
  'Asked to carry on',
] as const
const reasonOf = (random: Random): Missed =>
  random.weighted({ staffAbsent: 4, pupilAbsent: 5, trip: 2, refused: 2, other: 1 })

/**
 * What staff logged of the timetable since the last half-term began: mostly given, some missed by a pupil, some by a
 * whole group, some made up for; one person is behind with logging, one line of Section F is often missed, and nothing
 * of today is logged yet.
 */
export const makeDeliveries = (
  { kind, today, assistants }: Setting,
  random: Random,
  made: Made,
): Row<Delivery>[] => {
  const calendar = calendarOf(flat(made.TermDate))
  const from = since(calendar, today, kind === 'primary')
  const lines = { allocations: flat(made.Allocation), groups: flat(made.Group) }
  const inPlan = new Set(lines.allocations.flatMap(({ key, inPlan: is }) => (is ? [key] : [])))
  const letterOf = weekLetters(calendar, settingsOn(flat(made.School), today))
  const all = plannedSessions(
    { slots: flat(made.Slot), slotPupils: flat(made.SlotPupil), calendar, letterOf },
    from,
    addDays(today, -1),
  )
  const planned = withinLines(all, lines).filter(
    ({ allocation }) => kind === 'primary' || inPlan.has(allocation),
  )
  const staff = [...new Set(planned.flatMap((plan) => plan.staff ?? []))].toSorted()
  const [first] = assistants
  const behind = staff.find((name) => name !== first)
  // The last school day of the assistant whom one can sign in as is still to be logged.
  const last = planned.reduce((day, plan) => (plan.staff === first && plan.day > day ? plan.day : day), '')
  const weak = planned.find(({ allocation }) => inPlan.has(allocation))?.allocation
  const heldOf = new Map<string, Missed | null>()
  return planned.flatMap((plan): NewLog[] => {
    if (plan.slot === null || !plan.staff) return []
    if (plan.staff === behind && plan.day > addDays(today, -9)) return []
    if (plan.staff === first && plan.day === last) return []
    if (random.chance(0.02)) return []
    const session = `${plan.slot}${plan.day}`
    if (!heldOf.has(session)) heldOf.set(session, random.chance(0.05) ? 'staffAbsent' : null)
    const own = random.chance(plan.allocation === weak ? 0.35 : 0.05) ? reasonOf(random) : null
    const missed = heldOf.get(session) ?? own
    const short = !missed && random.chance(0.04) ? Math.max(5, plan.minutes - 5) : plan.minutes
    const by = { by: plan.staff, userPrincipalName: addressOf(plan.staff) }
    const note = random.chance(0.03) && !missed ? random.pick(notes) : null
    const said = { minutes: missed ? 0 : short, missed, note }
    const log = logOf({ ...plan, slot: plan.slot }, said, by)
    const made = madeUpOn(random, plan, missed, today)
    return made ? [log, catchUpOf({ ...log.record, key: log.key }, made, plan.minutes, by)] : [log]
  })
}

/** Now and then a missed session is made up for, a few days later. */
const madeUpOn = (random: Random, plan: Planned, missed: Missed | null, today: Day): Day | null => {
  if (missed !== 'staffAbsent' || !random.chance(0.3)) return null
  const day = addDays(plan.day, weekdayOf(plan.day) >= 4 ? 4 : 1)
  return day < today ? day : null
}
