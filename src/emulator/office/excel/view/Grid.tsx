import { makeStyles, tokens } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, memo, useEffect, useMemo, useRef } from 'react'
import { type BookSheet, type Box, lettersOf, spot, usedBox } from '../book.ts'
import type { ExcelModel } from '../excelModel.ts'
import { heightOf } from '../fit.ts'
import { cellView } from './cellView.ts'

const numberWidth = 44
const letterHeight = 22

const useStyles = makeStyles({
  // A workbook's paper stays white whatever the theme, as in Excel.
  grid: {
    position: 'relative',
    overflow: 'auto',
    height: '100%',
    minHeight: 0,
    backgroundColor: '#ffffff',
    color: '#000000',
    fontFamily: 'Calibri, Carlito, Arial, sans-serif',
    fontSize: '14.6px',
    lineHeight: '18px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  top: { position: 'sticky', top: '0', zIndex: 3, backgroundColor: '#ffffff' },
  frozen: { boxShadow: '0 1px 0 #8a8a8a' },
  row: { display: 'flex', position: 'relative' },
  letter: {
    boxSizing: 'border-box',
    flexShrink: 0,
    height: `${letterHeight}px`,
    textAlign: 'center',
    fontSize: '12px',
    lineHeight: `${letterHeight}px`,
    backgroundColor: '#f3f2f1',
    color: '#424242',
    borderRight: '1px solid #d1d1d1',
    borderBottom: '1px solid #d1d1d1',
  },
  number: {
    boxSizing: 'border-box',
    flexShrink: 0,
    width: `${numberWidth}px`,
    position: 'sticky',
    left: '0',
    zIndex: 2,
    textAlign: 'center',
    fontSize: '12px',
    backgroundColor: '#f3f2f1',
    color: '#424242',
    borderRight: '1px solid #d1d1d1',
    borderBottom: '1px solid #d1d1d1',
  },
  cell: { boxSizing: 'border-box', flexShrink: 0, padding: '1px 3px', position: 'relative', cursor: 'cell' },
  mark: { color: '#424242', fontSize: '9px', position: 'absolute', right: '2px', bottom: '0' },
})

type Columns = readonly { at: number; width: number; left: number; stuck: boolean }[]

const Cells = memo(
  ({
    sheet,
    row,
    columns,
    tableHeads,
    selected,
    onSelect,
    onEdit,
  }: {
    sheet: BookSheet
    row: number
    columns: Columns
    tableHeads: ReadonlySet<number>
    selected: Box
    version: number
    onSelect: (row: number, column: number) => void
    onEdit: () => void
  }) => {
    const styles = useStyles()
    const height = heightOf(sheet, row)
    return (
      <>
        <div
          role="rowheader"
          className={styles.number}
          style={{ height, lineHeight: `${Math.min(height, 20)}px` }}
        >
          {row + 1}
        </div>
        {columns.map(({ at, width, left, stuck }, index) => {
          const next = columns[index + 1]
          const view = cellView(sheet, row, at, next ? sheet.cells.get(spot(row, next.at)) : undefined)
          const chosen = selected.top === row && selected.left === at
          const style: CSSProperties = {
            ...view.style,
            width,
            height,
            ...(stuck && {
              position: 'sticky',
              left: numberWidth + left,
              zIndex: 1,
              backgroundColor: view.style.backgroundColor ?? '#ffffff',
            }),
            ...(chosen && { boxShadow: 'inset 0 0 0 2px #107c41' }),
          }
          return (
            // The grid itself has the focus and the keys; a cell is only pointed at.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={at}
              id={`cell-${row}-${at}`}
              role="gridcell"
              aria-selected={chosen}
              aria-label={`${lettersOf(at)}${row + 1} ${view.text}`}
              className={styles.cell}
              style={style}
              onClick={() => onSelect(row, at)}
              onDoubleClick={onEdit}
            >
              {view.text}
              {tableHeads.has(spot(row, at)) && (
                <span aria-hidden className={styles.mark}>
                  ▼
                </span>
              )}
            </div>
          )
        })}
      </>
    )
  },
)

/** How many rows and which columns are drawn, and which cells head a table, as the sheet is at one version of it. */
const gridLayout = (model: ExcelModel, sheet: BookSheet, version: number) => {
  const used = usedBox(sheet)
  const columns: { at: number; width: number; left: number; stuck: boolean }[] = []
  let left = 0
  for (let at = 0; at <= Math.max(14, (used?.right ?? 0) + 2); at++) {
    const { width = 64, hidden } = sheet.columns.get(at) ?? {}
    if (hidden) continue
    columns.push({ at, width, left, stuck: at < sheet.frozen.columns })
    left += width
  }
  const tableHeads = new Set<number>()
  for (const { sheet: on, box } of model.book.tables)
    if (on === sheet) for (let at = box.left; at <= box.right; at++) tableHeads.add(spot(box.top, at))
  return { version, lastRow: Math.max(40, (used?.bottom ?? 0) + 15), columns, tableHeads }
}

/** The open sheet as a grid: its formats, its frozen rows and columns, one selected cell. */
export const Grid = ({
  model,
  sheet,
  version,
  onSelect,
  onEdit,
  onClear,
  onStrike,
}: {
  model: ExcelModel
  sheet: BookSheet
  version: number
  onSelect: (row: number, column: number) => void
  /** Begins editing; with a character, what is in the cell is typed over. */
  onEdit: (typed?: string) => void
  onClear: () => void
  /** Ctrl+5. */
  onStrike: () => void
}) => {
  const styles = useStyles()
  const scroller = useRef<HTMLDivElement>(null)
  const { lastRow, columns, tableHeads } = useMemo(
    () => gridLayout(model, sheet, version),
    [model, sheet, version],
  )
  const width = numberWidth + columns.reduce((sum, column) => sum + column.width, 0)
  const stuckRows = Array.from({ length: sheet.frozen.rows }, (_, row) => row)
  const stuckHeight = letterHeight + stuckRows.reduce((sum, row) => sum + heightOf(sheet, row), 0)
  const rows = useVirtualizer({
    count: lastRow - sheet.frozen.rows,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => heightOf(sheet, at + sheet.frozen.rows),
    overscan: 12,
    scrollPaddingStart: stuckHeight,
  })
  useEffect(() => rows.measure(), [rows, sheet, version])
  const { selected } = model
  const common = { sheet, columns, tableHeads, selected, version, onSelect, onEdit: () => onEdit() }

  const move = (down: number, across: number): void => {
    const index = columns.findIndex(({ at }) => at === selected.left)
    const next = columns[Math.min(columns.length - 1, Math.max(0, index + across))]
    const row = Math.min(lastRow - 1, Math.max(0, selected.top + down))
    onSelect(row, next?.at ?? selected.left)
    if (row >= sheet.frozen.rows) rows.scrollToIndex(row - sheet.frozen.rows)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Record<string, [number, number]> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageDown: [20, 0],
      PageUp: [-20, 0],
    }
    const step = steps[event.key]
    if (step) move(...step)
    else if (event.key === 'Enter' || event.key === 'F2') onEdit()
    else if (event.key === '5' && (event.ctrlKey || event.metaKey)) onStrike()
    else if (event.key === 'Delete' || event.key === 'Backspace') onClear()
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) onEdit(event.key)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      aria-label={`Sheet ${sheet.name}`}
      aria-rowcount={lastRow}
      aria-colcount={columns.length}
      aria-activedescendant={`cell-${selected.top}-${selected.left}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div style={{ width, minWidth: '100%' }}>
        <div className={`${styles.top} ${stuckRows.length > 0 ? styles.frozen : ''}`} style={{ width }}>
          <div role="row" className={styles.row}>
            <div className={styles.number} style={{ height: letterHeight }} />
            {columns.map(({ at, width: wide, left, stuck }) => (
              <div
                key={at}
                role="columnheader"
                className={styles.letter}
                style={{
                  width: wide,
                  ...(stuck && { position: 'sticky', left: numberWidth + left, zIndex: 1 }),
                }}
              >
                {lettersOf(at)}
              </div>
            ))}
          </div>
          {stuckRows.map((row) => (
            <div key={row} role="row" className={styles.row}>
              <Cells {...common} row={row} />
            </div>
          ))}
        </div>
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map((item) => (
            <div
              key={item.key}
              role="row"
              className={styles.row}
              style={{ position: 'absolute', top: 0, transform: `translateY(${item.start}px)`, width }}
            >
              <Cells {...common} row={item.index + sheet.frozen.rows} />
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
