import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTemporaryUpn, normaliseUpn, upnCheckLetter, upnComplaint } from '../../src/domain/rules/upn.ts'

test.each(['B801200005001', 'R674123101121', 'W82320060301A', 'P207000016049'])('%s is a UPN', (upn) =>
  expect(upnComplaint(upn)).toBeNull(),
)
test.each([
  ['A801200005001', /check letter should be B/],
  ['Q207000016049', /check letter should be P/],
  ['I801200005001', /never uses/],
  ['B80120000500O', /never uses/],
  ['B80120000500', /13 characters/],
  ['B80120000500AB', /13 characters/],
  ['1801200005001', /begins with/],
  ['B8012000X5001', /are digits/],
  ['', /13 characters/],
])('%s is refused with a reason', (upn, reason) => expect(upnComplaint(upn)).toMatch(reason))
test('any slip of one digit is found by the check letter', () => {
  const digits = fc.stringMatching(/^\d{12}$/)
  fc.assert(
    fc.property(digits, fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 9 }), (rest, at, by) => {
      const slipped = rest.slice(0, at) + ((Number(rest[at]) + by) % 10) + rest.slice(at + 1)
      const upn = upnCheckLetter(rest) + rest
      expect(upnComplaint(upn)).toBeNull()
      // 23 is prime, and no weight times a digit's difference is a multiple of it
      expect(upnComplaint(upnCheckLetter(rest) + slipped)).not.toBeNull()
    }),
  )
})
test('a temporary UPN ends in a letter; spaces and small letters are forgiven', () => {
  expect(isTemporaryUpn('W82320060301A')).toBe(true)
  expect(isTemporaryUpn('B801200005001')).toBe(false)
  expect(normaliseUpn(' b801 2000 05001')).toBe('B801200005001')
})
