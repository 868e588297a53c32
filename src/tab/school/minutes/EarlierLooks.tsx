import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import type { DocumentDesign } from '../../../domain/records/documentDesign.ts'
import { lookWords } from './lookWords.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
})
const shown = 5

/** The looks before this one, each file once: none of them is gone. */
export const EarlierLooks = ({
  rows,
  now,
  busy,
  onAgain,
}: {
  rows: readonly Stored<DocumentDesign>[]
  now: Stored<DocumentDesign> | null
  busy: boolean
  onAgain: (row: Stored<DocumentDesign>) => void
}) => {
  const styles = useStyles()
  const inOrder = rows.toSorted((a, b) => (a.key < b.key ? 1 : -1))
  const earlier = inOrder
    .filter(({ kind, file }) => kind !== 'plain' && file !== now?.file)
    .filter((row, at, all) => all.findIndex(({ file }) => file === row.file) === at)
    .slice(0, shown)
  if (earlier.length === 0) return null
  return (
    <section aria-label={t`Looks before this one`}>
      <Text as="h3" weight="semibold" style={{ margin: 0 }}>{t`Before`}</Text>
      <ul className={styles.list}>
        {earlier.map((row) => (
          <li key={row.key} className={styles.row}>
            <Text className={styles.words}>{lookWords(row)}</Text>
            <Button
              size="small"
              disabled={busy}
              aria-label={t`Use again: ${row.named ?? row.file ?? ''}`}
              onClick={() => onAgain(row)}
            >{t`Use again`}</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
