import { t } from '../../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { counted } from '../../../domain/counted.ts'
import { RetentionRule } from '../../../domain/records/retentionRule.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { Personal, PupilName } from '../../../ui/hiddenDetails.tsx'
import { Why } from '../../../ui/Why.tsx'
import { useGo } from '../../routes.ts'
import type { Outcome } from './dispose.ts'
import { type Grounds, type Plan, pupilsIn, stopOf } from './grounds.ts'
import { stopWords } from './stopWords.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  heading: { margin: 0 },
  pupil: {
    padding: '12px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
  },
  table: {
    borderCollapse: 'collapse',
    alignSelf: 'flex-start',
    '& th, & td': { textAlign: 'left', padding: '2px 16px 2px 0' },
    '& th:last-child, & td:last-child': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  },
})

/** One pupil's plan: each list with its count, or what stands against it, or what became of it. */
export const PlanLine = ({
  plan,
  grounds,
  outcome,
  over,
}: {
  plan: Plan
  grounds: Grounds
  outcome: Outcome | null
  /** The work has ended, with this pupil or before it. */
  over: boolean
}) => {
  const styles = useStyles()
  const { href } = useGo()
  const pupil = pupilsIn(grounds).find(({ key }) => key === plan.pupil)
  const stop = stopOf(plan, grounds)
  const unsure = plan.own.spoilt.filter(({ sure }) => !sure)
  return (
    <div className={styles.pupil}>
      <Text as="h3" size={400} weight="semibold" className={styles.heading}>
        {pupil ? (
          <Link href={href({ at: 'pupil', key: pupil.key, section: 'details' })}>
            <PupilName pupil={pupil} />
          </Link>
        ) : (
          t`The pupil’s own row is gone already`
        )}
      </Text>
      {pupil && (
        <Text className={styles.quiet}>
          {t`Born`} <Personal>{showDay(pupil.dateOfBirth)}</Personal>
          {pupil.left && t`, left ${showDay(pupil.left)}`}
          {plan.review?.day && (
            <>
              {t`. May go from`} <Why why={plan.review.why}>{showDay(plan.review.day)}</Why>
            </>
          )}
        </Text>
      )}
      {outcome ? (
        <Ended outcome={outcome} />
      ) : over ? (
        <Text>{t`Not begun: the work stopped before this pupil.`}</Text>
      ) : stop ? (
        <Text role="alert">{stopWords(stop)}</Text>
      ) : (
        <>
          {plan.begun && (
            <Text>{t`Begun on ${showDay(plan.begun.on)} by ${plan.begun.decidedBy}. This is what is left.`}</Text>
          )}
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t`List`}</th>
                <th scope="col">{t`Records`}</th>
              </tr>
            </thead>
            <tbody>
              {plan.own.lists.map(({ type, records }) => (
                <tr key={type.name}>
                  <td>{type.list}</td>
                  <td>{records.length}</td>
                </tr>
              ))}
              {plan.own.files.map(({ path }) => (
                <tr key={path}>
                  <td>{t`Document: ${path}`}</td>
                  <td>1</td>
                </tr>
              ))}
            </tbody>
          </table>
          {unsure.map(({ list, count }) => (
            <Text
              key={list}
              role="alert"
            >{t`${counted(count, 'row')} of ${list} can’t be read, and nobody can say whose. Look at it in SharePoint: if it is this pupil’s, it stays there when the rest goes.`}</Text>
          ))}
        </>
      )}
    </div>
  )
}

const Ended = ({ outcome }: { outcome: Outcome }) =>
  outcome.is === 'done' ? (
    <Text role="status">{t`Done: ${counted(outcome.log.rows ?? 0, 'record')} and ${counted(outcome.log.files ?? 0, 'file')} deleted. It is in the disposal log, under: ${outcome.log.rule} (${RetentionRule.label.toLowerCase()}).`}</Text>
  ) : (
    <Text role="alert">{stopWords(outcome)}</Text>
  )
