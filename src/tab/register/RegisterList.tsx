import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { needTypes, senStatuses } from '../../domain/rules/codes.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { useGo } from '../routes.ts'
import { Due, Name } from './cells.tsx'
import { columns } from './columns.ts'
import type { Row } from './rows.ts'

const useStyles = makeStyles({
  scroll: { flexGrow: 1, minHeight: '200px', overflowY: 'auto', margin: '0 -12px' },
  // A thumb may press anywhere in the row, but for the why of its date.
  name: { '::after': { content: '""', position: 'absolute', inset: 0 } },
  due: { alignSelf: 'flex-start', position: 'relative', zIndex: 1 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The register on a phone: the same rows, one under another. */
export const RegisterList = ({ rows }: { rows: readonly Row[] }) => {
  const styles = useStyles()
  const { href } = useGo()
  return (
    <VirtualList rows={rows} keyOf={({ pupil }) => pupil.key} height={72} scroll={styles.scroll}>
      {(row) => {
        const facts = [
          columns.year.text(row),
          row.pupil.className,
          senStatuses[row.pupil.status],
          row.need && needTypes[row.need],
        ]
        return (
          <>
            <Link className={styles.name} href={href({ at: 'pupil', key: row.pupil.key, section: 'thread' })}>
              <Name row={row} />
            </Link>
            <Text size={200} className={styles.quiet}>
              {facts.filter(Boolean).join(' · ')}
            </Text>
            {row.due && (
              <Text size={200} className={styles.due}>
                <Due due={row.due} wrap />
              </Text>
            )}
          </>
        )
      }}
    </VirtualList>
  )
}
