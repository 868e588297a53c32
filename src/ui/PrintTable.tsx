import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { type ReactNode } from 'react'
import { PrintPaper } from './PrintPaper.tsx'

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: '9.5pt',
    lineHeight: 1.3,
    marginTop: '8px',
    // Browsers repeat a head of this kind on every page.
    '& thead': { display: 'table-header-group' },
    '& tr': { breakInside: 'avoid' },
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: '3px 8px 3px 0',
      fontWeight: 'normal',
      overflowWrap: 'anywhere',
      // A cell may hold several lines.
      whiteSpace: 'pre-line',
    },
    // Headings and names keep their words whole: other columns give way.
    '& thead th, & td:first-child': { overflowWrap: 'break-word' },
    '& thead th': { fontWeight: 'bold', borderBottom: '1.5px solid #424242' },
    '& tbody tr': { borderBottom: '1px solid #c7c7c7' },
  },
  number: { '&&': { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } },
  sum: { '& td': { fontWeight: 'bold' } },
})

/** A table on paper; only while the printing goes on, and never in sight. Rules, not blocks of colour. */
export const PrintTable = ({
  title,
  about,
  columns,
  rows,
  numbers = [],
  hasSum = false,
  foot,
  children,
  onDone,
}: {
  title: string
  about: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  /** Columns that stand at the right, since their numbers are compared. */
  numbers?: readonly string[]
  /** The last row is the sum of the others. */
  hasSum?: boolean
  foot: string
  /** Between the heading and the table. */
  children?: ReactNode
  onDone: () => void
}) => {
  const styles = useStyles()
  return (
    <PrintPaper title={title} about={about} foot={foot} onDone={onDone}>
      {children}
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((words) => (
              <th key={words} scope="col" className={mergeClasses(numbers.includes(words) && styles.number)}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, at) => (
            // Rows of a print never change places.
            <tr key={at} className={mergeClasses(hasSum && at === rows.length - 1 && styles.sum)}>
              {cells.map((text, column) => (
                <td
                  key={columns[column]}
                  className={mergeClasses(numbers.includes(columns[column] ?? '') && styles.number)}
                >
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </PrintPaper>
  )
}
