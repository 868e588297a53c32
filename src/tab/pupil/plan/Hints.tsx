import { Text } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import type { Outcome } from '../../../domain/records/outcome.ts'
import { check } from '../../../domain/wording/check.ts'
import { missingWords } from '../../../domain/wording/types.ts'
import { useServices } from '../../../ui/services.tsx'
import { Why } from '../../../ui/Why.tsx'
import { usePlanStyles } from './styles.ts'

/** What would make a target easier to judge at its review: hints with their reason, never refusals. */
export const Hints = ({ outcome }: { outcome: Stored<Outcome> }) => {
  const styles = usePlanStyles()
  const today = useServices().today()
  const { text, kind, by, baseline, measure, criterion } = outcome
  const found = check(text, {
    kind: kind === 'sectionE' ? 'outcome' : 'target',
    today,
    beside: { by, baseline, measure: measure ?? criterion },
  })
  if (found.length === 0) return null
  return (
    <ul className={styles.list} aria-label="Worth another look">
      {found.map(({ rule, from, line, words, says, source, strength, whatIsMissing }) => (
        <li key={`${rule}${from}`}>
          <Text size={200}>
            {!line && `“${words}” `}
            <Why
              why={{
                rule: 'Wording',
                says,
                strength,
                source,
                inputs: whatIsMissing.map((what) => ({ label: 'Missing', value: missingWords[what] })),
              }}
            >
              {line ? `${says} ${whatIsMissing.map((what) => missingWords[what]).join(', ')}` : says}
            </Why>
          </Text>
        </li>
      ))}
    </ul>
  )
}
