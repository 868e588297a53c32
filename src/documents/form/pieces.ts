import { below, childOf, type Element, isOn } from './tree.ts'

/** One character of a paragraph: where it stands, and whether it is room to write on rather than text. */
type Letter = { readonly char: string; readonly at: Element; readonly index: number }

/** Something in a paragraph that takes an answer by itself. */
export type Mark =
  | { readonly is: 'control'; readonly sdt: Element }
  | { readonly is: 'checkControl'; readonly sdt: Element }
  | {
      readonly is: 'legacyText' | 'legacyCheck' | 'legacyList'
      readonly data: Element
      /** The runs between the field's separator and its end, and the run that ends it. */
      readonly result: readonly Element[]
      readonly last: Element
      readonly separated: boolean
    }
  | { readonly is: 'symbol'; readonly symbol: Element; readonly run: Element }

export type Pieces = {
  /** What a person reads; each mark is one `\uFFFC`, room drawn by underlining or a leader is `\u0001`. */
  readonly text: string
  readonly letters: readonly Letter[]
  /** In the order of their `\uFFFC`. */
  readonly marks: readonly Mark[]
}

export const markSign = '\uFFFC'
export const roomSign = '\u0001'

/** Symbol fonts’ boxes: Wingdings o, q, r, x and the like, with and without Word’s private-use offset. */
const boxes = /^(?:F0)?(?:6F|70|71|72|78|A8|FE|FD|52|54)$/i

const symbolIsBox = (symbol: Element) =>
  /wingdings/i.test(symbol.attributes['font'] ?? '') && boxes.test(symbol.attributes['char'] ?? '')

const legacyKind = (data: Element): 'legacyText' | 'legacyCheck' | 'legacyList' | null =>
  childOf(data, 'textInput')
    ? 'legacyText'
    : childOf(data, 'checkBox')
      ? 'legacyCheck'
      : childOf(data, 'ddList')
        ? 'legacyList'
        : null

const underlined = (run: Element) => {
  const line = childOf(run, 'rPr', 'u')
  return line !== undefined && line.attributes['val'] !== 'none'
}

/** Left out: properties, what tracked changes took out, the second telling of a drawing, boxes that float elsewhere. */
const unread = (element: Element) =>
  ['pPr', 'rPr', 'sdtPr', 'sdtEndPr', 'del', 'moveFrom', 'mc:Fallback', 'pict', 'drawing', 'object'].includes(
    element.name,
  )

/** Reads a paragraph from left to right. `leaders`: whether its tab stops draw a line to write on. */
export const piecesOf = (paragraph: Element, leaders = false): Pieces => {
  const letters: Letter[] = []
  const marks: Mark[] = []
  let field: { data: Element | null; result: Element[]; separated: boolean; depth: number } | null = null
  const put = (char: string, at: Element, index = 0) => letters.push({ char, at, index })
  const mark = (found: Mark, at: Element) => {
    marks.push(found)
    put(markSign, at)
  }
  const fieldChar = (run: Element, sign: Element) => {
    const type = sign.attributes['fldCharType']
    if (type === 'begin') {
      if (field) field.depth++
      else field = { data: childOf(sign, 'ffData') ?? null, result: [], separated: false, depth: 1 }
    } else if (type === 'separate' && field?.depth === 1) field.separated = true
    else if (type === 'end' && field && --field.depth === 0) {
      const { data, result, separated } = field
      field = null
      const kind = data && legacyKind(data)
      if (kind) mark({ is: kind, data, result, last: run, separated }, run)
      else for (const each of result) readRun(each)
    }
  }
  const readRun = (run: Element) => {
    const room = underlined(run)
    for (const part of run.children) {
      if (part.name === 't') {
        const blank = room && part.text.trim() === '' && part.text.length > 2
        for (let index = 0; index < part.text.length; index++)
          put(blank ? roomSign : part.text[index] === markSign ? ' ' : part.text[index]!, part, index)
      } else if (part.name === 'tab') put(room || leaders ? roomSign : '\t', part)
      else if (part.name === 'br' || part.name === 'cr') put('\n', part)
      else if (part.name === 'noBreakHyphen') put('-', part)
      else if (part.name === 'sym') {
        if (symbolIsBox(part)) mark({ is: 'symbol', symbol: part, run }, part)
        else put('\u2022', part)
      }
    }
  }
  const read = (element: Element): void => {
    for (const child of element.children) {
      if (unread(child)) continue
      if (child.name === 'sdt') {
        const check = childOf(child, 'sdtPr', 'w14:checkbox')
        if (check) mark({ is: 'checkControl', sdt: child }, child)
        else mark({ is: 'control', sdt: child }, child)
      } else if (child.name === 'r') {
        const sign = childOf(child, 'fldChar')
        if (sign) fieldChar(child, sign)
        else if (field) {
          if (field.separated) field.result.push(child)
        } else readRun(child)
      } else read(child)
    }
  }
  read(paragraph)
  return { text: letters.map(({ char }) => char).join(''), letters, marks }
}

/** Everything that a person reads in an element, paragraphs apart by spaces; marks and room are left out. */
export const textIn = (element: Element): string => {
  const paragraphs =
    element.name === 'p' ? [element] : [...below(element, unread)].filter(({ name }) => name === 'p')
  return paragraphs
    .map((paragraph) => piecesOf(paragraph).text)
    .join(' ')
    .replaceAll(markSign, ' ')
    .replaceAll(roomSign, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether all that is written in a paragraph is bold: a heading for the eye, where nobody used a heading’s style. */
export const allBold = (paragraph: Element): boolean => {
  const runs = [...below(paragraph, unread)].filter(
    (run) => run.name === 'r' && run.children.some(({ name, text }) => name === 't' && text.trim() !== ''),
  )
  return runs.length > 0 && runs.every((run) => isOn(childOf(run, 'rPr', 'b')))
}
