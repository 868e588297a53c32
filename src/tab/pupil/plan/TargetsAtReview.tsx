import { inWords, t } from '../../../words/t.ts'
import { Text } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import type { Cycle } from '../../../domain/records/cycle.ts'
import { CycleTarget } from '../../../domain/records/cycleTarget.ts'
import { aimsOf } from '../../../domain/rules/cycleCarry.ts'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { ratingMarks } from './ratingMarks.ts'
import { usePlanStyles } from './styles.ts'
import type { PlanRecords } from './usePlanRecords.ts'

const nextWords = { keep: 'goes on', amend: 'to be reworded', end: 'ends' } as const
const fields = ['rating', 'next', 'evidence'] as const

/** Each target of a plan with what its review found: read, or rated while the review is written. */
export const TargetsAtReview = ({
  plan,
  cycle,
  isOpen,
  always = false,
}: {
  plan: PlanRecords
  cycle: Stored<Cycle>
  /** Whether ratings are written here now. */
  isOpen: boolean
  /** Shown also before any of them is rated. */
  always?: boolean
}) => {
  const styles = usePlanStyles()
  const aims = aimsOf(cycle.key, plan.targets, plan.outcomes)
  if (aims.length === 0 || (!always && !isOpen && aims.every(({ row }) => !row.rating))) return null
  return (
    <div>
      <Text block className={styles.label}>{t`Targets of this plan`}</Text>
      <ul className={styles.list} aria-label={t`Targets of this plan`}>
        {aims.map(({ row, outcome }) => (
          <li key={row.key} className={styles.said}>
            <Text block>{outcome?.text ?? t`A target that was archived`}</Text>
            {isOpen ? (
              <RecordForm type={CycleTarget} record={row} groups={[{ fields }]} />
            ) : row.rating ? (
              <>
                <span className={styles.bar}>
                  <StatusMark
                    status={ratingMarks[row.rating]}
                    word={inWords(CycleTarget.fields.rating.choices[row.rating])}
                  />
                  {row.next && (
                    <Text size={200} className={styles.quiet}>
                      {nextWords[row.next]}
                    </Text>
                  )}
                </span>
                {row.evidence && <Text className={styles.value}>{row.evidence}</Text>}
              </>
            ) : (
              <Text size={200} className={styles.quiet}>{t`Not rated`}</Text>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
