import { t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { type Day, showWeekday } from '../../../domain/rules/day.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { Notice } from '../../../ui/Loaded.tsx'
import { type Entry, offOf } from './days.ts'
import { EntryLine } from './EntryLine.tsx'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  days: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '14px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The days that hold something, one under the other: for a screen that is too narrow for a grid. */
export const Agenda = ({
  days,
  today,
  entries,
  calendar,
}: {
  days: readonly Day[]
  today: Day
  entries: ReadonlyMap<Day, readonly Entry[]>
  calendar: SchoolCalendar
}) => {
  const styles = useStyles()
  const shown = days.filter((day) => day === today || entries.has(day))
  if (shown.length === 0)
    return <Notice title={t`Nothing here`} todo={t`No meeting and no date of the law falls in these days.`} />
  return (
    <ul className={styles.days}>
      {shown.map((day) => (
        <li key={day}>
          <Text as="h3" weight="semibold" block style={{ margin: '0 0 4px' }}>
            {showWeekday(day)}
            <span className={styles.quiet}>
              {[day === today && 'today', offOf(calendar, day)].filter(Boolean).map((words) => ` · ${words}`)}
            </span>
          </Text>
          {entries.has(day) ? (
            <ul className={styles.list}>
              {entries.get(day)!.map((entry) => (
                <li key={`${entry.line.review.key} ${entry.what}`}>
                  <EntryLine entry={entry} />
                </li>
              ))}
            </ul>
          ) : (
            <Text className={styles.quiet}>{t`Nothing`}</Text>
          )}
        </li>
      ))}
    </ul>
  )
}
