import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import type { HostApi } from '../../src/emulator/office/hostObject.ts'
import { Body } from '../../src/emulator/office/word/body.ts'
import { ContentControl, ContentControlCollection } from '../../src/emulator/office/word/contentControl.ts'
import {
  ContentControlListItem,
  ContentControlListItemCollection,
  DropDownListContentControl,
} from '../../src/emulator/office/word/listControl.ts'
import { WordDocument } from '../../src/emulator/office/word/document.ts'
import { Paragraph, ParagraphCollection } from '../../src/emulator/office/word/paragraph.ts'
import { DocumentProperties } from '../../src/emulator/office/word/properties.ts'
import { SelectedRange, WordRange } from '../../src/emulator/office/word/range.ts'
import { FoundRange, RangeCollection } from '../../src/emulator/office/word/search.ts'
import { SpanRange } from '../../src/emulator/office/word/span.ts'
import {
  CellBody,
  CellInTable,
  TableRow,
  TableRowCollection,
} from '../../src/emulator/office/word/cellInTable.ts'
import { TableCell } from '../../src/emulator/office/word/tableCell.ts'
import { Table, TableCollection } from '../../src/emulator/office/word/table.ts'

const declared = readFileSync(createRequire(import.meta.url).resolve('@types/office-js/index.d.ts'), 'utf8')
const word = declared.slice(declared.indexOf('declare namespace Word {'))

/** The requirement set that Microsoft's types give a member: its own remark, or its class's. */
const setOf = (className: string, member: string): string | undefined => {
  const start = new RegExp(`\\n    class ${className} extends`).exec(word)?.index
  if (start === undefined) return undefined
  const text = word.slice(start, word.indexOf('\n    }', start))
  const at = new RegExp(`\\n        (?:readonly )?${member}(?:\\(|\\?|:)`).exec(text)?.index
  if (at === undefined) return undefined
  const remarks = [...text.slice(0, at).matchAll(/\[Api set: ([^\]]*)\]/g)]
  const comment = text.slice(text.lastIndexOf('/**', at), at)
  return /\[Api set: ([^\]]*)\]/.exec(comment)?.[1] ?? remarks.at(-1)?.[1]
}

const classes: { api: HostApi }[] = [
  Body,
  ContentControl,
  ContentControlCollection,
  DropDownListContentControl,
  ContentControlListItemCollection,
  ContentControlListItem,
  WordDocument,
  Paragraph,
  ParagraphCollection,
  DocumentProperties,
  WordRange,
  SelectedRange,
  SpanRange,
  TableCell,
  CellInTable,
  CellBody,
  TableRow,
  TableRowCollection,
  FoundRange,
  RangeCollection,
  Table,
  TableCollection,
]

test.each(classes.map((each) => each.api))(
  'every member of Word.$name is in the requirement set that Microsoft says',
  (api) => {
    const said = Object.fromEntries(Object.keys(api.members).map((name) => [name, setOf(api.name, name)]))
    const ours = Object.fromEntries(Object.entries(api.members).map(([name, member]) => [name, member.since]))
    expect(ours).toEqual(said)
  },
)
