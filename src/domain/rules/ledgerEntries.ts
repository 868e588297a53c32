import { type Day, mondayOf } from './day.ts'
import type { Entry, LedgerInput, Log, Planned } from './ledgerTypes.ts'

const placeOf = (slot: string | null, allocation: string, day: Day) => `${slot ?? ''}|${allocation}|${day}`

/** Which of two logs of one session counts: the longer, else the one that was begun first. */
const better = (a: Log, b: Log): Log =>
  a.minutes !== b.minutes ? (a.minutes > b.minutes ? a : b) : a.key < b.key ? a : b

const byDay = (a: Planned, b: Planned) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)
const inTime = (a: Log, b: Log) => (a.day !== b.day ? (a.day < b.day ? -1 : 1) : a.key < b.key ? -1 : 1)

/** Minutes that make up for a session, by its key. */
const caughtUp = (makingUp: readonly Log[]): Map<string, number> => {
  const minutes = new Map<string, number>()
  for (const { makesUp, minutes: given } of makingUp)
    minutes.set(makesUp!, (minutes.get(makesUp!) ?? 0) + given)
  return minutes
}

/**
 * Every session of the ledger between two days: each planned one with what became of it, and those given outside the
 * plan. Source of the figures: what the plan's Section F asks to be delivered is compared with what was logged
 * (Children and Families Act 2014 s.42 makes the authority secure it; the school shows that it was given).
 */
export const entriesOf = (input: LedgerInput, from: Day, until: Day): Entry[] => {
  const lines = new Map(input.allocations.map((line) => [line.key, line]))
  const logs = new Map(input.deliveries.map((log) => [log.key, log]))
  // What makes up for itself, for another catch-up or for nothing known is a session of its own.
  const makesUpFor = (log: Log) => log.makesUp !== null && logs.get(log.makesUp)?.makesUp === null
  const made = caughtUp(input.deliveries.filter(makesUpFor))
  const own = input.deliveries.filter((log) => log.day >= from && log.day <= until && !makesUpFor(log))
  const planned = input.planned.filter(({ day }) => day >= from && day <= until)

  const entry = (of: Planned | Log, told: Partial<Entry> & Pick<Entry, 'is'>): Entry => {
    const line = lines.get(of.allocation)
    const plan = 'makesUp' in of ? null : of
    return {
      allocation: of.allocation,
      pupil: of.pupil,
      provision: line?.provision ?? plan?.provision ?? null,
      group: line?.group ?? plan?.group ?? null,
      staff: plan ? (plan.staff ?? line?.staff ?? null) : ((of as Log).by ?? line?.staff ?? null),
      slot: of.slot,
      day: of.day,
      starts: plan?.starts ?? null,
      minutesPlanned: plan?.minutes ?? 0,
      minutesGiven: 0,
      minutesKept: 0,
      minutesCaughtUp: 0,
      reason: null,
      sessions: 1,
      log: null,
      ...told,
    }
  }
  const outside = (log: Log): Entry[] =>
    log.minutes > 0 ? [entry(log, { is: 'outside', minutesGiven: log.minutes, log })] : []

  /** What became of a session for which this much was given. */
  const settled = (plan: Planned, log: Log | null, given: number, told: Partial<Entry> = {}): Entry => {
    const kept = Math.min(given, plan.minutes)
    return entry(plan, {
      is: log ? (log.minutes > 0 ? 'held' : 'missed') : plan.day < input.today ? 'unlogged' : 'toCome',
      minutesGiven: given,
      minutesKept: kept,
      minutesCaughtUp: log ? Math.min(made.get(log.key) ?? 0, plan.minutes - kept) : 0,
      reason: log?.missed ?? null,
      log,
      ...told,
    })
  }

  const timed: Entry[] = []
  const byPlace = new Map<string, Log>()
  for (const log of own) {
    if (log.slot === null) continue
    const place = placeOf(log.slot, log.allocation, log.day)
    const other = byPlace.get(place)
    const kept = other ? better(log, other) : log
    if (other) {
      const dropped = kept === log ? other : log
      made.set(kept.key, (made.get(kept.key) ?? 0) + (made.get(dropped.key) ?? 0))
    }
    byPlace.set(place, kept)
  }
  const loose = new Map<string, { plans: Planned[]; logs: Log[] }>()
  const looseOf = (allocation: string, day: Day) => {
    const name = `${allocation}|${mondayOf(day)}`
    let week = loose.get(name)
    if (!week) loose.set(name, (week = { plans: [], logs: [] }))
    return week
  }
  for (const plan of planned) {
    if (plan.slot === null) {
      looseOf(plan.allocation, plan.day).plans.push(plan)
      continue
    }
    const place = placeOf(plan.slot, plan.allocation, plan.day)
    const log = byPlace.get(place) ?? null
    byPlace.delete(place)
    timed.push(settled(plan, log, log?.minutes ?? 0))
  }
  const withoutTimes = new Set(planned.flatMap(({ slot, allocation }) => (slot === null ? [allocation] : [])))
  const notPlanned = [...byPlace.values(), ...own.filter(({ slot }) => slot === null)]
  for (const log of notPlanned) {
    if (withoutTimes.has(log.allocation)) looseOf(log.allocation, log.day).logs.push(log)
    else timed.push(...outside(log))
  }

  /** A line without times is held against its week: two sessions of half an hour are three of twenty minutes. */
  const week = (plans: readonly Planned[], logged: readonly Log[]): Entry[] => {
    const given = logged.filter(({ minutes }) => minutes > 0).toSorted(inTime)
    const missed = logged.filter(({ minutes }) => minutes === 0).toSorted(inTime)
    let left = given.reduce((sum, { minutes }) => sum + minutes, 0)
    const entries = plans.toSorted(byDay).map((plan) => {
      const log = given.shift() ?? null
      const isDue = log !== null || missed.length > 0 || plan.day < input.today
      const kept = isDue ? Math.min(left, plan.minutes) : 0
      left -= kept
      if (log || (isDue && kept === plan.minutes)) return settled(plan, log, kept, { is: 'held' })
      return settled(plan, missed.shift() ?? null, kept)
    })
    const over = given.map((log) => {
      const minutes = Math.min(left, log.minutes)
      left -= minutes
      return entry(log, { is: 'outside', minutesGiven: minutes, log })
    })
    const [first] = logged
    return left > 0 && first
      ? [...entries, ...over, entry(first, { is: 'outside', sessions: 0, minutesGiven: left })]
      : [...entries, ...over]
  }
  for (const { plans, logs: logged } of loose.values()) timed.push(...week(plans, logged))
  return timed
}
