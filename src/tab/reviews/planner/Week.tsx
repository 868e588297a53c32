import { t } from '../../../words/t.ts'
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import { addDays, type Day, showDay, weekdayOf } from '../../../domain/rules/day.ts'
import { shutOn } from '../../../domain/rules/plannerDays.ts'
import { DayColumn, type Held } from './DayColumn.tsx'
import { ShutDay } from './ShutDay.tsx'

const useStyles = makeStyles({
  week: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '8px' },
  head: { display: 'flex', gap: '4px 12px', alignItems: 'center', flexWrap: 'wrap', marginBottom: '6px' },
  meter: {
    width: '120px',
    height: '8px',
    borderRadius: '4px',
    backgroundColor: tokens.colorNeutralBackground5,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    overflow: 'hidden',
    display: 'flex',
    forcedColorAdjust: 'none',
  },
  fixedPart: { backgroundColor: tokens.colorNeutralStroke1 },
  plannedPart: { backgroundColor: tokens.colorBrandBackground },
  days: {
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    gap: '8px',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  sevenDays: {
    gridTemplateColumns: 'repeat(7, minmax(0, 1fr))',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

type Props = Held & { readonly week: Day; readonly cap: number }

const loadWords = (fixed: number, planned: number, cap: number): string => {
  if (fixed + planned === 0) return t`no meetings`
  const parts = [fixed > 0 && t`${fixed} fixed`, planned > 0 && t`${planned} proposed`]
    .filter(Boolean)
    .join(', ')
  return t`${fixed + planned} of ${cap}: ${parts}${fixed + planned > cap ? t`, more than you hold in a week` : ''}`
}

const Title = ({ week }: { week: Day }) => (
  <Text as="h3" weight="semibold" style={{ margin: 0 }}>{t`Week of ${showDay(week)}`}</Text>
)

/** A week of the plan with its days: what is fixed, what is proposed, what is free. */
export const Week = memo(({ week, cap, fixed, planned, shared, ...rest }: Props) => {
  const styles = useStyles()
  const { meetings, calendar } = shared
  const shut = shutOn(calendar, meetings)
  const all = Array.from({ length: 7 }, (_, at) => addDays(week, at))
  const off = all.slice(0, 5).map(shut)
  const count = fixed.length + planned.length
  if (count === 0 && off.every((why) => why !== null)) {
    const at = Math.max(
      0,
      off.findIndex((each) => each !== 'bankHoliday' && each !== 'otherWeekday'),
    )
    return (
      <li className={styles.week}>
        <Text className={styles.quiet}>
          {t`Week of ${showDay(week)}:`} <ShutDay calendar={calendar} day={all[at]!} shut={off[at]!} />
        </Text>
      </li>
    )
  }
  const part = (n: number) => ({ width: `${(100 * n) / Math.max(cap, count, 1)}%` })
  const used = new Set([...fixed, ...planned].map(({ day }) => day))
  const shown = all.filter(
    (day) => ![0, 6].includes(weekdayOf(day)) || meetings.weekdays.has(weekdayOf(day)) || used.has(day),
  )
  return (
    <li className={styles.week}>
      <div className={styles.head}>
        <Title week={week} />
        <span className={styles.meter} aria-hidden>
          <span className={styles.fixedPart} style={part(fixed.length)} />
          <span className={styles.plannedPart} style={part(planned.length)} />
        </span>
        <Text size={200} className={styles.quiet}>
          {loadWords(fixed.length, planned.length, cap)}
        </Text>
      </div>
      <div className={mergeClasses(styles.days, shown.length > 5 && styles.sevenDays)}>
        {shown.map((day) => (
          <DayColumn
            key={day}
            day={day}
            shut={shut(day)}
            fixed={fixed.filter((each) => each.day === day)}
            planned={planned.filter((each) => each.day === day)}
            shared={shared}
            {...rest}
          />
        ))}
      </div>
    </li>
  )
})
