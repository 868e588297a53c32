import { t } from '../../words/t.ts'
import { addDays, type Day, dayOf, weekdayOf } from './day.ts'

/** A public holiday in England. */
export type BankHoliday = { readonly day: Day; readonly name: string }

/**
 * Easter Sunday in the Gregorian calendar. Source: Book of Common Prayer, tables to find Easter; the reckoning is the
 * anonymous one of 1876 (Meeus, Astronomical Algorithms, chapter 8).
 */
export const easterSunday = (year: number): Day => {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const date = (h + l - 7 * m + 33 * month + 19) % 32
  return dayOf(year, month, date)!
}

const monday = 1
const firstMonday = (year: number, month: number): Day => {
  const first = dayOf(year, month, 1)!
  return addDays(first, (monday - weekdayOf(first) + 7) % 7)
}
const lastMonday = (year: number, month: number): Day => {
  const last = dayOf(year, month, 31)!
  return addDays(last, -((weekdayOf(last) - monday + 7) % 7))
}

/** Days that a proclamation moved or added, by year. Source: royal proclamations under the 1971 Act; gov.uk/bank-holidays. */
const proclaimed: Readonly<Record<number, { moved?: Readonly<Record<string, Day>>; added?: BankHoliday[] }>> =
  {
    2020: { moved: { 'Early May bank holiday': '2020-05-08' } },
    2022: {
      moved: { 'Spring bank holiday': '2022-06-02' },
      added: [
        { day: '2022-06-03', name: t`Platinum Jubilee` },
        { day: '2022-09-19', name: t`State funeral of Queen Elizabeth II` },
      ],
    },
    2023: { added: [{ day: '2023-05-08', name: t`Coronation of King Charles III` }] },
  }

/** On a weekend the holiday moves to the next weekday that is none yet. */
const onWeekday = (day: Day, taken: readonly Day[]): Day =>
  [0, 6].includes(weekdayOf(day)) || taken.includes(day) ? onWeekday(addDays(day, 1), taken) : day

/** The public holidays of a calendar year, in order. Source: Banking and Financial Dealings Act 1971, schedule 1; gov.uk/bank-holidays. */
export const bankHolidays = (year: number): BankHoliday[] => {
  const easter = easterSunday(year)
  const christmas = onWeekday(`${year}-12-25`, [])
  const boxing = `${year}-12-26`
  // A Boxing Day that falls on a weekday stays where it is: Christmas Day on a Sunday then moves past it.
  const boxingStays = ![0, 6].includes(weekdayOf(boxing))
  const usual: BankHoliday[] = [
    { day: onWeekday(`${year}-01-01`, []), name: t`New Year’s Day` },
    { day: addDays(easter, -2), name: t`Good Friday` },
    { day: addDays(easter, 1), name: t`Easter Monday` },
    { day: firstMonday(year, 5), name: t`Early May bank holiday` },
    { day: lastMonday(year, 5), name: t`Spring bank holiday` },
    { day: lastMonday(year, 8), name: t`Summer bank holiday` },
    { day: boxingStays ? onWeekday(`${year}-12-25`, [boxing]) : christmas, name: t`Christmas Day` },
    { day: boxingStays ? boxing : onWeekday(boxing, [christmas]), name: t`Boxing Day` },
  ]
  const { moved = {}, added = [] } = proclaimed[year] ?? {}
  return [
    ...usual.map((holiday) => ({ ...holiday, day: moved[holiday.name] ?? holiday.day })),
    ...added,
  ].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

const known = new Map<number, ReadonlyMap<Day, string>>()
const ofYear = (year: number): ReadonlyMap<Day, string> => {
  const found = known.get(year) ?? new Map(bankHolidays(year).map(({ day, name }) => [day, name]))
  known.set(year, found)
  return found
}

/** The name of the public holiday on a day, or null. */
export const bankHolidayOn = (day: Day): string | null => ofYear(Number(day.slice(0, 4))).get(day) ?? null
