import type { Cell, ConditionalFormat, Sheet, Validation } from '../xlsx/model.ts'
import { columnLetters } from '../xlsx/model.ts'
import { distinctRates, type Line, type MapInput, scopeWords, yearWords } from './input.ts'
import { heads, type Head, mapColumns, unfinished } from './mapColumns.ts'
import type { MapNames } from './names.ts'
import { rowHeight } from './rowHeight.ts'

const headerRow = 2
/** More columns than these would be too small to read on A4. */
const lastPrinted: Head = 'needed'

/** One row an allocation, as a table whose costs are formulas over the rates. */
export const mapSheet = (input: MapInput, lines: readonly Line[], names: MapNames, footer: string): Sheet => {
  const columns = mapColumns(names, distinctRates(input.rates))
  const sheetColumns = columns.map(({ width, style, hidden }) => ({
    width,
    style,
    ...(hidden && { hidden }),
  }))
  const header: Cell[] = columns.map(({ id, style }) => ({
    value: heads[id],
    style: /date|number|whole|money|exact/.test(style) ? 'header.whole' : 'header.general',
  }))
  const rows = lines.map((line) => {
    const cells = columns.map(({ value, formula }): Cell => {
      const held = value(line)
      return formula === undefined ? held : { value: held, formula }
    })
    return { cells, height: rowHeight(cells, sheetColumns) }
  })
  // A table needs a row; its formulas leave an empty one empty.
  const blankRow = {
    cells: columns.map(({ formula }): Cell => (formula === undefined ? null : { value: '', formula })),
  }
  const body = rows.length > 0 ? rows : [blankRow]
  const place = (id: Head) => columns.findIndex((column) => column.id === id)
  const area = (id: Head) => ({ row: headerRow + 1, column: place(id), rows: body.length, columns: 1 })
  const printed = place(lastPrinted) + 1
  const first = headerRow + 2
  const list = (id: Head, source: string, what: string): Validation => ({
    is: 'list',
    area: area(id),
    source: names.list(source),
    message: `Choose ${what} from the list.`,
  })
  const number = (id: Head, max: number, whole?: true): Validation => ({
    is: 'number',
    area: area(id),
    min: id === 'group' ? 1 : 0,
    max,
    message: `${heads[id]} is a number from ${id === 'group' ? 1 : 0} to ${max.toLocaleString('en-GB')}.`,
    ...(whole && { whole }),
  })
  const cost = columnLetters(place('cost'))
  const highlight = (id: Head): ConditionalFormat => ({
    area: area(id),
    formula: `$${cost}${first}="${unfinished}"`,
    highlight: 'attention',
  })
  return {
    id: 'map',
    name: names.sheets.map,
    columns: sheetColumns,
    rows: [
      { cells: [{ value: `Provision map: ${input.schoolName}`, style: 'title.general' }], height: 24 },
      {
        cells: [
          {
            value: `${scopeWords(input)}, ${yearWords(input)}. Pale yellow: change these and the costs follow. Grey: formulas. Rates have a sheet of their own.`,
            style: 'note.general',
          },
        ],
        height: 18,
      },
      { cells: header, height: rowHeight(header, sheetColumns) },
      ...body,
    ],
    tables: [
      {
        name: names.map,
        area: { row: headerRow, column: 0, rows: body.length + 1, columns: columns.length },
        columns: columns.map(({ id, formula }) => ({
          name: heads[id],
          ...(formula !== undefined && { formula }),
        })),
        about: 'One row for each pupil in each provision, with what it costs',
      },
    ],
    validations: [
      list('level', 'Levels', 'a level'),
      list('area', 'Areas', 'an area of need'),
      list('role', 'Roles', 'who delivers it'),
      list('charge', 'Charges', 'how the cost falls'),
      list('counts', 'YesNo', 'yes or no'),
      list('funding', 'Funding', 'the funding'),
      number('sessions', 50),
      number('minutes', 600, true),
      number('prep', 600, true),
      number('weeks', 60),
      number('group', 60, true),
      number('resources', 1_000_000),
      number('external', 1_000_000),
      { is: 'date', area: area('from'), message: 'From is a date, such as 10/03/2026.' },
      { is: 'date', area: area('until'), message: 'Until is a date, such as 10/03/2026.' },
    ],
    highlights: [highlight('cost'), highlight('needed')],
    freeze: { rows: headerRow + 1, columns: 1 },
    print: {
      area: { row: 0, column: 0, rows: headerRow + 1 + body.length, columns: printed },
      titleRows: [headerRow, headerRow],
      footer,
      landscape: true,
    },
  }
}
