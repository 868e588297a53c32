import type { Stored } from '../record.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Review } from '../records/review.ts'
import { addMonths, type Day, earliest } from './day.ts'
import type { Standing } from './plannerDays.ts'
import { type Notice, noticeOf } from './plannerNotice.ts'
import type { PlanNeed } from './plannerTypes.ts'
import { meetingLimit } from './reviewDue.ts'
import { meetingHeld } from './reviewMoves.ts'
import { type ReviewSettings, settingsFor } from './reviewSettings.ts'

type Known = Stored<Review>

/** A meeting that is fixed. `late`: it is after the last day that is in time. */
export type Booked = Standing & {
  readonly key: string
  readonly review: string
  readonly late: PlanNeed | null
}

/** All of a school's plans, sorted by what the planner can do for each. Keys are those of pupils. */
export type Caseload = {
  readonly needs: readonly PlanNeed[]
  readonly booked: readonly Booked[]
  /** The open review of a pupil that has no meeting yet, where there is one. */
  readonly open: ReadonlyMap<string, Known>
  /** Nobody knows from when the twelve months run. */
  readonly noDate: readonly string[]
  /** Taught elsewhere than at a school: the authority holds the review. */
  readonly elsewhere: readonly string[]
  /** The day of the meeting has passed and nobody said that it was held. */
  readonly unsaid: readonly { readonly key: string; readonly review: string; readonly day: Day }[]
}

/** A review sooner than half a year after the last says little that is new; a move between phases can't wait for that. */
const monthsApart = 6

const needOf = (
  pupil: Stored<Pupil>,
  own: readonly Known[],
  settings: ReviewSettings,
  notice: Notice,
  today: Day,
): PlanNeed | null => {
  const limit = meetingLimit(pupil, own, settings, today)
  if (!limit) return null
  const first = limit.latest.why.rule === 'R11'
  const held = own
    .filter((review) => review.meetingDate && meetingHeld(review))
    .map(({ meetingDate }) => meetingDate!)
  const last = held.toSorted().at(-1)
  const notBefore = first || !last ? today : earliest(addMonths(last, monthsApart), limit.target.day)
  return {
    key: pupil.key,
    first,
    notBefore,
    ...notice,
    target: limit.target.day,
    latest: limit.latest.day,
    why: limit.latest.why,
  }
}

/**
 * Who needs a meeting and by when, and which meetings are fixed already. `again`: fixed meetings, by the key of the
 * review, for which an earlier date is looked for.
 */
export const caseloadOf = (
  pupils: readonly Stored<Pupil>[],
  reviews: readonly Known[],
  settings: ReviewSettings,
  today: Day,
  again: ReadonlySet<string> = new Set(),
): Caseload => {
  const of = new Map<string, Known[]>()
  for (const review of reviews) of.set(review.pupil, [...(of.get(review.pupil) ?? []), review])
  const needs: PlanNeed[] = []
  const booked: Booked[] = []
  const open = new Map<string, Known>()
  const noDate: string[] = []
  const elsewhere: string[] = []
  const unsaid: { key: string; review: string; day: Day }[] = []
  // One reckoning for all pupils of an authority.
  const notices = new Map<string, Notice>()
  const noticeFor = (pupil: Stored<Pupil>): Notice => {
    const its = settingsFor(pupil, settings)
    const of = `${its.authority} ${its.elsewhere}`
    const known = notices.get(of) ?? noticeOf(its, today)
    notices.set(of, known)
    return known
  }
  const withPlan = pupils.filter(({ status, left }) => status === 'E' && (!left || left >= today))
  for (const pupil of withPlan) {
    const own = of.get(pupil.key) ?? []
    const need = needOf(pupil, own, settings, noticeFor(pupil), today)
    const planned = own.filter(
      (review) => review.meetingDate && review.stage !== 'closed' && !meetingHeld(review),
    )
    const coming = planned.filter(({ key, meetingDate }) => meetingDate! >= today && !again.has(key))
    for (const { key: review, meetingDate, meetingTime } of coming) {
      const late = need && meetingDate! > need.latest && coming.length === 1 ? need : null
      booked.push({ key: pupil.key, review, day: meetingDate!, time: meetingTime, late })
    }
    const passed = planned.filter(({ meetingDate }) => meetingDate! < today)
    for (const { key: review, meetingDate } of passed)
      unsaid.push({ key: pupil.key, review, day: meetingDate! })
    if (coming.length > 0 || passed.length > 0) continue
    if (pupil.homeEducated) elsewhere.push(pupil.key)
    else if (!need) noDate.push(pupil.key)
    else {
      const undated = own.find(
        (review) =>
          !meetingHeld(review) && review.stage !== 'closed' && (!review.meetingDate || again.has(review.key)),
      )
      if (undated) open.set(pupil.key, undated)
      needs.push(need)
    }
  }
  return { needs, booked, open, noDate, elsewhere, unsaid }
}
