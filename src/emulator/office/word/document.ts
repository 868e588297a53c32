import {
  ApiError,
  invalidArgument,
  itemNotFound,
  method,
  object,
  objectMethod,
  value,
  writable,
  type HostApi,
} from '../hostObject.ts'
import { Body } from './body.ts'
import { bookmarked } from './bookmarks.ts'
import { controlsIn, type ControlType } from './controls.ts'
import { insertIntoDocument, packageOf } from './insertWhole.ts'
import type { InsertFileOptions } from './merge.ts'
import type { InsertLocation, WordModel } from './model.ts'
import { restrictionOf, type Restriction } from './protection.ts'
import { DocumentProperties } from './properties.ts'
import { SelectedRange } from './range.ts'

/** What Document.insertFileFromBase64 answers with. Sections have no members here: using one fails by name. */
class SectionCollection {
  static readonly api: HostApi = { name: 'SectionCollection', tracked: true, items: true, members: {} }
  readonly items: object[] = []
}

/** Kinds that getContentControls knows, by the set that brought them. */
const askable: { [K in ControlType]?: string } = {
  RichText: 'WordApi 1.5',
  PlainText: 'WordApi 1.5',
  DropDownList: 'WordApi 1.9',
  ComboBox: 'WordApi 1.9',
}

/** Word's names for what a file restricts; a final document is none of these. */
const protections: { [R in Restriction]: string } = {
  readOnly: 'AllowOnlyReading',
  forms: 'AllowOnlyFormFields',
  comments: 'AllowOnlyComments',
  trackedChanges: 'AllowOnlyRevisions',
  final: 'NoProtection',
}

/** Word.Document: what an add-in's context starts from. */
export class WordDocument {
  static readonly api: HostApi = {
    name: 'Document',
    tracked: true,
    members: {
      body: object('WordApi 1.1'),
      contentControls: object('WordApi 1.1'),
      properties: object('WordApi 1.3'),
      saved: value('WordApi 1.1'),
      changeTrackingMode: writable('WordApi 1.4'),
      save: method('WordApi 1.1'),
      getSelection: objectMethod('WordApi 1.1'),
      getBookmarkRange: objectMethod('WordApi 1.4'),
      getBookmarkRangeOrNullObject: objectMethod('WordApi 1.4'),
      getContentControls: objectMethod('WordApi 1.5'),
      insertFileFromBase64: objectMethod('WordApi 1.5'),
      protectionType: value('WordApiDesktop 1.4'),
      isFinal: value('WordApiDesktop 1.4'),
      isReadOnly: value('WordApiDesktop 1.4'),
      compatibilityMode: value('WordApiDesktop 1.4'),
    },
  }
  readonly body: Body
  readonly properties: DocumentProperties
  /** Called by `save`: the page that shows the document says what saving means there. */
  onSave: () => void = () => {}
  saved = true
  readonly #model: WordModel

  constructor(model: WordModel) {
    this.#model = model
    this.body = new Body(model)
    this.properties = new DocumentProperties(model)
    model.word.onChange(() => {
      this.saved = false
    })
  }

  #controls(): Element[] {
    return this.#model.word.stories().flatMap(({ root }) => controlsIn(root))
  }

  get contentControls(): object {
    return this.#model.controls(() => this.#controls())
  }

  get changeTrackingMode(): string {
    return this.#model.word.tracking ? 'TrackAll' : 'Off'
  }

  set changeTrackingMode(mode: string) {
    if (!['Off', 'TrackAll', 'TrackMineOnly'].includes(mode))
      throw invalidArgument('Document.changeTrackingMode')
    this.#model.word.tracking = mode !== 'Off'
  }

  get protectionType(): string {
    return protections[restrictionOf(this.#model.word) ?? 'final']
  }

  get isFinal(): boolean {
    return restrictionOf(this.#model.word) === 'final'
  }

  get isReadOnly(): boolean {
    return this.#model.word.openedAs === 'readOnlyFile'
  }

  get compatibilityMode(): string {
    return { 11: 'Word2003', 12: 'Word2007', 14: 'Word2010' }[this.#model.word.compatibility] ?? 'Current'
  }

  save(): void {
    this.onSave()
    this.saved = true
  }

  getSelection(): object {
    return new SelectedRange(this.#model)
  }

  getBookmarkRange(name: string): object {
    const range = this.getBookmarkRangeOrNullObject(name)
    if (!range) throw itemNotFound('Document.getBookmarkRange')
    return range
  }

  getBookmarkRangeOrNullObject(name: string): object | null {
    const marked = bookmarked(this.#model.word.body, name)
    return marked && this.#model.range(marked)
  }

  getContentControls(options?: { types?: ControlType[] }): object {
    const types = options?.types ?? ['RichText']
    if (!types.every((type) => askable[type] && this.#model.offers(askable[type])))
      throw new ApiError(
        'InvalidArgument',
        'This host gives RichText and PlainText controls, and lists from WordApi 1.9',
        'Document.getContentControls',
      )
    return this.#model.controls(() => this.#controls(), types)
  }

  insertFileFromBase64(base64: string, location: InsertLocation, options: InsertFileOptions = {}): object {
    const where = 'Document.insertFileFromBase64'
    const source = packageOf(this.#model.word, base64, where)
    insertIntoDocument(this.#model.word, source, location, options ?? {}, where)
    return new SectionCollection()
  }
}
