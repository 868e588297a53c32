import { Text } from '@fluentui/react-components'
import type { Outcome } from '../../../domain/records/outcome.ts'
import { targetGaps } from '../../../domain/rules/ladder.ts'
import { usePlanStyles } from './styles.ts'

/** What would make a target easier to judge at its review: hints, never refusals. */
export const Hints = ({ outcome }: { outcome: Outcome }) => {
  const styles = usePlanStyles()
  const gaps = targetGaps(outcome)
  return gaps.length > 0 ? (
    <Text block size={200} className={styles.quiet}>
      Easier to judge at the review with {gaps.join(', ')}.
    </Text>
  ) : null
}
