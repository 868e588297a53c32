import {
  invalidArgument,
  itemNotFound,
  method,
  objectMethod,
  value,
  writable,
  type HostApi,
} from '../hostObject.ts'
import { setLines } from './blockText.ts'
import { CellInTable } from './cellInTable.ts'
import { children, closest, drop, kid, kids, make } from './dom.ts'
import type { WordModel } from './model.ts'
import { isHeaderRow, partsOf } from './tableParts.ts'
import { removeRow } from './tableRows.ts'
import { textOf } from './text.ts'

export class Table {
  static readonly api: HostApi = {
    name: 'Table',
    tracked: true,
    members: {
      rowCount: value('WordApi 1.3'),
      headerRowCount: writable('WordApi 1.3'),
      values: writable('WordApi 1.3'),
      nestingLevel: value('WordApi 1.3'),
      getCell: objectMethod('WordApi 1.3'),
      deleteRows: method('WordApi 1.3'),
    },
  }
  readonly #model: WordModel
  readonly #element: Element

  constructor(model: WordModel, element: Element) {
    this.#model = model
    this.#element = element
  }

  get #rows(): Element[] {
    return partsOf(this.#element, 'tr')
  }

  get rowCount(): number {
    return this.#rows.length
  }

  /** 1 in the body, 2 in a cell of another table, and so on. */
  get nestingLevel(): number {
    let level = 1
    for (let at = closest(this.#element.parentNode, 'tbl'); at; at = closest(at.parentNode, 'tbl')) level++
    return level
  }

  getCell(row: number, column: number): object {
    const cells = partsOf(this.#rows[row] ?? this.#element, 'tc')
    const cell = this.#rows[row] && cells[column]
    if (!cell) throw itemNotFound('Table.getCell')
    return new CellInTable(this.#model, cell)
  }

  deleteRows(row: number, count = 1): void {
    const rows = this.#rows.slice(row, row + count)
    if (row < 0 || rows.length < count) throw invalidArgument('Table.deleteRows')
    for (const each of rows) removeRow(this.#model.word, each)
  }

  get headerRowCount(): number {
    const first = this.#rows.findIndex((row) => !isHeaderRow(row))
    return first < 0 ? this.rowCount : first
  }

  set headerRowCount(count: number) {
    if (!Number.isInteger(count) || count < 0 || count > this.rowCount)
      throw invalidArgument('Table.headerRowCount')
    for (const [at, row] of this.#rows.entries()) {
      const properties =
        kid(row, 'trPr') ?? row.insertBefore(make(row, 'trPr'), kids(row, 'tc', 'sdt')[0] ?? null)
      kids(properties, 'tblHeader').forEach(drop)
      if (at < count) properties.appendChild(make(row, 'tblHeader'))
      else if (!properties.firstChild) drop(properties)
    }
    this.#model.word.changed(this.#element)
  }

  get values(): string[][] {
    return this.#rows.map((row) =>
      partsOf(row, 'tc').map((cell) => textOf(children(cell), this.#model.word.rules)),
    )
  }

  set values(next: string[][]) {
    const rows = this.#rows
    const fits = Array.isArray(next) && next.length === rows.length
    if (!fits || next.some((line, at) => line.length !== partsOf(rows[at] as Element, 'tc').length))
      throw invalidArgument('Table.values')
    for (const [at, row] of rows.entries())
      for (const [column, cell] of partsOf(row, 'tc').entries()) {
        const text = String(next[at]?.[column] ?? '')
        if (text !== textOf(children(cell), this.#model.word.rules)) setLines(this.#model.word, cell, text)
      }
    this.#model.word.changed(this.#element)
  }
}

export class TableCollection {
  static readonly api: HostApi = {
    name: 'TableCollection',
    tracked: true,
    items: true,
    members: { getFirst: objectMethod('WordApi 1.3'), getFirstOrNullObject: objectMethod('WordApi 1.3') },
  }
  readonly #model: WordModel
  readonly #of: () => Element[]

  constructor(model: WordModel, of: () => Element[]) {
    this.#model = model
    this.#of = of
  }

  get items(): object[] {
    return this.#of().map((each) => this.#model.table(each))
  }

  getFirst(): object | null {
    return this.items[0] ?? null
  }

  getFirstOrNullObject(): object | null {
    return this.getFirst()
  }
}
