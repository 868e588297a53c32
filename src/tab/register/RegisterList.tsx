import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { needTypes, senStatuses } from '../../domain/rules/codes.ts'
import { useGo } from '../routes.ts'
import { Due, Name, shortYear } from './cells.tsx'
import type { Row } from './rows.ts'

const useStyles = makeStyles({
  scroll: { flexGrow: 1, minHeight: '200px', overflowY: 'auto', margin: '0 -12px' },
  body: { position: 'relative', listStyle: 'none', margin: 0, padding: 0 },
  row: {
    position: 'absolute',
    left: 0,
    top: 0,
    width: '100%',
    boxSizing: 'border-box',
    padding: '10px 12px',
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The register on a phone: the same rows, one under another. */
export const RegisterList = ({ rows }: { rows: readonly Row[] }) => {
  const styles = useStyles()
  const { href } = useGo()
  const scroll = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised over what it answers
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 72,
    overscan: 8,
  })
  return (
    <div ref={scroll} className={styles.scroll}>
      <ul className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!
          const facts = [
            shortYear(row),
            row.pupil.className,
            senStatuses[row.pupil.status],
            row.need && needTypes[row.need],
          ]
          return (
            <li
              key={row.pupil.key}
              data-index={index}
              ref={virtual.measureElement}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Link href={href({ at: 'pupil', key: row.pupil.key, section: 'thread' })}>
                <Name row={row} />
              </Link>
              <Text size={200} className={styles.quiet}>
                {facts.filter(Boolean).join(' · ')}
              </Text>
              {row.due && (
                <Text size={200}>
                  <Due due={row.due} wrap />
                </Text>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
