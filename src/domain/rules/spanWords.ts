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
const counted = (count: number, one: string) => `${numbers[count] ?? count} ${one}${count === 1 ? '' : 's'}`

/** `two weeks`, `10 days`, `three months`, `15 February`. */
export const spanWords = (span: Span): string => {
  if ('months' in span) return counted(span.months, 'month')
  if ('before' in span) return dayOfYear(`2001-${span.before}`)
  return span.days % 7 === 0 && span.days > 0
    ? counted(span.days / 7, 'week')
    : `${span.days} ${span.days === 1 ? 'day' : 'days'}`
}
// Without its year, which is any.
const dayOfYear = (day: Day) => writtenDay(day).slice(0, -5)
