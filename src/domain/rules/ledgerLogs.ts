import { derivedKey } from '../derivedKey.ts'
import { blank } from '../record.ts'
import { Delivery } from '../records/delivery.ts'
import { type Day, mondayOf } from './day.ts'
import type { Entry, Keyed, Log, Missed, Planned } from './ledgerTypes.ts'

/** The key of what is said of one session: the same for a double tap, and for two people who log it. */
const deliveryKeyOf = (slot: string, allocation: string, day: Day): string =>
  derivedKey(slot, 'Delivery', allocation, day)

/** Who gives it: the name that others read, and the address that they sign in with. */
export type GivenBy = { readonly by: string; readonly userPrincipalName: string }
/** What became of a session for one pupil: `missed` where they weren't there, or went before its end. */
export type SaidOf = {
  readonly minutes: number
  readonly missed: Missed | null
  readonly note: string | null
}
export type NewLog = { readonly key: string; readonly record: Delivery }

/** What is stored of a session that the timetable has. */
export const logOf = (
  plan: Planned & { readonly slot: string },
  { minutes, missed, note }: SaidOf,
  { by, userPrincipalName }: GivenBy,
): NewLog => ({
  key: deliveryKeyOf(plan.slot, plan.allocation, plan.day),
  record: blank(Delivery, {
    pupil: plan.pupil,
    allocation: plan.allocation,
    slot: plan.slot,
    day: plan.day,
    week: mondayOf(plan.day),
    planned: plan.minutes,
    minutes,
    missed,
    note,
    by,
    userPrincipalName,
  }),
})

/**
 * What is stored of sessions that the SENCO speaks for, since nobody logs them by themselves: as planned, or missed.
 * Whoever the line names gave them. A line without times has its sessions of a day counted, so that none is stored
 * twice.
 */
export const spokenFor = (
  entries: readonly Entry[],
  missed: Missed | null,
  { by, userPrincipalName }: GivenBy,
): NewLog[] => {
  const count = new Map<string, number>()
  return entries.map(({ allocation, pupil, slot, day, minutesPlanned, staff }) => {
    const name = `${slot}${allocation}${day}`
    const at = count.get(name) ?? 0
    count.set(name, at + 1)
    return {
      key:
        slot === null
          ? derivedKey(allocation, 'Delivery', day, String(at))
          : deliveryKeyOf(slot, allocation, day),
      record: blank(Delivery, {
        pupil,
        allocation,
        slot,
        day,
        week: mondayOf(day),
        planned: minutesPlanned,
        minutes: missed ? 0 : minutesPlanned,
        missed,
        by: staff ?? by,
        userPrincipalName,
      }),
    }
  })
}

/**
 * What is stored of a session that makes up for one that was missed; one a day, so that a double tap makes one. What
 * made up for it on that day `before` is added to: ten minutes in the morning and ten after lunch are twenty.
 */
export const catchUpOf = (
  missed: Keyed<Delivery>,
  day: Day,
  minutes: number,
  { by, userPrincipalName }: GivenBy,
  before: Pick<Delivery, 'minutes' | 'note'> | null = null,
): NewLog => ({
  key: derivedKey(missed.key, 'makesUp', day),
  record: blank(Delivery, {
    pupil: missed.pupil,
    allocation: missed.allocation,
    day,
    week: mondayOf(day),
    minutes: minutes + (before?.minutes ?? 0),
    note: before?.note ?? null,
    by,
    userPrincipalName,
    makesUp: missed.key,
  }),
})

/** Minutes of a missed or shortened session that nothing has made up for yet. */
export const minutesToMakeUp = (missed: Log, logs: readonly Log[]): number => {
  const made = logs.reduce((sum, { makesUp, minutes }) => sum + (makesUp === missed.key ? minutes : 0), 0)
  return Math.max(0, (missed.planned ?? 0) - missed.minutes - made)
}
