import { type BookCell, type CellValue, lookWith } from './book.ts'

/** What Excel refuses: the old Lotus way to start a formula. */
export class Refused extends Error {}

const day = (text: string): number | null => {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!found) return null
  const [, a = '', b = '', c = ''] = found
  const [year, month, date] = a.length === 4 ? [a, b, c] : [c, b, a]
  const instant = Date.UTC(Number(year), Number(month) - 1, Number(date))
  const real = new Date(instant)
  if (real.getUTCMonth() !== Number(month) - 1 || real.getUTCDate() !== Number(date)) return null
  return Math.round((instant - Date.UTC(1899, 11, 30)) / 86_400_000)
}

const number = (text: string): { value: number; format?: string } | null => {
  const found = /^([+-]?)(£?)((?:\d{1,3}(?:,\d{3})+|\d*)(?:\.\d+)?)(%?)$/.exec(text)
  if (!found || !/\d/.test(text)) return null
  const size = Number(found[3]!.replaceAll(',', '')) * (found[1] === '-' ? -1 : 1)
  if (Number.isNaN(size)) return null
  if (found[4]) return { value: size / 100, format: '0%' }
  return found[2] ? { value: size, format: '"£"#,##0.00' } : { value: size }
}

/**
 * Puts into a cell what was typed or written, read as Excel reads it: an apostrophe keeps text text, `=`, `+` and `-`
 * begin a formula, a cell formatted as text takes everything as text, and numbers, dates and TRUE are what they look
 * like. Throws Refused for what Excel would not take.
 */
export const enter = (cell: BookCell, input: CellValue | undefined): void => {
  if (input === null || input === undefined) return
  delete cell.formula
  if (cell.look.quote) cell.look = lookWith(cell.look, { quote: false })
  const put = (value: CellValue, format?: string): void => {
    cell.value = value
    if (format && cell.look.format === 'General') cell.look = lookWith(cell.look, { format })
  }
  if (typeof input !== 'string') return put(input)
  if (input === '') return put(null)
  if (input.startsWith("'")) {
    cell.look = lookWith(cell.look, { quote: true })
    return put(input.slice(1))
  }
  if (cell.look.format === '@') return put(input)
  const found = number(input.trim())
  if (found) return put(found.value, found.format)
  const date = day(input.trim())
  if (date !== null) return put(date, 'dd/mm/yyyy')
  if (/^(true|false)$/i.test(input)) return put(/^t/i.test(input))
  if (/^[=+-]./.test(input)) {
    cell.formula = input.startsWith('=') ? input.slice(1) : input
    return put(null)
  }
  if (input.startsWith('@')) throw new Refused()
  put(input)
}
