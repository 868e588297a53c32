import { t } from '../../words/t.ts'
import type { Missed } from '../../domain/rules/ledgerTypes.ts'
import type { Session } from './sessions.ts'

/** What is being said of a session before it is logged. */
export type SessionForm = {
  /** As typed. */
  readonly minutes: string
  readonly note: string
  /** Why a pupil wasn't there, by the key of the line; whoever isn't in it was. */
  readonly away: Readonly<Record<string, Missed>>
}

/** As it was logged, else everybody there for as long as planned. */
export const formOf = ({ slot, places }: Session): SessionForm => {
  const logs = places.flatMap(({ log }) => log ?? [])
  const given = logs.find(({ minutes }) => minutes > 0)
  return {
    minutes: String(given?.minutes ?? slot.minutes),
    note: logs.find(({ note }) => note)?.note ?? '',
    away: Object.fromEntries(
      places.flatMap(({ plan, log }) =>
        log && log.minutes === 0 ? [[plan.allocation, log.missed ?? 'other']] : [],
      ),
    ),
  }
}

/** The minutes as a number, or what is wrong with them. */
export const minutesIn = (typed: string): number | { readonly wrong: string } => {
  const minutes = Number(typed.trim())
  return typed.trim() !== '' && Number.isInteger(minutes) && minutes >= 1 && minutes <= 600
    ? minutes
    : { wrong: t`A whole number of minutes, from 1 to 600. If nobody came, say so below.` }
}

/** `4 there, 20 minutes`, as the button and the line say it. */
export const formWords = ({ places }: Session, { minutes, away }: SessionForm): string => {
  const there = places.filter(({ plan }) => away[plan.allocation] === undefined).length
  if (there === 0) return t`not held`
  const who =
    there === places.length
      ? places.length === 1
        ? 'there'
        : t`all there`
      : t`${there} of ${places.length} there`
  return t`${who}, ${minutes.trim()} min`
}
