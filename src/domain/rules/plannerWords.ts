import { counted } from '../counted.ts'
import { addDays, type Day, daysBetween, showDay, showWeekday } from './day.ts'
import type { Plan, PlanNeed, Remedy, Unplaced, WeekLoad } from './planner.ts'
import type { Shut } from './plannerDays.ts'
import type { Consequences } from './plannerMoves.ts'

export const shutWords: Record<NonNullable<Shut>, string> = {
  weekend: 'a weekend',
  bankHoliday: 'a bank holiday',
  holiday: 'a holiday',
  inset: 'a training day',
  closure: 'a day on which the school is closed',
  busy: 'a day that you keep free of meetings',
  otherWeekday: 'not one of your days for meetings',
  noTerm: 'in a year whose terms nobody has entered',
}

// Made once: making one takes a hundred times as long as using it.
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthOf = (day: Day) => day.slice(0, 7)
export const monthWords = (month: string): string => monthName.format(new Date(`${month}-01T00:00:00Z`))

/** A week belongs to the month in which its Thursday lies, as most of its days do. */
export const monthLoads = (weeks: readonly WeekLoad[]): { month: string; meetings: number; most: number }[] =>
  [...new Set(weeks.map(({ week }) => monthOf(addDays(week, 3))))].map((month) => {
    const own = weeks
      .filter(({ week }) => monthOf(addDays(week, 3)) === month)
      .map((each) => each.standing + each.planned)
    return { month, meetings: own.reduce((sum, n) => sum + n, 0), most: Math.max(...own) }
  })

/** `November 2026: up to 4 a week, 13 meetings`. */
export const monthLoadWords = ({
  month,
  meetings,
  most,
}: {
  month: string
  meetings: number
  most: number
}): string =>
  `${monthWords(month)}: ${most === 1 ? '1 a week' : `up to ${most} a week`}, ${counted(meetings, 'meeting')}`

/** The whole plan in two sentences. */
export const planWords = ({ bookings, unplaced, weeks, cap }: Plan): string => {
  const planned = bookings.length
  const all = planned + unplaced.length
  if (all === 0) return 'Every review that is due has a meeting.'
  const busiest = monthLoads(weeks).toSorted((a, b) => b.most - a.most)[0]
  const load = busiest
    ? ` With those that are fixed, the busiest month is ${monthWords(busiest.month)}: ${busiest.most} a week.`
    : ''
  const weekly = `with at most ${cap} a week`
  const fit =
    unplaced.length > 0
      ? `${planned} of ${counted(all, 'review')} can be in time ${weekly}.`
      : planned === 1
        ? 'One review needs a date, and it can be in time.'
        : `${planned} reviews need a date, and all can be in time ${weekly}.`
  return `${fit}${load}`
}

const listed = (days: readonly Day[], most = 4): string => {
  const shown = days.slice(0, most).map(showDay)
  return days.length > most ? `${shown.join(', ')} and ${days.length - most} more` : shown.join(', ')
}

/** What a person could do so that one more fits. */
export const remedyWords = (remedy: Remedy, cap: number): string => {
  if (remedy.do === 'raiseCap')
    return `Hold ${cap + 1} in one of the weeks of ${listed(remedy.weeks)}, instead of ${cap}.`
  if (remedy.do === 'moreTimes') return `Add a time for one more meeting on ${listed(remedy.days)}.`
  const training = remedy.days.filter(({ shut }) => shut === 'inset').map(({ day }) => day)
  const busy = remedy.days.filter(({ shut }) => shut === 'busy').map(({ day }) => day)
  const other = remedy.days.filter(({ shut }) => shut === 'otherWeekday').map(({ day }) => day)
  return [
    training.length > 0 && `Hold it on a training day: ${listed(training)}.`,
    busy.length > 0 && `Open a day that you keep free of meetings: ${listed(busy)}.`,
    other.length > 0 && `Hold it on another weekday: ${listed(other)}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Why a review can't be in time. */
export const unplacedWords = ({ need, because, rivals }: Unplaced, today: Day): string => {
  if (because === 'noNotice')
    return need.latest < today
      ? `The last day in time was ${showDay(need.latest)}.`
      : `The last day in time is ${showDay(need.latest)}, and everyone must be invited two weeks before.`
  if (because === 'noDay') return `No day before ${showDay(need.latest)} can hold a meeting.`
  return `${counted(rivals.length, 'review')} need${rivals.length === 1 ? 's' : ''} the same days up to ${showDay(need.latest)}, and they are full.`
}

/** Why the planner chose a date. */
export const whyThere = (day: Day, need: PlanNeed, short: boolean): string => {
  const spare = daysBetween(day, need.latest)
  const away = daysBetween(need.target, day)
  const from =
    Math.abs(away) <= 3
      ? 'It is when it is best held'
      : `It is ${counted(Math.round(Math.abs(away) / 7) || 1, 'week')} ${away < 0 ? 'before' : 'after'} the day on which it is best held (${showDay(need.target)}), so that no week is too full`
  const room =
    spare >= 0
      ? `${counted(spare, 'day')} before the last that is in time`
      : `${counted(-spare, 'day')} too late`
  return `${from}, and ${room} (${showDay(need.latest)}).${short ? ' There is less time to gather advice than usual.' : ''}`
}

/** What speaks against a place, the worst first; nothing where all is well. */
export const warningsOf = ({
  daysLate,
  noticeShort,
  adviceShort,
  shut,
  clash,
  week,
  place,
  reportInHoliday,
  reportBy,
}: Consequences): string[] => [
  ...(clash === 'fixed'
    ? ['Another meeting is fixed at that time.']
    : clash
      ? ['Another proposal is at that time.']
      : []),
  ...(daysLate > 0 ? [`This is ${counted(daysLate, 'day')} later than the law allows.`] : []),
  ...(noticeShort > 0
    ? [`The law’s two weeks of notice can’t be kept: ${counted(noticeShort, 'day')} are missing.`]
    : []),
  ...(shut ? [`${showWeekday(place.day)} is ${shutWords[shut]}.`] : []),
  ...(week.meetings > week.cap
    ? [`That makes ${week.meetings} in this week; you hold ${week.cap} at most.`]
    : []),
  ...(adviceShort && noticeShort === 0 ? ['There is less time to gather advice than you usually give.'] : []),
  ...(reportInHoliday
    ? [`The report falls due in a holiday, on ${showDay(reportBy.day)}: write it before.`]
    : []),
]
