import { children, isW, kid } from './dom.ts'

/** The rows of a table, or the cells of a row, those inside controls too. */
export const partsOf = (holder: Element, name: 'tr' | 'tc'): Element[] =>
  children(holder).flatMap((child) => {
    if (isW(child, name)) return [child]
    return isW(child, 'sdt', 'sdtContent', 'customXml') ? partsOf(child, name) : []
  })

export const isHeaderRow = (row: Element): boolean => {
  const properties = kid(row, 'trPr')
  return properties !== undefined && kid(properties, 'tblHeader') !== undefined
}
