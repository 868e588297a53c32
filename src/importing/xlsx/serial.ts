import { addDays } from '../../domain/rules/day.ts'

const two = (n: number) => String(n).padStart(2, '0')
const secondsADay = 86_400
/** 31 Dec 9999, the last day that Excel knows. */
const lastSerial = 2_958_465

/**
 * A serial date of Excel as `2026-03-10`, with its time as `2026-03-10 14:30` where it has one, or `14:30` where it is
 * a time alone. The 1900 system believes in a 29 Feb 1900 (serial 60), the 1904 system counts from 1 Jan 1904. Null
 * where it is no date.
 */
export const dayOfSerial = (serial: number, from1904: boolean): string | null => {
  if (!Number.isFinite(serial) || serial < 0 || serial > lastSerial) return null
  const seconds = Math.round(serial * secondsADay)
  const days = Math.floor(seconds / secondsADay)
  const time = timeOf(seconds - days * secondsADay)
  if (days === 0) return time ?? (from1904 ? '1904-01-01' : null)
  const day = from1904
    ? addDays('1904-01-01', days)
    : days === 60
      ? null
      : addDays(days < 60 ? '1899-12-31' : '1899-12-30', days)
  return day === null ? null : time === null ? day : `${day} ${time}`
}

const timeOf = (seconds: number): string | null => {
  if (seconds === 0) return null
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${two(hours)}:${two(minutes)}${rest === 0 ? '' : `:${two(rest)}`}`
}
