import type { RowAt } from '../documents/rows/documentTables.ts'
import type { GoneRow } from '../documents/rows/goneRows.ts'
import type { NewCell, NewRow } from '../documents/rows/missingRows.ts'
import type { Bound } from '../documents/blocks.ts'
import type { RowToBind } from '../documents/rows/rowToBind.ts'
import { Problem } from '../domain/problem.ts'
import { grouped } from '../domain/grouped.ts'
import { inOffice } from './office.ts'

export type RowWork = {
  readonly add?: readonly NewRow[]
  readonly bind?: readonly RowToBind[]
  readonly remove?: readonly GoneRow[]
}
export type RowsDone = {
  readonly added: readonly NewRow[]
  readonly bound: readonly RowToBind[]
  readonly removed: readonly GoneRow[]
  /** Somebody typed in the row: a person takes it out, or keeps it. */
  readonly typed: readonly GoneRow[]
  /** The table is another than was read, as somebody worked in the document meanwhile: read again. */
  readonly moved: readonly (NewRow | RowToBind | GoneRow)[]
  /** Track changes is on: what was added and removed is marked as a change. */
  readonly tracked: boolean
}

const has = (version: string) => Office.context.requirements.isSetSupported('WordApi', version)

/** Whether this Word lets a program put rows and controls into tables. */
export const changesRows = (): boolean => has('1.3')

/** Word's own signs for a space, a line's end or a hyphen that doesn't break are none of the text's. */
const alike = (cells: readonly string[]): string =>
  cells
    .map((cell) => cell.replace(/[\s\u00A0\u202F]+/g, '').replace(/[\u2010\u2011]/g, '-'))
    .join('|')
    .toLowerCase()

type Tables = readonly { readonly table: Word.Table; readonly rows: readonly string[] }[]

/** Which table and row that is now: where it was read, or the one row anywhere that says the same. */
const findRow = (tables: Tables, at: RowAt): { readonly table: number; readonly row: number } | null => {
  const wanted = alike(at.cells)
  if (tables[at.table]?.rows[at.row] === wanted) return { table: at.table, row: at.row }
  const found = tables.flatMap(({ rows }, table) =>
    rows.flatMap((said, row) => (said === wanted ? [{ table, row }] : [])),
  )
  return found.length === 1 ? found[0]! : null
}

const textOf = (cell: NewCell): string => ('bound' in cell ? cell.bound.text : cell.text)

/** Several lines want a control that holds paragraphs; every other text is one line and plain. */
const controlAround = (range: Word.Range, { kind }: Bound): Word.ContentControl =>
  has('1.5')
    ? range.insertContentControl(
        (kind === 'lines' ? 'RichText' : 'PlainText') as Word.ContentControlType.plainText,
      )
    : range.insertContentControl()

const named = (control: Word.ContentControl, { tag, title, placeholder, text }: Bound): void => {
  control.tag = tag
  control.title = title
  // Word in a browser refuses to set a placeholder, and shows its own.
  if (text === '' && Office.context.platform !== Office.PlatformType.OfficeOnline)
    control.placeholderText = placeholder
}

/** Puts a field into a cell. `stands`: its text is there already, as the only paragraph of the cell. */
const fill = (cell: Word.TableCell, wanted: NewCell, stands: boolean): void => {
  if (!stands) cell.body.clear()
  const paragraph = cell.body.paragraphs.getFirst()
  if (!('bound' in wanted)) {
    if (!stands && wanted.text !== '') paragraph.insertText(wanted.text, 'Start')
    return
  }
  const control = controlAround(paragraph.getRange('Content'), wanted.bound)
  named(control, wanted.bound)
  if (!stands && wanted.bound.text !== '') control.insertText(wanted.bound.text, 'Replace')
}

const oneLine = (cell: NewCell) => !/[\r\n]/.test(textOf(cell))

const addRows = (
  table: Word.Table,
  row: number,
  where: 'before' | 'after',
  rows: readonly NewRow[],
): void => {
  const values = rows.map(({ cells }) => cells.map((cell) => (oneLine(cell) ? textOf(cell) : '')))
  table.getCell(row, 0).insertRows(where === 'before' ? 'Before' : 'After', rows.length, values)
  const first = where === 'before' ? row : row + 1
  for (const [nth, { cells }] of rows.entries())
    for (const [column, cell] of cells.entries())
      if ('bound' in cell || !oneLine(cell)) fill(table.getCell(first + nth, column), cell, oneLine(cell))
}

const bindRow = (table: Word.Table, row: number, { at, cells, hasControls }: RowToBind): void => {
  for (const [column, cell] of cells.entries()) {
    if (!cell || column >= at.cells.length) continue
    // A cell that says so already keeps its look and its comments: the control goes around what stands there.
    const stands =
      !hasControls &&
      oneLine(cell) &&
      alike([textOf(cell)]) === alike([at.cells[column]!]) &&
      !/\n/.test(at.cells[column]!)
    fill(table.getCell(row, column), cell, stands)
  }
}

/**
 * Adds rows of records to the tables of the open document with each field in a control, gives controls to rows that
 * people typed, and takes away rows of records that are gone where nobody typed in them. One round trip reads the
 * tables and one writes, whatever the number; no other row is touched. Rows whose place can't be found for certain are
 * left and told. Problem `unsupported` below WordApi 1.3, `refused` where the document is protected; then nothing was
 * done.
 */
export const changeRows = ({ add = [], bind = [], remove = [] }: RowWork): Promise<RowsDone> => {
  const what = 'Putting rows into this document (it needs a newer Word; Insert and Download still work)'
  const typed = remove.filter((row) => row.typed)
  const free = remove.filter((row) => !row.typed)
  if (add.length + bind.length + free.length === 0)
    return Promise.resolve({ added: [], bound: [], removed: [], typed, moved: [], tracked: false })
  if (!changesRows())
    return Promise.reject(new Problem({ code: 'unsupported', what }, 'WordApi 1.3 is missing'))
  return inOffice('Putting rows into this document', () =>
    Word.run(async (context) => {
      const all = context.document.body.tables
      all.load('items/values,items/nestingLevel')
      const asksTracking = has('1.4')
      if (asksTracking) context.document.load('changeTrackingMode')
      await context.sync()
      const tables: Tables = all.items
        .filter(({ nestingLevel }) => nestingLevel === 1)
        .map((table) => ({ table, rows: table.values.map(alike) }))

      type Job =
        | { readonly is: 'add'; readonly where: 'before' | 'after'; readonly rows: readonly NewRow[] }
        | { readonly is: 'bind'; readonly row: RowToBind }
        | { readonly is: 'remove'; readonly row: GoneRow }
      const moved: (NewRow | RowToBind | GoneRow)[] = []
      const jobs: { readonly table: number; readonly row: number; readonly job: Job }[] = []
      for (const rows of grouped(
        add,
        ({ beside, where }) => `${beside.table} ${beside.row} ${where}`,
      ).values()) {
        const place = findRow(tables, rows[0]!.beside)
        if (place) jobs.push({ ...place, job: { is: 'add', where: rows[0]!.where, rows } })
        else moved.push(...rows)
      }
      for (const row of bind) {
        const place = findRow(tables, row.at)
        if (place) jobs.push({ ...place, job: { is: 'bind', row } })
        else moved.push(row)
      }
      for (const row of free) {
        const place = findRow(tables, row.at)
        if (place) jobs.push({ ...place, job: { is: 'remove', row } })
        else moved.push(row)
      }
      // From the last row up, so that no row that is still to be found has moved: under a row before the row itself.
      const order = ({ job }: (typeof jobs)[number]) =>
        job.is === 'add' ? (job.where === 'after' ? 0 : 2) : job.is === 'bind' ? 1 : 3
      // What was put in above a row has moved it down before it goes.
      const above = (table: number, row: number) =>
        jobs.reduce(
          (sum, one) =>
            one.table === table && one.row === row && one.job.is === 'add' && one.job.where === 'before'
              ? sum + one.job.rows.length
              : sum,
          0,
        )
      const inOrder = jobs.toSorted((a, b) => a.table - b.table || b.row - a.row || order(a) - order(b))
      for (const { table: index, row, job } of inOrder) {
        const { table } = tables[index]!
        if (job.is === 'add') addRows(table, row, job.where, job.rows)
        else if (job.is === 'bind') bindRow(table, row, job.row)
        else table.deleteRows(row + above(index, row), 1)
      }
      if (jobs.length > 0) await context.sync()
      const done = <I extends Job['is']>(is: I) =>
        inOrder.flatMap(({ job }) => (job.is === is ? [job as Extract<Job, { is: I }>] : []))
      return {
        added: done('add').flatMap(({ rows }) => rows),
        bound: done('bind').map(({ row }) => row),
        removed: done('remove').map(({ row }) => row),
        typed,
        moved,
        tracked: asksTracking && context.document.changeTrackingMode !== 'Off',
      }
    }),
  )
}
