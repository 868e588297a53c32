import type { Pupil } from '../records/pupil.ts'
import type { Slot } from '../records/slot.ts'
import { addDays, type Day, earliest } from './day.ts'
import { plannedSessions, plannedWithoutTimes, rowsOf, withinLines } from './ledger.ts'
import { isEstimated } from './ledgerDays.ts'
import { entriesOf } from './ledgerEntries.ts'
import type { Entry, Keyed, LedgerRow, Lines, Log, Planned } from './ledgerTypes.ts'
import type { SchoolCalendar } from './schoolCalendar.ts'
import { type WeekCount, weekLetters } from './timetableWeek.ts'
import { slotPupilsOf } from './timetablePupils.ts'

/** Days after a period in which what was missed in it is still made up for: logs are read up to there. */
const catchUpDays = 42

/** What a ledger is made from: of the whole school, or of one pupil. Archived rows are left out by whoever reads. */
export type LedgerSources = Lines & {
  readonly slots: readonly Keyed<Slot>[]
  readonly pupils: readonly Keyed<Pupil>[]
  readonly calendar: SchoolCalendar
  /** How weeks A and B are counted. */
  readonly counted: WeekCount | null
  readonly deliveries: readonly Log[]
  /** Rows of the log or the timetable that can't be read, and are in nothing that is counted; none unless said. */
  readonly unreadable?: number
  readonly today: Day
}

export type SchoolLedger = {
  readonly entries: readonly Entry[]
  readonly rows: readonly LedgerRow[]
  /** Nobody has recorded the terms of a year in it: every weekday counts as a school day. */
  readonly isEstimated: boolean
  /** Times in the week that are put down to nobody who signs in: a visitor's, or nobody's. */
  readonly unnamed: ReadonlySet<string>
  /** Lines that have no time in the week, planned from sessions a week. */
  readonly withoutTimes: ReadonlySet<string>
}

/** The last day up to which logs are needed for a period: what was made up for comes after it. */
export const logsUntil = (until: Day, today: Day): Day => earliest(addDays(until, catchUpDays), today)

/** Every session that a school plans between two days, from the timetable, or from the line where it has no time. */
const schoolPlan = (
  sources: Omit<LedgerSources, 'deliveries' | 'today'>,
  from: Day,
  until: Day,
): Planned[] => {
  const { slots, pupils, calendar, counted } = sources
  const slotPupils = slotPupilsOf(sources).map(({ record }) => record)
  const timed = plannedSessions(
    { slots, slotPupils, calendar, letterOf: weekLetters(calendar, counted) },
    from,
    until,
  )
  const left = new Map(pupils.map((pupil) => [pupil.key, pupil.left]))
  const loose = plannedWithoutTimes({ ...sources, slotPupils }, from, until)
  return [...withinLines(timed, sources), ...loose].filter(({ pupil, day }) => {
    const last = left.get(pupil)
    return last === undefined || last === null || day <= last
  })
}

/** A session gone by that nobody logs by themselves, as no member of staff has it in their list: the SENCO is asked. */
export const isNobodys = ({ unnamed }: Pick<SchoolLedger, 'unnamed'>, { is, slot }: Entry): boolean =>
  is === 'unlogged' && (slot === null || unnamed.has(slot))

/** Whether all that is not logged of some sessions is for the SENCO to say. */
export const isToConfirm = (ledger: Pick<SchoolLedger, 'unnamed'>, entries: readonly Entry[]): boolean => {
  const open = entries.filter(({ is }) => is === 'unlogged')
  return open.length > 0 && open.every((entry) => isNobodys(ledger, entry))
}

/** What a school planned between two days, both counted, and what became of it. */
export const schoolLedger = (sources: LedgerSources, from: Day, until: Day): SchoolLedger => {
  const planned = schoolPlan(sources, from, until)
  const entries = entriesOf({ ...sources, planned }, from, until)
  return {
    entries,
    rows: rowsOf(entries),
    isEstimated: isEstimated(sources.calendar, from, until),
    unnamed: new Set(sources.slots.flatMap((slot) => (slot.userPrincipalName === null ? [slot.key] : []))),
    withoutTimes: new Set(planned.flatMap(({ slot, allocation }) => (slot === null ? [allocation] : []))),
  }
}
