import { type Cell, type Row, rowsOf, unwrapped } from './cells.ts'
import type { FormField, PartSpot, Spot } from './fields.ts'
import { fieldsInParagraph } from './inParagraph.ts'
import { piecesOf } from './pieces.ts'
import type { Reader } from './reader.ts'
import {
  columnOver,
  covers,
  dayFrom,
  emptyBelow,
  endsOpen,
  isChoice,
  isDayHeader,
  isHeader,
  isLoneBox,
  isTitle,
  lastParagraph,
  lettersFrom,
  type NamedCell,
  tickWords,
} from './tableShapes.ts'
import type { Element } from './tree.ts'

/** A letter of a plan’s section in a cell of its own; what it is called stands in the next. */
const planLetter = /^(?:section )?(?:[A-GIJK]|H[12])$/i

const into = (cell: Cell): Extract<Spot, { how: 'paragraph' }> => ({
  how: 'paragraph',
  paragraph: lastParagraph(cell.element),
  behind: false,
})

const partOf = ({ cell, takes, short }: NamedCell): PartSpot => {
  const piece = short ? { takes, short } : { takes }
  if (cell.blank) return { ...piece, spot: into(cell) }
  // What names it stands where the answer goes: `DD`.
  const paragraph = lastParagraph(cell.element)
  const letters = piecesOf(paragraph).letters
  const rooms = [...new Set(letters.map(({ at }) => at))].map((at) => {
    const own = letters.filter((letter) => letter.at === at).map(({ index }) => index)
    return { at, from: Math.min(...own), to: Math.max(...own) + 1 }
  })
  return { ...piece, spot: { how: 'gap', rooms, paragraph } }
}

/** Reads one row of a table into a reader; `above` and `below` are the rows beside it. */
const readRow = (
  reader: Reader,
  row: Row,
  above: Row | undefined,
  below: Row | undefined,
  header: Row | null,
  label: string,
  context: readonly string[],
): void => {
  let left = ''
  const boxes = row.cells.filter(({ element }) => isLoneBox(element)).length
  const columnAt = (at: number) => (header ? columnOver(header, row, at) : '')
  for (let at = 0; at < row.cells.length; at++) {
    const cell = row.cells[at]!
    const column = columnAt(at)
    if (cell.goesOn) {
      left = cell.says
      continue
    }
    const up = above?.cells.find((each) => each.column === cell.column && each.span === cell.span)
    const day = dayFrom(row.cells, at, (each) =>
      row.cells[each]!.blank ? columnAt(each) : below?.cells[each]?.blank ? '' : row.cells[each]!.text,
    )
    if (day) {
      const parts = day.cells.map(partOf)
      reader.add(textField(left || label, { how: 'parts', of: 'day', parts }), context)
      at = day.to - 1
      continue
    }
    const letters = column === '' && cell.blank ? lettersFrom(row.cells, at) : null
    if (letters) {
      const parts = letters.cells.map((one): PartSpot => ({ takes: 'letter', spot: into(one) }))
      const own = left || (up && !up.blank ? up.text : '') || label
      reader.add(textField(own, { how: 'parts', of: 'letters', parts }), context)
      at = letters.to - 1
      continue
    }
    if (cell.blank) {
      const own = left || (up && !up.blank ? up.text : '') || column || label
      const tick = column !== '' && tickWords.test(column)
      const named = column !== '' && column !== own
      reader.add(
        {
          ...textField(own, into(cell)),
          takes: tick ? 'tick' : 'text',
          option: tick ? column : null,
          ...(named && own === left ? { column } : {}),
        },
        named ? [column, ...context] : context,
      )
      continue
    }
    const before = reader.count
    if (left && column && isLoneBox(cell.element) && (boxes > 1 || tickWords.test(column))) {
      const paragraph = unwrapped(cell.element, 'p')[0]!
      for (const found of fieldsInParagraph(paragraph, piecesOf(paragraph)))
        reader.add({ ...found, label: left, option: column }, [column, ...context])
      continue
    }
    const around = left || column
    const inside = column && column !== around ? [column, ...context] : context
    const next = row.cells[at + 1]
    const strikes = isChoice(cell.element) ? around !== '' : !next?.blank && !isBlankUnder(cell, below)
    reader.blocks(cell.element, around, inside, strikes ? 'cell' : 'label')
    const took = reader.count > before
    if (!took && endsOpen(cell, next, below))
      reader.add(
        textField(cell.text.replace(/:$/, ''), {
          how: 'paragraph',
          paragraph: lastParagraph(cell.element),
          behind: true,
        }),
        context,
      )
    if (!took) left = planLetter.test(left) ? `${left} ${cell.text}` : cell.text
  }
}

const isBlankUnder = (cell: Cell, below: Row | undefined) =>
  below?.cells.some((each) => each.column === cell.column && each.blank) ?? false

const textField = (label: string, spot: Spot): Omit<FormField, 'id' | 'context' | 'part'> => ({
  takes: 'text',
  label,
  option: null,
  most: null,
  options: null,
  now: '',
  spot,
})

/** A row with nothing in it but room, below a label with room beside it: the answer goes on there. */
const goesOnBelow = (row: Row, above: Row | undefined): Cell | null => {
  if (!above || row.cells.length !== above.cells.length || row.cells.length < 2) return null
  const [first, ...rest] = row.cells
  const [label, ...rooms] = above.cells
  const same = row.cells.every((cell, at) => cell.column === above.cells[at]!.column)
  // The label's own cell may go on, or be empty below.
  return same &&
    rest.length === 1 &&
    rest[0]!.blank &&
    rooms[0]!.blank &&
    (first!.goesOn || (first!.blank && first!.text === '')) &&
    (!label!.blank || label!.goesOn || label!.text === '')
    ? rest[0]!
    : null
}

/** Reads a table into a reader: its titles, its grids to fill row by row, and the places of its other rows. */
export const readTable = (
  reader: Reader,
  table: Element,
  label: string,
  context: readonly string[],
): void => {
  const rows = rowsOf(table)
  let header: Row | null = null
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!
    const next = rows[at + 1]
    if (isHeader(row, next)) {
      header = row
      const days = isDayHeader(row)
      const empty = days ? [] : emptyBelow(row, rows.slice(at + 1))
      if (empty.length > 0) {
        reader.addTable(row, empty, label, context)
        at += empty.length
      } else if (days && next && nameless(next)) {
        readRow(reader, under(row, next), row, rows[at + 2], row, label, context)
        at++
      }
      continue
    }
    if (header && row.cells.length !== header.cells.length && !covers(header, row)) header = null
    const more = header ? null : goesOnBelow(row, rows[at - 1])
    if (more && reader.goOn(into(more), rows[at - 1]!.cells[1]!.element)) continue
    if (row.cells.length === 1 && !row.cells[0]!.blank && isTitle(row.cells[0]!, next)) {
      reader.enter(row.cells[0]!.text)
      continue
    }
    readRow(reader, row, rows[at - 1], next, header, label, context)
  }
}

/** No cell of it says anything, but that it goes on with the one above. */
const nameless = ({ cells }: Row) => cells.every(({ blank, goesOn }) => blank || goesOn)

/** A row of room under names of a day takes what the row of names calls it. */
const under = (names: Row, row: Row): Row => ({
  ...row,
  cells: row.cells.map((cell, at) => {
    const name = names.cells[at]!
    const isName = dayFrom(names.cells, at, (each) => names.cells[each]!.text) === null
    return at === 0 && isName && name.text !== '' ? { ...cell, goesOn: true, says: name.text } : cell
  }),
})
