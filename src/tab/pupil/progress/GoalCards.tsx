import { inWords, t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import type { Allocation } from '../../../domain/records/allocation.ts'
import { attainments, Goal } from '../../../domain/records/goal.ts'
import type { Outcome } from '../../../domain/records/outcome.ts'
import type { Provision } from '../../../domain/records/provision.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { byKey, ratedOf } from '../../../domain/rules/impact.ts'
import { goalAttainment } from '../../../domain/rules/goalAttainment.ts'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { useRecordAct } from '../../../ui/useRecordAct.ts'
import { Why } from '../../../ui/Why.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { outcomeOptions } from '../options.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  steps: { listStyle: 'none', margin: '0 0 20px', padding: 0, maxWidth: '720px' },
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
})

const order = ['muchMore', 'more', 'expected', 'less', 'muchLess'] as const
const groups = [
  { fields: ['text', 'weight', 'allocation', 'outcome', 'set', 'due'] },
  {
    title: t`Five steps, written beforehand`,
    fields: ['muchMore', 'more', 'expected', 'less', 'muchLess', 'start'],
  },
  { title: t`What was reached`, fields: ['reached', 'rated', 'ratedBy'] },
]

/** Goals of a pupil with five steps each: written first, looked at later, together as one T score. */
export const GoalCards = ({
  pupil,
  goals,
  lines,
  provisions,
  outcomes,
}: {
  pupil: string
  goals: readonly Stored<Goal>[]
  lines: readonly Stored<Allocation>[]
  provisions: readonly Stored<Provision>[]
  outcomes: readonly Stored<Outcome>[]
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const names = byKey(provisions)
  const attained = goalAttainment(goals.map(ratedOf))
  return (
    <div className={styles.all}>
      <Text
        className={styles.quiet}
      >{t`Write beforehand what “as expected” would be, and two steps on either side of it. Later anybody can tell which one was reached.`}</Text>
      {attained.value !== null && (
        <Text>
          {t`All goals together: T score`} <Why why={attained.why}>{attained.shown}</Why>. {attained.reading}.
          {attained.cautions.map((caution) => ` ${caution}.`)}
        </Text>
      )}
      <RecordCards
        type={Goal}
        records={goals.toSorted((a, b) => (a.set < b.set ? 1 : -1))}
        summary={(goal) => (
          <TwoLines
            first={goal.text}
            second={[
              t`agreed ${showDay(goal.set)}`,
              goal.due && t`by ${showDay(goal.due)}`,
              t`${order.filter((step) => goal[step] !== null).length} of 5 steps written`,
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        )}
        aside={(goal) =>
          goal.reached !== null ? (
            <StatusMark
              status={goal.reached === 'less' || goal.reached === 'muchLess' ? 'dueSoon' : 'done'}
              word={inWords(attainments[goal.reached])}
            />
          ) : goal.due !== null && goal.due < today ? (
            <StatusMark status="overdue" word={t`To look at`} />
          ) : null
        }
        above={(goal) => <Rate key={goal.key} goal={goal} />}
        groups={groups}
        options={{
          outcome: outcomeOptions(outcomes),
          allocation: lines.map(({ key, provision, from }) => ({
            key,
            text: t`${names.get(provision)?.name ?? t`Provision no longer offered`}, from ${showDay(from)}`,
          })),
        }}
        add={{
          words: t`Add a goal`,
          given: { pupil, set: today },
          fields: [
            'text',
            'muchMore',
            'more',
            'expected',
            'less',
            'muchLess',
            'start',
            'allocation',
            'due',
            'weight',
          ],
        }}
        empty={{
          title: t`No goals yet`,
          todo: t`For what no test measures: a goal with five steps, from much less to much more than expected.`,
        }}
      />
    </div>
  )
}

/** The steps as they were written, each to be said reached with a click. */
const Rate = ({ goal }: { goal: Stored<Goal> }) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(Goal)
  const { doIt, busy, trouble } = useRecordAct(Goal, goal)
  return (
    <>
      {trouble && <TroubleNotice trouble={trouble} />}
      <ol className={styles.steps} aria-label={t`Steps of this goal`}>
        {order.map((step) => (
          <li key={step} className={styles.step}>
            <span className={styles.text}>
              <Text block size={200}>
                {inWords(attainments[step])}
              </Text>
              <Text block>{goal[step] ?? t`Not written yet`}</Text>
            </span>
            {goal.reached === step ? (
              <StatusMark status="done" word={t`Reached`} />
            ) : (
              mayWrite && (
                <Button
                  size="small"
                  disabled={busy}
                  aria-label={t`Reached: ${inWords(attainments[step])}`}
                  onClick={() =>
                    void doIt({
                      words: t`Reached`,
                      changes: (today) => ({ reached: step, rated: today }),
                      said: t`Reached: ${inWords(attainments[step])}`,
                    })
                  }
                >{t`Reached`}</Button>
              )
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
