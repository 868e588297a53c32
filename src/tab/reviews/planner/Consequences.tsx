import { t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Why } from '../../../ui/Why.tsx'
import { showDay, showWeekday } from '../../../domain/rules/day.ts'
import { showTime } from '../../../domain/rules/clockTime.ts'
import type { Consequences as Follows } from '../../../domain/rules/plannerMoves.ts'
import { warningsOf } from '../../../domain/rules/plannerWords.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '6px' },
  dates: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: '2px 12px',
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0 },
  },
  list: { margin: 0, paddingLeft: '20px' },
})

/** All that follows from a place, before it is taken: the dates, whether it is in time, and how full the week gets. */
export const Consequences = ({ follows }: { follows: Follows }) => {
  const styles = useStyles()
  const { place, week, daysLate, clash } = follows
  const warnings = warningsOf(follows)
  const bad = daysLate > 0 || clash !== null
  return (
    <div className={styles.all}>
      <Text weight="semibold">
        {showWeekday(place.day)}, {showTime(place.time)}
      </Text>
      <StatusMark
        status={bad ? 'late' : warnings.length > 0 ? 'dueSoon' : 'onTrack'}
        word={
          clash
            ? t`Clash`
            : daysLate > 0
              ? t`Too late`
              : warnings.length > 0
                ? t`In time, but look`
                : t`In time`
        }
      />
      {warnings.length > 0 && (
        <ul className={styles.list}>
          {warnings.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <dl className={styles.dates}>
        {(
          [
            ['Ask for advice by', follows.adviceBy],
            ['Invite by', follows.inviteBy],
            ['Report by', follows.reportBy],
            ['Authority decides by', follows.decisionBy],
          ] as const
        ).map(([words, { day, why }]) => (
          <div key={words} style={{ display: 'contents' }}>
            <dt>{words}</dt>
            <dd>
              <Why why={why}>{showDay(day)}</Why>
            </dd>
          </div>
        ))}
        <dt>{t`Week of ${showDay(week.monday)}`}</dt>
        <dd>{t`${week.meetings} of ${week.cap}`}</dd>
      </dl>
    </div>
  )
}
