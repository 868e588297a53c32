import fc from 'fast-check'
import { type Field, type FieldOf, type Kind, longTextLimit, type Value } from '../../src/domain/fields.ts'
import { newKey } from '../../src/domain/key.ts'
import { type AnyRecordType, check, fieldOf, fieldsOf } from '../../src/domain/record.ts'
import { addDays, type Day, mondayOf } from '../../src/domain/rules/day.ts'
import { upnComplaint } from '../../src/domain/rules/upn.ts'

const words = [
  'Siân Llŷr-Gruffydd', 'O’Brien', "O'Brien", 'ÅŻółć', 'ہر ماہ جائزہ', 'a & b < c > "d"', '👩🏽‍🦽 walks', '=1+1', ']]>',
  '100% #1 + ?', 'null', '0', 'false',
] // prettier-ignore

const phrase = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
)
const plain = (text: string) =>
  // eslint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u001F\u007F\u0085\u2028\u2029\uFFFE\uFFFF]|\p{Surrogate}/gu, ' ').trim() || 'x'
const cut = (text: string, max: number) =>
  text
    .slice(0, max)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim() || 'x'

const days = fc.oneof(
  fc.constantFrom(
    '2024-02-29',
    '2026-03-29',
    '2026-07-14',
    '2026-10-25',
    '1999-12-31',
    '1968-10-27',
    '2026-01-01',
  ),
  fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1960-01-01', count)),
)
const upnLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ'
const upns = fc.integer({ min: 0, max: 99_999_999 }).map((number) => {
  const rest = `9992024${String(number).padStart(8, '0')}`.slice(0, 12)
  return [...upnLetters].map((letter) => `${letter}${rest}`).find((each) => upnComplaint(each) === null)!
})

const arbitraries: { [K in Kind]: (field: FieldOf<K>) => fc.Arbitrary<Value> } = {
  text: ({ max }) => phrase.map((text) => cut(plain(text), max)),
  longText: () =>
    fc.oneof(
      {
        weight: 30,
        arbitrary: fc
          .array(phrase.map(plain), { minLength: 1, maxLength: 8 })
          .map((lines) => lines.join('\n')),
      },
      { weight: 1, arbitrary: fc.constant('é'.repeat(longTextLimit)) },
    ),
  wholeNumber: ({ min, max }) => fc.integer({ min, max }),
  decimal: ({ min, max, places }) =>
    fc
      .integer({ min: min * 10 ** places, max: max * 10 ** places })
      .map((n) => Number((n / 10 ** places).toFixed(places))),
  money: () => fc.integer({ min: -99_999_999_99, max: 99_999_999_99 }),
  date: () => days,
  choice: ({ choices }) => fc.constantFrom(...Object.keys(choices)),
  yesNo: () => fc.boolean(),
  key: () => fc.integer({ min: 1, max: 2 ** 40 }).map((at) => newKey(at)),
  upn: () => upns,
}

const anyValue = (field: Field, full: boolean): fc.Arbitrary<Value> => {
  const filled = (arbitraries[field.kind] as (field: Field) => fc.Arbitrary<Value>)(field)
  return field.required || full ? filled : fc.option(filled, { nil: null })
}

/** The record with nothing in the fields that its own rules complain of: a text made by chance is seldom a list of times. */
const settled = (
  type: AnyRecordType,
  record: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> => {
  const wrong = check(type, record as never).filter(
    ({ field }) => !fieldOf(type, field).required && record[field] !== null,
  )
  if (wrong.length === 0) return record
  return settled(type, { ...record, ...Object.fromEntries(wrong.map(({ field }) => [field, null])) })
}

/** What a record can't do without and chance never hits: a week that follows from the day, a time of the clock. */
const fitting: Readonly<
  Record<string, (record: Readonly<Record<string, Value>>) => Readonly<Record<string, Value>>>
> = {
  Delivery: ({ day }) => ({ week: mondayOf(day as Day) }),
  Slot: ({ minutes }) => ({ starts: Number(minutes) % 2 === 0 ? '9:30' : '14:05' }),
}

/** Any record of a type that its own rules let pass. */
export const anyRecord = (
  type: AnyRecordType,
  { full = false } = {},
): fc.Arbitrary<Readonly<Record<string, Value>>> =>
  fc
    .record(Object.fromEntries(fieldsOf(type).map(([name, field]) => [name, anyValue(field, full)])))
    .map((record) => settled(type, { ...record, ...fitting[type.name]?.(record) }))
    .filter((record) => check(type, record as never).length === 0)
