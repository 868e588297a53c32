import { bytesOf, letterBytes } from './letterBytes.ts'
import { columnLetters, type Cell, type Plain, type Row, type Sheet } from './model.ts'
import type { CellStyle } from './styles.ts'
import type { Texts } from './texts.ts'
import { cellText, xml } from './xml.ts'

/** The number of a style in `styles.xml`. */
export type StyleNumber = (style: CellStyle, quoted: boolean) => number

/** Bytes of rows that are packed at once. */
const pieceSize = 128_000

const [rowStart, rowReady, rowEnd] = [bytesOf('<row r="'), bytesOf('">'), bytesOf('</row>')]
const [valueStart, valueEnd, cellEnd] = [bytesOf('<v>'), bytesOf('</v></c>'), bytesOf('</c>')]

/** From a cell's place to its value, or to its formula, by style number. */
const openings = () => {
  const of = (rest: string) => {
    const known: Uint8Array[] = []
    return (style: number): Uint8Array => (known[style] ??= bytesOf(`" s="${style}"${rest}`))
  }
  return {
    blank: of('/>'),
    number: of('><v>'),
    yesNo: of(' t="b"><v>'),
    /** A text is the number of one among the shared. */
    text: of(' t="s"><v>'),
    formula: { number: of('>'), yesNo: of(' t="b">'), text: of(' t="str">') },
  }
}

/**
 * The rows as bytes, a piece at a time. This is where the time of a big workbook goes: what is the same for a column,
 * a style or a formula is made into bytes once, and texts stand elsewhere.
 */
export function* rowPieces(sheet: Sheet, number: StyleNumber, texts: Texts): Generator<Uint8Array> {
  const out = letterBytes(pieceSize)
  const opening = openings()
  const width = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const columns = Array.from({ length: width }, (_, at) => {
    const style = sheet.columns[at]?.style ?? 'label.general'
    return {
      start: bytesOf(`<c r="${columnLetters(at)}`),
      plain: number(style, false),
      quoted: number(style, true),
    }
  })
  const formulas = new Map<string, Uint8Array>()
  const formulaBytes = (formula: string): Uint8Array => {
    const known = formulas.get(formula) ?? bytesOf(`<f>${xml(formula)}</f>`)
    formulas.set(formula, known)
    return known
  }

  const writeNumber = (value: number): void => {
    if (value >= 0 && value === (value | 0)) out.whole(value)
    else out.text(String(value))
  }
  const writePlain = (value: Plain, own: CellStyle | undefined, column: (typeof columns)[number]): void => {
    const text = typeof value === 'string' ? texts.numberOf(value) : 0
    const mark = text % 2 === 1
    const style = own === undefined ? (mark ? column.quoted : column.plain) : number(own, mark)
    if (value === null) return out.bytes(opening.blank(style))
    if (typeof value === 'string') {
      out.bytes(opening.text(style))
      out.whole(text >> 1)
    } else {
      out.bytes(typeof value === 'number' ? opening.number(style) : opening.yesNo(style))
      writeNumber(Number(value))
    }
    out.bytes(valueEnd)
  }
  const writeFormula = (formula: string, value: Plain, style: number): void => {
    const { number: ofNumber, yesNo, text } = opening.formula
    out.bytes((typeof value === 'string' ? text : typeof value === 'boolean' ? yesNo : ofNumber)(style))
    out.bytes(formulaBytes(formula))
    if (value === null) return out.bytes(cellEnd)
    out.bytes(valueStart)
    if (typeof value === 'string') out.text(cellText(value))
    else writeNumber(Number(value))
    out.bytes(valueEnd)
  }
  const writeCell = (cell: Cell, column: (typeof columns)[number], row: number): void => {
    out.bytes(column.start)
    out.whole(row)
    if (cell === null || typeof cell !== 'object') writePlain(cell, undefined, column)
    else if (cell.formula === undefined) writePlain(cell.value, cell.style, column)
    else writeFormula(cell.formula, cell.value, cell.style ? number(cell.style, false) : column.plain)
  }
  const writeRow = ({ cells, height }: Row, row: number): void => {
    if (cells.length === 0 && height === undefined) return
    out.bytes(rowStart)
    out.whole(row)
    if (height !== undefined) out.text(`" ht="${height}" customHeight="1`)
    out.bytes(rowReady)
    for (let at = 0; at < cells.length; at++) writeCell(cells[at]!, columns[at]!, row)
    out.bytes(rowEnd)
  }
  for (let at = 0; at < sheet.rows.length; at++) {
    writeRow(sheet.rows[at]!, at + 1)
    if (out.isFull()) yield out.take()
  }
  yield out.take()
}
