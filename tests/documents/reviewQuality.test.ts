import { expect, test } from 'vitest'
import { reviewQuality } from '../../src/documents/reviewQuality.ts'
import type { ReviewFile } from '../../src/documents/reviewFile.ts'
import { fieldsOf } from '../../src/domain/record.ts'
import { Action } from '../../src/domain/records/action.ts'
import { Contributor } from '../../src/domain/records/contributor.ts'
import { recordTypes } from '../../src/domain/records/index.ts'
import { SectionChange } from '../../src/domain/records/sectionChange.ts'
import { View } from '../../src/domain/records/view.ts'
import { type QualityCheck, qualityRows } from '../../src/domain/rules/qualityRows.ts'
import { emptyFile, fullFile, pupilKey, reviewKey, stored } from './madeUpReview.ts'

const today = '2026-11-22'
const of = (file: ReviewFile) => reviewQuality(file, today, { today })
const line = (file: ReviewFile, check: QualityCheck) => of(file).lines.find((one) => one.check === check)
const lost = (file: ReviewFile, check: QualityCheck) => line(file, check)?.lost.map(({ words }) => words)

test('an empty review scores nothing and says of each duty what is missing and where', () => {
  const { score, lines } = of(emptyFile())
  expect(score).toBe(0)
  for (const { lost: points, of: all, met } of lines) {
    expect(points.length + met).toBe(all)
    for (const { words, place } of points) {
      expect(words).not.toBe('')
      expect(
        recordTypes.some((type) => fieldsOf(type).some(([name]) => name === place.field)) ||
          place.field === 'targets',
        place.field,
      ).toBe(true)
    }
  }
})

test('the same records have the same score, and their order makes no difference', () => {
  const file = fullFile()
  expect(of(file)).toEqual(of(file))
  const turned = {
    ...file,
    progress: file.progress.toReversed(),
    contributors: file.contributors.toReversed(),
  }
  expect(of(turned).score).toBe(of(file).score)
})

test('filling a field never costs a point, and emptying one never wins any', () => {
  const full = of(fullFile()).score!
  expect(full).toBeGreaterThan(of(emptyFile()).score!)
  const file = fullFile()
  for (const field of [
    'childGoingWell',
    'recommendation',
    'recommendationReasons',
    'placementSuitable',
  ] as const)
    expect(of({ ...file, review: { ...file.review, [field]: null } }).score!).toBeLessThanOrEqual(full)
  const [first, ...others] = file.progress
  expect(of({ ...file, progress: [{ ...first!, evidence: null }, ...others] }).score!).toBeLessThanOrEqual(
    full,
  )
})

test('adulthood is asked from Year 9 on, and before it nobody loses a point by it', () => {
  expect(line(emptyFile(), 'adulthood')).toBeUndefined()
  expect(lost(emptyFile({ yearGroup: '9', dateOfBirth: '2012-10-10' }), 'adulthood')).toHaveLength(4)
})

test('the child’s own recorded words count, and so does how they were gathered', () => {
  const view = (how: 'meeting' | null) =>
    stored(View, {
      pupil: pupilKey,
      review: reviewKey,
      whose: 'child',
      words: 'I like art',
      gathered: today,
      how,
    })
  const file = (how: 'meeting' | null) => ({ ...emptyFile(), views: [view(how)] })
  expect([lost(file(null), 'child'), lost(file(null), 'childHow')?.length]).toEqual([[], 1])
  expect(lost(file('meeting'), 'childHow')).toEqual([])
})

test('who differs from the school without a reason costs a point until the reason is there', () => {
  const parent = (reasons: string | null) =>
    stored(Contributor, {
      review: reviewKey,
      name: 'Sara Khan',
      role: 'parent',
      recommendation: 'amend',
      reasons,
    })
  const file = (reasons: string | null) => ({
    ...emptyFile({}, { recommendation: 'maintain' }),
    contributors: [parent(reasons)],
  })
  expect(lost(file(null), 'differences')).toEqual(['Parent or carer: reasons, in their words'])
  expect(lost(file('He needs more'), 'differences')).toEqual([])
})

test('a report that went out late keeps its lost point; one that is not due yet is not asked', () => {
  const dates = (reportSent: string | null, meetingDate = '2026-10-01') =>
    lost(
      emptyFile(
        {},
        {
          meetingDate,
          stage: 'meetingHeld',
          invitationsSent: '2026-08-01',
          papersCirculated: '2026-09-01',
          reportSent,
        },
      ),
      'dates',
    )
  expect(dates('2026-10-15')).toEqual([])
  expect(dates('2026-10-16')).toEqual(['The report went out after the date'])
  expect(dates(null)).toEqual(['The report: date has passed'])
  expect(dates(null, '2026-11-20')).toEqual([])
})

test('an open note on the wording names its text; a rule that the school stopped costs nothing', () => {
  const change = stored(SectionChange, { review: reviewKey, section: 'F', proposed: 'Regular phonics' })
  const action = stored(Action, { pupil: pupilKey, review: reviewKey, what: 'Order it', status: 'open' })
  const file = { ...emptyFile(), sectionChanges: [change], actions: [action] }
  expect(line(file, 'wording')?.lost.map(({ place, words }) => [place.record, place.field, words])).toEqual([
    [change.key, 'proposed', 'Section F: 2 notes on the wording'],
    [action.key, 'what', 'Action 1: 2 notes on the wording'],
  ])
  expect(lost(file, 'actions')).toEqual(['Action 1: who does it', 'Action 1: by when'])
  const settings = { off: new Set(['provision.often', 'provision.amounts']), own: [] }
  const quiet = reviewQuality(file, today, { today, settings })
  expect(quiet.lines.find(({ check }) => check === 'wording')?.met).toBe(1)
})

test('every check has words, a source and a weight, and all weights are whole points', () => {
  for (const [row] of Object.values(qualityRows)) {
    expect(row.says && row.source).toBeTruthy()
    expect(Number.isInteger(row.weight) && row.weight > 0).toBe(true)
  }
})
