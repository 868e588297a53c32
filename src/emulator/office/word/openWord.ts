import type { HostObject } from '../hostObject.ts'
import { officeHost, type HostDocument, type OfficeHost } from '../officeHost.ts'
import { packageXmlParts } from '../packageXmlParts.ts'
import { readSettings, writeSettings } from '../packageSettings.ts'
import { supports, wordMatrix, type Matrix } from '../requirementSets.ts'
import { HostEvent } from '../dispatch.ts'
import type { Xml } from '../xml.ts'
import { backfillWord } from './backfill.ts'
import { backfillLists } from './backfillLists.ts'
import { backfillState } from './backfillState.ts'
import { ContentControl, ContentControlCollection } from './contentControl.ts'
import type { ControlType } from './controls.ts'
import { WordDocument } from './document.ts'
import type { WordModel } from './model.ts'
import { refusalOf } from './protection.ts'
import { Paragraph, ParagraphCollection } from './paragraph.ts'
import { WordRange } from './range.ts'
import { Table, TableCollection } from './table.ts'
import { WordFile, type Selection } from './wordFile.ts'

type Options = {
  matrix?: Matrix
  /** Kinds of content control that the plain collections give: in Word, rich text alone. */
  offered?: readonly ControlType[]
  url?: string
  onFault?: (fault: unknown) => void
}

const once = (make: (element: Element) => object): ((element: Element) => HostObject) => {
  const known = new WeakMap<Element, object>()
  return (element) => {
    const found = known.get(element) ?? make(element)
    known.set(element, found)
    return found as HostObject
  }
}

const modelOf = (word: WordFile, offered: readonly ControlType[], offers: WordModel['offers']): WordModel => {
  const model: WordModel = {
    word,
    offered,
    offers,
    paragraph: once((element) => new Paragraph(model, element)),
    table: once((element) => new Table(model, element)),
    control: once((element) => new ContentControl(model, element)),
    paragraphs: (of) => new ParagraphCollection(model, of) as unknown as HostObject,
    tables: (of) => new TableCollection(model, of) as unknown as HostObject,
    controls: (of, kinds = offered) =>
      new ContentControlCollection(model, of, kinds) as unknown as HostObject,
    range: (elements) => new WordRange(model, elements) as unknown as HostObject,
  }
  return model
}

/** Word on this machine with one open document. */
export type WordHost = {
  host: OfficeHost
  word: WordFile
  document: WordDocument
  select(at: Selection | null): void
}

/**
 * Opens a .docx in a Word of this machine. Throws an ApiError when the bytes are not one.
 * `select` says what the person has selected, and tells add-ins that listen.
 */
export const openWord = (bytes: Uint8Array, xml: Xml, options: Options = {}): WordHost => {
  const word = WordFile.open(bytes, xml)
  const matrix = options.matrix ?? wordMatrix.today
  const model = modelOf(word, options.offered ?? ['RichText'], (set) => supports(matrix, set))
  const document = new WordDocument(model)
  const settings = readSettings(word.file)
  const given: HostDocument = {
    root: document,
    bytes: () => word.file.save(),
    settings,
    settingsWritten: () => writeSettings(word.file, settings),
    customXml: packageXmlParts(word.file),
    selectedText: () => (document.getSelection() as { text: string }).text,
    insertAtSelection: (coercion, data) => {
      if (coercion === 'ooxml') document.body.insertOoxml(data, 'End')
      else
        (document.getSelection() as { insertText(text: string, at: string): void }).insertText(
          data,
          'Replace',
        )
    },
    backfill: (pane) => {
      if (!supports(host.matrix, 'WordApi 1.4')) return
      backfillWord(pane)
      backfillLists(pane)
      if (supports(host.matrix, 'WordApiDesktop 1.4')) backfillState(pane)
    },
    changed: () => word.tell(),
    refuses: (does) => refusalOf(word, does),
    mode: () => (['readOnlyFile', 'rights'].includes(word.openedAs) ? 'readOnly' : 'readWrite'),
  }
  const host = officeHost('Word', given, {
    matrix,
    ...(options.url === undefined ? {} : { url: options.url }),
    ...(options.onFault ? { onFault: options.onFault } : {}),
  })
  // What an add-in selects is told as what a person selects is.
  word.onReveal(() => host.fire(HostEvent.selectionChanged, '', []))
  const select = (at: Selection | null): void => {
    word.selection = at
    host.fire(HostEvent.selectionChanged, '', [])
  }
  return { host, word, document, select }
}
