import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  choice,
  complaint,
  date,
  decimal,
  longText,
  money,
  parse,
  show,
  text,
  upn,
  wholeNumber,
  yesNo,
} from '../../src/domain/fields.ts'
import { senStatuses } from '../../src/domain/rules/codes.ts'
import { addDays, isDay, parseDay, showDay } from '../../src/domain/rules/day.ts'

const day = fc.integer({ min: 0, max: 109_000 }).map((n) => addDays('1900-01-01', n))

test.each([
  [date('Meeting'), '10/03/2026', '2026-03-10'],
  [date('Meeting'), '10.3.26', '2026-03-10'],
  [date('Meeting'), '2026-03-10', '2026-03-10'],
  [date('Meeting'), '2026-03-10T00:00:00', '2026-03-10'],
  [date('Meeting'), 'Tue 10 March 2026', '2026-03-10'],
  [date('Meeting'), '10 Mar 2026', '2026-03-10'],
  [date('Meeting'), '10-Mar-26', '2026-03-10'],
  [date('Meeting'), '46091', '2026-03-10'],
  [date('Born'), '29/02/2012', '2012-02-29'],
  [money('Amount'), '£1,234.5', 123450],
  [money('Amount'), '653.60', 65360],
  [wholeNumber('Minutes'), '1,200', 1200],
  [decimal('Weeks', { places: 1 }), '38.5', 38.5],
  [wholeNumber('Age equivalent', { max: 360, asAge: true }), '7y 3m', 87],
  [yesNo('Looked after'), 'Y', true],
  [yesNo('Looked after'), 'false', false],
  [choice('SEN status', senStatuses), 'sen support', 'K'],
  [choice('SEN status', senStatuses), 'k', 'K'],
  [upn('UPN'), ' b8012 00005001', 'B801200005001'],
  [text('Name'), '  Amira\n Khan ', 'Amira Khan'],
  [longText('Views'), 'one\r\ntwo\n', 'one\ntwo'],
  [text('Name'), '   ', null],
])('%#: what a person wrote is understood', (field, typed, value) => {
  expect(parse(field, typed)).toEqual({ value })
})

test.each([
  [date('Meeting'), '31/02/2026'],
  [date('Meeting'), '29/02/2026'],
  [date('Meeting'), '13/13/2026'],
  [date('Meeting'), 'soon'],
  [money('Amount'), '12.345'],
  [money('Amount'), '-3'],
  [money('Amount'), '-£0.01'],
  [money('Amount'), '1,23'],
  [wholeNumber('Minutes'), '1.5'],
  [wholeNumber('Age equivalent', { max: 360, asAge: true }), '7.5'],
  [wholeNumber('Age equivalent', { max: 360, asAge: true }), '<6:00'],
  [wholeNumber('Minutes', { max: 10 }), '11'],
  [decimal('Weeks', { places: 1 }), '38.55'],
  [decimal('Weeks', { places: 1 }), '1,5 h'],
  [yesNo('Looked after'), 'perhaps'],
  [choice('SEN status', senStatuses), 'School Action Plus'],
  [choice('SEN status', senStatuses), 'constructor'],
  [upn('UPN'), 'A801200005001'],
  [text('Name', { max: 3 }), 'Amira'],
  [text('Name', { required: true }), ' '],
])('%#: what cannot be understood is told, not guessed', (field, typed) => {
  const parsed = parse(field, typed)
  expect('complaint' in parsed && parsed.complaint.length > 8).toBe(true)
})

test('a day reads back as it is shown, over three centuries', () => {
  fc.assert(
    fc.property(
      day,
      (d) => isDay(d) && parseDay(showDay(d)) === d && parseDay(d.split('-').reverse().join('/')) === d,
    ),
  )
})
test('money reads back as it is shown', () => {
  const field = money('Amount')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999_99 }), (pence) => {
      expect(parse(field, show(field, pence))).toEqual({ value: pence })
    }),
  )
})
test('whatever is typed, the answer is a value that would be stored, or a sentence', () => {
  const fields = [
    date('D'),
    money('M'),
    wholeNumber('W'),
    decimal('N', { places: 2 }),
    yesNo('Y'),
    choice('C', senStatuses),
    upn('U'),
    text('T'),
    longText('L'),
  ]
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.string({ unit: 'binary' }), (field, typed) => {
      const parsed = parse(field, typed)
      if ('value' in parsed) expect(complaint(field, parsed.value)).toBe(false)
      else expect(parsed.complaint).not.toBe('')
    }),
  )
})
