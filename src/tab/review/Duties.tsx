import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { Review } from '../../domain/records/review.ts'
import { type Duty, interimDuty, reviewDuties } from '../../domain/rules/ageDuties.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import type { RuledDay } from '../../domain/rules/limits.ts'
import type { ReviewSettings } from '../../domain/rules/reviewSettings.ts'
import { Why } from '../../ui/Why.tsx'

const words: Record<Duty['duty'], string> = {
  adulthood: 'Prepare for adulthood',
  youngPerson: 'Rights are with the young person',
  lookedAfter: 'Hold it with the care review where possible',
  elsewhere: 'The authority runs it',
  underFive: 'Under five: may be sooner',
  interim: 'Early review, same limits',
}

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 16px',
    color: tokens.colorNeutralForeground2,
  },
})

/** What the law and the Code ask of this review because of who the pupil is, each with its reason; nothing where there is nothing. */
export const Duties = ({
  pupil,
  type = null,
  meeting,
  last,
  transfer = null,
  settings,
}: {
  pupil: Pupil
  type?: Review['type'] | null
  meeting: Day
  /** The review before it, or the plan's issue. */
  last: Day | null
  /** The day before which a plan must name the next school, where the pupil moves. */
  transfer?: RuledDay | null
  settings: ReviewSettings
}) => {
  const styles = useStyles()
  const duties = [
    ...reviewDuties(pupil, meeting, last, settings),
    ...(type === 'interim' || type === 'early' ? [interimDuty] : []),
  ]
  if (duties.length === 0 && !transfer) return null
  return (
    <ul className={styles.list} aria-label="What this review has to mind">
      {transfer && (
        <li>
          <Text size={200}>
            <Why why={transfer.why}>Next school named before {showDay(transfer.day)}</Why>
          </Text>
        </li>
      )}
      {duties.map(({ duty, why }) => (
        <li key={duty}>
          <Text size={200}>
            <Why why={why}>{words[duty]}</Why>
          </Text>
        </li>
      ))}
    </ul>
  )
}
