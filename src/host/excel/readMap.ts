import { type Base, readBase } from '../../documents/mapBack/base.ts'
import { foldHeading, isCalculated } from '../../documents/mapBack/columns.ts'
import { type MapFacts, readFacts } from '../../documents/mapBack/facts.ts'
import { findTable, headingRow } from '../../documents/mapBack/findTable.ts'
import type { CellRead, RowRead, TableRead } from '../../documents/mapBack/readTable.ts'
import { sheetFields, headingOf } from '../../documents/mapBack/sheetFields.ts'
import { heads } from '../../documents/provisionMap/mapColumns.ts'
import { mapNames } from '../../documents/provisionMap/names.ts'
import type { FoundMap } from '../excel.ts'
import { runExcel } from './runExcel.ts'

/** Rows that one round trip reads: answers stay well under the 5 MB that the web gives. */
const rowsInTrip = 5_000
const baseRowsInTrip = 30_000

/** Where the base has the value of a field of a line: rows of its table, counting from 0. */
export type BasePlaces = { readonly table: string; readonly rows: ReadonlyMap<string, number> }
export const basePlace = (key: string, field: string): string => `${key} ${field}`

export type MapReading =
  | { readonly is: 'none'; readonly words: string }
  | {
      readonly is: 'read'
      readonly table: TableRead
      /** Null where the table is plain cells now: nothing can be written back to it. */
      readonly tableName: string | null
      readonly base: Base | null
      readonly basePlaces: BasePlaces | null
      readonly facts: MapFacts | null
      /** Rows of the sheet that a filter or a hand hides: they were read like the others. */
      readonly hiddenRows: number
      readonly filtered: boolean
      readonly notes: readonly string[]
    }

type Grid = CellRead['value'][][]

const columnsToRead = (headers: readonly string[]): { readonly at: number; readonly formulas: boolean }[] => {
  const ours = new Set(sheetFields.map((field) => foldHeading(headingOf(field))))
  return headers.flatMap((head, at) =>
    isCalculated(head) ? [] : [{ at, formulas: ours.has(foldHeading(head)) }],
  )
}

/** The rows of a range of the sheet, column by column, with formulas where a person may have typed one. */
const readRows = async (
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: { readonly row: number; readonly column: number; readonly rows: number },
  headers: readonly string[],
  onProgress?: (done: number, of: number) => void,
): Promise<{ rows: RowRead[]; hidden: number }> => {
  const wanted = columnsToRead(headers)
  const marked = [heads.pupil, heads.provision].flatMap((head) => {
    const at = headers.findIndex((one) => foldHeading(one) === foldHeading(head))
    return at < 0 ? [] : [at]
  })
  const rows: RowRead[] = []
  let hidden = 0
  for (let from = 0; from < area.rows; from += rowsInTrip) {
    const count = Math.min(rowsInTrip, area.rows - from)
    const top = area.row + from
    const columns = wanted.map(({ at, formulas }) => {
      const range = sheet.getRangeByIndexes(top, area.column + at, count, 1)
      range.load(formulas ? 'values,formulas' : 'values')
      return { at, formulas, range }
    })
    const struck = marked.map((at) =>
      sheet
        .getRangeByIndexes(top, area.column + at, count, 1)
        .getCellProperties({ format: { font: { strikethrough: true } } }),
    )
    const shown = sheet.getRangeByIndexes(top, area.column, count, 1).getRowProperties({ rowHidden: true })
    await context.sync()
    hidden += shown.value.filter(({ rowHidden }) => rowHidden === true).length
    for (let down = 0; down < count; down++) {
      const cells: CellRead[] = headers.map(() => ({ value: '' }))
      for (const { at, formulas, range } of columns) {
        const value = (range.values as Grid)[down]![0]!
        const formula = formulas ? (range.formulas as unknown[][])[down]![0] : undefined
        cells[at] =
          typeof formula === 'string' && formula.startsWith('=') && formula !== value
            ? { value, formula }
            : { value }
      }
      rows.push({
        at: top + down,
        cells,
        struck: struck.some(({ value }) => value[down]?.[0]?.format?.font?.strikethrough === true),
      })
    }
    onProgress?.(Math.min(area.rows, from + count), area.rows)
  }
  return { rows, hidden }
}

const readBaseTable = async (
  context: Excel.RequestContext,
  name: string,
): Promise<{ base: Base; places: BasePlaces } | null> => {
  const table = context.workbook.tables.getItemOrNullObject(name)
  const head = table.getHeaderRowRange()
  head.load('values')
  const body = table.getDataBodyRange()
  body.load('rowIndex,columnIndex,rowCount,columnCount')
  table.load('name,worksheet/name')
  await context.sync()
  if (table.isNullObject) return null
  const sheet = context.workbook.worksheets.getItem(table.worksheet.name)
  const grid: Grid = []
  for (let from = 0; from < body.rowCount; from += baseRowsInTrip) {
    const range = sheet.getRangeByIndexes(
      body.rowIndex + from,
      body.columnIndex,
      Math.min(baseRowsInTrip, body.rowCount - from),
      body.columnCount,
    )
    range.load('values')
    await context.sync()
    // One by one: a spread of so many rows would be more arguments than a call takes.
    for (const row of range.values as Grid) grid.push(row)
  }
  const base = readBase((head.values as string[][])[0]!.map(String), grid)
  if (!base) return null
  const rows = new Map(grid.map((row, at) => [basePlace(String(row[0]).trim(), String(row[1])), at]))
  return { base, places: { table: name, rows } }
}

/**
 * Reads a map of ours out of the open workbook: its table wherever it is now and whatever it is called, all of its rows,
 * and what its cells said when they were last written. Nothing is changed. A table that is gone is said.
 */
export const readMap = (
  map: FoundMap,
  onProgress?: (done: number, of: number) => void,
): Promise<MapReading> =>
  runExcel(async (context): Promise<MapReading> => {
    const names = mapNames(map.copy)
    const { tables } = context.workbook
    tables.load('items/name,items/worksheet/name')
    await context.sync()
    // Other tables of ours look like the map's: what would come of a scenario is not sent.
    const ours = new Set(
      Object.entries(names).flatMap(([id, name]) =>
        typeof name === 'string' && id !== 'map' ? [name.toLowerCase()] : [],
      ),
    )
    const seen = tables.items
      .filter(({ name }) => !ours.has(name.toLowerCase()))
      .map((table) => {
        const range = table.getHeaderRowRange()
        range.load('values,rowIndex,columnIndex')
        const body = table.getDataBodyRange()
        body.load('rowCount')
        table.autoFilter.load('isDataFiltered')
        return { table, range, body }
      })
    await context.sync()
    const found = findTable(
      seen.map(({ table, range }) => ({
        name: table.name,
        sheet: table.worksheet.name,
        headers: (range.values as unknown[][])[0]!.map(String),
      })),
      { table: names.map, sheet: map.mapSheet },
    )
    const facts = map.facts === null ? null : readFacts(map.facts)
    if (found.is === 'none') return found
    const kept = await readBaseTable(context, names.base)
    const common = { base: kept?.base ?? null, basePlaces: kept?.places ?? null, facts }
    if (found.is === 'cells') {
      const sheet = context.workbook.worksheets.getItem(found.sheet)
      const used = sheet.getUsedRangeOrNullObject()
      used.load('rowIndex,columnIndex,rowCount,columnCount')
      await context.sync()
      const gone = {
        is: 'none' as const,
        words: `The map’s table is gone from the sheet “${found.sheet}”, and so are its headings. Undo in Excel until it is back, or insert the map anew.`,
      }
      if (used.isNullObject) return gone
      const top = sheet.getRangeByIndexes(
        used.rowIndex,
        used.columnIndex,
        Math.min(20, used.rowCount),
        used.columnCount,
      )
      top.load('values')
      await context.sync()
      const at = headingRow(top.values as unknown[][])
      if (at < 0) return gone
      const headers = (top.values as unknown[][])[at]!.map(String)
      const row = used.rowIndex + at + 1
      const { rows, hidden } = await readRows(
        context,
        sheet,
        { row, column: used.columnIndex, rows: used.rowIndex + used.rowCount - row },
        headers,
        onProgress,
      )
      return {
        is: 'read',
        ...common,
        table: { sheet: found.sheet, name: names.map, left: used.columnIndex, headers, rows },
        tableName: null,
        hiddenRows: hidden,
        filtered: false,
        notes: [
          'The map’s table was turned into plain cells. They were read by their headings; a refresh needs the table.',
        ],
      }
    }
    const { table, range, body } = seen.find((one) => one.table.name === found.name)!
    const headers = (range.values as unknown[][])[0]!.map(String)
    const sheet = context.workbook.worksheets.getItem(table.worksheet.name)
    const { rows, hidden } = await readRows(
      context,
      sheet,
      { row: range.rowIndex + 1, column: range.columnIndex, rows: body.rowCount },
      headers,
      onProgress,
    )
    return {
      is: 'read',
      ...common,
      table: { sheet: table.worksheet.name, name: table.name, left: range.columnIndex, headers, rows },
      tableName: table.name,
      hiddenRows: hidden,
      filtered: table.autoFilter.isDataFiltered === true,
      notes: found.note ? [found.note] : [],
    }
  })
