import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, ToggleButton, tokens } from '@fluentui/react-components'
import { ChevronLeftRegular, ChevronRightRegular, PrintRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import { type Day, isDay, mondayOf, showDay } from '../../../domain/rules/day.ts'
import { monthWords } from '../../../domain/rules/plannerWords.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { useServices } from '../../../ui/services.tsx'
import { useWide } from '../../../ui/useWide.ts'
import { useGo } from '../../routes.ts'
import type { Line } from '../lines.ts'
import { Agenda } from './Agenda.tsx'
import { DayGrid } from './DayGrid.tsx'
import { entriesOf, type Span, turned, weeksOf } from './days.ts'
import { PrintCalendar } from './PrintCalendar.tsx'

const useStyles = makeStyles({
  bar: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  title: { margin: '0 8px', minWidth: '150px' },
  end: { marginLeft: 'auto', display: 'flex', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Meetings and dates of the law in the school's own year: a month or a week, on a phone as a list. */
export const ReviewCalendar = ({
  lines,
  calendar,
  query,
}: {
  lines: readonly Line[]
  calendar: SchoolCalendar
  query: URLSearchParams
}) => {
  const styles = useStyles()
  const { go } = useGo()
  const today = useServices().today()
  const wide = useWide(700)
  const [printing, setPrinting] = useState(false)
  const span: Span = query.get('span') === 'week' ? 'week' : 'month'
  const asked = query.get('on')
  const on = isDay(asked) ? asked : today
  const entries = useMemo(() => entriesOf(lines), [lines])
  const weeks = weeksOf(span, on)
  const show = (day: Day, as: Span = span) =>
    go(
      {
        at: 'reviews',
        query: new URLSearchParams([
          ['view', 'calendar'],
          ['span', as],
          ['on', day],
        ]),
      },
      true,
    )
  const title = span === 'month' ? monthWords(on.slice(0, 7)) : t`Week of ${showDay(mondayOf(on))}`
  return (
    <>
      <div className={styles.bar}>
        <Button size="small" onClick={() => show(today)}>{t`Today`}</Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label={span === 'month' ? t`Month before` : t`Week before`}
          onClick={() => show(turned(span, on, -1))}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label={span === 'month' ? t`Next month` : t`Next week`}
          onClick={() => show(turned(span, on, 1))}
        />
        <Text as="h2" size={400} weight="semibold" className={styles.title} aria-live="polite">
          {title}
        </Text>
        <div className={styles.end}>
          {(['month', 'week'] as const).map((each) => (
            <ToggleButton
              key={each}
              size="small"
              shape="circular"
              checked={span === each}
              appearance={span === each ? 'primary' : 'outline'}
              onClick={() => show(on, each)}
            >
              {each === 'month' ? t`Month` : t`Week`}
            </ToggleButton>
          ))}
          <Button
            size="small"
            appearance="subtle"
            icon={<PrintRegular />}
            onClick={() => setPrinting(true)}
          >{t`Print`}</Button>
        </div>
      </div>
      {printing && (
        <PrintCalendar
          title={title}
          days={weeks.flat().filter((day) => span === 'week' || day.slice(0, 7) === on.slice(0, 7))}
          entries={entries}
          calendar={calendar}
          onDone={() => setPrinting(false)}
        />
      )}
      {wide ? (
        <DayGrid
          label={title}
          weeks={weeks}
          month={span === 'month' ? on.slice(0, 7) : null}
          on={on}
          today={today}
          entries={entries}
          calendar={calendar}
          onDay={show}
        />
      ) : (
        <Agenda
          days={weeks.flat().filter((day) => span === 'week' || day.slice(0, 7) === on.slice(0, 7))}
          today={today}
          entries={entries}
          calendar={calendar}
        />
      )}
      <Text
        size={200}
        className={styles.quiet}
      >{t`Meetings, and the last days for what the law asks. Arrow keys go from day to day, Page Up and Page Down from month to month.`}</Text>
    </>
  )
}
