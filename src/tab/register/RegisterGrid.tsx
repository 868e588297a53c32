import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useKeys } from '../../ui/keys.ts'
import { headHeight, rowHeight, useTableStyles } from '../../ui/tableStyles.ts'
import { type Column, columns as columnsOf } from './columns.ts'
import { RegisterRow } from './RegisterRow.tsx'
import type { Row } from './rows.ts'
import { type Selection, tickedAmong } from './selection.ts'

const useStyles = makeStyles({
  both: { display: 'flex', height: '100%', alignItems: 'center' },
  box: { margin: '0 -6px 0 2px', '& > div': { margin: '6px' } },
  sort: {
    width: '100%',
    height: '100%',
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
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
})

/** A register of any length: only the rows in sight are drawn; names stay while the rest scrolls sideways. */
export const RegisterGrid = ({
  rows,
  columns,
  sort,
  down,
  selection,
  onSort,
}: {
  rows: readonly Row[]
  columns: readonly Column[]
  sort: Column
  down: boolean
  /** Null where nothing can be done with many rows. */
  selection: Selection | null
  onSort: (column: Column) => void
}) => {
  const styles = useStyles()
  const table = useTableStyles()
  const scroll = useRef<HTMLDivElement>(null)
  const [here, setHere] = useState(0)
  const toFocus = useRef(false)
  const active = Math.min(here, Math.max(0, rows.length - 1))
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised over what it answers
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: headHeight,
  })
  const seen = virtual.getVirtualItems()
  const above = seen[0]?.start ?? 0
  const below = virtual.getTotalSize() - (seen.at(-1)?.end ?? 0)

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    setHere(next)
    toFocus.current = true
    virtual.scrollToIndex(next)
  }
  useEffect(() => {
    const link = toFocus.current && scroll.current?.querySelector<HTMLElement>('[data-here] a')
    if (!link) return
    toFocus.current = false
    link.focus({ preventScroll: true })
  })
  // One function for all draws: a row whose own facts are the same is not drawn anew.
  const latest = useRef(selection)
  useEffect(() => {
    latest.current = selection
  })
  const toggle = useCallback((key: string) => latest.current?.toggle(key), [])
  const tick = () => {
    const row = rows[active]
    if (row) selection?.toggle(row.pupil.key)
  }
  useKeys({ j: () => moveTo(active + 1), k: () => moveTo(active - 1), ...(selection ? { x: tick } : {}) })

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
    <div ref={scroll} className={table.scroll} data-register>
      <table
        className={table.table}
        style={{ minWidth: columns.reduce((sum, column) => sum + columnsOf[column].width, 0) }}
        aria-label="SEND register"
        aria-rowcount={rows.length + 1}
      >
        <colgroup>
          {columns.map((column, i) => (
            <col
              key={column}
              style={i === columns.length - 1 ? undefined : { width: columnsOf[column].width }}
            />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column, i) => (
              <th
                key={column}
                scope="col"
                aria-sort={sort === column ? (down ? 'descending' : 'ascending') : 'none'}
                className={mergeClasses(table.head, i === 0 && table.headFirst)}
              >
                <span className={styles.both}>
                  {i === 0 && selection && (
                    <Checkbox
                      className={styles.box}
                      aria-label="Select all shown"
                      checked={tickedAmong(rows, selection.keys)}
                      onChange={() => selection.toggleAll(rows)}
                    />
                  )}
                  <button type="button" className={styles.sort} onClick={() => onSort(column)}>
                    {columnsOf[column].words}
                    {sort === column &&
                      (down ? <ArrowDownRegular aria-hidden /> : <ArrowUpRegular aria-hidden />)}
                  </button>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move between links in it */}
        <tbody onKeyDown={press}>
          {above > 0 && <Space height={above} />}
          {seen.map(({ index }) => (
            <RegisterRow
              key={rows[index]!.pupil.key}
              row={rows[index]!}
              index={index}
              here={index === active}
              columns={columns}
              ticked={selection?.keys.has(rows[index]!.pupil.key)}
              onTick={toggle}
              onHere={setHere}
            />
          ))}
          {below > 0 && <Space height={below} />}
        </tbody>
      </table>
    </div>
  )
}

/** Stands for the rows that are not drawn. */
const Space = ({ height }: { height: number }) => <tr aria-hidden style={{ height }} />
