import { t } from '../../words/t.ts'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useKeys } from '../../ui/keys.ts'
import { headHeight, rowHeight, useTableStyles } from '../../ui/tableStyles.ts'
import { type Column, columns as columnsOf } from './columns.ts'
import { RegisterHead } from './RegisterHead.tsx'
import { RegisterRow } from './RegisterRow.tsx'
import { useSlides } from './useSlides.ts'
import type { Row } from './rows.ts'
import type { Selection } from './selection.ts'

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
  const width = columns.reduce((sum, column) => sum + columnsOf[column].width, 0)
  const slides = useSlides(scroll, width)
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
  // One function for all draws: the head, and a row whose own facts are the same, are not drawn anew.
  const latest = useRef({ selection, rows, onSort })
  useEffect(() => {
    latest.current = { selection, rows, onSort }
  })
  const toggle = useCallback((key: string) => latest.current.selection?.toggle(key), [])
  const selectAll = useCallback(() => latest.current.selection?.toggleAll(latest.current.rows), [])
  const sortBy = useCallback((column: Column) => latest.current.onSort(column), [])
  const tick = () => {
    const row = rows[active]
    if (row) selection?.toggle(row.pupil.key)
  }
  useKeys({ j: () => moveTo(active + 1), k: () => moveTo(active - 1), ...(selection ? { x: tick } : {}) })

  const press = (event: KeyboardEvent) => {
    // On the box itself the browser does this.
    if (event.key === ' ' && selection && (event.target as HTMLElement).closest('[data-row] a')) {
      event.preventDefault()
      return tick()
    }
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
        style={{ minWidth: width }}
        aria-label={t`SEND register`}
        aria-rowcount={rows.length + 1}
      >
        <RegisterHead
          rows={rows}
          columns={columns}
          sort={sort}
          down={down}
          keys={selection?.keys ?? null}
          onSelectAll={selectAll}
          onSort={sortBy}
        />
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
              slides={slides}
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
