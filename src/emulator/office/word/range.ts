import { invalidArgument, method, object, objectMethod, value, type HostApi } from '../hostObject.ts'
import { controlsIn, typeOf } from './controls.ts'
import { after, before, closest, drop, isW, make } from './dom.ts'
import { addInline, clearInline, replaceText, runLike, textAt } from './edit.ts'
import { selectedAs, type Selection } from './wordFile.ts'
import type { InsertLocation, WordModel } from './model.ts'
import { partOf, type Span, spanOfBody, spanOfSelection, SpanRange } from './span.ts'
import { cellAround } from './tableCell.ts'
import { plainRules, textOf } from './text.ts'

/** Word.Range over elements that stand one after another. */
export class WordRange {
  static readonly api: HostApi = {
    name: 'Range',
    tracked: true,
    members: {
      text: value('WordApi 1.1'),
      contentControls: object('WordApi 1.1'),
      parentContentControl: object('WordApi 1.1'),
      parentContentControlOrNullObject: object('WordApi 1.3'),
      insertText: objectMethod('WordApi 1.1'),
      select: method('WordApi 1.1'),
    },
  }
  readonly #model: WordModel
  readonly #elements: readonly Element[]

  constructor(model: WordModel, elements: readonly Element[]) {
    this.#model = model
    this.#elements = elements
  }

  get text(): string {
    return textOf(this.#elements, this.#model.word.rules)
  }

  get contentControls(): object {
    return this.#model.controls(() =>
      this.#elements.flatMap((each) => (isW(each, 'sdt') ? [each, ...controlsIn(each)] : controlsIn(each))),
    )
  }

  get parentContentControl(): object | null {
    return this.parentContentControlOrNullObject
  }

  get parentContentControlOrNullObject(): object | null {
    return parentControl(this.#model, this.#elements[0]?.parentNode ?? null)
  }

  insertText(text: string, location: InsertLocation): object {
    const { word } = this.#model
    const [first] = this.#elements
    const last = this.#elements.at(-1)
    if (!first || !last) throw invalidArgument('Range.insertText')
    if (isW(first, 'p'))
      return insertIntoParagraph(this.#model, location === 'Start' ? first : last, text, location)
    const run = runLike(first, isW(first, 'r') ? first : undefined, text)
    if (location === 'Start' || location === 'Before') before(first, run)
    else after(last, run)
    if (location === 'Replace') this.#elements.forEach(drop)
    word.changed(run)
    return this.#model.range([run])
  }

  select(mode?: string): void {
    const whole = stretchOf(this.#elements)
    if (!whole) return
    const selected = selectedAs(whole, mode)
    if (!selected) throw invalidArgument('Range.select')
    this.#model.word.reveal(selected)
  }
}

/** Where elements stand in their paragraph as characters; of several paragraphs the first counts. */
const stretchOf = (elements: readonly Element[]): Selection | null => {
  const [first] = elements
  const parent = first && (closest(first, 'p') ?? first)
  if (!first || !parent) return null
  const place = { parent, after: null, until: null }
  const text = textAt(place)
  if (isW(first, 'p')) return { place, from: 0, to: text.length }
  const from = text.indexOf(textOf(elements, plainRules))
  return from < 0
    ? { place, from: 0, to: 0 }
    : { place, from, to: from + textOf(elements, plainRules).length }
}

/** The nearest control around a node, of the kinds that Word offers; null when there is none. */
export const parentControl = (model: WordModel, node: Node | null): object | null => {
  const around = closest(node, 'sdt')
  if (!around) return null
  return model.offered.includes(typeOf(around))
    ? model.control(around)
    : parentControl(model, around.parentNode)
}

/** Text into one paragraph, as Paragraph.insertText does it. */
export const insertIntoParagraph = (
  model: WordModel,
  paragraph: Element,
  text: string,
  location: InsertLocation,
): object => {
  const { word } = model
  if (location === 'Replace') clearInline(word, paragraph)
  const run = addInline(
    word,
    paragraph,
    text,
    location === 'Start' || location === 'Before' ? 'Start' : 'End',
  )
  word.changed(paragraph)
  return model.range([run])
}

/** Word.Range over what the person at the document has selected; the end of the body while nothing is. */
export class SelectedRange {
  static readonly api: HostApi = {
    ...WordRange.api,
    members: {
      ...WordRange.api.members,
      paragraphs: object('WordApi 1.1'),
      parentTableCellOrNullObject: object('WordApi 1.3'),
      getRange: objectMethod('WordApi 1.3'),
    },
  }
  readonly #model: WordModel

  constructor(model: WordModel) {
    this.#model = model
  }

  get text(): string {
    const selection = this.#model.word.selection
    return selection ? textAt(selection.place).slice(selection.from, selection.to) : ''
  }

  get #span(): Span | null {
    const { selection, body } = this.#model.word
    if (selection) return spanOfSelection(selection)
    const whole = spanOfBody(body)
    return whole && partOf(whole, 'End', 'Range.getRange')
  }

  get paragraphs(): object {
    return this.#model.paragraphs(() => {
      const paragraph = this.#span?.from.paragraph
      return paragraph ? [paragraph] : []
    })
  }

  get parentTableCellOrNullObject(): object | null {
    const paragraph = this.#span?.from.paragraph
    return paragraph ? cellAround(paragraph) : null
  }

  getRange(location?: 'Whole' | 'Start' | 'End'): object | null {
    const span = this.#span
    return span && new SpanRange(this.#model, partOf(span, location, 'Range.getRange'))
  }

  get contentControls(): object {
    return this.#model.controls(() => [])
  }

  get parentContentControl(): object | null {
    return this.parentContentControlOrNullObject
  }

  get parentContentControlOrNullObject(): object | null {
    return parentControl(this.#model, this.#model.word.selection?.place.parent ?? null)
  }

  insertText(text: string, location: InsertLocation): object {
    const { word } = this.#model
    const place = word.selection
    if (!place) {
      const last = Array.from(word.body.getElementsByTagNameNS(word.body.namespaceURI, 'p')).at(-1)
      const paragraph = last ?? word.body.insertBefore(make(word.body, 'p'), word.section ?? null)
      return insertIntoParagraph(this.#model, paragraph, text, 'End')
    }
    const at = location === 'Start' || location === 'Before' ? place.from : place.to
    const from = location === 'Replace' ? place.from : at
    replaceText(word, place.place, from, at, text)
    word.selection = { place: place.place, from, to: from + text.length }
    return this
  }

  select(): void {}
}
