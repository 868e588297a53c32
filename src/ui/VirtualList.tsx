import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { measureElement, useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'

const useStyles = makeStyles({
  list: { position: 'relative', listStyle: 'none', margin: 0, padding: 0 },
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
})

/** A list of any length whose rows are as high as they need: only those in sight are drawn, and their number is told. */
export const VirtualList = <Row,>({
  rows,
  keyOf,
  height,
  scroll: scrolling,
  region,
  list,
  label,
  row: look,
  children,
}: {
  rows: readonly Row[]
  keyOf: (row: Row) => string | number
  /** What a row is likely to be high, in pixels. */
  height: number
  /** The class of the box that scrolls: how high it may grow. */
  scroll: string
  /** Names the box and lets keys scroll it, where its rows hold nothing to step to. */
  region?: string
  list?: string
  label?: string
  row?: string
  children: (row: Row) => ReactNode
}) => {
  const styles = useStyles()
  const scroll = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised over what it answers
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    // While something is printed the page is out of sight and has no height: rows keep the height that they had.
    measureElement: (row, entry, list) =>
      measureElement(row, entry, list) ||
      (list.measurementsCache[list.indexFromElement(row)]?.size ?? height),
    overscan: 8,
  })
  return (
    <div
      ref={scroll}
      className={scrolling}
      {...(region === undefined ? {} : { tabIndex: 0, role: 'region', 'aria-label': region })}
    >
      <ul
        className={mergeClasses(styles.list, list)}
        style={{ height: virtual.getTotalSize() }}
        aria-label={label}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!
          return (
            <li
              key={keyOf(row)}
              data-index={index}
              ref={virtual.measureElement}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={mergeClasses(styles.row, look)}
              style={{ transform: `translateY(${start}px)` }}
            >
              {children(row)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
