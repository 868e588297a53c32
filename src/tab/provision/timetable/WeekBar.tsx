import { t } from '../../../words/t.ts'
import { Button, Field as FluentField, makeStyles, Text } from '@fluentui/react-components'
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { addDays, type Day, mondayOf, showWeekday } from '../../../domain/rules/day.ts'
import { whyWeekLetter } from '../../../domain/rules/timetableWeek.ts'
import type { KeyOption } from '../../../ui/controls/control.ts'
import { TypeAhead } from '../../../ui/controls/TypeAhead.tsx'
import { Why } from '../../../ui/Why.tsx'
import type { TimetableRecords } from './useTimetable.ts'
import type { useWeek } from './useWeek.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  who: { width: '360px', maxWidth: '100%', gridTemplateColumns: '96px minmax(0, 1fr)' },
})

/** Which week, whose times, and what can be done with the week. */
export const WeekBar = ({
  monday,
  today,
  letter,
  records,
  filter,
  filters,
  onWeek,
  onFilter,
  children,
}: {
  monday: Day
  today: Day
  letter: ReturnType<typeof useWeek>['letter']
  records: Pick<TimetableRecords, 'calendar' | 'settings'>
  filter: string | null
  filters: readonly KeyOption[]
  onWeek: (monday: Day) => void
  onFilter: (filter: string | null) => void
  children: ReactNode
}) => {
  const styles = useStyles()
  return (
    <div className={styles.bar}>
      <Button
        size="small"
        icon={<ChevronLeftRegular />}
        aria-label={t`The week before`}
        onClick={() => onWeek(addDays(monday, -7))}
      />
      <Button size="small" onClick={() => onWeek(mondayOf(today))}>{t`This week`}</Button>
      <Button
        size="small"
        icon={<ChevronRightRegular />}
        aria-label={t`The week after`}
        onClick={() => onWeek(addDays(monday, 7))}
      />
      <Text weight="semibold">{t`Week of ${showWeekday(monday)}`}</Text>
      <Why why={whyWeekLetter(records.calendar, addDays(monday, 4), records.settings)}>
        {letter === null ? t`No school` : letter === 'odd' ? t`Week A` : t`Week B`}
      </Why>
      <FluentField label={t`Whose times`} orientation="horizontal" className={styles.who}>
        <TypeAhead
          label={t`Whose times`}
          placeholder={t`Everybody’s`}
          options={filters}
          value={filter}
          required={false}
          readOnly={false}
          onChosen={onFilter}
        />
      </FluentField>
      {children}
    </div>
  )
}
