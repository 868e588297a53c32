import { inLocale, isShownAsInEnglish } from '../../words/locale.ts'
import { spoken } from '../../words/spoken.ts'
import { counted } from '../counted.ts'
import { type Day, writtenDay } from './day.ts'
import type { Span } from './lawRow.ts'

const numbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
/** Small numbers in words, as English letters have them; another language has forms of what is counted, and figures. */
const numbered = (count: number, said: string): string =>
  spoken() === null && numbers[count] ? said.replace(/^\d+/, numbers[count]) : said

/** `two weeks`, `10 days`, `15 school days`, `three months`, `15 Feb`. */
export const spanWords = (span: Span): string => {
  if ('months' in span) return numbered(span.months, counted(span.months, 'month'))
  if ('schoolDays' in span) return counted(span.schoolDays, 'school day')
  if ('before' in span) return dayOfYear(`2001-${span.before}`)
  return span.days % 7 === 0 && span.days > 0
    ? numbered(span.days / 7, counted(span.days / 7, 'week'))
    : counted(span.days, 'day')
}
const inYear = inLocale(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
)
// Without its year, which is any.
const dayOfYear = (day: Day) =>
  isShownAsInEnglish() ? writtenDay(day).slice(0, -5) : inYear().format(new Date(`${day}T00:00:00Z`))
