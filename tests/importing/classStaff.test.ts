import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank, type Stored } from '../../src/domain/record.ts'
import { ClassTeacher } from '../../src/domain/records/classTeacher.ts'
import { classesOf, classGaps } from '../../src/domain/rules/classStaff.ts'
import { knownClassHeadings, readClassStaff } from '../../src/importing/classes/readClassStaff.ts'
import { readFile } from '../../src/importing/index.ts'
import { classStaffPlan } from '../../src/jobs/classStaffPlan.ts'
import { bytesOf } from './given.ts'

const today = '2026-11-22'
const salt = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
const stored = (key: string, given: Partial<ClassTeacher>, archived = false): Stored<ClassTeacher> => ({
  ...blank(ClassTeacher, { className: 'Oak', name: 'Ann Khan', role: 'teacher', from: '2026-09-01', ...given }),
  key, id: key, etag: '"1"', archived, archivedReason: null, createdAt: null, createdBy: null, modifiedAt: null, modifiedBy: null,
}) // prettier-ignore
const read = (text: string, before: readonly Stored<ClassTeacher>[] = []) => {
  const file = readFile(bytesOf(text), { known: knownClassHeadings })
  if (file.kind === 'refused') throw new Error(file.why)
  return readClassStaff(file, before, today, salt)
}

test('a list with headings of its own is read, roles in words, and a class teacher where none is said', () => {
  const { rows } = read(
    'Staff at our school\nForm,Teacher,Work email,Post\n4B,Ann Khan,A.Khan@x.example,\n4B,Tom Bright,t@x.example,HLTA\n5A,Jo Lee,j@x.example,Form tutor\n',
  )
  expect(
    rows.map((row) => row.outcome === 'new' && [row.record.className, row.record.role, row.record.from]),
  ).toEqual([
    ['4B', 'teacher', today],
    ['4B', 'ta', today],
    ['5A', 'tutor', today],
  ])
})

test('a row that can’t be used is told with what to do; the others are stored', () => {
  const { rows } = read(
    'Class,Name,Email,Role\n4B,,a@x.example,\n4B,Ann,nonsense,\n4B,Bea,b@x.example,Juggler\n4B,Cy,c@x.example,teacher\n',
  )
  expect(rows.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused', 'new'])
  expect(JSON.stringify(rows[2])).toContain('class teacher, subject teacher, tutor or teaching assistant')
  expect(read('Pupil,Name\nA,B\n').why).toMatch(/No column is headed Class/)
})

test('who is put down already is not put down twice, by address whatever its case, else by name', () => {
  const before = [stored('A', { userPrincipalName: 'a.khan@x.example' }), stored('B', { name: 'Gone Lee' })]
  const plan = read(
    'Class,Name,Email\noak,Ann Khan-Brown,A.KHAN@x.example\nOak,ann khan-brown,a.khan@x.example\n',
    before,
  )
  expect(plan.rows).toMatchObject([
    { outcome: 'changed', changes: { name: 'Ann Khan-Brown' } },
    { outcome: 'unchanged' },
  ])
  expect(plan.unnamed.map(({ key }) => key)).toEqual(['B'])
  const job = classStaffPlan(plan, '2026-11-21', 'Classes')
  expect(job.steps).toMatchObject([
    { key: 'A', do: 'change' },
    { key: 'B', do: 'change', changes: { until: { from: null, to: '2026-11-21' } } },
  ])
})

test('importing what was just imported changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom('4A', '4B', 'Oak'),
          fc.constantFrom('Ann', 'Bea', 'Cy'),
          fc.constantFrom('', 'a@x.example', 'b@x.example'),
          fc.constantFrom('teacher', 'TA'),
        ),
        { minLength: 1, maxLength: 15 },
      ),
      (given) => {
        const text = `Class,Name,Email,Role\n${given.map((cells) => cells.join(',')).join('\n')}\n`
        const first = read(text)
        expect(first.rows).toHaveLength(given.length)
        const kept = first.rows.flatMap((row) => (row.outcome === 'new' ? [stored(row.key, row.record)] : []))
        expect(new Set(kept.map(({ key }) => key)).size).toBe(kept.length)
        expect(read(text, kept).rows.filter(({ outcome }) => outcome === 'new')).toEqual([])
      },
    ),
    { numRuns: 100 },
  )
})

test('my classes are those of my address that are in force today', () => {
  const rows = [
    stored('A', { className: 'Oak', userPrincipalName: 'a@x.example' }),
    stored('B', { className: 'Ash', userPrincipalName: 'A@X.example', until: '2026-11-21' }),
    stored('C', { className: 'Elm', userPrincipalName: ' A@X.example', from: '2027-01-01' }),
    stored('D', { className: 'Fir', userPrincipalName: null }),
  ]
  expect(classesOf(rows, 'a@X.EXAMPLE', today)).toEqual(['Oak'])
  expect(classesOf(rows, 'a@x.example', '2027-01-01')).toEqual(['Oak', 'Elm'])
})

test('a class without anybody, staff without a class, and nobody’s address are gaps', () => {
  const rows = [
    stored('A', { className: 'OAK', userPrincipalName: 'a@x.example' }),
    stored('B', { className: 'Elm', userPrincipalName: null }),
  ]
  const pupils = [
    { className: 'Oak', left: null },
    { className: '4B', left: null },
    { className: '4B', left: '2020-01-01' },
    { className: null, left: null },
  ]
  expect(classGaps(rows, pupils, today)).toEqual([
    { is: 'nobody', className: '4B', pupils: 1 },
    { is: 'noPupils', className: 'Elm' },
    { is: 'noAddress', className: 'Elm', name: 'Ann Khan' },
  ])
})

test('a list for September, imported again in July, adds nobody twice; a new stint after an ended one is new', () => {
  const july = (before: readonly Stored<ClassTeacher>[]) => {
    const file = readFile(bytesOf('Class,Name,From\nOak,Ann Khan,1/9/2027\n'), { known: knownClassHeadings })
    if (file.kind === 'refused') throw new Error(file.why)
    return readClassStaff(file, before, '2027-07-10', salt).rows
  }
  const [first] = july([])
  expect(first?.outcome).toBe('new')
  expect(july([stored('A', { from: '2027-09-01' })])).toEqual([{ row: 2, outcome: 'unchanged' }])
  expect(july([stored('A', { until: '2027-07-21' })])).toMatchObject([{ outcome: 'new' }])
})

test('after an import was undone the same list can be imported again', () => {
  const text = 'Class,Name\nOak,Ann Khan\n'
  const [first] = read(text).rows
  const key = first?.outcome === 'new' ? first.key : ''
  const [again] = read(text, [stored(key, {}, true)]).rows
  expect(again).toMatchObject({ outcome: 'new' })
  expect(again?.outcome === 'new' && again.key).not.toBe(key)
})

test('a second row for one person that says something else is refused, never passed over as unchanged', () => {
  const { rows } = read('Class,Name,Until\nOak,Ann Khan,\nOak,Ann Khan,1/9/2030\nOak,Ann Khan,\n')
  expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'refused', 'unchanged'])
})
