import type { Cell, Plain, Sheet } from '../xlsx/model.ts'
import type { Line } from './input.ts'
import { type Head, type MapColumn, mapFields } from './mapColumns.ts'
import type { MapNames } from './names.ts'

/** The table of the last export: one row for each cell that may be changed and was not blank. */
export const baseHeads = { key: 'Record key', field: 'Field', value: 'Value' } as const

/**
 * What each changeable cell of the map held when it was exported, on a hidden sheet: `Field` is the field of the
 * allocation (`sessionsPerWeek`), `Value` the cell's own value (words of a choice, a date's serial number, pounds).
 * A cell that was blank has no row, so a pair that is missing was blank. Whoever reads changes compares three ways:
 * sheet, this, record.
 */
export const baseSheet = (
  lines: readonly Line[],
  columns: readonly MapColumn[],
  names: MapNames,
  footer: string,
): Sheet => {
  const kept = columns.flatMap(({ id, value }) => {
    const field = (mapFields as Partial<Record<Head, string>>)[id]
    return field === undefined ? [] : [{ field, value }]
  })
  const body = lines.flatMap((line) =>
    kept.flatMap(({ field, value }): (readonly Cell[])[] => {
      const held: Plain = value(line)
      return held === null || held === '' ? [] : [[line.allocation.key, field, held]]
    }),
  )
  const rows = body.length > 0 ? body : [[null, null, null]]
  return {
    id: 'base',
    name: names.sheets.base,
    columns: [
      { width: 29, style: 'label.text' },
      { width: 24, style: 'label.text' },
      { width: 40, style: 'label.general' },
    ],
    rows: [
      { cells: Object.values(baseHeads).map((value): Cell => ({ value, style: 'header.general' })) },
      ...rows.map((cells) => ({ cells })),
    ],
    tables: [
      {
        name: names.base,
        area: { row: 0, column: 0, rows: rows.length + 1, columns: 3 },
        columns: Object.values(baseHeads).map((name) => ({ name })),
        about: 'What the map held when it was exported',
      },
    ],
    validations: [],
    highlights: [],
    print: { footer, landscape: false },
    hidden: true,
  }
}
