import { inLocale } from '../../words/locale.ts'
import { t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import { type Day, daysBetween, showDay, showWeekday } from './day.ts'
import { lawDays } from './limits.ts'
import type { Shut } from './plannerDays.ts'
import { monthOfWeek } from './plannerLoads.ts'
import type { Consequences } from './plannerMoves.ts'
import type { NeededLoad, Plan, PlanNeed, Remedy, Unplaced, WeekLoad } from './plannerTypes.ts'
import { spanWords } from './spanWords.ts'
import type { Why } from './why.ts'

export const shutWords: Record<NonNullable<Shut>, string> = {
  weekend: t`a weekend`,
  bankHoliday: t`a bank holiday`,
  holiday: t`a holiday`,
  inset: t`a training day`,
  closure: t`a day on which the school is closed`,
  busy: t`a day that you keep free of meetings`,
  otherWeekday: t`not one of your days for meetings`,
  noTerm: t`in a year whose terms nobody has entered`,
}

const monthName = inLocale(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
)
export const monthWords = (month: string): string => monthName().format(new Date(`${month}-01T00:00:00Z`))

/** How full the weeks of each month are. */
export const monthLoads = (weeks: readonly WeekLoad[]): { month: string; meetings: number; most: number }[] =>
  [...new Set(weeks.map(({ week }) => monthOfWeek(week)))].map((month) => {
    const own = weeks
      .filter(({ week }) => monthOfWeek(week) === month)
      .map((each) => each.standing + each.planned)
    return { month, meetings: own.reduce((sum, n) => sum + n, 0), most: Math.max(...own) }
  })

/** The whole plan in two sentences. */
export const planWords = ({ bookings, unplaced, weeks, needed }: Plan): string => {
  const planned = bookings.length
  const all = planned + unplaced.length
  if (all === 0) return t`Every review that is due has a meeting.`
  const busiest = monthLoads(weeks).toSorted((a, b) => b.most - a.most)[0]
  const load = busiest
    ? t`With those that are fixed, the busiest month is ${monthWords(busiest.month)}: ${busiest.most} a week.`
    : ''
  const fit =
    unplaced.length > 0
      ? t`${planned} of ${counted(all, 'review')} that ${all === 1 ? 'needs' : 'need'} a date can be in time.`
      : planned === 1
        ? t`One review needs a date, and it can be in time.`
        : t`${planned} reviews need a date, and all can be in time.`
  return [fit, neededWords(needed), load].filter(Boolean).join(' ')
}

/** `November and December 2026`, `November 2026 to January 2027`, several such with commas; months in order. */
const monthsWords = (months: readonly string[]): string => {
  const runs: string[][] = []
  for (const month of months) {
    const run = runs.at(-1)
    if (run && nextMonth(run.at(-1)!) === month) run.push(month)
    else runs.push([month])
  }
  const words = runs.map((run) =>
    run.length === 1
      ? monthWords(run[0]!)
      : `${monthWords(run[0]!)} ${run.length === 2 ? 'and' : 'to'} ${monthWords(run.at(-1)!)}`,
  )
  return words.length < 2 ? words.join('') : t`${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}
const nextMonth = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** `You need 4 a week in November 2026, and 1 a week in January 2027.` The fewest that make no review late. */
export const neededWords = (needed: readonly NeededLoad[]): string => {
  const levels = [...new Set(needed.map(({ aWeek }) => aWeek))].toSorted((a, b) => b - a)
  const parts = levels.map((level, at) => {
    const months = needed.filter(({ aWeek }) => aWeek === level).map(({ month }) => month)
    const rest = at > 0 && at === levels.length - 1 && months.length > 1
    return t`${level} a week in ${rest ? t`the other months` : monthsWords(months)}`
  })
  if (parts.length === 0) return ''
  return t`You need ${parts.length === 1 ? parts[0]! : t`${parts.slice(0, -1).join('; ')}; and ${parts.at(-1) ?? ''}`}.`
}

/** Why a month needs as many as it does. */
export const neededWhy = ({ month, aWeek, fixed, less }: NeededLoad): Why => ({
  rule: 'caseload',
  says: less
    ? t`With ${aWeek - 1} a week in ${monthWords(month)} ${counted(less.late, 'review')} would be late: ${counted(less.reviews, 'review')} ${less.reviews === 1 ? 'needs' : 'need'} the days from ${showDay(less.from)} to ${showDay(less.to)}.`
    : fixed >= aWeek
      ? t`${counted(fixed, 'meeting')} ${fixed === 1 ? 'is' : 'are'} fixed in one of its weeks already.`
      : t`At least one review has to be held in ${monthWords(month)}, or the other months would need more.`,
  strength: 'recommended',
  source: t`Counted from the last day in time of each review, your term dates, times and fixed meetings`,
  inputs: [
    { label: t`A week, at least`, value: String(aWeek) },
    { label: t`Fixed in one week, at most`, value: String(fixed) },
  ],
})

const listed = (days: readonly Day[], most = 4): string => {
  const shown = days.slice(0, most).map(showDay)
  return days.length > most ? t`${shown.join(', ')} and ${days.length - most} more` : shown.join(', ')
}

/** What a person could do so that one more fits. */
export const remedyWords = (remedy: Remedy, capOf: (week: Day) => number): string => {
  if (remedy.do === 'raiseCap')
    return [...new Set(remedy.weeks.map(capOf))]
      .map(
        (cap) =>
          t`Hold ${cap + 1} instead of ${cap} in one of the weeks of ${listed(remedy.weeks.filter((week) => capOf(week) === cap))}.`,
      )
      .join(' ')
  if (remedy.do === 'moreTimes') return t`Add a time for one more meeting on ${listed(remedy.days)}.`
  const training = remedy.days.filter(({ shut }) => shut === 'inset').map(({ day }) => day)
  const busy = remedy.days.filter(({ shut }) => shut === 'busy').map(({ day }) => day)
  const other = remedy.days.filter(({ shut }) => shut === 'otherWeekday').map(({ day }) => day)
  return [
    training.length > 0 && t`Hold it on a training day: ${listed(training)}.`,
    busy.length > 0 && t`Open a day that you keep free of meetings: ${listed(busy)}.`,
    other.length > 0 && t`Hold it on another weekday: ${listed(other)}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** `everyone must be invited two weeks before`; or what the authority asks. */
const noticeWords = ({ notice: { day, why } }: PlanNeed): string =>
  why.strength === 'must'
    ? t`everyone must be invited two weeks before`
    : t`the notice that is asked for (${why.source}) can be kept from ${showDay(day)} on`

/** Why a review can't be in time. */
export const unplacedWords = ({ need, because, rivals }: Unplaced, today: Day): string => {
  if (because === 'noNotice')
    return need.latest < today
      ? t`The last day in time was ${showDay(need.latest)}.`
      : t`The last day in time is ${showDay(need.latest)}, and ${noticeWords(need)}.`
  if (because === 'noDay') return t`No day before ${showDay(need.latest)} can hold a meeting.`
  return t`${counted(rivals.length, 'review')} need${rivals.length === 1 ? 's' : ''} the same days up to ${showDay(need.latest)}, and they are full.`
}

/** Why the planner chose a date. */
export const whyThere = (day: Day, need: PlanNeed, short: boolean): string => {
  const spare = daysBetween(day, need.latest)
  const away = daysBetween(need.target, day)
  const from =
    Math.abs(away) <= 3
      ? t`It is when it is best held`
      : t`It is ${counted(Math.round(Math.abs(away) / 7) || 1, 'week')} ${away < 0 ? 'before' : 'after'} the day on which it is best held (${showDay(need.target)}), so that no week is too full`
  const room =
    spare >= 0
      ? t`${counted(spare, 'day')} before the last that is in time`
      : t`${counted(-spare, 'day')} too late`
  return t`${from}, and ${room} (${showDay(need.latest)}).${short ? t` There is less time to gather advice than usual.` : ''}`
}

const missing = (days: number) => t`${counted(days, 'day')} ${days === 1 ? 'is' : 'are'} missing`

/** What speaks against a place, the worst first; nothing where all is well. */
export const warningsOf = ({
  daysLate,
  lawNoticeShort,
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
    ? [t`Another meeting is fixed at that time.`]
    : clash
      ? [t`Another proposal is at that time.`]
      : []),
  ...(daysLate > 0 ? [t`This is ${counted(daysLate, 'day')} later than the law allows.`] : []),
  ...(lawNoticeShort > 0
    ? [
        t`The law’s ${spanWords({ days: lawDays('inviteBy', place.day) })} of notice can’t be kept: ${missing(lawNoticeShort)}.`,
      ]
    : noticeShort > 0
      ? [t`The notice that the authority asks for can’t be kept: ${missing(noticeShort)}. The law’s can.`]
      : []),
  ...(shut ? [t`${showWeekday(place.day)} is ${shutWords[shut]}.`] : []),
  ...(week.meetings > week.cap
    ? [t`That makes ${week.meetings} in this week; you hold ${week.cap} at most.`]
    : []),
  ...(adviceShort && noticeShort === 0
    ? [t`There is less time to gather advice than you usually give.`]
    : []),
  ...(reportInHoliday
    ? [t`The report falls due in a holiday, on ${showDay(reportBy.day)}: write it before.`]
    : []),
]
