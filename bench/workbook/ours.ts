import type { Sheet } from '../../src/documents/xlsx/model.ts'
import type { CellStyle } from '../../src/documents/xlsx/styles.ts'
import { xlsxBytes } from '../../src/documents/xlsx/xlsx.ts'
import { headings, kindOf, levels, widths, type Writer } from './rows.ts'

const made = new Date('2026-11-22T09:00:00Z')

/** Ours, by the writer that the product writes every workbook with. */
export const write: Writer = (lines) => {
  const styles = headings.map(
    (_, at): CellStyle =>
      `${kindOf(at)}.${at === 6 ? 'date' : at === 11 ? 'money' : at > 6 && at < 11 ? 'number' : 'text'}`,
  )
  const area = (column: number) => ({ row: 1, column, rows: lines.length, columns: 1 })
  const sheet: Sheet = {
    id: 'map',
    name: 'Map',
    columns: widths.map((width, at) => ({ width, style: styles[at]! })),
    rows: [
      { cells: headings.map((value) => ({ value, style: 'header.general' as const })) },
      ...lines.map((cells) => ({ cells })),
    ],
    tables: [
      {
        name: 'ProvisionMap',
        about: 'Lines',
        area: { row: 0, column: 0, rows: lines.length + 1, columns: headings.length },
        columns: headings.map((name) => ({ name })),
      },
    ],
    validations: [{ is: 'list', area: area(3), source: `"${levels.join(',')}"`, message: 'Choose a level.' }],
    highlights: [
      { area: area(11), formula: '$L2>3000', highlight: 'over' },
      { area: area(12), formula: '$M2="No"', highlight: 'attention' },
    ],
    freeze: { rows: 1, columns: 1 },
    print: { titleRows: [0, 0], footer: 'Confidential', landscape: true },
  }
  return xlsxBytes({ title: 'Map', subject: 'Map', author: 'School', sheets: [sheet], names: [] }, made)
}
