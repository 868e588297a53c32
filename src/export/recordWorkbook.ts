import { rowHeight } from '../documents/provisionMap/rowHeight.ts'
import {
  type Cell,
  type Column,
  legalSheetName,
  type Row,
  type Sheet,
  type Workbook,
} from '../documents/xlsx/model.ts'
import { cellLimit } from '../documents/xlsx/xml.ts'
import { show } from '../domain/fields.ts'
import { fieldsOf } from '../domain/record.ts'
import { writtenDay } from '../domain/rules/day.ts'
import type { RecordContent, WithheldLine } from './recordDocument.ts'
import { type GivenList, keptBackWords, titlesOf } from './recordWords.ts'

const print = (footer: string, titleRow?: number) => ({
  footer,
  landscape: true,
  ...(titleRow === undefined ? {} : { titleRows: [titleRow, titleRow] as const }),
})
const header = (texts: readonly string[]): Row => ({
  cells: texts.map((value): Cell => ({ value, style: 'header.general' })),
})
const body = (texts: readonly string[], columns: readonly Column[]): Row => {
  const cells = texts.map((value): Cell => ({ value: value === '' ? null : value, style: 'plain.text' }))
  return { cells, height: rowHeight(cells, columns) }
}

/** A cell ends at 32,767 characters: what is longer goes on in the rows below, so that nothing is lost. */
const inRows = (texts: readonly string[]): string[][] => {
  const room = cellLimit - 767
  const count = Math.max(1, ...texts.map((text) => Math.ceil(text.length / room)))
  return Array.from({ length: count }, (_, at) =>
    texts.map((text, column) =>
      at > 0 && column === 0 ? `${texts[0]!} (goes on)` : text.slice(at * room, (at + 1) * room),
    ),
  )
}

/** One list as a sheet: a record a row, every field a column. */
export const listSheet = (list: GivenList, titleOf: (key: unknown) => string, footer: string): Sheet => {
  const fields = fieldsOf(list.type).filter(([, field]) => field.kind !== 'key' || field.to !== 'Pupil')
  const heads = ['Entry', ...fields.map(([, { label }]) => label), 'Written', 'Written by', 'Archived']
  const columns = [
    { width: 8 },
    ...fields.map(([, { kind }]): Column => ({
      width: kind === 'longText' ? 60 : kind === 'text' ? 26 : 18,
    })),
    { width: 14 },
    { width: 22 },
    { width: 22 },
  ]
  const rows = list.records.flatMap(({ record, withheld }, at) =>
    inRows([
      String(at + 1),
      ...fields.map(([name, field]) => {
        const value = record[name]
        if (withheld.includes(name) && (value === null || value === undefined)) return keptBackWords
        return field.kind === 'key' ? titleOf(value) : show(field, value)
      }),
      record.createdAt ? writtenDay(record.createdAt.slice(0, 10)) : '',
      record.createdBy ?? '',
      record.archived ? (record.archivedReason ?? 'Yes') : '',
    ]),
  )
  return {
    id: list.type.name,
    name: legalSheetName(list.type.list),
    columns,
    rows: [header(heads), ...rows.map((texts) => body(texts, columns))],
    tables: [],
    validations: [],
    highlights: [],
    freeze: { rows: 1, columns: 1 },
    print: print(footer, 0),
  }
}

const aboutColumns = [{ width: 34 }, { width: 34 }, { width: 22 }, { width: 60 }]

const aboutSheet = (content: RecordContent, footer: string): Sheet => ({
  id: 'about',
  name: 'About',
  columns: aboutColumns,
  rows: [
    { cells: [{ value: 'Answer to a request for access', style: 'title.general' }], height: 24 },
    { cells: ['School', content.schoolName] },
    { cells: ['Received', writtenDay(content.received)] },
    { cells: ['Made', writtenDay(content.today)] },
    { cells: [] },
    header(['List', 'Entries']),
    ...content.lists.map(({ type, records }) => body([type.list, String(records.length)], aboutColumns)),
    { cells: [] },
    { cells: [{ value: 'What was kept back', style: 'heading.general' }], height: 20 },
    ...(content.withheld.length === 0
      ? [{ cells: ['Nothing was kept back.'] }]
      : [header(['Where', 'Field', 'How', 'Rule']), ...content.withheld.map(withheldRow)]),
  ],
  tables: [],
  validations: [],
  highlights: [],
  print: print(footer),
})
const withheldRow = ({ list, number, field, how, exemption }: WithheldLine): Row =>
  body([number === null ? list : `${list}, entry ${number}`, field, how, exemption], aboutColumns)

/** One pupil's whole record as a workbook: a sheet a list, and one that says what it is and what was kept back. */
export const recordWorkbook = (content: RecordContent): Workbook => {
  const titleOf = titlesOf(content.lists)
  return {
    title: 'Answer to a request for access',
    subject: 'One pupil’s SEND record',
    author: content.schoolName,
    sheets: [
      aboutSheet(content, content.confidentialityLine),
      ...content.lists
        .filter(({ records }) => records.length > 0)
        .map((list) => listSheet(list, titleOf, content.confidentialityLine)),
    ],
    names: [],
  }
}
