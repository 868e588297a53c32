import { type Day, isDay } from '../../../domain/rules/day.ts'
import type { Minutes } from '../../../domain/rules/clockTime.ts'
import type { Place } from '../../../domain/rules/plannerTypes.ts'

/** A free place as the page marks it for dragging: `2026-12-07 570`. */
export const placeText = (day: Day, time: Minutes): string => `${day} ${time}`

export const placeIn = (key: string, text: string): Place | null => {
  const [day = '', time = ''] = text.split(' ')
  return isDay(day) && /^\d{1,4}$/.test(time) ? { key, day, time: Number(time) } : null
}
