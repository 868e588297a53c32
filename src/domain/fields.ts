import { inWords, t } from '../words/t.ts'
import { counted, showCount } from './counted.ts'
import { isKey } from './key.ts'
import { parseAge, showAge } from './rules/ageText.ts'
import { type Day, isDay, parseDay, showDay, writtenDay } from './rules/day.ts'
import { parseMoney, showMoney, writtenMoney } from './rules/money.ts'
import { normaliseUpn, upnComplaint } from './rules/upn.ts'

type Common = {
  readonly label: string
  readonly help?: string
  /** A record can't be stored without it. */
  readonly required?: true
  /** SharePoint can filter by it: at most 20 a list, never long text. */
  readonly indexed?: true
  /** The version of the record types that brought it (recordTypesVersion). */
  readonly since: number
  /** No longer asked for; its column stays. */
  readonly retired?: true
  /** Tells by itself of health, disability, need, ethnic origin or danger: UK GDPR article 9, or as grave. */
  readonly special?: true
}

/** One thing a school records, as plain data. Each layer keeps one table that says how it carries each kind. */
export type Field = Common &
  (
    | { readonly kind: 'text'; readonly max: number }
    | { readonly kind: 'longText' }
    | {
        readonly kind: 'wholeNumber'
        readonly min: number
        readonly max: number
        readonly unit?: string
        /** Months of age: shown and typed as years and months, `7:03`. */
        readonly asAge?: true
      }
    | {
        readonly kind: 'decimal'
        readonly places: number
        readonly min: number
        readonly max: number
        readonly unit?: string
      }
    | { readonly kind: 'money' }
    | { readonly kind: 'date' }
    | { readonly kind: 'choice'; readonly choices: Readonly<Record<string, string>> }
    | { readonly kind: 'yesNo' }
    | { readonly kind: 'key'; readonly to: string }
    | { readonly kind: 'upn' }
  )
export type Kind = Field['kind']
export type FieldOf<K extends Kind> = Extract<Field, { kind: K }>

/** What a filled-in field of each kind holds. Money is whole pence; a choice is its code. */
export type Filled = {
  text: string
  longText: string
  wholeNumber: number
  decimal: number
  money: number
  date: Day
  choice: string
  yesNo: boolean
  key: string
  upn: string
}
export type Value = Filled[Kind] | null

type Narrowed<F> = F extends { kind: 'choice'; choices: infer C }
  ? keyof C & string
  : F extends { kind: infer K extends Kind }
    ? Filled[K]
    : never
/** Nothing recorded is `null`: one blank, which JSON, SharePoint and forms all understand. */
export type ValueOf<F> = F extends { required: true } ? Narrowed<F> : Narrowed<F> | null

type Options = {
  help?: string
  required?: true
  indexed?: true
  since?: number
  retired?: true
  special?: true
}
type With<K, O> = K & Common & (O extends { required: true } ? { readonly required: true } : unknown)

const make = (kind: object, label: string, options: Options | undefined) => ({
  since: 1,
  ...options,
  ...kind,
  label,
})

/** One line, at most 255 characters in SharePoint. */
export const text = <const O extends Options & { max?: number } = object>(label: string, options?: O) =>
  make({ kind: 'text', max: options?.max ?? 255 }, label, options) as With<{ kind: 'text'; max: number }, O>
/** Several lines; never filtered by, up to 60,000 characters. */
export const longText = <const O extends Options = object>(label: string, options?: O) =>
  make({ kind: 'longText' }, label, options) as With<{ kind: 'longText' }, O>
export const wholeNumber = <
  const O extends Options & { min?: number; max?: number; unit?: string; asAge?: true } = object,
>(
  label: string,
  options?: O,
) =>
  make(
    { kind: 'wholeNumber', min: options?.min ?? 0, max: options?.max ?? 1_000_000 },
    label,
    options,
  ) as With<{ kind: 'wholeNumber'; min: number; max: number; unit?: string }, O>
export const decimal = <
  const O extends Options & { places: number; min?: number; max?: number; unit?: string },
>(
  label: string,
  options: O,
) =>
  make({ kind: 'decimal', min: options.min ?? 0, max: options.max ?? 1_000_000 }, label, options) as With<
    { kind: 'decimal'; places: number; min: number; max: number; unit?: string },
    O
  >
/** Whole pence; shown in pounds. */
export const money = <const O extends Options = object>(label: string, options?: O) =>
  make({ kind: 'money' }, label, options) as With<{ kind: 'money' }, O>
export const date = <const O extends Options = object>(label: string, options?: O) =>
  make({ kind: 'date' }, label, options) as With<{ kind: 'date' }, O>
/** One of a list: codes are stored, names are read. */
export const choice = <const C extends Readonly<Record<string, string>>, const O extends Options = object>(
  label: string,
  choices: C,
  options?: O,
) => make({ kind: 'choice', choices }, label, options) as With<{ kind: 'choice'; choices: C }, O>
export const yesNo = <const O extends Options = object>(label: string, options?: O) =>
  make({ kind: 'yesNo' }, label, options) as With<{ kind: 'yesNo' }, O>
/** A record of another type, by its own key, so that lists may move between sites. Always indexed. */
export const key = <const O extends Options = object>(label: string, to: string, options?: O) =>
  make({ kind: 'key', to, indexed: true }, label, options) as With<{ kind: 'key'; to: string }, O>
/** A Unique Pupil Number. */
export const upn = <const O extends Options = object>(label: string, options?: O) =>
  make({ kind: 'upn' }, label, options) as With<{ kind: 'upn' }, O>

/** The most that a long text may hold: SharePoint's own limit for several lines of plain text is 63,999. */
export const longTextLimit = 60_000

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const fitsPlaces = (value: number, places: number) => Number(value.toFixed(places)) === value
const lower = (label: string) => {
  const words = inWords(label)
  return /^\p{Lu}{2}/u.test(words) ? words : words[0]!.toLowerCase() + words.slice(1)
}
const tooLong = (length: number, max: number) =>
  length > max && t`Use ${showCount(max)} characters or fewer; this has ${showCount(length)}`

const ageComplaint = (value: unknown, label: string): string => {
  const read = parseAge(String(value))
  return 'complaint' in read
    ? `${inWords(label)}: ${read.complaint}`
    : t`${inWords(label)} is an exact age, such as 7:03; say below or above it in its own field`
}

/** What is wrong with a value, in words for the person who typed it. */
const complaints: { [K in Kind]: (value: unknown, field: FieldOf<K>) => string | false } = {
  text: (v, f) =>
    !isText(v) ? t`Enter ${lower(f.label)}` : /[\r\n]/.test(v) ? t`Use one line` : tooLong(v.length, f.max),
  longText: (v, f) => (!isText(v) ? t`Enter ${lower(f.label)}` : tooLong(v.length, longTextLimit)),
  wholeNumber: (v, f) =>
    !(typeof v === 'number' && Number.isInteger(v) && v >= f.min && v <= f.max) &&
    (f.asAge ? ageComplaint(v, f.label) : t`${inWords(f.label)} is a whole number from ${f.min} to ${f.max}`),
  decimal: (v, f) =>
    !(typeof v === 'number' && v >= f.min && v <= f.max && fitsPlaces(v, f.places)) &&
    t`${inWords(f.label)} is a number from ${f.min} to ${f.max}, with at most ${counted(f.places, 'decimal place')}`,
  // Costs, budgets and payments: none is below nothing.
  money: (v, f) =>
    !(typeof v === 'number' && Number.isInteger(v) && v >= 0 && v <= 99_999_999_99) &&
    t`${inWords(f.label)} is an amount in pounds and pence, nothing or more`,
  date: (v, f) => !isDay(v) && t`${inWords(f.label)} is a date, such as 10 Mar 2026`,
  choice: (v, f) => !(typeof v === 'string' && Object.hasOwn(f.choices, v)) && t`Choose ${lower(f.label)}`,
  yesNo: (v, f) => typeof v !== 'boolean' && t`Choose yes or no for ${lower(f.label)}`,
  key: (v, f) => !isKey(v) && t`Choose ${lower(f.label)}`,
  upn: (v) => (typeof v === 'string' ? (upnComplaint(v) ?? false) : t`Enter the UPN`),
}

/** What is wrong with this value of this field, or false. A blank is wrong only where the field is required. */
export const complaint = (field: Field, value: unknown): string | false => {
  if (value === null || value === undefined)
    return field.required ? t`${inWords(field.label)} is needed` : false
  return (complaints[field.kind] as (v: unknown, f: Field) => string | false)(value, field)
}

// A number of a record is read again as it is written here, so it speaks no other language.
const english = new Intl.NumberFormat('en-GB')
const shown: { [K in Kind]: (value: Filled[K], field: FieldOf<K>) => string } = {
  text: (v) => v,
  longText: (v) => v,
  wholeNumber: (v, f) => (f.asAge ? showAge(v) : english.format(v)),
  decimal: (v) => String(v),
  money: writtenMoney,
  date: writtenDay,
  choice: (v, f) => f.choices[v] ?? v,
  yesNo: (v) => (v ? 'Yes' : 'No'),
  key: (v) => v,
  upn: (v) => v,
}
/** A value in English: as it stands in a list's column, a workbook or a file that is read again. Blank is ''. */
export const show = (field: Field, value: unknown): string =>
  value === null || value === undefined
    ? ''
    : (shown[field.kind] as (v: unknown, f: Field) => string)(value, field)

/** A value as a person reads it on a screen or on paper, in the language that is spoken now. Blank is ''. */
export const saidOf = (field: Field, value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (field.kind === 'date') return showDay(value as Day)
  if (field.kind === 'money') return showMoney(value as number)
  const words = show(field, value)
  return field.kind === 'choice' || field.kind === 'yesNo' ? inWords(words) : words
}

export type Parsed = { readonly value: Value } | { readonly complaint: string }
const found = (value: Value): Parsed => ({ value })
const fold = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '')

const parseNumber = (typed: string) =>
  /^[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(typed) ? Number(typed.replaceAll(',', '')) : Number.NaN

const parseExactAge = (typed: string): number | undefined => {
  const read = parseAge(typed)
  return 'age' in read && read.age?.bound === null ? read.age.months : undefined
}

const parsers: { [K in Kind]: (typed: string, field: FieldOf<K>) => Value | undefined } = {
  text: (typed) => typed.replace(/\s*[\r\n]+\s*/g, ' '),
  longText: (typed) => typed.replace(/\r\n?/g, '\n'),
  wholeNumber: (typed, f) => (f.asAge ? parseExactAge(typed) : parseNumber(typed)),
  decimal: parseNumber,
  money: (typed) => parseMoney(typed) ?? undefined,
  date: (typed) => parseDay(typed) ?? undefined,
  choice: (typed, f) =>
    Object.keys(f.choices).find((code) => fold(code) === fold(typed)) ??
    Object.keys(f.choices).find((code) => fold(f.choices[code]!) === fold(typed)),
  yesNo: (typed) =>
    ({
      yes: true,
      y: true,
      true: true,
      '1': true,
      t: true,
      no: false,
      n: false,
      false: false,
      '0': false,
      f: false,
    })[fold(typed)],
  key: (typed) => typed,
  upn: normaliseUpn,
}

/**
 * A value from what a person, an export or a document wrote: `10/03/2026`, `£1,200`, `SEN support`, `Yes`. Blank
 * text is null. The answer is checked as `complaint` does; a complaint says what was expected.
 */
export const parse = (field: Field, typed: string): Parsed => {
  const clean = field.kind === 'longText' ? typed.replace(/^\s*\n|\s+$/g, '') : typed.trim()
  if (clean === '') return field.required ? { complaint: t`${inWords(field.label)} is needed` } : found(null)
  const value = (parsers[field.kind] as (typed: string, f: Field) => Value | undefined)(clean, field)
  if (value === undefined || Number.isNaN(value))
    return { complaint: complaint(field, clean) || t`Not understood` }
  const wrong = complaint(field, value)
  return wrong ? { complaint: wrong } : found(value)
}
