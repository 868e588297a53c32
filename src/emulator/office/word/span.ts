import {
  ApiError,
  invalidArgument,
  method,
  object,
  objectMethod,
  value,
  type HostApi,
} from '../hostObject.ts'
import { paragraphsIn } from './blockText.ts'
import { closest, isW } from './dom.ts'
import { textAt } from './edit.ts'
import { insertAfterParagraph, packageOf } from './insertWhole.ts'
import type { WordModel } from './model.ts'
import { placesIn } from './search.ts'
import { cellAround } from './tableCell.ts'
import { textOf } from './text.ts'
import type { Selection } from './wordFile.ts'
import { wrapInControl } from './wrapControl.ts'

/** One place between two characters: how many characters of a paragraph are in front of it. */
export type Point = { readonly paragraph: Element; readonly offset: number }
export type Span = { readonly from: Point; readonly to: Point }

type RangeLocation = 'Whole' | 'Start' | 'End' | 'Content'

const endOf = (paragraph: Element): number =>
  placesIn(paragraph).reduce((sum, place) => sum + textAt(place).length, 0)

/** The points at which a selection begins and ends; null where it is in no paragraph. */
export const spanOfSelection = ({ place, from, to }: Selection): Span | null => {
  const paragraph = closest(place.parent, 'p') ?? paragraphsIn(place.parent)[0]
  if (!paragraph) return null
  let before = 0
  for (const each of placesIn(paragraph)) {
    if (each.parent === place.parent && each.after === place.after) break
    before += textAt(each).length
  }
  return { from: { paragraph, offset: before + from }, to: { paragraph, offset: before + to } }
}

/** All of a paragraph's text. */
export const spanOfParagraph = (paragraph: Element): Span => ({
  from: { paragraph, offset: 0 },
  to: { paragraph, offset: endOf(paragraph) },
})

/** All of a body's text. */
export const spanOfBody = (body: Element): Span | null => {
  const paragraphs = paragraphsIn(body)
  const [first, last] = [paragraphs[0], paragraphs.at(-1)]
  return first && last
    ? { from: { paragraph: first, offset: 0 }, to: { paragraph: last, offset: endOf(last) } }
    : null
}

/** A part of a span, as `getRange` names it. */
export const partOf = ({ from, to }: Span, location: RangeLocation | undefined, where: string): Span => {
  switch (location ?? 'Whole') {
    case 'Whole':
    case 'Content':
      return { from, to }
    case 'Start':
      return { from, to: from }
    case 'End':
      return { from: to, to }
    default:
      throw invalidArgument(where)
  }
}

/** Word.Range from one point of the text to another. */
export class SpanRange {
  static readonly api: HostApi = {
    name: 'Range',
    tracked: true,
    members: {
      text: value('WordApi 1.1'),
      isEmpty: value('WordApi 1.3'),
      paragraphs: object('WordApi 1.1'),
      parentTableCellOrNullObject: object('WordApi 1.3'),
      expandTo: objectMethod('WordApi 1.3'),
      getRange: objectMethod('WordApi 1.3'),
      insertContentControl: objectMethod('WordApi 1.1'),
      insertFileFromBase64: objectMethod('WordApi 1.1'),
      select: method('WordApi 1.1'),
    },
  }
  readonly span: Span
  readonly #model: WordModel

  constructor(model: WordModel, span: Span) {
    this.#model = model
    this.span = span
  }

  #all(): Element[] {
    return paragraphsIn(this.#model.word.body)
  }

  #between(): Element[] {
    const all = this.#all()
    return all.slice(all.indexOf(this.span.from.paragraph), all.indexOf(this.span.to.paragraph) + 1)
  }

  get isEmpty(): boolean {
    const { from, to } = this.span
    return from.paragraph === to.paragraph && from.offset === to.offset
  }

  get text(): string {
    const { from, to } = this.span
    const { rules } = this.#model.word
    const texts = this.#between().map((each) => textOf([each], rules))
    if (texts.length === 0) return ''
    texts[texts.length - 1] = texts.at(-1)!.slice(0, to.offset)
    texts[0] = texts[0]!.slice(from.offset)
    return texts.join(rules.paragraphMark)
  }

  get paragraphs(): object {
    return this.#model.paragraphs(() => this.#between())
  }

  get parentTableCellOrNullObject(): object | null {
    return cellAround(this.span.from.paragraph)
  }

  getRange(location?: RangeLocation): object {
    return new SpanRange(this.#model, partOf(this.span, location, 'Range.getRange'))
  }

  expandTo(other: unknown): object {
    if (!(other instanceof SpanRange)) throw invalidArgument('Range.expandTo')
    const all = this.#all()
    const order = ({ paragraph, offset }: Point, than: Point): number =>
      all.indexOf(paragraph) - all.indexOf(than.paragraph) || offset - than.offset
    const earlier = order(this.span.from, other.span.from) <= 0 ? this.span : other.span
    const later = order(this.span.to, other.span.to) >= 0 ? this.span : other.span
    return new SpanRange(this.#model, { from: earlier.from, to: later.to })
  }

  insertContentControl(type?: string): object {
    const { from, to } = this.span
    if (from.paragraph !== to.paragraph)
      throw new ApiError(
        'GeneralException',
        'This host puts no control around several paragraphs',
        'Range.insertContentControl',
      )
    return this.#model.control(
      wrapInControl(this.#model, from.paragraph, from.offset, to.offset, type ?? 'RichText'),
    )
  }

  insertFileFromBase64(base64: string, location: string): object {
    const where = 'Range.insertFileFromBase64'
    if (location !== 'After')
      throw new ApiError('NotImplemented', 'This host inserts a file after a range alone', where)
    const { word } = this.#model
    return this.#model.range(
      insertAfterParagraph(word, packageOf(word, base64, where), this.span.to.paragraph),
    )
  }

  select(): void {
    const { from, to } = this.span
    const place = placesIn(from.paragraph)[0]
    if (!place || !isW(from.paragraph, 'p')) return
    const end = from.paragraph === to.paragraph ? to.offset : endOf(from.paragraph)
    const length = textAt(place).length
    this.#model.word.reveal({
      place,
      from: Math.min(from.offset, length),
      to: Math.min(end, length),
    })
  }
}
