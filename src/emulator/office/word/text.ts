import { MC, attr, children, isW, kid } from './dom.ts'

export type TextRules = {
  /** Between paragraphs. Not settled for real Word; it may be '\r' on some platforms. */
  paragraphMark: string
  /** Word on the web was seen to count deletions that are tracked and not yet accepted. */
  countDeleted: boolean
}

export const plainRules: TextRules = { paragraphMark: '\n', countDeleted: false }

/** Elements inside a run that stand for one character. */
const characters: Record<string, string> = {
  tab: '\t',
  ptab: '\t',
  cr: '\v',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00AD',
}
const pageBreak = '\f'

/** The characters that one child of a run stands for; null for a child that holds no text. */
export const charactersOf = (child: Element): string | null => {
  if (isW(child, 't')) return child.textContent ?? ''
  if (isW(child, 'br')) return ['page', 'column'].includes(attr(child, 'type') ?? '') ? pageBreak : '\v'
  if (isW(child, 'sym')) return String.fromCharCode(Number.parseInt(attr(child, 'char') ?? '0', 16))
  return isW(child) && Object.hasOwn(characters, child.localName)
    ? (characters[child.localName] ?? null)
    : null
}

export const isDeletion = (node: Node): boolean => isW(node, 'del', 'moveFrom')
const skipped = [
  'pPr',
  'rPr',
  'sdtPr',
  'tblPr',
  'trPr',
  'tcPr',
  'sectPr',
  'drawing',
  'pict',
  'object',
  'instrText',
]

/** Whether a paragraph's own mark has been deleted under tracking, so that it runs on into the next. */
const markDeleted = (paragraph: Element): boolean => {
  const properties = kid(paragraph, 'pPr')
  const mark = properties && kid(properties, 'rPr')
  return mark !== undefined && kid(mark, 'del') !== undefined
}

/** Text in the making: paragraphs put a mark between them, never at the end. */
class Writer {
  text = ''
  pending = ''

  write(characters: string): void {
    if (characters === '') return
    this.text += this.pending + characters
    this.pending = ''
  }

  /** Ends a paragraph: the mark is written when something, an empty paragraph included, follows. */
  end(mark: string): void {
    this.text += this.pending
    this.pending = mark
  }
}

const visit = (node: Element, rules: TextRules, writer: Writer): void => {
  if (node.namespaceURI === MC && node.localName === 'Fallback') return
  if (isW(node, ...skipped) || (isDeletion(node) && !rules.countDeleted)) return
  const characters = isW(node, 'delText') ? (node.textContent ?? '') : charactersOf(node)
  if (characters !== null) return writer.write(characters)
  for (const child of children(node)) visit(child, rules, writer)
  if (isW(node, 'p')) writer.end(markDeleted(node) && !rules.countDeleted ? '' : rules.paragraphMark)
  if (isW(node, 'tc')) writer.pending = '\t'
  if (isW(node, 'tr')) writer.pending = rules.paragraphMark
}

/**
 * The text of these elements, one after another, as Word's object model gives it: a mark between paragraphs, a tab
 * between cells, \v for a line break, tracked insertions counted, field codes, text boxes and pictures not.
 */
export const textOf = (elements: readonly Element[], rules: TextRules = plainRules): string => {
  const writer = new Writer()
  for (const element of elements) visit(element, rules, writer)
  return writer.text
}
