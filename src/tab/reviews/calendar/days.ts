import { t } from '../../../words/t.ts'
import { showTime } from '../../../domain/rules/clockTime.ts'
import { addDays, addMonths, type Day, mondayOf, partsOf } from '../../../domain/rules/day.ts'
import { parseTime } from '../../../domain/rules/clockTime.ts'
import { dayKind, type DayKind, type SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { type Line, stepWords } from '../lines.ts'
import type { DueStatus } from '../../../domain/rules/reviewDue.ts'

/** What stands on a day: a meeting, or the last day for a step of a review. */
export type Entry = {
  readonly line: Line
  readonly what: string
  readonly time: string | null
  readonly status: DueStatus
}

const statusOf = (state: string, owner: string): DueStatus =>
  state === 'overdue'
    ? 'overdue'
    : owner === 'authority'
      ? 'authority'
      : state === 'dueSoon'
        ? 'dueSoon'
        : 'onTrack'

const minutesOf = ({ time }: Entry): number => (time === null ? -1 : (parseTime(time) ?? -1))

/** Meetings and the dates of the law that are still to be met, by day; meetings in the order of their times. */
export const entriesOf = (lines: readonly Line[]): ReadonlyMap<Day, Entry[]> => {
  const found = new Map<Day, Entry[]>()
  const put = (day: Day, entry: Entry) => found.set(day, [...(found.get(day) ?? []), entry])
  for (const line of lines) {
    const { review, standing } = line
    if (review.meetingDate) {
      const at = review.meetingTime ? parseTime(review.meetingTime) : null
      put(review.meetingDate, {
        line,
        what: t`Meeting`,
        time: at === null ? review.meetingTime : showTime(at),
        status: standing.steps.find(({ step }) => step === 'meet')?.done ? 'done' : 'onTrack',
      })
    }
    if (review.stage === 'closed') continue
    for (const { step, due, done, state, owner } of standing.steps)
      if (step !== 'meet' && due && !done)
        put(due, { line, what: stepWords[step], time: null, status: statusOf(state, owner) })
  }
  for (const [day, entries] of found)
    found.set(
      day,
      entries.toSorted(
        (a, b) => Number(b.what === 'Meeting') - Number(a.what === 'Meeting') || minutesOf(a) - minutesOf(b),
      ),
    )
  return found
}

export type Span = 'month' | 'week'

/** The weeks that a month or a week shows: from Monday to Sunday each. */
export const weeksOf = (span: Span, day: Day): Day[][] => {
  const week = (monday: Day) => Array.from({ length: 7 }, (_, at) => addDays(monday, at))
  if (span === 'week') return [week(mondayOf(day))]
  const first = `${day.slice(0, 8)}01`
  const weeks: Day[][] = []
  for (let monday = mondayOf(first); monday < addMonths(first, 1); monday = addDays(monday, 7))
    weeks.push(week(monday))
  return weeks
}

/** The same day one span later or earlier. */
export const turned = (span: Span, day: Day, by: 1 | -1): Day =>
  span === 'week' ? addDays(day, 7 * by) : addMonths(`${day.slice(0, 8)}01`, by)

/** Where an arrow key leads from a day, or null for another key. */
export const keyedDay = (key: string, day: Day): Day | null => {
  const monday = mondayOf(day)
  const steps: Record<string, () => Day> = {
    ArrowLeft: () => addDays(day, -1),
    ArrowRight: () => addDays(day, 1),
    ArrowUp: () => addDays(day, -7),
    ArrowDown: () => addDays(day, 7),
    Home: () => monday,
    End: () => addDays(monday, 6),
    PageUp: () => addMonths(day, -1),
    PageDown: () => addMonths(day, 1),
  }
  return steps[key]?.() ?? null
}

const offWords: Partial<Record<DayKind, string>> = {
  bankHoliday: t`Bank holiday`,
  holiday: t`Holiday`,
  inset: t`Training day`,
  closure: t`School closed`,
}

/** What the school's calendar says of a day, where it is no ordinary one. */
export const offOf = (calendar: SchoolCalendar, day: Day): string | null => {
  const kind = dayKind(calendar, day)
  if (offWords[kind]) return offWords[kind]
  const busy = calendar.busy.find(({ starts, ends }) => starts <= day && day <= ends)
  return busy ? (busy.name ?? t`No meetings`) : null
}

export const dateNumber = (day: Day): number => partsOf(day)[2]
