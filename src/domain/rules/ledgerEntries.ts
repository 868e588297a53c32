import { type Day, mondayOf } from './day.ts'
import { filledFromGroups } from './groupLines.ts'
import type { Entry, LedgerInput, Log, Planned } from './ledgerTypes.ts'

/** Which of two logs of one session counts: the longer, else the one that was begun first. */
const better = (a: Log, b: Log): Log =>
  a.minutes !== b.minutes ? (a.minutes > b.minutes ? a : b) : a.key < b.key ? a : b

const byDay = (a: Planned, b: Planned) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)
const inTime = (a: Log, b: Log) => (a.day !== b.day ? (a.day < b.day ? -1 : 1) : a.key < b.key ? -1 : 1)

/**
 * What makes up for which session, in minutes by its key. What would make up for itself, for another catch-up or for
 * nothing known is a session of its own.
 */
const catchUpsIn = (deliveries: readonly Log[]) => {
  const making = deliveries.filter(({ makesUp }) => makesUp !== null)
  const wanted = new Set(making.map(({ makesUp }) => makesUp))
  const missed = new Set<string | null>()
  if (wanted.size > 0)
    for (const { key, makesUp } of deliveries) if (makesUp === null && wanted.has(key)) missed.add(key)
  const minutes = new Map<string, number>()
  for (const { makesUp, minutes: given } of making)
    if (missed.has(makesUp)) minutes.set(makesUp!, (minutes.get(makesUp!) ?? 0) + given)
  return { is: ({ makesUp }: Log) => makesUp !== null && missed.has(makesUp), minutes }
}

/** Logs by the time and line of their session, and its day; those without a time apart. */
const bySession = (logs: readonly Log[], counts: (log: Log) => boolean, made: Map<string, number>) => {
  const sessions = new Map<string, Map<string, Map<Day, Log>>>()
  const loose: Log[] = []
  const daysOf = (slot: string, allocation: string): Map<Day, Log> => {
    let lines = sessions.get(slot)
    if (!lines) sessions.set(slot, (lines = new Map()))
    let days = lines.get(allocation)
    if (!days) lines.set(allocation, (days = new Map()))
    return days
  }
  for (const log of logs) {
    if (!counts(log)) continue
    if (log.slot === null) {
      loose.push(log)
      continue
    }
    const days = daysOf(log.slot, log.allocation)
    const other = days.get(log.day)
    const kept = other ? better(log, other) : log
    if (other) {
      const dropped = kept === log ? other : log
      made.set(kept.key, (made.get(kept.key) ?? 0) + (made.get(dropped.key) ?? 0))
    }
    days.set(log.day, kept)
  }
  return {
    take({ slot, allocation, day }: Planned): Log | null {
      const days = slot === null ? undefined : sessions.get(slot)?.get(allocation)
      const log = days?.get(day)
      if (!days || !log) return null
      days.delete(day)
      return log
    },
    /** Those that no plan took, and those without a time. */
    left(): Log[] {
      for (const lines of sessions.values())
        for (const days of lines.values()) for (const log of days.values()) loose.push(log)
      return loose
    },
  }
}

/** Every session of the ledger between two days: each planned one with what became of it, and those given outside the plan. */
export const entriesOf = (input: LedgerInput, from: Day, until: Day): Entry[] => {
  const { today } = input
  const lines = new Map(filledFromGroups(input.allocations, input.groups).map((line) => [line.key, line]))
  const { is: isCatchUp, minutes: made } = catchUpsIn(input.deliveries)
  const counts = (log: Log) => log.day >= from && log.day <= until && !isCatchUp(log)
  const sessions = bySession(input.deliveries, counts, made)

  const settled = (
    plan: Planned,
    log: Log | null,
    given: number,
    is: Entry['is'] = log ? (log.minutes > 0 ? 'held' : 'missed') : plan.day < today ? 'unlogged' : 'toCome',
  ): Entry => {
    const { allocation, pupil, slot, day, starts, minutes } = plan
    const line = lines.get(allocation)
    const kept = Math.min(given, minutes)
    return {
      is,
      allocation,
      pupil,
      provision: line?.provision ?? plan.provision,
      group: line?.group ?? plan.group,
      staff: plan.staff ?? line?.staff ?? null,
      slot,
      day,
      starts,
      minutesPlanned: minutes,
      minutesGiven: given,
      minutesKept: kept,
      minutesCaughtUp: log ? Math.min(made.get(log.key) ?? 0, minutes - kept) : 0,
      reason: log ? log.missed : null,
      sessions: 1,
      log,
    }
  }
  const outside = (log: Log, minutes: number, count = 1): Entry => {
    const line = lines.get(log.allocation)
    return {
      is: 'outside',
      allocation: log.allocation,
      pupil: log.pupil,
      provision: line?.provision ?? null,
      group: line?.group ?? null,
      staff: log.by ?? line?.staff ?? null,
      slot: log.slot,
      day: log.day,
      starts: null,
      minutesPlanned: 0,
      minutesGiven: minutes,
      minutesKept: 0,
      minutesCaughtUp: 0,
      reason: null,
      sessions: count,
      log,
    }
  }

  /** A line without times is held against its week: two sessions of half an hour are three of twenty minutes. */
  const week = (plans: readonly Planned[], logs: readonly Log[]): Entry[] => {
    const given = logs.filter(({ minutes }) => minutes > 0).toSorted(inTime)
    const missed = logs.filter(({ minutes }) => minutes === 0).toSorted(inTime)
    let left = given.reduce((sum, { minutes }) => sum + minutes, 0)
    const take = (minutes: number) => {
      const taken = Math.min(left, minutes)
      left -= taken
      return taken
    }
    const entries = plans.toSorted(byDay).map((plan) => {
      const log = given.shift() ?? null
      const isDue = log !== null || missed.length > 0 || plan.day < today
      const kept = isDue ? take(plan.minutes) : 0
      if (log || (isDue && kept === plan.minutes)) return settled(plan, log, kept, 'held')
      return settled(plan, missed.shift() ?? null, kept)
    })
    const over = given.map((log) => outside(log, take(log.minutes)))
    return left > 0 ? [...entries, ...over, outside(logs[0]!, left, 0)] : [...entries, ...over]
  }

  const entries: Entry[] = []
  const weeks = new Map<string, { readonly plans: Planned[]; readonly logs: Log[] }>()
  const weekOf = ({ allocation, day }: Planned | Log) => {
    const name = `${allocation}|${mondayOf(day)}`
    let found = weeks.get(name)
    if (!found) weeks.set(name, (found = { plans: [], logs: [] }))
    return found
  }
  const withoutTimes = new Set<string>()
  for (const plan of input.planned) {
    if (plan.day < from || plan.day > until) continue
    if (plan.slot === null) {
      withoutTimes.add(plan.allocation)
      weekOf(plan).plans.push(plan)
    } else {
      const log = sessions.take(plan)
      entries.push(settled(plan, log, log ? log.minutes : 0))
    }
  }
  for (const log of sessions.left()) {
    if (withoutTimes.has(log.allocation)) weekOf(log).logs.push(log)
    else if (log.minutes > 0) entries.push(outside(log, log.minutes))
  }
  for (const { plans, logs } of weeks.values()) for (const entry of week(plans, logs)) entries.push(entry)
  return entries
}
