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
  const asked = [['On track', 'Conversation with parents, 0 of 2 held this year', 'Write it down']]
  expect(lines([running], [], leo(), '2026-03-16')).toEqual([])
  expect(lines([running], [], leo(), '2026-03-20').map(([, what, words]) => [what, words])).toEqual(
    asked.map(([, what, words]) => [what, words]),
  )
  expect(lines([plan({ ...agreed, reviewBy: '2026-03-27' })], [], leo(), '2026-03-20').map(([, what]) => what)).toEqual(['Review of plan 1']) // prettier-ignore
  // The law's own meetings are those of an EHC plan: 6.65 is about SEN support.
  expect(lines([running], [], leo({ status: 'E', planIssued: '2026-01-01' }), '2026-03-20').filter(([, what]) => what!.startsWith('Conv'))).toEqual([]) // prettier-ignore
})
