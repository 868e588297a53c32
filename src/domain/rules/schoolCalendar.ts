import { t } from '../../words/t.ts'
import type { TermDate } from '../records/termDate.ts'
import { bankHolidayOn } from './bankHolidays.ts'
import { addDays, type Day, daysBetween, mondayOf, weekdayOf } from './day.ts'
import { academicYearOf } from './schoolYear.ts'

export type Stretch = Pick<TermDate, 'kind' | 'name' | 'starts' | 'ends'> & {
  readonly meetings?: boolean | null
  /** The key of its row, where it is one that is stored. */
  readonly key?: string
}

/** A school's own days: its terms, and what lies inside them that is no school day. */
export type SchoolCalendar = {
  readonly terms: readonly Stretch[]
  /** Half-terms, holidays, training days and closures. */
  readonly off: readonly Stretch[]
  /** School days on which no meeting can be held. */
  readonly busy: readonly Stretch[]
}

const inOrder = (a: Stretch, b: Stretch) => (a.starts < b.starts ? -1 : 1)

/** From the rows of a school, in any order. */
export const calendarOf = (rows: readonly Stretch[]): SchoolCalendar => ({
  terms: rows.filter(({ kind }) => kind === 'term').toSorted(inOrder),
  off: rows.filter(({ kind }) => ['holiday', 'inset', 'closure'].includes(kind)).toSorted(inOrder),
  busy: rows.filter(({ kind }) => kind === 'busy').toSorted(inOrder),
})

const covers = (day: Day) => (one: Stretch) => one.starts <= day && day <= one.ends

/** Whether the terms of a day's academic year are recorded: without them, school days are only estimated. */
export const knowsYear = ({ terms }: SchoolCalendar, day: Day): boolean =>
  terms.some(({ starts }) => academicYearOf(starts) === academicYearOf(day))

/** What a day is at the school; `unknown` is a weekday of a year whose terms nobody has recorded. */
export type DayKind = 'school' | 'weekend' | 'bankHoliday' | 'inset' | 'closure' | 'holiday' | 'unknown'

export const dayKind = (calendar: SchoolCalendar, day: Day): DayKind => {
  if ([0, 6].includes(weekdayOf(day))) return 'weekend'
  if (bankHolidayOn(day)) return 'bankHoliday'
  const off = calendar.off.find(covers(day))
  if (off) return off.kind === 'inset' ? 'inset' : off.kind === 'closure' ? 'closure' : 'holiday'
  if (!knowsYear(calendar, day)) return 'unknown'
  return calendar.terms.some(covers(day)) ? 'school' : 'holiday'
}

/**
 * Whether pupils are at school. In a year without recorded terms every weekday that is no bank holiday counts, so that
 * a limit in school days is never reckoned too late.
 */
export const isSchoolDay = (calendar: SchoolCalendar, day: Day): boolean =>
  ['school', 'unknown'].includes(dayKind(calendar, day))

/** What was recorded of a day that is no ordinary school day: a row of days off, else one without meetings. */
export const stretchOn = ({ off, busy }: SchoolCalendar, day: Day): Stretch | null =>
  off.find(covers(day)) ?? busy.find(covers(day)) ?? null

/** A day off, of pupils or all, that was opened for meetings all the same. */
const isOpened = (calendar: SchoolCalendar, day: Day): boolean =>
  !['weekend', 'bankHoliday'].includes(dayKind(calendar, day)) &&
  calendar.off.find(covers(day))?.meetings === true

/** A school day on which the SENCO can hold a meeting, or a day off that was opened for them. */
export const isMeetingDay = (calendar: SchoolCalendar, day: Day): boolean =>
  (isSchoolDay(calendar, day) || isOpened(calendar, day)) && !calendar.busy.some(covers(day))

/** So many school days after a day (before it, for less than 0); the day itself is never counted. 0 is the day itself. */
export const addSchoolDays = (calendar: SchoolCalendar, from: Day, count: number): Day => {
  const step = count < 0 ? -1 : 1
  let day = from
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step)
    if (isSchoolDay(calendar, day)) left -= 1
  }
  return day
}

/** School days after `from` up to and including `to`; below 0 when `to` is earlier, as `addSchoolDays` counts. */
export const schoolDaysBetween = (calendar: SchoolCalendar, from: Day, to: Day): number => {
  const step = to < from ? -1 : 1
  let count = 0
  for (let day = from; day !== to;) {
    day = addDays(day, step)
    if (isSchoolDay(calendar, day)) count += step
  }
  return count
}

/** The terms that begin in an academic year, by the year in which it starts. */
export const termsOf = (calendar: SchoolCalendar, year: number): readonly Stretch[] =>
  calendar.terms.filter(({ starts }) => academicYearOf(starts) === year)

/** A stretch of school between two holidays. */
export type HalfTerm = { readonly name: string | null; readonly starts: Day; readonly ends: Day }

/** Only a holiday of a whole school week parts a term; a training day or a day off does not. */
const parts = ({ kind, starts, ends }: Stretch) => kind === 'holiday' && daysBetween(starts, ends) >= 4

/** Without the weekends and holidays at either end; a training day counts, as staff are there. */
const trimmed = (calendar: SchoolCalendar, half: HalfTerm): HalfTerm[] => {
  const open = (day: Day) => ['school', 'inset', 'closure', 'unknown'].includes(dayKind(calendar, day))
  let { starts, ends } = half
  while (starts <= ends && !open(starts)) starts = addDays(starts, 1)
  while (ends >= starts && !open(ends)) ends = addDays(ends, -1)
  return starts <= ends ? [{ ...half, starts, ends }] : []
}

/** A term, parted by the half-term holiday inside it. */
const halvesOf = (calendar: SchoolCalendar, term: Stretch): HalfTerm[] => {
  const breaks = calendar.off.filter((one) => parts(one) && one.starts > term.starts && one.ends < term.ends)
  const starts = [term.starts, ...breaks.map(({ ends }) => addDays(ends, 1))]
  const ends = [...breaks.map(({ starts: first }) => addDays(first, -1)), term.ends]
  return starts.flatMap((first, i) => trimmed(calendar, { name: term.name, starts: first, ends: ends[i]! }))
}

/** The half-terms of an academic year, in order. */
export const halfTermsOf = (calendar: SchoolCalendar, year: number): HalfTerm[] =>
  termsOf(calendar, year).flatMap((term) => halvesOf(calendar, term))

/** The half-term that a day lies in; in a holiday, the next to come; null where none is recorded. */
export const halfTermOf = (calendar: SchoolCalendar, day: Day): HalfTerm | null =>
  calendar.terms.flatMap((term) => halvesOf(calendar, term)).find(({ ends }) => day <= ends) ?? null

/** `{ week: 3, of: 6 }`, weeks from Monday; null in a holiday and where no term is recorded. */
export const weekOfHalfTerm = (
  calendar: SchoolCalendar,
  day: Day,
): { readonly week: number; readonly of: number; readonly half: HalfTerm } | null => {
  const half = halfTermOf(calendar, day)
  // The days before the first in its week belong to that week.
  const found = half && mondayOf(half.starts) <= day ? half : null
  if (!found) return null
  const weeks = (to: Day) => daysBetween(mondayOf(found.starts), mondayOf(to)) / 7 + 1
  return { week: weeks(day), of: weeks(found.ends), half: found }
}

/** The last day of this half-term, or of the next to come; null where none is recorded. */
export const endOfHalfTerm = (calendar: SchoolCalendar, day: Day): Day | null =>
  halfTermOf(calendar, day)?.ends ?? null

/** What to tell of rows that contradict each other: terms that overlap, days off outside every term. */
export const calendarTroubles = (
  calendar: SchoolCalendar,
): { readonly words: string; readonly at: Stretch }[] => [
  ...calendar.terms.flatMap((term, i) => {
    const next = calendar.terms[i + 1]
    return next && next.starts <= term.ends
      ? [{ words: t`begins before the term before it has ended`, at: next }]
      : []
  }),
  ...calendar.off
    .filter(({ kind, starts }) => kind === 'inset' && [0, 6].includes(weekdayOf(starts)))
    .map((at) => ({ words: t`is a training day at a weekend`, at })),
]
