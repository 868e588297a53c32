import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesOf, type DutyContext, nextSteps, stateOf } from '../../src/domain/duties/duty.ts'
import { duties } from '../../src/domain/duties/index.ts'
import { movingFacts } from '../../src/domain/duties/moving.ts'
import { blank, check, type Stored } from '../../src/domain/record.ts'
import { Hold } from '../../src/domain/records/hold.ts'
import { NeedsAssessment } from '../../src/domain/records/needsAssessment.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { School } from '../../src/domain/records/school.ts'
import { Transfer } from '../../src/domain/records/transfer.ts'
import { Transition, transitionKinds } from '../../src/domain/records/transition.ts'
import { TransitionVisit } from '../../src/domain/records/transitionVisit.ts'
import { addDays, type Day } from '../../src/domain/rules/day.ts'
import { usualReviewSettings } from '../../src/domain/rules/reviewSettings.ts'
import { calendarOf, isSchoolDay, schoolDaysBetween } from '../../src/domain/rules/schoolCalendar.ts'
import { spanWords } from '../../src/domain/rules/spanWords.ts'
import { workList } from '../../src/domain/rules/today.ts'
import { type DutyListName, dutyListNames } from '../../src/domain/rules/todayTypes.ts'
import { leaversWithout, ownCopy, protectionDue, recordDue } from '../../src/domain/rules/transfer.ts'
import {
  moversWithout,
  type TransitionKind,
  usualVisits,
  worthAsking,
} from '../../src/domain/rules/transitionPlan.ts'
import { kept } from '../ui/made.ts'

const stretch = (kind: 'term' | 'holiday' | 'inset', starts: Day, ends: Day = starts) => ({
  kind,
  name: null,
  starts,
  ends,
})
const calendar = calendarOf([
  stretch('term', '2026-09-02', '2026-12-18'),
  stretch('holiday', '2026-10-26', '2026-10-30'),
  stretch('term', '2027-01-05', '2027-03-25'),
  stretch('inset', '2027-01-05'),
  stretch('holiday', '2027-02-15', '2027-02-19'),
  stretch('term', '2027-04-12', '2027-07-21'),
  stretch('term', '2027-09-02', '2027-12-17'),
])
const clock = { calendar, inLaw: 'maintained' } as const
const today = '2026-11-23'
const P = '01ARZ3NDEKTSV4RRFFQ69G5FAA'
const stored = <T>(record: T, key = 'K') => ({ ...record, ...kept(key), key }) as Stored<T>
const sam = (given: Partial<Pupil> = {}, key = P) =>
  stored(
    blank(Pupil, { surname: 'Vale', forename: 'Sam', dateOfBirth: '2016-03-01', status: 'K', ...given }),
    key,
  )

test('the file goes within 15 school days of the last day on roll: counted over holidays, training days and bank holidays', () => {
  expect(recordDue('2026-11-02', clock).day).toBe('2026-11-23')
  // Over the autumn half-term: a week is not counted.
  expect(recordDue('2026-10-16', clock).day).toBe('2026-11-13')
  // Over Christmas, and a training day on which no pupil comes.
  expect(recordDue('2026-12-18', clock).day).toBe('2027-01-26')
  // At the end of Year 6 the limit lies in the next school year.
  expect(recordDue('2027-07-21', clock).day).toBe('2027-09-22')
  // Good Friday and Easter Monday lie outside the terms here; the early May bank holiday inside one.
  expect(recordDue('2027-04-23', clock).day).toBe('2027-05-17')
})

test('it is law for maintained schools, and for those that did not say what they are; encouraged for academies', () => {
  expect(recordDue('2026-11-02', clock).why).toMatchObject({
    strength: 'must',
    says: expect.stringContaining('15 school days'),
  })
  expect(recordDue('2026-11-02', { ...clock, inLaw: null }).why.strength).toBe('must')
  const academy = recordDue('2026-11-02', { ...clock, inLaw: 'academy' })
  expect(academy).toMatchObject({ day: '2026-11-23', why: { strength: 'recommended' } })
  // Without the terms every weekday counts, never too late, and that is said.
  const unknown = recordDue('2030-05-07', clock)
  expect(unknown.why.inputs).toHaveLength(2)
  expect(protectionDue('2026-11-02')).toMatchObject({ day: '2026-11-07', why: { strength: 'should' } })
  expect(spanWords({ schoolDays: 15 })).toBe('15 school days')
})

test('whatever the last day: exactly 15 school days lie after it up to the limit, which is a school day itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 330 }), (after) => {
      const left = addDays('2026-09-02', after)
      const { day } = recordDue(left, clock)
      expect(schoolDaysBetween(calendar, left, day)).toBe(15)
      expect(isSchoolDay(calendar, day)).toBe(true)
    }),
  )
})

const facts = (pupil: Stored<Pupil>, more: Partial<Parameters<typeof movingFacts>[0]> = {}) =>
  movingFacts(
    {
      pupils: [pupil],
      transfers: [],
      visits: [],
      keeping: { retentionRules: [], holds: [], assessments: [] },
      ...more,
    },
    calendar,
    null,
    usualReviewSettings,
    today,
  )
const context = (pupil: Stored<Pupil>, more: Partial<DutyContext> = {}): DutyContext => ({
  today,
  school: null,
  nameOf: () => null,
  chased: () => null,
  calendar,
  stage: () => null,
  moving: facts(pupil),
  ...more,
})
const transfers = duties.find(({ name }) => name === 'transfers')!
const move = (given: Partial<Transfer> = {}) =>
  stored(blank(Transfer, { pupil: P, way: 'leaving', school: 'Millbrook High', ...given }), 'T')
const standing = (given: Partial<Transfer>, pupil: Partial<Pupil> = {}, more: Partial<DutyContext> = {}) =>
  transfers.standing(move(given) as never, context(sam(pupil), more))

test('a leaver’s file: last day, sent, receipt asked, asked again by the setting, received, own copy', () => {
  expect(standing({}).word).toBe('Last day not known')
  expect(standing({}, { left: '2026-12-18' })).toMatchObject({
    word: 'Leaves on 18 Dec 2026',
    due: { day: '2027-01-26', owner: 'school' },
  })
  const late = standing({}, { left: '2026-10-16' })
  expect(late).toMatchObject({ word: 'To send', due: { day: '2026-11-13', why: { rule: 'T1' } } })
  expect(stateOf(late, today)).toBe('overdue')
  const sent = { safeWay: 'schoolToSchool', sentOn: '2026-11-02' } as const
  // Either alone is not enough.
  expect(standing(sent, { left: '2026-10-23' }).due?.what).toContain('CTF')
  expect(standing({ ctfOn: '2026-11-02' }, { left: '2026-10-23' }).due?.what).toMatch(
    /^Send the SEND file to/,
  )
  const both = { ...sent, ctfOn: '2026-11-02' } as const
  expect(standing(both, { left: '2026-10-23' }).due?.what).toContain('receipt')
  // A receipt for the file is none for the CTF.
  expect(standing(sent, { left: '2026-10-23', fileReceived: '2026-11-20' }).due?.what).toContain('CTF')
  const asked = { ...both, receiptAskedOn: '2026-11-03' } as const
  expect(standing(asked, { left: '2026-10-23' })).toMatchObject({
    is: 'waiting',
    due: { day: '2026-11-13', owner: 'others' },
  })
  const chased = { key: 'C', on: '2026-11-20', to: null, times: 1, again: '2026-11-27', answered: false }
  expect(standing(asked, { left: '2026-10-23' }, { chased: () => chased }).due?.day).toBe('2026-11-30')
  const own = {
    school: blank(School, { from: '2026-09-01', name: 'x', phase: 'primary', transferReceipt: 30 } as never),
  }
  expect(standing(asked, { left: '2026-10-23' }, own).due).toMatchObject({
    day: '2026-12-03',
    why: { strength: 'local' },
  })
  expect(standing(asked, { left: '2026-10-23', fileReceived: '2026-11-20' })).toMatchObject({
    is: 'open',
    word: 'Own copy to decide on',
    due: { day: '2026-11-20', owner: 'school' },
  })
})

test('what is the safeguarding lead’s is told apart, and only where there is anything', () => {
  const sent = { safeWay: 'hand', sentOn: '2026-11-02', ctfOn: '2026-11-02' } as const
  const flagged = { left: '2026-11-19', alertSafeguarding: true } as const
  expect(standing({}, flagged).due).toMatchObject({ day: '2026-11-24', why: { rule: 'T2' } })
  expect(standing(sent, flagged).word).toBe('To hand over')
  expect(standing({ ...sent, protectionOn: '2026-11-20' }, flagged).due?.what).toContain('receipt')
})

test('somebody who arrives: file asked for, chased after the time the other school has, confirmed', () => {
  const comes = { way: 'arriving' } as const
  expect(standing(comes, { admitted: '2026-11-02' }).due?.day).toBe('2026-11-02')
  const asked = { ...comes, askedOn: '2026-11-02' } as const
  expect(standing(asked, { admitted: '2026-11-02' })).toMatchObject({
    is: 'waiting',
    due: { day: '2026-11-23' },
  })
  expect(standing({ ...asked, arrivedOn: '2026-11-20' }).due?.what).toContain('Confirm to Millbrook High')
  expect(standing({ ...asked, arrivedOn: '2026-11-20', receiptSentOn: '2026-11-20' })).toMatchObject({
    is: 'done',
    due: null,
  })
})

test('every step that is offered can be stored and leads on; a file never goes without a safe way and a school', () => {
  const steps = (given: Partial<Transfer>) => nextSteps(transfers.steps, move(given) as never)
  expect(steps({ school: null }).map(({ field }) => field)).not.toContain('sentOn')
  expect(steps({}).map(({ field }) => field)).not.toContain('sentOn')
  const offered: Partial<Transfer>[] = [
    { safeWay: 'email' },
    { safeWay: 'email', sentOn: today, ctfOn: today },
    { way: 'arriving' },
    { way: 'arriving', arrivedOn: today },
  ]
  for (const given of offered)
    for (const step of steps(given)) {
      if (step.asks) continue
      const changed = {
        ...move(given),
        ...(changesOf(step, move(given) as never, today) as Partial<Transfer>),
      }
      expect(check(Transfer, changed), step.field).toEqual([])
    }
  expect(check(Transfer, move({ sentOn: today })).map(({ field }) => field)).toEqual(['safeWay'])
  expect(check(Transfer, move({ way: 'arriving', sentOn: today, safeWay: 'hand' }))).toHaveLength(1)
})

test('the school’s own copy goes when its rule says, is kept on hold and while an assessment is pending, and never before the receipt', () => {
  const none = { retentionRules: [], holds: [], assessments: [] }
  const gone = sam({ left: '2026-10-23', fileReceived: '2026-11-10' })
  expect(ownCopy(sam({ left: '2026-10-23' }), none, today)).toBeNull()
  expect(ownCopy(gone, none, today)).toMatchObject({ is: 'goes', day: '2026-11-10' })
  const year = {
    group: 'passedOn',
    from: '2026-01-01',
    counted: 'received',
    years: 1,
    months: null,
    source: null,
  } as const
  expect(ownCopy(gone, { ...none, retentionRules: [year] }, today)).toMatchObject({
    is: 'goes',
    day: '2027-11-10',
  })
  const hold = blank(Hold, { pupil: P, kind: 'tribunal', from: '2026-10-01', reason: 'x' })
  expect(ownCopy(gone, { ...none, holds: [hold] }, today)).toMatchObject({ is: 'kept' })
  expect(ownCopy(gone, { ...none, holds: [{ ...hold, pupil: 'Q' }] }, today)?.is).toBe('goes')
  const asked = blank(NeedsAssessment, { pupil: P, requested: '2026-10-01' })
  expect(ownCopy(gone, { ...none, assessments: [asked] }, today)?.is).toBe('kept')
  expect(ownCopy(gone, { ...none, assessments: [{ ...asked, closed: '2026-11-01' }] }, today)?.is).toBe(
    'goes',
  )
  // A receipt from before the pupil came back lets nothing go.
  expect(ownCopy(sam({ admitted: '2026-11-12', fileReceived: '2026-11-10' }), none, today)).toBeNull()
})

test('leavers whose file nobody has begun to send are found, those without a file and those long gone are not', () => {
  const all = [
    sam({ left: '2026-11-20' }, 'recent'),
    sam({ left: '2026-12-18' }, 'soon'),
    sam({ left: '2027-07-21' }, 'summer'),
    sam({ left: '2026-11-20', status: 'N' }, 'noFile'),
    sam({ left: '2025-07-21' }, 'longGone'),
    sam({ left: '2026-11-20', fileReceived: '2026-11-22' }, 'received'),
    sam({ left: '2026-11-20' }, 'begun'),
    sam({}, 'stays'),
  ]
  const begun = [
    { pupil: 'begun', way: 'leaving' },
    { pupil: 'recent', way: 'arriving' },
  ] as const
  expect(leaversWithout(all, begun, today).map(({ key }) => key)).toEqual(['recent', 'soon'])
})

test('movers without a plan are told from February on: Year 6, early years and Year 11, by the phase of the school', () => {
  const settings = { ...usualReviewSettings, phase: 'primary' } as const
  const all = [
    sam({ yearGroup: '6' }, 'six'),
    sam({ yearGroup: '5' }, 'five'),
    sam({ yearGroup: '6', status: 'N' }, 'none'),
  ]
  const keys = (on: Day, plans: { pupil: string; closedOn: Day | null }[] = []) =>
    moversWithout(all, plans, settings, on).map(({ pupil }) => pupil.key)
  expect(keys('2027-01-31')).toEqual([])
  expect(keys('2027-02-01')).toEqual(['six'])
  expect(keys('2027-02-01', [{ pupil: 'six', closedOn: null }])).toEqual([])
  expect(moversWithout(all, [], settings, '2027-02-01')[0]!.kind).toBe('secondary')
  expect(
    moversWithout([sam({ yearGroup: '11' })], [], { ...settings, phase: 'secondary' }, '2027-03-01')[0]!.kind,
  ).toBe('post16')
  expect(
    moversWithout([sam({ yearGroup: 'N2' })], [], { ...settings, phase: 'nursery' }, '2027-03-01')[0]!.kind,
  ).toBe('early')
})

test('the usual dates of each kind of move: none in the past, none twice, and asked again when one fell through', () => {
  const moves = '2027-09-01'
  for (const kind of Object.keys(transitionKinds) as TransitionKind[]) {
    const all = usualVisits(kind, moves, [], today)
    expect(all.filter(({ kind: one }) => one === 'start')).toEqual([{ kind: 'start', on: moves }])
    expect(all.every(({ on }) => on >= today)).toBe(true)
    expect(
      usualVisits(
        kind,
        moves,
        all.map((one) => ({ ...one, fellThrough: null })),
        today,
      ),
    ).toEqual([])
    expect(
      usualVisits(
        kind,
        moves,
        all.map((one) => ({ ...one, fellThrough: today })),
        today,
      ),
    ).toEqual(all)
    expect(worthAsking(kind).length).toBeGreaterThan(4)
  }
  const two = usualVisits('secondary', moves, [{ kind: 'extraVisit', fellThrough: null }], today)
  expect(two.filter(({ kind }) => kind === 'extraVisit')).toHaveLength(1)
})

test('a transition plan is agreed eight weeks before the move, looked at six weeks after it; a date is due on its day', () => {
  const plan = duties.find(({ name }) => name === 'transitions')!
  const visit = duties.find(({ name }) => name === 'visits')!
  const row = (given: Partial<Transition>) =>
    stored(blank(Transition, { pupil: P, kind: 'secondary', began: '2026-11-01', ...given }))
  const pupil = context(sam({ moves: '2027-09-01' }))
  const due = (given: Partial<Transition>) => plan.standing(row(given) as never, pupil)
  expect(due({})).toMatchObject({
    word: 'No key adult there yet',
    due: { day: '2027-07-07', why: { rule: 'T4' } },
  })
  expect(due({ keyAdult: 'Ms Bell', agreedOn: '2026-11-10' }).due).toMatchObject({
    day: '2027-10-13',
    why: { rule: 'T5' },
  })
  expect(due({ keyAdult: 'Ms Bell', agreedOn: '2026-11-10', lookOn: '2027-09-20' }).due?.day).toBe(
    '2027-09-20',
  )
  expect(due({ agreedOn: '2026-11-10', lookedOn: '2026-11-12', closedOn: today })).toMatchObject({
    is: 'done',
  })
  const on = (given: Partial<TransitionVisit>) =>
    visit.standing(
      stored(blank(TransitionVisit, { pupil: P, kind: 'visit', on: '2026-11-20', ...given })) as never,
      pupil,
    )
  expect(stateOf(on({}), today)).toBe('overdue')
  expect(on({ on: '2026-12-01' }).due?.day).toBe('2026-12-01')
  expect([on({ doneOn: today }).is, on({ fellThrough: today }).is]).toEqual(['done', 'done'])
})

test('Today tells of a leaver before anybody began a transfer, and of the file after the pupil has left', () => {
  const gone = sam({ left: '2026-10-16' }, P)
  const lists = (transfers: readonly Stored<Transfer>[]) => ({
    pupils: [gone],
    chases: [],
    assessments: [],
    retentionRules: [],
    holds: [],
    complaintStages: [],
    ...(Object.fromEntries(dutyListNames.map((name) => [name, []])) as unknown as Record<DutyListName, []>),
    transfers,
  })
  const settings = { today, school: null, review: usualReviewSettings, terms: [] as never[] }
  const told = (transfers: readonly Stored<Transfer>[]) =>
    workList(lists(transfers), settings).lines.filter(({ id }) => id.startsWith('transfer'))
  // Without terms every weekday counts, so the limit is a week earlier than over the half-term.
  expect(told([])).toMatchObject([{ pupils: [P], day: '2026-11-06', when: 'overdue', owner: 'school' }])
  const asked = move({
    safeWay: 'hand',
    sentOn: '2026-11-02',
    ctfOn: '2026-11-02',
    receiptAskedOn: '2026-11-02',
  })
  expect(told([asked])).toMatchObject([
    {
      id: 'transfers:T',
      owner: 'others',
      next: { words: 'Ask again', act: { is: 'remind', given: { what: 'transfer', transfer: 'T' } } },
    },
  ])
  expect(told([{ ...asked, closedOn: '2026-11-20' }])).toEqual([])
})
