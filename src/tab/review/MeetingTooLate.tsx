import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { Review } from '../../domain/records/review.ts'
import { showDay, showWeekday } from '../../domain/rules/day.ts'
import { reviewDue } from '../../domain/rules/reviewDue.ts'
import { useAbout } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { reviewSettingsOf } from '../../ui/useSchool.ts'

/** Says of this review's meeting that it lies after the day by which the law needs it, and what to do. */
export const MeetingTooLate = ({ file: { review, pupil, school } }: { file: ReviewFile }) => {
  const today = useServices().today()
  const reviews = useAbout(Review, 'pupil', pupil.key)
  const due = reviews.data && reviewDue(pupil, reviews.data.records, reviewSettingsOf(school), today)
  if (!due || due.review !== review.key || !due.day) return null
  const late = due.planned !== null
  if (!late && (due.what !== 'Hold meeting by' || due.status !== 'overdue')) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {late ? `The meeting on ${showWeekday(due.planned!)} is too late` : 'The meeting is overdue'}
        </MessageBarTitle>
        The authority has to decide within twelve months and needs four weeks for it, so {showDay(due.day)}{' '}
        {due.status === 'overdue'
          ? 'was the latest day. Hold it as soon as you can, and tell the authority why it is late.'
          : 'is the latest day. Bring the meeting forward.'}
      </MessageBarBody>
    </MessageBar>
  )
}
