import { expect, test } from 'vitest'
import { boundIn } from '../../src/documents/boundIn.ts'
import type { DocumentContent } from '../../src/documents/blocks.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { readBack } from '../../src/documents/readBack.ts'
import { readDocx } from '../../src/documents/readDocx.ts'
import type { ReviewFile } from '../../src/documents/reviewFile.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { MinutesLayout } from '../../src/domain/records/minutesLayout.ts'
import {
  layoutFor,
  layoutIn,
  layoutRowFor,
  layoutText,
  movedPart,
  ourLayout,
  type PlacedPart,
} from '../../src/domain/rules/minutesLayout.ts'
import { partNames, partOf } from '../../src/domain/rules/minutesParts.ts'
import { emptyFile, fullFile, reviewKey, stored } from './madeUpReview.ts'

const today = '2026-03-10'
const headings = ({ blocks }: DocumentContent) =>
  blocks.flatMap((block) => (block.is === 'heading' && block.level === 1 ? [block] : []))
const idsOf = (content: DocumentContent) => headings(content).map(({ id }) => id)
const asks = (file: ReviewFile) => {
  const bound = boundIn(reviewMinutes(file, today))
  return (field: string) => bound.has(`rv.${reviewKey}.${field}`)
}

type Case = readonly [
  what: string,
  pupil: Parameters<typeof emptyFile>[0],
  review: Parameters<typeof emptyFile>[1],
  asked: readonly string[],
  notAsked: readonly string[],
]
const cases: readonly Case[] = [
  [
    'an annual review in Year 4',
    { yearGroup: '4', dateOfBirth: '2017-05-12' },
    { type: 'annual' },
    [
      'attainment',
      'engagement',
      'accessArrangements',
      'healthCarePlan',
      'travelTraining',
      'fundingBand',
      'profileAttached',
    ],
    [
      'whyNow',
      'earlyYears',
      'partTimePlan',
      'adulthoodWork',
      'adulthoodCapacity',
      'placementPreference',
      'movePlan',
    ],
  ],
  [
    'an interim review in Year 8, on a part-time timetable',
    { yearGroup: '8', dateOfBirth: '2013-05-12', partTime: true },
    { type: 'interim' },
    ['whyNow', 'attainment', 'partTimePlan'],
    ['engagement', 'earlyYears', 'adulthoodWork', 'movePlan'],
  ],
  [
    'an early review in Year 6',
    { yearGroup: '6', dateOfBirth: '2015-05-12' },
    { type: 'early' },
    ['whyNow', 'engagement'],
    ['movePlan', 'adulthoodWork'],
  ],
  [
    'a phase transfer in Year 6',
    { yearGroup: '6', dateOfBirth: '2015-05-12' },
    { type: 'phaseTransfer' },
    ['placementPreference', 'movePlan'],
    ['whyNow', 'earlyYears'],
  ],
  [
    'a child of three',
    { yearGroup: 'N1', dateOfBirth: '2022-11-01' },
    { type: 'underFive' },
    ['earlyYears'],
    ['attainment', 'engagement', 'adulthoodWork'],
  ],
  [
    'a child in Reception who is five already',
    { yearGroup: 'R', dateOfBirth: '2020-10-01' },
    { type: 'annual' },
    ['earlyYears'],
    ['attainment', 'engagement'],
  ],
  [
    'Year 9',
    { yearGroup: '9', dateOfBirth: '2012-05-12' },
    { type: 'annual' },
    [
      'adulthoodWork',
      'adulthoodInternship',
      'adulthoodReferrals',
      'adulthoodTransition',
      'adulthoodDestination',
    ],
    ['adulthoodCapacity', 'engagement'],
  ],
  [
    'a young person of sixteen in Year 11',
    { yearGroup: '11', dateOfBirth: '2009-11-12' },
    { type: 'phaseTransfer' },
    ['adulthoodCapacity', 'movePlan', 'placementPreference'],
    ['engagement', 'earlyYears'],
  ],
]

test.each(cases)('the parts of %s', (_, pupil, review, asked, notAsked) => {
  const has = asks(emptyFile(pupil, review))
  expect(asked.filter((field) => !has(field))).toEqual([])
  expect(notAsked.filter(has)).toEqual([])
})

test('what was answered is shown although this review does not ask for it', () => {
  const answered = {
    whyNow: 'Asked for by parents',
    engagement: 'Explores',
    movePlan: 'Two visits',
    earlyYears: 'Talks',
  }
  const file = fullFile(
    { yearGroup: '9' },
    { type: 'annual', ...answered, stage: 'reportSent', reportSent: today },
  )
  const has = asks(file)
  expect(Object.keys(answered).filter((field) => !has(field))).toEqual([])
})

test('figures of attendance, suspensions and a part-time timetable stand together, and what cannot be known is left out', () => {
  const said = (pupil: object) => JSON.stringify(reviewMinutes(emptyFile(pupil), today).blocks)
  const full = said({ attendance: 88.5, suspensions: 2, suspensionDays: 3.5, partTime: true })
  for (const words of [
    '88.5% (90% or less counts as persistent absence)',
    '2; 3.5 days',
    'Part-time timetable',
  ])
    expect(full).toContain(words)
  expect(said({ attendance: 96 })).not.toContain('persistent absence)')
  const sent = emptyFile({}, { stage: 'reportSent', reportSent: today })
  expect(idsOf(reviewMinutes(sent, today))).not.toContain('attendance')
})

test('a phase transfer says which move it is and by when the plan must name the next school', () => {
  const file = emptyFile(
    { movesTo: 'secondary', moves: '2026-09-01', yearGroup: '6' },
    { type: 'phaseTransfer' },
  )
  expect(JSON.stringify(reviewMinutes(file, '2025-11-10').blocks)).toContain('by 15 Feb 2026')
})

test('papers of the school that go with the report are listed with the advice', () => {
  const file = fullFile({}, { profileAttached: true, costedMap: true })
  const { blocks } = reviewMinutes(file, today)
  expect(blocks).toContainEqual({
    is: 'list',
    items: [[{ text: 'One-page profile' }], [{ text: 'Costed provision map' }]],
  })
})

const layout = (parts: string, authority: string | null = null) => stored(MinutesLayout, { authority, parts })
const turned = ourLayout.toReversed()

test('a layout changes the order and the headings and nothing else', () => {
  const file = fullFile({ yearGroup: '9' }, { type: 'phaseTransfer' })
  const renamed: PlacedPart[] = turned.map((one) => ({ ...one, heading: `[name]: ${one.part}` }))
  const ours = reviewMinutes(file, today)
  const theirs = reviewMinutes({ ...file, layouts: [layout(layoutText(renamed))] }, today)
  expect(idsOf(theirs)).toEqual(idsOf(ours).toReversed())
  expect(headings(theirs).map(({ text }) => text)).toEqual(idsOf(theirs).map((id) => `Mimi: ${id}`))
  expect([...boundIn(theirs).keys()].toSorted()).toEqual([...boundIn(ours).keys()].toSorted())
  expect(lintDocx(docxOf(theirs))).toEqual([])
  // Reading back finds fields by their tags alone: the file knows nothing of the layout.
  expect(readBack(file, readDocx(docxOf(theirs)), today)).toMatchObject({ differences: [], unmatched: [] })
})

test('a reference to another part uses the heading that the part has, and goes with the part', () => {
  const file = fullFile()
  const own: PlacedPart[] = ourLayout.map((one) =>
    one.part === 'differences'
      ? { ...one, heading: 'Disagreements' }
      : one.part === 'next'
        ? { ...one, out: true }
        : one,
  )
  const said = JSON.stringify(reviewMinutes({ ...file, layouts: [layout(layoutText(own))] }, today).blocks)
  expect(said).toContain('see “Disagreements”')
  expect(said).not.toContain('Who does what next is under')
})

test('what the law asks for is never left out, whatever the row says', () => {
  const all = layoutText(ourLayout.map((one) => ({ ...one, out: true })))
  const left = layoutIn(all)!
    .filter(({ out }) => !out)
    .map(({ part }) => part)
  expect(left).toEqual(partNames.filter((part) => partOf(part).asked))
  expect(left).toEqual(
    expect.arrayContaining([
      ...['recommendation', 'people', 'child_views', 'parent_views', 'outcomes', 'provision', 'health'],
      ...['targets', 'adulthood', 'budget', 'changes', 'differences', 'documents'],
    ]),
  )
  const content = reviewMinutes({ ...fullFile({ yearGroup: '9' }), layouts: [layout(all)] }, today)
  expect(idsOf(content)).toEqual(left)
  expect(lintDocx(docxOf(content))).toEqual([])
})

test('the first page ends where who and what we decided stand first, and nowhere else', () => {
  const breaks = (parts: readonly PlacedPart[]) =>
    reviewMinutes({ ...fullFile(), layouts: [layout(layoutText(parts))] }, today).blocks.filter(
      ({ is }) => is === 'pageBreak',
    ).length
  expect([breaks(ourLayout), breaks(movedPart(ourLayout, 1, 0)), breaks(turned)]).toEqual([1, 1, 0])
})

test('a review follows the layout of its authority, else the school’s, else ours; the newest of several', () => {
  const rows = [
    layout('[{"part":"people"}]'),
    layout('[{"part":"outcomes"}]', 'Northmoor Council'),
    layout('[{"part":"health"}]', 'Northmoor'),
    layout('[{"part":"funding"}]'),
  ]
  const first = (authority: string | null, all = rows) => layoutFor(all, authority)[0]!.part
  expect(layoutRowFor(rows, 'northmoor borough council')).toBe(rows[2])
  expect([first('Northmoor'), first('Elsewhere'), first(null)]).toEqual([
    layoutIn('[{"part":"health"}]')![0]!.part,
    layoutIn('[{"part":"funding"}]')![0]!.part,
    layoutIn('[{"part":"funding"}]')![0]!.part,
  ])
  expect(first('Northmoor', [])).toBe('recommendation')
  const file = fullFile({ localAuthority: 'Northmoor' })
  const own = layoutText(movedPart(ourLayout, 9, 0))
  expect(idsOf(reviewMinutes({ ...file, layouts: [layout(own, 'Northmoor')] }, today))[0]).toBe('outcomes')
  expect(idsOf(reviewMinutes({ ...file, layouts: [layout(own, 'Southmoor')] }, today))[0]).toBe(
    'recommendation',
  )
})

test.each([
  ['no text at all', '', null],
  ['something else', '{"parts":1}', null],
  ['unknown parts alone', '[{"part":"constructor"},{"part":"__proto__"},7,null]', null],
])('a layout of %s is none', (_, given, expected) => expect(layoutIn(given)).toBe(expected))

test('a part of a later version stands where ours has it, and a spoilt heading is put right', () => {
  const known = ourLayout.filter(({ part }) => part !== 'attendance')
  const at = layoutIn(layoutText(known))!.findIndex(({ part }) => part === 'attendance')
  expect(layoutIn(layoutText(known))![at - 1]!.part).toBe('child')
  const people = layoutIn([
    { part: 'people', heading: ` Present\u202E \n at   the meeting ${'x'.repeat(300)}`, out: 'yes' },
    { part: 'people', heading: 'Twice' },
  ])!.filter(({ part }) => part === 'people')
  expect(people).toMatchObject([
    { out: false, heading: expect.stringMatching(/^Present at the meeting x+$/) },
  ])
  expect(people[0]!.heading).toHaveLength(120)
})
