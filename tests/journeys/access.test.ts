import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readParagraphs } from '../../src/documents/readParagraphs.ts'
import { Adjustment } from '../../src/domain/records/adjustment.ts'
import { ExamArrangement } from '../../src/domain/records/examArrangement.ts'
import { ExamDate } from '../../src/domain/records/examDate.ts'
import { ExamEvidence } from '../../src/domain/records/examEvidence.ts'
import { ExamForm } from '../../src/domain/records/examForm.ts'
import { fullName, Pupil } from '../../src/domain/records/pupil.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const bytesOf = async (local: Local, press: () => Promise<void>) => {
  const coming = local.page.waitForEvent('download')
  await press()
  await forWhom(local)
  const file = await coming
  const path = join(await mkdtemp(join(tmpdir(), 'goldthread-access-')), 'file')
  await file.saveAs(path)
  return new Uint8Array(await readFile(path))
}
const wordsIn = (docx: Uint8Array): string =>
  readParagraphs(strFromU8(unzipSync(docx)['word/document.xml']!))
    .map(({ text }) => text)
    .join('\n')

/** A field whose choices are typed for. */
const choose = async (
  { frame }: Local,
  form: ReturnType<Local['frame']['getByRole']>,
  name: RegExp,
  option: string,
) => {
  await form.getByRole('combobox', { name }).fill(option)
  await frame.getByRole('option', { name: option, exact: true }).click()
}

/** A line of Today that has no day: its group is long and begins with its first rows. */
const onToday = async (local: Local, words: string | RegExp): Promise<void> => {
  const { frame } = local
  await goTo(local, 'today?show=records')
  const line = frame.getByText(words).first()
  const more = frame.getByRole('button', { name: /^Show (all|\d+ more of) / })
  await expect
    .poll(
      async () => {
        if (await line.isVisible()) return true
        if (await more.first().isVisible()) await more.first().click()
        return false
      },
      { timeout: 30_000 },
    )
    .toBe(true)
}

test('a candidate for extra time: what is missing stands there with why, until evidence, assessment, rest breaks and the notice are recorded', async () => {
  const school = 'northmoor'
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local, school)
  const [{ records: pupils }, { records: taken }] = await Promise.all([
    records.store(Pupil).all(),
    records.store(ExamArrangement).all(),
  ])
  const busy = new Set(taken.map(({ pupil }) => pupil))
  const pupil = pupils.find(
    ({ key, status, left, yearGroup }) =>
      status === 'K' && left === null && yearGroup === '11' && !busy.has(key),
  )!
  const name = fullName(pupil)
  await goTo(local, 'access/arrangements', school)
  await frame.getByRole('heading', { level: 1, name: 'Access' }).waitFor()
  await frame.getByRole('table').first().waitFor()
  await local.shot('access-arrangements-1440')
  expect(await seriousOn(local)).toEqual([])

  await frame.getByRole('button', { name: 'Add an arrangement' }).click()
  const form = frame.getByRole('form', { name: 'Add an arrangement' })
  await form.getByRole('combobox', { name: /^Pupil/ }).fill(name)
  await frame
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .click()
  await choose(local, form, /^Exams or tests/, 'GCSE, A level and other JCQ exams')
  await choose(local, form, /^Arrangement/, 'Extra time, up to 25%')
  await form.getByRole('textbox', { name: 'Season' }).fill('June 2027')
  await form.getByRole('button', { name: 'Add an arrangement' }).click()
  await frame.getByRole('heading', { level: 1, name }).waitFor()
  await frame.getByText('Who settles it?').first().waitFor()
  const mine = async () => (await records.store(ExamArrangement).about('pupil', pupil.key)).records[0]
  const key = (await mine())!.key

  // What usually holds is offered, with where it is written; nobody is told what to decide.
  const said = frame.getByRole('region', { name: 'What the records suggest' })
  await said.getByText('No assessment is recorded').waitFor()
  await said.getByText('No evidence of the normal way of working yet').waitFor()
  await said.getByRole('button', { name: 'Take that over' }).click()
  await expect.poll(async () => (await mine())?.way).toBe('approval')
  await local.shot('access-arrangement-1440')
  expect(await seriousOn(local)).toEqual([])

  // A teacher's sentence, on the pupil's own page.
  await goTo(local, `pupil/${pupil.key}/access`, school)
  const log = frame.getByRole('region', { name: 'Normal way of working' })
  await log.getByRole('button', { name: 'Note what was seen' }).click()
  const note = frame.getByRole('form', { name: 'Note what was seen' })
  await note.getByRole('textbox', { name: 'Said or seen by' }).fill('Priya Nair')
  await note.getByRole('textbox', { name: 'What was seen' }).fill('Half done in the time, the rest in green.')
  await note.getByRole('button', { name: 'Note what was seen' }).click()
  await expect
    .poll(async () => (await records.store(ExamEvidence).about('pupil', pupil.key)).records[0]?.source)
    .toBe('teacher')
  await local.shot('access-pupil-1440')
  expect(await seriousOn(local)).toEqual([])

  // Form 8: nobody assesses before Part 1.
  await goTo(local, 'access/form8', school)
  await frame.getByRole('button', { name: 'Begin a form' }).click()
  const begin = frame.getByRole('form', { name: 'Begin a form' })
  await begin.getByRole('combobox', { name: /^Pupil/ }).fill(name)
  await frame
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .click()
  await begin.getByRole('button', { name: 'Begin a form' }).click()
  const next = frame.getByRole('group', { name: 'What comes next' })
  await next.getByRole('button', { name: 'Part 1 complete today' }).waitFor()
  expect(await next.getByRole('button', { name: 'Assessed today' }).count()).toBe(0)
  await next.getByRole('button', { name: 'Part 1 complete today' }).click()
  await next.getByRole('button', { name: 'Assessed today' }).click()
  await expect
    .poll(async () => (await records.store(ExamForm).about('pupil', pupil.key)).records[0]?.part2On)
    .toBeTruthy()
  const scores = frame.getByRole('region', { name: 'Scores' })
  for (const [area, score] of [
    ['Speed of writing', '82'],
    ['Working memory', '87'],
  ] as const) {
    await scores.getByRole('button', { name: 'Add a score' }).click()
    const add = frame.getByRole('form', { name: 'Add a score' })
    await add.getByRole('textbox', { name: /^Test\b/ }).fill('A test')
    await choose(local, add, /^Area of skill/, area)
    await add.getByRole('textbox', { name: 'Standardised score' }).fill(score)
    await add.getByRole('button', { name: 'Add a score' }).click()
    await scores.getByText(`${score} · ${area}`).waitFor()
  }
  await local.shot('access-form8-1440')
  expect(await seriousOn(local)).toEqual([])

  await goTo(local, `access/arrangements/${key}`, school)
  await said.getByText('Nothing is written down about supervised rest breaks').waitFor()
  await next.getByRole('button', { name: 'Rest breaks first' }).click()
  await choose(
    local,
    frame.locator('main'),
    /^Supervised rest breaks first/,
    'Tried, and they are not enough',
  )
  await expect.poll(async () => (await mine())?.restBreaks).toBe('tried')
  // Nothing is applied for before the candidate was told.
  expect(await next.getByRole('button', { name: 'Applied or notified today' }).count()).toBe(0)
  await next.getByRole('button', { name: 'Told today where the data go' }).click()
  await said.getByText('The scores and the evidence point to extra time. The decision is yours.').waitFor()
  await next.getByRole('button', { name: 'Applied or notified today' }).click()
  await next.getByRole('button', { name: 'Agreed today' }).click()
  await expect.poll(async () => (await mine())?.agreedOn).toBeTruthy()

  // The evidence as one paper.
  await frame.getByRole('button', { name: 'Evidence for exam arrangements' }).first().click()
  const pack = frame.getByRole('region', { name: 'Evidence for exam arrangements' })
  const paper = wordsIn(
    await bytesOf(local, () => pack.getByRole('button', { name: 'Download for Word' }).click()),
  )
  expect(paper).toContain('Half done in the time, the rest in green.')
  expect(paper).toContain('82')
  expect(paper).toContain('the SENCO decides what to ask for')
  const sheet = unzipSync(
    await bytesOf(local, () => pack.getByRole('button', { name: 'Evidence for Excel' }).click()),
  )
  expect(strFromU8(sheet['xl/sharedStrings.xml']!)).toContain('Half done in the time')

  await goTo(local, `pupil/${pupil.key}/chronology`, school)
  await frame.getByText('Agreed: Extra time, up to 25% (June 2027)').first().waitFor()

  // The list for the exams office: in Word and in Excel, of one season.
  await goTo(local, 'access/arrangements', school)
  const list = frame.getByRole('region', { name: 'List of candidates' })
  await list.getByRole('combobox', { name: 'Season' }).selectOption('June 2027')
  const word = wordsIn(
    await bytesOf(local, () => list.getByRole('button', { name: 'Candidates for Word' }).click()),
  )
  expect(word).toContain(name)
  const book = unzipSync(
    await bytesOf(local, () => list.getByRole('button', { name: 'Candidates for Excel' }).click()),
  )
  expect(strFromU8(book['xl/sharedStrings.xml']!)).toContain('Extra time, up to 25%')
}, 300_000)

test('deadlines begin with days of earlier years, which say that they are to be checked, and stand on Today', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  await goTo(local, 'access/examDates')
  const known = frame.getByRole('region', { name: 'Days of earlier years' })
  const what = 'Notifications for key stage 2 tests (scribe, transcript, word processor)'
  await known.getByRole('button', { name: `Add: ${what}` }).click()
  const form = frame.getByRole('form', { name: 'Add this deadline' })
  await form.getByRole('button', { name: 'Add this deadline' }).click()
  await expect
    .poll(async () => (await records.store(ExamDate).all()).records.find((one) => one.what === what)?.sure)
    .toBe('memory')
  // It is offered once.
  await known.getByRole('button', { name: `Add: ${what}` }).waitFor({ state: 'detached' })
  await local.shot('access-deadlines-1440')
  expect(await seriousOn(local)).toEqual([])
  await onToday(local, `Find out a deadline: ${what}`)
})

test('an adjustment is decided with reasons either way; disabled pupils without SEN are counted apart', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  const [{ records: all }, { records: pupils }] = await Promise.all([
    records.store(Adjustment).all(),
    records.store(Pupil).all(),
  ])
  const waiting = all.find(({ decidedOn, adjustment }) => decidedOn === null && adjustment === null)!
  const now = async () => records.store(Adjustment).byKey(waiting.key)
  const disabledOnly = pupils.filter(
    ({ disability, status, left }) => disability === true && status === 'N' && left === null,
  )
  await goTo(local, 'access/adjustments')
  const sets = frame.getByRole('region', { name: 'Disability and SEN' })
  await sets
    .getByRole('row', { name: new RegExp(`^Disabled, without SEN ${disabledOnly.length}$`) })
    .waitFor()
  await local.shot('access-adjustments-1440')
  expect(await seriousOn(local)).toEqual([])

  await goTo(local, `access/adjustments/${waiting.key}`)
  const next = frame.getByRole('group', { name: 'What comes next' })
  await next.getByRole('button', { name: 'Decline, with reasons' }).waitFor()
  // It is declined with reasons only.
  expect(await next.getByRole('button', { name: 'Declined today' }).count()).toBe(0)
  await frame
    .getByRole('textbox', { name: 'What the school does about it' })
    .fill('Lessons that need most are put into the morning.')
  await next.getByRole('button', { name: 'In place from today' }).click()
  await expect.poll(async () => (await now()).inPlaceFrom).toBeTruthy()
  expect((await now()).decidedOn).toBeTruthy()
  await frame.getByText('In place', { exact: true }).first().waitFor()
})

test('the accessibility plan is printed for the public, and Today asks for the next one before it ends', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  await goTo(local, 'access/accessibility')
  const paper = frame.getByRole('region', { name: 'The plan as a paper' })
  const said = wordsIn(
    await bytesOf(local, () => paper.getByRole('button', { name: 'Plan for Word' }).click()),
  )
  for (const part of ['Taking part in the curriculum', 'Buildings and grounds', 'Written information'])
    expect(said).toContain(part)
  expect(said).toContain('Edges of steps marked in a strong colour')
  await local.shot('access-plan-1440')
  expect(await seriousOn(local)).toEqual([])
  await onToday(local, /^The accessibility plan (ends on .*|has ended): write the next one$/)
  await goTo(local, 'access/safety')
  await frame.getByText('Personal emergency evacuation plan (PEEP)').first().waitFor()
  await local.shot('access-safety-1440')
  expect(await seriousOn(local)).toEqual([])
})
