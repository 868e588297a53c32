import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { usualReviewSettings } from '../../src/domain/rules/reviewSettings.ts'
import { figureKinds, trustFigures, type TrustSources } from '../../src/domain/rules/trustFigures.ts'
import {
  figuresText,
  readFigures,
  shareGiven,
  showTotal,
  totalOf,
  whyOfTotal,
} from '../../src/domain/rules/trustTotals.ts'
import { saidIn } from '../../src/words/spoken.ts'

const today = '2026-11-23'
const nothing: TrustSources = {
  pupils: [], needs: [], reviews: [], settings: usualReviewSettings, cost: null, topUp: null, planned: null, given: null,
} // prettier-ignore

const pupilOf = (key: string, given: Partial<Pupil>) => ({
  ...blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'K', ...given }),
  key,
})
const school = (
  rows: readonly { status: 'E' | 'K' | 'N'; year: '1' | '2' | '3' | null; need: boolean }[],
) => ({
  ...nothing,
  pupils: rows.map(({ status, year }, at) =>
    pupilOf(String(at), { status, yearGroup: year, planIssued: status === 'E' ? '2026-03-01' : null }),
  ),
  needs: rows.flatMap(({ need }, at) =>
    need ? [blank(Need, { pupil: String(at), type: 'SLCN', rank: 1 })] : [],
  ),
})

test('no count of one to four leaves a school, nor one hidden alone beside a sum that is shown', () => {
  const rows = fc.array(
    fc.record({
      status: fc.constantFrom('E', 'K', 'N'),
      year: fc.constantFrom('1', '2', '3', null),
      need: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(rows, fc.constantFrom(5, 10), (given, fewest) => {
      const sent = new Map(
        trustFigures(school(given as never), today, fewest).map(({ id, value }) => [id, value]),
      )
      for (const value of sent.values()) expect(value === null || value === 0 || value >= fewest).toBe(true)
      for (const [whole, start] of [
        ['send', 'status.'],
        ['send', 'year.'],
        ['send', 'need.'],
        ['status.E', 'plans.'],
      ] as const) {
        const parts = [...sent].filter(([id]) => id.startsWith(start)).map(([, value]) => value)
        const hidden = parts.filter((value) => value === null)
        if (sent.get(whole) === null || hidden.length === 0) continue
        expect(hidden.length).toBeGreaterThan(1)
        const rest = sent.get(whole)! - parts.reduce<number>((sum, value) => sum + (value ?? 0), 0)
        expect(rest).toBeGreaterThanOrEqual(fewest)
      }
    }),
  )
})

test('pupils who left or have no SEN are in no figure; money and time that few stand behind are hidden', () => {
  const many = Array.from({ length: 6 }, () => ({ status: 'K', year: '1', need: true }) as const)
  const sources = {
    ...school([...many, { status: 'N', year: '1', need: false }]),
    cost: { value: 123_456, pupils: 6 },
    topUp: { value: 50_000, pupils: 4 },
    planned: { value: 0, pupils: 0 },
  }
  const left = pupilOf('left', { left: '2026-07-01' })
  const sent = new Map(
    trustFigures({ ...sources, pupils: [...sources.pupils, left] }, today, 5).map(({ id, value }) => [
      id,
      value,
    ]),
  )
  expect([sent.get('send'), sent.get('status.K'), sent.get('year.1'), sent.get('need.SLCN')]).toEqual([
    6, 6, 6, 6,
  ])
  expect([sent.get('money.cost'), sent.get('money.topUp'), sent.get('minutes.planned')]).toEqual([
    123_456,
    null,
    0,
  ])
  expect(sent.has('minutes.given')).toBe(false)
})

test('a review is in time by the one before, by the plan where it is the first, and by nothing where neither is known', () => {
  const held = (pupil: string, meetingDate: string) => ({
    ...blank(Review, { pupil, type: 'annual', stage: 'closed', meetingDate, meetingEnded: '15:00' }),
    key: `${pupil} ${meetingDate}`,
  })
  const reviews = Array.from({ length: 5 }, (_, at) => [
    held(`early ${at}`, '2026-03-01'),
    held(`late ${at}`, '2025-01-10'),
    held(`late ${at}`, '2026-01-11'),
    held(`unknown ${at}`, '2026-01-11'),
  ]).flat()
  const pupils = Array.from({ length: 5 }, (_, at) => [
    pupilOf(`early ${at}`, { status: 'E', planIssued: '2025-03-01' }),
    pupilOf(`late ${at}`, { status: 'E', planIssued: '2024-01-10' }),
    pupilOf(`unknown ${at}`, { status: 'E' }),
  ]).flat()
  const sent = new Map(
    trustFigures({ ...nothing, pupils, reviews }, today, 5).map(({ id, value }) => [id, value]),
  )
  expect([sent.get('reviews.inTime'), sent.get('reviews.late')]).toEqual([5, 5])
})

test('what was sent is read as it was; what somebody wrote between is left out', () => {
  const figures = figureKinds.map(({ id }, at) => ({ id, value: at % 3 === 0 ? null : at }))
  const read = readFigures(`${figuresText(figures).replaceAll('\n', '\r\n')}\r\nnew.kind: 4\r\nsend: many`)
  expect([...read].map(([id, value]) => ({ id, value }))).toEqual(figures)
})

test('a total says what is not in it, and a share is of schools that sent both sides', () => {
  const schools = [
    'send: 40\nminutes.planned: 600\nminutes.given: 300',
    'send: hidden\nminutes.planned: 1000\nminutes.given: hidden',
    'status.E: 5',
  ].map(readFigures)
  const total = totalOf('send', schools)
  expect(total).toEqual({ value: 40, hidden: 1, without: 1 })
  expect(showTotal('pupils', total)).toBe('at least 40')
  expect(showTotal('pupils', totalOf('status.K', [readFigures('status.K: hidden')]))).toBe('hidden')
  expect(shareGiven(schools)).toBe(50)
  expect(shareGiven([])).toBeNull()
  const sent = schools.map(() => ({ school: 'Oakfield', on: today, by: null, fewest: 5 }))
  expect(whyOfTotal(figureKinds[0]!, total, sent).inputs.map(({ value }) => value)).toEqual([
    '1', '1', '1', '23 Nov 2026',
  ]) // prettier-ignore
})

test('the same is hidden whatever language is spoken', () => {
  const other = { tag: 'cy', words: { get: (english: string) => `~${english}` }, counts: new Map() }
  const rows = ['1', '1', '1', '1', '1', '1', '2', '2', '2', '3', '3', '3', '3', '3', '3', '3'].map(
    (year, at) => ({ status: at < 7 ? 'E' : 'K', year, need: at % 3 > 0 }),
  )
  const sent = () => trustFigures(school(rows as never), today, 5)
  const english = sent()
  expect(english.filter(({ value }) => value === null).length).toBeGreaterThan(1)
  expect(saidIn(other, sent)).toEqual(english)
  expect(saidIn(other, () => figuresText(sent()))).toBe(figuresText(english))
})
