/** The children of an element by their name without prefix; none of nothing. */
export const kids = (element: Element | null | undefined, name: string): Element[] =>
  element
    ? Array.from(element.childNodes).filter((node): node is Element => (node as Element).localName === name)
    : []
export const kid = (element: Element | null | undefined, name: string): Element | undefined =>
  kids(element, name)[0]
/** null where it is missing or empty. */
export const attribute = (element: Element | undefined, name: string): string | null =>
  element?.getAttribute(name) || null
/** Text with Excel’s `_x000D_` for characters that XML has no place for. */
export const textOf = (element: Element | undefined): string =>
  (element?.textContent ?? '').replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  )
/** Text in runs, such as a shared string; phonetic readings are left out. */
export const richText = (element: Element | undefined): string =>
  kid(element, 't')
    ? textOf(kid(element, 't'))
    : kids(element, 'r')
        .map((run) => textOf(kid(run, 't')))
        .join('')
/** Whether a yes-or-no attribute says no, or below yes; one that is missing says neither. */
export const off = (element: Element | undefined, name: string) =>
  ['0', 'false'].includes(attribute(element, name) ?? '')
export const on = (element: Element | undefined, name: string) =>
  ['1', 'true'].includes(attribute(element, name) ?? '')
