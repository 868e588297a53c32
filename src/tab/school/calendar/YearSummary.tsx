import { counted } from '../../../domain/counted.ts'
import { t } from '../../../words/t.ts'
import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components'
import { bankHolidays } from '../../../domain/rules/bankHolidays.ts'
import { addDays, type Day, showDay, showWeekday } from '../../../domain/rules/day.ts'
import {
  calendarTroubles,
  dayKind,
  halfTermsOf,
  isMeetingDay,
  isSchoolDay,
  type SchoolCalendar,
  weekOfHalfTerm,
} from '../../../domain/rules/schoolCalendar.ts'
import { academicYearOf } from '../../../domain/rules/schoolYear.ts'
import { rowName, spanWords } from './words.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: '860px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  halves: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
    gap: '4px 24px',
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
})

const daysOf = (year: number): Day[] => {
  const days: Day[] = []
  for (let day = `${year}-09-01`; day <= `${year + 1}-08-31`; day = addDays(day, 1)) days.push(day)
  return days
}

/** What an academic year comes to: school days, half-terms with their weeks, where today is, public holidays. */
export const YearSummary = ({
  calendar,
  year,
  today,
}: {
  calendar: SchoolCalendar
  year: number
  today: Day
}) => {
  const styles = useStyles()
  const days = daysOf(year)
  const school = days.filter((day) => isSchoolDay(calendar, day)).length
  const inset = days.filter((day) => dayKind(calendar, day) === 'inset').length
  const meetings = days.filter((day) => isMeetingDay(calendar, day)).length
  const now = academicYearOf(today) === year ? weekOfHalfTerm(calendar, today) : null
  const holidays = [...bankHolidays(year), ...bankHolidays(year + 1)].filter(
    ({ day }) => academicYearOf(day) === year,
  )
  const troubles = calendarTroubles(calendar).filter(({ at }) => academicYearOf(at.starts) === year)
  return (
    <div className={styles.part}>
      {troubles.map(({ words, at }) => (
        <MessageBar intent="warning" layout="multiline" key={`${at.kind}${at.starts}`}>
          <MessageBarBody>
            {rowName(at)}, {spanWords(at)}, {words}.
          </MessageBarBody>
        </MessageBar>
      ))}
      <Text>
        {counted(school, 'school day')}, {counted(inset, 'training day')}
        {meetings < school && t`, ${counted(meetings, 'day')} on which meetings can be held`}.
        {now && t` Today is in week ${now.week} of ${now.of} before ${showWeekday(now.half.ends)}.`}
      </Text>
      <ol className={styles.halves} aria-label={t`Half-terms`}>
        {halfTermsOf(calendar, year).map((half) => (
          <li key={half.starts}>
            <Text block size={200} weight="semibold">
              {half.name ?? t`Term`}: {counted(weekOfHalfTerm(calendar, half.ends)?.of ?? 0, 'week')}
            </Text>
            <Text block size={200} className={styles.quiet}>
              {spanWords(half)}
            </Text>
          </li>
        ))}
      </ol>
      <Text
        size={200}
        className={styles.quiet}
      >{t`Public holidays are known and need no row: ${holidays.map(({ day, name }) => `${name} ${showDay(day)}`).join(', ')}.`}</Text>
    </div>
  )
}
