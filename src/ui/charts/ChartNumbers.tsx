import { t } from '../../words/t.ts'
import { makeStyles, tokens } from '@fluentui/react-components'
import { Why } from '../Why.tsx'
import { narrowRows, narrowTable } from '../narrowTable.ts'
import type { ChartTable } from './chartTypes.ts'

const useStyles = makeStyles({
  scroll: {
    overflowX: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    maxWidth: '100%',
  },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontVariantNumeric: 'tabular-nums',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& caption': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
    },
    '& th, & td': {
      padding: '5px 10px',
      textAlign: 'right',
      verticalAlign: 'top',
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    },
    '& thead th': { backgroundColor: tokens.colorNeutralBackground2, verticalAlign: 'bottom' },
    '& th:first-child': { textAlign: 'left', minWidth: '8em' },
    '& tbody th': { fontWeight: tokens.fontWeightRegular },
    [narrowTable]: { ...narrowRows, padding: '0 10px', boxSizing: 'border-box' },
  },
})

/** The numbers of a chart as a table that keys and screen readers reach. */
export const ChartNumbers = ({ title, table }: { title: string; table: ChartTable }) => {
  const styles = useStyles()
  return (
    // A wide table scrolls in its box, and keys must be able to do so.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="region" aria-label={t`Numbers: ${title}`} tabIndex={0}>
      <table className={styles.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            {table.columns.map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ head, cells }, row) => (
            // Two rows may have one name; none changes its place.
            <tr key={row}>
              <th scope="row">{head}</th>
              {cells.map((cell, at) => (
                <td key={table.columns[at + 1]} data-label={table.columns[at + 1]}>
                  {typeof cell === 'string' ? cell : <Why why={cell.why}>{cell.text}</Why>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
