import {
  invalidArgument,
  method,
  object,
  objectMethod,
  value,
  writable,
  type HostApi,
} from '../hostObject.ts'
import { addLines, addParagraph, paragraphsIn, setLines } from './blockText.ts'
import { controlsIn } from './controls.ts'
import { all, children, closest, kids } from './dom.ts'
import type { InsertLocation, WordModel } from './model.ts'
import { partsOf } from './tableParts.ts'
import { addRowsBeside, removeRow } from './tableRows.ts'
import { textOf } from './text.ts'

/** The body of one cell: Word.Body. */
export class CellBody {
  static readonly api: HostApi = {
    name: 'Body',
    tracked: true,
    members: {
      text: value('WordApi 1.1'),
      type: value('WordApi 1.3'),
      paragraphs: object('WordApi 1.1'),
      tables: object('WordApi 1.3'),
      contentControls: object('WordApi 1.1'),
      clear: method('WordApi 1.1'),
      insertText: objectMethod('WordApi 1.1'),
      insertParagraph: objectMethod('WordApi 1.1'),
    },
  }
  readonly #model: WordModel
  readonly #cell: Element

  constructor(model: WordModel, cell: Element) {
    this.#model = model
    this.#cell = cell
  }

  get text(): string {
    return textOf(children(this.#cell), this.#model.word.rules)
  }

  get type(): string {
    return 'TableCell'
  }

  get paragraphs(): object {
    return this.#model.paragraphs(() => paragraphsIn(this.#cell))
  }

  get tables(): object {
    return this.#model.tables(() => all(this.#cell, 'tbl'))
  }

  get contentControls(): object {
    return this.#model.controls(() => controlsIn(this.#cell))
  }

  clear(): void {
    setLines(this.#model.word, this.#cell, '')
    this.#model.word.changed(this.#cell)
  }

  insertText(text: string, location: InsertLocation): object {
    const { word } = this.#model
    if (location !== 'Replace' && location !== 'Start' && location !== 'End')
      throw invalidArgument('Body.insertText')
    const added =
      location === 'Replace' ? setLines(word, this.#cell, text) : addLines(word, this.#cell, text, location)
    word.changed(this.#cell)
    return this.#model.range(added)
  }

  insertParagraph(text: string, location: InsertLocation): object {
    if (location !== 'Start' && location !== 'End') throw invalidArgument('Body.insertParagraph')
    const first = kids(this.#cell, 'p', 'tbl', 'sdt')[0] ?? null
    const added = addParagraph(this.#model.word, this.#cell, text, location === 'Start' ? first : null)
    this.#model.word.changed(added)
    return this.#model.paragraph(added)
  }
}

/** Word.TableRow. */
export class TableRow {
  static readonly api: HostApi = {
    name: 'TableRow',
    tracked: true,
    members: {
      rowIndex: value('WordApi 1.3'),
      cellCount: value('WordApi 1.3'),
      delete: method('WordApi 1.3'),
    },
  }
  readonly #model: WordModel
  readonly #row: Element

  constructor(model: WordModel, row: Element) {
    this.#model = model
    this.#row = row
  }

  get rowIndex(): number {
    return partsOf(closest(this.#row, 'tbl') as Element, 'tr').indexOf(this.#row)
  }

  get cellCount(): number {
    return partsOf(this.#row, 'tc').length
  }

  delete(): void {
    removeRow(this.#model.word, this.#row)
  }
}

/** Word.TableRowCollection. */
export class TableRowCollection {
  static readonly api: HostApi = {
    name: 'TableRowCollection',
    tracked: true,
    items: true,
    members: { getFirst: objectMethod('WordApi 1.3'), getFirstOrNullObject: objectMethod('WordApi 1.3') },
  }
  readonly items: TableRow[]

  constructor(model: WordModel, rows: readonly Element[]) {
    this.items = rows.map((row) => new TableRow(model, row))
  }

  getFirst(): object | null {
    return this.items[0] ?? null
  }

  getFirstOrNullObject(): object | null {
    return this.getFirst()
  }
}

/** Word.TableCell as a table gives it. */
export class CellInTable {
  static readonly api: HostApi = {
    name: 'TableCell',
    tracked: true,
    members: {
      body: object('WordApi 1.3'),
      parentRow: object('WordApi 1.3'),
      rowIndex: value('WordApi 1.3'),
      cellIndex: value('WordApi 1.3'),
      value: writable('WordApi 1.3'),
      insertRows: objectMethod('WordApi 1.3'),
      deleteRow: method('WordApi 1.3'),
    },
  }
  readonly #model: WordModel
  readonly #cell: Element

  constructor(model: WordModel, cell: Element) {
    this.#model = model
    this.#cell = cell
  }

  get #row(): Element {
    return closest(this.#cell, 'tr') as Element
  }

  get body(): object {
    return new CellBody(this.#model, this.#cell)
  }

  get parentRow(): object {
    return new TableRow(this.#model, this.#row)
  }

  get rowIndex(): number {
    return partsOf(closest(this.#row, 'tbl') as Element, 'tr').indexOf(this.#row)
  }

  get cellIndex(): number {
    return partsOf(this.#row, 'tc').indexOf(this.#cell)
  }

  get value(): string {
    return textOf(children(this.#cell), this.#model.word.rules)
  }

  set value(text: string) {
    setLines(this.#model.word, this.#cell, String(text))
    this.#model.word.changed(this.#cell)
  }

  insertRows(where: string, count: number, values?: string[][]): object {
    const cells = partsOf(this.#row, 'tc').length
    const fits =
      values === undefined ||
      values === null ||
      (values.length === count && values.every((row) => row.length === cells))
    if ((where !== 'Before' && where !== 'After') || !Number.isInteger(count) || count < 1 || !fits)
      throw invalidArgument('TableCell.insertRows')
    return new TableRowCollection(
      this.#model,
      addRowsBeside(this.#model.word, this.#row, where, count, values ?? []),
    )
  }

  deleteRow(): void {
    removeRow(this.#model.word, this.#row)
  }
}
