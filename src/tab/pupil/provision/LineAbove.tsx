import { t } from '../../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { showMoney } from '../../../domain/rules/money.ts'
import type { Stored } from '../../../domain/record.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import type { Group } from '../../../domain/records/group.ts'
import { type Day, showDay } from '../../../domain/rules/day.ts'
import { fewerWeeksIn } from '../../../domain/rules/endedWeeks.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { useRecordAct } from '../../../ui/useRecordAct.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useGo } from '../../routes.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', paddingBottom: '12px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Above a line's form: what it takes from its group, and, once it has ended, the question what happened. */
export const LineAbove = ({
  line,
  filled,
  group,
  today,
  calendar,
  weeksInYear,
}: {
  line: Stored<Allocation>
  /** The same line with what the group says. */
  filled: Stored<Allocation>
  group: Stored<Group> | undefined
  today: Day
  calendar: SchoolCalendar
  weeksInYear: number
}) => {
  const styles = useStyles()
  const { href } = useGo()
  const mayWrite = useMayWrite(Allocation)
  const act = useRecordAct(Allocation, line)
  const ended = filled.until !== null && filled.until < today
  const decisions = Allocation.fields.exitDecision.choices
  const taken = group
    ? [
        line.sessionsPerWeek === null &&
          filled.sessionsPerWeek !== null &&
          t`${filled.sessionsPerWeek} a week`,
        line.minutes === null && filled.minutes !== null && t`${filled.minutes} minutes`,
        line.weeks === null && filled.weeks !== null && t`${filled.weeks} weeks`,
        line.groupSize === null && filled.groupSize !== null && t`shared by ${filled.groupSize}`,
        line.staff === null && filled.staff,
        line.place === null && filled.place,
        line.resources === null && filled.resources && t`${showMoney(filled.resources)} resources`,
        line.until === null && filled.until && t`until ${showDay(filled.until)}`,
      ].filter(Boolean)
    : []
  const until = line.until ?? group?.until ?? null
  const fewer = fewerWeeksIn({ ...line, until }, calendar, weeksInYear)
  if (!group && !ended && fewer === null) return null
  return (
    <div className={styles.part}>
      {group && (
        <Text className={styles.quiet}>
          {t`In `}
          <Link inline href={href({ at: 'provision', section: 'groups', about: group.key })}>
            {group.name}
          </Link>
          {taken.length > 0 && t`, which says: ${taken.join(', ')}`}
          {t`. What you write here counts for this pupil alone.`}
        </Text>
      )}
      {fewer !== null && (
        <div className={styles.buttons}>
          <Text>{t`It says ${line.weeks ?? 0} weeks, and its cost counts them all. From ${showDay(line.from)} to ${showDay(until!)} there are ${fewer} weeks of school.`}</Text>
          {mayWrite && (
            <Button
              size="small"
              disabled={act.busy}
              onClick={() =>
                void act.doIt({
                  words: t`Set ${fewer} weeks`,
                  said: t`It says ${fewer} weeks now`,
                  changes: () => ({ weeks: fewer }),
                })
              }
            >{t`Set ${fewer} weeks`}</Button>
          )}
        </div>
      )}
      {ended && line.exitDecision === null && mayWrite && (
        <div className={styles.buttons} role="group" aria-label={t`What happened then`}>
          <Text weight="semibold">{t`It ended on ${showDay(filled.until!)}. What happened then?`}</Text>
          {(Object.keys(decisions) as (keyof typeof decisions)[]).map((decision) => (
            <Button
              key={decision}
              size="small"
              disabled={act.busy}
              onClick={() =>
                void act.doIt({
                  words: decisions[decision],
                  said: t`Noted: ${decisions[decision]}`,
                  changes: () => ({ exitDecision: decision }),
                })
              }
            >
              {decisions[decision]}
            </Button>
          ))}
        </div>
      )}
      {act.trouble && <TroubleNotice trouble={act.trouble} />}
    </div>
  )
}
