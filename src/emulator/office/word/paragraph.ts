import {
  invalidArgument,
  method,
  object,
  objectMethod,
  value,
  writable,
  type HostApi,
} from '../hostObject.ts'
import { addParagraph } from './blockText.ts'
import { controlsIn } from './controls.ts'
import { closest, drop, isW, kid, kids, make, setAttr, val } from './dom.ts'
import { clearInline } from './edit.ts'
import type { InsertLocation, WordModel } from './model.ts'
import { insertIntoParagraph, parentControl } from './range.ts'
import { search } from './search.ts'
import { partOf, spanOfParagraph, SpanRange } from './span.ts'
import { builtInOf, styleIdOf, styleNameOf } from './styles.ts'
import { textOf } from './text.ts'

export class Paragraph {
  static readonly api: HostApi = {
    name: 'Paragraph',
    tracked: true,
    members: {
      text: value('WordApi 1.1'),
      style: writable('WordApi 1.1'),
      styleBuiltIn: writable('WordApi 1.3'),
      tableNestingLevel: value('WordApi 1.3'),
      contentControls: object('WordApi 1.1'),
      parentContentControlOrNullObject: object('WordApi 1.3'),
      insertText: objectMethod('WordApi 1.1'),
      insertParagraph: objectMethod('WordApi 1.1'),
      clear: method('WordApi 1.1'),
      delete: method('WordApi 1.1'),
      select: method('WordApi 1.1'),
      search: objectMethod('WordApi 1.1'),
      getRange: objectMethod('WordApi 1.3'),
    },
  }
  isDeleted = false
  readonly #model: WordModel
  readonly #element: Element

  constructor(model: WordModel, element: Element) {
    this.#model = model
    this.#element = element
  }

  get text(): string {
    return textOf([this.#element], this.#model.word.rules)
  }

  get #styleId(): string | null {
    return val(kid(this.#element, 'pPr'), 'pStyle')
  }

  get style(): string {
    return styleNameOf(this.#model.word, this.#styleId)
  }

  set style(name: string) {
    const id = styleIdOf(this.#model.word, name)
    if (id === null) throw invalidArgument('Paragraph.style')
    const properties =
      kid(this.#element, 'pPr') ??
      this.#element.insertBefore(make(this.#element, 'pPr'), this.#element.firstChild)
    const known = kid(properties, 'pStyle')
    if (known) setAttr(known, 'val', id)
    else properties.insertBefore(make(properties, 'pStyle', { val: id }), properties.firstChild)
    this.#model.word.changed(this.#element)
  }

  get styleBuiltIn(): string {
    return builtInOf(this.style)
  }

  set styleBuiltIn(name: string) {
    this.style = name.replace(/(\d)$/, ' $1')
  }

  get tableNestingLevel(): number {
    let level = 0
    for (let at = closest(this.#element, 'tbl'); at; at = closest(at.parentNode, 'tbl')) level++
    return level
  }

  get contentControls(): object {
    return this.#model.controls(() => controlsIn(this.#element))
  }

  get parentContentControlOrNullObject(): object | null {
    return parentControl(this.#model, this.#element.parentNode)
  }

  insertText(text: string, location: InsertLocation): object {
    if (!['Replace', 'Start', 'End'].includes(location)) throw invalidArgument('Paragraph.insertText')
    return insertIntoParagraph(this.#model, this.#element, text, location)
  }

  insertParagraph(text: string, location: InsertLocation): object {
    if (location !== 'Before' && location !== 'After') throw invalidArgument('Paragraph.insertParagraph')
    const holder = this.#element.parentNode as Element
    const next = location === 'Before' ? this.#element : this.#element.nextSibling
    const added = addParagraph(this.#model.word, holder, text, next)
    this.#model.word.changed(added)
    return this.#model.paragraph(added)
  }

  clear(): void {
    clearInline(this.#model.word, this.#element)
    this.#model.word.changed(this.#element)
  }

  delete(): void {
    const holder = this.#element.parentNode
    this.#model.word.changed(this.#element)
    if (holder && kids(holder, 'p').length === 1 && isW(holder, 'tc', 'body', 'hdr', 'ftr')) {
      clearInline(this.#model.word, this.#element)
      return
    }
    drop(this.#element)
    this.isDeleted = true
  }

  select(): void {
    new SpanRange(this.#model, spanOfParagraph(this.#element)).select()
  }

  search(text: string): object {
    return search(this.#model, text, [this.#element])
  }

  getRange(location?: 'Whole' | 'Start' | 'End' | 'Content'): object {
    return new SpanRange(this.#model, partOf(spanOfParagraph(this.#element), location, 'Paragraph.getRange'))
  }
}

export class ParagraphCollection {
  static readonly api: HostApi = {
    name: 'ParagraphCollection',
    tracked: true,
    items: true,
    members: {
      getFirst: objectMethod('WordApi 1.3'),
      getFirstOrNullObject: objectMethod('WordApi 1.3'),
      getLast: objectMethod('WordApi 1.3'),
      getLastOrNullObject: objectMethod('WordApi 1.3'),
    },
  }
  readonly #model: WordModel
  readonly #of: () => Element[]

  constructor(model: WordModel, of: () => Element[]) {
    this.#model = model
    this.#of = of
  }

  get items(): object[] {
    return this.#of().map((each) => this.#model.paragraph(each))
  }

  getFirst(): object | null {
    return this.items[0] ?? null
  }

  getFirstOrNullObject(): object | null {
    return this.getFirst()
  }

  getLast(): object | null {
    return this.items.at(-1) ?? null
  }

  getLastOrNullObject(): object | null {
    return this.getLast()
  }
}
