import { t } from '../../../words/t.ts'
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { showDay } from '../../../domain/rules/day.ts'
import type { AssessmentStep } from '../../../domain/rules/needsAssessment.ts'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { stepMarks } from '../../../ui/stepMarks.ts'
import { Why } from '../../../ui/Why.tsx'

const owners: Record<AssessmentStep['owner'], string> = {
  school: t`School`,
  authority: t`Authority`,
  family: t`Family`,
}
const useStyles = makeStyles({
  path: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '760px' },
  step: {
    display: 'grid',
    gridTemplateColumns: 'minmax(180px, 1.4fr) 90px 140px minmax(150px, 1fr)',
    gap: '2px 16px',
    alignItems: 'center',
    padding: '6px 0 6px 12px',
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  done: { borderLeftColor: tokens.colorStatusSuccessBorderActive },
  here: { borderLeftColor: tokens.colorBrandStroke1 },
  theirs: { borderLeftStyle: 'dashed' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const When = ({ step: { done, due, why, step } }: { step: AssessmentStep }) => {
  const styles = useStyles()
  const day = done ?? due
  if (!day) return <span />
  const words = step === 'comments' && !done ? t`not closed before ` : done ? '' : 'by '
  return (
    <Text size={200} className={styles.quiet}>
      {words}
      {why ? <Why why={why}>{showDay(day)}</Why> : showDay(day)}
    </Text>
  )
}

/** The steps of a request from the request to the plan or the refusal, with whose step each is. */
export const RequestPath = ({
  steps,
  here,
}: {
  steps: readonly AssessmentStep[]
  here: AssessmentStep['step'] | null
}) => {
  const styles = useStyles()
  return (
    <ol className={styles.path} aria-label={t`Steps of this request`}>
      {steps.map((step) => {
        const { status, word } = stepMarks[step.state]
        const turn = step.owner === 'authority' && step.state === 'onTrack' && step.step === here
        return (
          <li
            key={step.step}
            aria-current={step.step === here ? 'step' : undefined}
            className={mergeClasses(
              styles.step,
              step.owner === 'authority' && styles.theirs,
              step.done !== null && styles.done,
              step.step === here && styles.here,
            )}
          >
            <Text weight={step.step === here ? 'semibold' : 'regular'}>{step.label}</Text>
            <Text size={200} className={styles.quiet}>
              {owners[step.owner]}
            </Text>
            <StatusMark status={turn ? 'authority' : status} word={turn ? t`Authority’s turn` : word} />
            <When step={step} />
          </li>
        )
      })}
    </ol>
  )
}
