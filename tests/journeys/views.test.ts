import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readParagraphs } from '../../src/documents/readParagraphs.ts'
import { Disclosure } from '../../src/domain/records/disclosure.ts'
import { Phrase } from '../../src/domain/records/phrase.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Question } from '../../src/domain/records/question.ts'
import { Review } from '../../src/domain/records/review.ts'
import { View } from '../../src/domain/records/view.ts'
import { WaitingAnswer } from '../../src/domain/records/waitingAnswer.ts'
import { madeUpXlsx, textSheet } from '../importing/madeUpXlsx.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const headings = ['ID', 'Start time', 'Completion time', 'Email', 'Name', 'Your name', 'Class', 'What is going well?', 'What is hard?'] // prettier-ignore

const viewsFrom = async (local: Local, form: string) =>
  (await recordsOf(local).store(View).all()).records.filter(({ source }) => source === form)

test('answers of a form find their pupils, the others stay in sight, and the same file again stores nothing twice', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const { records: reviews } = await recordsOf(local).store(Review).all()
  const planned = reviews.find(({ stage }) => stage === 'circulated' || stage === 'adviceRequested')!
  const known = await recordsOf(local).store(Pupil).byKey(planned.pupil)
  const { records: pupils } = await recordsOf(local).store(Pupil).all()
  const other = pupils.find(({ key, status }) => key !== known.key && status === 'K')!
  const words = '  i like maths\n\nand   "Ben"  '
  const answer = (id: string, name: string, className: string, well: string, hard: string) => [
    ...[id, '', `2026-10-0${id} 09:00:00`, '', 'Ms Dale', name, className, well, hard],
  ]
  const rows = [
    headings,
    answer('1', `${known.surname}, ${known.forename}`, known.className ?? '', words, 'its LOUD'),
    answer('2', 'Zzedekiah Nobody', 'Oak', 'all of it', ''),
    answer('3', other.forename.slice(0, 1), '', 'drawing', ''),
  ]
  const file = {
    name: 'What I think(1-3).xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(madeUpXlsx([{ name: 'Sheet1', xml: textSheet(rows) }])),
  }
  await goTo(local, 'forms')
  await frame.getByLabel('Answers of a form').setInputFiles(file)
  expect(await frame.getByLabel('Name of the form').inputValue()).toBe('What I think')
  expect(await frame.getByLabel('Your name is').inputValue()).toBe('name')
  await frame.getByRole('button', { name: 'Nobody matches 2' }).waitFor()
  await local.shot('forms-preview')
  expect(await seriousOn(local, 'forms')).toEqual([])
  await frame.getByRole('button', { name: 'Store 2 answers and keep 2 rows for later' }).click()
  await frame.getByText(/^2 answers are stored\. 2 rows match nobody yet: kept word for word/).waitFor()
  expect(
    (await viewsFrom(local, 'What I think'))
      .filter(({ pupil, sourceRow }) => pupil === known.key && sourceRow === 'answer 1')
      .map((view) => [view.question, view.words, view.review]),
  ).toEqual([
    ['What is going well?', words, planned.key],
    ['What is hard?', 'its LOUD', planned.key],
  ])

  // Nobody is lost: the page is left, another day one row is matched by hand and one is left out.
  await goTo(local, 'today')
  await frame.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  await goTo(local, 'forms')
  const waiting = frame.getByRole('region', { name: 'Answers that wait for a name' })
  await waiting.getByRole('heading', { name: '3 rows wait for a name' }).waitFor()
  await local.shot('forms-waiting')
  expect(await seriousOn(local, 'forms waiting')).toEqual([])
  const whose = waiting.getByRole('combobox', { name: 'Whose answer 3 of What I think is' })
  await whose.fill(`${other.forename} ${other.surname}`)
  await frame.getByRole('option').first().click()
  await waiting.getByRole('heading', { name: '2 rows wait for a name' }).waitFor()
  expect((await viewsFrom(local, 'What I think')).find(({ words }) => words === 'drawing')).toMatchObject({
    pupil: other.key,
    how: 'form',
    sourceRow: 'answer 3',
  })
  const before = (await viewsFrom(local, 'What I think')).length
  await frame.getByLabel('Answers of a form').setInputFiles(file)
  await frame.getByText('Matched by the earlier import').first().waitFor()
  await frame.getByText(/^Kept, and waits for a name/).waitFor()
  expect(await frame.getByRole('button', { name: 'Store 0 answers' }).isDisabled()).toBe(true)
  await local.shot('forms-result')
  await frame.getByRole('button', { name: 'Another file' }).click()
  const nobodys = waiting.getByRole('listitem').filter({ hasText: 'Zzedekiah Nobody' })
  await nobodys.getByRole('button', { name: 'Leave it out' }).click()
  await nobodys.waitFor({ state: 'detached' })
  await frame.getByRole('button', { name: 'Undo' }).click()
  await nobodys.waitFor()
  expect((await viewsFrom(local, 'What I think')).length).toBe(before)
  const { records: kept } = await recordsOf(local).store(WaitingAnswer).allWithArchived()
  const mine = kept.filter(({ saysName }) => saysName !== 'Me')
  expect(mine.map(({ words, pupil, archived }) => [words, pupil, archived]).toSorted()).toEqual([
    ['all of it', null, false],
    ['drawing', other.key, true],
  ])
})

test('words are typed from paper, and a page of questions with pictures is changed and printed', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  const { records } = await recordsOf(local).store(Pupil).all()
  const pupil = records.find(({ status, yearGroup }) => status === 'E' && yearGroup === '1')!
  await goTo(local, `pupil/${pupil.key}/views`)
  await frame.getByRole('button', { name: 'Type in what was said' }).click()
  await frame.getByRole('textbox', { name: /^Their words/ }).fill('i like the sand')
  await frame.getByRole('textbox', { name: /^Who helped/ }).fill('Ana Kos')
  await frame.getByRole('button', { name: 'Type in what was said' }).click()
  await frame.getByText('i like the sand').waitFor()
  await frame.getByText(/^On paper, .* helped by Ana Kos$/).waitFor()
  await frame.getByRole('button', { name: 'Questions to print' }).click()
  await frame.getByRole('heading', { name: 'What I think' }).waitFor()
  await local.shot('views-questions')
  expect(await seriousOn(local, 'views')).toEqual([])
  await frame.getByRole('button', { name: 'Change the questions' }).click()
  await frame.getByRole('button', { name: /I feel this at school/ }).click()
  await frame.getByRole('textbox', { name: /^Question/ }).fill('School is')
  await frame.getByRole('textbox', { name: /^Question/ }).blur()
  await expect
    .poll(async () => (await recordsOf(local).store(Question).all()).records.map(({ text }) => text))
    .toContain('School is')
  await frame.locator('body').evaluate(() => {
    window.print = () =>
      document.body.setAttribute('data-printed', document.querySelector('.paper')!.textContent)
  })
  await frame.getByRole('button', { name: 'Print the page' }).click()
  expect(await frame.locator('.paper').count()).toBe(0)
  await forWhom(local)
  await expect.poll(() => frame.locator('body').getAttribute('data-printed')).toContain('School is')

  // The same page in Word, to be changed there.
  await frame.getByRole('button', { name: 'Download for Word' }).click()
  const download = page.waitForEvent('download')
  await forWhom(local, 'The family')
  const copy = join(await mkdtemp(join(tmpdir(), 'questions-')), 'page.docx')
  await (await download).saveAs(copy)
  const bytes = await readFile(copy)
  const texts = readParagraphs(strFromU8(unzipSync(bytes)['word/document.xml']!)).map(({ text }) =>
    text.trim(),
  )
  expect(texts).toContain('School is')
  expect(texts).not.toContain('I feel this at school')
  await expect
    .poll(async () => {
      const { records: rows } = await recordsOf(local).store(Disclosure).all()
      return rows.filter(({ what }) => what === 'Questions').map(({ did, recipient }) => [did, recipient])
    })
    .toEqual([
      ['printed', 'school'],
      ['downloaded', 'family'],
    ])
})

test('who reads the SENCO’s records says for whom published profiles are printed; a teacher prints what was given to her', async () => {
  const printing = async (local: Local) => {
    await local.frame.locator('body').evaluate(() => {
      window.print = () =>
        document.body.setAttribute('data-printed', document.querySelector('.paper')!.textContent)
    })
    return () => local.frame.locator('body').getAttribute('data-printed')
  }
  const local = await openLocal({ page: 'teams' })
  await goTo(local, 'profiles')
  const print = local.frame.getByRole('button', { name: /^Print th/ })
  await print.waitFor()
  const printed = await printing(local)
  await print.click()
  expect(await printed()).toBeNull()
  await forWhom(local)
  // Whoever is found in another's profile is shown first.
  const all = local.frame.getByRole('button', { name: 'Print all the same' })
  await expect.poll(async () => (await all.isVisible()) || (await printed()) !== null).toBe(true)
  if (await all.isVisible()) {
    await local.frame.getByLabel('Why it goes with these in it').fill('Each teacher gets her own class')
    await all.click()
  }
  await expect.poll(printed).toMatch(/Confidential: for staff of/)
  await expect
    .poll(async () => {
      const { records: rows } = await recordsOf(local).store(Disclosure).all()
      return rows.some(
        ({ what, did, recipient }) => what === 'Staff profile' && did === 'printed' && recipient === 'school',
      )
    })
    .toBe(true)

  const teacher = await openLocal({ page: 'teams', persona: 'teacher' })
  await goTo(teacher, 'profiles')
  await teacher.frame.getByRole('button', { name: /^Print th/ }).waitFor()
  const hers = await printing(teacher)
  await teacher.frame.getByRole('button', { name: /^Print th/ }).click()
  await expect.poll(hers).toMatch(/Confidential: for staff of/)
})

test('the school’s phrases are pasted, one that names a pupil is left out, and one goes into a long text at the cursor', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  const { records: pupils } = await recordsOf(local).store(Pupil).all()
  const named = pupils.find(({ status }) => status === 'E')!
  await goTo(local, 'school/phrases')
  await frame.getByRole('button', { name: 'Paste many' }).click()
  await frame
    .getByRole('textbox', { name: /^Phrases, one a line/ })
    .fill(
      `What is working:\n- Counts out loud in the queue.\n- ${named.forename} ${named.surname} sits by the door.`,
    )
  await frame.getByText(/1 left out, as it names a pupil/).waitFor()
  await frame.getByRole('button', { name: 'Store 1 phrase' }).click()
  await frame.getByText('Counts out loud in the queue.').waitFor()
  await local.shot('phrases')
  expect(await seriousOn(local, 'phrases')).toEqual([])
  await frame.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await forWhom(local)
  expect((await download).suggestedFilename()).toBe('SEND phrases.txt')

  const { records: reviews } = await recordsOf(local).store(Review).all()
  const review = reviews.find(({ stage }) => stage === 'planning')!
  await goTo(local, `review/${review.key}/working`)
  const field = frame.getByRole('textbox', { name: 'What is working', exact: true })
  await field.fill('First. Last.')
  await field.press('Home')
  for (let i = 0; i < 6; i++) await field.press('ArrowRight')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await frame.getByRole('searchbox', { name: 'Search the phrases' }).fill('count queue')
  await local.shot('phrases-popover')
  await page.keyboard.press('Enter')
  await expect.poll(() => field.inputValue()).toBe('First. Counts out loud in the queue. Last.')
  await expect
    .poll(async () => (await recordsOf(local).store(Review).byKey(review.key)).working)
    .toBe('First. Counts out loud in the queue. Last.')
  expect(
    (await recordsOf(local).store(Phrase).all()).records.every(({ text }) => !text.includes(named.surname)),
  ).toBe(true)
})
