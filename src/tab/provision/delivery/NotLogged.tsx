import { t } from '../../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { grouped } from '../../../domain/grouped.ts'
import { counted } from '../../../domain/counted.ts'
import { isNobodys, type SchoolLedger } from '../../../domain/rules/ledgerSchool.ts'
import { nearDay } from '../../../domain/rules/todayTypes.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { useGo } from '../../routes.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '6px' },
  title: { margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: { display: 'flex', flexWrap: 'wrap', gap: '2px 12px', padding: '4px 0' },
  who: { minWidth: '160px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})
const shownDays = 6

/** Who still has to log which days: nothing of theirs is called missed. */
export const NotLogged = ({ ledger, today }: { ledger: SchoolLedger; today: Day }) => {
  const styles = useStyles()
  const { href } = useGo()
  const open = ledger.entries.filter((entry) => entry.is === 'unlogged' && !isNobodys(ledger, entry))
  if (open.length === 0) return null
  const staff = [...grouped(open, ({ staff: who }) => who ?? t`Nobody named`)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  )
  return (
    <section className={styles.part} aria-label={t`Not logged yet`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`Not logged yet`}</Text>
      <ul className={styles.list}>
        {staff.map(([who, sessions]) => {
          const days = [...new Set(sessions.map(({ day }) => day))].toSorted().toReversed()
          return (
            <li key={who} className={styles.line}>
              <span className={styles.who}>{who}</span>
              <span
                className={styles.quiet}
              >{t`${counted(new Set(sessions.map(({ slot, day }) => `${slot}${day}`)).size, 'session')} on`}</span>
              {days.slice(0, shownDays).map((day) => (
                <Link
                  key={day}
                  href={href({ at: 'sessions', query: new URLSearchParams({ day, whose: 'all' }) })}
                >
                  {nearDay(day, today)}
                </Link>
              ))}
              {days.length > shownDays && (
                <span className={styles.quiet}>{t`and ${days.length - shownDays} days before`}</span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
