/** A time of day as minutes since midnight. */
export type Minutes = number

/** `14:30`. */
export const showTime = (minutes: Minutes): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/**
 * A time as people type it: 9:30, 09.30, 2pm, 2.15 pm, 14:00. A bare hour from 1 to 6 is in the afternoon: no meeting
 * of a school begins in the night. Null where it is no time.
 */
export const parseTime = (text: string): Minutes | null => {
  const [, hour, minute = '0', half] =
    /^\s*(\d{1,2})(?:\s*[:.h]\s*([0-5]\d))?\s*([ap])?\.?\s*(?:m\.?)?\s*$/i.exec(text) ?? []
  if (hour === undefined || Number(hour) > (half ? 12 : 23) || (half && Number(hour) === 0)) return null
  const afternoon = half ? half.toLowerCase() === 'p' : Number(hour) >= 1 && Number(hour) <= 6
  return ((Number(hour) % (half ? 12 : 24)) + (afternoon ? 12 : 0)) * 60 + Number(minute)
}
