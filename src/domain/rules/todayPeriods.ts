import type { TermDate } from '../records/termDate.ts'
import { addDays, type Day, daysBetween, showDay, weekdayOf } from './day.ts'
import type { When } from './todayTypes.ts'
import type { Why } from './why.ts'

/** How far this week and this half-term reach, and how many weeks of it have gone. */
export type Periods = {
  readonly today: Day
  readonly weekEnds: Day
  readonly halfTermEnds: Day
  /** `week 3 of 6`; null outside term or where no term dates are there. */
  readonly week: string | null
  /** `this half-term`, or `in the next 6 weeks` where no term dates are there. */
  readonly halfTerm: string
  readonly why: Why
}

const monday = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7))

/** The Sunday after today. At a weekend the week meant is the one to come. */
export const weekEnds = (today: Day): Day =>
  addDays(monday(today), [0, 6].includes(weekdayOf(today)) ? 13 : 6)

/** The day itself, or the Monday after a weekend. */
const fromMonday = (day: Day): Day => ([0, 6].includes(weekdayOf(day)) ? addDays(monday(day), 7) : day)

type Stretch = { readonly starts: Day; readonly ends: Day }

/** Shorter than this a holiday is a long weekend, not the middle of a term. */
const breakDays = 4

/** Weeks of teaching between two breaks, in order: each term, cut where a half-term holiday lies in it. */
const stretchesOf = (terms: readonly TermDate[]): Stretch[] => {
  const breaks = terms.filter(
    ({ kind, starts, ends }) => kind === 'holiday' && daysBetween(starts, ends) + 1 >= breakDays,
  )
  return terms
    .filter(({ kind }) => kind === 'term')
    .flatMap((term) =>
      breaks
        .filter(({ starts, ends }) => starts > term.starts && ends < term.ends)
        .toSorted((a, b) => (a.starts < b.starts ? -1 : 1))
        .reduce<Stretch[]>(
          (cut, { starts, ends }) => [
            ...cut.slice(0, -1),
            { starts: cut.at(-1)!.starts, ends: addDays(starts, -1) },
            { starts: fromMonday(addDays(ends, 1)), ends: term.ends },
          ],
          [{ starts: term.starts, ends: term.ends }],
        ),
    )
    .filter(({ starts, ends }) => ends >= starts)
    .toSorted((a, b) => (a.starts < b.starts ? -1 : 1))
}

const usualDays = 42

/** This week and this half-term, from the school's own term dates; without them the next six weeks, and it says so. */
export const periodsOf = (terms: readonly TermDate[], today: Day): Periods => {
  const ends = weekEnds(today)
  const own = stretchesOf(terms).find((stretch) => stretch.ends >= today)
  if (!own) {
    const until = addDays(today, usualDays)
    return {
      today,
      weekEnds: ends,
      halfTermEnds: until,
      week: null,
      halfTerm: 'in the next 6 weeks',
      why: {
        rule: 'Half-term',
        says: 'No term dates are there for today, so the next six weeks stand for the half-term',
        strength: 'recommended',
        source: 'School, Calendar: add your term dates',
        inputs: [{ label: 'Until', value: showDay(until) }],
      },
    }
  }
  const begun = own.starts <= today
  const weeks = (to: Day) => daysBetween(monday(own.starts), monday(to)) / 7 + 1
  return {
    today,
    weekEnds: ends,
    halfTermEnds: own.ends,
    week: begun ? `week ${weeks(today)} of ${weeks(own.ends)}` : null,
    halfTerm: begun ? 'this half-term' : 'until the end of the next half-term',
    why: {
      rule: 'Half-term',
      says: 'From the school’s term dates and holidays',
      strength: 'local',
      source: 'School, Calendar',
      inputs: [
        { label: 'From', value: showDay(own.starts) },
        { label: 'To', value: showDay(own.ends) },
      ],
    },
  }
}

/** In which stretch of time a day lies. */
export const whenOf = (day: Day | null, { today, weekEnds: week, halfTermEnds }: Periods): When => {
  if (day === null) return 'none'
  if (day < today) return 'overdue'
  if (day === today) return 'today'
  if (day <= week) return 'week'
  return day <= halfTermEnds ? 'halfTerm' : 'later'
}
