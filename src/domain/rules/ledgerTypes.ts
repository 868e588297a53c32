import type { Allocation } from '../records/allocation.ts'
import type { Delivery } from '../records/delivery.ts'
import type { Group } from '../records/group.ts'
import type { Day } from './day.ts'

export type Keyed<T> = T & { readonly key: string }

export type Missed = NonNullable<Delivery['missed']>
export type Log = Keyed<Delivery>
export type Lines = {
  readonly allocations: readonly Keyed<Allocation>[]
  readonly groups: readonly Keyed<Group>[]
}

/** A session that the plan has: of one pupil, on one day. */
export type Planned = {
  /** Null where the line has no time in the week: then only how many, not on which day, is known. */
  readonly slot: string | null
  readonly pupil: string
  readonly allocation: string
  readonly day: Day
  /** `9:30`; null without a time in the week. */
  readonly starts: string | null
  readonly minutes: number
  readonly staff: string | null
  readonly group: string | null
  readonly provision: string | null
}

/** One session of one pupil in the ledger. */
export type Entry = {
  /** `unlogged`: gone by with nobody saying anything; `outside`: given, but no plan has it. */
  readonly is: 'held' | 'missed' | 'unlogged' | 'toCome' | 'outside'
  readonly allocation: string
  readonly pupil: string
  readonly provision: string | null
  readonly group: string | null
  readonly staff: string | null
  readonly slot: string | null
  readonly day: Day
  readonly starts: string | null
  readonly minutesPlanned: number
  readonly minutesGiven: number
  readonly minutesKept: number
  readonly minutesCaughtUp: number
  readonly reason: Missed | null
  /** 1; 0 where a line without times was only given longer than planned. */
  readonly sessions: number
  /** What was logged. */
  readonly log: Log | null
}

/** Sums of sessions and minutes; of one line, of a group, of whatever they were added up by. */
export type LedgerSums = {
  /** Sessions that should have been by now: before today, or logged. Those to come stand apart. */
  readonly planned: number
  readonly held: number
  readonly minutesPlanned: number
  /** Minutes given at planned sessions, as they were logged: a long session may have more than was planned. */
  readonly minutesGiven: number
  /** What of the planned minutes was given at their own session; never more than was planned for it. */
  readonly minutesKept: number
  /** Sessions not given, by reason. */
  readonly missed: Readonly<Record<Missed, number>>
  /** Planned minutes not given, by the reason that was said: of sessions missed and of those cut short. */
  readonly minutesMissed: Readonly<Record<Missed, number>>
  /** Minutes by which sessions were shorter than planned, with no reason said. */
  readonly minutesShort: number
  /** Missed sessions that were made up for, each once, and their minutes, up to what was missed. */
  readonly catchUp: number
  readonly minutesCaughtUp: number
  /** Sessions of days gone by that nobody has said anything about. They are not called missed. */
  readonly unlogged: number
  readonly minutesUnlogged: number
  /** Sessions given that no plan has. */
  readonly outside: number
  readonly minutesOutside: number
  readonly toCome: number
  readonly minutesToCome: number
}

/** A line of support by who gives it: one row where it is always the same person. */
export type LedgerRow = LedgerSums & {
  readonly allocation: string
  readonly pupil: string
  readonly provision: string | null
  readonly group: string | null
  readonly staff: string | null
}

export type LedgerInput = Lines & {
  /** From `plannedSessions` and `plannedWithoutTimes`. */
  readonly planned: readonly Planned[]
  /** Also those after the last day: what was made up for later counts for the session that it makes up for. */
  readonly deliveries: readonly Keyed<Delivery>[]
  readonly today: Day
}
