import { strFromU8, unzipSync } from 'fflate'

/** One fault that Excel would repair or refuse: where, and what. Holds no cell's text. */
export type XlsxFault = { readonly part: string; readonly fault: string }

const attributes = (tag: string): Record<string, string> =>
  Object.fromEntries(
    [...tag.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]) => [name!, plainText(value!)]),
  )
const plainText = (written: string): string =>
  written
    .replace(/&(lt|gt|quot|apos);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name]!)
    .replace(/&#(x?)([0-9a-fA-F]+);/g, (_, hex: string, code: string) =>
      String.fromCodePoint(parseInt(code, hex ? 16 : 10)),
    )
    .replaceAll('&amp;', '&')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
const tags = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?=[\\s/>])[^>]*>`, 'g'))].map(([tag]) => tag)
const elements = (xml: string, name: string): [tag: string, inside: string][] =>
  [...xml.matchAll(new RegExp(`<${name}(?=[\\s/>])([^>]*?)(?:/>|>(.*?)</${name}>)`, 'gs'))].map((found) => [
    `<${name}${found[1]}>`,
    found[2] ?? '',
  ])

const columnNumber = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
type Box = readonly [left: number, top: number, right: number, bottom: number]
const boxOf = (ref: string): Box | null => {
  const found = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(ref)
  if (!found) return null
  const [, a = '', b = '', c = a, d = b] = found
  return [columnNumber(a), Number(b), columnNumber(c), Number(d)]
}
const meet = (a: Box, b: Box) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

/** What is wrong with a formula's form: brackets and quotes that do not close. */
const brokenFormula = (formula: string): boolean => {
  const closed = formula.replace(/"(?:[^"]|"")*"/g, '0').replace(/'(?:[^']|'')*'!/g, '')
  if (closed.includes('"') || formula.trim() === '' || formula.startsWith('=')) return true
  let [round, square] = [0, 0]
  for (const sign of closed) {
    if (square === 0 && sign === '(') round++
    if (square === 0 && sign === ')') round--
    if (sign === '[') square++
    if (sign === ']') square--
    if (round < 0 || square < 0) return true
  }
  return round !== 0 || square !== 0 || /[+\-*/^&=<>,(]$/.test(closed.trim())
}
const legalName = (name: string) =>
  /^(?:_xlnm\.)?[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) && boxOf(name.toUpperCase()) === null

type Cells = ReadonlyMap<string, { readonly type: string; readonly text: string }>

/** Looks at one sheet's cells: order, doubles, numbers that hold text, lengths, styles and shared strings. */
const lintCells = (
  xml: string,
  limits: { styles: number; strings: readonly string[] | null },
  say: (fault: string) => void,
): Cells => {
  const cells = new Map<string, { type: string; text: string }>()
  let lastRow = 0
  for (const [row, inside] of elements(xml, 'row')) {
    const number = Number(attributes(row)['r'])
    if (number <= lastRow) say('rows out of order')
    lastRow = number
    let lastColumn = 0
    for (const [cell, content] of elements(inside, 'c')) {
      const { r = '', s = '0', t = 'n' } = attributes(cell)
      const column = boxOf(r)?.[0] ?? 0
      if (cells.has(r)) say(`cell ${r} twice`)
      else if (column <= lastColumn) say(`cell ${r} out of order`)
      lastColumn = column
      if (Number(s) >= limits.styles) say(`cell ${r} has a style that is not there`)
      const v = /<v>(.*?)<\/v>/s.exec(content)?.[1]
      if (t === 'n' && v !== undefined && (v.trim() === '' || Number.isNaN(Number(v))))
        say(`cell ${r} is a number and holds text`)
      if (t === 's' && !(limits.strings !== null && Number(v) < limits.strings.length))
        say(`cell ${r} points to a shared string that is not there`)
      const text =
        t === 'inlineStr'
          ? [...content.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map((found) => plainText(found[1]!)).join('')
          : t === 's'
            ? (limits.strings?.[Number(v)] ?? '')
            : plainText(v ?? '')
      if (text.length > 32_767) say(`cell ${r} has more than 32,767 characters`)
      const f = /<f[^>]*>(.*?)<\/f>/s.exec(content)?.[1]
      if (f !== undefined && brokenFormula(plainText(f))) say(`cell ${r} has a broken formula`)
      cells.set(r, { type: t, text })
    }
  }
  return cells
}

const counts = (xml: string, list: string, item: string, say: (fault: string) => void): void => {
  for (const [tag, inside] of elements(xml, list)) {
    const { count } = attributes(tag)
    if (count !== undefined && Number(count) !== tags(inside, item).length) say(`${list} has a wrong count`)
  }
}

const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column)

const lintTable = (
  xml: string,
  cells: Cells,
  say: (fault: string) => void,
): { box: Box | null; name: string } => {
  const { ref = '', displayName = '' } = attributes(tags(xml, 'table')[0] ?? '')
  const box = boxOf(ref)
  const names = tags(xml, 'tableColumn').map((tag) => attributes(tag)['name'] ?? '')
  if (!legalName(displayName)) say('the table’s name is not legal')
  if (!box || box[3] <= box[1] || box[2] - box[0] + 1 !== names.length)
    say('the table’s range does not fit its columns and rows')
  if (new Set(names.map((name) => name.toLowerCase())).size !== names.length)
    say('two columns of the table have one name')
  const filter = attributes(tags(xml, 'autoFilter')[0] ?? '')['ref']
  if (filter !== undefined && filter !== ref) say('the filter’s range is not the table’s')
  counts(xml, 'tableColumns', 'tableColumn', say)
  for (const [at, name] of names.entries()) {
    const head = box && cells.get(`${letters(box[0] + at)}${box[1]}`)
    if (!head || head.text !== name || head.type === 'n')
      say(`column ${at + 1} of the table is not what its heading cell says`)
  }
  for (const [, formula] of elements(xml, 'calculatedColumnFormula'))
    if (brokenFormula(plainText(formula))) say('a column of the table has a broken formula')
  return { box, name: displayName.toLowerCase() }
}

const lintRules = (xml: string, dxfs: number, say: (fault: string) => void): void => {
  counts(xml, 'dataValidations', 'dataValidation', say)
  for (const [tag, inside] of elements(xml, 'dataValidation')) {
    const list =
      attributes(tag)['type'] === 'list'
        ? plainText(/<formula1>(.*?)<\/formula1>/s.exec(inside)?.[1] ?? '')
        : ''
    if (list.startsWith('"') && list.length - 2 > 255) say('a list of choices is longer than 255 characters')
  }
  const priorities = new Set<string>()
  for (const [tag, inside] of elements(xml, 'cfRule')) {
    const { dxfId, priority = '' } = attributes(tag)
    if (dxfId !== undefined && Number(dxfId) >= dxfs)
      say('a conditional format has a style that is not there')
    if (priorities.has(priority)) say('two conditional formats have one priority')
    priorities.add(priority)
    for (const [, formula] of elements(inside, 'formula'))
      if (brokenFormula(plainText(formula))) say('a conditional format has a broken formula')
  }
}

/**
 * Looks for what Excel repairs or refuses and Microsoft's schema validator lets pass: tables that differ from their
 * cells, doubles, wrong counts and references, illegal names, broken formulas. None found: an empty list.
 */
export const lintXlsx = (bytes: Uint8Array): XlsxFault[] => {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]),
  )
  const faults: XlsxFault[] = []
  const sayIn = (part: string) => (fault: string) => void faults.push({ part, fault })
  const styles = parts['xl/styles.xml'] ?? ''
  const xfs = tags(elements(styles, 'cellXfs')[0]?.[1] ?? '', 'xf').length
  const dxfs = tags(styles, 'dxf').length
  for (const [list, item] of [
    ['fonts', 'font'],
    ['fills', 'fill'],
    ['borders', 'border'],
    ['cellXfs', 'xf'],
    ['dxfs', 'dxf'],
    ['numFmts', 'numFmt'],
  ] as const)
    counts(styles, list, item, sayIn('xl/styles.xml'))
  const shared = parts['xl/sharedStrings.xml']
  const strings =
    shared === undefined
      ? null
      : elements(shared, 'si').map(([, inside]) =>
          elements(inside, 't')
            .map(([, text]) => plainText(text))
            .join(''),
        )
  const tableNames = new Set<string>()
  for (const path of Object.keys(parts).filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))) {
    const xml = parts[path]!
    const say = sayIn(path)
    const cells = lintCells(xml, { styles: xfs, strings }, say)
    lintRules(xml, dxfs, say)
    const rels = parts[path.replace('worksheets/', 'worksheets/_rels/') + '.rels'] ?? ''
    const boxes = [...rels.matchAll(/Target="\.\.\/(tables\/[^"]+)"/g)].map((found) => {
      const at = `xl/${found[1]!}`
      const { box, name } = lintTable(parts[at] ?? '', cells, sayIn(at))
      if (tableNames.has(name)) sayIn(at)('two tables have one name')
      tableNames.add(name)
      return box
    })
    counts(xml, 'mergeCells', 'mergeCell', say)
    for (const tag of tags(xml, 'mergeCell')) {
      const merged = boxOf(attributes(tag)['ref'] ?? '')
      if (merged && boxes.some((box) => box && meet(box, merged))) say('cells are merged inside a table')
    }
  }
  const workbook = parts['xl/workbook.xml'] ?? ''
  const say = sayIn('xl/workbook.xml')
  const names = new Set<string>()
  for (const [tag, formula] of elements(workbook, 'definedName')) {
    const { name = '', localSheetId = '' } = attributes(tag)
    const whole = `${localSheetId}/${name.toLowerCase()}`
    if (!legalName(name)) say('a defined name is not legal')
    if (names.has(whole) || tableNames.has(name.toLowerCase())) say('two names are the same')
    if (brokenFormula(plainText(formula))) say('a defined name has a broken formula')
    names.add(whole)
  }
  const sheets = tags(workbook, 'sheet').map((tag) => (attributes(tag)['name'] ?? '').toLowerCase())
  if (new Set(sheets).size !== sheets.length) say('two sheets have one name')
  return faults
}
