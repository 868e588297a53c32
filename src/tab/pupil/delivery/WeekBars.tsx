import { t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { addDays, type Day, mondayOf, showDay } from '../../../domain/rules/day.ts'
import { sumsBy } from '../../../domain/rules/ledger.ts'
import { minutesDelivered } from '../../../domain/rules/ledgerStanding.ts'
import { hoursWords, reasonWords } from '../../../domain/rules/ledgerWords.ts'
import type { Entry, LedgerSums } from '../../../domain/rules/ledgerTypes.ts'

const useStyles = makeStyles({
  bars: {
    display: 'flex',
    alignItems: 'flex-end',
    gap: '3px',
    height: '44px',
    maxWidth: '100%',
    overflow: 'hidden',
  },
  // The outline is what was planned, the filling what was given: told apart by shape, not by colour alone.
  planned: {
    width: '14px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    display: 'flex',
    alignItems: 'flex-end',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  given: {
    width: '100%',
    backgroundColor: tokens.colorBrandBackground,
    printColorAdjust: 'exact',
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  none: { width: '14px', height: '1px', backgroundColor: tokens.colorNeutralStroke1 },
  details: { color: tokens.colorNeutralForeground2 },
  table: {
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': { textAlign: 'left', padding: '2px 16px 2px 0', fontWeight: tokens.fontWeightRegular },
  },
  number: { textAlign: 'right !important' as 'right', fontVariantNumeric: 'tabular-nums' },
})
const height = 42

/** The weeks of some days, each with its sums; weeks without any session among them. */
const weeksOf = (
  entries: readonly Entry[],
  from: Day,
  until: Day,
): { week: Day; sums: LedgerSums | undefined }[] => {
  const byWeek = sumsBy(entries, ({ day }) => mondayOf(day))
  const weeks = []
  for (let week = mondayOf(from); week <= until; week = addDays(week, 7))
    weeks.push({ week, sums: byWeek.get(week) })
  return weeks
}

/** A line of support week by week: small bars, and the same as a table. */
export const WeekBars = ({ entries, from, until }: { entries: readonly Entry[]; from: Day; until: Day }) => {
  const styles = useStyles()
  const weeks = weeksOf(entries, from, until)
  const most = Math.max(1, ...weeks.map(({ sums }) => (sums ? sums.minutesPlanned + sums.minutesToCome : 0)))
  return (
    <>
      <div className={styles.bars} aria-hidden>
        {weeks.map(({ week, sums }) =>
          sums && sums.minutesPlanned > 0 ? (
            <span
              key={week}
              className={styles.planned}
              style={{ height: Math.max(4, (sums.minutesPlanned / most) * height) }}
            >
              <span
                className={styles.given}
                style={{ height: `${(minutesDelivered(sums) / sums.minutesPlanned) * 100}%` }}
              />
            </span>
          ) : (
            <span key={week} className={styles.none} />
          ),
        )}
      </div>
      <details className={styles.details}>
        <summary>
          <Text size={200}>{t`Week by week`}</Text>
        </summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t`Week of`}</th>
              <th scope="col" className={styles.number}>{t`Planned`}</th>
              <th scope="col" className={styles.number}>{t`Delivered`}</th>
              <th scope="col">{t`Missed`}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ week, sums }) => (
              <tr key={week}>
                <th scope="row">{showDay(week)}</th>
                <td className={styles.number}>{sums ? hoursWords(sums.minutesPlanned) : t`No school`}</td>
                <td className={styles.number}>{sums ? hoursWords(minutesDelivered(sums)) : ''}</td>
                <td>{sums ? reasonWords(sums) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}
