import { foldHeading } from '../../documents/mapBack/columns.ts'
import type { SheetWrites } from '../../documents/mapBack/sheetWrites.ts'
import { heads } from '../../documents/provisionMap/mapColumns.ts'
import { columnLetters, type Plain } from '../../documents/xlsx/model.ts'
import type { BasePlaces } from './readMap.ts'
import { basePlace } from './readMap.ts'
import { ownRows } from './ownRows.ts'
import { written } from './rectangles.ts'
import { runExcel, suspend } from './runExcel.ts'

/** Each write of a cell takes about 300 characters of a request; the web takes 5 MB. */
const writesInTrip = 4_000

type Found = { readonly row: number; readonly column: number; readonly value: Plain }

/** Cells below each other are one write. */
const inRuns = (cells: readonly Found[]): { row: number; column: number; values: Plain[] }[] => {
  const runs: { row: number; column: number; values: Plain[] }[] = []
  for (const { row, column, value } of cells.toSorted((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs.at(-1)
    if (last?.column === column && last.row + last.values.length === row) last.values.push(value)
    else runs.push({ row, column, values: [value] })
  }
  return runs
}

const emptied = (value: Plain): Plain => (value === null ? '' : written(value))

/** What could not be written, for the person. */
export type Unwritten = {
  /** Rows that a filtered table does not give up. */
  readonly kept: number
  /** New rows that are not where they were, so that their key could not be written. */
  readonly lost: number
  /** Rows with one record key of which nobody can tell any more which is the line's: nothing was written in them. */
  readonly unsure: readonly string[]
}

/**
 * Writes into the map's table and its base, and into nothing else: other columns, formulas, formats, filters, widths and
 * comments stay. Rows are found by their record keys as they stand now, a key that stands in several rows by what is in
 * them. New rows come at the end, with the formulas of
 * `formulas` by heading.
 */
export const writeMap = (
  tableName: string,
  writes: SheetWrites,
  places: BasePlaces | null,
  formulas: ReadonlyMap<string, string> = new Map(),
): Promise<Unwritten> =>
  runExcel(async (context): Promise<Unwritten> => {
    const table = context.workbook.tables.getItem(tableName)
    const head = table.getHeaderRowRange()
    head.load('values,rowIndex,columnIndex')
    const body = table.getDataBodyRange()
    body.load('rowCount')
    table.load('worksheet/name')
    table.autoFilter.load('isDataFiltered')
    await context.sync()
    const headers = (head.values as unknown[][])[0]!.map(String)
    const columnOf = (heading: string) =>
      headers.findIndex((one) => foldHeading(one) === foldHeading(heading))
    const sheet = context.workbook.worksheets.getItem(table.worksheet.name)
    const first = head.rowIndex + 1
    const read = (heading: string) => {
      const at = columnOf(heading)
      if (at < 0) return null
      const range = sheet.getRangeByIndexes(first, head.columnIndex + at, body.rowCount, 1)
      range.load('values')
      return range
    }
    const [keyRange, pupilRange] = [read(writes.keyHeading), read(heads.pupil)]
    await context.sync()
    const textsOf = (range: Excel.Range | null) =>
      range ? (range.values as unknown[][]).map(([value]) => String(value).trim()) : []
    const keys = textsOf(keyRange).map((key) => key.toUpperCase())
    const pupils = textsOf(pupilRange)
    const cells: Found[] = []
    const put = (at: number, heading: string, value: Plain) => {
      const column = columnOf(heading)
      if (column >= 0)
        cells.push({ row: first + at, column: head.columnIndex + column, value: emptied(value) })
    }
    let lost = 0
    const takenRows = new Set<number>()
    for (const { row, says, key, pupilKey } of writes.keys) {
      const fits = (at: number) => pupils[at] === says && !takenRows.has(at)
      const near = row - first
      const others = pupils.flatMap((_, at) => (fits(at) && keys[at] === '' ? [at] : []))
      const at = fits(near) ? near : others.length === 1 ? others[0]! : -1
      if (at < 0) lost += 1
      else {
        takenRows.add(at)
        put(at, writes.keyHeading, key)
        put(at, heads.pupilKey, pupilKey)
        // A copied row had the key of the row that it was copied from, which is another's still.
        keys[at] = key
      }
    }
    const wanted = new Set([...writes.cells.map(({ key }) => key), ...writes.remove])
    const wholeRows = async (places: readonly number[]) => {
      const ranges = places.map((at) => {
        const range = sheet.getRangeByIndexes(first + at, head.columnIndex, 1, headers.length)
        range.load('values')
        return range
      })
      if (ranges.length > 0) await context.sync()
      return ranges.map((range) => (range.values as unknown[][])[0]!)
    }
    const { rowOf, copies, unsure } = await ownRows(keys, writes, wanted, headers, first, wholeRows)
    for (const at of copies) {
      put(at, writes.keyHeading, '')
      put(at, heads.pupilKey, '')
    }
    for (const { key, heading, value } of writes.cells) {
      const at = rowOf.get(key)
      if (at !== undefined) put(at, heading, value)
    }

    const filtered = table.autoFilter.isDataFiltered === true
    const doubtful = new Set(unsure.map((at) => keys[at]!))
    // What could not be written or taken out is remembered as it was, or the next look would blame the sheet.
    const forget = new Set(writes.forget.filter((key) => !doubtful.has(key) && !(filtered && rowOf.has(key))))

    suspend(context.workbook)
    let inTrip = 0
    const counted = async () => {
      if (++inTrip % writesInTrip !== 0) return
      await context.sync()
      suspend(context.workbook)
    }
    for (const { row, column, values } of inRuns(cells)) {
      sheet.getRangeByIndexes(row, column, values.length, 1).values = values.map((value) => [value])
      await counted()
    }
    if (places) {
      const base = context.workbook.tables.getItem(places.table)
      const range = base.getDataBodyRange()
      const fresh: Plain[][] = []
      const value = (row: number, column: number, said: Plain) => {
        range.getCell(row, column).values = [[said]]
      }
      for (const { key, field, value: said } of writes.base) {
        if (doubtful.has(key)) continue
        const at = places.rows.get(basePlace(key, field))
        if (at !== undefined) value(at, 2, emptied(said))
        else if (said !== null && said !== '') fresh.push([key, field, emptied(said)])
        await counted()
      }
      for (const [place, at] of places.rows)
        if (forget.has(place.slice(0, 26))) {
          value(at, 0, '')
          await counted()
        }
      if (fresh.length > 0) base.rows.add(undefined, fresh as (string | number | boolean)[][])
    }
    // From the bottom up, so that the places above stay what they were.
    const leaving = writes.remove.flatMap((key) => rowOf.get(key) ?? []).toSorted((a, b) => b - a)
    if (!filtered)
      for (const at of leaving) {
        table.rows.getItemAt(at).delete()
        await counted()
      }
    if (writes.add.length > 0) {
      const columns = headers.map((heading) => foldHeading(heading))
      const rows = writes.add.map(({ values }) => {
        const known = new Map(Object.entries(values).map(([heading, value]) => [foldHeading(heading), value]))
        return columns.map((heading) => {
          const value = known.get(heading) ?? null
          return value === null ? null : written(value)
        })
      })
      // null leaves a cell to its column's own formula or empty; the types know only values.
      table.rows.add(undefined, rows as unknown as string[][])
      const top = first + body.rowCount - (filtered ? 0 : leaving.length)
      for (const [heading, formula] of formulas) {
        const column = columnOf(heading)
        if (column >= 0)
          sheet.getRangeByIndexes(top, head.columnIndex + column, rows.length, 1).formulas =
            `=${formula}` as unknown as string[][]
      }
    }
    await context.sync()
    return {
      kept: filtered ? leaving.length : 0,
      lost,
      unsure: unsure.map((at) => `${columnLetters(head.columnIndex)}${first + at + 1}`),
    }
  })
