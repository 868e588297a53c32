import { DateLimit } from '../../domain/records/dateLimit.ts'
import { TermDate } from '../../domain/records/termDate.ts'
import { blank } from '../../domain/record.ts'
import { bankHolidayOn } from '../../domain/rules/bankHolidays.ts'
import { addDays, type Day, weekdayOf } from '../../domain/rules/day.ts'
import { keyOn, type Random } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

const [monday, wednesday, friday] = [1, 3, 5]
/** The first such weekday from a day on, or the last up to it. */
const next = (day: Day, weekday: number): Day => addDays(day, (weekday - weekdayOf(day) + 7) % 7)
const last = (day: Day, weekday: number): Day => addDays(day, -((weekdayOf(day) - weekday + 7) % 7))
const weekdayFrom = (day: Day): Day => ([0, 6].includes(weekdayOf(day)) ? next(day, monday) : day)
const schoolDayFrom = (day: Day): Day => (bankHolidayOn(day) ? weekdayFrom(addDays(day, 1)) : day)

type Rows = Pick<TermDate, 'kind' | 'name' | 'starts' | 'ends'>[]

/** A believable year of a made-up council: six half-terms, five training days. */
const yearOf = (year: number, secondary: boolean): Rows => {
  const after = year + 1
  const autumn = weekdayFrom(`${year}-09-01`)
  const october = last(`${year}-10-31`, monday)
  const spring = schoolDayFrom(next(`${after}-01-03`, monday))
  const february = next(`${after}-02-14`, monday)
  const easter = last(`${after}-03-31`, friday)
  const summer = next(addDays(easter, 15), monday)
  const may = last(`${after}-05-31`, monday)
  const july = last(`${after}-07-22`, wednesday)
  const week = (first: Day) => ({ starts: first, ends: addDays(first, 4) })
  const one = (day: Day) => ({ starts: day, ends: day })
  const tests = last(`${after}-05-14`, monday)
  return [
    { kind: 'term', name: 'Autumn term', starts: autumn, ends: last(`${year}-12-19`, friday) },
    { kind: 'holiday', name: 'October half-term', ...week(october) },
    { kind: 'term', name: 'Spring term', starts: spring, ends: easter },
    { kind: 'holiday', name: 'February half-term', ...week(february) },
    { kind: 'term', name: 'Summer term', starts: summer, ends: july },
    { kind: 'holiday', name: 'May half-term', ...week(may) },
    { kind: 'inset', name: 'Training day', ...one(autumn) },
    { kind: 'inset', name: 'Training day', ...one(weekdayFrom(addDays(october, 7))) },
    { kind: 'inset', name: 'Training day', ...one(spring) },
    { kind: 'inset', name: 'Training day', ...one(weekdayFrom(addDays(may, 7))) },
    { kind: 'inset', name: 'Training day', ...one(july) },
    secondary
      ? { kind: 'busy', name: 'Mock exams', ...week(next(`${year}-12-01`, monday)) }
      : { kind: 'busy', name: 'Key stage 2 tests', ...week(tests) },
  ]
}

/** This year's, next year's and last year's calendar: a financial year begins in last year's summer term. */
export const makeTermDates = ({ year, kind }: Setting, random: Random): Row<TermDate>[] =>
  [year, year + 1, year - 1]
    .flatMap((each) => yearOf(each, kind === 'secondary'))
    .map((row) => ({ key: keyOn(random, `${year}-07-01`), record: blank(TermDate, row) }))

/** One authority asks for the report sooner than the law does. */
export const makeLimits = ({ year }: Setting, random: Random): Row<DateLimit>[] => [
  {
    key: keyOn(random, `${year}-09-01`),
    record: blank(DateLimit, {
      rule: 'reportBy',
      days: 10,
      authority: 'Eastmere Borough Council',
      from: `${year}-09-01`,
      source: 'Annual review guidance for schools, page 4',
    }),
  },
]
