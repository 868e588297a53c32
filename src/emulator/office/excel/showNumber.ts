import type { CellValue } from './book.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const two = (n: number) => String(n).padStart(2, '0')

const dateParts: Readonly<Record<string, (date: Date) => string>> = {
  yyyy: (d) => String(d.getUTCFullYear()),
  yy: (d) => two(d.getUTCFullYear() % 100),
  mmmm: (d) => months[d.getUTCMonth()]!,
  mmm: (d) => months[d.getUTCMonth()]!.slice(0, 3),
  mm: (d) => two(d.getUTCMonth() + 1),
  m: (d) => String(d.getUTCMonth() + 1),
  dddd: (d) => days[d.getUTCDay()]!,
  ddd: (d) => days[d.getUTCDay()]!.slice(0, 3),
  dd: (d) => two(d.getUTCDate()),
  d: (d) => String(d.getUTCDate()),
}
/** The parts of a format in their order: quoted words, escaped letters, codes. */
const pieces = (format: string) =>
  format.match(/"[^"]*"|\\.|\[[^\]]*\]|yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|./gi) ?? []
const isDate = (format: string) => /[dy]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))

const asDate = (value: number, format: string): string => {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000)
  return pieces(format)
    .map((piece) =>
      piece.startsWith('"')
        ? piece.slice(1, -1)
        : piece.startsWith('\\')
          ? piece.slice(1)
          : piece.startsWith('[')
            ? ''
            : (dateParts[piece.toLowerCase()]?.(date) ?? piece),
    )
    .join('')
}

/** Excel's General: up to eleven characters of a number. */
const general = (value: number): string => {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value)
  const whole = Math.trunc(Math.abs(value)).toString().length
  return Math.abs(value) >= 1e11 || (value !== 0 && Math.abs(value) < 1e-9)
    ? value.toExponential(5).replace(/\.?0+e/, 'E')
    : String(Number(value.toFixed(Math.max(0, 10 - whole))))
}

const asNumber = (value: number, format: string): string => {
  const code = /[#0][#0,]*(?:\.([#0]+))?/.exec(
    format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, (found) => '~'.repeat(found.length)),
  )
  if (!code) return general(value)
  const places = code[1] ?? ''
  const percent = format.includes('%')
  const size = Math.abs(value) * (percent ? 100 : 1)
  // Half a penny must show as Excel rounds it: on the decimal that a person sees, not the binary beneath.
  const rounded = Number(
    `${Math.round(Number(`${Number(size.toPrecision(15))}e${places.length}`))}e-${places.length}`,
  )
  const shown = rounded.toLocaleString('en-GB', {
    useGrouping: code[0].includes(','),
    minimumFractionDigits: places.replace(/#/g, '').length,
    maximumFractionDigits: places.length,
  })
  const around = (text: string) =>
    text
      .replace(/"([^"]*)"/g, '$1')
      .replace(/\\(.)/g, '$1')
      .replace(/\[\$([^\]-]*)[^\]]*\]/g, '$1')
      .replace(/\[[^\]]*\]|[_*]./g, '')
  const sign = value < 0 && rounded !== 0 ? '-' : ''
  return (
    sign + around(format.slice(0, code.index)) + shown + around(format.slice(code.index + code[0].length))
  )
}

/** A value as the cell shows it in its number format. Formats in sections are shown by their first. */
export const shown = (value: CellValue, format: string): string => {
  if (value === null) return ''
  if (typeof value === 'object') return value.error
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'string') return value
  const first = format.split(';')[0]!
  if (first === 'General' || first === '@' || first === '') return general(value)
  return isDate(first) ? asDate(value, first) : asNumber(value, first)
}

export const isDateFormat = isDate
