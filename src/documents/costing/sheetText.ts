import { serialOf, writtenDay } from '../../domain/rules/day.ts'
import { type Splice, spliced } from '../form/splice.ts'
import { childOf, childrenOf, treeOf } from '../form/tree.ts'
import { cellText } from '../xlsx/xml.ts'
import type { Book, BookSheet } from './book.ts'
import { placeOfCell } from './cells.ts'
import type { CostingValue } from './facts.ts'

/** Places and cells name each other by references that were read as such. */
export const positionOf = (ref: string) => placeOfCell(ref)!

/** What a value reads as. */
export const wordsOf = (value: NonNullable<CostingValue>): string =>
  value.is === 'text' ? value.text : value.is === 'day' ? writtenDay(value.day) : String(value.number)

/** One cell of the sheet with its value; a day is a number where the authority’s cell is a date. */
export const cellXml = (
  value: NonNullable<CostingValue>,
  ref: string,
  style: string | null,
  dated: boolean,
  from1904: boolean,
): string => {
  const start = `<c r="${ref}"${style === null ? '' : ` s="${style}"`}`
  if (value.is === 'number') return `${start}><v>${value.number}</v></c>`
  if (value.is === 'day' && dated) return `${start}><v>${serialOf(value.day) - (from1904 ? 1462 : 0)}</v></c>`
  return `${start} t="inlineStr"><is><t xml:space="preserve">${cellText(wordsOf(value))}</t></is></c>`
}

/** The sheet's text with these cells; a cell or row that wasn't there goes to where its order is. */
export const withCells = (sheet: BookSheet, cells: ReadonlyMap<string, string>): string => {
  const splices: Splice[] = []
  const data = childOf(sheet.root, 'x:sheetData')!
  const rows = new Map(childrenOf(data, 'x:row').map((row) => [Number(row.attributes['r']), row]))
  const fresh = new Map<number, { column: number; xml: string }[]>()
  // Prefixed by some programs: `x:c` would have to be written as such, so what they wrote is kept.
  const prefix = /^<([a-z0-9]+:)?worksheet/i.exec(sheet.xml.slice(sheet.root.start))?.[1] ?? ''
  const own = (xml: string) => (prefix ? xml.replace(/<(\/?)(c|v|is|t)(?=[ >])/g, `<$1${prefix}$2`) : xml)
  for (const [ref, xml] of cells) {
    const known = sheet.cells.get(ref)
    if (known) {
      splices.push({ from: known.element.start, to: known.element.end, text: own(xml) })
      continue
    }
    const { row, column } = positionOf(ref)
    fresh.set(row + 1, [...(fresh.get(row + 1) ?? []), { column, xml: own(xml) }])
  }
  for (const [number, added] of fresh) {
    const inOrder = added.toSorted((a, b) => a.column - b.column)
    const row = rows.get(number)
    if (row && row.closing > row.opened - 1 && row.end > row.opened) {
      for (const { column, xml } of inOrder) {
        const next = childrenOf(row, 'x:c').find(
          (cell) => positionOf(cell.attributes['r'] ?? 'A1').column > column,
        )
        const at = next?.start ?? row.closing
        splices.push({ from: at, to: at, text: xml })
      }
    } else {
      const xml = `<${prefix}row r="${number}">${inOrder.map((one) => one.xml).join('')}</${prefix}row>`
      if (row) splices.push({ from: row.start, to: row.end, text: xml })
      else {
        const next = [...rows].filter(([at]) => at > number).toSorted((a, b) => a[0] - b[0])[0]?.[1]
        const at = next?.start ?? data.closing
        splices.push({ from: at, to: at, text: xml })
      }
    }
  }
  return spliced(sheet.xml, splices)
}

/** The workbook's own part, asking for a full reckoning when it is opened: what its formulas show is of the empty sheet. */
export const reckonedAnew = (book: Book): string => {
  const xml = new TextDecoder().decode(book.parts[book.bookPart]).replace(/^\uFEFF/, '')
  const root = treeOf(xml)
  const settings = childOf(root, 'x:calcPr')
  if (settings) {
    const tag = xml.slice(settings.start, settings.opened)
    const asked = tag
      .replace(/\sfullCalcOnLoad="[^"]*"/, '')
      .replace(/\s*\/?>$/, (end) => ` fullCalcOnLoad="1"${end.trim()}`)
    return spliced(xml, [{ from: settings.start, to: settings.opened, text: asked }])
  }
  const prefix = /^<([a-z0-9]+:)?workbook/i.exec(xml.slice(root.start))?.[1] ?? ''
  // After the names, before what follows them (ECMA-376 part 1, 18.2.27).
  const after = ['x:definedNames', 'x:externalReferences', 'x:functionGroups', 'x:sheets']
    .map((name) => childOf(root, name))
    .find((element) => element !== undefined)!
  return spliced(xml, [
    { from: after.end, to: after.end, text: `<${prefix}calcPr calcId="191029" fullCalcOnLoad="1"/>` },
  ])
}
