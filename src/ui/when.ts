import { t } from '../words/t.ts'
import { type Day, londonDay, showWeekday } from '../domain/rules/day.ts'
import { clockTime } from './words.ts'

/** `at 09:13` today, `on Sat 21 Nov 2026 at 09:13` on any other day: in England. */
export const whenWords = (instant: Date, today: Day): string => {
  const day = londonDay(instant)
  return day === today ? t`at ${clockTime(instant)}` : t`on ${showWeekday(day)} at ${clockTime(instant)}`
}
