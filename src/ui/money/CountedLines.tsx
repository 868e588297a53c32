import { t } from '../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { PupilYear } from '../../domain/rules/moneyTypes.ts'
import { showDay } from '../../domain/rules/day.ts'
import { showMoney } from '../../domain/rules/money.ts'
import { Why } from '../Why.tsx'

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  head: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cell: {
    padding: '6px 8px 6px 0',
    verticalAlign: 'top',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  number: { textAlign: 'right', paddingRight: 0, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  why: { display: 'block', color: tokens.colorNeutralForeground2 },
  foot: { fontWeight: tokens.fontWeightSemibold },
})

/** Lines of support with what each costs, what of it counts under an authority's rules, and why less does. */
export const CountedLines = ({ year, caption }: { year: PupilYear; caption: string }) => {
  const styles = useStyles()
  const number = `${styles.cell} ${styles.number}`
  return (
    <table className={styles.table} aria-label={caption}>
      <thead>
        <tr>
          <th scope="col" className={styles.head}>{t`Line`}</th>
          <th scope="col" className={`${styles.head} ${styles.number}`}>{t`Costs`}</th>
          <th scope="col" className={`${styles.head} ${styles.number}`}>{t`Counts`}</th>
        </tr>
      </thead>
      <tbody>
        {year.lines.map(({ line, provision, actual, counted, missing }) => (
          <tr key={line.key}>
            <td className={styles.cell}>
              {provision?.name ?? t`Provision no longer offered`}
              {year.lines.filter((one) => one.line.provision === line.provision).length > 1 && (
                <Text size={200} className={styles.why}>
                  {showDay(line.from)} {line.until ? t`to ${showDay(line.until)}` : t`on`}
                </Text>
              )}
              {missing.length > 0 && (
                <Text size={200} className={styles.why}>{t`Needs ${missing.join(', ')}`}</Text>
              )}
              {counted?.reasons.map((reason) => (
                <Text key={reason} size={200} className={styles.why}>
                  {reason}
                </Text>
              ))}
            </td>
            <td className={number}>{actual ? <Why why={actual.why}>{showMoney(actual.pence)}</Why> : '–'}</td>
            <td className={number}>
              {counted ? <Why why={counted.why}>{showMoney(counted.countedPence)}</Why> : '–'}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot className={styles.foot}>
        <tr>
          <td className={styles.cell}>{t`Together`}</td>
          <td className={number}>
            <Why why={year.actual.why}>{showMoney(year.actual.pence)}</Why>
          </td>
          <td className={number}>
            <Why why={year.counted.why}>{showMoney(year.counted.pence)}</Why>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
