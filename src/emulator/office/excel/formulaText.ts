import {
  addressOf,
  columnFrom,
  type Book,
  type BookSheet,
  type BookTable,
  holds,
  quoteSheet,
  tableNamed,
  type Box,
} from './book.ts'

/** A reference that can't be followed: the formula shows `#REF!`. */
class BadReference extends Error {}

/** The text of a bracket from `[` at `from` to its partner; an apostrophe takes the next character as it is. */
const bracket = (text: string, from: number): string => {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === "'") at++
    else if (text[at] === '[') depth++
    else if (text[at] === ']' && --depth === 0) return text.slice(from, at + 1)
  }
  throw new BadReference()
}

const columnIn = (table: BookTable, written: string): number => {
  const name = written.replace(/'(.)/g, '$1').toLowerCase()
  const at = table.columns.findIndex((column) => column.name.toLowerCase() === name)
  if (at < 0) throw new BadReference()
  return table.box.left + at
}

/** What is inside the outer brackets, cut into its parts: `[#This Row],[Cost]` or `@[Cost]` or `Cost`. */
const partsOf = (inside: string): { rows: string[]; columns: string[] } => {
  const rows: string[] = []
  const columns: string[] = []
  let rest = inside.trim()
  if (rest.startsWith('@')) {
    rows.push('#this row')
    rest = rest.slice(1).trim()
  }
  if (!rest.startsWith('[')) {
    if (rest.startsWith('#')) rows.push(rest.toLowerCase())
    else if (rest !== '') columns.push(rest)
    return { rows, columns }
  }
  while (rest !== '') {
    const part = bracket(rest, 0)
    const word = part.slice(1, -1)
    if (word.startsWith('#')) rows.push(word.toLowerCase())
    else columns.push(word)
    rest = rest.slice(part.length).replace(/^\s*[,:]\s*/, '')
  }
  return { rows, columns }
}

const boxOf = (table: BookTable, inside: string, row: number): Box => {
  const { rows, columns } = partsOf(inside)
  const data = { top: table.box.top + 1, bottom: table.box.bottom }
  const picked = columns.map((column) => columnIn(table, column))
  const sides =
    picked.length === 0
      ? { left: table.box.left, right: table.box.right }
      : { left: Math.min(...picked), right: Math.max(...picked) }
  if (rows.includes('#this row')) {
    if (row < data.top || row > data.bottom) throw new BadReference()
    return { top: row, bottom: row, ...sides }
  }
  if (rows.includes('#all')) return { top: table.box.top, bottom: table.box.bottom, ...sides }
  if (rows.includes('#headers'))
    return { top: table.box.top, bottom: rows.includes('#data') ? table.box.bottom : table.box.top, ...sides }
  return { ...data, ...sides }
}

/** A column of one row is still a range: functions such as AVERAGEIFS take no single cell. */
const addressOfColumn = (box: Box, part: string): string => {
  const address = addressOf(box).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
  return address.includes(':') || /^\[(?:@|\[#this row\])/i.test(part) ? address : `${address}:${address}`
}

/**
 * A formula without table references, for an engine that knows only cells: `Rates[Role]` becomes
 * `'Rates and rules'!$A$10:$A$13`. A reference to what is not there becomes `#REF!`.
 */
export const withoutTables = (
  book: Book,
  sheet: BookSheet,
  row: number,
  column: number,
  formula: string,
): string => {
  let out = ''
  for (let at = 0; at < formula.length;) {
    const rest = formula.slice(at)
    const quoted = /^"(?:[^"]|"")*"/.exec(rest) ?? /^'(?:[^']|'')*'!/.exec(rest)
    if (quoted) {
      out += quoted[0]
      at += quoted[0].length
      continue
    }
    const word = /^[\p{L}_\\][\p{L}\p{N}_.\\]*/u.exec(rest)?.[0] ?? ''
    const open = rest[word.length] === '['
    if (
      open ||
      (word !== '' && rest[word.length] !== '(' && rest[word.length] !== '!' && tableNamed(book, word))
    ) {
      const table =
        word === ''
          ? book.tables.find((one) => one.sheet === sheet && holds(one.box, row, column))
          : tableNamed(book, word)
      const part = open ? bracket(rest, word.length) : ''
      try {
        if (!table) throw new BadReference()
        const box = boxOf(table, part.slice(1, -1), row)
        out += `${quoteSheet(table.sheet.name)}!${addressOfColumn(box, part)}`
      } catch (thrown) {
        if (!(thrown instanceof BadReference)) throw thrown
        out += '#REF!'
      }
      at += word.length + part.length
      continue
    }
    out += word || rest[0]!
    at += word.length || 1
  }
  return out
}

/** The formula after a sheet has another name. */
export const withSheetRenamed = (formula: string, from: string, to: string): string => {
  const old = quoteSheet(from)
  const quoted = `'${from.replaceAll("'", "''")}'`
  const next = quoteSheet(to)
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'!|[\p{L}_][\p{L}\p{N}_.]*!/gu, (part) =>
    part.startsWith('"') || !part.endsWith('!')
      ? part
      : [old, quoted].some((name) => part.slice(0, -1).toLowerCase() === name.toLowerCase())
        ? `${next}!`
        : part,
  )
}

/** The formula after a table has another name. */
export const withTableRenamed = (formula: string, from: string, to: string): string =>
  formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'!|[\p{L}_\\][\p{L}\p{N}_.\\]*/gu, (part) =>
    part.toLowerCase() === from.toLowerCase() ? to : part,
  )

/** The formula after a sheet was deleted: what pointed there points nowhere. */
export const withSheetGone = (formula: string, name: string): string =>
  withSheetRenamed(formula, name, '\u0000').replace(/'?\u0000'?!/g, '#REF!')

/** A formula as the cell that many rows down and columns across means it. */
export const moved = (formula: string, rows: number, columns: number): string =>
  formula.replace(
    /"(?:[^"]|"")*"|'(?:[^']|'')*'|(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w(])/g,
    (all, fixed: string | undefined, letters: string, fixedRow: string, row: string) => {
      if (letters === undefined) return all
      const column = fixed ? letters : shifted(letters, columns)
      return `${fixed ?? ''}${column}${fixedRow}${fixedRow ? row : Number(row) + rows}`
    },
  )
const shifted = (letters: string, by: number): string => {
  let column = columnFrom(letters) + by + 1
  let text = ''
  for (; column > 0; column = Math.floor((column - 1) / 26))
    text = String.fromCharCode(65 + ((column - 1) % 26)) + text
  return text
}
