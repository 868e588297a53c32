import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Stored } from '../../src/domain/record.ts'
import type { View } from '../../src/domain/records/view.ts'
import type { WaitingAnswer } from '../../src/domain/records/waitingAnswer.ts'
import { type Candidate, matchPupil } from '../../src/importing/forms/matchPupil.ts'
import { columnsOf, formNameOf, knownFormHeadings, withRole } from '../../src/importing/forms/columns.ts'
import { type FormSettings, planForm, viewsOf, waitingOf } from '../../src/importing/forms/planForm.ts'
import { viewsOfWaiting, waitingRows } from '../../src/importing/forms/waiting.ts'
import { readFile, readPasted } from '../../src/importing/readFile.ts'
import type { ImportTable } from '../../src/importing/importFile.ts'

const pupil = (
  n: number,
  forename: string,
  surname: string,
  born: string,
  more: Partial<Candidate> = {},
) => ({
  key: `01JZ00000000000000000000${String(n).padStart(2, '0')}`,
  upn: null,
  preferredForename: null,
  className: null,
  forename,
  surname,
  dateOfBirth: born,
  ...more,
})
const amira = pupil(1, 'Amira', 'Khan', '2017-05-12', { upn: 'A123456789012', className: 'Oak' })
const amiraElm = pupil(2, 'Amira', 'Khan', '2016-01-02', { className: 'Elm' })
const sean = pupil(3, 'Seán', 'O’Brien-Lee', '2015-09-30', { preferredForename: 'Shay', className: 'Ash' })
const tom = pupil(4, 'Tom', 'Bell', '2014-03-01', { className: 'Year 5/6' })
const tomTwo = pupil(5, 'Tom', 'Hart', '2014-04-01', { className: 'Elm' })
const pupils = [amira, amiraElm, sean, tom, tomTwo]
const told = (more: object) => ({
  upn: '',
  name: '',
  forename: '',
  surname: '',
  dateOfBirth: '',
  className: '',
  ...more,
})
const matched = (more: object) => {
  const match = matchPupil(told(more), pupils)
  return match.is === 'matched' ? match.pupil : null
}

test('an answer finds its pupil by UPN, by name and birth, by name and class, however the name is written', () => {
  expect(matched({ upn: ' a123456789012 ', name: 'amira' })).toBe(amira.key)
  expect(matched({ name: 'Khan, Amira', dateOfBirth: '02/01/2016' })).toBe(amiraElm.key)
  expect(matched({ name: 'AMIRA KHAN', className: 'oak' })).toBe(amira.key)
  expect(matched({ name: 'Shay O Brien Lee' })).toBe(sean.key)
  expect(matched({ forename: 'Sean', surname: "O'Brien-Lee" })).toBe(sean.key)
  expect(matched({ name: 'Tom', className: 'Year 5 / 6' })).toBe(tom.key)
})

test('where two may be meant or the answer contradicts itself nobody is chosen, and who may be meant is said', () => {
  expect(matchPupil(told({ name: 'Amira Khan' }), pupils)).toMatchObject({
    is: 'unmatched',
    maybe: [amira.key, amiraElm.key],
  })
  expect(matched({ upn: 'A123456789012', name: 'Tom Bell' })).toBeNull()
  expect(matched({ upn: 'Z999999999999', name: 'Tom Bell' })).toBeNull()
  expect(matched({ name: 'Tom Bell', className: 'Elm' })).toBeNull()
  expect(matched({ name: 'Tom Bell', dateOfBirth: '01/03/2015' })).toBeNull()
  expect(matched({ name: 'Tom' })).toBeNull()
  expect(matched({ name: 'Nobody Here' })).toBeNull()
  expect(matched({})).toBeNull()
})

const headings = ['ID', 'Start time', 'Completion time', 'Email', 'Name', 'Your name', 'Class', 'What is going well?', 'What is hard?'] // prettier-ignore

test('columns of a Forms export are known; “Name” is the account where another column names the pupil', () => {
  expect(columnsOf(headings)).toEqual([
    'row',
    'none',
    'submitted',
    'none',
    'saidBy',
    'name',
    'className',
    'question',
    'question',
  ])
  expect(columnsOf(['ID', 'Name', 'What do you like?'])).toEqual(['row', 'name', 'question'])
  expect(knownFormHeadings(headings)).toBe(7)
  expect(withRole(columnsOf(headings), 7, 'name')[5]).toBe('question')
  expect(['Pupil views(1-57).xlsx', 'Pupil views (1).xlsx', 'Pupil views.xlsx'].map(formNameOf)).toEqual(
    Array(3).fill('Pupil views'),
  )
})

const rows = [
  ['7', '', '2026-03-10 09:12:00', 'x@y', 'Ms Dale', 'Amira Khan', 'Oak', '  i like maths\n\nand   Ben ', 'its LOUD'],
  ['8', '', '2026-03-11 10:00:00', 'x@y', 'Ms Dale', 'Shay O’Brien-Lee', 'Ash', '', 'reading = hard, "really"'],
  ['9', '', '2026-03-11 10:05:00', 'x@y', 'Ms Dale', 'Amira', '', 'dunno', ''],
] // prettier-ignore
const table = { headings, rows: rows.map((cells, i) => ({ row: i + 2, cells })) }
const settings: FormSettings = {
  form: 'Pupil views',
  whose: 'child',
  columns: columnsOf(headings),
  day: '2026-03-20',
  reviews: new Map([[amira.key, '01JZ0000000000000000000099']]),
}
const storedOf = (all: readonly { key: string; record: View }[]) =>
  all.map(({ key, record }) => ({ ...record, key }) as Stored<View>)

test('each answer is kept word for word with its form, number and day; blanks are nothing; nobody is lost', () => {
  const plan = planForm(table, settings, pupils, [])
  expect(plan.map(({ match }) => match.is)).toEqual(['matched', 'matched', 'unmatched'])
  const first = viewsOf(plan[0]!, settings, rows[0]!)
  expect(first.map(({ record }) => record)).toMatchObject([
    {
      pupil: amira.key,
      review: '01JZ0000000000000000000099',
      whose: 'child',
      name: null,
      question: 'What is going well?',
      words: '  i like maths\n\nand   Ben ',
      gathered: '2026-03-10',
      how: 'form',
      source: 'Pupil views',
      sourceRow: 'answer 7',
      submitted: '2026-03-10 09:12:00',
    },
    { question: 'What is hard?', words: 'its LOUD' },
  ])
  expect(viewsOf(plan[1]!, settings, rows[1]!).map(({ record }) => record.words)).toEqual([
    'reading = hard, "really"',
  ])
  expect(viewsOf(plan[2]!, settings, rows[2]!)).toEqual([])
})

test('the same file again stores nothing; with more answers, another file name or the rows sorted, only what is new', () => {
  const plan = planForm(table, settings, pupils, [])
  const stored = storedOf(plan.flatMap((row, i) => viewsOf(row, settings, rows[i]!)))
  expect(stored).toHaveLength(3)
  const more = [
    ...rows.toReversed(),
    ['10', '', '2026-03-12 10:00:00', '', '', 'Tom Bell', '', 'PE', 'Spelling'],
  ]
  for (const form of ['Pupil views', 'Renamed']) {
    const again = { ...settings, form }
    const next = planForm({ headings, rows: more.map((cells, i) => ({ row: i, cells })) }, again, pupils, stored) // prettier-ignore
    const fresh = next.flatMap((row, i) => viewsOf(row, again, more[i]!))
    expect(fresh.map(({ record }) => record.words)).toEqual(['PE', 'Spelling'])
  }
  // What was matched by hand stays with that pupil.
  const byHand = planForm(table, settings, pupils, [], new Map([['answer 9', tomTwo.key]]))
  const third = viewsOf(byHand[2]!, settings, rows[2]!)
  expect(third).toMatchObject([{ record: { pupil: tomTwo.key, words: 'dunno' } }])
  expect(planForm(table, settings, pupils, storedOf(third))[2]).toMatchObject({
    match: { is: 'matched', pupil: tomTwo.key },
    answers: [{ state: 'stored' }],
  })
})

test('words changed in the form since are told apart and never written over those stored', () => {
  const stored = storedOf(
    planForm(table, settings, pupils, []).flatMap((row, i) => viewsOf(row, settings, rows[i]!)),
  )
  const changed = rows.map((cells, i) => (i === 0 ? cells.with(8, 'nothing') : cells))
  const plan = planForm({ headings, rows: changed.map((cells, i) => ({ row: i, cells })) }, settings, pupils, stored) // prettier-ignore
  expect(plan[0]!.answers.map(({ state }) => state)).toEqual(['stored', 'differs'])
  expect(plan.flatMap((row, i) => viewsOf(row, settings, changed[i]!))).toEqual([])
})

test('an answer without a number is told by its words, and the same two questions on two days are two', () => {
  const bare = ['Pupil name', 'What is hard?']
  const cells = [
    ['Tom Bell', 'maths'],
    ['Tom Hart', 'maths'],
  ]
  const plan = planForm(
    { headings: bare, rows: cells.map((each, i) => ({ row: i, cells: each })) },
    { ...settings, columns: columnsOf(bare) },
    pupils,
    [],
  )
  expect(new Set(plan.map(({ source }) => source)).size).toBe(2)
  expect(new Set(plan.flatMap(({ answers }) => answers.map(({ key }) => key))).size).toBe(2)
})

test('a file that is no table is refused in a sentence, and pasted cells keep their line breaks', () => {
  expect(readFile(new Uint8Array([1, 2, 3]), { known: knownFormHeadings }).kind).toBe('refused')
  const pasted = readPasted('ID\tYour name\tWhat is hard?\n1\tTom Bell\t"one\ntwo"\n', {
    known: knownFormHeadings,
  })
  expect((pasted as ImportTable).rows[0]!.cells).toEqual(['1', 'Tom Bell', 'one\ntwo'])
})

const waitingFrom = (all: readonly { key: string; record: WaitingAnswer }[], more: object = {}) =>
  all.map(({ key, record }) => ({ ...record, key, archived: false, ...more }) as Stored<WaitingAnswer>)

test('what matches nobody is kept word for word, found again, offered when the register knows the child, and stored as typed', () => {
  const plan = planForm(table, settings, pupils, [])
  const kept = plan.flatMap((row, i) => waitingOf(row, settings, rows[i]!))
  expect(kept.map(({ record }) => record)).toMatchObject([
    {
      form: 'Pupil views',
      row: 'answer 9',
      saysName: 'Amira',
      words: 'dunno',
      gathered: '2026-03-11',
      pupil: null,
    },
  ])
  const waiting = waitingFrom(kept)
  const again = planForm(table, settings, pupils, [], new Map(), waiting)
  expect(again[2]).toMatchObject({ match: { is: 'unmatched' }, answers: [{ state: 'waits' }] })
  expect(again.flatMap((row, i) => waitingOf(row, settings, rows[i]!))).toEqual([])

  // The other two of that name leave: now it fits one, which a person still has to say.
  expect(waitingRows(waiting, pupils)).toMatchObject([{ says: 'Amira', match: { is: 'unmatched' } }])
  const joined = [pupil(9, 'Amira', 'Amira', '2018-01-01'), tom].map((one, i) =>
    i === 0 ? { ...one, forename: 'Am', surname: 'Ira' } : one,
  )
  expect(waitingRows(waiting, joined)[0]!.match).toMatchObject({ is: 'matched', pupil: joined[0]!.key })
  const views = viewsOfWaiting(waiting, tom.key, null)
  expect(views.map(({ record }) => record)).toMatchObject([
    {
      pupil: tom.key,
      words: 'dunno',
      how: 'form',
      source: 'Pupil views',
      sourceRow: 'answer 9',
      question: 'What is going well?',
    },
  ])
  // Matched by hand in the file, it is the same view.
  const byHand = planForm(table, settings, pupils, [], new Map([['answer 9', tom.key]]), waiting)
  expect(viewsOf(byHand[2]!, settings, rows[2]!)).toEqual(views)
  expect(waitingRows(waitingFrom(kept, { archived: true }), pupils)).toEqual([])
})

test('what was left out once stays left out, until somebody brings it back', () => {
  const kept = planForm(table, settings, pupils, []).flatMap((row, i) => waitingOf(row, settings, rows[i]!))
  const left = waitingFrom(kept, { archived: true })
  expect(planForm(table, settings, pupils, [], new Map(), left)[2]!.match).toEqual({ is: 'leftOut' })
  expect(
    planForm(table, settings, pupils, [], new Map([['answer 9', tom.key]]), left)[2]!.match,
  ).toMatchObject({
    pupil: tom.key,
  })
})

test('a row that stands there twice is one; two answers under one number, or a question asked twice, are two', () => {
  const other = rows[1]!.with(8, 'writing')
  const twice = [rows[1]!, rows[1]!, other]
  const planned = (all: readonly (readonly string[])[], stored: readonly Stored<View>[] = []) =>
    planForm({ headings, rows: all.map((cells, i) => ({ row: i + 2, cells })) }, settings, pupils, stored)
  const plan = planned(twice)
  expect(plan.map(({ sameAs }) => sameAs)).toEqual([null, 2, null])
  const views = plan.flatMap((row, i) => viewsOf(row, settings, twice[i]!))
  expect(views.map(({ record }) => record.words)).toEqual(['reading = hard, "really"', 'writing'])
  expect(new Set(views.map(({ key }) => key)).size).toBe(2)
  for (const order of [twice, twice.toReversed()])
    expect(planned(order, storedOf(views)).flatMap((row, i) => viewsOf(row, settings, order[i]!))).toEqual([])

  const why = ['Your name', 'What is hard?', 'Why?', 'What helps?', 'Why?']
  const cells = ['Tom Bell', 'maths', 'too fast', 'Mo', 'she waits']
  const asked = { headings: why, rows: [{ row: 2, cells }] }
  const own = { ...settings, columns: columnsOf(why) }
  const all = viewsOf(planForm(asked, own, pupils, [])[0]!, own, cells)
  expect(all.map(({ record }) => record.words)).toEqual(['maths', 'too fast', 'Mo', 'she waits'])
  expect(new Set(all.map(({ key }) => key)).size).toBe(4)
  expect(
    planForm(asked, own, pupils, storedOf(all))[0]!.answers.every(({ state }) => state === 'stored'),
  ).toBe(true)

  // Two children said the same and no name: neither is lost.
  const bare = { headings: ['What is hard?'], rows: [2, 3].map((row) => ({ row, cells: ['maths'] })) }
  const columns = { ...settings, columns: columnsOf(bare.headings) }
  const waiting = planForm(bare, columns, pupils, []).flatMap((row) => waitingOf(row, columns, ['maths']))
  expect(new Set(waiting.map(({ key }) => key)).size).toBe(2)
})

test('whatever is written in a form, every answer is stored letter for letter or kept so, and none is lost', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '',
      ' ',
      '\n',
      '=1+1',
      '<b>"',
      'وہ سکول سے پہلے نہیں سوتی۔',
      'Ona nie śpi',
      'ŵyr y plentyn',
      '👩🏽‍🦽',
    ),
  )
  const who = fc.constantFrom('Tom Bell', 'Amira Khan', 'Nobody', '')
  fc.assert(
    fc.property(fc.array(fc.tuple(who, text, text), { maxLength: 12 }), (given) => {
      const cells = given.map(([name, one, two], i) => [String(i), '', '', '', '', name, '', one, two])
      const plan = planForm(
        { headings, rows: cells.map((row, i) => ({ row: i + 2, cells: row })) },
        settings,
        pupils,
        [],
      )
      const lines = (words: string) => words.replace(/\r\n?/g, '\n')
      for (const [i, row] of plan.entries()) {
        const said = cells[i]!.slice(7)
          .map(lines)
          .filter((words) => words.trim() !== '')
        const now = viewsOf(row, settings, cells[i]!).map(({ record }) => record.words)
        const kept = waitingOf(row, settings, cells[i]!)
        const later = viewsOfWaiting(waitingFrom(kept), tom.key, null).map(({ record }) => record.words)
        expect([...now, ...later]).toEqual(said)
      }
    }),
  )
})
