import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank, type Stored } from '../../src/domain/record.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { ClassTeacher } from '../../src/domain/records/classTeacher.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import type { StaffProfile } from '../../src/domain/records/staffProfile.ts'
import type { StaffTarget } from '../../src/domain/records/staffTarget.ts'
import { usualTicks } from '../../src/domain/rules/publish.ts'
import { importJobPlan, importRows } from '../../src/jobs/importPlan.ts'
import { pupilCounter } from '../../src/jobs/perPupil.ts'
import { planBytes, planFrom, type Loose, type Step } from '../../src/jobs/plan.ts'
import { publishPlan, withdrawPlan } from '../../src/jobs/publishing.ts'
import { lastYearOf, rollUpRows, yearToMoveInto } from '../../src/jobs/rollUp.ts'
import { classMoves } from '../../src/jobs/rollUpClasses.ts'
import { rollUpPlan } from '../../src/jobs/rollUpPlan.ts'
import { planOf, upnNumber } from '../importing/given.ts'
import { kept } from '../ui/made.ts'

let made = 0
const pupil = (given: Partial<Pupil>): Stored<Pupil> => ({
  ...blank(Pupil, {
    surname: 'A',
    forename: `${(made += 1)}`,
    dateOfBirth: '2018-01-09',
    status: 'N',
    ...given,
  }),
  ...kept(newKey(made)),
})
const bornFor = (year: number) => `${2026 - 4 - year}-01-09`
const inYear = (yearGroup: Pupil['yearGroup'], className: string, given: Partial<Pupil> = {}) =>
  pupil({
    yearGroup,
    className,
    dateOfBirth: bornFor(yearGroup === 'R' ? 1 : Number(yearGroup) + 1),
    ...given,
  })

test('in September everyone goes one year up, the last year leaves, and who is out of year group is left to a person', () => {
  const all = [
    inYear('R', 'RB'),
    inYear('4', 'Oak'),
    inYear('6', 'Ash'),
    inYear('4', 'Oak', { dateOfBirth: bornFor(6) }),
    pupil({ yearGroup: null }),
    pupil({ yearGroup: 'X' }),
  ]
  const rows = rollUpRows(all, yearToMoveInto('2026-09-03'), lastYearOf('primary', all))
  expect(rows.map(({ to, exception }) => [to, exception])).toEqual([
    ['1', null],
    ['5', null],
    ['leaves', null],
    ['5', 'outOfYear'],
    [null, 'noYear'],
    [null, 'notFollowed'],
  ])
  // A second time in the same year: everybody is now ahead of their age, so nobody is ticked.
  const again = all.map((one, i): Stored<Pupil> => {
    const { to } = rows[i]!
    return to && to !== 'leaves' ? { ...one, yearGroup: to } : one
  })
  expect(
    rollUpRows(again, 2026, '6')
      .slice(0, 2)
      .map(({ exception }) => exception),
  ).toEqual(['outOfYear', 'outOfYear'])
})

test('the year to move into is the coming one from June on', () => {
  expect(['2026-05-31', '2026-06-01', '2026-09-03', '2027-02-01'].map(yearToMoveInto)).toEqual([
    2025, 2026, 2026, 2026,
  ])
})

test('names of classes are suggested: by their number, as a mixed class, or from the class above', () => {
  const rows = (all: Stored<Pupil>[]) =>
    classMoves(rollUpRows(all, 2026, '6')).map((move) => [move.className, move.suggested])
  expect(
    rows([inYear('R', 'RB'), inYear('3', '3A'), inYear('3', 'Year 3 Oak'), inYear('1', 'Class 1')]),
  ).toEqual([
    ['RB', '1B'],
    ['Class 1', 'Class 2'],
    ['3A', '4A'],
    ['Year 3 Oak', 'Year 4 Oak'],
  ])
  expect(rows([inYear('3', 'Oak'), inYear('4', 'Elm'), inYear('5', 'Ash'), inYear('5', 'Yew')])).toEqual([
    ['Oak', 'Elm'],
    ['Elm', ''],
    ['Ash', ''],
    ['Yew', ''],
  ])
  expect(rows([inYear('3', 'Oak'), inYear('4', 'Oak'), inYear('5', 'Elm')])).toEqual([
    ['Oak', 'Oak'],
    ['Oak', 'Elm'],
    ['Elm', ''],
  ])
})

test('the plan moves those who are ticked, gives leavers their day, and archives them only where that is wished', () => {
  const [up, leaver, out] = [
    inYear('4', 'Oak'),
    inYear('6', 'Ash'),
    inYear('4', 'Oak', { dateOfBirth: bornFor(6) }),
  ]
  const rows = rollUpRows([up, leaver, out], 2026, '6')
  const choice = {
    year: 2026,
    ticked: new Set([up.key, leaver.key]),
    classes: { '4 Oak': 'Elm' },
    leavingDay: '2026-07-21',
    archiveLeavers: false,
    shown: null,
    withdrawLeavers: false,
  }
  const steps = [
    {
      key: up.key,
      do: 'change',
      changes: { yearGroup: { from: '4', to: '5' }, className: { from: 'Oak', to: 'Elm' } },
    },
    { key: leaver.key, do: 'change', changes: { left: { from: null, to: '2026-07-21' } } },
  ]
  expect(rollUpPlan(rows, choice)).toMatchObject({ title: 'Everyone up a year, 2026/27', steps })
  expect(rollUpPlan(rows, choice).steps).toHaveLength(2)
  expect(rollUpPlan(rows, { ...choice, archiveLeavers: true }).steps[2]).toMatchObject({
    key: leaver.key,
    do: 'archive',
    reason: 'Left 21 Jul 2026',
  })
  const put = (key: string, given: Partial<ClassTeacher>) => ({
    ...leaver,
    ...blank(ClassTeacher, { className: 'Oak', name: 'A', role: 'teacher', from: '2025-09-01', ...given }),
    key,
  })
  const staff = [put('A', {}), put('B', { until: '2026-01-01' }), put('C', { from: '2026-09-01' })]
  expect(rollUpPlan(rows, { ...choice, endStaff: staff }).steps.slice(2)).toEqual([
    {
      row: 3,
      type: 'ClassTeacher',
      key: 'A',
      do: 'change',
      changes: { until: { from: null, to: '2026-07-21' } },
    },
  ])
})

test('a pupil who is published again gets the same rows back, without what is no longer shown', () => {
  const amira = pupil({ status: 'E' })
  const outcome = (text: string) => ({
    ...blank(Outcome, { pupil: amira.key, kind: 'year', text, status: 'current' }),
    ...kept(newKey((made += 1))),
  })
  const [first, second] = [outcome('Reads three words'), outcome('Waits for her turn')]
  const needs = [blank(Need, { pupil: amira.key, type: 'SLCN', rank: 1 })]
  const known = {
    shown: { profiles: [], targets: [] },
    publications: [],
    today: '2026-09-03',
    by: 'Helen Marsh',
  }
  const sources = { pupil: amira, needs, outcomes: [first, second], profile: null }
  const fresh = publishPlan([{ sources, ticks: usualTicks }], known, 'Publish')
  expect(fresh.steps.map(({ type, do: verb }) => `${verb} ${type}`)).toEqual([
    'create Publication',
    'create StaffProfile',
    'create StaffTarget',
    'create StaffTarget',
  ])
  const rowsOf = (type: string) =>
    fresh.steps.flatMap((step) =>
      step.do === 'create' && step.type === type ? [{ ...step.record, ...kept(step.key) }] : [],
    ) as unknown[]
  const shown = {
    profiles: rowsOf('StaffProfile') as Stored<StaffProfile>[],
    targets: rowsOf('StaffTarget') as Stored<StaffTarget>[],
  }
  const archived = shown.profiles.map((row) => ({ ...row, archived: true, surname: 'Withdrawn' }))
  const next = publishPlan(
    [{ sources: { ...sources, outcomes: [first] }, ticks: usualTicks }],
    { ...known, shown: { ...shown, profiles: archived } },
    'Publish',
  )
  expect(next.steps.map(({ type, do: verb }) => `${verb} ${type}`)).toEqual([
    'change StaffTarget',
    'archive StaffTarget',
    'create Publication',
    'change StaffProfile',
    'restore StaffProfile',
  ])
  expect(next.steps[3]).toMatchObject({ changes: { surname: { from: 'Withdrawn', to: 'A' } } })
  const back = withdrawPlan([amira.key], { ...known, shown }, 'Withdraw')
  expect(back.steps.map(({ type, do: verb }) => `${verb} ${type}`)).toEqual([
    'change StaffProfile',
    'archive StaffProfile',
    'change StaffTarget',
    'change StaffTarget',
    'archive StaffTarget',
    'archive StaffTarget',
  ])
  expect(
    JSON.stringify(
      back.steps
        .filter((step) => step.do === 'change')
        .map((step) => Object.values(step.changes).map(({ to }) => to)),
    ),
  ).not.toMatch(/Reads|SLCN|Helen/)
})

test('an import as a job says of each row of its file what became of it', () => {
  const plan = importJobPlan(
    planOf(
      `UPN,Surname,Forename,DOB,SEN Need 1\n${upnNumber(1)},Haigh,Ann,9/1/2018,SLCN\n,Clegg,Jo,31/2/2018,\n,Lumb,Kit,3/3/2017,ASD\n`,
    ),
    'Import of 3 rows',
  )
  expect(plan.steps.map(({ type, row }) => `${type} ${row}`)).toEqual([
    'Pupil 2',
    'Pupil 4',
    'Need 2',
    'Need 4',
  ])
  const results = [
    { outcome: 'stored' as const },
    { outcome: 'refused' as const, why: { is: 'refused' as const, why: 'Too long', field: 'surname' } },
    { outcome: 'notReached' as const },
    { outcome: 'refused' as const, why: { is: 'without' as const } },
  ]
  expect(
    importRows(plan, results).map(({ row, outcome, reasons }) => [row, outcome, reasons.length]),
  ).toEqual([
    [2, 'notReached', 0],
    [3, 'refused', 1],
    [4, 'refused', 1],
  ])
})

test('a plan comes back from its file as it went in, and one that somebody changed is refused', () => {
  const record = blank(Need, { pupil: newKey(), type: 'ASD', rank: 1 }) as Loose
  const plan = {
    kind: 'import',
    title: 'A',
    steps: [{ row: 1, type: 'Need', key: newKey(), do: 'create', record }],
  } as const
  const text = new TextDecoder().decode(planBytes(plan))
  const { steps } = planFrom(planBytes(plan))
  expect(steps).toEqual([{ ...plan.steps[0], record: { pupil: record['pupil'], type: 'ASD', rank: 1 } }])
  for (const spoilt of [
    text.slice(0, -5),
    text.replace('"Need"', '"Nonsense"'),
    text.replace('"rank"', '"__proto__"'),
    text.replace('"create"', '"dispose"'),
  ])
    expect(() => planFrom(new TextEncoder().encode(spoilt))).toThrow('can’t be read')
})

test('a job counts pupils where most steps are about one, and rows where each pupil has several', () => {
  const [one, other] = [newKey(1), newKey(2)]
  const steps: Step[] = [
    { row: 1, type: 'Pupil', key: one, do: 'archive', reason: 'Left' },
    { row: 2, type: 'Pupil', key: other, do: 'archive', reason: 'Left' },
    { row: 1, type: 'Need', key: newKey(3), pupil: one, do: 'archive', reason: 'Left' },
    { row: 1, type: 'Need', key: newKey(4), pupil: one, do: 'archive', reason: 'Left' },
  ]
  const count = pupilCounter(steps)
  const refused = { outcome: 'refused', why: { is: 'gone' } } as const
  expect(count(0, [])).toEqual({ of: 2, done: 0, refused: 0 })
  expect(count(2, [])).toEqual({ of: 2, done: 1, refused: 0 })
  expect(count(4, [{ outcome: 'stored' }, refused, refused, refused])).toEqual({ of: 2, done: 2, refused: 2 })
  const settings = (row: number): Step => ({ row, type: 'School', key: newKey(row + 4), do: 'restore' })
  expect(pupilCounter([...steps, settings(3)])(5, [])).toEqual({ of: 2, done: 2, refused: 0 })
  expect(pupilCounter([...steps.slice(0, 1), settings(3), settings(4)])(3, [])).toBeNull()
  // A list of scores by day ends with the last day: no pupil would be done before it is nearly over.
  const scores = [1, 2, 3, 4].map((row): Step => ({
    row,
    type: 'Score',
    key: newKey(row + 9),
    pupil: row % 2 ? one : other,
    do: 'restore',
  }))
  expect(pupilCounter(scores)(2, [])).toBeNull()
  expect(pupilCounter(scores.slice(0, 2))(1, [])).toEqual({ of: 2, done: 1, refused: 0 })
})
