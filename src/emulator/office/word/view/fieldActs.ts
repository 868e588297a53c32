import { paragraphsIn } from '../blockText.ts'
import { clearControl, contentOf, putText, setDate } from '../controls.ts'
import { children, closest, isW } from '../dom.ts'
import { breakLine, joinWithPrevious, splitParagraph } from '../paragraphEdit.ts'
import { textOf } from '../text.ts'
import { partsOf } from '../tableParts.ts'
import { addRowsBeside } from '../tableRows.ts'
import type { Place } from '../wordFile.ts'
import type { Editor } from './editor.ts'

/** The first text typed into a control that shows its placeholder takes the placeholder's place. */
export const fillPlaceholder = ({ word, cursor }: Editor, control: Element, text: string): void => {
  cursor.put(contentOf(control), null, text.length)
  putText(word, control, text, 'Replace')
  const [paragraph] = paragraphsIn(contentOf(control))
  if (paragraph) cursor.put(paragraph, null, text.length)
}

/** Enter ends a paragraph; with Shift, and in a control within a line, it breaks the line. */
export const pressEnter = (
  { word, cursor }: Editor,
  place: Place,
  at: { from: number; to: number },
  shift: boolean,
): void => {
  if (shift || !isW(place.parent, 'p')) {
    cursor.put(place.parent, place.after, at.from + 1)
    breakLine(word, place, at.from, at.to)
    return
  }
  cursor.put(splitParagraph(word, place, at.to), null, 0)
  word.tell()
}

/** Backspace at the start of a paragraph joins it to the one before. Answers whether there was one. */
export const runOn = ({ word, cursor }: Editor, place: Place): boolean => {
  if (!isW(place.parent, 'p') || place.after) return false
  const previous = place.parent.previousSibling
  const last = previous ? (children(previous).findLast((child) => isW(child, 'sdt')) ?? null) : null
  const met = joinWithPrevious(word, place.parent)
  if (!met) return false
  cursor.put(met.paragraph, last, met.at)
  word.tell()
  return true
}

/** When a person leaves a control: an empty one shows its placeholder, a date keeps its machine-readable twin. */
export const leaveControl = ({ word }: Editor, control: Element): void => {
  const text = textOf([contentOf(control)])
  if (text === '' && !word.tracking) clearControl(word, control)
  else setDate(control, text)
}

/** Tab in the last cell of a table adds a row like it, without its controls. Answers whether this was the last cell. */
export const tabOn = ({ word, cursor }: Editor, cell: Element): boolean => {
  const row = closest(cell, 'tr')
  const table = row && closest(row, 'tbl')
  if (!row || !table) return false
  if (partsOf(row, 'tc').at(-1) !== cell || partsOf(table, 'tr').at(-1) !== row) return false
  const [added] = addRowsBeside(word, row, 'After', 1)
  const [paragraph] = added ? paragraphsIn(added) : []
  if (paragraph) cursor.put(paragraph, null, 0)
  word.tell()
  return true
}
