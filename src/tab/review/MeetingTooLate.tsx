import { t } from '../../words/t.ts'
import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { showDay, showWeekday } from '../../domain/rules/day.ts'
import type { ReviewDue } from '../../domain/rules/reviewDue.ts'

const reasonOf = ({ why }: ReviewDue): string => {
  if (why?.rule === 'R11') {
    const deadline = why.inputs.find(({ label }) => label === 'Deadline')?.value
    return t`The plan has to name the next school before ${deadline ?? ''}, and an amended plan can take twelve weeks`
  }
  if (why?.rule === 'R12') return `${why.says} (${why.source})`
  return t`The authority has to decide within twelve months and needs four weeks for it`
}

/** Says that the meeting lies after the day by which the law needs it, and what to do. */
export const MeetingTooLate = ({ due }: { due: ReviewDue }) => (
  <MessageBar intent="warning" layout="multiline" style={{ flexShrink: 0 }}>
    <MessageBarBody>
      <MessageBarTitle>
        {due.planned ? t`The meeting on ${showWeekday(due.planned)} is too late` : t`The meeting is overdue`}
      </MessageBarTitle>
      {t`${reasonOf(due)}, so ${showDay(due.day!)} ${
        due.status === 'overdue'
          ? t`was the latest day. Hold the meeting as soon as you can, and tell the authority why it is late.`
          : t`is the latest day. Bring the meeting forward.`
      }`}
    </MessageBarBody>
  </MessageBar>
)
