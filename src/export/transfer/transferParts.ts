import { t } from '../../words/t.ts'
import type { Block } from '../../documents/blocks.ts'
import { cell, heading, text } from '../../documents/minutes/parts.ts'
import { type AnyRecordType, fieldOf } from '../../domain/record.ts'
import { recordTypeNamed } from '../../domain/records/index.ts'
import { type GivenList, linesOf, type Line } from '../recordWords.ts'
import type { GivenRecord } from '../redaction.ts'

/** The rows that go, by the name of their type, and what each is called. */
export type Reader = {
  rows(type: string): readonly GivenRecord[]
  readonly titleOf: (key: unknown) => string
}
export const readerOf = (lists: readonly GivenList[], titleOf: Reader['titleOf']): Reader => {
  const byType = new Map(lists.map(({ type, records }) => [type.name, records]))
  return { rows: (type) => byType.get(type) ?? [], titleOf }
}

/** The rows with the latest day in a field first. */
export const newest = (rows: readonly GivenRecord[], field: string): GivenRecord[] =>
  rows.toSorted((a, b) => String(b.record[field] ?? '').localeCompare(String(a.record[field] ?? '')))

export const table = (
  summary: string,
  head: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): Block => ({
  is: 'table',
  summary,
  head,
  widths,
  rowHeadings: true,
  rows: rows.map((words) => words.map((each) => cell(text(each)))),
})

/** Who wrote and changed a row is in the workbook: here it would double the length. */
const besides: ReadonlySet<string> = new Set(['Written', 'Last changed', 'Archived'])
const told = (reader: Reader, type: AnyRecordType, row: GivenRecord): Line[] =>
  linesOf(type, row, reader.titleOf).filter(({ label }) => !besides.has(label))

/** Each entry in full: its heading, then every field that says anything. */
export const entries = (
  reader: Reader,
  name: string,
  rows: readonly GivenRecord[],
  level: 2 | 3,
): Block[] => {
  const type = recordTypeNamed(name)!
  return rows.flatMap((row): Block[] => {
    const lines = told(reader, type, row)
    return lines.length === 0
      ? []
      : [
          heading(level, reader.titleOf(row.record.key) || type.label),
          table(
            t`${type.label}: each field and what is recorded`,
            [t`Field`, t`What is recorded`],
            [3, 8],
            lines.map(({ label, text: said }) => [label, said]),
          ),
        ]
  })
}

/** Entries as a table of two columns: what each is called, and what else it says. */
export const listed = (reader: Reader, name: string, rows: readonly GivenRecord[]): Block[] => {
  const type = recordTypeNamed(name)!
  return rows.length === 0
    ? []
    : [
        table(
          t`${type.list}: each entry and what it says`,
          [type.label, t`What is recorded`],
          [3, 8],
          rows.map((row) => [
            reader.titleOf(row.record.key) || type.label,
            told(reader, type, row)
              .map(({ label, text: said }) => `${label}: ${said}`)
              .join('\n'),
          ]),
        ),
      ]
}

/** Some fields of one entry, each under its label. */
export const onlyFields = (
  reader: Reader,
  name: string,
  row: GivenRecord,
  fields: readonly string[],
): Block[] => {
  const type = recordTypeNamed(name)!
  const labels = new Set(fields.map((field) => fieldOf(type, field).label))
  const lines = told(reader, type, row).filter(({ label }) => labels.has(label))
  return lines.length === 0
    ? []
    : [
        table(
          t`${type.label}: some of its fields`,
          [t`Field`, t`What is recorded`],
          [3, 8],
          lines.map(({ label, text: said }) => [label, said]),
        ),
      ]
}
