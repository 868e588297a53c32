import type { Shown } from '../documents/shownControl.ts'
import { inOffice } from './office.ts'
import { selectText } from './word.ts'
import { selectField } from './wordUpdate.ts'

const has = (version: string) => Office.context.requirements.isSetSupported('WordApi', version)

/** The text of the open document, by which a change is noticed, and whether Word has saved it all. */
export type Look = { readonly text: string; readonly saved: boolean }

/** A look that costs little: the body's text and nothing else of it, in one round trip. */
export const lookAtDocument = (): Promise<Look> =>
  inOffice(
    'Looking at this document',
    () =>
      Word.run(async (context) => {
        const { document } = context
        document.load('saved')
        document.body.load('text')
        await context.sync()
        return { text: document.body.text, saved: document.saved }
      }),
    15_000,
  )

/**
 * Calls back whenever the selection moves, which it does with everything that is typed (DocumentEvents 1.1). Word's own
 * events of changed paragraphs are of WordApi 1.6 and tell no more than that. Gives the way to stop.
 */
export const whenSelectionMoves = (moved: () => void): (() => void) => {
  const { document, requirements } = Office.context
  if (!requirements.isSetSupported('DocumentEvents', '1.1')) return () => undefined
  const event = Office.EventType.DocumentSelectionChanged
  document.addHandlerAsync(event, moved, () => undefined)
  return () => document.removeHandlerAsync(event, { handler: moved }, () => undefined)
}

/** Half of what Word searches for: a caret counts twice. */
const longestSearch = 127

/**
 * Brings a heading into view and puts the cursor before it, so that nothing is selected that typing would replace: by
 * its bookmark from WordApi 1.4 on, else by its words. False where the document has neither.
 */
export const goToHeading = (bookmark: string, words: string): Promise<boolean> =>
  inOffice('Going to this part', () =>
    Word.run(async (context) => {
      const { document } = context
      const marked = has('1.4') ? document.getBookmarkRangeOrNullObject(bookmark) : null
      marked?.load('text')
      const found = document.body.search(words.slice(0, longestSearch).replaceAll('^', '^^'))
      found.load(has('1.3') ? 'items/styleBuiltIn' : 'items')
      await context.sync()
      const heading = found.items.find((range) => !has('1.3') || /^Heading/.test(range.styleBuiltIn))
      const range = marked && !marked.isNullObject ? marked : heading
      if (!range) return false
      range.select('Start')
      await context.sync()
      return true
    }),
  )

/**
 * Brings the first control of a tag into view: an empty one is selected, so that typing fills it; in another the cursor
 * stands at the end. A control that this Word gives to no program is found by what it shows. False where the document
 * hasn't it.
 */
export const goToControl = async (tag: string, shown: Shown | null, empty: boolean): Promise<boolean> =>
  (await selectField(tag, 0, empty ? 'Select' : 'End')) ||
  (shown !== null && selectText(shown.text, shown.nth))
