import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank, type Stored } from '../../src/domain/record.ts'
import { AssessmentTool } from '../../src/domain/records/assessmentTool.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Score } from '../../src/domain/records/score.ts'
import { checkScores } from '../../src/importing/scores/checkScores.ts'
import type { ScoresChosen } from '../../src/importing/scores/scorePlan.ts'
import { knownScoreHeadings, matchScoreHeadings } from '../../src/importing/scores/scoreHeadings.ts'
import { refusedCsv } from '../../src/importing/scores/scoreReport.ts'
import { readPasted } from '../../src/importing/readFile.ts'
import { sayReason } from '../../src/importing/report.ts'
import { scoresJobPlan } from '../../src/jobs/scoresPlan.ts'

const today = '2026-11-20'
const kept = <T>(record: T, more: { archived?: boolean } = {}): Stored<T> => ({
  ...record,
  key: newKey(),
  id: '1',
  etag: '1',
  archived: more.archived ?? false,
  archivedReason: null,
  createdAt: null,
  createdBy: null,
  modifiedAt: null,
  modifiedBy: null,
})
const pupil = (surname: string, forename: string, upn: string | null, dateOfBirth = '2016-05-04') =>
  kept(blank(Pupil, { surname, forename, upn, dateOfBirth, status: 'K' }))
const amira = pupil('Kershaw', 'Amira', 'H801200001001')
const leo = pupil('Oyelaran', 'Leo', 'B801200001002')
const twinA = pupil('Ward', 'Sam', null, '2015-01-02')
const twinB = pupil('Ward', 'Sam', null, '2015-01-02')
const tool = (given: Partial<AssessmentTool>) =>
  kept(blank(AssessmentTool, { name: 'NGRT', scale: 'standardised', better: 'higher', ...given }))
const ngrt = tool({ lowest: 60, highest: 140 })
const sdq = tool({
  name: 'SDQ, total difficulties',
  scale: 'points',
  better: 'lower',
  lowest: 0,
  highest: 40,
})
const salford = tool({ name: 'Salford', scale: 'age' })
const school = {
  pupils: [amira, leo, twinA, twinB],
  tools: [ngrt, sdq, salford],
  scores: [] as Stored<Score>[],
}
const nothing: ScoresChosen = { tool: null, day: null, pupils: new Map() }

const planOf = (text: string, chosen: Partial<ScoresChosen> = {}, existing = school) => {
  const read = readPasted(text, { known: knownScoreHeadings })
  if (read.kind === 'refused') throw new Error(read.why)
  return checkScores(read, matchScoreHeadings(read.headings), existing, { ...nothing, ...chosen }, today)
}
const said = (plan: ReturnType<typeof planOf>) =>
  plan.rows.map((row) => (row.outcome === 'refused' ? row.reasons.map(sayReason).join('; ') : row.outcome))
const scoreIn = (plan: ReturnType<typeof planOf>, at = 0) => {
  const row = plan.rows[at]!
  if (row.outcome !== 'new') throw new Error(said(plan)[at])
  return row.score.record
}
const tsv = (...rows: string[][]) => rows.map((cells) => cells.join('\t')).join('\n')

test('headings are matched as tests and schools write them', () => {
  expect(
    matchScoreHeadings([
      'UPN',
      'Surname',
      'Forename',
      'D.O.B.',
      'Date of test',
      'Std Score',
      'Reading Age',
      'Percentile',
      'Form',
      'Tester',
    ]),
  ).toEqual([
    'upn',
    'surname',
    'forename',
    'dateOfBirth',
    'day',
    'standardised',
    'ageMonths',
    'percentile',
    'form',
    'testedBy',
  ])
  expect(matchScoreHeadings(['Pupil name', 'SAS', 'RA', '%ile', '90% CI', 'test_date', 'SS', '', '%'])).toEqual([
    'fullName', 'standardised', 'ageMonths', 'percentile', 'interval', 'day', null, null, 'value',
  ]) // prettier-ignore
})

test('a row with everything becomes one score with everything, whoever’s name is written how', () => {
  const plan = planOf(
    tsv(
      [
        'UPN',
        'Name',
        'Test',
        'Date',
        'Form',
        'Raw',
        'SS',
        'RA',
        'Percentile',
        'CI',
        'Type of test',
        'Assessor',
      ],
      [
        'h8012 00001001',
        'KERSHAW, Amira',
        'ngrt',
        '10/11/2026',
        'A',
        '23',
        '84',
        '7:03',
        '14th',
        '79-89',
        'Baseline',
        'Jo Hall',
      ],
    ),
  )
  expect(plan.counts).toEqual({ new: 1, unchanged: 0, refused: 0 })
  expect(scoreIn(plan)).toEqual(
    blank(Score, {
      pupil: amira.key,
      tool: ngrt.key,
      day: '2026-11-10',
      form: 'A',
      raw: 23,
      standardised: 84,
      ageMonths: 87,
      percentile: 14,
      low: 79,
      high: 89,
      purpose: 'entry',
      testedBy: 'Jo Hall',
    }),
  )
})
test('tool and day are chosen for the whole list where it has none, and asked for first', () => {
  const text = tsv(['UPN', 'Score'], [amira.upn!, '12'])
  expect(planOf(text).missing).toEqual(['the day of the test', 'the tool'])
  expect(planOf(text).rows).toEqual([])
  const chosen = planOf(text, { tool: sdq.key, day: '2026-11-01' })
  expect(scoreIn(chosen)).toMatchObject({ tool: sdq.key, day: '2026-11-01', value: 12 })
  expect(
    scoreIn(planOf(tsv(['UPN', 'Result'], [amira.upn!, '7y 3m']), { tool: salford.key, day: '2026-11-01' })),
  ).toMatchObject({ ageMonths: 87 })
  expect(planOf(tsv(['Class', 'Week'], ['4A', '2']), {}).missing).toContain('UPN, or surname and forename')
})

test('each wrong cell is named with what was expected, and the other rows go on', () => {
  const head = ['UPN', 'Test', 'Date of test', 'Raw score', 'Std Score', 'Reading age', 'Percentile', 'CI']
  const row = (...cells: string[]) => [amira.upn!, 'NGRT', ...cells]
  const plan = planOf(
    tsv(
      head,
      row('10/11/2026', '', '84', '', '', ''),
      row('31/02/2026', '', '84', '', '', ''),
      row('10/11/2027', '', '84', '', '', ''),
      row('03/05/2016', '', '84', '', '', ''),
      row('11/11/2026', '', 'good', '', '', ''),
      row('12/11/2026', '1,5', '84', '', '', ''),
      row('13/11/2026', '', '84', '7.5', '', ''),
      row('14/11/2026', '', '150', '', '', ''),
      row('15/11/2026', '', '84', '', '120', ''),
      row('16/11/2026', '', '84', '', '', '89-79'),
      row('17/11/2026', '', '', '', '', ''),
      [amira.upn!, 'Unheard of', '10/11/2026', '', '84', '', '', ''],
      [amira.upn!, 'NGRT', '18/11/2026', 'x', 'y', 'z', '', ''],
    ),
  )
  expect(said(plan)).toEqual([
    'new',
    'Date of test: found “31/02/2026”, expected a date that the calendar has, day before month, such as 10/03/2026',
    'Date of test: found “10/11/2027”, expected a date up to today, 20 Nov 2026',
    'Date of test: found “03/05/2016”, expected a date after the pupil was born, 4 May 2016',
    'Std Score: found “good”, expected a whole number from 40 to 160',
    'Raw score: found “1,5”, expected a number with a point, such as 1.5',
    expect.stringMatching(/^Reading age: found “7.5”, expected years and months with a colon/),
    'Std Score: found “150”, expected a score that NGRT can have: 150 is above 140, the highest',
    expect.stringMatching(/^Percentile: found “120”, expected a number from 0 to 100/),
    'Interval to: found “79”, expected the interval ends below where it begins',
    'Raw score, Std Score, Reading age, Percentile: found nothing, expected a score in one of them at least',
    'Test: found “Unheard of”, expected a tool of the school, such as NGRT',
    expect.stringMatching(/^Raw score: found “x”.*Std Score: found “y”.*Reading age: found “z”/),
  ])
})

test('nobody is matched by name alone: who may be meant is offered, and taken only when a person says so', () => {
  const text = tsv(['Name', 'DOB', 'Test', 'Date', 'SS'], ['Amira Kershaw', '', 'NGRT', '10/11/2026', '84'])
  const plan = planOf(text)
  expect(plan.rows[0]).toMatchObject({ outcome: 'refused', maybe: [amira.key], pupil: null })
  expect(said(plan)[0]).toMatch(/^Date of birth: found “?a name alone/)
  const settled = planOf(text, { pupils: new Map([[2, amira.key]]) })
  expect(scoreIn(settled).pupil).toBe(amira.key)
})
test('name and date of birth together match; twins of one name, and a UPN of another child, are doubts', () => {
  const rows = (...more: string[][]) =>
    planOf(
      tsv(
        ['UPN', 'Surname', 'Forename', 'DOB', 'Test', 'Date', 'SS'],
        ...more.map((cells) => [...cells, 'NGRT', '10/11/2026', '84']),
      ),
    )
  expect(scoreIn(rows(['', 'kershaw', 'AMIRA', '4 May 2016'])).pupil).toBe(amira.key)
  const wrong = rows(
    ['', 'Ward', 'Sam', '02/01/2015'],
    [leo.upn!, 'Kershaw', 'Amira', ''],
    ['', 'Kershaw', 'Amira', '05/04/2016'],
    ['A999999999999', '', '', ''],
    ['', 'Kershaw', '', '04/05/2016'],
  )
  expect(wrong.rows.map((row) => row.outcome === 'refused' && row.maybe)).toEqual([
    [twinA.key, twinB.key],
    [leo.key, amira.key],
    [amira.key],
    [],
    [],
  ])
  const archived = { ...school, pupils: [{ ...amira, archived: true }] }
  expect(
    said(
      planOf(tsv(['UPN', 'Test', 'Date', 'SS'], [amira.upn!, 'NGRT', '10/11/2026', '84']), {}, archived),
    )[0],
  ).toMatch(/archived/)
})

test('twice the same is once; twice different is neither', () => {
  const head = ['UPN', 'Test', 'Date', 'Form', 'SS']
  const plan = planOf(
    tsv(
      head,
      [amira.upn!, 'NGRT', '10/11/2026', 'A', '84'],
      [amira.upn!, 'NGRT', '2026-11-10', 'a', '84'],
      [amira.upn!, 'NGRT', '10/11/2026', 'B', '86'],
      [leo.upn!, 'NGRT', '10/11/2026', '', '90'],
      [leo.upn!, 'NGRT', '10/11/2026', '', '91'],
    ),
  )
  expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['new', 'unchanged', 'new', 'refused', 'refused'])
  expect(plan.rows[1]!.notices[0]!.message).toBe('Says the same as row 2')
  expect(said(plan)[3]).toMatch(/with other numbers/)
})
test('a second import of the same file adds nothing; a stored score is never written over', () => {
  const text = tsv(['UPN', 'Test', 'Date', 'SS', 'RA'], [amira.upn!, 'NGRT', '10/11/2026', '84', '7:03'])
  const first = planOf(text)
  const row = first.rows[0]!
  if (row.outcome !== 'new') throw new Error('new')
  const stored = { ...kept(row.score.record), key: row.score.key }
  const again = planOf(text, {}, { ...school, scores: [stored] })
  expect(again.counts).toEqual({ new: 0, unchanged: 1, refused: 0 })
  // Two people who import it at once make one row.
  expect(planOf(text).rows[0]).toEqual(row)
  const otherwise = planOf(text.replace('84', '86'), {}, { ...school, scores: [stored] })
  expect(said(otherwise)[0]).toBe(
    'Standardised score: found “86”, expected 84, as is on record for that day: change the score itself if the file is right',
  )
  // What the file leaves blank is no contradiction.
  const less = planOf(
    tsv(['UPN', 'Test', 'Date', 'SS'], [amira.upn!, 'NGRT', '10/11/2026', '84']),
    {},
    { ...school, scores: [stored] },
  )
  expect(less.counts.unchanged).toBe(1)
  // Undone, it is archived: the file can come in again, under another key.
  const undone = planOf(text, {}, { ...school, scores: [{ ...stored, archived: true }] })
  expect(undone.counts.new).toBe(1)
  expect(undone.rows[0]).not.toEqual(row)
})

test('a list that leaves the form out makes no second score of one on record; another score of that day does', () => {
  const record = blank(Score, {
    pupil: amira.key,
    tool: ngrt.key,
    day: '2026-09-10',
    form: 'A',
    standardised: 84,
  })
  const existing = { ...school, scores: [kept(record)] }
  const list = (standardised: string) =>
    planOf(
      tsv(['UPN', 'Test', 'Date', 'SS'], [amira.upn!, 'NGRT', '10/09/2026', standardised]),
      {},
      existing,
    ).rows.map(({ outcome, notices }) => [outcome, ...notices.map(({ message }) => message)])
  expect(list('84')).toEqual([['unchanged', 'On record already, as form A']])
  expect(list('90')).toEqual([['new']])
})

test('the job has a step for each score that is taken and a line for each row', () => {
  const plan = planOf(
    tsv(
      ['UPN', 'Test', 'Date', 'SS'],
      [amira.upn!, 'NGRT', '10/11/2026', '84'],
      [leo.upn!, 'NGRT', '10/11/2026', 'x'],
    ),
  )
  const job = scoresJobPlan(plan)
  expect(job).toMatchObject({ kind: 'import', title: 'Import of 1 score' })
  expect(job.steps.map(({ type, pupil: of, do: verb }) => [type, of, verb])).toEqual([
    ['Score', amira.key, 'create'],
  ])
  expect(job.lines?.map(({ how }) => how)).toEqual(['new', 'refused'])
})
test('the refused rows come back as a file that can be mended and imported again', () => {
  const head = ['UPN', 'Test', 'Date', 'SS', 'Comment']
  const plan = planOf(
    tsv(head, [amira.upn!, 'NGRT', '10/11/2026', '84', ''], [leo.upn!, 'NGRT', '10/11/2026', 'x', '=1+1']),
  )
  const csv = refusedCsv(plan)
  expect(csv).not.toContain(amira.upn!)
  expect(csv).toContain("'=1+1")
  const mended = csv.replace(',x,', ',90,')
  const again = planOf(mended)
  expect(again.counts).toEqual({ new: 1, unchanged: 0, refused: 0 })
  expect(scoreIn(again)).toMatchObject({ pupil: leo.key, standardised: 90 })
})
test('three thousand rows against as many stored are checked in a moment', () => {
  const pupils = Array.from({ length: 1000 }, (_, i) =>
    pupil(`Name${i}`, `First${i}`, `A8012${String(i).padStart(8, '0')}`),
  )
  const rows = pupils.flatMap((one) =>
    ['01/09/2026', '01/10/2026', '01/11/2026'].map((day) => [one.upn!, 'NGRT', day, '95']),
  )
  const began = performance.now()
  const plan = planOf(tsv(['UPN', 'Test', 'Date', 'SS'], ...rows), {}, { ...school, pupils })
  expect(plan.counts.new).toBe(3000)
  expect(performance.now() - began).toBeLessThan(3000)
})

test('a day with a time of day behind its serial number is that day, and a number that is no day is refused', () => {
  const list = (day: string) => tsv(['UPN', 'Tool', 'Date', 'SS'], [amira.upn!, 'NGRT', day, '84'])
  for (const [cell, day] of [
    ['46309.5', '2026-10-14'],
    ['46309.999988', '2026-10-14'],
    ['46309', '2026-10-14'],
  ] as const)
    expect(scoreIn(planOf(list(cell))).day).toBe(day)
  for (const cell of ['4630.95', '463095.5', '46309.', '46309.5.1', '46309,5'])
    expect(said(planOf(list(cell)))[0], cell).toContain('a date that the calendar has')
})
