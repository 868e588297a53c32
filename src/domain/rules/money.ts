import { inLocale, isShownAsInEnglish } from '../../words/locale.ts'

// Made once: making one takes a hundred times as long as using it.
const pounds = new Intl.NumberFormat('en-GB')

const inPounds = inLocale(
  (locale) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency: 'GBP', currencyDisplay: 'narrowSymbol' }),
)

/** `£1,234.50`, as a person reads it in the language that is spoken. Whole pence in. Never to be read again. */
export const showMoney = (pence: number): string =>
  isShownAsInEnglish() ? writtenMoney(pence) : inPounds().format(pence / 100)

/** `£1,234.50`, `-£3.00`, whatever language is spoken: in fields, and in files that are read back. Whole pence in. */
export const writtenMoney = (pence: number): string => {
  const whole = pounds.format(Math.trunc(Math.abs(pence) / 100))
  return `${pence < 0 ? '-' : ''}£${whole}.${String(Math.abs(pence) % 100).padStart(2, '0')}`
}

/** Pence from `£1,234.5`, `1234.50`, `-3`; null where it is no amount or has parts of a penny. */
export const parseMoney = (text: string): number | null => {
  const found = /^(-?)\s*£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!found) return null
  const pence = Number(found[2]!.replaceAll(',', '')) * 100 + Number((found[3] ?? '').padEnd(2, '0'))
  return found[1] ? -pence : pence
}
