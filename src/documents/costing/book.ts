import { strFromU8 } from 'fflate'
import { linksIn, looksIn, partName, sharedTextsIn, sheetsIn } from '../../importing/xlsx/parts.ts'
import { docxParts, unreadableFor } from '../docxParts.ts'
import { below, childOf, childrenOf, type Element, treeOf } from '../form/tree.ts'
import { columnLetters } from '../xlsx/model.ts'
import { type Rectangle, placeInBook, placeOfCell, rectangleOf } from './cells.ts'

const what = 'Reading this costing sheet'
const unreadable = unreadableFor(what)

/** A cell of somebody else's workbook as it stands in the text of its sheet. */
export type BookCell = {
  readonly ref: string
  readonly row: number
  readonly column: number
  /** What it shows; '' where it is empty. */
  readonly text: string
  readonly formula: boolean
  /** Whether the authority's protection keeps it from being typed into. */
  readonly shut: boolean
  /** Whether its format shows a number as a date. */
  readonly dated: boolean
  readonly style: string | null
  readonly element: Element
}
export type BookSheet = {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
  readonly guarded: boolean
  readonly xml: string
  readonly root: Element
  readonly cells: ReadonlyMap<string, BookCell>
  readonly merged: readonly Rectangle[]
  /** Lists that a cell is chosen from. */
  readonly choices: readonly { readonly at: readonly Rectangle[]; readonly options: readonly string[] }[]
  readonly tables: readonly { readonly name: string; readonly at: Rectangle; readonly totals: number }[]
}
export type Book = {
  /** Every part by the name that the package gives it. */
  readonly parts: Readonly<Record<string, Uint8Array>>
  readonly bookPart: string
  readonly sheets: readonly BookSheet[]
  readonly names: readonly { readonly name: string; readonly sheet: string; readonly at: Rectangle }[]
  readonly from1904: boolean
}

const at = (row: number, column: number) => `${columnLetters(column)}${row + 1}`

/** Styles whose cells may be typed into although the sheet is protected, by their place. */
const openStyles = (root: Element | null): ReadonlySet<number> => {
  const formats = root ? childrenOf(childOf(root, 'x:cellXfs') ?? root, 'x:xf') : []
  return new Set(
    formats.flatMap((format, i) =>
      ['0', 'false'].includes(childOf(format, 'x:protection')?.attributes['locked'] ?? '1') ? [i] : [],
    ),
  )
}

const textOfRuns = (element: Element): string =>
  [...below(element, ({ name }) => name === 'x:rPh')]
    .filter(({ name }) => name === 'x:t')
    .map(({ text }) => text)
    .join('')

const isOn = (value: string | undefined) => value !== undefined && !['0', 'false'].includes(value)

/**
 * Somebody else's workbook, each cell with its place in the text, so that it can be filled without touching anything
 * else. Problem `unsupported` where the bytes are no .xlsx workbook: an old .xls, a binary .xlsb, a file locked with a
 * password.
 */
export const openBook = (bytes: Uint8Array): Book => {
  const parts = docxParts(bytes, what)
  const known = new Map(Object.keys(parts).map((name) => [partName(name), name]))
  const partAt = (name: string | undefined) => parts[known.get(name ?? '') ?? '']
  const start = linksIn(partAt('_rels/.rels'), '')
  const main = [...start.values()].find(({ kind }) => kind === 'officeDocument')?.part ?? 'xl/workbook.xml'
  const book = partAt(main)
  if (!book || main.endsWith('.bin')) throw unreadable('the package has no workbook in it')
  const folder = main.split('/').slice(0, -1).join('/')
  const links = linksIn(partAt(`${folder}/_rels/${main.split('/').at(-1)}.rels`), folder)
  const linked = (kind: string) => partAt([...links.values()].find((link) => link.kind === kind)?.part)
  const shared = sharedTextsIn(linked('sharedStrings'))
  const styles = linked('styles')
  const looks = looksIn(styles)
  const open = openStyles(styles ? treeOf(textOf(styles)) : null)
  const { sheets: listed, from1904 } = sheetsIn(book)
  const bookTree = treeOf(textOf(book))
  const sheets = listed.flatMap(({ name, hidden, link }): BookSheet[] => {
    const found = links.get(link)
    const part = found?.kind === 'worksheet' ? known.get(found.part) : undefined
    if (!part) return []
    const xml = textOf(parts[part]!)
    const root = treeOf(xml)
    const guarded = isOn(childOf(root, 'x:sheetProtection')?.attributes['sheet'])
    const cells = new Map<string, BookCell>()
    for (const element of below(root)) {
      if (element.name !== 'x:c') continue
      const ref = element.attributes['r'] ?? ''
      const place = placeOfCell(ref)
      if (!place) continue
      const style = element.attributes['s'] ?? null
      const value = childOf(element, 'x:v')?.text ?? ''
      const kind = element.attributes['t']
      const inline = childOf(element, 'x:is')
      cells.set(ref, {
        ref,
        ...place,
        text: kind === 's' ? (shared[Number(value)] ?? '') : inline ? textOfRuns(inline) : value,
        formula: childOf(element, 'x:f') !== undefined,
        shut: guarded && !open.has(Number(style ?? 0)),
        dated: looks[Number(style ?? 0)]?.is === 'date',
        style,
        element,
      })
    }
    const sheetFolder = part.split('/').slice(0, -1).join('/')
    const sheetLinks = linksIn(
      partAt(partName(`${sheetFolder}/_rels/${part.split('/').at(-1)}.rels`)),
      partName(sheetFolder),
    )
    const tables = [...sheetLinks.values()].flatMap(({ kind, part: target }) => {
      const table = kind === 'table' ? partAt(target) : undefined
      if (!table) return []
      const { attributes } = treeOf(textOf(table))
      const area = rectangleOf(attributes['ref'] ?? '')
      return area
        ? [
            {
              name: attributes['displayName'] ?? attributes['name'] ?? '',
              at: area,
              totals: Number(attributes['totalsRowCount'] ?? 0),
            },
          ]
        : []
    })
    const merged = childrenOf(childOf(root, 'x:mergeCells') ?? root, 'x:mergeCell').flatMap(
      ({ attributes }) => rectangleOf(attributes['ref'] ?? '') ?? [],
    )
    return [{ name, part, hidden, guarded, xml, root, cells, merged, choices: [], tables }]
  })
  const names = childrenOf(childOf(bookTree, 'x:definedNames') ?? bookTree, 'x:definedName').flatMap(
    ({ attributes, text }) => {
      const place = /^_xlnm/.test(attributes['name'] ?? '') ? null : placeInBook(text)
      const area = place && rectangleOf(place.ref)
      return place && area ? [{ name: attributes['name'] ?? '', sheet: place.sheet, at: area }] : []
    },
  )
  return {
    parts,
    bookPart: known.get(partName(main))!,
    sheets: sheets.map((sheet) => ({ ...sheet, choices: choicesOf(sheet, sheets, names) })),
    names,
    from1904,
  }
}

const textOf = (bytes: Uint8Array) => strFromU8(bytes).replace(/^\uFEFF/, '')

/** Lists written out, and lists that stand in cells of this workbook. */
const choicesOf = (
  sheet: BookSheet,
  sheets: readonly BookSheet[],
  names: Book['names'],
): BookSheet['choices'] =>
  childrenOf(childOf(sheet.root, 'x:dataValidations') ?? sheet.root, 'x:dataValidation').flatMap((rule) => {
    if (rule.attributes['type'] !== 'list') return []
    const areas = (rule.attributes['sqref'] ?? '').split(/\s+/).flatMap((ref) => rectangleOf(ref) ?? [])
    const source = childOf(rule, 'x:formula1')?.text.trim() ?? ''
    const written = /^"([\s\S]*)"$/.exec(source)
    if (written)
      return [
        {
          at: areas,
          options: written[1]!
            .replaceAll('""', '"')
            .split(',')
            .map((one) => one.trim()),
        },
      ]
    const named = names.find(({ name }) => name === source)
    const place = named
      ? null
      : placeInBook(source.includes('!') ? source : `${quoted(sheet.name)}!${source}`)
    const area = named?.at ?? (place && rectangleOf(place.ref))
    const from = sheets.find(({ name }) => name === (named?.sheet ?? place?.sheet))
    if (!area || !from) return []
    const options: string[] = []
    for (let row = area.top; row <= area.bottom && row < area.top + 1000; row++)
      for (let column = area.left; column <= area.right; column++) {
        const text = from.cells.get(at(row, column))?.text
        if (text) options.push(text)
      }
    return [{ at: areas, options }]
  })

const quoted = (name: string) => `'${name.replaceAll("'", "''")}'`

export const cellAt = (sheet: BookSheet, row: number, column: number): BookCell | undefined =>
  sheet.cells.get(at(row, column))
export const refAt = at
export const inside = ({ top, left, bottom, right }: Rectangle, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right
