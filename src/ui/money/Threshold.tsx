import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { PupilYear } from '../../domain/rules/moneyTypes.ts'
import { showMoney } from '../../domain/rules/money.ts'
import { Why } from '../Why.tsx'

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '3px', minWidth: '150px' },
  track: {
    position: 'relative',
    height: '8px',
    borderRadius: '4px',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground5,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    forcedColorAdjust: 'none',
    // Browsers leave backgrounds off paper unless told.
    printColorAdjust: 'exact',
  },
  part: { position: 'absolute', insetBlock: 0, left: 0, backgroundColor: tokens.colorBrandBackground },
  // Edge and stripes part the two where colours are few, and on grey paper.
  above: {
    backgroundColor: tokens.colorPaletteMarigoldBackground3,
    backgroundImage: `repeating-linear-gradient(45deg, ${tokens.colorNeutralBackground1} 0 2px, transparent 2px 6px)`,
    boxShadow: `-2px 0 0 ${tokens.colorNeutralBackground1}`,
  },
})

/** `£2,363.73 below £6,000.00`, each with its reason. */
export const Standing = ({ year: { threshold, aboveThreshold, belowThreshold } }: { year: PupilYear }) => {
  const [far, words] =
    aboveThreshold.pence > 0
      ? ([aboveThreshold, ' above '] as const)
      : ([belowThreshold, belowThreshold.pence > 0 ? ' below ' : ': just at '] as const)
  return (
    <>
      <Why why={far.why}>{showMoney(far.pence)}</Why>
      {words}
      <Why why={threshold.why}>{showMoney(threshold.pence)}</Why>
    </>
  )
}

/** Where a pupil stands against the threshold: words, and a bar that says the same. */
export const Threshold = ({ year }: { year: PupilYear }) => {
  const styles = useStyles()
  const { counted, rules, aboveThreshold } = year
  const whole = Math.max(counted.pence, rules.threshold, 1)
  const upTo = (100 * Math.min(counted.pence, rules.threshold)) / whole
  return (
    <span className={styles.whole}>
      <Text size={200}>
        <Standing year={year} />
      </Text>
      <span className={styles.track} aria-hidden>
        <span className={styles.part} style={{ width: `${upTo}%` }} />
        {aboveThreshold.pence > 0 && (
          <span
            className={`${styles.part} ${styles.above}`}
            style={{ left: `${upTo}%`, width: `${100 - upTo}%` }}
          />
        )}
      </span>
    </span>
  )
}
