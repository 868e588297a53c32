import {
  ApiError,
  invalidArgument,
  method,
  object,
  objectMethod,
  value,
  writable,
  type HostApi,
} from '../hostObject.ts'
import { addParagraph, paragraphsIn } from './blockText.ts'
import {
  clearControl,
  contentOf,
  controlsIn,
  isLocked,
  levelOf,
  placeholderOf,
  propertiesOf,
  putText,
  removeControl,
  setPlaceholder,
  setProperty,
  typeOf,
  type ControlType,
} from './controls.ts'
import { all, children, kids, val } from './dom.ts'
import { textAt } from './edit.ts'
import { DropDownListContentControl } from './listControl.ts'
import type { InsertLocation, WordModel } from './model.ts'
import { parentControl } from './range.ts'
import { textOf } from './text.ts'
import { selectedAs } from './wordFile.ts'

const w15 = 'http://schemas.microsoft.com/office/word/2012/wordml'
const appearances = { boundingBox: 'BoundingBox', tags: 'Tags', hidden: 'Hidden' } as const

export class ContentControl {
  static readonly api: HostApi = {
    name: 'ContentControl',
    tracked: true,
    id: 'id',
    members: {
      id: value('WordApi 1.1'),
      tag: writable('WordApi 1.1'),
      title: writable('WordApi 1.1'),
      text: value('WordApi 1.1'),
      type: value('WordApi 1.1'),
      subtype: value('WordApi 1.3'),
      appearance: value('WordApi 1.1'),
      placeholderText: writable('WordApi 1.1'),
      cannotEdit: writable('WordApi 1.1'),
      cannotDelete: writable('WordApi 1.1'),
      contentControls: object('WordApi 1.1'),
      dropDownListContentControl: object('WordApi 1.9'),
      paragraphs: object('WordApi 1.1'),
      tables: object('WordApi 1.3'),
      parentContentControlOrNullObject: object('WordApi 1.3'),
      insertText: objectMethod('WordApi 1.1'),
      insertParagraph: objectMethod('WordApi 1.1'),
      clear: method('WordApi 1.1'),
      select: method('WordApi 1.1'),
      delete: method('WordApi 1.1'),
    },
  }
  isDeleted = false
  #list: DropDownListContentControl | undefined
  readonly #model: WordModel
  readonly #element: Element

  constructor(model: WordModel, element: Element) {
    this.#model = model
    this.#element = element
  }

  get id(): number {
    return Number(val(propertiesOf(this.#element), 'id'))
  }

  get tag(): string {
    return val(propertiesOf(this.#element), 'tag') ?? ''
  }

  set tag(text: string) {
    if (text.length > 64) throw invalidArgument('ContentControl.tag')
    this.#set('tag', text === '' ? null : text)
  }

  get title(): string {
    return val(propertiesOf(this.#element), 'alias') ?? ''
  }

  set title(text: string) {
    this.#set('alias', text === '' ? null : text)
  }

  get text(): string {
    return textOf([contentOf(this.#element)], this.#model.word.rules)
  }

  get type(): string {
    return typeOf(this.#element)
  }

  get subtype(): string {
    const type = typeOf(this.#element)
    if (type !== 'RichText' && type !== 'PlainText') return type
    const level = levelOf(this.#element)
    if (level === 'cell') return `${type}TableCell`
    if (level === 'row') return `${type}TableRow`
    return `${type}${level === 'run' ? 'Inline' : 'Paragraphs'}`
  }

  get appearance(): string {
    const found = children(propertiesOf(this.#element)).find(
      (each) => each.namespaceURI === w15 && each.localName === 'appearance',
    )
    const name = found?.getAttributeNS(w15, 'val') ?? 'boundingBox'
    return appearances[name as keyof typeof appearances] ?? 'BoundingBox'
  }

  get placeholderText(): string {
    return placeholderOf(this.#model.word, this.#element)
  }

  set placeholderText(text: string) {
    setPlaceholder(this.#model.word, this.#element, String(text))
  }

  get cannotEdit(): boolean {
    return isLocked(this.#element)
  }

  set cannotEdit(on: boolean) {
    this.#lock(this.cannotDelete, on)
  }

  get cannotDelete(): boolean {
    return ['sdtLocked', 'sdtContentLocked'].includes(val(propertiesOf(this.#element), 'lock') ?? '')
  }

  set cannotDelete(on: boolean) {
    this.#lock(on, this.cannotEdit)
  }

  get contentControls(): object {
    return this.#model.controls(() => controlsIn(contentOf(this.#element)))
  }

  get dropDownListContentControl(): object {
    if (typeOf(this.#element) !== 'DropDownList')
      throw new ApiError(
        'GeneralException',
        'This control is no list',
        'ContentControl.dropDownListContentControl',
      )
    this.#list ??= new DropDownListContentControl(this.#model, this.#element)
    return this.#list
  }

  get paragraphs(): object {
    return this.#model.paragraphs(() => paragraphsIn(contentOf(this.#element)))
  }

  get tables(): object {
    return this.#model.tables(() => all(contentOf(this.#element), 'tbl'))
  }

  get parentContentControlOrNullObject(): object | null {
    return parentControl(this.#model, this.#element.parentNode)
  }

  insertText(text: string, location: InsertLocation): object {
    if (location !== 'Replace' && location !== 'Start' && location !== 'End')
      throw invalidArgument('ContentControl.insertText')
    return this.#model.range(putText(this.#model.word, this.#element, String(text), location))
  }

  insertParagraph(text: string, location: InsertLocation): object {
    if ((location !== 'Start' && location !== 'End') || levelOf(this.#element) !== 'block')
      throw invalidArgument('ContentControl.insertParagraph')
    const content = contentOf(this.#element)
    const added = addParagraph(
      this.#model.word,
      content,
      text,
      location === 'Start' ? (kids(content)[0] ?? null) : null,
    )
    this.#model.word.changed(added)
    return this.#model.paragraph(added)
  }

  clear(): void {
    clearControl(this.#model.word, this.#element)
  }

  select(mode?: string): void {
    const content = contentOf(this.#element)
    const parent = levelOf(this.#element) === 'run' ? content : (paragraphsIn(content)[0] ?? content)
    const place = { parent, after: null, until: null }
    const selected = selectedAs({ place, from: 0, to: textAt(place).length }, mode)
    if (!selected) throw invalidArgument('ContentControl.select')
    this.#model.word.reveal(selected)
  }

  delete(keepContent: boolean): void {
    removeControl(this.#model.word, this.#element, keepContent)
    this.isDeleted = true
  }

  #set(name: string, text: string | null): void {
    setProperty(this.#element, name, text)
    this.#model.word.changed(this.#element)
  }

  #lock(cannotDelete: boolean, cannotEdit: boolean): void {
    const both =
      cannotDelete && cannotEdit ? 'sdtContentLocked' : cannotDelete ? 'sdtLocked' : 'contentLocked'
    this.#set('lock', cannotDelete || cannotEdit ? both : null)
  }
}

export class ContentControlCollection {
  static readonly api: HostApi = {
    name: 'ContentControlCollection',
    tracked: true,
    items: true,
    members: {
      getByTag: objectMethod('WordApi 1.1'),
      getByTitle: objectMethod('WordApi 1.1'),
      getById: objectMethod('WordApi 1.1'),
      getByIdOrNullObject: objectMethod('WordApi 1.3'),
      getItem: objectMethod('WordApi 1.1'),
      getFirst: objectMethod('WordApi 1.3'),
      getFirstOrNullObject: objectMethod('WordApi 1.3'),
    },
  }
  readonly #model: WordModel
  readonly #of: () => Element[]
  readonly #offered: readonly ControlType[]

  constructor(model: WordModel, of: () => Element[], offered: readonly ControlType[]) {
    this.#model = model
    this.#of = of
    this.#offered = offered
  }

  get items(): ContentControl[] {
    return this.#of()
      .filter((each) => this.#offered.includes(typeOf(each)))
      .map((each) => this.#model.control(each) as unknown as ContentControl)
  }

  getByTag(tag: string): object {
    return this.#where('tag', tag)
  }

  getByTitle(title: string): object {
    return this.#where('alias', title)
  }

  getById(id: number): object | null {
    return this.items.find((each) => each.id === id) ?? null
  }

  getByIdOrNullObject(id: number): object | null {
    return this.getById(id)
  }

  getItem(id: number): object | null {
    return this.getById(id)
  }

  getFirst(): object | null {
    return this.items[0] ?? null
  }

  getFirstOrNullObject(): object | null {
    return this.getFirst()
  }

  #where(property: 'tag' | 'alias', text: string): object {
    const found = (): Element[] => this.#of().filter((each) => val(propertiesOf(each), property) === text)
    return this.#model.controls(found, this.#offered)
  }
}
