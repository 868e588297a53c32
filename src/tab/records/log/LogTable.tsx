import { t } from '../../../words/t.ts'
import { makeStyles, tokens } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { rowHeight, useTableStyles } from '../../../ui/tableStyles.ts'
import { VirtualList } from '../../../ui/VirtualList.tsx'
import { type LogRow, whenOf } from './logRows.ts'

/** Pixels. */
const headHeight = 34

const useStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    minHeight: '240px',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: {
    width: '100%',
    minWidth: '1240px',
    tableLayout: 'fixed',
    borderCollapse: 'separate',
    borderSpacing: 0,
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: `${headHeight}px`,
    boxSizing: 'border-box',
    padding: '0 10px',
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  card: { padding: '8px 10px', gap: 0 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

type Column = {
  readonly words: string
  readonly width?: number
  of(row: LogRow): ReactNode
  text(row: LogRow): string
}
const left = ({ entry }: LogRow): string =>
  [
    entry.warnings ? t`${entry.warnings} ${entry.warnings === 1 ? 'warning' : 'warnings'} left` : '',
    entry.note ?? '',
  ]
    .filter(Boolean)
    .join(' · ')
const columns: readonly Column[] = [
  { words: t`When`, width: 150, of: whenOf, text: whenOf },
  { words: t`Who`, width: 140, of: ({ who }) => who, text: ({ who }) => who },
  {
    words: t`Pupil`,
    width: 176,
    of: ({ pupil, entry }) => (entry.pupil ? <Personal>{pupil}</Personal> : pupil),
    text: () => '',
  },
  { words: t`What`, width: 210, of: ({ did }) => did, text: ({ did }) => did },
  { words: t`Why`, width: 290, of: ({ why }) => why, text: ({ why }) => why },
  { words: t`For whom`, width: 130, of: ({ recipient }) => recipient, text: ({ recipient }) => recipient },
  { words: t`Warnings and note`, of: left, text: left },
]

/** The log as a table of any length: only the rows in sight are drawn. */
export const LogTable = ({ rows }: { rows: readonly LogRow[] }) => {
  const styles = useStyles()
  const { cell } = useTableStyles()
  const scroll = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised over what it answers
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const seen = virtual.getVirtualItems()
  const above = seen[0]?.start ?? 0
  const below = virtual.getTotalSize() - (seen.at(-1)?.end ?? 0)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a place that scrolls is reached by keyboard
    <div ref={scroll} className={styles.scroll} tabIndex={0} role="region" aria-label={t`Rows of the log`}>
      <table className={styles.table} aria-label={t`Opened and sent`} aria-rowcount={rows.length + 1}>
        <colgroup>
          {columns.map(({ words, width }) => (
            <col key={words} style={width ? { width } : undefined} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ words }) => (
              <th key={words} scope="col" className={styles.head}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {seen.map(({ index }) => {
            const row = rows[index]!
            return (
              <tr key={row.entry.key} aria-rowindex={index + 2}>
                {columns.map(({ words, of, text }) => (
                  <td key={words} className={cell} title={text(row)}>
                    {of(row)}
                  </td>
                ))}
              </tr>
            )
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
    </div>
  )
}

/** The same on a phone: one row under another. */
export const LogList = ({ rows }: { rows: readonly LogRow[] }) => {
  const styles = useStyles()
  return (
    <VirtualList
      rows={rows}
      keyOf={({ entry }) => entry.key}
      height={76}
      scroll={styles.scroll}
      region={t`Rows of the log`}
      row={styles.card}
    >
      {(row) => (
        <>
          <span>{columns[2]!.of(row)}</span>
          <span>{row.did}</span>
          <span className={styles.quiet}>
            {[row.why, row.recipient, left(row)].filter(Boolean).join(' · ')}
          </span>
          <span className={styles.quiet}>
            {whenOf(row)} · {row.who}
          </span>
        </>
      )}
    </VirtualList>
  )
}
