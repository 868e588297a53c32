import { t } from '../../words/t.ts'
import type { TermDate } from '../records/termDate.ts'
import { addDays, type Day, mondayOf, showDay, weekdayOf } from './day.ts'
import { calendarOf, halfTermOf, weekOfHalfTerm } from './schoolCalendar.ts'
import type { When } from './todayTypes.ts'
import type { Why } from './why.ts'

/** How far this week and this half-term reach, and how many weeks of it have gone. */
export type Periods = {
  readonly today: Day
  readonly weekEnds: Day
  readonly halfTermEnds: Day
  /** `week 3 of 6`, or why it is none. */
  readonly week: string
  /** `this half-term`, or `in the next 6 weeks` where no term dates are there. */
  readonly halfTerm: string
  readonly why: Why
}

/** The Sunday after today. At a weekend the week meant is the one to come. */
export const weekEnds = (today: Day): Day =>
  addDays(mondayOf(today), [0, 6].includes(weekdayOf(today)) ? 13 : 6)

const usualDays = 42

/** This week and this half-term, from the school's own term dates; without them the next six weeks, and it says so. */
export const periodsOf = (terms: readonly TermDate[], today: Day): Periods => {
  const ends = weekEnds(today)
  const calendar = calendarOf(terms)
  const own = halfTermOf(calendar, today)
  if (!own) {
    const until = addDays(today, usualDays)
    return {
      today,
      weekEnds: ends,
      halfTermEnds: until,
      week: t`no term dates yet`,
      halfTerm: t`in the next 6 weeks`,
      why: {
        rule: 'Half-term',
        says: t`No term dates are there for today, so the next six weeks stand for the half-term`,
        strength: 'recommended',
        source: t`School, Calendar: add your term dates`,
        inputs: [{ label: t`Until`, value: showDay(until) }],
      },
    }
  }
  const now = weekOfHalfTerm(calendar, today)
  return {
    today,
    weekEnds: ends,
    halfTermEnds: own.ends,
    week: now ? t`week ${now.week} of ${now.of}` : t`between terms`,
    halfTerm: now ? t`this half-term` : t`until the end of the next half-term`,
    why: {
      rule: 'Half-term',
      says: t`From the school’s term dates and holidays`,
      strength: 'local',
      source: t`School, Calendar`,
      inputs: [
        { label: t`From`, value: showDay(own.starts) },
        { label: t`To`, value: showDay(own.ends) },
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
