import { strToU8, zipSync } from 'fflate'
import { folded } from '../../domain/folded.ts'
import { type Book, type BookSheet, cellAt, inside, refAt } from './book.ts'
import { cellFacts, type CostingGiven, type CostingValue, lineFacts } from './facts.ts'
import type { CostingMapping } from './costingPack.ts'
import { costingPlaces } from './places.ts'
import { cellXml, positionOf, reckonedAnew, withCells, wordsOf } from './sheetText.ts'

export type CostingFilled = {
  readonly bytes: Uint8Array
  /** Cells that were written. */
  readonly written: number
  /** What the record doesn't say, by label. */
  readonly blank: readonly string[]
  /** Answers that the authority's list of choices doesn't hold: left empty. */
  readonly notInList: readonly { readonly at: string; readonly label: string; readonly answer: string }[]
  /** Lines that found no row. */
  readonly left: number
  /** All that the filled workbook says in words, for the wrong-child guard. */
  readonly texts: readonly string[]
}

/**
 * An authority's own workbook with a pupil's lines in it: only cells of the mapping that hold no formula and are not
 * shut are written, everything else of the file stays byte for byte, but that Excel is asked to reckon anew when it
 * opens it. `book` is what `openBook` read.
 */
export const fillCosting = (book: Book, mapping: CostingMapping, given: CostingGiven): CostingFilled => {
  const places = costingPlaces(book)
  const blank: string[] = []
  const notInList: { at: string; label: string; answer: string }[] = []
  const writes = new Map<string, Map<string, string>>()
  let written = 0
  const texts = book.sheets.flatMap((sheet) => [...sheet.cells.values()].flatMap(({ text }) => text || []))
  const write = (sheet: BookSheet, row: number, column: number, value: CostingValue, label: string) => {
    const cell = cellAt(sheet, row, column)
    if (value === null || cell?.formula || cell?.shut || (sheet.guarded && !cell)) return
    const chosen = chosenFrom(sheet, row, column, value)
    if (chosen === null) {
      notInList.push({ at: `${sheet.name}!${refAt(row, column)}`, label, answer: wordsOf(value) })
      return
    }
    const cells = writes.get(sheet.name) ?? new Map<string, string>()
    cells.set(
      refAt(row, column),
      cellXml(chosen, refAt(row, column), cell?.style ?? null, cell?.dated ?? false, book.from1904),
    )
    writes.set(sheet.name, cells)
    texts.push(wordsOf(chosen))
    written++
  }
  for (const { id, sheet: on, ref, label } of places.cells) {
    const fact = mapping.cells[id]
    const sheet = book.sheets.find(({ name }) => name === on)
    if (!fact || !sheet) continue
    const value = cellFacts[fact].value(given)
    if (value === null) blank.push(label)
    const { row, column } = positionOf(ref)
    write(sheet, row, column, value, label)
  }
  let left = 0
  for (const area of places.rows) {
    const columns = mapping.rows[area.id]
    const sheet = book.sheets.find(({ name }) => name === area.sheet)
    if (!columns || !sheet) continue
    // Rows that somebody has filled already, such as an example, stay as they are.
    const free = Array.from({ length: area.rows }, (_, i) => area.first + i).filter((row) =>
      Object.keys(columns).every(
        (column) =>
          (cellAt(sheet, row, Number(column))?.text ?? '') === '' ||
          cellAt(sheet, row, Number(column))?.formula,
      ),
    )
    left += Math.max(0, given.lines.length - free.length)
    for (const [i, row] of free.slice(0, given.lines.length).entries())
      for (const [column, fact] of Object.entries(columns))
        write(
          sheet,
          row,
          Number(column),
          lineFacts[fact].value({ ...given.lines[i]!, rates: given.rates }),
          area.columns.find((one) => one.column === Number(column))?.label ?? fact,
        )
  }
  const parts: Record<string, Uint8Array> = { ...book.parts }
  for (const sheet of book.sheets) {
    const cells = writes.get(sheet.name)
    if (cells) parts[sheet.part] = strToU8(withCells(sheet, cells))
  }
  parts[book.bookPart] = strToU8(reckonedAnew(book))
  return {
    // The earliest moment that a zip can hold: the same content is always the same bytes.
    bytes: zipSync(parts, { level: 6, mtime: new Date(1980, 0, 1) }),
    written,
    blank,
    notInList,
    left,
    texts,
  }
}

/** The authority's own word for it where it is chosen from a list; null where the list has none. */
const chosenFrom = (
  sheet: BookSheet,
  row: number,
  column: number,
  value: NonNullable<CostingValue>,
): NonNullable<CostingValue> | null => {
  const list = sheet.choices.find(({ at }) => at.some((area) => inside(area, row, column)))
  if (!list || list.options.length === 0) return value
  const plain = (words: string) => folded(words).replace(/[^a-z0-9]+/g, '')
  const wanted = plain(wordsOf(value))
  const option =
    list.options.find((one) => plain(one) === wanted) ??
    list.options.find((one) => value.is === 'text' && abbreviation(value.text) === plain(one))
  return option === undefined ? null : value.is === 'number' ? value : { is: 'text', text: option }
}
/** `Teaching assistant` as `TA`. */
const abbreviation = (words: string) =>
  words
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('')
    .toLowerCase()
