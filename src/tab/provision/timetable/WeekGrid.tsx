import { inWords, t } from '../../../words/t.ts'
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { WarningFilled } from '@fluentui/react-icons'
import { inkOnHover } from '../../../ui/inkOnHover.ts'
import { grouped } from '../../../domain/grouped.ts'
import type { Stored } from '../../../domain/record.ts'
import { schoolWeekdays, type Slot } from '../../../domain/records/slot.ts'
import { parseTime, showTime } from '../../../domain/rules/clockTime.ts'
import { addDays, type Day, showDay } from '../../../domain/rules/day.ts'
import { useWide } from '../../../ui/useWide.ts'

const useStyles = makeStyles({
  wide: { overflowX: 'auto' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    minWidth: '820px',
    tableLayout: 'fixed',
    '& th, & td': {
      verticalAlign: 'top',
      textAlign: 'left',
      padding: '4px 6px',
      border: `1px solid ${tokens.colorNeutralStroke2}`,
      fontWeight: tokens.fontWeightRegular,
    },
    '& thead th': { backgroundColor: tokens.colorNeutralBackground2 },
  },
  hour: { width: '62px', color: tokens.colorNeutralForeground2 },
  off: { backgroundColor: tokens.colorNeutralBackground3 },
  slot: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    width: '100%',
    minWidth: 0,
    padding: '3px 4px',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    marginBottom: '4px',
    overflowWrap: 'anywhere',
    whiteSpace: 'normal',
    ...inkOnHover,
  },
  clash: { borderLeftColor: tokens.colorStatusWarningBorderActive },
  mark: { color: tokens.colorStatusWarningForeground3, marginRight: '4px', verticalAlign: 'text-bottom' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  day: { margin: '12px 0 4px' },
})

type Entry = { readonly slot: Stored<Slot>; readonly clashes: number; readonly coming: number }
const weekdays = Object.keys(schoolWeekdays) as Slot['weekday'][]
const begins = ({ slot }: Entry) => parseTime(slot.starts) ?? 0
const inOrder = (a: Entry, b: Entry) => begins(a) - begins(b) || (a.slot.what < b.slot.what ? -1 : 1)

/** A week of support: days beside each other where there is room, one under another on a phone. */
export const WeekGrid = ({
  monday,
  isOff,
  entries,
  onOpen,
}: {
  monday: Day
  /** Why no pupil is in school on a day; null where they are. */
  isOff: (day: Day) => string | null
  entries: readonly Entry[]
  onOpen: (key: string) => void
}) => {
  const styles = useStyles()
  const isWide = useWide(760)
  const days = weekdays.map((weekday, at) => ({ weekday, day: addDays(monday, at) }))
  const ofDay = grouped(entries.toSorted(inOrder), ({ slot }) => slot.weekday)
  if (!isWide)
    return (
      <div>
        {days.map(({ weekday, day }) => (
          <section key={weekday}>
            <Text as="h3" size={300} weight="semibold" block className={styles.day}>
              {inWords(schoolWeekdays[weekday])} {showDay(day)}
            </Text>
            {isOff(day) && <Text className={styles.quiet}>{isOff(day)}</Text>}
            {!isOff(day) && !ofDay.has(weekday) && <Text className={styles.quiet}>{t`Nothing`}</Text>}
            <ul className={styles.list}>
              {(isOff(day) ? [] : (ofDay.get(weekday) ?? [])).map((entry) => (
                <li key={entry.slot.key}>
                  <Time entry={entry} onOpen={onOpen} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    )
  const hours = [...new Set(entries.map((entry) => Math.floor(begins(entry) / 60)))].toSorted((a, b) => a - b)
  return (
    <div className={styles.wide}>
      <table className={styles.table}>
        <caption
          style={{ position: 'absolute', clip: 'rect(0 0 0 0)', width: 1, height: 1, overflow: 'hidden' }}
        >{t`Support in the week of ${showDay(monday)}`}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.hour}>{t`From`}</th>
            {days.map(({ weekday, day }) => (
              <th key={weekday} scope="col">
                {inWords(schoolWeekdays[weekday])}
                <Text block size={200} className={styles.quiet}>
                  {isOff(day) ?? showDay(day)}
                </Text>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <tr key={hour}>
              <th scope="row" className={styles.hour}>
                {showTime(hour * 60)}
              </th>
              {days.map(({ weekday, day }) => (
                <td key={weekday} className={isOff(day) ? styles.off : undefined}>
                  {!isOff(day) &&
                    (ofDay.get(weekday) ?? [])
                      .filter((entry) => Math.floor(begins(entry) / 60) === hour)
                      .map((entry) => <Time key={entry.slot.key} entry={entry} onOpen={onOpen} />)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const letters = { odd: t`week A`, even: t`week B` }

const Time = ({ entry, onOpen }: { entry: Entry; onOpen: (key: string) => void }) => {
  const styles = useStyles()
  const { slot, clashes, coming } = entry
  const often = slot.everyWeeks === 'odd' || slot.everyWeeks === 'even' ? letters[slot.everyWeeks] : null
  return (
    <Button
      appearance="subtle"
      className={mergeClasses(styles.slot, clashes > 0 && styles.clash)}
      onClick={() => onOpen(slot.key)}
    >
      <span>
        {slot.starts} {slot.what}
      </span>
      <Text size={200} className={styles.quiet}>
        {[t`${slot.minutes} min`, slot.staff, often, coming === 1 ? t`1 pupil` : t`${coming} pupils`]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {clashes > 0 && (
        <Text size={200}>
          <WarningFilled aria-hidden className={styles.mark} />
          {clashes === 1 ? t`Clash` : t`${clashes} clashes`}
        </Text>
      )}
    </Button>
  )
}
