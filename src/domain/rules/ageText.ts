import { t } from '../../words/t.ts'

/** Months as years and months: 87 is `7:03`. */
export const showAge = (ageMonths: number): string =>
  `${Math.floor(ageMonths / 12)}:${String(ageMonths % 12).padStart(2, '0')}`

/** An age equivalent; `below` and `above` where the test goes no further than that age. */
export type Age = { readonly months: number; readonly bound: 'below' | 'above' | null }
export type AgeRead = { readonly age: Age | null } | { readonly complaint: string }

const expected = t`an age such as 7:03, 7y 3m, or 87 for months`
const inMonths = (years: string, months: string): number | null =>
  Number(months) < 12 && Number(years) < 30 ? Number(years) * 12 + Number(months) : null

/** Ages as tests print them, without bounds. */
const exact = (typed: string): number | { readonly complaint: string } => {
  // Excel shows 7:03, which it takes for a time of day, as 07:03:00.
  const pair =
    /^(\d{1,2})\s*(?::|;|\/|-|–|y|yr|yrs|years?)\s*(?:and\s*)?(\d{1,2})\s*(?::00|m|mo|mths?|months?)?$/i.exec(
      typed,
    ) ?? /^(\d{1,2})\.(\d{2})$/.exec(typed)
  if (pair) {
    const months = inMonths(pair[1]!, pair[2]!)
    return months ?? { complaint: t`a year has months 0 to 11: ${expected}` }
  }
  const years = /^(\d{1,2})\s*(?:y|yr|yrs|years?)$/i.exec(typed)
  if (years) return Number(years[1]) * 12
  if (/^\d{1,2}[.,]\d$/.test(typed))
    return {
      complaint: t`years and months with a colon: ${typed} may be ${typed.replace(/[.,]/, ':0')}${/[.,]1$/.test(typed) ? `, ${typed.replace(/[.,]/, ':')}0` : ''} or a decimal`,
    }
  if (/^\d{4}-\d{2}-\d{2}/.test(typed) || /^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(typed))
    return { complaint: t`${expected}; Excel turned it into a date` }
  const months = /^(\d{1,3})\s*(?:m|mo|mths?|months?)?$/i.exec(typed)
  if (months && Number(months[1]) <= 360) {
    if (Number(months[1]) < 24 && !/m/i.test(typed))
      return { complaint: t`${expected}: ${typed} may be years or months` }
    return Number(months[1])
  }
  return { complaint: expected }
}

/**
 * An age equivalent as people and exports write it: `7:03`, `7y3m`, `7 years 3 months`, `7.03`, `87` (months), `<6:00`,
 * `below 6:00`, `6:00-`, `16:06+`. Blank is null. A lone number under 24 and `7.5` may be either and are asked about; the
 * complaint is what was expected.
 */
export const parseAge = (text: string): AgeRead => {
  const typed = text.trim().replace(/\s+/g, ' ')
  if (typed === '') return { age: null }
  const lower = /^(?:<|≤|<=|below|under|less than)\s*(.+)$/i.exec(typed) ?? /^(.+\d[m ]?)\s*-$/i.exec(typed)
  const upper =
    /^(?:>|≥|>=|above|over|more than)\s*(.+)$/i.exec(typed) ?? /^(.+\d[m ]?)\s*(?:\+|and above)$/i.exec(typed)
  const bound = lower ? 'below' : upper ? 'above' : null
  const found = exact((lower ?? upper)?.[1]?.trim() ?? typed)
  return typeof found === 'number' ? { age: { months: found, bound } } : found
}

/** `7:03`, `below 6:00`, `above 16:06`. */
export const showBoundedAge = ({ months, bound }: Age): string =>
  bound === null ? showAge(months) : `${bound} ${showAge(months)}`
