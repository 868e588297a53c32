import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank, type Stored } from '../../src/domain/record.ts'
import { ClassTeacher } from '../../src/domain/records/classTeacher.ts'
import { Concern } from '../../src/domain/records/concern.ts'
import type { Score } from '../../src/domain/records/score.ts'
import { StaffConcern } from '../../src/domain/records/staffConcern.ts'
import { TeacherAsk } from '../../src/domain/records/teacherAsk.ts'
import {
  alsoSaid,
  askedAbout,
  usualAnswerDay,
  concernMark,
  concernState,
  screeningOf,
  shortQuestions,
  tallyOf,
  teachersOf,
} from '../../src/domain/rules/concern.ts'
import {
  asideOf,
  becameOf,
  likelyPupils,
  namingNobody,
  ofNoPupil,
  notAside,
  notTakenUp,
  putAside,
  toReply,
} from '../../src/domain/rules/concernSaid.ts'

const today = '2026-11-20'
const kept = (key: string) => ({
  key,
  id: key,
  etag: '1',
  archived: false,
  archivedReason: null,
  createdAt: null,
  createdBy: null,
  modifiedAt: null,
  modifiedBy: null,
})
const concern = (given: Partial<Concern> = {}): Stored<Concern> => ({
  ...blank(Concern, { pupil: 'P', raisedOn: '2026-11-02', raisedBy: 'A. Khan', what: 'Seen', ...given }),
  ...kept('C'),
})
const ask = (key: string, given: Partial<TeacherAsk> = {}): Stored<TeacherAsk> => ({
  ...blank(TeacherAsk, {
    concern: 'C',
    pupil: 'P',
    pupilName: 'Amira Kaur',
    teacher: `Teacher ${key}`,
    userPrincipalName: `${key}@school.example`,
    askedOn: '2026-11-03',
    due: '2026-11-10',
    state: 'open',
    ...given,
  }),
  ...kept(key),
})
const answer = (key: string, given: Partial<StaffConcern> = {}): Stored<StaffConcern> => ({
  ...blank(StaffConcern, { by: 'B. Cole', on: '2026-11-05', pupil: 'P', learning: 'some', ...given }),
  ...kept(key),
})

test('who has answered follows from their own rows, whatever the question is marked as', () => {
  const asked = askedAbout(
    concern(),
    [
      ask('1'),
      ask('2', { state: 'answered' }),
      ask('3', { state: 'closed' }),
      ask('4', { due: '2026-11-27' }),
      ask('9', { concern: 'other' }),
    ],
    [answer('a', { ask: '1' }), answer('b', { ask: '1', on: '2026-11-09' }), answer('c', { ask: '3' })],
    today,
  )
  expect(
    asked.map(({ ask: one, answer: given, closed, late }) => [one.key, given?.key ?? null, closed, late]),
  ).toEqual([
    ['1', 'b', false, false],
    // Marked as answered by somebody who then failed to send it: still waited for, and late.
    ['2', null, false, true],
    ['3', 'c', false, false],
    ['4', null, false, false],
  ])
  expect(concernMark(concern(), asked, today)).toEqual({ status: 'overdue', word: '2 of 4 answered' })
})

test('whoever is asked later is offered the day of the others while it is still to come', () => {
  const offered = (...days: (string | null)[]) =>
    usualAnswerDay(
      days.map((due, at) => ({ ask: ask(String(at), { due }) })),
      '2026-11-09',
    )
  expect(offered()).toBe('2026-11-16')
  expect(offered('2026-11-10', null, '2026-11-12', '2026-11-02')).toBe('2026-11-12')
  expect(offered('2026-11-02')).toBe('2026-11-16')
})

test('a concern goes from raised to decided by its facts alone', () => {
  const waiting = [{ answer: null, closed: false }]
  const there = [
    { answer: answer('a'), closed: false },
    { answer: null, closed: true },
  ]
  const state = (given: Partial<Concern>, asked = there as Parameters<typeof concernState>[1]) =>
    concernState(concern(given), asked, today)
  expect(state({}, [])).toBe('raised')
  expect(state({ screening: 'Hearing is fine' }, [])).toBe('toDecide')
  expect(state({}, waiting)).toBe('asking')
  expect(state({})).toBe('toDecide')
  expect(state({ decision: 'support', decidedOn: '2026-11-18' })).toBe('toTell')
  expect(state({ decision: 'support', decidedOn: '2026-11-18', toldOn: '2026-11-19' })).toBe('decided')
  expect(state({ decision: 'monitor', toldOn: '2026-11-19', lookAgain: '2026-11-21' })).toBe('watching')
  expect(state({ decision: 'monitor', toldOn: '2026-11-19', lookAgain: today })).toBe('lookAgain')
  // Nothing beyond good teaching: the law asks nobody to write home.
  expect(state({ decision: 'noAction', decidedOn: '2026-11-18' })).toBe('decided')
  // Answers that come after the decision reopen nothing.
  expect(state({ decision: 'noAction' }, waiting)).toBe('decided')
})

test('what staff say is either new, an answer, or of one concern: never lost, never twice', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          ask: fc.constantFrom(null, '1', '2'),
          concern: fc.constantFrom(null, 'C'),
          on: fc.constantFrom('2026-11-05', '2026-11-06'),
        }),
        { maxLength: 8 },
      ),
      (rows) => {
        const said = rows.map((row, i) => answer(`s${i}`, row))
        const asked = askedAbout(concern(), [ask('1'), ask('2')], said, today)
        const answers = asked.flatMap((one) => one.answer?.key ?? [])
        const others = alsoSaid(concern(), asked, said).map(({ key }) => key)
        expect([...answers, ...others].toSorted()).toEqual(said.map(({ key }) => key).toSorted())
        for (const { key } of notTakenUp(said)) expect(others).toContain(key)
      },
    ),
  )
})

test('somebody who can’t say is not counted as seeing no difficulty', () => {
  const tally = tallyOf([
    answer('a', { learning: 'marked' }),
    answer('b', { learning: 'unknown' }),
    answer('c', { learning: 'no' }),
    answer('d', { learning: null }),
  ])
  expect(tally.learning).toEqual({ marked: 1, some: 0, of: 2 })
  expect(shortQuestions.filter((question) => tally[question].of > 0)).toEqual(['learning'])
})

test('each teacher of the class with an address is asked once, whatever case it is written in', () => {
  const row = (given: Partial<ClassTeacher>) =>
    blank(ClassTeacher, { className: '4B', name: 'A', role: 'teacher', ...given })
  const rows = [
    row({ userPrincipalName: 'A.Khan@school.example' }),
    row({ userPrincipalName: 'a.khan@school.example ', role: 'subject', subject: 'Music' }),
    row({ name: 'No address' }),
    row({ name: 'Left', userPrincipalName: 'left@school.example', until: '2026-10-31' }),
    row({ name: 'Other class', className: '4A', userPrincipalName: 'other@school.example' }),
  ]
  expect(teachersOf('4b', rows, today)).toEqual([
    { name: 'A', userPrincipalName: 'a.khan@school.example', subject: '4b' },
  ])
  expect(teachersOf(null, rows, today)).toEqual([])
})

test('what names a child by hand is nobody’s until it is matched, put aside or not; no pupil of ours is nobody’s to find', () => {
  const rows = [
    answer('named', { pupil: null, pupilName: 'Jo from Oak' }),
    answer('aside', { pupil: null, pupilName: 'Jo', asideOn: today, asideWhy: 'class' }),
    answer('notOurs', { pupil: null, pupilName: 'Jo', asideOn: today, asideWhy: 'notOurs' }),
    // A reason that was chosen and taken back says nothing.
    answer('takenBack', { pupil: null, pupilName: 'Jo', asideOn: null, asideWhy: 'notOurs' }),
    answer('matched', { pupil: 'P', pupilName: 'Jo' }),
    // These lead to a pupil by their question and by their concern.
    answer('asked', { pupil: null, ask: '1' }),
    answer('joined', { pupil: null, concern: 'C' }),
  ]
  expect(namingNobody(rows).map(({ key }) => key)).toEqual(['named', 'aside', 'takenBack'])
  const ofOurs = answer('ofOurs', { pupil: 'P', asideOn: today, asideWhy: 'notOurs' })
  expect(ofNoPupil([...rows, ofOurs]).map(({ key }) => key)).toEqual(['notOurs'])
})

test('a name typed by hand proposes those who share a name with it, the class as a help and never alone', () => {
  const of = (
    forename: string,
    surname: string,
    className: string,
    preferredForename: string | null = null,
  ) => ({ forename, surname, className, preferredForename }) as Parameters<typeof likelyPupils>[1][number]
  const [jacobElm, jacobOak, elm, zoe] = [
    of('Jacob', 'Bell', 'Elm'),
    of('Jacob', 'Shaw', 'Oak'),
    of('Amira', 'Khan', 'Elm'),
    of('Zoë', 'O’Neil', 'Oak', 'Zo'),
  ]
  const all = [zoe, elm, jacobOak, jacobElm]
  expect(likelyPupils('The new boy in Elm, Jacob', all)).toEqual([jacobElm, jacobOak])
  expect(likelyPupils("zoe o'neil", all)).toEqual([zoe])
  expect(likelyPupils('somebody in Elm', all)).toEqual([])
  expect(likelyPupils(null, all)).toEqual([])
})

test('whoever said something is told what became of it, and a decided concern asks for that until it is done', () => {
  const raised = answer('r', { concern: 'C' })
  expect(becameOf(answer('n')).word).toBe('Waiting for the SENCO')
  expect(becameOf(raised).word).toBe('The SENCO is looking into it')
  expect(becameOf({ ...raised, repliedOn: today }).word).toBe('Answered 20 Nov 2026')
  const aside = { ...answer('x'), ...asideOf('class', '  Thank you. ', today) }
  expect([aside.reply, aside.repliedOn]).toEqual(['Thank you.', today])
  expect(asideOf('class', ' ', today)).toMatchObject({ reply: null, repliedOn: null, asideOn: today })
  expect([becameOf(aside).word, notTakenUp([aside]), putAside([aside])]).toEqual([
    'Looked at 20 Nov 2026',
    [],
    [aside],
  ])
  expect(notTakenUp([{ ...aside, ...notAside }])).toHaveLength(1)
  const rows = [
    raised,
    answer('told', { concern: 'C', repliedOn: today }),
    answer('a', { concern: 'C', ask: '1' }),
  ]
  expect(toReply(concern(), rows)).toEqual([])
  expect(toReply(concern({ decision: 'noAction' }), rows)).toEqual([raised])
})

test('a concern’s screening is what was taken as such from a year before, also after the decision', () => {
  const score = (day: string, purpose: Score['purpose'] = 'screen') => ({ day, purpose })
  const scores = [
    score('2025-10-31'),
    score('2025-11-02'),
    score('2026-11-10', 'entry'),
    score('2026-11-10'),
    score('2026-11-19'),
  ]
  expect(screeningOf(concern({ decidedOn: '2026-11-12' }), scores).map(({ day }) => day)).toEqual([
    '2026-11-19',
    '2026-11-10',
    '2025-11-02',
  ])
})
