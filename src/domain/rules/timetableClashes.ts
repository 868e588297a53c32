import { folded } from '../folded.ts'
import { grouped } from '../grouped.ts'
import type { Slot } from '../records/slot.ts'
import { parseTime } from './clockTime.ts'
import type { Day } from './day.ts'

type Keyed<T> = T & { readonly key: string }
export type ClashSlot = Keyed<
  Pick<
    Slot,
    'weekday' | 'starts' | 'minutes' | 'everyWeeks' | 'from' | 'until' | 'staff' | 'userPrincipalName'
  >
>
/** A pupil at a time in the week, from when to when. */
export type ClashPupil = {
  readonly slot: string
  readonly pupil: string
  readonly from: Day
  readonly until: Day | null
}

/** Somebody who would have to be in two places. `who`: the name of an adult, or the key of a pupil. */
export type Clash = {
  readonly is: 'staff' | 'pupil'
  readonly who: string
  readonly slots: readonly [string, string]
  /** The first and last day on which it holds; null where neither ends. */
  readonly from: Day
  readonly until: Day | null
}

type Span = { readonly from: Day; readonly until: Day | null }
const bothIn = (...spans: readonly Span[]): Span | null => {
  const from = spans.reduce((day, span) => (span.from > day ? span.from : day), '')
  const until = spans.reduce<Day | null>(
    (day, span) => (span.until !== null && (day === null || span.until < day) ? span.until : day),
    null,
  )
  return until !== null && until < from ? null : { from, until }
}

/** Week A and week B never meet; every week meets both. */
const sameWeeks = (a: ClashSlot, b: ClashSlot): boolean => {
  const weeks = [a.everyWeeks, b.everyWeeks]
  return !(weeks.includes('odd') && weeks.includes('even'))
}

/** A member of staff: by the address that they sign in with, else by name. */
const staffOf = ({ userPrincipalName, staff }: ClashSlot): string | null =>
  userPrincipalName?.trim().toLowerCase() || (staff ? folded(staff) : null)

const isSame = (a: ClashSlot, b: ClashSlot): boolean => {
  const name = (slot: ClashSlot) => (slot.staff ? folded(slot.staff) : null)
  return (staffOf(a) !== null && staffOf(a) === staffOf(b)) || (name(a) !== null && name(a) === name(b))
}

/**
 * Times in the week that can't both be kept: the same adult, or the same pupil, at overlapping times of the same day in
 * weeks that meet, on days on which both hold. One ending as the next begins is no clash. Each pair and person once.
 */
export const timetableClashes = (slots: readonly ClashSlot[], pupils: readonly ClashPupil[]): Clash[] => {
  const comes = grouped(pupils, ({ slot }) => slot)
  return [...grouped(slots, ({ weekday }) => weekday).values()].flatMap((ofDay) => {
    const timed = ofDay
      .flatMap((slot) => {
        const starts = parseTime(slot.starts)
        return starts === null ? [] : [{ slot, starts, ends: starts + slot.minutes }]
      })
      .toSorted((a, b) => a.starts - b.starts)
    return timed.flatMap((a, at): Clash[] => {
      const found: Clash[] = []
      for (let next = at + 1; next < timed.length && timed[next]!.starts < a.ends; next += 1) {
        const b = timed[next]!.slot
        const days = bothIn(a.slot, b)
        if (!days || !sameWeeks(a.slot, b)) continue
        const pair = [a.slot.key, b.key] as const
        if (isSame(a.slot, b))
          found.push({ is: 'staff', who: a.slot.staff ?? b.staff ?? '', slots: pair, ...days })
        const others = comes.get(b.key) ?? []
        for (const one of comes.get(a.slot.key) ?? []) {
          const other = others.find(({ pupil }) => pupil === one.pupil)
          const both = other && bothIn(days, one, other)
          if (both) found.push({ is: 'pupil', who: one.pupil, slots: pair, ...both })
        }
      }
      return found
    })
  })
}
