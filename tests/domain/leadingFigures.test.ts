import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank, check } from '../../src/domain/record.ts'
import { Cycle } from '../../src/domain/records/cycle.ts'
import { NeedsAssessment } from '../../src/domain/records/needsAssessment.ts'
import { Objective } from '../../src/domain/records/objective.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Need } from '../../src/domain/records/need.ts'
import { StatusPeriod } from '../../src/domain/records/statusPeriod.ts'
import { leadingFigures, type LeadingSources } from '../../src/domain/rules/leadingFigures.ts'
import { leadingKind, leadingKinds, showLeading } from '../../src/domain/rules/leadingFigureKinds.ts'
import {
  changeWords,
  earlierReports,
  leadingText,
  readLeading,
  statusFiguresOn,
} from '../../src/domain/rules/leadingHistory.ts'
import { objectiveFigures } from '../../src/domain/rules/leadingKinds.ts'
import { usualReviewSettings } from '../../src/domain/rules/reviewSettings.ts'

const today = '2026-11-23'
const pupil = (name: string, given: Partial<Pupil> = {}) => ({
  ...blank(Pupil, { surname: name, forename: name, dateOfBirth: '2016-05-01', status: 'N', ...given }),
  key: name,
})
const many = (count: number, start: string, given: Partial<Pupil>) =>
  Array.from({ length: count }, (_, at) => pupil(`${start}${at}`, given))
const sources = (
  pupils: readonly ReturnType<typeof pupil>[],
  more: Partial<LeadingSources> = {},
  needs: readonly Need[] = [],
): LeadingSources => ({
  trust: {
    pupils,
    needs,
    reviews: [],
    settings: usualReviewSettings,
    cost: null,
    topUp: null,
    planned: { value: 600, pupils: 9 },
    given: { value: 450, pupils: 9 },
  },
  assessments: [],
  cycles: [],
  talks: [],
  referrals: [],
  objectives: [],
  actions: [],
  notional: null,
  ...more,
})
const figures = (all: LeadingSources, fewest: number) =>
  new Map(leadingFigures(all, today, fewest).map(({ id, value }) => [id, value]))

test('each figure that an objective can be held to is one of the figures, under the same words', () => {
  for (const [id, words] of Object.entries(objectiveFigures)) expect(leadingKind(id)?.words, id).toBe(words)
  expect(new Set(leadingKinds.map(({ id }) => id)).size).toBe(leadingKinds.length)
})

test('shares, means and areas of one made-up school', () => {
  const all = sources(
    [
      ...many(6, 'e', { status: 'E', attendance: 90 }),
      ...many(14, 'k', { status: 'K', attendance: 95 }),
      ...many(60, 'n', { status: 'N', attendance: 96.5 }),
      pupil('left', { status: 'K', left: '2026-07-20' }),
    ],
    {},
    [
      ...Array.from({ length: 6 }, (_, at) => blank(Need, { pupil: `e${at}`, type: 'ASD', rank: 1 })),
      ...Array.from({ length: 8 }, (_, at) => blank(Need, { pupil: `k${at}`, type: 'SLCN', rank: 1 })),
    ],
  )
  const found = figures(all, 5)
  expect(found.get('send')).toBe(20)
  expect(found.get('roll.share')).toBe(25)
  expect(found.get('area.communication')).toBe(14)
  expect(found.get('area.other')).toBe(6)
  expect(found.get('attendance.send')).toBe(93.5)
  expect(found.get('attendance.none')).toBe(96.5)
  expect(found.get('given.share')).toBe(75)
  // Nobody said whether anybody was suspended: then there is no figure, not a nought.
  expect(found.has('suspended.send')).toBe(false)
  expect(found.has('reviews.share')).toBe(false)
  expect(showLeading('percent', 93.5)).toBe('93.5%')
})

test('plans that worked and requests: small numbers are hidden with what would give them away; the school itself sees all', () => {
  const cycle = (effect: Cycle['effect']) =>
    blank(Cycle, { pupil: 'x', number: 1, began: '2026-01-05', reviewedOn: '2026-06-01', effect })
  const asked = (assessDecision: NeedsAssessment['assessDecision']) =>
    blank(NeedsAssessment, { pupil: 'x', requested: '2026-03-01', assessDecision })
  const all = sources(many(30, 'k', { status: 'K' }), {
    cycles: [...Array.from({ length: 12 }, () => cycle('yes')), cycle('no'), cycle('no')],
    assessments: [...Array.from({ length: 6 }, () => asked('yes')), asked('no')],
  })
  const own = figures(all, 1)
  expect(own.get('cycles.reviewed')).toBe(14)
  expect(own.get('cycles.share')).toBe(85.7)
  expect(own.get('ehcna.refused')).toBe(1)
  const outside = figures(all, 5)
  expect(outside.get('ehcna.refused')).toBeNull()
  // The whole less the part would tell it.
  expect([outside.get('ehcna.asked'), outside.get('ehcna.agreed')]).toContain(null)
  expect(outside.get('cycles.share')).toBeNull()
})

test('for any school no area, share or rest tells a number that is hidden', () => {
  const few = 5
  fc.assert(
    fc.property(
      fc.array(fc.record({ status: fc.constantFrom('E', 'K', 'N'), type: fc.constantFrom('ASD', 'SLCN', 'HI', null), premium: fc.boolean() }), { maxLength: 60 }), // prettier-ignore
      (rows) => {
        const pupils = rows.map(({ status, premium }, at) =>
          pupil(`p${at}`, { status: status as Pupil['status'], pupilPremium: premium }),
        )
        const needs = rows.flatMap(({ type }, at) =>
          type ? [blank(Need, { pupil: `p${at}`, type, rank: 1 })] : [],
        )
        const found = figures(sources(pupils, {}, needs), few)
        const [asd, slcn, area] = ['need.ASD', 'need.SLCN', 'area.communication'].map((id) => found.get(id))
        if (area !== null) expect(area).toBe((asd ?? 0) + (slcn ?? 0))
        if (asd === null || slcn === null) expect(area).toBeNull()
        const [roll, send, premium] = ['roll', 'send', 'premium'].map((id) => found.get(id))
        for (const rest of [
          typeof roll === 'number' && typeof send === 'number' ? roll - send : 0,
          typeof send === 'number' && typeof premium === 'number' ? send - premium : 0,
          premium ?? 0,
        ])
          expect(rest === 0 || rest >= few).toBe(true)
      },
    ),
  )
})

test('figures come back from a report as they went in, and anything else in it is left out', () => {
  const all = leadingFigures(sources(many(30, 'k', { status: 'K', attendance: 93.4 })), today, 5)
  const text = leadingText(all)
  expect([...readLeading(text)]).toEqual(all.map(({ id, value }) => [id, value]))
  expect([...readLeading('newer.figure: 3\nsend: many\n<b>: 1\nsend: 12')]).toEqual([['send', 12]])
  expect([...readLeading(null)]).toEqual([])
})

test('a report is compared with the one before and with the one nearest to a year ago, if any is near', () => {
  const report = (asOf: string | null) => ({ asOf, term: String(asOf), figures: asOf ? 'send: 12' : null })
  const all = ['2026-03-10', '2025-12-01', '2026-07-01', '2027-01-01', null].map(report)
  const { last, year } = earlierReports(all, today)
  expect(last?.asOf).toBe('2026-07-01')
  expect(year?.asOf).toBe('2025-12-01')
  expect(earlierReports([report('2026-07-01')], today).year).toBeNull()
  expect(earlierReports([], today)).toEqual({ last: null, year: null })
  expect(changeWords('pupils', 12, 15)).toBe('−3')
  expect(changeWords('percent', 92.5, 90)).toBe('+2.5 points')
  expect(changeWords('pupils', null, 15)).toBe('')
  expect(changeWords('pupils', 12, 12)).toBe('the same')
})

test('a year without a report: statuses of that day from the history', () => {
  const period = {
    ...blank(StatusPeriod, { pupil: 'a0', status: 'N', from: '2024-09-01', until: '2026-01-10' }),
    key: 'P',
  }
  const pupils = [...many(8, 'a', { status: 'K', statusFrom: null }), ...many(6, 'e', { status: 'E' })]
  const found = statusFiguresOn(pupils, [period], '2025-11-23', 5)
  expect([found.get('send'), found.get('status.K'), found.get('status.E')]).toEqual([13, 7, 6])
  expect(statusFiguresOn(many(3, 'a', { status: 'K' }), [], today, 5).get('status.K')).toBeNull()
})

test('an objective may be held to a share, a count or nothing, and its days run forward', () => {
  const objective = (given: Partial<Objective>) =>
    check(Objective, blank(Objective, { title: 'x', ...given }))
  expect(objective({ figure: 'reviews.share', target: 97.5 })).toEqual([])
  expect(objective({ from: '2026-09-01', by: '2026-08-31' })).toMatchObject([{ field: 'by' }])
})
