import { expect, test } from 'vitest'
import { derivedKey } from '../../src/domain/derivedKey.ts'
import { blank, type Stored } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Group } from '../../src/domain/records/group.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { addDays } from '../../src/domain/rules/day.ts'
import { summed } from '../../src/domain/rules/ledger.ts'
import type { LedgerSums } from '../../src/domain/rules/ledgerTypes.ts'
import { workList } from '../../src/domain/rules/today.ts'
import type { RecentDelivery, TodayLists } from '../../src/domain/rules/todayTypes.ts'

const today = '2026-11-10'
const key = (name: string) => derivedKey('01K00000000000000000000000', name)
const kept = (name: string) => ({
  key: key(name),
  id: name,
  etag: '',
  archived: false,
  archivedReason: null,
  createdAt: null,
  createdBy: null,
  modifiedAt: null,
  modifiedBy: null,
})
const pupil = (name: string, given: Partial<Pupil> = {}): Stored<Pupil> => ({
  ...blank(Pupil, { forename: name, surname: 'K', status: 'E', ...given } as never),
  ...kept(name),
})
const line = (name: string, of: string, given: Partial<Allocation> = {}): Stored<Allocation> => ({
  ...blank(Allocation, { pupil: key(of), provision: key('offer'), from: '2026-09-07', ...given }),
  ...kept(name),
})
const group: Stored<Group> = {
  ...blank(Group, {
    provision: key('offer'),
    name: 'Phonics, group 1',
    from: '2026-09-07',
    until: '2026-11-06',
  }),
  ...kept('group'),
}
const offer: Stored<Provision> = {
  ...blank(Provision, { name: 'Phonics', level: 'targeted', areaOfNeed: 'CL', line: 'ta' } as never),
  ...kept('offer'),
}
const linesOf = (given: Partial<TodayLists>, id: string) =>
  workList(
    {
      pupils: [pupil('amy'), pupil('ben'), pupil('gone', { left: '2026-10-01' })],
      provisions: [offer],
      ...given,
    },
    { today, school: null, review: {} as never, terms: [] },
  ).lines.filter((each) => each.id.startsWith(id))

test('one line says that staff see an older list or other days, and leads to where it is sent again', () => {
  const behind = (names: number, days: number) => linesOf({ staffBehind: [{ names, days }] }, 'staffBehind')
  expect(behind(0, 0)).toEqual([])
  expect(behind(3, 1)).toMatchObject([
    {
      what: 'Staff see an older list of who comes to which session',
      detail: '3 names to put right · 1 school day or term to put right',
      pupils: [],
      next: { act: { is: 'timetable' } },
    },
  ])
  expect(behind(0, 2)).toMatchObject([{ what: 'Staff see other school days than your calendar has' }])
})

test('a run that has stopped asks once for all its pupils, whether the last day is its own or each line’s', () => {
  const allocations = [
    line('a', 'amy', { group: group.key }),
    line('b', 'ben', { group: group.key }),
    line('c', 'gone', { group: group.key }),
  ]
  const [asked, ...others] = linesOf({ allocations, groups: [group] }, 'lapsed')
  expect(others).toEqual([])
  expect(asked).toMatchObject({
    pupils: [key('amy'), key('ben')],
    what: 'Phonics, group 1 stopped Fri 6 Nov: what happened then?',
    next: { words: 'Say what now', act: { is: 'lapsed', lines: [key('a'), key('b')], group: group.key } },
  })
  // A line with a later day of its own goes on; one that was answered, or judged, asks nothing.
  const answered = [
    line('a', 'amy', { group: group.key, until: '2026-12-18' }),
    line('b', 'ben', { group: group.key, exitDecision: 'met' }),
    line('d', 'ben', { until: '2026-11-01', effect: 'yes' }),
  ]
  expect(linesOf({ allocations: answered, groups: [group] }, 'lapsed')).toEqual([])
  // Not asked on its last day, and not for ever.
  expect(linesOf({ allocations: [line('a', 'amy', { until: today })], groups: [] }, 'lapsed')).toEqual([])
  expect(linesOf({ allocations: [line('a', 'amy', { until: '2026-07-01' })], groups: [] }, 'lapsed')).toEqual(
    [],
  )
})

test('a group to be looked at again is overdue from the day after, and only while it runs', () => {
  const again = { ...group, until: '2026-12-18', reviewBy: '2026-11-06' }
  const allocations = [line('a', 'amy', { group: group.key })]
  expect(linesOf({ allocations, groups: [again] }, 'lookAgain')).toMatchObject([{ when: 'overdue' }])
  expect(linesOf({ allocations, groups: [{ ...again, reviewBy: '2026-11-20' }] }, 'lookAgain')).toEqual([])
  expect(linesOf({ allocations: [], groups: [again] }, 'lookAgain')).toEqual([])
  // Only who still comes and has no answer is asked after: an answer for them is none for who was there before.
  const some = [
    line('a', 'amy', { group: group.key }),
    line('b', 'ben', { group: group.key, until: '2026-10-01', exitDecision: 'met' }),
    line('c', 'amy', { group: group.key, until: '2026-10-01' }),
  ]
  expect(linesOf({ allocations: some, groups: [again] }, 'lookAgain')).toMatchObject([
    { next: { act: { lines: [key('a')], runs: true } } },
  ])
  const answered = [line('a', 'amy', { group: group.key, exitDecision: 'change' })]
  expect(linesOf({ allocations: answered, groups: [again] }, 'lookAgain')).toEqual([])
})

test('Section F below four fifths, or not logged at all while others are, is on Today; a school that logs nothing is left alone', () => {
  const sums = (given: Partial<LedgerSums>): LedgerSums => ({ ...summed([]), ...given })
  const below = sums({ planned: 10, held: 5, minutesPlanned: 200, minutesKept: 100 })
  const silent = sums({ planned: 8, unlogged: 8, minutesPlanned: 160, minutesUnlogged: 160 })
  const fine = sums({ planned: 10, held: 9, minutesPlanned: 200, minutesKept: 180 })
  const recent = (of: Record<string, LedgerSums>): RecentDelivery[] =>
    Object.entries(of).map(([name, each]) => ({ allocation: key(name), sums: each }))
  const allocations = [
    line('a', 'amy', { inPlan: true }),
    line('b', 'ben', { inPlan: true }),
    line('c', 'ben', { inPlan: true }),
    line('d', 'amy'),
  ]
  const all = { groups: [], allocations }
  const found = linesOf({ ...all, recent: recent({ a: below, b: silent, c: fine, d: below }) }, 'delivered')
  expect(found.map(({ what }) => what).toSorted()).toEqual([
    'Phonics: 50% of Section F delivered in the last four weeks',
    'Phonics: none of 8 sessions of Section F logged in four weeks',
  ])
  expect(linesOf({ ...all, recent: recent({ b: silent }) }, 'delivered')).toEqual([])
})

test('support whose last day only its group says ends on that day', () => {
  const soon = { ...group, until: '2026-11-13' }
  const allocations = [line('a', 'amy', { group: group.key }), line('b', 'ben', { group: group.key })]
  expect(linesOf({ allocations, groups: [soon] }, 'ends')).toMatchObject([
    { pupils: [key('amy'), key('ben')], what: 'Phonics stops Fri 13 Nov', detail: '2 pupils' },
  ])
  const judged = [line('a', 'amy', { group: group.key, exitDecision: 'met' })]
  expect(linesOf({ allocations: judged, groups: [group] }, 'ended')).toMatchObject([
    { pupils: [key('amy')], what: 'Phonics ended Fri 6 Nov: did it work?' },
  ])
})

test('figures sent to governors and the trust are asked for again after six weeks, and not before they were ever sent', () => {
  const sent = (figuresSent: string | null) =>
    workList({ pupils: [] }, { today, school: null, review: {} as never, terms: [], figuresSent }).lines
  expect([sent(null), sent(addDays(today, -41))]).toEqual([[], []])
  expect(sent(addDays(today, -42))).toMatchObject([
    { id: 'figuresSent', detail: '42 days ago', pupils: [], next: { act: { is: 'figures' } } },
  ])
})
