import { attr, children, isW, kid } from '../dom.ts'
import { nodesOf } from '../edit.ts'
import { charactersOf } from '../text.ts'
import type { Place } from '../wordFile.ts'

/** Line and page breaks are shown as new lines; the text itself keeps what kind they were. */
const onScreen = (text: string): string => text.replace(/[\v\f]/g, '\n')

const isOn = (look: Element | undefined, name: string): boolean => {
  const mark = look && kid(look, name)
  return mark !== undefined && !['0', 'false', 'none'].includes(attr(mark, 'val') ?? '')
}

const dress = (span: HTMLElement, look: Element | undefined): void => {
  if (isOn(look, 'b')) span.style.fontWeight = '600'
  if (isOn(look, 'i')) span.style.fontStyle = 'italic'
  if (isOn(look, 'u')) span.style.textDecoration = 'underline'
  if (look && kid(look, 'rStyle')?.getAttributeNS(look.namespaceURI, 'val') === 'PlaceholderText')
    span.style.color = 'var(--colorNeutralForeground3)'
}

const paintRun = (run: Element, into: HTMLElement): void => {
  const span = into.ownerDocument.createElement('span')
  dress(span, kid(run, 'rPr'))
  for (const child of children(run)) {
    const text = isW(child, 'delText') ? child.textContent : charactersOf(child)
    if (text) span.append(onScreen(text))
    if (isW(child, 'drawing', 'pict')) span.append(picture(child))
  }
  if (span.hasChildNodes()) into.append(span)
}

const picture = (drawing: Element): HTMLElement => {
  const note = document.createElement('span')
  const named = Array.from(drawing.getElementsByTagName('*')).find((each) => each.localName === 'docPr')
  note.contentEditable = 'false'
  note.dataset['notText'] = ''
  note.textContent = `[picture: ${named?.getAttribute('descr') || 'no description'}]`
  return note
}

const paintNodes = (nodes: readonly Element[], into: HTMLElement): void => {
  for (const node of nodes) {
    if (isW(node, 'r')) paintRun(node, into)
    else if (isW(node, 'ins', 'moveTo', 'del', 'moveFrom')) {
      const gone = isW(node, 'del', 'moveFrom')
      const mark = into.ownerDocument.createElement(gone ? 'del' : 'ins')
      mark.title = `${gone ? 'Deleted' : 'Inserted'} by ${attr(node, 'author') ?? 'someone'}`
      if (gone) {
        mark.contentEditable = 'false'
        mark.dataset['notText'] = ''
      }
      paintNodes(children(node), mark)
      if (mark.hasChildNodes()) into.append(mark)
    } else if (isW(node, 'hyperlink', 'fldSimple', 'smartTag', 'customXml')) paintNodes(children(node), into)
  }
}

/** Draws a place's text into its field: looks, insertions underlined, deletions struck out and not editable. */
export const paint = (field: HTMLElement, place: Place): void => {
  field.replaceChildren()
  paintNodes(nodesOf(place), field)
  keepLastLine(field)
}

/** A browser shows no line after a last line break, and no cursor there, unless something stands on it. */
export const keepLastLine = (field: HTMLElement): void => {
  const last = field.lastElementChild instanceof HTMLBRElement ? field.lastElementChild : null
  const wanted = readField(field).endsWith('\n')
  if (last && !wanted) last.remove()
  if (!last && wanted) field.append(field.ownerDocument.createElement('br'))
}

const textNodes = (field: Node): Text[] =>
  Array.from(field.childNodes).flatMap((node) => {
    if (node instanceof HTMLElement && node.dataset['notText'] !== undefined) return []
    return node instanceof Text ? [node] : textNodes(node)
  })

/** What a person has made of the field's text; what is shown as deleted is not in it. */
export const readField = (field: HTMLElement): string =>
  textNodes(field)
    .map((node) => node.data)
    .join('')

/** Compares by what can be seen: a page break reads as a new line on the screen. */
export const sameOnScreen = (field: HTMLElement, text: string): boolean => readField(field) === onScreen(text)

/** The text with the breaks that it had where they are still there; new lines that were typed are line breaks. */
export const fromScreen = (typed: string): string => typed.replace(/\r?\n/g, '\v')

const offsetIn = (field: HTMLElement, node: Node, offset: number): number => {
  const range = field.ownerDocument.createRange()
  range.selectNodeContents(field)
  range.setEnd(node, offset)
  const copy = field.ownerDocument.createElement('span')
  copy.append(range.cloneContents())
  return readField(copy).length
}

/** Which characters of the field are selected; null while the selection is elsewhere. */
export const selectedIn = (field: HTMLElement): { from: number; to: number } | null => {
  const selection = field.ownerDocument.getSelection()
  if (!selection || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!field.contains(range.startContainer) || !field.contains(range.endContainer)) return null
  return {
    from: offsetIn(field, range.startContainer, range.startOffset),
    to: offsetIn(field, range.endContainer, range.endOffset),
  }
}

/** Puts the cursor before a character of the field. */
export const putCursor = (field: HTMLElement, at: number): void => {
  const selection = field.ownerDocument.getSelection()
  let passed = 0
  for (const node of textNodes(field)) {
    if (at <= passed + node.data.length) {
      selection?.collapse(node, at - passed)
      return
    }
    passed += node.data.length
  }
  selection?.selectAllChildren(field)
  selection?.collapseToEnd()
}

/** Selects characters of the field and brings them into view. */
export const selectIn = (field: HTMLElement, from: number, to: number): void => {
  const range = field.ownerDocument.createRange()
  range.selectNodeContents(field)
  let passed = 0
  for (const node of textNodes(field)) {
    const { length } = node.data
    if (from >= passed && from <= passed + length) range.setStart(node, from - passed)
    if (to >= passed && to <= passed + length) range.setEnd(node, to - passed)
    passed += length
  }
  const selection = field.ownerDocument.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  const { startContainer } = range
  const shown = startContainer === field ? field : startContainer.parentElement
  shown?.scrollIntoView({ block: 'center' })
}

export const selectAll = (field: HTMLElement): void =>
  field.ownerDocument.getSelection()?.selectAllChildren(field)
