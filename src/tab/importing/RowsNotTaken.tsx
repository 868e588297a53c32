import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { sayResult } from '../../importing/report.ts'
import type { RowResult } from '../../importing/runImport.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})
const most = 100

/** The rows of a file that were not stored, each with why; of many the first, and where the others stand. */
export const RowsNotTaken = ({
  title,
  rows,
  more,
}: {
  title: string
  rows: readonly RowResult[]
  /** Where the rows stand that are not shown. */
  more: (left: number) => string
}) => {
  const styles = useStyles()
  if (rows.length === 0) return null
  return (
    <>
      <Text weight="semibold">{title}</Text>
      <ul className={styles.list}>
        {rows.slice(0, most).map((row) => (
          <li key={row.row}>{sayResult(row)}</li>
        ))}
      </ul>
      {rows.length > most && <Text className={styles.quiet}>{more(rows.length - most)}</Text>}
    </>
  )
}
