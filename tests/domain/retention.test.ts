import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '../../src/domain/record.ts'
import { RetentionRule } from '../../src/domain/records/retentionRule.ts'
import { addDays, addMonths, type Day, dayOf, partsOf } from '../../src/domain/rules/day.ts'
import { disposalReview, type HoldFacts, holdsInForce } from '../../src/domain/rules/retention.ts'
import { noFacts, type RetentionPupil } from '../../src/domain/rules/retentionFacts.ts'
import { retentionQueue, ruleEffect } from '../../src/domain/rules/retentionQueue.ts'
import {
  financialYearEnd,
  periodOver,
  type RuleRow,
  ruleOn,
  showPeriod,
  usualRules,
} from '../../src/domain/rules/retentionRules.ts'

const pupil = (given: Partial<RetentionPupil>): RetentionPupil => ({
  dateOfBirth: '1995-05-17',
  left: '2011-07-22',
  status: 'K',
  statusFrom: null,
  planIssued: null,
  archived: true,
  ...given,
})
const rule = (given: Partial<RuleRow>): RuleRow => ({
  group: 'sendFile',
  from: '2020-01-01',
  counted: 'dateOfBirth',
  years: 31,
  months: null,
  source: null,
  ...given,
})
const hold = (given: Partial<HoldFacts>): HoldFacts => ({
  kind: 'other',
  from: '2025-01-01',
  lifted: null,
  lookAgain: null,
  ...given,
})
const today = '2026-11-22'
const dayFor = (given: Partial<RetentionPupil>, on: Day = today) =>
  disposalReview(pupil(given), [], [], on).day

test('the SEND file of the last school is kept 31 years from birth, with the reason', () => {
  const review = disposalReview(pupil({}), [], [], today)
  expect(review).toMatchObject({ group: 'sendFile', day: '2026-05-17', due: true, noDay: null, held: null })
  expect(review.why.strength, 'no statute sets it').toBe('recommended')
  expect(review.why.inputs).toContainEqual({ label: 'Date of birth', value: '17 May 1995' })
  expect(disposalReview(pupil({}), [], [], '2026-05-16').due).toBe(false)
  expect(disposalReview(pupil({}), [], [], '2026-05-17').due).toBe(true)
})

test('a birth on 29 February waits for 1 March where there is no such day', () => {
  expect(dayFor({ dateOfBirth: '1996-02-29', left: '2014-07-18' })).toBe('2027-03-01')
  expect(periodOver('1996-02-29', { years: 32, months: null })).toBe('2028-02-29')
  expect(periodOver('2025-08-31', { years: 0, months: 6 })).toBe('2026-03-01')
  expect(periodOver('2025-12-31', { years: 0, months: 11 })).toBe('2026-12-01')
  expect(periodOver('2025-10-31', { years: 0, months: 2 })).toBe('2025-12-31')
})

test('a pupil who was never on the SEN register is kept 25 years from birth; anyone who ever was, 31', () => {
  expect(disposalReview(pupil({ status: 'N' }), [], [], today)).toMatchObject({
    group: 'pupilFile',
    day: '2020-05-17',
  })
  for (const ever of [{ statusFrom: '2004-09-01' }, { planIssued: '2004-09-01' }])
    expect(dayFor({ status: 'N', ...ever })).toBe('2026-05-17')
  expect(disposalReview(pupil({ status: 'N' }), [], [], today, { ...noFacts, hadSend: true }).group).toBe(
    'sendFile',
  )
})

test('whoever left for another school waits for its receipt, and goes the day it comes', () => {
  const young = pupil({ dateOfBirth: '2014-10-10', left: '2026-07-21' })
  const waiting = disposalReview(young, [], [], today)
  expect(waiting).toMatchObject({ group: 'passedOn', day: null, noDay: 'noReceipt', due: false })
  const received = disposalReview(young, [], [], today, { ...noFacts, received: '2026-09-30' })
  expect(received).toMatchObject({ group: 'passedOn', day: '2026-09-30', due: true })
  const early = disposalReview(young, [], [], '2026-08-01', { ...noFacts, received: '2026-07-15' })
  expect(early.day, 'not before the pupil has left').toBe('2026-07-21')
  const row = rule({ group: 'passedOn', counted: 'left', years: 1 })
  expect(disposalReview(young, [row], [], today, { ...noFacts, received: '2026-09-30' }).day).toBe(
    '2027-07-21',
  )
  expect(
    disposalReview(young, [row], [], today, { ...noFacts, received: '2027-09-30' }).day,
    'never without the receipt',
  ).toBe('2027-09-30')
})

test('a receipt that never comes does not keep a file for ever: the longest rule ends it', () => {
  const gone = pupil({ dateOfBirth: '1995-05-17', left: '2006-07-21' })
  expect(disposalReview(gone, [], [], '2026-05-16')).toMatchObject({ noDay: 'noReceipt', due: false })
  expect(disposalReview(gone, [], [], '2026-05-17')).toMatchObject({ group: 'sendFile', due: true })
})

test('the end of compulsory school age parts those who went on from those who finished here', () => {
  const born = '2009-10-10' // 16 in 2025/26; the last Friday of June 2026 is the 26th
  expect(disposalReview(pupil({ dateOfBirth: born, left: '2026-06-25' }), [], [], today).group).toBe(
    'passedOn',
  )
  expect(disposalReview(pupil({ dateOfBirth: born, left: '2026-06-26' }), [], [], today)).toMatchObject({
    group: 'sendFile',
    day: '2040-10-10',
  })
})

test('nobody on roll is ever due, and what is missing is said', () => {
  expect(
    disposalReview(pupil({ archived: false, left: null, dateOfBirth: '1950-01-01' }), [], [], today),
  ).toMatchObject({ noDay: 'onRoll', day: null, due: false })
  expect(
    disposalReview(pupil({ archived: false, left: '2026-12-18', dateOfBirth: '2010-01-01' }), [], [], today)
      .noDay,
  ).toBe('onRoll')
  // The day of leaving itself is the first that counts as having left.
  const leaving = (left: Day) =>
    disposalReview(pupil({ archived: false, left, dateOfBirth: '2010-01-01' }), [], [], today)
  expect(leaving(today)).toMatchObject({ noDay: null, day: '2041-01-01', due: false })
  expect(leaving(addDays(today, 1)).noDay).toBe('onRoll')
  expect(disposalReview(pupil({ left: null, dateOfBirth: '2010-01-01' }), [], [], today).noDay).toBe(
    'leftUnknown',
  )
  expect(
    disposalReview(pupil({ left: null }), [], [], today),
    'archived and past the longest rule',
  ).toMatchObject({
    due: true,
  })
  for (const dateOfBirth of ['1917-05-17', '2011-01-01', '2012-01-01'])
    expect(disposalReview(pupil({ dateOfBirth }), [], [], today)).toMatchObject({
      noDay: 'birthDoubtful',
      due: false,
    })
})

test('the school’s own rule counts from its day on, the newest first; of two from one day the longer', () => {
  const rows = [
    rule({ from: '2020-01-01', years: 35, source: 'Trust schedule 4.2' }),
    rule({ from: '2026-11-22', years: 26 }),
    rule({ from: '2026-11-23', years: 80 }),
    rule({ from: '2025-01-01', group: 'pupilFile', years: 1 }),
  ]
  expect(disposalReview(pupil({}), rows, [], '2019-12-31').day).toBe('2026-05-17')
  expect(disposalReview(pupil({}), rows, [], '2026-11-21').day).toBe('2030-05-17')
  expect(disposalReview(pupil({}), rows, [], '2026-11-22').day).toBe('2021-05-17')
  expect(disposalReview(pupil({}), rows, [], '2026-11-23').day).toBe('2075-05-17')
  const { why } = disposalReview(pupil({}), rows, [], '2026-11-21')
  expect(why).toMatchObject({ strength: 'local', source: 'Trust schedule 4.2' })
  const twins = [rule({ years: 20 }), rule({ years: 31, months: 6 }), rule({ years: 31 })]
  for (const order of [twins, twins.toReversed()])
    expect(ruleOn(order, 'sendFile', today)).toMatchObject({ years: 31, months: 6 })
})

test('a hold wins from the day it is written down until the day it is lifted', () => {
  const with_ = (given: Partial<HoldFacts>) => disposalReview(pupil({}), [], [hold(given)], today)
  expect(with_({})).toMatchObject({ due: false, day: '2026-05-17', held: { since: '2025-01-01' } })
  expect(with_({ from: '2026-12-24' }).held, 'one that begins later').not.toBeNull()
  expect(with_({ lifted: '2026-11-23' }).held).not.toBeNull()
  expect(with_({ lifted: '2026-11-22' })).toMatchObject({ held: null, due: true })
  expect(holdsInForce([hold({ from: '2026-01-02' }), hold({ from: '2024-01-02' })], today)[0]!.from).toBe(
    '2024-01-02',
  )
})

test('what was asked for is not deleted before the answer', () => {
  const asked = (state: 'open' | 'sent') =>
    disposalReview(pupil({}), [], [], today, { ...noFacts, requests: [{ received: '2026-11-01', state }] })
  expect(asked('open')).toMatchObject({ due: false, held: { since: '2026-11-01' } })
  expect(asked('sent').due).toBe(true)
})

test('a complaint entered about the pupil holds the file until it is closed, and keeps it six years after', () => {
  const facts = (closed: Day | null, wentOn: Day | null = null) => ({
    ...noFacts,
    complaints: [{ received: '2026-01-10', closed, wentOn }],
  })
  const after = (closed: Day | null, wentOn: Day | null = null) =>
    disposalReview(pupil({}), [], [], today, facts(closed, wentOn))
  expect(after(null)).toMatchObject({ due: false, held: { since: '2026-01-10' } })
  expect(after('2026-03-31')).toMatchObject({ due: false, held: null, day: '2032-03-31' })
  // A stage that went on is no open one: the next is a row of its own.
  expect(after(null, '2026-03-31')).toMatchObject({ held: null, day: '2032-03-31' })
  // It never lets a file go sooner.
  expect(after('2015-03-31').day).toBe('2026-05-17')
})

test('a complaint keeps the record six years after its hold was lifted, or longer if the file is', () => {
  const after = (lifted: Day, kind: HoldFacts['kind'] = 'tribunal') =>
    disposalReview(pupil({}), [], [hold({ kind, lifted, from: '2015-01-01' })], today)
  expect(after('2023-03-31')).toMatchObject({ group: 'sendFile', day: '2029-03-31', due: false })
  expect(after('2023-03-31').why.says).toMatch(/6 years after a complaint or tribunal/)
  expect(after('2019-03-31').day).toBe('2026-05-17')
  expect(after('2023-03-31', 'inquiry').day).toBe('2026-05-17')
})

test('a rule can’t be counted from a day that its records don’t have', () => {
  expect(check(RetentionRule, rule({ group: 'job', counted: 'dateOfBirth' }))).toEqual([
    { field: 'counted', message: 'These records can’t be counted from that day' },
  ])
  expect(check(RetentionRule, rule({}))).toEqual([])
  for (const usual of Object.values(usualRules))
    expect(check(RetentionRule, { ...usual, from: today }), usual.group).toEqual([])
})

test('periods and financial years read as people say them', () => {
  expect(showPeriod({ years: 31, months: null })).toBe('31 years')
  expect(showPeriod({ years: 1, months: 1 })).toBe('1 year and 1 month')
  expect(showPeriod({ years: 0, months: 0 })).toBe('at once')
  expect(
    ['2026-02-10', '2026-03-31', '2026-05-01', '2026-08-31', '2026-10-01'].map(financialYearEnd),
  ).toEqual(['2026-08-31', '2026-08-31', '2027-03-31', '2027-03-31', '2027-08-31'])
})

// Every rule that could be, tried on days that calendars make hard.
const days = fc
  .integer({ min: 0, max: 60 * 366 })
  .map((count) => addDays('1970-01-01', count))
  .chain((day) =>
    fc.constantFrom(day, dayOf(partsOf(day)[0], 2, 29) ?? day, addDays(`${day.slice(0, 7)}-01`, -1)),
  )
const pupils = fc.record<RetentionPupil>({
  dateOfBirth: days,
  left: fc.option(days),
  status: fc.constantFrom('N', 'K', 'E'),
  statusFrom: fc.option(days),
  planIssued: fc.option(days),
  archived: fc.boolean(),
})
const rules = fc.array(
  fc.record<RuleRow>({
    group: fc.constantFrom('sendFile', 'passedOn', 'pupilFile', 'complaint'),
    from: days,
    counted: fc.constantFrom('dateOfBirth', 'left'),
    years: fc.integer({ min: 0, max: 60 }),
    months: fc.option(fc.integer({ min: 0, max: 11 })),
    source: fc.constant(null),
  }),
  { maxLength: 5 },
)
const holds = fc.array(
  fc.record<HoldFacts>({
    kind: fc.constantFrom('complaint', 'tribunal', 'other', null),
    from: days,
    lifted: fc.option(days),
    lookAgain: fc.constant(null),
  }),
  { maxLength: 3 },
)
const all = fc.tuple(pupils, rules, holds, days, fc.option(days))

test('whatever the rules: a hold always wins, and nothing is due earlier than its rule, leaving or receipt allows', () => {
  fc.assert(
    fc.property(all, ([one, rows, held, on, received]) => {
      const review = disposalReview(one, rows, held, on, { ...noFacts, received })
      if (held.some(({ lifted }) => lifted === null || lifted > on)) expect(review.due).toBe(false)
      if (!review.due) return
      expect(review.day! <= on).toBe(true)
      const settled = ruleOn(rows, review.group, on)
      const from =
        settled.counted === 'dateOfBirth' ? one.dateOfBirth : settled.counted === 'left' ? one.left : received
      expect(from, 'counted from a day that is known').not.toBeNull()
      // addMonths gives the last day of a shorter month: the rule's own day is that or one day later, never earlier.
      expect(review.day! >= addMonths(from!, settled.years * 12 + settled.months)).toBe(true)
      if (review.group === 'passedOn') expect(received !== null && review.day! >= received).toBe(true)
      if (one.left) expect(review.day! >= one.left || one.left > on).toBe(true)
      if (one.left === null) expect(one.archived).toBe(true)
      const six = ruleOn(rows, 'complaint', on)
      for (const { kind, lifted } of held)
        if (lifted && (kind === 'complaint' || kind === 'tribunal'))
          expect(review.day! >= addMonths(lifted, six.years * 12 + six.months)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('a longer rule never brings a day forward, a shorter one never puts it off', () => {
  fc.assert(
    fc.property(
      pupils,
      days,
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      (one, on, a, b) => {
        const [short, long] = a < b ? [a, b] : [b, a]
        const under = (years: number) =>
          disposalReview(
            one,
            (['sendFile', 'pupilFile'] as const).map((group) => rule({ group, from: '1900-01-01', years })),
            [],
            on,
          )
        const [early, late] = [under(short), under(long)]
        if (early.day && late.day) expect(early.day <= late.day).toBe(true)
        if (late.due) expect(early.due).toBe(true)
        const effect = ruleEffect(
          [one],
          () => early,
          () => late,
        )
        expect(effect.newlyDue).toBe(0)
      },
    ),
  )
})

test('once due, a record stays due on every later day unless something new is recorded', () => {
  fc.assert(
    fc.property(pupils, days, fc.integer({ min: 0, max: 9_000 }), (one, on, later) => {
      if (disposalReview(one, [], [], on).due)
        expect(disposalReview(one, [], [], addDays(on, later)).due).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test('the queue puts every pupil in one part, the earliest day first', () => {
  const stored = (key: string, given: Partial<RetentionPupil>) => ({
    ...pupil(given),
    key,
    id: key,
    etag: '',
    archivedReason: null,
    createdAt: null,
    createdBy: null,
    modifiedAt: null,
    modifiedBy: null,
  })
  const many = [
    stored('later', { dateOfBirth: '2008-10-10', left: '2026-07-20' }),
    stored('due second', {}),
    stored('due first', { dateOfBirth: '1994-05-17' }),
    stored('soon', { dateOfBirth: '1996-11-22', left: '2014-07-20' }),
    stored('held', {}),
    stored('waiting', { dateOfBirth: '2014-10-10', left: '2026-07-21' }),
    stored('no day', { dateOfBirth: '2010-10-10', left: null }),
    stored('on roll', { dateOfBirth: '2016-10-10', left: null, archived: false }),
  ]
  const queue = retentionQueue(
    many,
    (one) => disposalReview(one, [], one.key === 'held' ? [hold({})] : [], today),
    today,
  )
  const keys = (part: readonly { pupil: { key: string } }[]) => part.map((row) => row.pupil.key)
  expect(keys(queue.due)).toEqual(['due first', 'due second'])
  expect(keys(queue.soon)).toEqual(['soon'])
  expect(keys(queue.held)).toEqual(['held'])
  expect(keys(queue.waiting)).toEqual(['waiting'])
  expect(keys(queue.noDay)).toEqual(['no day'])
  expect(queue.later).toBe(2)
})
