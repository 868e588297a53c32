import { t } from '../../words/t.ts'
import { addDays, type Day, latest } from './day.ts'
import { halfTermsOf, type SchoolCalendar, termsOf } from './schoolCalendar.ts'
import { academicYearOf } from './schoolYear.ts'

/** A stretch of days that a ledger is shown for. */
export type LedgerPeriod = { readonly from: Day; readonly until: Day; readonly words: string }
export type PeriodName = 'half' | 'term' | 'weeks' | 'before'

const begun = <T extends { readonly starts: Day }>(all: readonly T[], today: Day): T[] =>
  all.filter(({ starts }) => starts <= today).toSorted((a, b) => (a.starts < b.starts ? -1 : 1))

const halves = (calendar: SchoolCalendar, today: Day) => {
  const year = academicYearOf(today)
  return begun([...halfTermsOf(calendar, year - 1), ...halfTermsOf(calendar, year)], today)
}

/** The last four weeks up to today. */
export const lastWeeks = (today: Day): LedgerPeriod => ({
  from: addDays(today, -27),
  until: today,
  words: t`the last four weeks`,
})

/**
 * The half-term or term that a day lies in, in a holiday the one that was; the half-term before it; or the last four
 * weeks, which also stand for the others where no terms are recorded.
 */
export const ledgerPeriod = (calendar: SchoolCalendar, name: PeriodName, today: Day): LedgerPeriod => {
  const year = academicYearOf(today)
  const own = halves(calendar, today)
  const found =
    name === 'half'
      ? own.at(-1)
      : name === 'before'
        ? own.at(-2)
        : name === 'term'
          ? begun([...termsOf(calendar, year - 1), ...termsOf(calendar, year)], today).at(-1)
          : undefined
  if (!found) return lastWeeks(today)
  const words = { half: t`this half-term`, before: t`the half-term before`, term: t`this term`, weeks: '' }[
    name
  ]
  return { from: found.starts, until: latest(found.starts, found.ends), words }
}
