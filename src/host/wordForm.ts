import { Problem } from '../domain/problem.ts'
import { type Clicked, type Shown, wordsIndexOf } from '../documents/form/where.ts'
import { inOffice } from './office.ts'
import { base64, largest } from './word.ts'

/** What this Word can do with an authority's form; each is asked when the pane needs it. */
export type FormAbility = {
  /** Give the open file's own bytes: CompressedFile 1.1. */
  readonly reads: boolean
  /** Say where somebody clicked, and select a place: WordApi 1.3. */
  readonly points: boolean
  /** Take a whole document with its headers and footers in place of the open one: WordApi 1.5. */
  readonly fills: boolean
}

const has = (set: string, version: string) => Office.context.requirements.isSetSupported(set, version)

export const formAbility = (): FormAbility => ({
  reads: has('CompressedFile', '1.1'),
  points: has('WordApi', '1.3'),
  fills: has('WordApi', '1.5'),
})

/** Tells each time the cursor moves in the document, until the answer is called. */
export const onSelection = (moved: () => void): (() => void) => {
  const type = Office.EventType.DocumentSelectionChanged
  Office.context.document.addHandlerAsync(type, moved)
  return () => Office.context.document.removeHandlerAsync(type, { handler: moved })
}

const clickedIn = async (context: Word.RequestContext, withCell: boolean): Promise<Clicked> => {
  const selection = context.document.getSelection()
  const paragraph = selection.paragraphs.getFirst()
  const cursor = selection.getRange('Start')
  const ahead = paragraph.getRange('Start').expandTo(cursor)
  const before = context.document.body.getRange('Start').expandTo(cursor).paragraphs
  const cell = withCell ? selection.parentTableCellOrNullObject : null
  paragraph.load('text')
  ahead.load('text')
  before.load('items/text')
  cell?.load('rowIndex,cellIndex')
  await context.sync()
  return {
    text: paragraph.text,
    ahead: ahead.text,
    before: before.items.map(({ text }) => text),
    cell: !cell ? undefined : cell.isNullObject ? null : { row: cell.rowIndex, cell: cell.cellIndex },
  }
}

/** Where the cursor stands, in one round trip; in a second without the cell where Word can't tell it. */
export const readClicked = (): Promise<Clicked> =>
  inOffice('Looking where you clicked', async () => {
    try {
      return await Word.run((context) => clickedIn(context, true))
    } catch {
      // Cells that are merged downwards have no index in some Words, and fail all that is asked with it.
      return Word.run((context) => clickedIn(context, false))
    }
  })

/** Word searches for no longer text. */
const longestSearch = 255

/** Selects a place of the form and brings it into view. False where the document doesn't have it any more. */
export const showPlace = (shown: Shown): Promise<boolean> =>
  inOffice('Looking for this place', () =>
    Word.run(async (context) => {
      const { paragraphs } = context.document.body
      paragraphs.load('items/text')
      await context.sync()
      const index = wordsIndexOf(
        paragraphs.items.map(({ text }) => text),
        shown,
      )
      const paragraph = paragraphs.items[index]
      if (!paragraph) return false
      const { part } = shown
      const wanted = part && part.text.length <= longestSearch ? part : null
      const found = wanted ? paragraph.search(wanted.text.replaceAll('^', '^^')) : null
      found?.load('items')
      if (found) await context.sync()
      const range = found && wanted ? found.items[wanted.nth] : undefined
      if (range) range.select()
      else paragraph.select()
      await context.sync()
      return true
    }),
  )

/**
 * Puts a filled form in the place of the empty one that is open. Styles and parts are not brought along: those of the
 * open document are the form's own. `tracked`: nothing was done, as every line would be marked as new. Problem
 * `document` where Word doesn't take it (protected, over 4 MB), `unsupported` below WordApi 1.5.
 */
export const fillOpenForm = (bytes: Uint8Array): Promise<'filled' | 'tracked'> => {
  const what = 'Filling this form'
  if (bytes.length > largest)
    throw new Problem({ code: 'document', why: 'tooLarge', size: bytes.length }, `${what}: too large`)
  if (!formAbility().fills) throw new Problem({ code: 'unsupported', what }, `${what}: WordApi 1.5`)
  const file = base64(bytes)
  return inOffice(what, () =>
    Word.run(async (context) => {
      context.document.load('changeTrackingMode')
      await context.sync()
      if (context.document.changeTrackingMode !== 'Off') return 'tracked'
      context.document.insertFileFromBase64(file, 'Replace', {
        importTheme: false,
        importStyles: false,
        importParagraphSpacing: false,
        importPageColor: false,
      })
      await context.sync()
      return 'filled'
    }),
  )
}

/** Whether Word marks what is written now as a change. */
export const tracksChanges = (): Promise<boolean> =>
  inOffice('Looking at Track changes', () =>
    Word.run(async (context) => {
      context.document.load('changeTrackingMode')
      await context.sync()
      return context.document.changeTrackingMode !== 'Off'
    }),
  )

/** The open document as the flat package that Word gives, to compare with what was put in. */
export const readBackForm = (): Promise<string> =>
  inOffice('Comparing the form', () =>
    Word.run(async (context) => {
      const xml = context.document.body.getOoxml()
      await context.sync()
      return xml.value
    }),
  )
