import { OpcPackage } from '../opc.ts'
import type { Xml } from '../xml.ts'
import { type Book, boxFrom, newBook, newSheet } from './book.ts'
import { drop, readSheet } from './readSheet.ts'
import { readLooks } from './readStyles.ts'
import { attribute, kid, kids, on, richText, textOf } from './xmlParts.ts'

const readNames = (book: Book, all: Element | undefined): void => {
  for (const element of kids(all, 'definedName')) {
    const name = attribute(element, 'name') ?? ''
    const formula = textOf(element)
    const sheet = book.sheets[Number(attribute(element, 'localSheetId') ?? -1)]
    const box = boxFrom(formula.replace(/^.*!/, '')) ?? undefined
    if (name === '_xlnm.Print_Area' && sheet && box) sheet.page.area = box
    else if (name === '_xlnm.Print_Titles' && sheet && box) sheet.page.titleRows = [box.top, box.bottom]
    else if (sheet) drop(book, 'names that belong to one sheet')
    else if (!name.startsWith('_xlnm.'))
      book.names.push({
        name,
        formula: `=${formula}`,
        comment: attribute(element, 'comment') ?? '',
        visible: !on(element, 'hidden'),
      })
  }
}

/**
 * Opens an .xlsx as far as this stand-in goes; `dropped` of the answer says what it leaves out. Throws when the bytes
 * are no workbook.
 */
export const readWorkbook = (bytes: Uint8Array, name: string, xml: Xml): Book => {
  const file = OpcPackage.open(bytes, xml)
  const main = file.mainPart()
  const root = file.tree(main).documentElement
  if (root.localName !== 'workbook') throw new SyntaxError('The file is not a workbook')
  const book: Book = { ...newBook(), sheets: [], title: name }
  const stringsPath = file.related(main, 'sharedStrings')
  const strings = stringsPath ? kids(file.tree(stringsPath).documentElement, 'si').map(richText) : []
  const stylesPath = file.related(main, 'styles')
  const styles = stylesPath ? readLooks(file.tree(stylesPath).documentElement) : { looks: [], dxfs: [] }
  const relationships = new Map(file.relationships(main).map((each) => [each.id, each]))
  for (const element of kids(kid(root, 'sheets'), 'sheet')) {
    const id = Array.from(element.attributes).find((one) => one.localName === 'id')?.value ?? ''
    const relationship = relationships.get(id)
    if (!relationship?.type.endsWith('/worksheet')) {
      drop(book, 'sheets that are not worksheets')
      continue
    }
    const sheet = newSheet(book, attribute(element, 'name') ?? '')
    const state = attribute(element, 'state')
    sheet.visibility = state === 'hidden' ? 'Hidden' : state === 'veryHidden' ? 'VeryHidden' : 'Visible'
    book.sheets.push(sheet)
    readSheet(book, file, relationship.target, sheet, strings, styles)
  }
  if (book.sheets.length === 0) throw new SyntaxError('The workbook has no worksheet')
  readNames(book, kid(root, 'definedNames'))
  if (file.paths().some((path) => path.endsWith('vbaProject.bin'))) drop(book, 'macros')
  const active = Number(attribute(kid(kid(root, 'bookViews'), 'workbookView'), 'activeTab') ?? 0)
  book.active =
    [book.sheets[active], ...book.sheets].find((sheet) => sheet?.visibility === 'Visible') ?? book.sheets[0]!
  return book
}
