import { t } from '../../../words/t.ts'
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import type { CycleStep } from '../../../domain/rules/cycle.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { stepMarks } from '../../../ui/stepMarks.ts'
import { Why } from '../../../ui/Why.tsx'

const useStyles = makeStyles({
  path: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))',
    gap: '8px',
  },
  step: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: '6px 8px',
    borderTop: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  done: { borderTopColor: tokens.colorStatusSuccessBorderActive },
  here: { borderTopColor: tokens.colorBrandStroke1 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The steps of a plan, in a row where there is room. */
export const CyclePath = ({
  steps,
  here,
}: {
  steps: readonly CycleStep[]
  here: CycleStep['step'] | null
}) => {
  const styles = useStyles()
  return (
    <ol className={styles.path} aria-label={t`Steps of this plan`}>
      {steps.map(({ step, label, state, done, due, why }) => {
        const day = done ?? due
        const begun = state === 'waiting' && step === here
        return (
          <li
            key={step}
            aria-current={step === here ? 'step' : undefined}
            className={mergeClasses(styles.step, done !== null && styles.done, step === here && styles.here)}
          >
            <Text weight={step === here ? 'semibold' : 'regular'}>{label}</Text>
            <StatusMark {...(begun ? { status: 'dueSoon', word: t`Now` } : stepMarks[state])} />
            {day && (
              <Text size={200} className={styles.quiet}>
                {done ? '' : t`by `}
                {why ? <Why why={why}>{showDay(day)}</Why> : showDay(day)}
              </Text>
            )}
          </li>
        )
      })}
    </ol>
  )
}
