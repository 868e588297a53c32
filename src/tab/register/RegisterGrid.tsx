import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useKeys } from '../../ui/keys.ts'
import { useGo } from '../routes.ts'
import { cells, Name, widths } from './cells.tsx'
import { type Column, columns as columnNames, type Row } from './rows.ts'

const rowHeight = 32

const useStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    minHeight: '200px',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    scrollPaddingTop: '36px',
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'grid',
    height: '36px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  headCell: { display: 'flex', alignItems: 'stretch', minWidth: 0 },
  sort: {
    flexGrow: 1,
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '0 10px',
    border: 'none',
    background: 'none',
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    textAlign: 'left',
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  body: { position: 'relative' },
  row: {
    position: 'absolute',
    left: 0,
    top: 0,
    width: '100%',
    height: `${rowHeight}px`,
    display: 'grid',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':hover > :first-child': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  here: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '& > :first-child': { backgroundColor: tokens.colorNeutralBackground1Selected },
  },
  cell: {
    padding: '0 10px',
    lineHeight: `${rowHeight - 1}px`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minWidth: 0,
  },
  name: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  headName: { position: 'sticky', left: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground2 },
  link: {
    color: tokens.colorNeutralForeground1,
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    lineHeight: `${rowHeight - 1}px`,
    ':hover': { color: tokens.colorBrandForegroundLink },
  },
})

/** A register of any length: only the rows in sight are drawn; names stay while the rest scrolls sideways. */
export const RegisterGrid = ({
  rows,
  columns,
  sort,
  down,
  onSort,
}: {
  rows: readonly Row[]
  columns: readonly Column[]
  sort: Column
  down: boolean
  onSort: (column: Column) => void
}) => {
  const styles = useStyles()
  const { href, go } = useGo()
  const scroll = useRef<HTMLDivElement>(null)
  const [here, setHere] = useState(0)
  const toFocus = useRef(false)
  const active = Math.min(here, Math.max(0, rows.length - 1))
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: 36,
  })
  const template = columns
    .map((column, i) =>
      i === columns.length - 1 ? `minmax(${widths[column]}px, 1fr)` : `${widths[column]}px`,
    )
    .join(' ')
  const width = columns.reduce((sum, column) => sum + widths[column], 0)

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    setHere(next)
    toFocus.current = true
    virtual.scrollToIndex(next)
  }
  useEffect(() => {
    if (!toFocus.current) return
    toFocus.current = false
    scroll.current?.querySelector<HTMLElement>('[data-here] a')?.focus({ preventScroll: true })
  })
  useKeys({ j: () => moveTo(active + 1), k: () => moveTo(active - 1) })

  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 15,
      PageUp: active - 15,
      Home: 0,
      End: rows.length - 1,
    }
    const step = steps[event.key]
    if (step === undefined || !(event.target as HTMLElement).closest('[data-row]')) return
    event.preventDefault()
    moveTo(step)
  }

  return (
    <div
      ref={scroll}
      className={styles.scroll}
      role="grid"
      aria-label="SEND register"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      onKeyDown={press}
    >
      <div role="rowgroup" style={{ minWidth: width }} className={styles.head}>
        <div role="row" aria-rowindex={1} style={{ display: 'grid', gridTemplateColumns: template }}>
          {columns.map((column, i) => (
            <div
              key={column}
              role="columnheader"
              aria-colindex={i + 1}
              aria-sort={sort === column ? (down ? 'descending' : 'ascending') : 'none'}
              className={mergeClasses(styles.headCell, i === 0 && styles.headName)}
            >
              <button type="button" className={styles.sort} onClick={() => onSort(column)}>
                {columnNames[column]}
                {sort === column &&
                  (down ? <ArrowDownRegular aria-hidden /> : <ArrowUpRegular aria-hidden />)}
              </button>
            </div>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className={styles.body}
        style={{ height: virtual.getTotalSize(), minWidth: width }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!
          const place = { at: 'pupil', key: row.pupil.key, section: 'thread' } as const
          return (
            <div
              key={row.pupil.key}
              role="row"
              data-row
              data-here={index === active ? '' : undefined}
              aria-rowindex={index + 2}
              className={mergeClasses(styles.row, index === active && styles.here)}
              style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
              onDoubleClick={() => go(place)}
            >
              {columns.map((column, i) =>
                column === 'name' ? (
                  <div
                    key={column}
                    role="rowheader"
                    aria-colindex={1}
                    className={mergeClasses(styles.cell, styles.name)}
                  >
                    <Link
                      className={styles.link}
                      href={href(place)}
                      tabIndex={index === active ? 0 : -1}
                      onFocus={() => setHere(index)}
                    >
                      <Name row={row} />
                    </Link>
                  </div>
                ) : (
                  <div key={column} role="gridcell" aria-colindex={i + 1} className={styles.cell}>
                    {cells[column](row)}
                  </div>
                ),
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
