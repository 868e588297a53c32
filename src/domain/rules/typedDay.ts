import { addDays, type Day, dayOf, daysBetween, isDay, parseDay, partsOf, weekdayOf } from './day.ts'

const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const place = (names: readonly string[], word: string) => names.findIndex((name) => word.slice(0, 3) === name)

/** Of last year, this year and next year, the one that lies nearest to today. */
const nearest = (month: number, date: number, today: Day): Day | null =>
  [-1, 0, 1]
    .map((years) => dayOf(partsOf(today)[0] + years, month, date))
    .filter((day) => day !== null)
    .reduce<Day | null>(
      (best, day) =>
        best && Math.abs(daysBetween(today, best)) <= Math.abs(daysBetween(today, day)) ? best : day,
      null,
    )

/** Days since Monday: a school week begins there. */
const sinceMonday = (day: Day) => (weekdayOf(day) + 6) % 7

const weekday = (which: string, word: string, today: Day): Day | null => {
  const wanted = (place(weekdayNames, word) + 6) % 7
  const monday = addDays(today, -sinceMonday(today))
  if (which === 'next') return addDays(monday, 7 + wanted)
  if (which === 'last') return addDays(monday, -7 + wanted)
  if (which === 'this') return addDays(monday, wanted)
  return addDays(today, (wanted - sinceMonday(today) + 7) % 7 || 7)
}

/**
 * A day as a person types it: all that `parseDay` knows, and `10/3`, `10 mar` (the year nearest to today), `today`,
 * `tomorrow`, `yesterday`, `tue` (the next to come), `this tue`, `next tue` (of next week), `last tue`, `in 3 weeks`,
 * `2 days ago`. Bare numbers are no dates here. Null where it is no day.
 */
export const typedDay = (text: string, today: Day): Day | null => {
  const typed = text.trim().toLowerCase().replace(/\s+/g, ' ')
  if (/^[\d.]+$/.test(typed) && !/^\d{1,2}\.\d{1,2}(\.(\d{2}|\d{4}))?$/.test(typed)) return null
  const whole = parseDay(typed)
  if (whole) return whole
  const found = relative(typed, today)
  return found && isDay(found) ? found : null
}

const relative = (typed: string, today: Day): Day | null => {
  if (typed === 'today') return today
  if (typed === 'tomorrow') return addDays(today, 1)
  if (typed === 'yesterday') return addDays(today, -1)
  const named = /^(?:(this|next|last) )?((?:sun|mon|tue|wed|thu|fri|sat)[a-z]*)$/.exec(typed)
  if (named) return weekday(named[1] ?? '', named[2]!, today)
  const away = /^(?:in )?(\d{1,3}) (day|week)s?( ago)?$/.exec(typed)
  if (away) return addDays(today, Number(away[1]) * (away[2] === 'week' ? 7 : 1) * (away[3] ? -1 : 1))
  const numbers = /^(\d{1,2})[/.\- ](\d{1,2})$/.exec(typed)
  if (numbers) return nearest(Number(numbers[2]), Number(numbers[1]), today)
  const words = /^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?$/.exec(typed)
  const month = words ? place(monthNames, words[2]!) : -1
  return month >= 0 ? nearest(month + 1, Number(words![1]), today) : null
}
