import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  complaintFigures,
  chainOf,
  nextStage,
  takenFurther,
} from '../../src/domain/duties/complaintStages.ts'
import { changesOf, type DutyContext, nextSteps, stateOf } from '../../src/domain/duties/duty.ts'
import { duties } from '../../src/domain/duties/index.ts'
import { blank, check, type Stored } from '../../src/domain/record.ts'
import { ChronologyEntry } from '../../src/domain/records/chronologyEntry.ts'
import { Complaint } from '../../src/domain/records/complaint.ts'
import { ComplaintStage } from '../../src/domain/records/complaintStage.ts'
import { Enquiry } from '../../src/domain/records/enquiry.ts'
import { LetterTemplate } from '../../src/domain/records/letterTemplate.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { RestrictedNote } from '../../src/domain/records/restrictedNote.ts'
import { SafeguardingLink } from '../../src/domain/records/safeguardingLink.ts'
import { talkRows } from '../../src/domain/rules/conversations.ts'
import { isConversation } from '../../src/domain/rules/cycleEvidence.ts'
import { filledIn, namedFields, type NamedField, unknownFields } from '../../src/domain/rules/namedFields.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'

const today = '2026-11-23'
const pupil = '01ARZ3NDEKTSV4RRFFQ69G5FAA'
const kept = (key: string) => ({
  key,
  id: '1',
  etag: '1',
  archived: false,
  archivedReason: null,
  createdAt: null,
  createdBy: null,
  modifiedAt: null,
  modifiedBy: null,
})
const calendar = calendarOf([
  { kind: 'term', name: 'Autumn', starts: '2026-09-02', ends: '2026-12-18' },
  { kind: 'holiday', name: null, starts: '2026-10-26', ends: '2026-10-30' },
])
const [first, second] = ['01ARZ3NDEKTSV4RRFFQ69G5FAB', '01ARZ3NDEKTSV4RRFFQ69G5FAC'] as const
const stages = [
  { order: 1, name: 'Informal', acknowledge: 2, answer: 10 },
  { order: 2, name: 'Formal', acknowledge: 5, answer: 15 },
].map((given): Stored<ComplaintStage> => ({
  ...blank(ComplaintStage, {
    way: 'school',
    count: 'school',
    from: '2020-09-01',
    source: 'Policy',
    ...given,
  }),
  ...kept(given.order === 1 ? first : second),
}))
const context: DutyContext = {
  today,
  school: null,
  nameOf: () => null,
  chased: () => null,
  calendar,
  stage: (key) => stages.find((one) => one.key === key) ?? null,
}
const dutyNamed = (name: string) => duties.find((one) => one.name === name)!
const standing = (name: string, row: object, more: Partial<DutyContext> = {}) =>
  dutyNamed(name).standing({ ...row, ...kept('R') } as never, { ...context, ...more })

describe('contact with parents', () => {
  const entry = (given: Partial<ChronologyEntry>) => ({
    ...blank(ChronologyEntry, { pupil, happenedOn: '2026-10-05', kind: 'parents', text: 'x', ...given }),
    ...kept('E'),
  })

  test('a letter or a word at the gate is contact and no conversation, unless somebody says so; an old row without a way still counts', () => {
    expect(isConversation(entry({}))).toBe(true)
    expect(isConversation(entry({ how: 'telephone' }))).toBe(true)
    for (const how of ['passing', 'message', 'email', 'letter'] as const) {
      expect(isConversation(entry({ how })), how).toBe(false)
      expect(isConversation(entry({ how, talk: true })), how).toBe(true)
    }
    expect(isConversation(entry({ how: 'meeting', talk: false }))).toBe(false)
    expect(isConversation(entry({ kind: 'call' }))).toBe(false)
  })

  test('the list over the school has everybody with SEN support, what is owed first, and nobody else', () => {
    const child = (key: string, given: Partial<Pupil>): Stored<Pupil> => ({
      ...blank(Pupil, {
        forename: key,
        surname: key,
        dateOfBirth: '2018-01-01',
        status: 'K',
        statusFrom: '2024-09-01',
        ...given,
      }),
      ...kept(key),
    })
    const all = [
      child('LATE', {}),
      child('SPOKE', {}),
      child('WROTE', {}),
      child('PLAN', { status: 'E' }),
      child('GONE', { left: '2026-10-01' }),
    ]
    const said = [
      { ...entry({ pupil: 'SPOKE', how: 'meeting' }), key: 'A' },
      { ...entry({ pupil: 'WROTE', how: 'letter' }), key: 'B' },
    ]
    const rows = talkRows(all, said, [], calendarOf([]), '2027-01-10')
    expect(rows.map(({ pupil: { key }, state, talk }) => [key, state, talk.done.length])).toEqual([
      ['LATE', 'overdue', 0],
      ['WROTE', 'overdue', 0],
      ['SPOKE', 'later', 1],
    ])
  })

  test('what was promised is on the list until it is done, and only contact with parents can promise', () => {
    const owed = entry({ followUp: '2026-11-20' })
    expect(stateOf(standing('parents', owed), today)).toBe('overdue')
    expect(standing('parents', { ...owed, followedUp: today })).toMatchObject({ is: 'done', due: null })
    expect(check(ChronologyEntry, entry({ kind: 'observation', followUp: '2026-12-01' }))).toMatchObject([
      { field: 'followUp', message: expect.stringContaining('action') },
    ])
    const [told] = dutyNamed('parents').tells!(
      { ...owed, followedUp: today, thirdParty: true } as never,
      context,
    )
    expect(told).toMatchObject({ day: today, thirdParty: true })
  })
})

describe('letters of the school’s own', () => {
  const values = Object.fromEntries(Object.keys(namedFields).map((name) => [name, `<${name}>`])) as Record<
    NamedField,
    string
  >

  test('a field that can’t be filled in is refused when it is typed, with those that can', () => {
    const letter = (text: string) =>
      check(LetterTemplate, blank(LetterTemplate, { name: 'x', subject: 'x', text, from: today }))
    expect(letter('Dear {Family}, {first  name} …')).toEqual([])
    for (const wrong of ['{forename}', '{first name', 'first name}', '{}', '{{pupil}}'])
      expect(letter(wrong), wrong).toMatchObject([
        { field: 'text', message: expect.stringContaining('{first name}') },
      ])
  })

  test('whatever the text, a known field is never left in it, and a value with braces is not filled in again', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(...Object.keys(namedFields).map((name) => `{${name}}`), '{ PUPIL }'),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join(' ')
        fc.pre(unknownFields(text).length === 0)
        const made = filledIn(text, values)
        expect(made.text).not.toMatch(/[{}]/)
        expect(made.missing).toEqual([])
      }),
    )
    expect(filledIn('{pupil}', { ...values, pupil: '{class}' }).text).toBe('{class}')
    expect(filledIn('In {class}', { ...values, class: '' as never })).toMatchObject({ missing: ['class'] })
  })
})

describe('enquiries', () => {
  const asked = (given: Partial<Enquiry>) =>
    blank(Enquiry, {
      asked: '2026-11-20',
      from: 'A caller',
      capacity: 'family',
      what: 'How is she?',
      ...given,
    })
  const told = {
    pupil,
    right: 'parent',
    identityOn: today,
    identityHow: 'Rang back',
    outcome: 'told',
  } as const

  test('nobody is told about a pupil without a right and a checked identity, and a refusal has its reason', () => {
    expect(check(Enquiry, asked(told))).toEqual([])
    for (const given of [
      { ...told, right: null },
      { ...told, right: 'none' },
      { ...told, identityOn: null },
      { ...told, identityHow: null },
      { pupil, outcome: 'refused' },
    ] as const)
      expect(check(Enquiry, asked(given)), JSON.stringify(given)).toMatchObject([{ field: 'outcome' }])
    // About no pupil there is nothing to prove.
    expect(check(Enquiry, asked({ right: 'public', outcome: 'told' }))).toEqual([])
    expect(check(Enquiry, asked({ answered: today }))).toMatchObject([{ field: 'answered' }])
  })

  test('it is due by the school’s own days; a request for a copy of the record is sent where the law’s limit runs', () => {
    expect(standing('enquiries', asked({})).due).toMatchObject({
      day: '2026-11-25',
      why: { strength: 'recommended' },
    })
    const own = { school: { from: '2026-09-01', enquiryDays: 2 } as never }
    expect(standing('enquiries', asked({}), own).due).toMatchObject({
      day: '2026-11-22',
      why: { strength: 'local' },
    })
    expect(standing('enquiries', asked({ answerBy: '2026-12-01' }), own).due?.day).toBe('2026-12-01')
    expect(standing('enquiries', asked({ right: 'access' }))).toMatchObject({
      is: 'open',
      due: { why: { strength: 'must' } },
    })
    expect(standing('enquiries', asked({ right: 'access', request: 'A' }))).toMatchObject({
      is: 'waiting',
      due: null,
    })
    expect(standing('enquiries', asked({ ...told, answered: today })).is).toBe('done')
  })
})

describe('complaints', () => {
  const complaint = (given: Partial<Complaint>, key = 'C'): Stored<Complaint> => ({
    ...blank(Complaint, {
      received: '2026-10-22',
      way: 'school',
      stage: first,
      from: 'A parent',
      capacity: 'parent',
      about: 'x',
      ...given,
    }),
    ...kept(key),
  })
  const due = (given: Partial<Complaint>) => standing('complaints', complaint(given)).due

  test('its days are those of its stage, in school days over the half-term break, until it is acknowledged and answered', () => {
    // Received on a Thursday: Friday, then the Monday after the break.
    expect(due({})).toMatchObject({ day: '2026-11-02', why: { source: 'Policy', strength: 'local' } })
    expect(due({ acknowledged: '2026-10-23' })?.day).toBe('2026-11-12')
    expect(due({ acknowledged: '2026-10-23', answerBy: '2026-12-01' })?.day).toBe('2026-12-01')
    expect(due({ stage: null })).toMatchObject({ day: null })
    expect(due({ acknowledged: '2026-10-23', meetingOn: '2026-11-24', answerBy: '2026-12-01' })?.day).toBe(
      '2026-11-24',
    )
  })

  test('answered, it wants what was learned; learned, it is open until it was changed, also when it is closed', () => {
    expect(standing('complaints', complaint({ answered: today }))).toMatchObject({ is: 'open' })
    const closed = { answered: today, outcome: 'upheld', closed: today } as const
    expect(standing('complaints', complaint(closed))).toMatchObject({ is: 'done', due: null })
    const learned = { ...closed, learned: 'Tell sooner' }
    expect(standing('complaints', complaint(learned)).is).toBe('open')
    expect(standing('complaints', complaint({ ...learned, changed: today })).is).toBe('done')
    expect(check(Complaint, complaint({ answered: today, closed: today }))).toMatchObject([
      { field: 'closed' },
    ])
  })

  test('each step of an open complaint leads on and is stored', () => {
    const { steps } = dutyNamed('complaints')
    const row = complaint({})
    expect(nextSteps(steps, row as never).map(({ field }) => field)).toEqual(['acknowledged', 'answered'])
    for (const step of nextSteps(steps, row as never))
      expect(check(Complaint, { ...row, ...changesOf(step, row as never, today) }), step.field).toEqual([])
  })

  test('taken further it is a row of the next stage with days of its own, and the chain is told from any of them', () => {
    const one = complaint({ answered: '2026-11-01' }, 'A')
    const next = nextStage(stages, one.stage, today)
    expect(next?.key).toBe(second)
    expect(nextStage(stages, second, today)).toBeNull()
    const other: Stored<Complaint> = { ...takenFurther(one, next, today), ...kept('B') }
    expect(check(Complaint, { ...other, follows: pupil })).toEqual([])
    expect(other).toMatchObject({ follows: 'A', received: today, acknowledged: null, about: 'x' })
    for (const each of [one, other])
      expect(chainOf(each, [other, one]).map(({ key }) => key)).toEqual(['A', 'B'])
    // A row that somebody made follow itself, in whatever way, ends.
    const loop = [complaint({ follows: 'B' }, 'A'), complaint({ follows: 'A' }, 'B')]
    expect(chainOf(loop[0]!, loop).length).toBeLessThanOrEqual(2)
  })

  test('no figure for outside the school is a small number, nor lets one be worked out from what is left', () => {
    const any = fc.record({
      received: fc.constantFrom('2026-09-10', '2025-11-03'),
      way: fc.constantFrom('school' as const, 'appeal' as const),
      answered: fc.constantFrom(null, '2026-09-20', '2026-12-01'),
      outcome: fc.constantFrom(null, 'upheld' as const, 'notUpheld' as const),
      closed: fc.constantFrom(null, '2026-12-10'),
      changed: fc.constantFrom(null, '2026-12-10'),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 24 }), (given) => {
        for (const line of complaintFigures(
          given.map((one) => complaint(one)),
          context,
          5,
        )) {
          const all = Number(line.received)
          for (const part of [line.upheld, line.open, line.learned]) {
            if (part === 'hidden') continue
            const count = Number(part)
            expect(count === 0 || count >= 5).toBe(true)
            expect(all - count === 0 || all - count >= 5).toBe(true)
          }
          expect(line.inTime).not.toMatch(/^[1-4] of/)
        }
      }),
    )
    expect(complaintFigures([complaint({})], context, 5)).toMatchObject([
      { received: 'fewer than 5', open: 'hidden', upheld: 'hidden' },
    ])
    expect(complaintFigures([complaint({ answered: '2026-11-12' })], context, 1)).toMatchObject([
      { received: '1', inTime: '1 of 1', open: '1' },
    ])
  })
})

describe('safeguarding', () => {
  test('there is no field for what it is about, and it is in no chronology', () => {
    expect(Object.values(SafeguardingLink.fields).map(({ kind }) => kind)).not.toContain('longText')
    const link = blank(SafeguardingLink, { pupil, since: '2026-01-01' })
    expect(dutyNamed('safeguarding').tells!(link as never, context)).toEqual([])
  })

  test('it is asked again after the months of the setting, and the lead is who School settings name', () => {
    const link = blank(SafeguardingLink, { pupil, since: '2026-07-23' })
    expect(standing('safeguarding', link)).toMatchObject({ is: 'open', due: { day: '2026-11-23' } })
    expect(standing('safeguarding', { ...link, checked: today })).toMatchObject({ is: 'waiting' })
    expect(standing('safeguarding', { ...link, until: today })).toMatchObject({ is: 'done', due: null })
    const named = { ...context, school: { safeguardingLead: 'Joanna Whitlow' } as never }
    expect(dutyNamed('safeguarding').titleOf(link as never, named)).toContain('Joanna Whitlow')
  })

  test('restricted notes lie in a list with a guard of its own and are no duty that others read with the rest', () => {
    expect(RestrictedNote.guard).toBe('addOnly')
    expect(duties.map(({ type }) => type)).not.toContain(RestrictedNote)
  })
})
