import { addDays, type Day } from './day.ts'
import { lawDays, type RuledDay } from './limits.ts'
import { adviceBy, circulateBy, inviteBy } from './reviewDates.ts'
import type { ReviewSettings } from './reviewSettings.ts'

/** The first day of which the law's notice can still be kept, when the invitations go out today (R1). */
export const lawNoticeEnds = (today: Day): Day => addDays(today, lawDays('inviteBy', today))

/** Longer than any limit may be. */
const longest = 400

const firstFrom = (start: Day, fits: (day: Day) => boolean): Day => {
  let day = start
  for (let tries = 0; tries < longest && !fits(day); tries += 1) day = addDays(day, 1)
  return day
}

export type Notice = {
  /** The first day for which invitations and papers can still go out in time, with the limit that binds. */
  readonly notice: RuledDay
  /** The first day that leaves the usual time to gather advice. */
  readonly adviceFrom: Day
}

/** From the settings of one pupil: the authority that keeps the plan may ask for more notice than the law does. */
export const noticeOf = (settings: ReviewSettings, today: Day): Notice => {
  const before = [inviteBy, circulateBy]
  const day = firstFrom(lawNoticeEnds(today), (each) => before.every((by) => by(each, settings).day >= today))
  // The limit that must be kept first is the one that binds; of two alike, the invitations.
  const [binding] = before
    .map((by) => by(day, settings))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return {
    notice: { day, why: binding!.why },
    adviceFrom: firstFrom(day, (each) => adviceBy(each, settings).day >= today),
  }
}
