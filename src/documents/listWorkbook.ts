import { rowHeight } from './provisionMap/rowHeight.ts'
import { legalSheetName, type Workbook } from './xlsx/model.ts'

/** A list as a workbook of one sheet: what it is, a frozen row of headings, a table to sort and filter. All cells are text. */
export const listWorkbook = ({
  title,
  author,
  about,
  head,
  lines,
  foot,
}: {
  readonly title: string
  readonly author: string
  readonly about: string
  readonly head: readonly string[]
  readonly lines: readonly (readonly string[])[]
  readonly foot: string
}): Workbook => {
  const first = 3
  const columns = head.map((words, at) => ({
    width: Math.min(48, Math.max(words.length + 4, ...lines.map((cells) => (cells[at] ?? '').length + 2))),
  }))
  return {
    title,
    subject: about,
    author,
    sheets: [
      {
        id: 'list',
        name: legalSheetName(title),
        columns,
        rows: [
          { cells: [{ value: title, style: 'title.general' }], height: 22 },
          { cells: [{ value: about, style: 'note.general' }] },
          { cells: [] },
          { cells: head.map((value) => ({ value, style: 'header.text' as const })) },
          ...lines.map((words) => {
            const cells = words.map((value) => ({ value, style: 'plain.text' as const }))
            return { cells, height: rowHeight(cells, columns) }
          }),
        ],
        tables: [
          {
            name: 'List',
            area: { row: first, column: 0, rows: lines.length + 1, columns: head.length },
            columns: head.map((name) => ({ name })),
            about: title,
          },
        ],
        validations: [],
        highlights: [],
        freeze: { rows: first + 1, columns: 1 },
        print: { titleRows: [first, first], footer: foot, landscape: true },
      },
    ],
    names: [],
  }
}
