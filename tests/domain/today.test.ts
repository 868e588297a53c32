import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank, type Kept } from '../../src/domain/record.ts'
import { Action } from '../../src/domain/records/action.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Chase } from '../../src/domain/records/chase.ts'
import { Contributor } from '../../src/domain/records/contributor.ts'
import { Need } from '../../src/domain/records/need.ts'
import { NeedsAssessment } from '../../src/domain/records/needsAssessment.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { OutcomeProgress } from '../../src/domain/records/outcomeProgress.ts'
import { Profile } from '../../src/domain/records/profile.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review, reviewStages } from '../../src/domain/records/review.ts'
import { TermDate } from '../../src/domain/records/termDate.ts'
import { addDays, type Day } from '../../src/domain/rules/day.ts'
import { usualReviewSettings } from '../../src/domain/rules/reviewSettings.ts'
import {
  countsFor,
  foldedByPupil,
  groupOf,
  isWhole,
  shownGroups,
  shows,
  workList,
} from '../../src/domain/rules/today.ts'
import { weekEnds } from '../../src/domain/rules/todayPeriods.ts'
import { owedSteps } from '../../src/domain/rules/todayReviewSteps.ts'
import type { TodayLists } from '../../src/domain/rules/todayTypes.ts'

const today = '2026-03-10'
const kept = (name: string): Kept => ({
  key: name.padEnd(26, '0'),
  id: name,
  etag: '1',
  archived: false,
  archivedReason: null,
  createdAt: null,
  createdBy: null,
  modifiedAt: null,
  modifiedBy: null,
})
const k = (name: string) => kept(name).key
const pupil = (name: string, given: Partial<Pupil> = {}) => ({
  ...blank(Pupil, {
    forename: name,
    surname: 'Kay',
    dateOfBirth: '2016-05-01',
    status: 'E',
    planIssued: '2025-09-20',
    yearGroup: '4',
    ...given,
  }),
  ...kept(name),
})
const review = (name: string, of: string, given: Partial<Review> = {}) => ({
  ...blank(Review, { pupil: k(of), type: 'annual', stage: 'planning', ...given }),
  ...kept(name),
})
const person = (name: string, of: string, given: Partial<Contributor> = {}) => ({
  ...blank(Contributor, { review: k(of), name, role: 'teacher', ...given }),
  ...kept(name),
})
const chase = (name: string, given: Partial<Chase>) => ({
  ...blank(Chase, { pupil: k('LEO'), what: 'decision', on: today, ...given }),
  ...kept(name),
})
const need = (of: string) => ({ ...blank(Need, { pupil: k(of), type: 'SLCN' }), ...kept(`N${of}`) })

const everything = (given: Partial<TodayLists>): TodayLists => ({
  pupils: [],
  reviews: [],
  contributors: [],
  actions: [],
  chases: [],
  assessments: [],
  concerns: [],
  teacherAsks: [],
  staffConcerns: [],
  complaintStages: [],
  allocations: [],
  groups: [],
  recent: [],
  staffBehind: [],
  provisions: [],
  needs: (given.pupils ?? []).map((each) => need(each.id)),
  outcomes: [],
  progress: [],
  profiles: [],
  cycles: [],
  conversations: [],
  published: [],
  referrals: [],
  services: [],
  meetings: [],
  sections: [],
  website: [],
  governors: [],
  objectives: [],
  planActions: [],
  walks: [],
  policies: [],
  evidence: [],
  arrangements: [],
  form8: [],
  examDates: [],
  adjustments: [],
  safety: [],
  accessibility: [],
  transfers: [],
  transitions: [],
  visits: [],
  retentionRules: [],
  holds: [],
  parents: [],
  letters: [],
  enquiries: [],
  complaints: [],
  safeguarding: [],
  ...given,
})
const settled = { today, school: null, review: usualReviewSettings, terms: [] }
const list = (given: Partial<TodayLists>, on: Partial<typeof settled> = {}) =>
  workList(everything(given), { ...settled, ...on })
const ids = (given: Partial<TodayLists>) => list(given).lines.map(({ id }) => id)

test('the wireframe: each line says what, by when, how far, and its next step', () => {
  const { lines, meetings } = list({
    pupils: [pupil('LEO'), pupil('MAYA'), pupil('JACK'), pupil('GRACE')],
    reviews: [
      review('RL', 'LEO', { stage: 'meetingHeld', meetingDate: '2026-02-17', invitationsSent: '2026-01-20', papersCirculated: '2026-02-01' }),
      review('RM', 'MAYA', { stage: 'reportSent', meetingDate: '2026-02-01', reportSent: '2026-02-10', invitationsSent: '2026-01-05', papersCirculated: '2026-01-10' }),
      review('RJ', 'JACK', { stage: 'adviceRequested', meetingDate: '2026-03-26', invitationsSent: '2026-02-20' }),
      review('RG', 'GRACE', { stage: 'circulated', meetingDate: today, meetingTime: '2pm', place: 'Room 4', invitationsSent: '2026-02-01', papersCirculated: '2026-02-20' }),
    ],
    contributors: ['A', 'B', 'C', 'D', 'E'].map((each, i) =>
      person(each, 'RJ', { adviceAsked: '2026-02-20', adviceReceived: i < 2 ? '2026-03-01' : null }),
    ),
  }) // prettier-ignore
  const said = lines
    .filter(({ pupils }) => pupils[0] !== k('GRACE'))
    .filter(({ when }) => when !== 'later')
    .map(({ id, word, what, detail, next }) => [id.split(':')[0], word, what, detail, next.words])
  expect(said.slice(0, 2)).toEqual([
    ['decide', 'Overdue', 'Authority’s decision after the review of Sun 1 Feb', '9 days late', 'Write chase letter'],
    ['report', 'Overdue', 'Report of the review of Tue 17 Feb', '7 days late', 'Finish report'],
  ]) // prettier-ignore
  expect(said).toContainEqual(
    ['circulate', 'Due soon', 'Papers for the review of Thu 26 Mar', '2 of 5 in', 'Circulate papers'],
  ) // prettier-ignore
  expect(said).toContainEqual(
    ['advice', 'Waiting', 'Advice for the review of Thu 26 Mar', '2 of 5 in', 'Chase 3'],
  ) // prettier-ignore
  expect(meetings).toMatchObject([
    { meeting: { time: '2pm', where: 'Room 4' }, next: { words: 'Open the meeting', act: { is: 'live' } } },
  ])
})

test('a decision that was chased says when, and the next letter is offered only a week later', () => {
  const of = (chases: TodayLists['chases']) =>
    list({
      pupils: [pupil('LEO')],
      reviews: [review('R', 'LEO', { stage: 'reportSent', meetingDate: '2026-01-20', reportSent: '2026-02-01' })],
      chases,
    }).lines.find(({ id }) => id.startsWith('decide'))!
  expect(of([]).next.words).toBe('Write chase letter')
  const about = { review: k('R') }
  const fresh = of([chase('C', { ...about, on: '2026-03-04' })])
  expect([fresh.detail, fresh.next.words]).toEqual(['21 days late · chased Wed 4 Mar', 'Record decision'])
  const old = of([chase('C', { ...about, on: '2026-02-20' }), chase('D', { ...about, on: '2026-03-03', answer: 'Soon' })])
  expect(old.detail).toBe('21 days late · chased twice, last on Tue 3 Mar, answered')
  expect(old.next.words).toBe('Write chase letter')
  // A reminder about something else is no reminder of this.
  expect(of([chase('C', { review: k('OTHER') })]).chased).toBeNull()
}) // prettier-ignore

test('a decision that never came keeps its mark after the review is closed, until a later one is held', () => {
  const closed = review('R', 'LEO', { stage: 'closed', meetingDate: '2026-01-20', reportSent: '2026-02-01' })
  expect(ids({ pupils: [pupil('LEO')], reviews: [closed] })).toContain(`decide:${k('R')}`)
  const later = review('S', 'LEO', { stage: 'meetingHeld', meetingDate: '2026-03-01' })
  expect(ids({ pupils: [pupil('LEO')], reviews: [closed, later] })).not.toContain(`decide:${k('R')}`)
})

test('a plan with no review to its date, a review with none, and a meeting too late each ask for a date', () => {
  const near = { planIssued: '2025-04-20' }
  const of = (reviews: TodayLists['reviews'], on = today) =>
    list({ pupils: [pupil('LEO', near)], reviews }, { today: on }).lines.find(({ id }) => id === `plan:${k('LEO')}`)
  expect(of([])).toMatchObject({ next: { words: 'Plan the review' }, day: '2026-03-22' })
  expect(of([review('R', 'LEO')])?.next).toMatchObject({ words: 'Set a date', act: { field: 'meetingDate' } })
  const late = of([review('R', 'LEO', { meetingDate: '2026-04-02' })])
  expect(late).toMatchObject({ status: 'late', word: 'Too late', next: { words: 'Set an earlier date' } })
  expect(of([], '2026-03-23')).toMatchObject({ when: 'overdue', detail: '1 day late' })
  // A report that is owed does not hide it.
  const owed = review('O', 'LEO', { stage: 'meetingHeld', meetingDate: '2025-02-01' })
  expect(of([owed])).toBeDefined()
}) // prettier-ignore

test('actions of others are waited for and chased, one’s own are ticked off, and a reminder holds for a week', () => {
  const action = (name: string, given: Partial<Action>) => ({
    ...blank(Action, { pupil: k('LEO'), what: 'Send the report', status: 'open', ...given }),
    ...kept(name),
  })
  const { lines } = workList(
    everything({
      pupils: [pupil('LEO')],
      actions: [
        action('A', { owner: 'Ms Farrow', due: '2026-03-01' }),
        action('B', { owner: 'Sam Senco', due: '2026-03-12' }),
        action('C', { owner: 'Ms Farrow', due: '2026-02-01' }),
        action('D', { owner: 'Ms Farrow', due: null }),
        action('E', { status: 'done', due: '2026-01-01' }),
      ],
      chases: [chase('H', { what: 'action', action: k('C'), on: '2026-03-08' })],
    }),
    { ...settled, school: { senco: 'Sam Senco' } as never },
  )
  const by = (name: string) => lines.find(({ id }) => id === `action:${k(name)}`)
  expect(by('A')).toMatchObject({ owner: 'others', when: 'overdue', next: { words: 'Chase', act: { is: 'remind', given: { action: k('A'), wasDue: '2026-03-01' } } } }) // prettier-ignore
  expect(by('B')).toMatchObject({ owner: 'school', when: 'week', next: { words: 'Mark as done' } })
  expect(by('C')).toMatchObject({ when: 'overdue', next: { words: 'Mark as done' } })
  expect(groupOf(by('D')!)).toBe('others')
  expect(by('E')).toBeUndefined()
})

test('what went stale is named once each, and folds into one row a pupil', () => {
  const support = (name: string, given: Partial<Allocation>) => ({
    ...blank(Allocation, { pupil: k('LEO'), provision: k('V'), from: '2025-09-01', ...given }),
    ...kept(name),
  })
  const outcome = (name: string, given: Partial<Outcome> = {}) => ({
    ...blank(Outcome, { pupil: k('LEO'), kind: 'sectionE', text: 'Speaks', status: 'current', ...given }),
    ...kept(name),
  })
  const given: Partial<TodayLists> = {
    pupils: [pupil('LEO', { planIssued: null }), pupil('GONE', { left: '2026-01-01', planIssued: null })],
    needs: [{ ...need('LEO'), until: '2026-01-01' }],
    reviews: [review('R', 'LEO', { stage: 'closed', meetingDate: '2025-11-12', decisionReceived: '2025-12-01' })],
    outcomes: [outcome('O1'), outcome('O2'), outcome('O3', { by: '2026-02-01' }), outcome('O4', { setOn: '2026-01-01' })],
    progress: [{ ...blank(OutcomeProgress, { review: k('R'), outcome: k('O1'), rating: 'good' }), ...kept('P') }],
    provisions: [{ ...blank(Provision, { name: 'Circle of friends', level: 'targeted', areaOfNeed: 'SEMH', line: 'ta' } as never), ...kept('V') }],
    allocations: [
      support('S1', { until: '2026-02-13' }),
      support('S2', { until: '2026-02-13', effect: 'yes' }),
      support('S3', { until: '2024-02-13' }),
      support('S4', { until: '2026-03-13' }),
    ],
    profiles: [{ ...blank(Profile, { pupil: k('LEO'), from: '2025-03-01' }), ...kept('F') }],
    published: [{ pupil: k('LEO'), is: 'changed', changes: [{ label: 'Needs' }, { label: 'Needs' }] }],
  } // prettier-ignore
  const work = list(given)
  const stale = shownGroups(work, 'records')[0]!.lines
  expect(stale.map(({ id }) => id.split(':')[0]).toSorted()).toEqual([
    'lapsed', 'noNeed', 'noPlanDate', 'noProgress', 'outcomePast', 'profileOld', 'published',
  ]) // prettier-ignore
  expect(stale.find(({ id }) => id.startsWith('noProgress'))!.id).toBe(`noProgress:${k('O2')}`)
  expect(stale.find(({ id }) => id.startsWith('published'))!.detail).toBe('needs')
  expect(foldedByPupil(stale)).toHaveLength(1)
  expect(work.lines.find(({ id }) => id.startsWith('ends:'))).toMatchObject({
    what: 'Circle of friends stops Fri 13 Mar',
    when: 'week',
    next: { words: 'Review impact' },
  })
})

test('support that outlasts a pupil who left is asked after, and no other is', () => {
  const support = (name: string, of: string, given: Partial<Allocation> = {}) => ({
    ...blank(Allocation, { pupil: k(of), provision: k('V'), from: '2025-09-01', ...given }),
    ...kept(name),
  })
  const outlasting = (lines: TodayLists['allocations']) =>
    list({
      pupils: [pupil('LEO'), pupil('GONE', { left: '2026-01-09' }), pupil('GOES', { left: '2027-01-01' })],
      allocations: lines,
      provisions: [{ ...blank(Provision, { name: 'Circle of friends' }), ...kept('V') }],
    }).lines.filter(({ id }) => id.startsWith('outlasts:'))
  expect(
    outlasting([support('A', 'LEO'), support('B', 'GOES'), support('C', 'GONE', { until: '2026-01-09' })]),
  ).toEqual([])
  const [one] = outlasting([support('A', 'GONE')])
  expect(one).toMatchObject({
    pupils: [k('GONE')],
    what: 'Left Fri 9 Jan, and Circle of friends isn’t ended',
  })
  const [two] = outlasting([support('A', 'GONE'), support('B', 'GONE', { until: '2026-01-10' })])
  expect(two!.what).toBe('Left Fri 9 Jan, and 2 lines of support aren’t ended')
})

test('a request for an assessment shows what each side owes, and a step that only passes is never overdue', () => {
  const request = (given: Partial<NeedsAssessment>) => ({ ...blank(NeedsAssessment, { pupil: k('LEO'), ...given }), ...kept('Q') })
  const of = (given: Partial<NeedsAssessment>, chases: TodayLists['chases'] = []) =>
    list({ pupils: [pupil('LEO', { status: 'K', statusFrom: '2026-03-02' })], assessments: [request(given)], chases }).lines.map(
      ({ id, owner, when, next }) => [id.split(':')[0], owner, when, next.words],
    )
  const late = { requested: '2026-01-20' } as const
  expect(of(late)).toContainEqual(['assessment-decide', 'authority', 'overdue', 'Write chase letter'])
  expect(of(late, [chase('C', { what: 'assessment', assessment: k('Q'), on: '2026-03-05' })])).toContainEqual(
    ['assessment-decide', 'authority', 'overdue', 'Record the answer'],
  )
  expect(of({ requested: '2026-02-20', assessDecision: 'yes', assessDecided: '2026-02-25', adviceAsked: '2026-01-30' })).toContainEqual(
    ['assessment-advice', 'school', 'week', 'Send the advice'],
  )
  expect(of({ ...late, draftReceived: '2026-01-25' }).map(([id]) => id)).not.toContain('assessment-comments')
  expect(of({ ...late, closed: '2026-03-01' })).toEqual([])
}) // prettier-ignore

test('an action that belongs to no pupil is chased like any other, and the reminder holds for a week', () => {
  const action = {
    ...blank(Action, { what: 'Book the hall for reviews', status: 'open', owner: 'Ms Farrow', due: '2026-03-01' }),
    ...kept('A'),
  }
  const lines = (chases: TodayLists['chases']) => list({ actions: [action], chases }).lines
  expect(lines([])).toMatchObject([
    { pupils: [], next: { words: 'Chase', act: { is: 'remind', given: { pupil: null, action: k('A') } } } },
  ])
  const sent = chase('C', { pupil: null, what: 'action', action: k('A'), on: '2026-03-09' })
  expect(lines([sent])).toMatchObject([{ next: { words: 'Mark as done' }, chased: { on: '2026-03-09' } }])
}) // prettier-ignore

test('each line says for what a record is opened by it, in words of ours that name nobody', () => {
  const { lines } = list({
    pupils: [pupil('LEO'), pupil('MAYA', { planIssued: null })],
    reviews: [
      review('RL', 'LEO', { stage: 'meetingHeld', meetingDate: '2026-02-17', invitationsSent: '2026-01-20', papersCirculated: '2026-02-01' }),
    ],
    actions: [
      { ...blank(Action, { pupil: k('LEO'), what: 'Ring Leo’s mother', status: 'open', due: today }), ...kept('A') },
    ],
    published: [{ pupil: k('LEO'), is: 'changed', changes: [{ label: 'Strengths' }] }],
  }) // prettier-ignore
  const task = (id: string) => lines.find((line) => line.id.startsWith(id))?.task
  expect(task('report')).toEqual({ purpose: 'review', words: 'Report due' })
  expect(task('action')).toEqual({ purpose: 'provision', words: 'Action due' })
  expect(task('published')).toEqual({ purpose: 'provision', words: 'Publish again' })
  for (const line of lines) expect(line.task.words).not.toMatch(/Leo|Maya|Kay|\d/)
  expect(lines.find(({ id }) => id.startsWith('published'))!.next.act).toEqual({
    is: 'publish',
    pupil: k('LEO'),
  })
})

test('the half-term comes from the term dates, and without them it says that six weeks stand for it', () => {
  const term = (kind: TermDate['kind'], starts: Day, ends: Day): TermDate =>
    blank(TermDate, { kind, starts, ends })
  const terms = [
    term('term', '2026-01-05', '2026-03-27'),
    term('holiday', '2026-02-16', '2026-02-20'),
    term('holiday', '2026-03-09', '2026-03-09'),
    term('inset', '2026-01-05', '2026-01-05'),
    term('term', '2026-04-13', '2026-07-20'),
  ]
  const { periods } = workList({}, { ...settled, terms })
  expect(periods).toMatchObject({ halfTermEnds: '2026-03-27', week: 'week 3 of 5', halfTerm: 'this half-term' }) // prettier-ignore
  const holiday = workList({}, { ...settled, terms, today: '2026-02-18' }).periods
  expect(holiday).toMatchObject({ halfTermEnds: '2026-03-27', week: 'between terms' })
  const none = workList({}, settled).periods
  expect(none).toMatchObject({ halfTermEnds: addDays(today, 42), halfTerm: 'in the next 6 weeks' })
  expect(none.why.says).toMatch(/No term dates/)
})

test('this week ends on Sunday, and at a weekend it is the week to come', () => {
  expect(['2026-03-09', '2026-03-13', '2026-03-14', '2026-03-15'].map(weekEnds)).toEqual([
    '2026-03-15', '2026-03-15', '2026-03-22', '2026-03-22',
  ]) // prettier-ignore
})

test('nothing in, nothing out; and what is not read yet is said to be missing instead of being empty', () => {
  expect(list({})).toMatchObject({ lines: [], meetings: [], missing: [] })
  const some = workList({ pupils: [], reviews: [], chases: [] }, settled)
  expect(some.lines).toEqual([])
  expect(isWhole(some, 'meetings')).toBe(true)
  expect(isWhole(some, 'others')).toBe(false)
  const failed = workList({ pupils: [], reviews: [], chases: [] }, settled, [
    'contributors',
    'actions',
    'concerns',
    'referrals',
  ])
  expect(isWhole(failed, 'others')).toBe(true)
})

const dayNear = fc.integer({ min: -500, max: 500 }).map((days) => addDays(today, days))
const anyDay = fc.option(dayNear, { nil: null })
const anyReview = fc.record({
  stage: fc.constantFrom(...(Object.keys(reviewStages) as Review['stage'][])),
  meetingDate: anyDay,
  meetingTime: fc.constantFrom(null, '9.30', '2pm', 'after school'),
  invitationsSent: anyDay,
  papersCirculated: anyDay,
  reportSent: anyDay,
  decisionReceived: anyDay,
  decision: fc.constantFrom(null, 'amend', 'maintain', 'cease'),
  noticeSent: anyDay,
  finalIssued: anyDay,
})
const school = fc
  .array(
    fc.record({
      reviews: fc.array(anyReview, { maxLength: 4 }),
      actions: fc.array(fc.record({ due: anyDay, owner: fc.constantFrom(null, 'Ms Farrow') }), {
        maxLength: 3,
      }),
      asked: fc.array(anyDay, { maxLength: 3 }),
      planIssued: anyDay,
    }),
    { maxLength: 4 },
  )
  .map((children): Partial<TodayLists> => {
    const name = (...parts: (string | number)[]) => parts.join('A')
    return {
      pupils: children.map(({ planIssued }, i) => pupil(name('P', i), { planIssued })),
      reviews: children.flatMap(({ reviews }, i) =>
        reviews.map((each, j) => review(name('R', i, j), name('P', i), each as Partial<Review>)),
      ),
      actions: children.flatMap(({ actions }, i) =>
        actions.map((each, j) => ({
          ...blank(Action, { pupil: k(name('P', i)), what: 'Call', status: 'open', ...each }),
          ...kept(name('A', i, j)),
        })),
      ),
      contributors: children.flatMap(({ asked }, i) =>
        asked.map((adviceDue, j) =>
          person(name('C', i, j), name('R', i, 0), { adviceAsked: '2026-01-01', adviceDue }),
        ),
      ),
    }
  })

test('every dated step that an open review owes is on the list exactly once', () => {
  fc.assert(
    fc.property(school, (given) => {
      const { lines, meetings } = list(given)
      const seen = [...lines, ...meetings].map(({ id }) => id)
      expect(seen).toHaveLength(new Set(seen).size)
      const children = new Map(given.pupils!.map((each) => [each.key, each]))
      const owed = given
        .reviews!.filter(({ stage }) => stage !== 'closed')
        .flatMap((each) =>
          owedSteps(each, children.get(each.pupil)!, usualReviewSettings, today).map(
            ({ step }) => `${step}:${each.key}`,
          ),
        )
      expect(owed.filter((id) => !seen.includes(id))).toEqual([])
    }),
  )
})

test('whatever stretch of time is chosen, nothing overdue is left out, and each line stands in one group', () => {
  fc.assert(
    fc.property(school, (given) => {
      const work = list(given)
      const overdue = work.lines.filter(({ when }) => when === 'overdue').map(({ id }) => id)
      for (const show of [null, 'overdue', 'week', 'halfTerm'] as const) {
        const shown = shownGroups(work, show)
        const all = shown.flatMap(({ lines }) => lines.map(({ id }) => id))
        expect(new Set(all).size).toBe(all.length)
        expect(shown.find(({ group }) => group === 'overdue')?.lines.map(({ id }) => id) ?? []).toEqual(
          overdue,
        )
      }
      for (const show of shows) {
        const all = shownGroups(work, show).flatMap(({ lines }) => lines)
        const counted = work.lines.filter((line) => countsFor(line, show))
        expect(counted.filter((line) => !all.includes(line))).toEqual([])
      }
      const folded = foldedByPupil(work.lines).flat()
      expect(folded.toSorted(byId)).toEqual(work.lines.toSorted(byId))
    }),
  )
})
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

test('the same records give the same order, whatever order they come in', () => {
  fc.assert(
    fc.property(school, (given) => {
      const turned = Object.fromEntries(
        Object.entries(given).map(([name, rows]) => [name, [...rows].reverse()]),
      ) as Partial<TodayLists>
      expect(list(turned).lines.map(({ id }) => id)).toEqual(ids(given))
    }),
  )
})

test('in August and September the move into the new school year is one line of the school, until it is made', () => {
  const year = (group: string) => pupil(`Y${group}`, { dateOfBirth: '2016-05-01', yearGroup: group as never })
  const on = (day: Day, group: string) =>
    workList({ pupils: [year(group)] }, { today: day, school: null, review: usualReviewSettings, terms: [] })
      .lines.filter(({ id }) => id.startsWith('year:'))
      .map(({ id, when, pupils, next }) => [id, when, pupils, next.act])
  const line = (when: string) => [['year:2026', when, [], { is: 'school', section: 'classes' }]]
  // Born in May 2016: Year 5 until August 2026, Year 6 from then on.
  expect(on('2026-07-20', '5')).toEqual([])
  expect(on('2026-08-03', '5')).toEqual(line('halfTerm'))
  expect(on('2026-09-01', '5')).toEqual(line('today'))
  expect(on('2026-09-14', '5')).toEqual(line('overdue'))
  expect(on('2026-09-14', '6')).toEqual([])
})
