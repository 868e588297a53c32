import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { expect, inject, test } from 'vitest'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { AssessmentTool } from '../../src/domain/records/assessmentTool.ts'
import { Goal } from '../../src/domain/records/goal.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Score } from '../../src/domain/records/score.ts'
import { addDays, londonDay, showDay } from '../../src/domain/rules/day.ts'
import { byKey, goalsByLine, impactOf } from '../../src/domain/rules/impact.ts'
import { showMain } from '../../src/domain/rules/scoring.ts'
import { madeUpXlsx, textSheet } from '../importing/madeUpXlsx.ts'
import { seriousOn } from './axe.ts'
import { goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const today = londonDay(new Date())

/** A line with a start and an end whose figures suggest something that nobody has decided yet. */
const undecided = async (local: Local) => {
  const records = recordsOf(local)
  const [lines, scores, tools] = await Promise.all([
    records.store(Allocation).all(),
    records.store(Score).all(),
    records.store(AssessmentTool).all(),
  ])
  const given = { scores: byKey(scores.records), tools: byKey(tools.records), goals: goalsByLine([]) }
  const line = lines.records.find(
    (one) => one.exitScore !== null && impactOf(one, given).suggestion !== null,
  )!
  return records.store(Allocation).update(line, { effect: null })
}

test('what support changed is suggested with its reasons and stored only when a person takes it', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  const line = await undecided(local)
  const lines = recordsOf(local).store(Allocation)
  await goTo(local, `pupil/${line.pupil}/progress`)
  const support = frame.getByRole('region', { name: 'What support changed' })
  const bar = support.getByRole('region', { name: 'What the figures suggest' }).first()
  await bar.waitFor()
  await frame.getByRole('region', { name: 'Progress over time' }).getByRole('figure').first().waitFor()
  await local.shot('progress')
  expect(await seriousOn(local)).toEqual([])
  await bar.getByRole('button', { name: 'Why' }).focus()
  await page.keyboard.press('Enter')
  await frame.getByText('You decide; nothing is stored by itself').waitFor()
  await local.shot('progress-why')
  await page.keyboard.press('Escape')
  expect((await lines.byKey(line.key)).effect).toBeNull()
  await bar.getByRole('button', { name: 'Use it' }).click()
  await support.getByText('You said that it worked').first().waitFor()
  expect((await lines.byKey(line.key)).effect).not.toBeNull()
  await frame.getByRole('button', { name: 'Undo' }).click()
  await bar.waitFor()
  expect((await lines.byKey(line.key)).effect).toBeNull()
})

test('what is expected is drawn from its start; a score set right keeps how it was, and an archived one comes back', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  const scores = (await records.store(Score).all()).records
  const ages = (await records.store(AssessmentTool).all()).records.find(({ scale }) => scale === 'age')!
  const own = byKey(scores)
  // A line of a reading group that is over: until when it ran is as its group has it.
  const line = (await records.store(Allocation).all()).records.find(
    ({ entryScore, until, expectedGain }) =>
      own.get(entryScore ?? '')?.tool === ages.key && until === null && expectedGain !== null,
  )!
  const begun = own.get(line.entryScore!)!
  await records.store(Allocation).update(line, { expectedGain: null })
  await goTo(local, `pupil/${line.pupil}/progress`)
  const over = frame.getByRole('region', { name: 'Progress over time' })
  const chart = over.getByRole('figure', { name: new RegExp(`^${ages.name}`) })
  await chart.waitFor()
  expect(await chart.getByText(/Expected:/).count()).toBe(0)
  const support = frame.getByRole('region', { name: 'What support changed' })
  const gain = support.getByRole('textbox', { name: /^Expected gain, month/ }).first()
  await gain.fill('4')
  await gain.press('Tab')
  const until = showMain(begun.ageMonths! + 4, ages)
  await chart
    .getByText(new RegExp(`Expected: ${until} by `))
    .first()
    .waitFor()
  await local.shot('progress-expected')

  // Set right: the number changes, and what it was stands in the history.
  const table = frame.getByRole('table', { name: 'Scores' })
  const change = table.getByRole('button', {
    name: new RegExp(`^Change ${ages.name} .*${showDay(begun.day)}`),
  })
  await change.click()
  const raw = frame.getByRole('textbox', { name: 'Raw score' })
  await raw.fill(String(begun.raw! + 1))
  await raw.press('Tab')
  await expect
    .poll(async () => (await records.store(Score).byKey(begun.key)).raw, { timeout: 10_000 })
    .toBe(begun.raw! + 1)
  await frame.getByRole('region', { name: 'Scores' }).getByRole('button', { name: 'History' }).click()
  const history = frame.getByRole('dialog')
  await history.getByText('Raw score').first().waitFor()
  await history.getByText(String(begun.raw)).first().waitFor()
  await local.shot('progress-history')
  await local.page.keyboard.press('Escape')

  await frame.getByRole('region', { name: 'Scores' }).getByRole('button', { name: 'Archive' }).click()
  await support.getByText('The score that was chosen here is archived').waitFor()
  expect(await chart.getByText(/Expected:/).count()).toBe(0)
  await local.shot('progress-archived')
  await support.getByRole('button', { name: 'Bring back the score at the start' }).click()
  await chart
    .getByText(new RegExp(`Expected: ${until} by `))
    .first()
    .waitFor()
  expect((await records.store(Score).byKey(begun.key)).archived).toBe(false)
  expect(await seriousOn(local)).toEqual([])
  await local.close()
})

test('a score is typed with years and months, stands in the table with its percentile, and a goal is rated by its step', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const pupil = (await recordsOf(local).store(Pupil).all()).records.find(
    ({ status, left, yearGroup }) => status === 'N' && left === null && yearGroup === 'R',
  )!
  await goTo(local, `pupil/${pupil.key}/progress`)
  await frame.getByRole('button', { name: 'Add a score' }).click()
  const form = frame.getByRole('form', { name: 'Add a score' })
  await form.getByRole('combobox', { name: /^Tool/ }).fill('NGRT')
  await frame.getByRole('option', { name: 'NGRT' }).click()
  await form.getByRole('textbox', { name: 'Standardised score' }).fill('84')
  const age = form.getByRole('textbox', { name: 'Age equivalent' })
  await age.fill('7.5')
  await form.getByRole('button', { name: 'Add a score' }).click()
  await form.getByText('years and months with a colon').waitFor()
  await age.fill('7y 3m')
  await form.getByRole('button', { name: 'Add a score' }).click()
  const row = frame.getByRole('table', { name: 'Scores' }).getByRole('row').nth(1)
  await row.getByText('7:03').waitFor()
  await row.getByText('84 below average').waitFor()
  await row.getByText('14th').waitFor()
  await row.getByRole('button', { name: /^Change NGRT 84/ }).click()
  const raw = frame.getByRole('textbox', { name: 'Raw score' })
  await raw.fill('23')
  await raw.press('Tab')
  await row.getByText('23', { exact: true }).waitFor()
  await local.shot('progress-score')

  await frame.getByRole('button', { name: 'Add a goal' }).click()
  const goal = frame.getByRole('form', { name: 'Add a goal' })
  await goal.getByRole('textbox', { name: /^Goal/ }).fill('Asks for help by herself')
  await goal.getByRole('textbox', { name: 'As expected (0)' }).fill('Once a lesson')
  await goal.getByRole('textbox', { name: 'More than expected (+1)' }).fill('In most lessons')
  await goal.getByRole('button', { name: 'Add a goal' }).click()
  await frame.getByRole('button', { name: /^Asks for help by herself/ }).click()
  const steps = frame.getByRole('list', { name: 'Steps of this goal' })
  await steps.getByRole('button', { name: 'Reached: More than expected (+1)' }).click()
  await frame.getByText('All goals together: T score').waitFor()
  await frame.getByRole('button', { name: '60.0' }).waitFor()
  await local.shot('progress-goal')
  expect(await seriousOn(local)).toEqual([])
  const stored = (await recordsOf(local).store(Goal).about('pupil', pupil.key)).records
  expect(stored).toMatchObject([{ reached: 'more', rated: today }])
})

test('a tool is taken up with a click, and bands of its own that can’t be read are named line by line', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  await goTo(local, 'school/tools')
  await frame.getByRole('button', { name: 'Choose from a list' }).click()
  await frame.getByRole('button', { name: 'Add YARC, accuracy' }).click()
  await frame.getByText('YARC, accuracy added', { exact: true }).waitFor()
  await local.shot('tools')
  expect(await seriousOn(local)).toEqual([])
  await frame.getByRole('button', { name: 'Close the list' }).click()
  await frame.getByRole('button', { name: /^YARC, accuracy/ }).click()
  const bands = frame.getByRole('textbox', { name: 'Bands of standardised scores' })
  await bands.fill('average from 90\n85 low')
  await bands.press('Tab')
  await frame.getByText('Line 1, “average from 90”').waitFor()
  await bands.fill('90 average\n0 to watch')
  await bands.press('Tab')
  await frame.getByText('Scores are called: average from 90, to watch from 0').waitFor()
  await frame.getByRole('button', { name: 'How figures are read' }).click()
  await frame.getByRole('rowheader', { name: 'Below that' }).first().waitFor()
  await local.shot('tools-read')
})

test('a list of scores comes in row by row: doubts settled, wrong cells named, nothing twice, all of it undone', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  const scores = recordsOf(local).store(Score)
  const before = (await scores.all()).records.length
  const onRoll = (await recordsOf(local).store(Pupil).all()).records.filter(
    ({ left, upn, yearGroup }) => left === null && upn !== null && yearGroup === 'R',
  )
  const [one, two, three, four] = [onRoll[0]!, onRoll[1]!, onRoll[2]!, onRoll[3]!]
  const day = addDays(today, -3).split('-').toReversed().join('/')
  const rows = [
    ['UPN', 'Name', 'DOB', 'Test', 'Date of test', 'Std Score', 'Reading Age'],
    [one.upn!, '', '', 'NGRT', day, '84', '7:03'],
    ['', `${two.surname}, ${two.forename}`, two.dateOfBirth, 'ngrt', day, '97', '<6:00'],
    ['', `${three.surname}, ${three.forename}`, '', 'NGRT', day, '101', ''],
    [four.upn!, '', '', 'NGRT', day, '1,5', '7.5'],
    [four.upn!, '', '', 'NGRT', '31/02/2026', '99', ''],
  ]
  const path = join(inject('scratch'), 'Autumn scores.xlsx')
  await writeFile(path, madeUpXlsx([{ name: 'Scores', xml: textSheet(rows) }]))
  await goTo(local, 'provision/impact')
  await frame.getByRole('link', { name: 'Import scores' }).click()
  await frame.locator('input[type=file]').setInputFiles(path)
  await frame.getByRole('tab', { name: 'Not taken 3', selected: true }).waitFor()
  await frame.getByText('found “1,5”, expected a number with a point').waitFor()
  await frame.getByText('a date that the calendar has').waitFor()
  await local.shot('scores-preview')
  expect(await seriousOn(local)).toEqual([])
  // A name alone is nobody until somebody says so.
  const maybe = frame.getByRole('listitem').filter({ hasText: 'Row 4' })
  await maybe.getByRole('button').first().click()
  await frame.getByRole('tab', { name: 'To store 3' }).click()
  await frame.getByText('standardised 97 · age below 6:00').waitFor()
  await frame.getByRole('button', { name: 'Import 3 scores' }).click()
  await frame.getByText('3 stored, 0 there already, 2 not taken').waitFor()
  expect((await scores.all()).records.length).toBe(before + 3)
  const download = page.waitForEvent('download')
  await frame.getByRole('button', { name: 'Download the rows not taken' }).click()
  const file = await textOf(await (await download).createReadStream())
  expect(file).toContain('What to put right')
  expect(file).toContain(four.upn!)
  expect(file).not.toContain(one.upn!)
  await local.shot('scores-done')

  await frame.getByRole('button', { name: 'Import another file' }).click()
  await frame.locator('input[type=file]').setInputFiles(path)
  await frame.getByRole('tab', { name: 'There already 2' }).waitFor()
  await frame.getByRole('button', { name: 'Nothing to import' }).waitFor()

  await goTo(local, 'records/jobs')
  await frame.getByRole('link', { name: /^Import of 3 scores/ }).click()
  await frame.getByRole('button', { name: 'Undo', exact: true }).click()
  await frame.getByRole('button', { name: 'Undo this job' }).click()
  await expect.poll(async () => (await scores.all()).records.length, { timeout: 20_000 }).toBe(before)
})
