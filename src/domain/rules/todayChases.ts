import { t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import type { Chase } from '../records/chase.ts'
import { addDays, type Day } from './day.ts'
import { type Chased, nearDay } from './todayTypes.ts'

/**
 * Days that whoever was reminded is given before the next reminder is offered. Practice, not law: a week is what an
 * office that opens its post daily can be expected to answer in, and a second letter before it reads as none.
 */
const chaseAgainAfter = 7

/** What a reminder is about. */
export type ChasedThing = Pick<Chase, 'what'> &
  Partial<Pick<Chase, 'review' | 'contributor' | 'assessment' | 'action' | 'referral' | 'transfer'>>

/** The link that says what a reminder of each kind hangs on. */
const link = {
  advice: 'contributor',
  decision: 'review',
  notice: 'review',
  finalPlan: 'review',
  assessment: 'assessment',
  action: 'action',
  referral: 'referral',
  transfer: 'transfer',
} as const
const nameOf = (thing: ChasedThing): string | null => {
  const key = thing[link[thing.what]]
  return key ? `${thing.what} ${key}` : null
}

/** Every reminder by what it is about. */
export type ChaseBook = {
  of(thing: ChasedThing): Chased | null
  /** Reminders that hang on nothing that is on record, with no answer yet. */
  readonly loose: readonly Stored<Chase>[]
}

export const chaseBook = (chases: readonly Stored<Chase>[]): ChaseBook => {
  const found = new Map<string, Stored<Chase>[]>()
  for (const chase of chases) {
    const name = nameOf(chase)
    if (name === null) continue
    const own = found.get(name)
    if (own) own.push(chase)
    else found.set(name, [chase])
  }
  return {
    of(thing) {
      const own = found.get(nameOf(thing) ?? '')
      if (!own) return null
      const last = own.reduce((newest, each) => (each.on > newest.on ? each : newest))
      return {
        key: last.key,
        on: last.on,
        to: last.to,
        times: own.length,
        again: addDays(last.on, chaseAgainAfter),
        answered: last.answer !== null,
      }
    },
    loose: chases.filter((chase) => chase.answer === null && nameOf(chase) === null),
  }
}

/** Whether the next reminder may be offered. */
export const mayChase = (chased: Chased | null, today: Day): boolean =>
  chased === null || today >= chased.again

/** `chased Mon 3 Mar`, `chased twice, last on Mon 3 Mar`, with whether something came back. */
export const chasedWords = ({ on, times, answered }: Chased, today: Day): string => {
  const day = nearDay(on, today)
  const often =
    times === 1
      ? t`chased ${day}`
      : times === 2
        ? t`chased twice, last on ${day}`
        : t`chased ${times} times, last on ${day}`
  return answered ? t`${often}, answered` : often
}
