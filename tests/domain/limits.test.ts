import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank, check } from '../../src/domain/record.ts'
import { DateLimit } from '../../src/domain/records/dateLimit.ts'
import { addDays, daysBetween } from '../../src/domain/rules/day.ts'
import type { LimitRow } from '../../src/domain/rules/lawRow.ts'
import { limits, type LocalLimitName } from '../../src/domain/rules/limitRows.ts'
import { lawOn, limitOn, rowOn } from '../../src/domain/rules/limits.ts'
import { ignoredLimits, localLimitNames, looserThanLaw } from '../../src/domain/rules/localLimits.ts'
import { adviceBy, circulateBy, decisionBy, inviteBy, reportBy } from '../../src/domain/rules/reviewDates.ts'
import {
  type LocalLimit,
  type ReviewSettings,
  settingsFor,
  usualReviewSettings,
} from '../../src/domain/rules/reviewSettings.ts'
import { yearClock } from '../../src/domain/rules/yearClock.ts'

const names = Object.keys(localLimitNames) as LocalLimitName[]
const local = (given: Partial<LocalLimit>): LocalLimit => ({
  rule: 'reportBy',
  days: 10,
  authority: null,
  from: '2020-01-01',
  source: 'Annual review guidance, page 4',
  ...given,
})
const having = (rows: readonly LocalLimit[], more: Partial<ReviewSettings> = {}): ReviewSettings => ({
  ...usualReviewSettings,
  limits: rows,
  ...more,
})
const day = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays('2015-01-01', n % 9_000))
const row = fc.record({
  rule: fc.constantFrom(...names),
  days: fc.integer({ min: 1, max: 365 }),
  authority: fc.constantFrom(null, 'Ridingdale Council', 'Eastmere Borough Council'),
  from: day,
  source: fc.constant('Guidance'),
})

test('every limit has rows in order, each with its source, and the law’s own dates are those of the Regulations', () => {
  for (const [name, { rows }] of Object.entries(limits)) {
    const begins = rows.map(({ from }) => from)
    expect(begins, name).toEqual([...begins].sort())
    for (const { source, says } of rows as readonly LimitRow[])
      expect([source, says].every(Boolean)).toBe(true)
  }
  const law = (name: keyof typeof limits) => lawOn(name, '2026-11-22').span
  expect([law('inviteBy'), law('circulateBy'), law('reportBy')]).toEqual(Array(3).fill({ days: 14 }))
  expect([law('decisionBy'), law('comments')]).toEqual([{ days: 28 }, { days: 15 }])
  expect([law('finalAfterNotice'), law('finalAfterMeeting')]).toEqual([{ days: 56 }, { days: 84 }])
  expect([law('transferToPost16'), law('transferOther')]).toEqual([{ before: '03-31' }, { before: '02-15' }])
  expect([law('assessDecision'), law('assessRefusal'), law('assessFinal')]).toEqual([
    { days: 42 },
    { days: 112 },
    { days: 140 },
  ])
})

test('a change of law is a new row: what happened before it keeps the old limit', () => {
  const old = limits.reportBy.rows[0]
  const rows = [old, { ...old, from: '2028-09-01', span: { days: 10 } }] as const
  expect(rowOn(rows, '2028-08-31').span).toEqual({ days: 14 })
  expect(rowOn(rows, '2028-09-01').span).toEqual({ days: 10 })
  expect(rowOn(rows, '1999-01-01').span).toEqual({ days: 14 })
})

test('an authority’s tighter limit holds from its day on, for its pupils only, and says who asks', () => {
  const settings = having([local({ authority: 'Ridingdale Council', from: '2026-04-01' })], {
    authority: 'Ridingdale',
  })
  expect(reportBy('2026-03-31', settings).day).toBe('2026-04-14')
  const { day: by, why } = reportBy('2026-04-01', settings)
  expect(by).toBe('2026-04-11')
  expect(why).toMatchObject({
    strength: 'local',
    source: 'Ridingdale Council: Annual review guidance, page 4, from 1 Apr 2026',
    says: 'The report goes to everyone invited within 10 days of the meeting',
  })
  const elsewhere = settingsFor({ localAuthority: 'Eastmere Borough Council' }, settings)
  expect(reportBy('2026-04-01', elsewhere)).toMatchObject({ day: '2026-04-15', why: { strength: 'must' } })
  expect(reportBy('2026-04-01', settingsFor({ localAuthority: null }, settings)).day).toBe('2026-04-11')
})

test('the newest row of an authority replaces its older one; of authority and school the tighter counts', () => {
  const rows = [
    local({ authority: 'Ridingdale', days: 7, from: '2024-01-01' }),
    local({ authority: 'Ridingdale', days: 14, from: '2026-01-01', source: 'Back to the law' }),
    local({ days: 12, from: '2025-01-01' }),
  ]
  const settings = having(rows, { authority: 'Ridingdale Council' })
  const within = (meeting: string) => daysBetween(meeting, reportBy(meeting, settings).day)
  expect([within('2024-06-03'), within('2025-06-03'), within('2026-06-03')]).toEqual([7, 7, 12])
})

test('more notice, earlier papers and an earlier target are tighter; practice gives way to what was settled', () => {
  const settings = having([
    local({ rule: 'inviteBy', days: 42 }),
    local({ rule: 'circulateBy', days: 21 }),
    local({ rule: 'adviceBy', days: 84 }),
    local({ rule: 'decisionBy', days: 20 }),
    local({ rule: 'targetMeeting', days: 40 }),
  ])
  const meeting = '2026-03-10'
  expect(inviteBy(meeting, settings).day).toBe('2026-01-27')
  expect(circulateBy(meeting, settings).day).toBe('2026-02-17')
  expect(adviceBy(meeting, settings).day).toBe('2025-12-16')
  expect(decisionBy(meeting, settings).day).toBe('2026-03-30')
  expect(yearClock('2026-04-07', settings).targetMeeting).toMatchObject({
    day: '2027-02-26',
    why: { strength: 'local' },
  })
  expect(adviceBy(meeting).why.strength).toBe('recommended')
})

test('a looser limit is refused with a sentence that says the law’s, and ignored where it came in otherwise', () => {
  const typed = (given: Partial<LocalLimit>) => check(DateLimit, blank(DateLimit, local(given)))
  expect(typed({ days: 10 })).toEqual([])
  expect(typed({ days: 14 })).toEqual([])
  expect(typed({ days: 21 })).toEqual([
    {
      field: 'days',
      message:
        'The law says 14 days at most (SEND Regulations 2014, regulation 20(8) and (9)): a local limit can be tighter, never looser',
    },
  ])
  expect(typed({ rule: 'inviteBy', days: 7 })[0]?.message).toMatch(/^The law says 14 days at least/)
  expect(typed({ rule: 'targetMeeting', days: 20 })[0]?.message).toMatch(/^The law says 28 days at least/)
  expect(typed({ rule: 'underFiveReview', days: 250 })[0]?.message).toMatch(
    /^Statutory guidance says six months at most/,
  )
  const imported = local({ days: 21 })
  expect(reportBy('2026-03-10', having([imported])).day).toBe('2026-03-24')
  expect(ignoredLimits([imported, local({})], '2026-11-22').map(({ limit }) => limit)).toEqual([imported])
})

test('whatever is settled, no date is ever looser than the law’s', () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 8 }),
      day,
      fc.integer({ min: 1, max: 14 }),
      fc.integer({ min: 28, max: 180 }),
      fc.constantFrom(null, 'ridingdale', 'Eastmere Borough'),
      (rows, meeting, reportDays, leadDays, authority) => {
        const settings = having(rows, { reportDays, leadDays, authority })
        expect(inviteBy(meeting, settings).day <= addDays(meeting, -14)).toBe(true)
        expect(circulateBy(meeting, settings).day <= addDays(meeting, -14)).toBe(true)
        expect(adviceBy(meeting, settings).day <= addDays(meeting, -14)).toBe(true)
        expect(reportBy(meeting, settings).day <= addDays(meeting, 14)).toBe(true)
        expect(decisionBy(meeting, settings).day <= addDays(meeting, 28)).toBe(true)
        const clock = yearClock(meeting, settings)
        expect(clock.statutoryEnd).toEqual(yearClock(meeting).statutoryEnd)
        expect(clock.latestSafeMeeting).toEqual(yearClock(meeting).latestSafeMeeting)
        expect(clock.targetMeeting.day <= clock.latestSafeMeeting.day).toBe(true)
        for (const name of names)
          if (limitOn(name, meeting, settings).strength === 'must')
            expect(limitOn(name, meeting, settings)).toEqual(lawOn(name, meeting))
      },
    ),
  )
})

test('what a form refuses is exactly what the rules ignore', () => {
  fc.assert(
    fc.property(row, (given) => {
      const refused = check(DateLimit, blank(DateLimit, given)).length > 0
      expect(refused).toBe(looserThanLaw(given) !== null)
      expect(ignoredLimits([given], given.from).length > 0).toBe(refused)
    }),
  )
})
