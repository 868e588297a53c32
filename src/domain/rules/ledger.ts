import { grouped } from '../grouped.ts'
import type { Slot } from '../records/slot.ts'
import type { SlotPupil } from '../records/slotPupil.ts'
import { type Day, earliest, latest } from './day.ts'
import { filledFromGroups } from './groupLines.ts'
import { schoolDaysIn } from './ledgerDays.ts'
import { entriesOf } from './ledgerEntries.ts'
import type {
  Entry,
  Keyed,
  LedgerInput,
  LedgerRow,
  LedgerSums,
  Lines,
  Missed,
  Planned,
} from './ledgerTypes.ts'
import type { SchoolCalendar } from './schoolCalendar.ts'
import { heldIn, type WeekLetter, weekLetters } from './timetableWeek.ts'

type Timetable = {
  readonly slots: readonly Keyed<Slot>[]
  readonly slotPupils: readonly SlotPupil[]
  readonly calendar: SchoolCalendar
  /** Which week it is, where some times are held every other week; as schools usually count, unless given. */
  readonly letterOf?: (day: Day) => WeekLetter | null
}

const weekdayNumbers: Record<Slot['weekday'], number> = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5 }
const farAway: Day = '9999-12-31'
const common = (
  a: { readonly from: Day; readonly until: Day | null },
  b: { readonly from: Day; readonly until: Day | null },
) => ({
  from: latest(a.from, b.from),
  until: earliest(a.until ?? farAway, b.until ?? farAway),
})

/**
 * Every session that the timetable has between two days, both counted: on school days alone (no bank holiday, training
 * day, closure or holiday), in its week of A and B, within the dates of the time and of the pupil in it. Two rows that
 * say the same of one pupil count once. Whoever has the lines clips with `withinLines`, as support stops on its last
 * day whatever the timetable says.
 */
export const plannedSessions = (
  { slots, slotPupils, calendar, letterOf = weekLetters(calendar, null) }: Timetable,
  from: Day,
  until: Day,
): Planned[] => {
  const days = grouped(schoolDaysIn(calendar, from, until), ({ weekday }) => weekday)
  const byKey = new Map(slots.map((slot) => [slot.key, slot]))
  const seen = new Map<string, { readonly from: Day; readonly until: Day }[]>()
  return slotPupils.flatMap((place) => {
    const slot = byKey.get(place.slot)
    if (!slot) return []
    const name = `${place.slot}|${place.allocation}`
    const earlier = seen.get(name) ?? []
    const span = common(slot, place)
    seen.set(name, [...earlier, span])
    const weekly = heldIn(slot, null)
    return (days.get(weekdayNumbers[slot.weekday]) ?? [])
      .filter(
        ({ day }) =>
          day >= span.from &&
          day <= span.until &&
          (weekly || heldIn(slot, letterOf(day))) &&
          !earlier.some((before) => before.from <= day && day <= before.until),
      )
      .map(({ day }) => ({
        slot: place.slot,
        pupil: place.pupil,
        allocation: place.allocation,
        day,
        starts: slot.starts,
        minutes: slot.minutes,
        staff: slot.staff,
        group: slot.group,
        provision: slot.provision,
      }))
  })
}

/** Without what lies outside the dates of its line: support stops by itself on its last day. */
export const withinLines = (
  planned: readonly Planned[],
  { allocations, groups }: Lines,
): readonly Planned[] => {
  const lines = new Map(filledFromGroups(allocations, groups).map((line) => [line.key, line]))
  return planned.filter(({ allocation, day }) => {
    const line = lines.get(allocation)
    return !line || (day >= line.from && (line.until === null || day <= line.until))
  })
}

/**
 * Sessions of lines that have no time in the week, from sessions a week and minutes a session: a fifth of the week's
 * for each school day, from the line's first day on, so that a week with a bank holiday has fewer and the parts of a
 * term add up to the term. The days are those on which another session is due by then, and no appointment.
 */
export const plannedWithoutTimes = (
  {
    allocations,
    groups,
    slotPupils,
    calendar,
  }: Lines & { readonly slotPupils: readonly SlotPupil[]; readonly calendar: SchoolCalendar },
  from: Day,
  until: Day,
): Planned[] => {
  const timed = new Set(slotPupils.map(({ allocation }) => allocation))
  const first = allocations.reduce((day, line) => earliest(day, line.from), from)
  const days = schoolDaysIn(calendar, first, until).map(({ day }) => day)
  return filledFromGroups(allocations, groups).flatMap((line) => {
    const { sessionsPerWeek, minutes } = line
    if (timed.has(line.key) || !sessionsPerWeek || !minutes || line.from > until) return []
    const last = earliest(until, line.until ?? farAway)
    const hundredths = Math.round(sessionsPerWeek * 100)
    const dueAfter = (days: number) => Math.floor((2 * hundredths * days + 500) / 1000)
    const start = days.findIndex((day) => day >= line.from)
    const own = start < 0 ? [] : days.slice(start).filter((day) => day <= last)
    return own.flatMap((day, at) =>
      day < from
        ? []
        : Array.from({ length: dueAfter(at + 1) - dueAfter(at) }, () => ({
            slot: null,
            pupil: line.pupil,
            allocation: line.key,
            day,
            starts: null,
            minutes,
            staff: line.staff,
            group: line.group,
            provision: line.provision,
          })),
    )
  })
}

const noReasons: Readonly<Record<Missed, number>> = {
  staffAbsent: 0,
  pupilAbsent: 0,
  trip: 0,
  refused: 0,
  other: 0,
}

type Sums = { -readonly [K in Exclude<keyof LedgerSums, 'missed' | 'minutesMissed'>]: number } & {
  missed: Record<Missed, number>
  minutesMissed: Record<Missed, number>
}
const nothing = (): Sums => ({
  planned: 0,
  held: 0,
  minutesPlanned: 0,
  minutesGiven: 0,
  minutesKept: 0,
  missed: { ...noReasons },
  minutesMissed: { ...noReasons },
  minutesShort: 0,
  catchUp: 0,
  minutesCaughtUp: 0,
  unlogged: 0,
  minutesUnlogged: 0,
  outside: 0,
  minutesOutside: 0,
  toCome: 0,
  minutesToCome: 0,
})

const addEntry = (sums: Sums, entry: Entry): void => {
  if (entry.is === 'toCome') {
    sums.toCome += 1
    sums.minutesToCome += entry.minutesPlanned
    return
  }
  if (entry.is === 'outside') {
    sums.outside += entry.sessions
    sums.minutesOutside += entry.minutesGiven
    return
  }
  const lost = entry.minutesPlanned - entry.minutesKept
  sums.planned += 1
  sums.minutesPlanned += entry.minutesPlanned
  sums.minutesGiven += entry.minutesGiven
  sums.minutesKept += entry.minutesKept
  sums.minutesCaughtUp += entry.minutesCaughtUp
  if (entry.minutesCaughtUp > 0) sums.catchUp += 1
  if (entry.is === 'held') sums.held += 1
  if (entry.is === 'missed') sums.missed[entry.reason ?? 'other'] += 1
  if (entry.is === 'unlogged') {
    sums.unlogged += 1
    sums.minutesUnlogged += lost
  } else if (entry.reason) sums.minutesMissed[entry.reason] += lost
  else sums.minutesShort += lost
}

/** The same sums over several rows. Whole numbers: the parts always add up to the whole. */
export const summed = (rows: readonly LedgerSums[]): LedgerSums => {
  const sums = nothing()
  for (const row of rows) {
    for (const name of Object.keys(sums) as (keyof Sums)[]) {
      if (name === 'missed' || name === 'minutesMissed') {
        for (const reason of Object.keys(noReasons) as Missed[]) sums[name][reason] += row[name][reason]
      } else sums[name] += row[name]
    }
  }
  return sums
}

/** The entries of a ledger added up, by whatever `nameOf` calls them; what it calls null is left out. */
export const sumsBy = (
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string | null,
): Map<string, LedgerSums> => {
  const all = new Map<string, Sums>()
  for (const entry of entries) {
    const name = nameOf(entry)
    if (name === null) continue
    let sums = all.get(name)
    if (!sums) all.set(name, (sums = nothing()))
    addEntry(sums, entry)
  }
  return all
}

/**
 * What was planned between two days, both counted, against what was given, for each line and person who gives it.
 * The order of what comes in changes nothing; two logs of one session count once, by the longer of them.
 */
export const ledger = (input: LedgerInput, from: Day, until: Day): LedgerRow[] =>
  rowsOf(entriesOf(input, from, until))

/** The rows of entries that were made before (`entriesOf`). */
export const rowsOf = (entries: readonly Entry[]): LedgerRow[] => {
  const all = new Map<string, Map<string | null, { readonly first: Entry; readonly sums: Sums }>>()
  for (const entry of entries) {
    let line = all.get(entry.allocation)
    if (!line) all.set(entry.allocation, (line = new Map()))
    let row = line.get(entry.staff)
    if (!row) line.set(entry.staff, (row = { first: entry, sums: nothing() }))
    addEntry(row.sums, entry)
  }
  const rows = [...all.values()].flatMap((line) => [...line.values()])
  return rows
    .map(({ first: { allocation, pupil, provision, group, staff }, sums }) => ({
      allocation,
      pupil,
      provision,
      group,
      staff,
      ...sums,
    }))
    .toSorted((a, b) => compare(a.allocation, b.allocation) || compare(a.staff ?? '', b.staff ?? ''))
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export type LedgerKey = 'allocation' | 'pupil' | 'group' | 'staff' | 'provision'

/** Rows added up by one of what they belong to; rows that have none of it come under null. */
export const ledgerBy = (rows: readonly LedgerRow[], key: LedgerKey): Map<string | null, LedgerSums> => {
  const parts = new Map<string | null, LedgerRow[]>()
  for (const row of rows) {
    const some = parts.get(row[key])
    if (some) some.push(row)
    else parts.set(row[key], [row])
  }
  return new Map([...parts].map(([name, some]) => [name, summed(some)]))
}
