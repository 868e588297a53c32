import type { OpcPackage } from '../opc.ts'
import {
  type Book,
  type BookCell,
  type BookSheet,
  boxFrom,
  type CellValue,
  type Look,
  type PageSetUp,
  plainLook,
  spot,
} from './book.ts'
import { moved } from './formulaText.ts'
import type { ReadStyles } from './readStyles.ts'
import { attribute, kid, kids, off, on, richText, textOf } from './xmlParts.ts'

const valueOf = (cell: Element, strings: readonly string[]): CellValue => {
  const type = attribute(cell, 't') ?? 'n'
  if (type === 'inlineStr') return richText(kid(cell, 'is'))
  const v = kid(cell, 'v')
  if (!v) return null
  const text = textOf(v)
  if (type === 's') return strings[Number(text)] ?? ''
  if (type === 'str') return text
  if (type === 'b') return text === '1'
  if (type === 'e') return { error: text }
  return Number(text)
}

const readCells = (
  sheet: BookSheet,
  data: Element | undefined,
  strings: readonly string[],
  looks: readonly Look[],
): void => {
  const shared = new Map<string, { formula: string; row: number; column: number }>()
  for (const row of kids(data, 'row')) {
    const number = Number(attribute(row, 'r')) - 1
    const height = attribute(row, 'ht')
    if (height !== null || on(row, 'hidden'))
      sheet.rows.set(number, {
        ...(height !== null && { height: (Number(height) * 4) / 3 }),
        ...(on(row, 'hidden') && { hidden: true }),
      })
    for (const element of kids(row, 'c')) {
      const box = boxFrom(attribute(element, 'r') ?? '')
      if (!box) continue
      const cell: BookCell = {
        value: valueOf(element, strings),
        look: looks[Number(attribute(element, 's') ?? 0)] ?? plainLook,
      }
      const f = kid(element, 'f')
      const index = attribute(f, 'si')
      if (f) {
        const own = textOf(f)
        const first = index === null ? undefined : shared.get(index)
        if (index !== null && own !== '') shared.set(index, { formula: own, row: box.top, column: box.left })
        const formula =
          own !== '' ? own : first ? moved(first.formula, box.top - first.row, box.left - first.column) : ''
        if (formula !== '') cell.formula = formula
      }
      sheet.cells.set(spot(box.top, box.left), cell)
    }
  }
}

const kindNames: Record<string, string> = {
  whole: 'wholeNumber',
  decimal: 'decimal',
  date: 'date',
  textLength: 'textLength',
}
const readRules = (sheet: BookSheet, all: Element | undefined): void => {
  for (const rule of kids(all, 'dataValidation')) {
    const type = attribute(rule, 'type') ?? ''
    const [one, two] = [textOf(kid(rule, 'formula1')), textOf(kid(rule, 'formula2'))]
    const operator = attribute(rule, 'operator') ?? 'between'
    const inside =
      type === 'list'
        ? { list: { inCellDropDown: true, source: one.startsWith('"') ? one.slice(1, -1) : `=${one}` } }
        : kindNames[type]
          ? {
              [kindNames[type]!]: {
                formula1: one,
                formula2: two || undefined,
                operator: operator.charAt(0).toUpperCase() + operator.slice(1),
              },
            }
          : type === 'custom'
            ? { custom: { formula: one } }
            : null
    const alert = {
      title: attribute(rule, 'errorTitle') ?? '',
      message: attribute(rule, 'error') ?? '',
      showAlert: on(rule, 'showErrorMessage'),
    }
    for (const part of (attribute(rule, 'sqref') ?? '').split(' ')) {
      const box = boxFrom(part)
      if (inside && box) sheet.rules.push({ box, rule: inside, alert })
    }
  }
}

const readHighlights = (sheet: BookSheet, root: Element, styles: ReadStyles): boolean => {
  let dropped = false
  for (const group of kids(root, 'conditionalFormatting'))
    for (const rule of kids(group, 'cfRule')) {
      const formula = textOf(kid(rule, 'formula'))
      if (attribute(rule, 'type') !== 'expression') dropped = true
      else
        for (const part of (attribute(group, 'sqref') ?? '').split(' ')) {
          const box = boxFrom(part)
          if (box)
            sheet.highlights.push({
              box,
              formula: `=${formula}`,
              ...styles.dxfs[Number(attribute(rule, 'dxfId') ?? -1)],
            })
        }
    }
  return dropped
}

const papers: Record<string, string> = { '1': 'Letter', '8': 'A3', '9': 'A4', '11': 'A5' }
const readPage = (root: Element): PageSetUp => {
  const set = kid(root, 'pageSetup')
  const fits = on(kid(kid(root, 'sheetPr'), 'pageSetUpPr'), 'fitToPage')
  const footer = textOf(kid(kid(root, 'headerFooter'), 'oddFooter'))
  const part = (code: string) => new RegExp(`&${code}((?:(?!&[LCR]).)*)`, 's').exec(footer)?.[1] ?? ''
  const scale = attribute(set, 'scale')
  const starts = kids(kid(root, 'rowBreaks'), 'brk').map((each) => Number(attribute(each, 'id')))
  return {
    orientation: attribute(set, 'orientation') === 'landscape' ? 'Landscape' : 'Portrait',
    paper: papers[attribute(set, 'paperSize') ?? '9'] ?? 'A4',
    ...(fits && { fitWidth: Number(attribute(set, 'fitToWidth') ?? 1) }),
    ...(scale !== null && { scale: Number(scale) }),
    ...(starts.length > 0 && { starts }),
    footer: { left: part('L'), centre: part('C'), right: part('R') },
  }
}

/** Reads one sheet with its tables into `sheet`; what can't be kept goes to `dropped` of the book. */
export const readSheet = (
  book: Book,
  file: OpcPackage,
  path: string,
  sheet: BookSheet,
  strings: readonly string[],
  styles: ReadStyles,
): void => {
  const root = file.tree(path).documentElement
  for (const column of kids(kid(root, 'cols'), 'col'))
    for (
      let at = Number(attribute(column, 'min'));
      at <= Math.min(Number(attribute(column, 'max')), 1000);
      at++
    )
      sheet.columns.set(at - 1, {
        width: Math.trunc(Number(attribute(column, 'width') ?? 9) * 7 + 5),
        ...(on(column, 'hidden') && { hidden: true }),
      })
  readCells(sheet, kid(root, 'sheetData'), strings, styles.looks)
  const view = kid(kid(root, 'sheetViews'), 'sheetView')
  sheet.gridlines = !off(view, 'showGridLines')
  const pane = kid(view, 'pane')
  if (attribute(pane, 'state') === 'frozen')
    sheet.frozen = {
      rows: Number(attribute(pane, 'ySplit') ?? 0),
      columns: Number(attribute(pane, 'xSplit') ?? 0),
    }
  const tab = attribute(kid(kid(root, 'sheetPr'), 'tabColor'), 'rgb')
  if (tab) sheet.tabColour = `#${tab.slice(-6)}`
  readRules(sheet, kid(root, 'dataValidations'))
  if (readHighlights(sheet, root, styles)) drop(book, 'conditional formats other than formulas')
  if (kid(root, 'mergeCells')) drop(book, 'merged cells')
  if (kid(root, 'hyperlinks')) drop(book, 'links')
  if (kid(root, 'sheetProtection')) drop(book, 'protection')
  sheet.page = readPage(root)
  for (const each of file.relationships(path)) {
    if (each.type.endsWith('/table')) readTable(book, file.tree(each.target).documentElement, sheet)
    else if (each.type.endsWith('/drawing')) drop(book, 'charts and pictures')
    else if (each.type.endsWith('/comments')) drop(book, 'comments')
    else if (each.type.endsWith('/pivotTable')) drop(book, 'pivot tables')
  }
}

const readTable = (book: Book, root: Element, sheet: BookSheet): void => {
  const box = boxFrom(attribute(root, 'ref') ?? '')
  if (!box) return
  const info = kid(root, 'tableStyleInfo')
  book.tables.push({
    id: Number(attribute(root, 'id')),
    name: attribute(root, 'displayName') ?? attribute(root, 'name') ?? '',
    sheet,
    box,
    columns: kids(kid(root, 'tableColumns'), 'tableColumn').map((column) => ({
      name: textFrom(attribute(column, 'name') ?? ''),
    })),
    style: attribute(info, 'name') ?? '',
    banded: on(info, 'showRowStripes'),
    ...(kids(kid(root, 'autoFilter'), 'filterColumn').length > 0 && { filtered: true }),
  })
}
const textFrom = (name: string) =>
  name.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

export const drop = (book: Book, what: string): void => {
  if (!book.dropped.includes(what)) book.dropped.push(what)
}
