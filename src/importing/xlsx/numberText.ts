import { dayOfSerial } from './serial.ts'

/** What a cell's number format makes of its number, as far as it changes what a list means. */
export type Look =
  | { readonly is: 'plain' }
  | { readonly is: 'date' }
  | { readonly is: 'percent'; readonly places: number }
  /** So many digits, noughts before: an admission number 001234. */
  | { readonly is: 'padded'; readonly digits: number }

/** Formats that a workbook need not write out, by their number (ECMA-376 part 1, 18.8.30). */
const builtIn = (id: number): Look | null => {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58))
    return { is: 'date' }
  if (id === 9) return { is: 'percent', places: 0 }
  return id === 10 ? { is: 'percent', places: 2 } : null
}

/** How cells of a number format look, from its id and its code such as `dd/mm/yyyy`, `0.0%` or `000000`. */
export const lookOf = (id: number, code: string | undefined): Look => {
  const known = builtIn(id)
  if (code === undefined) return known ?? { is: 'plain' }
  // What is quoted, escaped or a colour is no part of the number; the first section is for what is above nought.
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0]!
  if (/general|standard/i.test(bare)) return { is: 'plain' }
  if (/%/.test(bare)) return { is: 'percent', places: /\.([0#?]+)/.exec(bare)?.[1]?.length ?? 0 }
  if (/[dmyhs]/i.test(bare)) return { is: 'date' }
  return /^0{2,}$/.test(bare.trim()) ? { is: 'padded', digits: bare.trim().length } : { is: 'plain' }
}

/** A number without the tail that counting in twos leaves: 0.30000000000000004 is 0.3, as Excel shows it. */
const plain = (value: number): string => {
  const short = Number(value.toPrecision(15))
  return Math.abs(short) >= 1e21 || !Number.isFinite(short)
    ? String(value)
    : short.toLocaleString('en-GB', {
        useGrouping: false,
        maximumFractionDigits: 15,
      })
}

/** A number as a person sees it in its cell; a date as `2026-03-10`. */
export const numberText = (value: number, look: Look, from1904: boolean): string => {
  if (look.is === 'date') return dayOfSerial(value, from1904) ?? plain(value)
  if (look.is === 'percent') return `${plain(Number((value * 100).toFixed(Math.max(look.places, 0))))}%`
  if (look.is === 'padded' && Number.isInteger(value) && value >= 0)
    return plain(value).padStart(look.digits, '0')
  return plain(value)
}
