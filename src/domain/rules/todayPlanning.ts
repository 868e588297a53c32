import { t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Review } from '../records/review.ts'
import { reviewsDue } from './reviewDue.ts'
import { type Context, inPupil, lateWords, lineOf, review as at, stillHere, verb } from './todayParts.ts'
import { nearDay, type WorkLine } from './todayTypes.ts'

/** What a pupil's plan wants next of the calendar: a review to be planned, a date to be set, an earlier date. */
export const planningLines = (
  pupil: Stored<Pupil>,
  own: readonly Stored<Review>[],
  context: Context,
): WorkLine[] => {
  const { today, periods } = context
  if (pupil.status !== 'E' || !stillHere(pupil, today)) return []
  const due = reviewsDue(pupil, own, context.review, today).find(
    ({ what }) => what === 'Hold meeting by' || what === 'Bring meeting forward to',
  )
  if (!due?.day) return []
  const late = due.day < today ? lateWords(due.day, today) : null
  const told = {
    id: `plan:${pupil.key}`,
    about: 'review' as const,
    task: { purpose: 'review', words: 'Annual review to be planned' } as const,
    pupils: [pupil.key],
    why: due.why,
    detail: late,
    open: due.review ? at(due.review, 'meeting') : inPupil(pupil.key, 'reviews'),
  }
  if (due.planned) {
    return [
      lineOf('school', due.day, context, {
        ...told,
        ...(late ? {} : { status: 'late', word: t`Too late` }),
        what: t`Review meeting is planned for ${nearDay(due.planned, today)}, too late for the law’s date`,
        next: verb(t`Set an earlier date`, at(due.review!, 'meeting', 'meetingDate')),
      }),
    ]
  }
  const soon = due.status === 'dueSoon' && due.day > periods.halfTermEnds
  return [
    lineOf('school', due.day, context, {
      ...told,
      ...(soon ? { when: 'halfTerm', status: 'dueSoon', word: t`Due soon` } : {}),
      what: due.review ? t`No date is set for the review meeting` : t`Annual review is to be planned`,
      next: due.review
        ? verb(t`Set a date`, at(due.review, 'meeting', 'meetingDate'))
        : verb(t`Plan the review`, inPupil(pupil.key, 'reviews')),
    }),
  ]
}
