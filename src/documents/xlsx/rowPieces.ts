import { bytesOf, putBytes, putText, putWhole } from './letterBytes.ts'
import { columnLetters, type Plain, type Row, type Sheet } from './model.ts'
import type { CellStyle } from './styles.ts'
import type { Texts } from './texts.ts'
import { cellText, xml } from './xml.ts'

/** The number of a style in `styles.xml`. */
export type StyleNumber = (style: CellStyle, quoted: boolean) => number

/** Bytes of rows that are packed at once. */
const pieceSize = 128_000
/** More than any cell takes that is a number, a yes or no, or the number of a text; also the start and end of a row. */
const cellRoom = 200

const [rowStart, rowReady, rowEnd] = [bytesOf('<row r="'), bytesOf('">'), bytesOf('</row>')]
const [valueStart, valueEnd, cellEnd] = [bytesOf('<v>'), bytesOf('</v></c>'), bytesOf('</c>')]

/** From a cell's place to its value, or to its formula, by what it holds. */
const openingsOf = (style: number) => {
  const of = (rest: string): Uint8Array => bytesOf(`" s="${style}"${rest}`)
  return {
    blank: of('/>'),
    number: of('><v>'),
    yesNo: of(' t="b"><v>'),
    /** A text is the number of one among the shared. */
    text: of(' t="s"><v>'),
    formula: { number: of('>'), yesNo: of(' t="b">'), text: of(' t="str">') },
  }
}
type Openings = ReturnType<typeof openingsOf>
const formulaOpening = ({ formula }: Openings, value: Plain): Uint8Array =>
  typeof value === 'string' ? formula.text : typeof value === 'boolean' ? formula.yesNo : formula.number

const putNumber = (into: Uint8Array, at: number, value: number): number => {
  if (value >= 0 && value === (value | 0)) return putWhole(into, at, value)
  // Pounds and pence without making a string: where this is the same number, it has the same shortest digits.
  const hundredths = Math.round(value * 100)
  if (value < 0 || hundredths > 0x7fffffff || hundredths / 100 !== value)
    return putText(into, at, String(value))
  const whole = (hundredths / 100) | 0
  const rest = hundredths - whole * 100
  let place = putWhole(into, at, whole)
  into[place++] = point
  return rest % 10 === 0 ? putWhole(into, place, rest / 10) : putTwo(into, place, rest)
}
const point = 46
const putTwo = (into: Uint8Array, at: number, value: number): number =>
  putWhole(into, value < 10 ? putWhole(into, at, 0) : at, value)

/**
 * The rows as bytes, a piece at a time. This is where the time of a big workbook goes: what is the same for a column,
 * a style or a formula is made into bytes once, texts stand elsewhere, and a row is written by one function.
 */
export function* rowPieces(sheet: Sheet, number: StyleNumber, texts: Texts): Generator<Uint8Array> {
  const looks: Openings[] = []
  const lookOf = (style: CellStyle, quoted: boolean): Openings => {
    const at = number(style, quoted)
    return (looks[at] ??= openingsOf(at))
  }
  const width = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const columns = Array.from({ length: width }, (_, at) => {
    const style = sheet.columns[at]?.style ?? 'label.general'
    return {
      start: bytesOf(`<c r="${columnLetters(at)}`),
      plain: lookOf(style, false),
      quoted: lookOf(style, true),
      /** Of the cell above: mostly this one's too. */
      formula: '',
      formulaBytes: bytesOf(''),
    }
  })

  let bytes: Uint8Array = new Uint8Array(pieceSize + 4096)
  const grown = (used: number, needed: number): Uint8Array => {
    const more = new Uint8Array(Math.max(bytes.length * 2, used + needed))
    more.set(bytes.subarray(0, used))
    return (bytes = more)
  }

  /** Answers with the place after the row. */
  const writeRow = ({ cells, height }: Row, row: number, from: number): number => {
    if (cells.length === 0 && height === undefined) return from
    let into = bytes
    let at = from
    if (at + cellRoom > into.length) into = grown(at, cellRoom)
    at = putBytes(into, at, rowStart)
    const digits = at
    at = putWhole(into, at, row)
    const place = into.slice(digits, at)
    if (height !== undefined) at = putText(into, at, `" ht="${height}" customHeight="1`)
    at = putBytes(into, at, rowReady)
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column]!
      const its = columns[column]!
      const made = cell !== null && typeof cell === 'object'
      const value = made ? cell.value : cell
      const style = made ? cell.style : undefined
      if (at + cellRoom > into.length) into = grown(at, cellRoom)
      at = putBytes(into, at, its.start)
      at = putBytes(into, at, place)
      if (made && cell.formula !== undefined) {
        if (its.formula !== cell.formula) {
          its.formula = cell.formula
          its.formulaBytes = bytesOf(`<f>${xml(cell.formula)}</f>`)
        }
        const shown = typeof value === 'string' ? cellText(value) : ''
        const needed = its.formulaBytes.length + shown.length * 3 + cellRoom
        if (at + needed > into.length) into = grown(at, needed)
        at = putBytes(into, at, formulaOpening(style === undefined ? its.plain : lookOf(style, false), value))
        at = putBytes(into, at, its.formulaBytes)
        if (value === null) at = putBytes(into, at, cellEnd)
        else {
          at = putBytes(into, at, valueStart)
          at = typeof value === 'string' ? putText(into, at, shown) : putNumber(into, at, Number(value))
          at = putBytes(into, at, valueEnd)
        }
      } else if (typeof value === 'string') {
        const text = texts.numberOf(value)
        const quoted = text % 2 === 1
        const look = style !== undefined ? lookOf(style, quoted) : quoted ? its.quoted : its.plain
        at = putBytes(into, at, look.text)
        at = putWhole(into, at, text >> 1)
        at = putBytes(into, at, valueEnd)
      } else {
        const look = style !== undefined ? lookOf(style, false) : its.plain
        if (value === null) at = putBytes(into, at, look.blank)
        else {
          at = putBytes(into, at, typeof value === 'number' ? look.number : look.yesNo)
          at = putNumber(into, at, Number(value))
          at = putBytes(into, at, valueEnd)
        }
      }
    }
    return putBytes(into, at, rowEnd)
  }

  let used = 0
  for (let at = 0; at < sheet.rows.length; at++) {
    used = writeRow(sheet.rows[at]!, at + 1, used)
    if (used < pieceSize) continue
    yield bytes.subarray(0, used)
    bytes = new Uint8Array(pieceSize + 4096)
    used = 0
  }
  yield bytes.subarray(0, used)
}
