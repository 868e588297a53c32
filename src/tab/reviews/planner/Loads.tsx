import { t } from '../../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import { School } from '../../../domain/records/school.ts'
import { WeeklyLoad } from '../../../domain/records/weeklyLoad.ts'
import { showTime } from '../../../domain/rules/clockTime.ts'
import { addMonths, type Day, showDay } from '../../../domain/rules/day.ts'
import type { MeetingSettings } from '../../../domain/rules/plannerSettings.ts'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { useGo } from '../../routes.ts'
import { spanOfMonth } from './months.ts'

const useStyles = makeStyles({
  all: { maxWidth: '900px' },
  body: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '8px 0 4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', padding: '4px 0' },
})

const weekdayNames = [t`Sun`, t`Mon`, t`Tue`, t`Wed`, t`Thu`, t`Fri`, t`Sat`]
const groups = [{ fields: ['reviewsAWeek'] }]
const fields = ['aWeek', 'from', 'to', 'note'] as const

/** How many meetings a week, usually and from one day to another; with when they are held, which is settled elsewhere. */
export const Loads = ({
  school,
  loads,
  meetings,
  today,
}: {
  school: Stored<School> | null
  loads: readonly Stored<WeeklyLoad>[]
  meetings: MeetingSettings
  today: Day
}) => {
  const styles = useStyles()
  const { href } = useGo()
  const next = spanOfMonth(addMonths(`${today.slice(0, 7)}-01`, 1).slice(0, 7))
  return (
    <details className={styles.all}>
      <summary className={styles.summary}>
        <Text>{t`How many a week you can hold: ${loadWords(meetings)}`}</Text>
      </summary>
      <div className={styles.body}>
        {school && <RecordForm type={School} record={school} groups={groups} />}
        <RecordCards
          type={WeeklyLoad}
          records={loads.toSorted((a, b) => (a.from < b.from ? -1 : 1))}
          summary={(load) => (
            <TwoLines
              first={t`${load.aWeek} a week from ${showDay(load.from)} to ${showDay(load.to)}`}
              second={[load.note, load.to < today ? 'over' : null].filter(Boolean).join(' · ')}
            />
          )}
          groups={[{ fields }]}
          add={{
            words: t`Add a time with another number`,
            given: { from: next.from, to: next.to },
            fields,
          }}
          empty={{
            title: t`The same number all year`,
            todo: t`Add a time in which you can hold more or fewer, such as 4 a week in November. Where two overlap, the one that begins later counts; a week counts to where its Thursday lies.`,
          }}
        />
        <Text size={200} className={styles.quiet}>
          {t`${meetings.minutes} minutes each, beginning at ${meetings.times.map(showTime).join(', ')} on ${[
            ...meetings.weekdays,
          ]
            .toSorted()
            .map((day) => weekdayNames[day])
            .join(', ')}. `}
          <Link
            inline
            href={href({ at: 'school', section: 'settings' })}
          >{t`Change times and days under School`}</Link>
        </Text>
      </div>
    </details>
  )
}

const loadWords = ({ aWeek, loads }: MeetingSettings): string => {
  const usual = aWeek === null ? t`not said yet` : `${aWeek}`
  const others =
    loads.length === 0
      ? ''
      : loads.length === 1
        ? t`, another number once`
        : t`, another number ${loads.length} times`
  return `${usual}${others}`
}
