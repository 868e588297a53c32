import { setLines } from './blockText.ts'
import { after, before, drop, isW, kid, kids, make } from './dom.ts'
import { dropLooseComments } from './comments.ts'
import { paragraphLike } from './edit.ts'
import { partsOf } from './tableParts.ts'
import type { WordFile } from './wordFile.ts'

const ofOneRow = ['ins', 'del', 'tblHeader', 'cnfStyle']
const ofOneCell = ['vMerge', 'cellIns', 'cellDel', 'cellMerge']

const cellLike = (cell: Element): Element => {
  const copy = make(cell, 'tc')
  const properties = kid(cell, 'tcPr')?.cloneNode(true) as Element | undefined
  if (properties) {
    kids(properties, ...ofOneCell).forEach(drop)
    copy.appendChild(properties)
  }
  copy.appendChild(paragraphLike(kids(cell, 'p')[0], cell))
  return copy
}

/** An empty row that looks like another: its cells' widths and first paragraphs, none of its controls. */
const rowLike = (row: Element): Element => {
  const copy = make(row, 'tr')
  const properties = kid(row, 'trPr')?.cloneNode(true) as Element | undefined
  if (properties) {
    kids(properties, ...ofOneRow).forEach(drop)
    if (properties.firstChild) copy.appendChild(properties)
  }
  for (const cell of partsOf(row, 'tc')) copy.appendChild(cellLike(cell))
  return copy
}

/** Puts new rows like this one beside it; under tracking they are insertions. Gives them in order. */
export const addRowsBeside = (
  word: WordFile,
  row: Element,
  where: 'Before' | 'After',
  count: number,
  values: readonly (readonly string[])[] = [],
): Element[] => {
  // A row in a repeating section's item is followed by a row of its own, outside the item's control.
  let place: Node = row
  while (isW(place.parentNode, 'sdtContent', 'sdt')) place = place.parentNode
  const rows = Array.from({ length: count }, () => rowLike(row))
  for (const added of where === 'Before' ? rows : rows.toReversed())
    if (where === 'Before') before(place, added)
    else after(place, added)
  for (const [at, added] of rows.entries()) {
    for (const [column, cell] of partsOf(added, 'tc').entries()) {
      const text = values[at]?.[column] ?? ''
      if (text !== '') setLines(word, cell, text)
    }
    if (word.tracking) {
      const properties = kid(added, 'trPr') ?? added.insertBefore(make(added, 'trPr'), added.firstChild)
      properties.appendChild(make(added, 'ins', word.revision()))
    }
  }
  word.changed(row)
  return rows
}

/** Takes a row out; under tracking it stays, marked as deleted, with what is in it. A table without rows goes. */
export const removeRow = (word: WordFile, row: Element): void => {
  word.changed(row)
  if (word.tracking) {
    for (const cell of partsOf(row, 'tc')) setLines(word, cell, '')
    const properties = kid(row, 'trPr') ?? row.insertBefore(make(row, 'trPr'), row.firstChild)
    if (!kid(properties, 'del')) properties.appendChild(make(row, 'del', word.revision()))
    return
  }
  let place: Node = row
  while (isW(place.parentNode, 'sdtContent', 'sdt')) place = place.parentNode
  const table = place.parentNode as Element
  drop(place)
  dropLooseComments(word)
  if (partsOf(table, 'tr').length === 0) drop(table)
}
