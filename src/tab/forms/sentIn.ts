import { parseDay, showDay } from '../../domain/rules/day.ts'

/** When an answer was sent in, as a person reads it: `3 Oct 2026, 09:00`; whatever is no date stands as it came. */
export const sentIn = (submitted: string | null): string => {
  const [day = '', time = ''] = (submitted ?? '').trim().split(/[ T]/)
  const found = parseDay(day)
  if (!found) return submitted ?? ''
  const clock = /^\d{1,2}:\d{2}/.exec(time)?.[0]
  return clock ? `${showDay(found)}, ${clock}` : showDay(found)
}
