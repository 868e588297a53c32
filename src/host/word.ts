import { type DocumentWhy, Problem } from '../domain/problem.ts'
import { documentState, type Told } from '../documents/documentState.ts'
import { largestPicture } from '../documents/largestPicture.ts'
import type { TextParagraph } from '../documents/paragraphs.ts'
import { readControls, type ReadDocument } from '../documents/readControls.ts'
import { readParagraphs } from '../documents/readParagraphs.ts'
import { inOffice } from './office.ts'

/** The most that Word inserts, in bytes of the file as it would lie on a disk. Microsoft says no more than “4 MB”. */
export const largest = 4 * 1024 * 1024
const piece = 0x8000

export const base64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += piece)
    text += String.fromCharCode(...bytes.subarray(at, at + piece))
  return btoa(text)
}

const has = (version: string, set = 'WordApi') => Office.context.requirements.isSetSupported(set, version)

/** What this Word can do, asked of it at run time. */
export type WordCan = {
  /** Insert and read at all: not in Word 2013, nor where the pane stands in no Word. */
  readonly insert: boolean
  /** Footer, page set-up and styles come along. */
  readonly whole: boolean
  /** Tell where the cursor stands, and insert there. */
  readonly atCursor: boolean
  /** Title, subject and the like of the file can be looked at before it is sent. */
  readonly properties: boolean
}

export const wordCan = (): WordCan => ({
  insert: has('1.1'),
  whole: has('1.5'),
  atCursor: has('1.3'),
  properties: has('1.3'),
})

/** The open document as read: its controls, and the whole of it as the flat package that Word gives. */
export type OpenDocument = ReadDocument & {
  readonly xml: string
  /** What Word says of it beside its text. */
  readonly told?: Told
}

/** Asks in the same round trip for all that says what may be done with the document. */
export const asked = (context: Word.RequestContext): (() => OpenDocument) => {
  const { document } = context
  const xml = document.body.getOoxml()
  const more = has('1.4', 'WordApiDesktop')
  if (has('1.4'))
    document.load(
      [
        'changeTrackingMode',
        ...(more ? ['protectionType', 'isFinal', 'isReadOnly', 'compatibilityMode'] : []),
      ].join(','),
    )
  return () => {
    const { mode, url } = Office.context.document
    // As the library was loaded: an older one hasn't these.
    const says = document as Partial<Word.Document>
    const told: Told = {
      ...(has('1.4') ? { tracking: document.changeTrackingMode !== 'Off' } : {}),
      ...(mode === Office.DocumentMode.ReadOnly ? { mode: 'readOnly' } : {}),
      ...(url ? { address: url } : {}),
      ...(more && says.protectionType ? { protection: says.protectionType } : {}),
      ...(more && says.isFinal !== undefined ? { final: says.isFinal } : {}),
      ...(more && says.isReadOnly !== undefined ? { readOnly: says.isReadOnly } : {}),
      ...(more && says.compatibilityMode ? { compatibility: says.compatibilityMode } : {}),
    }
    return { ...readControls(withoutPictures(xml.value)), xml: xml.value, told }
  }
}

/** Every tagged control of the open document, in one round trip whatever its length. */
export const readOpenDocument = (): Promise<OpenDocument> =>
  inOffice('Reading this document', () =>
    Word.run(async (context) => {
      const read = asked(context)
      await context.sync()
      return read()
    }),
  ).catch((thrown: unknown) => {
    // Reading is refused by nothing but rights.
    if (thrown instanceof Problem && thrown.trouble.code === 'document' && thrown.trouble.why === 'notNow')
      throw new Problem({ code: 'document', why: 'rights' }, thrown.message, thrown.cause)
    throw thrown
  })

/** Throws a Problem where it is known beforehand that the document takes nothing. */
export const mustTakeText = ({ xml, told }: OpenDocument): void => {
  const { restricted } = documentState(xml, told)
  if (restricted)
    throw new Problem({ code: 'document', why: restricted }, 'Inserting: the document is protected')
}

/** In place of all that is there, after it, or after the paragraph in which the cursor stands. */
export type Where = 'replace' | 'end' | 'cursor'

export type Inserted = {
  /** Footer, styles and our own part came along; below WordApi 1.5 Word inserts the body alone. */
  readonly whole: boolean
  /** The document afterwards, read in the same round trip. */
  readonly document: OpenDocument
}

const counted = ({ controls }: ReadDocument): number => controls.filter(({ deleted }) => !deleted).length

/** Why Word did not take it, by what is known of the document; after a failure in the middle it is read again. */
const refined = async (
  problem: Problem,
  bytes: Uint8Array,
  where: Where,
  before: OpenDocument | null,
): Promise<Problem> => {
  const { trouble } = problem
  if (trouble.code !== 'document') return problem
  const because = (why: DocumentWhy) => new Problem({ ...trouble, why }, problem.message, problem.cause)
  const state = before && documentState(before.xml, before.told)
  if (trouble.why === 'notNow' || trouble.why === 'failed')
    if (state?.restricted) return because(state.restricted)
    else if (state?.locked && where === 'replace') return because('locked')
  if (trouble.why !== 'failed' && trouble.why !== 'silent') return problem
  if (trouble.why === 'failed') {
    const after = await readOpenDocument().catch(() => null)
    if (after && before && (counted(after) !== counted(before) || after.hasText !== before.hasText))
      return because('halfway')
    if (base64Length(bytes) > largest) return tooLarge(bytes, problem.message)
  }
  return problem
}

/** Throws a Problem where minutes can't stand at the cursor: in a table they would be one cell, in a field its text. */
const mustStandFree = async (context: Word.RequestContext): Promise<void> => {
  const line = context.document.getSelection().paragraphs.getLast()
  const field = line.parentContentControlOrNullObject
  line.load('tableNestingLevel')
  field.load('tag')
  await context.sync()
  const place = line.tableNestingLevel > 0 ? 'table' : field.isNullObject ? null : 'field'
  if (place)
    throw new Problem(
      {
        code: 'refused',
        why: `The cursor stands in a ${place}. Put it into a line of text and insert again.`,
      },
      `Inserting: the cursor is in a ${place}`,
    )
}

const base64Length = (bytes: Uint8Array): number => Math.ceil(bytes.length / 3) * 4

const tooLarge = (bytes: Uint8Array, message: string): Problem => {
  const picture = largestPicture(bytes)
  return new Problem(
    { code: 'document', why: 'tooLarge', size: bytes.length, ...(picture ? { picture } : {}) },
    message,
  )
}

/**
 * Puts a .docx into the open document in one round trip: in place of all that is there, after it, or at the cursor (one
 * more, to look where that stands; WordApi 1.3); `bodyAlone`
 * without footer and styles, by a way that takes some files which the other doesn't (office-js issue 6761). `before`
 * is the document as it was read: with it a refusal says more. Problem `document` where Word does not take it, saying
 * whether a part was put in, or `unsupported`.
 */
export const insertDocument = async (
  bytes: Uint8Array,
  where: Where,
  { before = null, bodyAlone = false }: { before?: OpenDocument | null; bodyAlone?: boolean } = {},
): Promise<Inserted> => {
  const what = 'Inserting into this document'
  if (bytes.length > largest) throw tooLarge(bytes, `${what}: too large`)
  if (!has('1.1')) throw new Problem({ code: 'unsupported', what }, `${what}: WordApi 1.1 is missing`)
  const location = where === 'replace' ? 'Replace' : 'End'
  const file = base64(bytes)
  const whole = has('1.5') && !bodyAlone && where !== 'cursor'
  try {
    return await inOffice(what, () =>
      Word.run(async (context) => {
        if (where === 'cursor') {
          await mustStandFree(context)
          const line = context.document.getSelection().paragraphs.getLast()
          line.getRange('Whole').insertFileFromBase64(file, 'After')
        } else if (whole)
          context.document.insertFileFromBase64(file, location, {
            importTheme: where === 'replace',
            importStyles: where === 'replace',
            importParagraphSpacing: where === 'replace',
            ...(has('1.6') ? { importCustomXmlParts: true } : {}),
          })
        else context.document.body.insertFileFromBase64(file, location)
        const read = asked(context)
        await context.sync()
        return { whole, document: read() }
      }),
    )
  } catch (thrown) {
    throw thrown instanceof Problem ? await refined(thrown, bytes, where, before) : thrown
  }
}

/** Photos are the most of many documents and say nothing of its text; without them reading stays quick. */
const withoutPictures = (xml: string): string =>
  xml.replace(/<pkg:binaryData>[^<]*<\/pkg:binaryData>/g, '<pkg:binaryData/>')

const told = ['title', 'subject', 'keywords', 'comments', 'category'] as const

/**
 * All the text of the open document, headers, footers, notes and comments too where Word gives them, and the file's
 * properties, which keep the last child's name when an old document is written over; one round trip.
 */
export const readOpenText = (): Promise<readonly TextParagraph[]> =>
  inOffice('Reading this document', () =>
    Word.run(async (context) => {
      const xml = context.document.body.getOoxml()
      const properties = has('1.3') ? context.document.properties : null
      properties?.load(told.join(','))
      await context.sync()
      const beside = told.map((name) => properties?.[name] ?? '').filter((text) => text.trim() !== '')
      return [
        ...readParagraphs(withoutPictures(xml.value)),
        ...beside.map((text) => ({ text, is: 'property' as const })),
      ]
    }),
  )

/** Word searches for no longer text. */
const longestSearch = 255

/**
 * Selects a piece of the body's text and brings it into view: the `nth` of those that read so, counting from 0, capital
 * letters or not. False where the body doesn't have it.
 */
export const selectText = (text: string, nth = 0): Promise<boolean> =>
  inOffice('Looking for this in the document', () =>
    Word.run(async (context) => {
      // A caret begins a code in Word's search; a tab or line break between cells is found by what stands before it.
      const [line = ''] = text.split(/[\t\n\v\r]/)
      const found = context.document.body.search(line.slice(0, longestSearch / 2).replaceAll('^', '^^'))
      found.load('items')
      await context.sync()
      const { items } = found
      const range = items[Math.min(nth, items.length - 1)]
      if (!range) return false
      range.select()
      await context.sync()
      return true
    }),
  )
