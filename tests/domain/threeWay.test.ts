import { expect, test } from 'vitest'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Slot } from '../../src/domain/records/slot.ts'
import { SlotPupil } from '../../src/domain/records/slotPupil.ts'
import { blank } from '../../src/domain/record.ts'
import { threeWay, uncoveredSum } from '../../src/domain/rules/threeWay.ts'
import { suggestedMinutes } from '../../src/domain/rules/threeWayText.ts'

test.each([
  ['2 x 30 minutes weekly', 60],
  ['Four sessions of 20 minutes a week, one to one or in a pair.', 80],
  ['Three 20-minute sessions per week with a trained adult.', 60],
  ['A daily session of 15 minutes to practise number learned before.', 75],
  ['A daily programme of 20 minutes from the physiotherapist.', 100],
  ['An hour a week of emotional literacy support with a trained person.', 60],
  ['Half an hour each week of speech therapy', 30],
  ['with 12.5 hours a week of a teaching assistant in the room', 750],
  ['twice a week for 15 minutes', 30],
  ['20 minutes twice weekly', 40],
  ['10 minutes twice a day', 100],
  ['A key adult who meets Sam each morning and each afternoon for 15 minutes.', 150],
  ['1 hour fortnightly', 30],
  ['30 mins x 3 per week, 1:1', 90],
])('what a plan says is read as minutes a week: %s', (words, minutes) => {
  expect(suggestedMinutes(words)?.minutes).toBe(minutes)
})

test.each([
  'Access to a quiet space as needed',
  'Up to 25 hours a week of support',
  '2-3 sessions of 20 minutes a week',
  'Between 15 and 20 minutes daily, or 30 minutes weekly',
  'A visit from the teacher of the deaf twice a half-term',
  '6 hours termly of speech and language therapy',
  'Words of each topic taught before the lesson, three times a week, in a group of no more than four.',
  'A block of 6 sessions of 45 minutes',
  'A quarter of an hour several times a week for 15 minutes',
  'opportunities to practise regularly',
  '20 minutes daily and again twice a week',
])('nothing is made of words that leave it open: %s', (words) => {
  expect(suggestedMinutes(words)).toBeNull()
})

const line = (given: Partial<Allocation>) => ({
  key: 'line',
  ...blank(Allocation, { pupil: 'p', provision: 'v', from: '2026-09-07', ...given }),
})
const slot = (key: string, minutes: number, given: Partial<Slot> = {}) => ({
  key,
  ...blank(Slot, { what: 'Phonics', weekday: 'mon', starts: '9:30', minutes, from: '2026-09-07', ...given }),
})
const inSlot = (key: string, given: Partial<SlotPupil> = {}) => ({
  key: `${key}p`,
  ...blank(SlotPupil, { slot: key, pupil: 'p', allocation: 'line', name: 'A', from: '2026-09-07', ...given }),
})

test('Section F is short by what the timetable lacks, a slot of week A counts half, and an ended one not at all', () => {
  const [row] = threeWay(
    {
      allocations: [line({ inPlan: true, specifiedMinutes: 90, sessionsPerWeek: 3, minutes: 20 })],
      slots: [slot('a', 20), slot('b', 20, { everyWeeks: 'odd' }), slot('c', 20, { until: '2026-10-01' })],
      slotPupils: [inSlot('a'), inSlot('b'), inSlot('c')],
    },
    '2026-11-02',
  )
  expect(row).toMatchObject({
    planMinutes: 90,
    mapMinutes: 60,
    timetableMinutes: 30,
    uncovered: 60,
    differs: ['mapShort', 'timetableShort', 'timetableUnderMap'],
  })
  expect(row!.why).toMatchObject({ strength: 'must' })
})

test('words without minutes are asked for, and never counted as covered or short', () => {
  const rows = threeWay(
    {
      allocations: [
        line({ inPlan: true, specified: '2 x 30 minutes weekly', sessionsPerWeek: 2, minutes: 30 }),
        line({ inPlan: true, specified: 'A laptop in every lesson' }),
        line({ inPlan: false, specifiedMinutes: 500 }),
      ].map((one, i) => ({ ...one, key: `line${i}` })),
      slots: [],
      slotPupils: [],
    },
    '2026-11-02',
  )
  expect(rows.map(({ differs }) => differs)).toEqual([['noMinutes', 'timetableUnderMap'], [], []])
  expect(rows[0]!.suggestion?.minutes).toBe(60)
  expect(uncoveredSum(rows)).toEqual({ minutes: 0, pupils: 0, unknown: 1 })
})

test('a pupil whose copy in the timetable ended is not covered by the time that goes on', () => {
  const [row] = threeWay(
    {
      allocations: [line({ inPlan: true, specifiedMinutes: 20, sessionsPerWeek: 1, minutes: 20 })],
      slots: [slot('a', 20)],
      slotPupils: [inSlot('a', { until: '2026-10-23' })],
    },
    '2026-11-02',
  )
  expect(row!.uncovered).toBe(20)
})

test('who comes to a part of a group’s time has that part: weeks A and B, two groups, and a group’s own longer slot', () => {
  const group = (key: string, minutes: number) => ({ key, minutes })
  const inGroup = (key: string, of: string, minutes: number) => ({
    ...line({ inPlan: true, specifiedMinutes: 60, sessionsPerWeek: 2, minutes, group: of }),
    key,
  })
  const rows = threeWay(
    {
      groups: [group('g', 30), group('h', 20)],
      allocations: [inGroup('all', 'g', 30), inGroup('part', 'g', 15), inGroup('longer', 'h', 20)],
      slots: [
        slot('a', 30, { group: 'g' }),
        slot('b', 30, { group: 'g', weekday: 'wed', everyWeeks: 'even' }),
        slot('c', 45, { group: 'h' }),
      ],
      slotPupils: [
        ...['a', 'b'].flatMap((key) => [
          inSlot(key, { allocation: 'all' }),
          inSlot(key, { allocation: 'part' }),
        ]),
        inSlot('c', { allocation: 'longer' }),
      ],
    },
    '2026-11-02',
  )
  // By hand: 30 + 30 ÷ 2; of the same times 15 + 15 ÷ 2; and 45, since the group’s time is longer than its map says.
  expect(rows.map(({ timetableMinutes, uncovered }) => [timetableMinutes, uncovered])).toEqual([
    [45, 15],
    [22.5, 37.5],
    [45, 15],
  ])
  expect(rows[2]!.differs).toContain('timetableOverMap')
})
