import { expect, test } from 'vitest'
import { blank, type Stored } from '../../src/domain/record.ts'
import { ChronologyEntry } from '../../src/domain/records/chronologyEntry.ts'
import { Cycle } from '../../src/domain/records/cycle.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { usualReviewSettings } from '../../src/domain/rules/reviewSettings.ts'
import { workList } from '../../src/domain/rules/today.ts'
import { kept } from '../ui/made.ts'

const today = '2026-03-10'
const leo = (given: Partial<Pupil> = {}): Stored<Pupil> => ({
  ...blank(Pupil, { surname: 'Marsh', forename: 'Leo', dateOfBirth: '2016-05-12', status: 'K', ...given }),
  ...kept('LEO'),
})
const plan = (given: Partial<Cycle> = {}, name = 'C'): Stored<Cycle> => ({
  ...blank(Cycle, { pupil: kept('LEO').key, number: 1, began: '2026-01-05', ...given }),
  ...kept(name),
})
const agreed = { assessedOn: '2026-01-09', agreedOn: '2026-01-12', toldOn: '2026-01-12' } as const
const talk = (happenedOn: string) => ({
  ...blank(ChronologyEntry, { pupil: kept('LEO').key, happenedOn, kind: 'parents', text: 'Spoke.' }),
  ...kept(`T${happenedOn}`),
})
const lines = (
  cycles: readonly Stored<Cycle>[],
  talks: readonly Stored<ChronologyEntry>[] = [talk('2026-02-02')],
  pupil = leo(),
  on = today,
) =>
  workList(
    { pupils: [pupil], cycles, conversations: talks },
    { today: on, school: null, review: usualReviewSettings, terms: [] },
  ).lines.map(({ what, word, next }) => [word, what, next.words])

test('the newest plan says what it needs next: its review, telling parents, the decision, the plan after it', () => {
  expect(lines([plan({ ...agreed, reviewBy: '2026-03-06' })])).toEqual([['Overdue', 'Review of plan 1', 'Hold the review']]) // prettier-ignore
  expect(lines([plan({ ...agreed, toldOn: null, reviewBy: '2026-05-01' })])).toEqual([['Overdue', 'Parents are told of plan 1', 'Record it']]) // prettier-ignore
  expect(lines([plan({ ...agreed, reviewedOn: '2026-03-09' })])).toEqual([['Undecided', 'Plan 1 was reviewed and nothing is decided yet', 'Say what happens now']]) // prettier-ignore
  const reviewed = plan({ ...agreed, reviewedOn: '2026-02-20', decision: 'continue' })
  expect(lines([reviewed])).toEqual([['Overdue', 'Next plan after the review of plan 1', 'Start the next plan']]) // prettier-ignore
  expect(lines([reviewed, plan({ number: 2, began: '2026-02-23' }, 'D')])).toEqual([])
})

test('a plan that nobody reviewed for half a term is out of date, not overdue for ever; one that ended asks for nothing', () => {
  const lapsed = { ...agreed, reviewBy: '2026-01-20' }
  expect(lines([plan(lapsed)])).toEqual([['Lapsed', 'Plan 1 was to be reviewed by 20 Jan 2026', 'Review or end it']]) // prettier-ignore
  expect(lines([plan({ ...lapsed, ended: '2026-03-01' })])).toEqual([])
  expect(lines([plan(lapsed)], [], leo({ left: '2026-03-01' }))).toEqual([])
})

test('a conversation with parents is asked for shortly before the term ends, unless a review is held before', () => {
  const running = plan({ ...agreed, reviewBy: '2026-05-01' })
  const talks = (one: Stored<Cycle>, on: string, pupil = leo()) =>
    lines([one], [], pupil, on)
      .map(([, what]) => what!)
      .filter((what) => what.startsWith('Conversation'))
  expect(talks(running, '2026-03-16')).toEqual([])
  expect(talks(running, '2026-03-20')).toEqual(['Conversation with parents, 0 of 2 held this year'])
  expect(talks(plan({ ...agreed, reviewBy: '2026-03-27' }), '2026-03-20')).toEqual([])
  // Without a plan, or after one that was ended, the support still asks for it: from when it began, or of the whole year.
  const without = (given: Partial<Pupil>, cycles: readonly Stored<Cycle>[] = []) =>
    lines(cycles, [], leo(given), '2026-03-20').map(([, what]) => what)
  expect(without({ statusFrom: '2026-01-05' })).toEqual(['Conversation with parents, 0 of 2 held this year'])
  expect(without({})).toEqual(['Conversation with parents, 0 of 3 held this year'])
  expect(without({ status: 'N' })).toEqual([])
  expect(without({ left: '2026-03-19' })).toEqual([])
  const over = plan({ ...agreed, ended: '2026-03-01' })
  expect(without({}, [over])).toEqual(['Conversation with parents, 0 of 2 held this year'])
  expect(without({}, [plan({ ...agreed, reviewedOn: '2026-03-18', decision: 'stepDown' })])).toEqual([])
  // The Code's three meetings are for SEN support; an EHC plan has its own review.
  expect(talks(running, '2026-03-20', leo({ status: 'E', planIssued: '2026-01-01' }))).toEqual([])
})

test('many pupils without a plan are one line, which opens the first of them; whoever was spoken with is not among them', () => {
  const many = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ ...leo(), ...kept(name) }))
  const held = ['2025-11-03', '2026-03-02'].map((day) => ({ ...talk(day), pupil: many[4]!.key }))
  const { lines: found } = workList(
    { pupils: many, cycles: [], conversations: held },
    { today: '2026-03-20', school: null, review: usualReviewSettings, terms: [] },
  )
  // Without terms the first of three is due by the end of December.
  expect(found.map(({ what, day, when, pupils }) => [what, day, when, pupils.length])).toEqual([
    ['Conversations with the parents of pupils who have SEN support and no plan', '2025-12-31', 'overdue', 4],
  ])
  expect(found[0]!.next.act).toEqual({ is: 'pupil', key: many[0]!.key, section: 'plan' })
  expect(found[0]!.why!.inputs).toEqual([
    { label: 'Pupils', value: '4' },
    { label: 'By', value: '31 Dec 2025' },
  ])
})
