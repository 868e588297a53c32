import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Funding } from '../../src/domain/records/funding.ts'
import { daysOfYear, type MoneyYear } from '../../src/domain/rules/annualise.ts'
import { addDays, daysBetween } from '../../src/domain/rules/day.ts'
import { fundingOf, topUpOf } from '../../src/domain/rules/funding.ts'
import { topUpsOver } from '../../src/domain/rules/fundingDays.ts'

const year: MoneyYear = { starts: 'apr', year: 2026 }
const span = daysOfYear(year)
const key = newKey()
const of = (topUp: number | null) => ({ key, topUp, localAuthority: 'Ridingdale' })
const fund = (given: Partial<Funding>) =>
  blank(Funding, { pupil: key, element: 'E3', from: '2026-04-01', ...given })

test('a top-up that ended years ago leaves the pupil’s details in force', () => {
  const old = fund({ amount: 100_000, from: '2023-04-01', until: '2024-03-31' })
  expect(fundingOf(of(365_000), [old], [], year)).toMatchObject({
    topUp: { pence: 365_000 },
    from: 'details',
    hints: [],
  })
})

test('a top-up for part of the year: the other days are as the details say, and a hint names them', () => {
  const autumn = fund({ amount: 730_000, from: '2026-09-01' })
  const both = fundingOf(of(365_000), [autumn], [], year)
  // 153 days at £10, 212 at £20.
  expect(both.topUp.pence).toBe(153_000 + 424_000)
  expect(both.from).toBe('both')
  expect(both.hints).toEqual([expect.stringContaining('1 Apr 2026 to 31 Aug 2026')])
  expect(topUpOf(of(null), [autumn], [], year)).toBe(424_000)
})

test('two top-ups on the same days: the one that began last counts, and a hint says which does not', () => {
  const [first, second] = [fund({ amount: 365_000 }), fund({ amount: 730_000, from: '2026-10-01' })]
  const told = fundingOf(of(null), [second, first], [], year)
  expect(told.topUp.pence).toBe(183_000 + 364_000)
  expect(told.hints).toEqual([
    expect.stringMatching(/1 Oct 2026 to 31 Mar 2027.*£7,300.00 a year.*not £3,650.00 a year/),
  ])
  expect(fundingOf(of(null), [{ ...first, until: '2026-09-30' }, second], [], year).hints).toEqual([])
  // Other money is paid beside it.
  const premium = [fund({ element: 'PP', amount: 1000 }), fund({ element: 'PP', amount: 2000 })]
  expect(fundingOf(of(null), premium, [], year)).toMatchObject({ other: 3000, hints: [] })
})

test('a top-up whose amount nobody knows still holds its days, and says what is missing', () => {
  const told = fundingOf(of(365_000), [fund({ band: 'Z', until: '2026-09-30' })], [], year)
  expect(told.topUp.pence).toBe(182_000)
  expect(told.missing).toEqual(['what band Z pays from 1 Apr 2026 (Ridingdale)'])
})

const day = fc.integer({ min: -400, max: 800 }).map((days) => addDays(span.from, days))
const row = fc
  .record({
    from: day,
    lasts: fc.option(fc.integer({ min: 0, max: 500 })),
    amount: fc.integer({ min: 0, max: 2_000_000 }),
  })
  .map(({ from, lasts, amount }) =>
    fund({ from, amount, until: lasts === null ? null : addDays(from, lasts) }),
  )
const days = Array.from({ length: daysBetween(span.from, span.until) + 1 }, (_, i) => addDays(span.from, i))

test('whatever is entered: each day of the year is paid once, by the newest that has begun or by the details', () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 5 }),
      fc.option(fc.integer({ min: 1, max: 2_000_000 })),
      (rows, topUp) => {
        const { held, free, overlaps } = topUpsOver(rows, span)
        const spans = [...held.map((one) => one.span), ...free].toSorted((a, b) => (a.from < b.from ? -1 : 1))
        expect(spans[0]!.from).toBe(span.from)
        expect(spans.at(-1)!.until).toBe(span.until)
        spans.slice(1).forEach(({ from }, i) => expect(from).toBe(addDays(spans[i]!.until, 1)))
        const there = (on: string) => rows.filter(({ from, until }) => from <= on && (until ?? on) >= on)
        const pence = days.reduce((sum, on) => {
          const running = there(on)
          const last = running.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1)
          return sum + (last?.amount ?? topUp ?? 0) / days.length
        }, 0)
        expect(Math.abs(topUpOf(of(topUp), rows, [], year) - pence)).toBeLessThan(0.51)
        const shared = days.filter((on) => there(on).length > 1)
        expect(overlaps.reduce((sum, one) => sum + daysBetween(one.span.from, one.span.until) + 1, 0)).toBe(
          shared.length,
        )
      },
    ),
    { numRuns: 60 },
  )
})
