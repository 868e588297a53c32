import { t } from '../../../words/t.ts'
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { type Day, showWeekday } from '../../../domain/rules/day.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { dateNumber, type Entry, keyedDay, offOf } from './days.ts'
import { EntryLine } from './EntryLine.tsx'

const useStyles = makeStyles({
  grid: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  head: { textAlign: 'left', fontWeight: tokens.fontWeightSemibold, padding: '4px 6px' },
  day: {
    position: 'relative',
    verticalAlign: 'top',
    height: '92px',
    padding: '4px 6px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  tall: { height: '320px' },
  off: { backgroundColor: tokens.colorNeutralBackground3 },
  outside: { color: tokens.colorNeutralForeground3 },
  number: { display: 'flex', gap: '6px', alignItems: 'baseline', marginBottom: '2px' },
  today: {
    padding: '0 6px',
    borderRadius: '10px',
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    outline: '1px solid transparent',
  },
  // For whoever hears the page: the whole date, where others see a number in its place.
  said: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '2px' },
})

const weekdays = [t`Monday`, t`Tuesday`, t`Wednesday`, t`Thursday`, t`Friday`, t`Saturday`, t`Sunday`]

/** A table of days as a grid: one day takes the focus, arrow keys go on, Enter goes to the first thing of the day. */
export const DayGrid = ({
  label,
  weeks,
  month,
  on,
  today,
  entries,
  calendar,
  onDay,
}: {
  label: string
  weeks: readonly (readonly Day[])[]
  /** `2026-11` where a month is shown. */
  month: string | null
  on: Day
  today: Day
  entries: ReadonlyMap<Day, readonly Entry[]>
  calendar: SchoolCalendar
  onDay: (day: Day) => void
}) => {
  const styles = useStyles()
  const grid = useRef<HTMLTableElement>(null)
  const byKey = useRef(false)
  useEffect(() => {
    if (!byKey.current) return
    byKey.current = false
    grid.current?.querySelector<HTMLElement>(`[data-day="${on}"]`)?.focus()
  }, [on])
  const press = (event: KeyboardEvent<HTMLTableCellElement>, day: Day) => {
    if (event.target !== event.currentTarget) {
      if (event.key === 'Escape') event.currentTarget.focus()
      return
    }
    if (event.key === 'Enter') {
      event.currentTarget.querySelector<HTMLElement>('a')?.focus()
      return event.preventDefault()
    }
    const to = keyedDay(event.key, day)
    if (to === null) return
    event.preventDefault()
    byKey.current = true
    onDay(to)
  }
  return (
    // A table of days is what the grid pattern is for.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
    <table ref={grid} role="grid" aria-label={label} className={styles.grid}>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col" className={styles.head}>
              {name.slice(0, 3)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day, at) => {
              const own = entries.get(day) ?? []
              const off = offOf(calendar, day)
              return (
                <td
                  key={day}
                  data-day={day}
                  tabIndex={day === on ? 0 : -1}
                  aria-current={day === today ? 'date' : undefined}
                  className={mergeClasses(
                    styles.day,
                    month === null && styles.tall,
                    (off !== null || at > 4) && styles.off,
                    month !== null && day.slice(0, 7) !== month && styles.outside,
                  )}
                  onKeyDown={(event) => press(event, day)}
                >
                  <span className={styles.number}>
                    <span aria-hidden className={mergeClasses(day === today && styles.today)}>
                      {dateNumber(day)}
                    </span>
                    <span className={styles.said}>{showWeekday(day)}</span>
                    {off && (
                      <Text size={100} className={styles.quiet}>
                        {off}
                      </Text>
                    )}
                  </span>
                  <ul className={styles.list}>
                    {own.map((entry) => (
                      <li key={`${entry.line.review.key} ${entry.what}`}>
                        <EntryLine entry={entry} tabbable={false} narrow />
                      </li>
                    ))}
                  </ul>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
