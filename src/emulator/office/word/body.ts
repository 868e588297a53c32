import { invalidArgument, method, object, objectMethod, value, type HostApi } from '../hostObject.ts'
import { addLines, addParagraph, paragraphsIn, setLines } from './blockText.ts'
import { controlsIn } from './controls.ts'
import { all, children, isW, kids } from './dom.ts'
import { toFlat } from './flatOpc.ts'
import { flatPackageOf, insertIntoBody, packageOf } from './insertWhole.ts'
import type { InsertLocation, WordModel } from './model.ts'
import { search } from './search.ts'
import { partOf, spanOfBody, SpanRange } from './span.ts'
import { textOf } from './text.ts'

/** The body of the document: Word.Body. */
export class Body {
  static readonly api: HostApi = {
    name: 'Body',
    tracked: true,
    members: {
      text: value('WordApi 1.1'),
      type: value('WordApi 1.3'),
      paragraphs: object('WordApi 1.1'),
      tables: object('WordApi 1.3'),
      contentControls: object('WordApi 1.1'),
      getOoxml: method('WordApi 1.1'),
      clear: method('WordApi 1.1'),
      select: method('WordApi 1.1'),
      search: objectMethod('WordApi 1.1'),
      getRange: objectMethod('WordApi 1.3'),
      insertText: objectMethod('WordApi 1.1'),
      insertParagraph: objectMethod('WordApi 1.1'),
      insertOoxml: objectMethod('WordApi 1.1'),
      insertFileFromBase64: objectMethod('WordApi 1.1'),
    },
  }
  readonly #model: WordModel

  constructor(model: WordModel) {
    this.#model = model
  }

  get text(): string {
    return textOf([this.#model.word.body], this.#model.word.rules)
  }

  get type(): string {
    return 'MainDoc'
  }

  get paragraphs(): object {
    return this.#model.paragraphs(() => paragraphsIn(this.#model.word.body))
  }

  get tables(): object {
    return this.#model.tables(() => all(this.#model.word.body, 'tbl'))
  }

  get contentControls(): object {
    return this.#model.controls(() => controlsIn(this.#model.word.body))
  }

  getOoxml(): string {
    return toFlat(this.#model.word.file)
  }

  clear(): void {
    setLines(this.#model.word, this.#model.word.body, '')
    this.#model.word.changed()
  }

  select(): void {
    const [parent] = paragraphsIn(this.#model.word.body)
    if (parent) this.#model.word.selection = { place: { parent, after: null, until: null }, from: 0, to: 0 }
  }

  getRange(location?: 'Whole' | 'Start' | 'End'): object | null {
    const whole = spanOfBody(this.#model.word.body)
    return whole && new SpanRange(this.#model, partOf(whole, location, 'Body.getRange'))
  }

  search(text: string): object {
    return search(this.#model, text)
  }

  insertText(text: string, location: InsertLocation): object {
    const { word } = this.#model
    if (location !== 'Replace' && location !== 'Start' && location !== 'End')
      throw invalidArgument('Body.insertText')
    const added =
      location === 'Replace' ? setLines(word, word.body, text) : addLines(word, word.body, text, location)
    word.changed()
    return this.#model.range(added)
  }

  insertParagraph(text: string, location: InsertLocation): object {
    const { word } = this.#model
    if (location !== 'Start' && location !== 'End') throw invalidArgument('Body.insertParagraph')
    const first = children(word.body).find((each) => !isW(each, 'sectPr')) ?? null
    const added = addParagraph(
      word,
      word.body,
      text,
      location === 'Start' ? first : (kids(word.body, 'sectPr')[0] ?? null),
    )
    word.changed()
    return this.#model.paragraph(added)
  }

  insertOoxml(text: string, location: InsertLocation): object {
    const where = 'Body.insertOoxml'
    return this.#model.range(
      insertIntoBody(this.#model.word, flatPackageOf(this.#model.word, text, where), location, where),
    )
  }

  insertFileFromBase64(base64: string, location: InsertLocation): object {
    const where = 'Body.insertFileFromBase64'
    return this.#model.range(
      insertIntoBody(this.#model.word, packageOf(this.#model.word, base64, where), location, where),
    )
  }
}
