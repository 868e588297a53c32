import type { Allocation } from '../records/allocation.ts'
import type { Score } from '../records/score.ts'
import { addDays, type Day, daysBetween, latest } from './day.ts'

type Keyed<T> = T & { readonly key: string }

/** Days before and after its first day within which a score may be a line's start; and after its last, its end. Ours. */
const startWithin = { before: 120, after: 21 } as const
const endWithin = 60

const newest = <S extends Score>(scores: readonly S[]): S | null =>
  scores.reduce<S | null>((found, one) => (found && found.day >= one.day ? found : one), null)
const nearest = <S extends Score>(scores: readonly S[], day: Day): S | null =>
  scores.reduce<S | null>(
    (found, one) =>
      found && Math.abs(daysBetween(found.day, day)) <= Math.abs(daysBetween(one.day, day)) ? found : one,
    null,
  )

/**
 * Which of a pupil's scores may be the start and the end of a line, to be offered, never taken by themselves: those that
 * were taken as such, else the nearest to its first day; and of the same tool the last one up to some weeks after its
 * last day. `filled`: with its group's dates.
 */
export const proposedScores = <S extends Keyed<Score>>(
  filled: Pick<Allocation, 'from' | 'until' | 'entryScore' | 'exitScore'>,
  scores: readonly S[],
  today: Day,
): { readonly entry: S | null; readonly exit: S | null } => {
  const { from, until, entryScore, exitScore } = filled
  const end = until ?? today
  const chosenEntry = scores.find(({ key }) => key === entryScore)
  const chosenExit = scores.find(({ key }) => key === exitScore)
  const near = scores.filter(
    ({ day, tool }) =>
      day >= addDays(from, -startWithin.before) &&
      day <= addDays(from, startWithin.after) &&
      (!chosenExit || (tool === chosenExit.tool && day < chosenExit.day)),
  )
  const entry =
    entryScore === null
      ? nearest(
          near.some(({ purpose }) => purpose === 'entry')
            ? near.filter(({ purpose }) => purpose === 'entry')
            : near,
          from,
        )
      : null
  const begun = chosenEntry ?? entry
  const later = begun
    ? scores.filter(
        ({ day, tool }) =>
          tool === begun.tool && day > latest(begun.day, from) && day <= addDays(end, endWithin),
      )
    : []
  const exits = later.filter(({ purpose }) => purpose === 'exit')
  const over = until !== null && until <= addDays(today, 21)
  const exit = exitScore === null ? newest(exits.length > 0 ? exits : over ? later : []) : null
  return { entry, exit }
}
