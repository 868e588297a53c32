import { groupedSteps } from '../grouped.ts'
import type { Delivery } from '../records/delivery.ts'
import type { Slot } from '../records/slot.ts'
import type { SlotPupil } from '../records/slotPupil.ts'
import type { Day } from './day.ts'
import { type Sessions, sessionsOf } from './impact.ts'
import { ledger, ledgerBy, plannedSessions, plannedWithoutTimes, withinLines } from './ledger.ts'
import type { Keyed, Lines } from './ledgerTypes.ts'
import type { SchoolCalendar } from './schoolCalendar.ts'
import { type WeekCount, weekLetters } from './timetableWeek.ts'

export type SessionsGiven = Lines & {
  readonly slots: readonly Keyed<Slot>[]
  readonly slotPupils: readonly SlotPupil[]
  readonly deliveries: readonly Keyed<Delivery>[]
  readonly calendar: SchoolCalendar
  /** How weeks A and B are counted. */
  readonly counted: WeekCount | null
  readonly today: Day
}

/** So many pupils’ sessions are reckoned before it rests: some milliseconds’ work. */
const atOnce = 8

/**
 * Sessions of each line of support between two days, planned against held, by the line’s key. The same as one ledger of
 * the whole school, reckoned a few pupils at a time: no session of one pupil says anything of another’s.
 */
export function* sessionsSteps(
  given: SessionsGiven,
  from: Day,
  until: Day,
): Generator<undefined, ReadonlyMap<string, Sessions>> {
  const { groups, slots, calendar, today } = given
  const lines = yield* groupedSteps(given.allocations, ({ pupil }) => pupil)
  const deliveries = yield* groupedSteps(given.deliveries, ({ pupil }) => pupil)
  const slotPupils = yield* groupedSteps(given.slotPupils, ({ pupil }) => pupil)
  const letterOf = weekLetters(calendar, given.counted)
  const sessions = new Map<string, Sessions>()
  const pupils = [...lines.keys()]
  const ofThese = <T>(all: ReadonlyMap<string, readonly T[]>, some: readonly string[]): T[] =>
    some.flatMap((pupil) => all.get(pupil) ?? [])
  for (let at = 0; at < pupils.length; at += atOnce) {
    const some = pupils.slice(at, at + atOnce)
    const allocations = ofThese(lines, some)
    const places = ofThese(slotPupils, some)
    const timed = plannedSessions({ slots, slotPupils: places, calendar, letterOf }, from, until)
    const planned = [
      ...withinLines(timed, { allocations, groups }),
      ...plannedWithoutTimes({ allocations, groups, slotPupils: places, calendar }, from, until),
    ]
    const rows = ledger(
      { planned, deliveries: ofThese(deliveries, some), allocations, groups, today },
      from,
      until,
    )
    for (const [line, sums] of ledgerBy(rows, 'allocation'))
      if (line !== null) sessions.set(line, sessionsOf(sums))
    yield
  }
  return sessions
}
