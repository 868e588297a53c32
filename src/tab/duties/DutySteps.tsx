import { t } from '../../words/t.ts'
import { Button, makeStyles, Text } from '@fluentui/react-components'
import { type AnyDuty, changesOf, type DutyStep, nextSteps } from '../../domain/duties/duty.ts'
import { focusField } from '../../ui/focusField.ts'
import { useRecordAct } from '../../ui/useRecordAct.ts'
import { whyNotSaved } from '../../ui/words.ts'
import type { DutyRow } from './useDuty.ts'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
})

/** What can come next of a row, each one click with a way back; where a day alone doesn't do, the way to what is written first. */
export const DutySteps = ({ duty, row }: { duty: AnyDuty; row: DutyRow }) => {
  const styles = useStyles()
  const { doIt, busy, trouble } = useRecordAct(duty.type, row)
  const steps = nextSteps(duty.steps as readonly DutyStep<DutyRow>[], row)
  if (steps.length === 0) return null
  return (
    <>
      <div className={styles.buttons} role="group" aria-label={t`What comes next`}>
        {steps.map((step, at) => (
          <Button
            key={step.field}
            appearance={at === 0 ? 'primary' : 'secondary'}
            disabled={busy}
            onClick={() =>
              step.asks
                ? focusField(step.asks, row.key)
                : void doIt({
                    words: step.words,
                    said: step.said,
                    changes: (today) => changesOf(step, row, today) as never,
                  })
            }
          >
            {step.words}
          </Button>
        ))}
      </div>
      {trouble && (
        <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Press the button again when you are ready.`}</Text>
      )}
    </>
  )
}
