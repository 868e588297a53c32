import { t } from '../../words/t.ts'
import {
  type ChangeEvent,
  type FocusEvent,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import { useHiddenDetails } from '../../ui/hiddenDetails.tsx'
import { useKeys } from '../../ui/keys.ts'
import { useServices } from '../../ui/services.tsx'
import { rowHeight } from '../../ui/tableStyles.ts'
import { type Column, columns as columnsOf } from './columns.ts'
import { useLook } from './gridStyles.ts'
import { RegisterHead } from './RegisterHead.tsx'
import { RegisterRow } from './RegisterRow.tsx'
import { useInSight } from './useInSight.ts'
import { useSlides } from './useSlides.ts'
import type { Row } from './rows.ts'
import type { Selection } from './selection.ts'

/** Which row an element is in. */
const indexOf = (element: Element): number =>
  Number(element.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? -1)

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
  const { school } = useServices()
  const { hidden } = useHiddenDetails()
  const scroll = useRef<HTMLDivElement>(null)
  const [here, setHere] = useState(0)
  const toFocus = useRef(false)
  const active = Math.min(here, Math.max(0, rows.length - 1))
  const { span, show } = useInSight(scroll, rows.length)
  const width = columns.reduce((sum, column) => sum + columnsOf[column].width, 0)
  const slides = useSlides(scroll, width)
  const look = useLook(slides)
  // The row where the keys stand is always in the page: the focus isn't lost while others scroll by, and Tab comes to it.
  const drawn = Array.from({ length: span.to - span.from }, (_, i) => span.from + i)
  if (active < span.from) drawn.unshift(active)
  else if (active >= span.to) drawn.push(active)

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    setHere(next)
    toFocus.current = true
    show(next)
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
  const toggle = useCallback((event: ChangeEvent<HTMLInputElement>) => {
    const row = latest.current.rows[indexOf(event.target)]
    if (row) latest.current.selection?.toggle(row.pupil.key)
  }, [])
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

  const stand = ({ target }: FocusEvent) => {
    const index = target.matches('[role=rowheader] a') ? indexOf(target) : -1
    if (index >= 0) setHere(index)
  }

  return (
    <div ref={scroll} className={look.scroll} data-register>
      <div
        role="table"
        className={look.table}
        style={{
          minWidth: width,
          ['--columns' as string]: columns
            .map((column, i) =>
              i === columns.length - 1
                ? `minmax(${columnsOf[column].width}px, 1fr)`
                : `${columnsOf[column].width}px`,
            )
            .join(' '),
        }}
        aria-label={t`SEND register`}
        aria-rowcount={rows.length + 1}
      >
        <RegisterHead
          rows={rows}
          columns={columns}
          sort={sort}
          down={down}
          keys={selection?.keys ?? null}
          look={look}
          onSelectAll={selectAll}
          onSort={sortBy}
        />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move between links in it */}
        <div
          role="rowgroup"
          className={look.body}
          style={{ height: rows.length * rowHeight }}
          onKeyDown={press}
          onFocus={stand}
        >
          {drawn.map((index) => {
            const row = rows[index]
            return (
              row && (
                <RegisterRow
                  key={row.pupil.key}
                  row={row}
                  index={index}
                  here={index === active}
                  columns={columns}
                  look={look}
                  school={school.id}
                  hidden={hidden}
                  ticked={selection?.keys.has(row.pupil.key)}
                  onTick={toggle}
                />
              )
            )
          })}
        </div>
      </div>
    </div>
  )
}
