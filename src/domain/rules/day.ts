import { inLocale, isShownAsInEnglish } from '../../words/locale.ts'

/** A calendar day, 'YYYY-MM-DD': sorts as text, knows no time zone. */
export type Day = string

const MS = 86_400_000
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

const utc = (day: Day) => Date.parse(`${day}T00:00:00Z`)
const fromUtc = (instant: number): Day => new Date(instant).toISOString().slice(0, 10)
const two = (n: number) => String(n).padStart(2, '0')

/** A real day of the calendar between the years 1900 and 2199. */
export const isDay = (value: unknown): value is Day =>
  typeof value === 'string' && /^(19|20|21)\d\d-\d\d-\d\d$/.test(value) && dayOf(...partsOf(value)) === value

export const partsOf = (day: Day): [year: number, month: number, date: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
]

/** Year, month 1-12 and day of the month as a Day, or null where the calendar has no such day. */
export const dayOf = (year: number, month: number, date: number): Day | null => {
  const day = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
  const instant = utc(day)
  return !Number.isNaN(instant) && fromUtc(instant) === day ? day : null
}

export const addDays = (day: Day, days: number): Day => fromUtc(utc(day) + days * MS)

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / MS)

/** The corresponding date so many months later; where there is none, the last day of that month (29 Feb + 12 = 28 Feb). */
export const addMonths = (day: Day, count: number): Day => {
  const [year, month, date] = partsOf(day)
  const first = new Date(Date.UTC(year, month - 1 + count, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return `${first.getUTCFullYear()}-${two(first.getUTCMonth() + 1)}-${two(Math.min(date, last))}`
}

/** 0 = Sunday to 6 = Saturday. */
export const weekdayOf = (day: Day): number => new Date(utc(day)).getUTCDay()

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7))

/** `10 Mar 2026`, whatever language is spoken: in fields, and in files that are read back. */
export const writtenDay = (day: Day): string => {
  const [year, month, date] = partsOf(day)
  return `${date} ${months[month - 1]} ${year}`
}

const inWordsOf = inLocale(
  (locale) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
)
const withWeekday = inLocale(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    }),
)

/** `10 Mar 2026`, as a person reads it in the language that is spoken. Never to be read again: see `writtenDay`. */
export const showDay = (day: Day): string =>
  isShownAsInEnglish() ? writtenDay(day) : inWordsOf().format(utc(day))

/** `Tue 10 Mar 2026`, where a person plans, in the language that is spoken. */
export const showWeekday = (day: Day): string =>
  isShownAsInEnglish() ? `${weekdays[weekdayOf(day)]} ${writtenDay(day)}` : withWeekday().format(utc(day))

// Made once: making one takes a hundred times as long as using it, and every date of every row comes through here.
const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' })

/** The calendar day in England at an instant. Only entry points ask the clock. */
export const londonDay = (instant: Date): Day => london.format(instant)

export const earliest = (...days: Day[]): Day => days.reduce((a, b) => (b < a ? b : a))
export const latest = (...days: Day[]): Day => days.reduce((a, b) => (b > a ? b : a))

const monthNumber = (word: string) =>
  months.findIndex((m) => word.toLowerCase().startsWith(m.toLowerCase())) + 1

/** A two-digit year as schools mean it: up to `pivot` (default 49) is 20xx, otherwise 19xx. */
const fullYear = (year: string) =>
  year.length === 2 ? Number(year) + (Number(year) <= 49 ? 2000 : 1900) : Number(year)

/**
 * A day as people and exports write it: 2026-03-10, 10/03/2026, 10.3.26, 10 Mar 2026, Tue 10 March 2026 and
 * Excel's serial number (46091). Day before month, as in England. Null where it is no day.
 */
export const parseDay = (text: string): Day | null => {
  const clean = text.trim().replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i, '')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(clean)
  if (iso) return checked(dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])))
  const british = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/.exec(clean)
  if (british) return checked(dayOf(fullYear(british[3]!), Number(british[2]), Number(british[1])))
  const words = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})$/i.exec(clean)
  if (words && monthNumber(words[2]!)) {
    return checked(dayOf(fullYear(words[3]!), monthNumber(words[2]!), Number(words[1])))
  }
  // With a time of day behind the point it is a day and a time: the day counts.
  if (/^(?:\d{4}(?:\.0+)?|\d{5}(?:\.\d+)?)$/.test(clean)) return dayOfSerial(Number(clean))
  return null
}
const checked = (day: Day | null) => (day !== null && isDay(day) ? day : null)

/** Excel's serial day number in the 1900 system, from 1 March 1900 on. */
const dayOfSerial = (serial: number): Day | null =>
  serial >= 61 && serial < 110_000 ? addDays('1899-12-30', Math.floor(serial)) : null
export const serialOf = (day: Day): number => daysBetween('1899-12-30', day)
