/** WordprocessingML, and the other namespaces that a document's body may use. */
export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml'
export const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const WP = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'
export const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
const xmlNs = 'http://www.w3.org/XML/1998/namespace'

export const isElement = (node: Node | null): node is Element => node?.nodeType === 1
/** Whether a node is the WordprocessingML element of one of these names (of any, when none is given). */
export function isW(node: Element, ...names: string[]): boolean
export function isW(node: Node | null, ...names: string[]): node is Element
export function isW(node: Node | null, ...names: string[]): boolean {
  return isElement(node) && node.namespaceURI === W && (names.length === 0 || names.includes(node.localName))
}

export const children = (node: Node): Element[] => {
  const found: Element[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) if (isElement(child)) found.push(child)
  return found
}
export const kids = (node: Node, ...names: string[]): Element[] =>
  children(node).filter((child) => isW(child, ...names))
export const kid = (node: Node, name: string): Element | undefined => kids(node, name)[0]
export const all = (node: Element | Document, name: string): Element[] =>
  Array.from(node.getElementsByTagNameNS(W, name))

export const attr = (element: Element | undefined, name: string): string | null => {
  const text = element?.getAttributeNS(W, name)
  return text === undefined || text === '' ? null : text
}
export const setAttr = (element: Element, name: string, text: string): void =>
  element.setAttributeNS(W, `w:${name}`, text)
/** `<w:name w:val="…"/>` inside `parent` as text; null when it is not there. */
export const val = (parent: Element | undefined, name: string): string | null =>
  parent ? attr(kid(parent, name), 'val') : null

const documentOf = (node: Node): Document => node.ownerDocument ?? (node as Document)

/** Makes an element beside `near` (not yet placed), with attributes of the same namespace. */
export const make = (
  near: Node,
  name: string,
  attributes: Record<string, string> = {},
  ...inside: Node[]
): Element => {
  const element = documentOf(near).createElementNS(W, `w:${name}`)
  for (const [key, text] of Object.entries(attributes)) setAttr(element, key, text)
  for (const node of inside) element.appendChild(node)
  return element
}

export const makeText = (near: Node, name: 't' | 'delText', text: string): Element => {
  const element = make(near, name)
  element.setAttributeNS(xmlNs, 'xml:space', 'preserve')
  element.appendChild(documentOf(near).createTextNode(text))
  return element
}

export const setText = (element: Element, text: string): void => {
  element.setAttributeNS(xmlNs, 'xml:space', 'preserve')
  while (element.firstChild) element.removeChild(element.firstChild)
  element.appendChild(documentOf(element).createTextNode(text))
}

export const drop = (node: Node): void => void node.parentNode?.removeChild(node)
export const empty = (node: Node): void => {
  while (node.firstChild) node.removeChild(node.firstChild)
}
export const after = (place: Node, node: Node): void =>
  void place.parentNode?.insertBefore(node, place.nextSibling)
export const before = (place: Node, node: Node): void => void place.parentNode?.insertBefore(node, place)

/** The nearest element around a node, itself included, that has one of these names. */
export const closest = (node: Node | null, ...names: string[]): Element | undefined => {
  for (let at = node; at; at = at.parentNode) if (isW(at, ...names)) return at
  return undefined
}

/** Whether `outer` is `inner` or around it. */
export const within = (outer: Node, inner: Node | null): boolean => {
  for (let at = inner; at; at = at.parentNode) if (at === outer) return true
  return false
}

/** Elements in the order in which the schema wants them: adds `child` before the first of `later`. */
export const addInOrder = (parent: Element, child: Element, later: readonly string[]): void =>
  void parent.insertBefore(child, kids(parent, ...later)[0] ?? null)
