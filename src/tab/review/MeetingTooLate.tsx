import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { showDay, showWeekday } from '../../domain/rules/day.ts'
import type { ReviewDue } from '../../domain/rules/reviewDue.ts'

/** Says that the meeting lies after the day by which the law needs it, and what to do. */
export const MeetingTooLate = ({ due }: { due: ReviewDue }) => (
  <MessageBar intent="warning" layout="multiline" style={{ flexShrink: 0 }}>
    <MessageBarBody>
      <MessageBarTitle>
        {due.planned ? `The meeting on ${showWeekday(due.planned)} is too late` : 'The meeting is overdue'}
      </MessageBarTitle>
      The authority has to decide within twelve months and needs four weeks for it, so {showDay(due.day!)}{' '}
      {due.status === 'overdue'
        ? 'was the latest day. Hold the meeting as soon as you can, and tell the authority why it is late.'
        : 'is the latest day. Bring the meeting forward.'}
    </MessageBarBody>
  </MessageBar>
)
