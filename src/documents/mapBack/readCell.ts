import { complaint, type Field, type FieldOf, parse, show, type Value } from '../../domain/fields.ts'
import { dayOf, parseDay, writtenDay } from '../../domain/rules/day.ts'
import { fieldOfLine, type SheetField } from './sheetFields.ts'
import { hoursAsMinutes, numberReadings, withoutUnit } from './readNumber.ts'
import type { CellRead } from './readTable.ts'

/** What a cell may mean where it can be read in more than one way, or in one that a person should see first. */
export type Reading = { readonly value: Value; readonly words: string }
export type Read =
  | { readonly value: Value }
  | { readonly complaint: string }
  | { readonly ask: string; readonly readings: readonly Reading[] }

/** Days outside these are slips of the keyboard: the rules of the cells say the same. */
const [firstSerial, lastSerial] = [36_526, 109_574]
const isError = (text: string) => /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)/.test(text)

const readingsOf = (field: Field, ask: string, values: readonly Value[]): Read => {
  const fitting = [...new Set(values)].filter((value) => !complaint(field, value))
  const [first] = values
  if (fitting.length === 0) return { complaint: complaint(field, first ?? null) || ask }
  return { ask, readings: fitting.map((value) => ({ value, words: show(field, value) })) }
}

const readDate = (field: Field, { value }: CellRead): Read => {
  if (typeof value === 'number') {
    if (value < firstSerial || value > lastSerial)
      return { complaint: `${field.label} is a date, such as 10 Mar 2026; this is the number ${value}` }
    return { value: parseDay(String(Math.floor(value))) }
  }
  const text = String(value).trim()
  const both = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/.exec(text)
  const day = /^\d+(\.\d+)?$/.test(text) ? null : parseDay(text)
  if (both && day) {
    const swapped = dayOf(Number(day.slice(0, 4)), Number(both[1]), Number(both[2]))
    // A date that stays text was typed where Excel reads days and months another way round: nobody can tell which.
    if (swapped && swapped !== day)
      return readingsOf(field, `“${text}” is text, not a date. Which day is it?`, [day, swapped])
  }
  return day
    ? { value: day }
    : {
        complaint: `${field.label} is a date, such as ${writtenDay('2026-03-10')}; this says “${shortened(text)}”`,
      }
}

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

const readAmount = (
  field: FieldOf<'wholeNumber' | 'decimal' | 'money'>,
  name: SheetField,
  { value }: CellRead,
): Read => {
  const times = field.kind === 'money' ? 100 : 1
  const places = field.kind === 'decimal' ? field.places : 0
  const isTime = name === 'minutes' || name === 'prepMinutes'
  if (typeof value === 'number') {
    const exact = Number((value * times).toFixed(6))
    const rounded = Number(exact.toFixed(places))
    if (exact === rounded) return checked(field, exact)
    if (isTime && value > 0 && value < 1)
      return readingsOf(field, `This is ${value}, as a time of day is kept. Is it a length of time?`, [
        Math.round(value * 1440),
      ])
    return readingsOf(field, `This is ${value}. Round it?`, [rounded])
  }
  if (typeof value === 'boolean')
    return { complaint: `${field.label} is a number; this is ${value ? 'TRUE' : 'FALSE'}` }
  const text = value.replace(/[\u00a0\u202f]/g, ' ').trim()
  if (field.kind === 'money' && /[€$¥]|\b(?:eur|usd)\b/i.test(text))
    return { complaint: `${field.label} is in pounds; this says “${shortened(text)}”` }
  if (isTime) {
    const hours = hoursAsMinutes(text)
    if (hours?.sure) return checked(field, hours.minutes)
    if (hours)
      return readingsOf(field, `This says “${shortened(text)}”. How many minutes is that?`, [hours.minutes])
  }
  const found = numberReadings(withoutUnit(text, name), field.kind === 'money')
  if (found.length === 0)
    return {
      complaint: `${complaint(field, Number.NaN) || `${field.label} is a number`}; this says “${shortened(text)}”`,
    }
  const values = found.map((number) => Number((number.value * times).toFixed(places)))
  const exact = found.every((number, at) => Math.abs(number.value * times - values[at]!) < 1e-6)
  if (found.length === 1 && found[0]!.sure && exact) return checked(field, values[0]!)
  return readingsOf(field, `This says “${shortened(text)}”. Which number is it?`, values)
}

const checked = (field: Field, value: Value): Read => {
  const wrong = complaint(field, value)
  return wrong ? { complaint: wrong } : { value }
}

const readWords = (field: Field, { value, formula }: CellRead): Read => {
  const text = typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value)
  if (formula !== undefined) {
    const result = parse(field, text)
    return 'value' in result && result.value !== null
      ? {
          ask: 'This cell holds a formula, not words. Take what it shows?',
          readings: [{ value: result.value, words: show(field, result.value) }],
        }
      : { complaint: 'This cell holds a formula, not words. Type the words instead' }
  }
  return parse(field, text)
}

const readChoice = (field: FieldOf<'choice'>, { value }: CellRead): Read => {
  const text = String(value).trim()
  const known = parse(field, text)
  if ('value' in known) return known
  const folded = text.toLowerCase()
  const near = Object.entries(field.choices).filter(([, words]) => words.toLowerCase().includes(folded))
  if (folded.length > 1 && near.length > 0 && near.length <= 3)
    return readingsOf(
      field,
      `This says “${shortened(text)}”. Which is it?`,
      near.map(([code]) => code),
    )
  return {
    complaint: `${field.label} is one of: ${Object.values(field.choices).join(', ')}; this says “${shortened(text)}”`,
  }
}

/**
 * What a cell means for a field, as a person would read it: `£12.50`, `90 mins`, `1 h 30`, a date kept as text. What can
 * be read in two ways is asked, with each reading; what can't be read is complained of in words.
 */
export const readCell = (name: SheetField, cell: CellRead): Read => {
  const field = fieldOfLine(name)
  const { value } = cell
  if (typeof value === 'string' && isError(value.trim()))
    return { complaint: `This cell shows ${value.trim()}; put right its formula or type what it should say` }
  if (typeof value === 'string' && value.trim() === '' && cell.formula === undefined)
    return field.required ? { complaint: `${field.label} is needed` } : { value: null }
  switch (field.kind) {
    case 'date':
      return readDate(field, cell)
    case 'wholeNumber':
    case 'decimal':
    case 'money':
      return readAmount(field, name, cell)
    case 'choice':
      return readChoice(field, cell)
    case 'yesNo': {
      if (typeof value === 'boolean') return { value }
      const known = parse(field, String(value))
      return 'value' in known
        ? known
        : { complaint: `${field.label} is Yes or No; this says “${shortened(String(value))}”` }
    }
    default:
      return readWords(field, cell)
  }
}
