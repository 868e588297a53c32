import { t } from '../../../words/t.ts'
import { Button, Link } from '@fluentui/react-components'
import type { ReviewFile } from '../../../documents/reviewFile.ts'
import { showWeekday } from '../../../domain/rules/day.ts'
import { meetingHeld } from '../../../domain/rules/reviewMoves.ts'
import { useServices } from '../../../ui/services.tsx'
import { useGo } from '../../routes.ts'
import { MarkStep } from './MarkStep.tsx'
import { StepPage } from './StepPage.tsx'

/** The meeting: held on a shared screen, or recorded afterwards. */
export const MeetingStep = ({ file: { review }, file }: { file: ReviewFile }) => {
  const { href, go } = useGo()
  const today = useServices().today()
  // Once the day is past, what was held without it is only to be recorded.
  const live = review.meetingDate !== null && review.meetingDate >= today && !review.meetingEnded
  const when = [review.meetingDate && showWeekday(review.meetingDate), review.meetingTime, review.place]
  return (
    <StepPage title={t`Meeting`} says={when.filter(Boolean).join(' · ') || t`The meeting has no date yet.`}>
      {!meetingHeld(review) && (
        <div>
          <Button
            appearance={live ? 'primary' : 'secondary'}
            onClick={() => go({ at: 'live', key: review.key, part: null })}
          >{t`Open the meeting`}</Button>
        </div>
      )}
      <MarkStep
        file={file}
        act="hold"
        dated={false}
        second={live}
        words={t`The meeting was held`}
        said={t`Meeting marked as held`}
        done={t`Held`}
      />
      <Link href={href({ at: 'review', key: review.key, block: 'people' })}>{t`Who was there`}</Link>
      <Link
        href={href({ at: 'review', key: review.key, block: 'meeting' })}
      >{t`Date, time, place and chair`}</Link>
    </StepPage>
  )
}
