import { t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import { calledName, type Pupil } from '../records/pupil.ts'
import { Review } from '../records/review.ts'
import { type Minutes, parseTime } from './clockTime.ts'
import { type Day, showDay } from './day.ts'
import { decisionBy, inviteBy, reportBy } from './reviewDates.ts'
import type { ReviewSettings } from './reviewSettings.ts'

/** A review's meeting as any calendar may hold it: initials, never a name. */
export type MeetingEvent = {
  /** The key of the review. */
  readonly key: string
  readonly title: string
  readonly day: Day
  /** Null where the review says no time that can be read: then it is an event of the whole day. */
  readonly begins: Minutes | null
  readonly minutes: number
  readonly place: string | null
  readonly notes: string
  /** When the review was last changed: an instant, or null. */
  readonly changed: string | null
}

/** `A.K.` */
export const initialsOf = (pupil: Pick<Pupil, 'forename' | 'preferredForename' | 'surname'>): string =>
  [calledName(pupil), pupil.surname].map((name) => `${[...name.trim()][0]?.toUpperCase() ?? ''}.`).join('')

/** The event of a review that has a date. */
export const meetingEvent = (
  review: Stored<Review> & { readonly meetingDate: Day },
  pupil: Pupil,
  minutes: number,
  settings: ReviewSettings,
): MeetingEvent => {
  const { meetingDate: day, meetingTime } = review
  return {
    key: review.key,
    title: `${Review.fields.type.choices[review.type]} ${initialsOf(pupil)}`,
    day,
    begins: meetingTime ? parseTime(meetingTime) : null,
    minutes,
    place: review.place,
    notes: [
      t`Invitations and papers by ${showDay(inviteBy(day, settings).day)}.`,
      t`Report by ${showDay(reportBy(day, settings).day)}.`,
      t`The authority decides by ${showDay(decisionBy(day, settings).day)}.`,
    ].join(' '),
    changed: review.modifiedAt,
  }
}
