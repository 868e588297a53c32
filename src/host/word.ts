import { Problem } from '../domain/problem.ts'
import type { TextParagraph } from '../documents/paragraphs.ts'
import { readControls, type ReadDocument } from '../documents/readControls.ts'
import { readParagraphs } from '../documents/readParagraphs.ts'
import { inOffice } from './office.ts'

/** Word takes no file larger than this. */
const largest = 4 * 1024 * 1024
const piece = 0x8000

const base64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += piece)
    text += String.fromCharCode(...bytes.subarray(at, at + piece))
  return btoa(text)
}

const has = (version: string) => Office.context.requirements.isSetSupported('WordApi', version)

/** Footer, styles and our own part come along from WordApi 1.5 on; below it Word inserts the body alone. */
export type Inserted = { readonly whole: boolean }

/**
 * Puts a .docx into the open document in one round trip: in place of all that is there, or after it. Problem
 * `unsupported`, `refused` (protected) or `busy` where Word does not take it; then nothing was inserted.
 */
export const insertDocument = async (bytes: Uint8Array, where: 'replace' | 'end'): Promise<Inserted> => {
  const what = 'Inserting into this document'
  if (bytes.length > largest)
    throw new Problem({ code: 'refused', why: 'Word takes files of up to 4 MB' }, `${what}: too large`)
  const location = where === 'replace' ? 'Replace' : 'End'
  const file = base64(bytes)
  const whole = has('1.5')
  await inOffice(what, () =>
    Word.run(async (context) => {
      if (whole)
        context.document.insertFileFromBase64(file, location, {
          importTheme: where === 'replace',
          importStyles: where === 'replace',
          importParagraphSpacing: where === 'replace',
          ...(has('1.6') ? { importCustomXmlParts: true } : {}),
        })
      else context.document.body.insertFileFromBase64(file, location)
      await context.sync()
    }),
  )
  return { whole }
}

/** The open document as read: its controls, and the whole of it as the flat package that Word gives. */
export type OpenDocument = ReadDocument & { readonly xml: string }

/** Every tagged control of the open document, in one round trip whatever its length. */
export const readOpenDocument = (): Promise<OpenDocument> =>
  inOffice('Reading this document', () =>
    Word.run(async (context) => {
      const xml = context.document.body.getOoxml()
      await context.sync()
      return { ...readControls(xml.value), xml: xml.value }
    }),
  )

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
      return [...readParagraphs(xml.value), ...beside.map((text) => ({ text, is: 'property' as const }))]
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
