import { t } from '../../words/t.ts'
import { Button } from '@fluentui/react-components'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { Review } from '../../domain/records/review.ts'
import { focusField } from '../../ui/focusField.ts'
import { useServices } from '../../ui/services.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { useGo } from '../routes.ts'
import { type StepName, stepNow, stepPlace } from './path/steps.ts'

const words: Record<StepName, string> = {
  invite: t`Send the invitations`,
  advice: t`Ask for advice`,
  circulate: t`Circulate the papers`,
  hold: t`Hold the meeting`,
  report: t`Send the report`,
  decision: t`Record the authority’s decision`,
  close: t`Close the review`,
}

/** The one next step of the review as a button, from wherever the person is in it. */
export const NextStep = ({ file, open }: { file: ReviewFile; open: StepName | null }) => {
  const { review } = file
  const { go } = useGo()
  const today = useServices().today()
  const mayWrite = useMayWrite(Review)
  const step = stepNow(file, today)
  if (!mayWrite || review.stage === 'closed' || open === step) return null
  if (!review.meetingDate && review.stage === 'planning')
    return (
      <Button
        appearance="primary"
        onClick={() => {
          go({ at: 'review', key: review.key, block: 'meeting' })
          focusField('meetingDate')
        }}
      >{t`Set the meeting date`}</Button>
    )
  return (
    <Button
      appearance="primary"
      onClick={() => go({ at: 'review', key: review.key, block: stepPlace(step) })}
    >
      {step === 'decision' && review.decisionReceived ? t`Record the final plan` : words[step]}
    </Button>
  )
}
