import {
  type Book,
  type BookRule,
  type BookSheet,
  boxFrom,
  type CellValue,
  columnOf,
  holds,
  rowOf,
  sheetNamed,
} from './book.ts'

/** Days and numbers as rules hold them: a number, its text, or `2026-09-01` for a day. */
const numberFrom = (written: unknown): number => {
  const text = String(written ?? '').replace(/^=/, '')
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text)
  return day ? (Date.parse(`${text}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000 : Number(text)
}

const comparisons: Readonly<Record<string, (value: number, one: number, two: number) => boolean>> = {
  Between: (value, one, two) => value >= one && value <= two,
  NotBetween: (value, one, two) => value < one || value > two,
  EqualTo: (value, one) => value === one,
  NotEqualTo: (value, one) => value !== one,
  GreaterThan: (value, one) => value > one,
  GreaterThanOrEqualTo: (value, one) => value >= one,
  LessThan: (value, one) => value < one,
  LessThanOrEqualTo: (value, one) => value <= one,
}

/** What a list offers; null where its source is more than a name or a range. */
const offered = (book: Book, sheet: BookSheet, source: string): CellValue[] | null => {
  if (!source.startsWith('=')) return source.split(',').map((one) => one.trim())
  const name = book.names.find((one) => one.name.toLowerCase() === source.slice(1).toLowerCase())
  const found = /^=(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([$A-Z0-9:]+)$/i.exec(name?.formula ?? source)
  const on = found?.[1]?.replaceAll("''", "'") ?? found?.[2]
  const from = on === undefined ? sheet : sheetNamed(book, on)
  const box = found ? boxFrom(found[3]!) : null
  if (!from || !box) return null
  return [...from.cells].flatMap(([at, { value }]) => (holds(box, rowOf(at), columnOf(at)) ? [value] : []))
}

const fits = (book: Book, sheet: BookSheet, { rule }: BookRule, value: CellValue): boolean => {
  const [kind, of] = Object.entries(rule)[0] ?? []
  if (kind === 'list') {
    const all = offered(book, sheet, String((of as { source: unknown }).source))
    return !all || all.some((one) => String(one).toLowerCase() === String(value).toLowerCase())
  }
  if (kind !== 'wholeNumber' && kind !== 'decimal' && kind !== 'date') return true
  const { formula1, formula2, operator = 'Between' } = of as Record<string, unknown>
  const [one, two] = [numberFrom(formula1), numberFrom(formula2)]
  if (typeof value !== 'number' || (kind === 'wholeNumber' && !Number.isInteger(value))) return false
  // A bound that is a formula of its own is not worked out here.
  return Number.isNaN(one) || (comparisons[String(operator)]?.(value, one, two) ?? true)
}

/**
 * What Excel would say instead of taking a value that a person typed, by the rules of data validation; null where it
 * takes it. Lists, numbers and dates are looked at; rules with formulas of their own let everything pass.
 */
export const refusalOf = (
  book: Book,
  sheet: BookSheet,
  row: number,
  column: number,
  value: CellValue,
): string | null => {
  if (value === null) return null
  const broken = sheet.rules.find((rule) => holds(rule.box, row, column) && !fits(book, sheet, rule, value))
  if (!broken || broken.alert.showAlert === false || (broken.alert.style ?? 'Stop') !== 'Stop') return null
  return broken.alert.message || 'The rules of this cell don’t allow that.'
}
