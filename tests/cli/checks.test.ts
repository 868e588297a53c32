import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { make, temporaryFolder } from './run.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => void (folder = await temporaryFolder()))
afterAll(() => folder.remove())

const withFile = async (command: string, cases: unknown, ...more: string[]) => {
  const file = join(folder.path, `${randomUUID()}.json`)
  await writeFile(file, typeof cases === 'string' ? cases : JSON.stringify(cases))
  return make(command, '--file', file, ...more)
}

it('clock answers with the dates of reviews, each with its rule and source, and prints nothing but JSON', async () => {
  const ran = await withFile('clock', [
    { meeting: '2026-03-10', noticeSent: '2026-04-07', dob: '2011-05-02', basis: '2026-04-07' },
    { basis: '2024-02-29' },
  ])
  expect([ran.code, ran.error]).toEqual([0, ''])
  const [first, second] = JSON.parse(ran.out) as Record<string, unknown>[]
  expect(first).toMatchObject({
    inviteBy: '2026-02-24',
    circulateBy: '2026-02-24',
    reportBy: '2026-03-24',
    decisionBy: '2026-04-07',
    commentsNotBefore: '2026-04-21',
    finalBy: '2026-06-02',
    statutoryEnd: '2027-04-06',
    latestSafeMeeting: '2027-03-09',
    targetMeeting: '2027-02-10',
    chronYear: 10,
    endCSA: '2027-06-25',
    rightsWithYoungPerson: false,
    why: {
      inviteBy: { rule: 'R1', source: expect.stringContaining('regulation 20') },
      finalBy: { rule: 'R7' },
    },
  })
  expect(second).toMatchObject({ inviteBy: null, finalBy: null, chronYear: null, statutoryEnd: '2025-02-28' })
})

it('clock leaves null what it was not given, and holds leap days, clock changes and the last day of school age', async () => {
  const ran = await withFile('clock', [
    {},
    { meeting: null, noticeSent: '2028-02-15', dob: '', basis: '2023-02-28' },
    { meeting: '2028-02-29', noticeSent: null, dob: '2011-08-31', basis: '2027-02-28' },
    {
      meeting: '2026-10-25',
      noticeSent: '2026-10-26',
      dob: '2010-06-26',
      basis: '2025-10-26',
      note: 'left alone',
    },
    { meeting: '2026-06-26', dob: '2010-06-26' },
    { meeting: '2026-06-27', dob: '2010-06-26' },
    { meeting: '2026-08-31', dob: '2016-09-01' },
    { meeting: '2026-09-01', dob: '2016-08-31' },
  ])
  expect([ran.code, ran.error]).toEqual([0, ''])
  const answers = JSON.parse(ran.out) as Record<string, unknown>[]
  const dates = ['inviteBy', 'circulateBy', 'reportBy', 'decisionBy', 'commentsNotBefore', 'finalBy', 'statutoryEnd', 'latestSafeMeeting', 'targetMeeting', 'chronYear', 'endCSA', 'rightsWithYoungPerson'] // prettier-ignore
  expect(answers[0]).toEqual({ ...Object.fromEntries(dates.map((name) => [name, null])), why: {} })
  expect(Object.keys(answers[3]!)).toEqual([...dates, 'why'])
  expect(answers[1]).toMatchObject({
    commentsNotBefore: '2028-02-29',
    finalBy: '2028-04-11',
    endCSA: null,
    statutoryEnd: '2024-02-27',
  })
  expect(answers[2]).toMatchObject({
    inviteBy: '2028-02-15',
    reportBy: '2028-03-14',
    decisionBy: '2028-03-28',
    commentsNotBefore: null,
    finalBy: '2028-05-23',
    statutoryEnd: '2028-02-27',
    targetMeeting: '2028-01-03',
    chronYear: 12,
    endCSA: '2027-06-25',
    rightsWithYoungPerson: true,
  })
  expect(answers[3]).toMatchObject({
    reportBy: '2026-11-08',
    commentsNotBefore: '2026-11-09',
    finalBy: '2026-12-21',
  })
  const rights = answers.slice(4, 6).map(({ rightsWithYoungPerson }) => rightsWithYoungPerson)
  expect([answers[4]!['endCSA'], ...rights]).toEqual(['2026-06-26', false, true])
  expect(answers.slice(6).map(({ chronYear }) => chronYear)).toEqual([4, 6])
})

const withLimits = async (limits: unknown, cases: unknown) => {
  const [file, local] = [join(folder.path, `${randomUUID()}.json`), join(folder.path, `${randomUUID()}.json`)]
  await Promise.all([writeFile(file, JSON.stringify(cases)), writeFile(local, JSON.stringify(limits))])
  return make('clock', '--file', file, '--limits', local)
}
const ridingdale = { from: '2026-09-01', source: 'Ridingdale guidance 2026' }

it('clock honours an authority’s tighter limits from their day on, in the same shape and with their source', async () => {
  const ran = await withLimits(
    [
      { rule: 'circulateBy', days: 21, ...ridingdale },
      { rule: 'reportBy', days: 10, ...ridingdale },
      { rule: 'targetMeeting', days: 70, ...ridingdale },
    ],
    [
      { meeting: '2026-08-31', basis: '2026-04-07' },
      { meeting: '2026-09-22', basis: '2024-04-07' },
    ],
  )
  expect([ran.code, ran.error]).toEqual([0, ''])
  const answers = JSON.parse(ran.out) as Record<string, unknown>[]
  expect(answers).toMatchObject([
    {
      inviteBy: '2026-08-17',
      circulateBy: '2026-08-17',
      reportBy: '2026-09-14',
      targetMeeting: '2027-01-27',
    },
    {
      inviteBy: '2026-09-08',
      circulateBy: '2026-09-01',
      reportBy: '2026-10-02',
      targetMeeting: '2025-02-10',
    },
  ])
  expect(answers[1]!['why']).toMatchObject({
    inviteBy: { source: expect.stringContaining('regulation 20(3)') },
    circulateBy: { rule: 'R2', source: 'Ridingdale guidance 2026, from 1 Sep 2026' },
  })
})

it.concurrent.each([
  [{ rule: 'reportBy', days: 15, ...ridingdale }, 'The law says 14 days at most'],
  [{ rule: 'inviteBy', days: 13, ...ridingdale }, 'The law says 14 days at least'],
  [{ rule: 'targetMeeting', days: 27, ...ridingdale }, 'The law says 28 days at least'],
  [{ rule: 'finalBy', days: 7, ...ridingdale }, 'rule is one of inviteBy'],
  [{ rule: 'reportBy', days: '10', ...ridingdale }, 'days is a whole number'],
  [{ rule: 'reportBy', days: 10, from: '1/9/2026', source: 'x' }, 'from is the day it begins'],
  [{ rule: 'reportBy', days: 10, from: '2026-09-01' }, 'source says where it is written'],
])('clock refuses the limit %j in one line', async (limit, said) => {
  const ran = await withLimits([limit], [{}])
  expect([ran.code, ran.out]).toEqual([2, ''])
  expect(ran.error).toContain(`Limit 1: `)
  expect(ran.error).toContain(said)
})

it('clock answers a file of fifty thousand cases, one after another', async () => {
  const ran = await withFile(
    'clock',
    Array.from({ length: 50_001 }, () => ({ meeting: '2026-03-10' })),
  )
  expect(ran.code).toBe(0)
  const answers = JSON.parse(ran.out) as Record<string, unknown>[]
  expect(answers.length).toBe(50_001)
  expect(new Set(answers.map(({ reportBy }) => reportBy))).toEqual(new Set(['2026-03-24']))
})

it('cost answers in whole pence with the why', async () => {
  const ran = await withFile('cost', [
    {
      ratePence: 1720,
      sessionsPerWeek: 3,
      minutes: 20,
      prepMinutes: 0,
      weeks: 12,
      groupSize: 4,
      resourcesPence: 0,
    },
    {
      ratePence: 1720,
      sessionsPerWeek: 5,
      minutes: 120,
      prepMinutes: 0,
      weeks: 38,
      groupSize: 3,
      resourcesPence: 0,
    },
    { ratePence: 0, sessionsPerWeek: 0, minutes: 0, weeks: 0, groupSize: 3, resourcesPence: 10_000 },
  ])
  expect([ran.code, ran.error]).toEqual([0, ''])
  const answers = JSON.parse(ran.out) as {
    perPupilPence: number
    groupTotalPence: number
    why: { rule: string }
  }[]
  expect(answers.map(({ perPupilPence, groupTotalPence }) => [perPupilPence, groupTotalPence])).toEqual([
    [5160, 20_640],
    [217_867, 653_600],
    [3333, 10_000],
  ])
  expect(answers[0]!.why.rule).toBe('Cost of a line')
})

it('cost under a rulebook adds what counts: the example’s own figures, limits over all cases of a pupil', async () => {
  const usual = { ratePence: 1720, prepMinutes: 0, resourcesPence: 0, pupil: 'A' }
  const ran = await withFile(
    'cost',
    [
      { ...usual, sessionsPerWeek: 3, minutes: 20, weeks: 12, groupSize: 4 },
      { ...usual, sessionsPerWeek: 5, minutes: 15, weeks: 38, groupSize: 1 },
      { ...usual, sessionsPerWeek: 10, minutes: 60, weeks: 38, groupSize: 3 },
      {
        ...usual,
        ratePence: 6200,
        sessionsPerWeek: 1,
        minutes: 30,
        weeks: 19,
        groupSize: 1,
        role: 'external',
      },
      // A pupil of its own: 40 hours a week, of which 25 count, over 45.5 weeks.
      { ...usual, pupil: undefined, sessionsPerWeek: 40, minutes: 60, weeks: 39, groupSize: 1 },
    ],
    '--rulebook',
    'harrowdale',
  )
  expect([ran.code, ran.error]).toEqual([0, ''])
  const answers = JSON.parse(ran.out) as {
    perPupilPence: number
    countsPence: number
    pupil: { countsPence: number; belowThresholdPence: number; aboveThresholdPence: number }
    whyCounts: { says: string }
  }[]
  expect(answers.map(({ countsPence }) => countsPence)).toEqual([
    4194,
    66_405,
    177_080,
    58_900,
    Math.round(25 * 45.5 * 1398),
  ])
  expect(answers[0]!.pupil).toMatchObject({ countsPence: 306_579, belowThresholdPence: 293_421 })
  expect(answers[4]!.pupil.aboveThresholdPence).toBe(Math.round(25 * 45.5 * 1398) - 600_000)
  expect(answers[4]!.whyCounts.says).toContain('25 hours a week')
  expect(answers[0]!.perPupilPence).toBe(5160)
})

it('cost with a rulebook that isn’t there, or a case that it can’t follow, prints nothing', async () => {
  const one = { ratePence: 1, sessionsPerWeek: 1, minutes: 1, weeks: 1, groupSize: 1 }
  const none = await withFile('cost', [one], '--rulebook', 'Nowhere')
  expect([none.code, none.out]).toEqual([2, ''])
  expect(none.error).toContain('Westmoor Council, Harrowdale Borough, Saltford Bay Council')
  const wrong = await withFile(
    'cost',
    [one, { ...one, role: 'nurse', charge: 'half', outcome: 'yes', externalPence: -1, pupil: [] }],
    '--rulebook',
    'Westmoor Council',
  )
  expect([wrong.code, wrong.out]).toEqual([2, ''])
  for (const what of ['role', 'charge', 'outcome', 'externalPence', 'pupil'])
    expect(wrong.error).toContain(`Case 2: ${what} is`)
})

it('cost tells every fault of every case by its number, with what to do, and prints nothing', async () => {
  const good = { ratePence: 1720, sessionsPerWeek: 1, minutes: 60, prepMinutes: 0, weeks: 38, groupSize: 1 }
  const ran = await withFile(
    'cost',
    `[${JSON.stringify({ ...good, resourcesPence: 0 })},
      {"ratePence":1e400,"sessionsPerWeek":"3","minutes":-1,"weeks":12,"groupSize":0,"resourcesPence":0},
      {"ratePence":null,"sessionsPerWeek":1,"minutes":1e-9,"weeks":[],"groupSize":2.5,"resourcesPence":1},
      ${JSON.stringify({ ...good, resourcePence: 500 })}]`,
  )
  expect([ran.code, ran.out]).toEqual([2, ''])
  expect(ran.error.trim().split('\n')).toEqual([
    expect.stringContaining('Case 2: ratePence is too large'),
    expect.stringContaining('Case 2: sessionsPerWeek is text'),
    expect.stringContaining('Case 2: minutes is below nothing'),
    expect.stringContaining('Case 2: groupSize is 0'),
    expect.stringContaining('Case 3: ratePence is missing'),
    expect.stringContaining('Case 3: minutes has too many decimal'),
    expect.stringContaining('Case 3: weeks is not a number'),
    expect.stringContaining('Case 3: groupSize is no whole number'),
    expect.stringContaining('Case 4: resourcePence is not known'),
  ])
})

it.concurrent.each([
  ['cost', '{"ratePence":1}', 'not a list of cases'],
  ['cost', 'ratePence', 'is not JSON'],
  ['cost', '[[]]', 'Case 1 is not an object'],
  ['clock', '[{"meeting":"2026-02-30"}]', 'Case 1: meeting is no day of the calendar'],
  ['clock', '[{},{"basis":"2025-02-29"}]', 'Case 2: basis is no day of the calendar'],
  ['clock', '[{"dob":"10/03/2015"}]', 'Case 1: dob is not a date. Write year-month-day, such as 2026-03-10'],
  ['clock', '[{"meeting":"2026-03-29T01:30:00Z"}]', 'Case 1: meeting has a time of day in it'],
  ['clock', '[{"meeting":"2026-03-10"},{"meeting":46091}]', 'Case 2: meeting is not text'],
  ['clock', '[{"metting":"2026-03-10"}]', 'Case 1 has none of meeting, noticeSent, dob, basis'],
  ['clock', '{', 'is not JSON'],
  ['clock', '{"meeting":"2026-03-10"}', 'is not a list of cases'],
  ['cost', '[{"ratePence":1,"sessionsPerWeek":1,"minutes":1,"weeks":1,"groupSize":0}]', 'Case 1: groupSize'],
  [
    'cost',
    '[{"ratePence":"17.20","sessionsPerWeek":1,"minutes":1,"weeks":1,"groupSize":1}]',
    'Case 1: ratePence',
  ],
])('%s given %s says in one line what is wrong', async (command, cases, said) => {
  const ran = await withFile(command, cases)
  expect([ran.code, ran.out]).toEqual([2, ''])
  expect(ran.error).toContain(said)
  expect(ran.error.trim().split('\n')).toHaveLength(1)
})

it.concurrent.each([
  [['--help'], 0, 'npm run make -- minutes'],
  [['minutes', '--help'], 0, 'npm run make -- minutes'],
])('%j explains itself', async (args, code, said) => {
  const ran = await make(...args)
  expect([ran.code, ran.error]).toEqual([code, ''])
  expect(ran.out).toContain(said)
})

it.concurrent.each([
  [[], 'Say what to make'],
  [['essay'], '“essay” is not something to make'],
  [['minutes', '--pupil', 'any', '--colour', 'red'], '--colour'],
  [['minutes', '--pupil', 'any'], '--out is needed'],
  [['minutes', '--out', 'x.docx'], '--pupil is needed'],
  [['provision-map', '--out', 'x.xlsx', '--year', '4', '--level', 'targeted'], 'Choose one of'],
  [['provision-map', '--out', 'x.xlsx', '--year', '40'], '--year 40'],
  [['provision-map', '--out', 'x.xlsx', '--sheets', 'pupils,costs'], '“costs” is none of them'],
  [['import'], 'Say which file'],
  [['import', 'a.csv', 'b.csv'], 'one word too many'],
  [['minutes', '--pupil', 'any', '--out', 'x', '--as', 'nobody'], '--as is one of'],
])('%j is refused with how to use it', async (args, said) => {
  const ran = await make(...args)
  expect([ran.code, ran.out]).toEqual([2, ''])
  expect(ran.error).toContain(said)
  expect(ran.error).toContain('npm run make -- minutes')
})
