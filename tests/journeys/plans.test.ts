import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readParagraphs } from '../../src/documents/readParagraphs.ts'
import { CostingRulebook } from '../../src/domain/records/costingRulebook.ts'
import { Cycle } from '../../src/domain/records/cycle.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { fullName, Pupil } from '../../src/domain/records/pupil.ts'
import { SlotPupil } from '../../src/domain/records/slotPupil.ts'
import { StaffConcern } from '../../src/domain/records/staffConcern.ts'
import { addDays, londonDay, showDay } from '../../src/domain/rules/day.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const today = londonDay(new Date())

/** The words of the Word file that a button of a card gives. */
const wordsOf = async (local: Local, card: string): Promise<string> => {
  const coming = local.page.waitForEvent('download')
  await local.frame
    .getByRole('region', { name: card })
    .getByRole('button', { name: 'Download for Word' })
    .click()
  await forWhom(local)
  const path = join(await mkdtemp(join(tmpdir(), 'goldthread-plans-')), 'paper.docx')
  await (await coming).saveAs(path)
  const parts = unzipSync(new Uint8Array(await readFile(path)))
  return readParagraphs(strFromU8(parts['word/document.xml']!))
    .map(({ text }) => text)
    .join('\n')
}

test('the days of a plan can’t be wrong, a step is for a fortnight, hints stop nobody, and what was said with parents is on the paper', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  const records = recordsOf(local)
  const pupils = (await records.store(Pupil).all()).records
  const pupil = pupils.find(({ status, left, dateOfBirth }) => status === 'N' && !left && dateOfBirth)!
  const now = async () => (await records.store(Cycle).about('pupil', pupil.key)).records[0]!
  await goTo(local, `pupil/${pupil.key}/plan`)
  await frame.getByRole('button', { name: 'Start a plan' }).click()
  await frame.getByRole('textbox', { name: 'What the concern is' }).fill('Loses the order of steps.')
  const begun = frame.getByRole('textbox', { name: /^Began on/ })
  await begun.fill('1 Jan 2090')
  await frame.getByRole('button', { name: 'Start this plan' }).click()
  await frame.getByText(/^Began on can’t be later than/).waitFor()
  expect(await frame.getByRole('textbox', { name: 'What the concern is' }).inputValue()).toBe(
    'Loses the order of steps.',
  )
  await begun.fill(showDay(today))
  await frame.getByRole('button', { name: 'Start this plan' }).click()
  const plan = frame.getByRole('region', { name: 'Plan 1' })
  const part = (name: string) => plan.getByRole('region', { name, exact: true })

  // What was done lies behind: a day to come is refused, with the words still in the field.
  const assessed = part('Assess').getByRole('textbox', { name: 'Assessment finished on' })
  await assessed.fill('1 Jan 2090')
  await assessed.press('Tab')
  await part('Assess')
    .getByText(/^Assessment finished on can’t be later than/)
    .waitFor()
  expect(await assessed.inputValue()).toBe('1 Jan 2090')
  await assessed.fill('')
  await assessed.press('Tab')
  // A plan is not agreed before it began; the day on which it began can be set right.
  await part('Plan').getByRole('button', { name: 'Change: Plan' }).click()
  const agreed = part('Plan').getByRole('textbox', { name: 'Plan agreed on' })
  await agreed.fill(showDay(addDays(today, -10)))
  await agreed.press('Tab')
  await part('Plan')
    .getByText(/^The plan is agreed on or after the day on which it began/)
    .waitFor()
  await local.shot('plans-days')
  const began = part('Assess').getByRole('textbox', { name: /^Began on/ })
  await began.fill(showDay(addDays(today, -14)))
  await began.press('Tab')
  await expect.poll(async () => (await now()).agreedOn).toBe(addDays(today, -10))

  // The ladder: a vague target is hinted at and stored all the same; the step under it is for a fortnight.
  await part('Plan').getByRole('button', { name: 'Add a target', exact: true }).click()
  const target = part('Plan').getByRole('form', { name: 'Add this target' })
  await target.getByRole('textbox', { name: 'Outcome', exact: true }).fill('Improve listening')
  await target.getByText(/can’t be seen or counted/).waitFor()
  await local.shot('plans-hint')
  await target.getByRole('button', { name: 'Add this target' }).click()
  await target.waitFor({ state: 'detached' })
  await part('Plan')
    .getByRole('button', { name: /Improve listening/ })
    .click()
  await part('Plan').getByRole('button', { name: 'Add a step towards it', exact: true }).click()
  const step = part('Plan').getByRole('form', { name: 'Add this step' })
  await step.getByRole('textbox', { name: 'Outcome', exact: true }).fill('Says the first step aloud.')
  await step.getByRole('button', { name: 'Add this step' }).click()
  await step.waitFor({ state: 'detached' })
  await part('Plan')
    .getByRole('list', { name: 'Steps towards it' })
    .getByText('Says the first step aloud.')
    .waitFor()
  const outcomes = (await records.store(Outcome).about('pupil', pupil.key)).records
  expect(outcomes.find(({ kind }) => kind === 'step')?.by).toBe(addDays(today, 14))
  await local.shot('plans-ladder')
  expect(await seriousOn(local)).toEqual([])

  // A conversation with parents counts at once, and stands in the plan that the family gets.
  await frame.getByText(/^Conversations with parents in/).waitFor()
  await frame.getByRole('button', { name: 'Write down a conversation' }).click()
  const talk = frame.getByRole('form', { name: 'Write down a conversation' })
  await talk.getByRole('textbox', { name: /^What happened/ }).fill('At home the picture list helps.')
  await talk.getByRole('button', { name: 'Write down a conversation' }).click()
  await frame.getByRole('button', { name: /^1 of \d$/ }).waitFor()
  await page.setViewportSize({ width: 360, height: 800 })
  await frame.getByRole('button', { name: 'Print or download this plan' }).click()
  await local.shot('plans-360')
  expect(await seriousOn(local)).toEqual([])
  const paper = await wordsOf(local, 'Plan 1 on paper')
  expect(paper).toContain('At home the picture list helps.')
  expect(paper).toContain('Says the first step aloud.')
})

test('every field of a kind of provision is typed, stored, read again, told by the history and on the catalogue’s paper', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  const store = recordsOf(local).store(Provision)
  const texts = {
    'What it is': 'Short games that teach taking turns.',
    'What it should change': 'Waits for three others before speaking.',
    'Who it is for': 'Pupils who speak over others every day.',
    'When it ends': 'Four weeks with two reminders a day or fewer.',
    'What it rests on': 'Our own figures of last year.',
    'Training that staff need': 'Half a day with Mrs Hale.',
  }
  await goTo(local, 'provision/catalogue')
  await frame.getByRole('button', { name: 'Add provision' }).first().click()
  const form = frame.getByRole('form', { name: 'Add provision' })
  const choose = async (label: RegExp, option: string) => {
    await form.getByRole('combobox', { name: label }).click()
    await frame.getByRole('option', { name: option, exact: true }).click()
  }
  await form.getByRole('textbox', { name: /^Provision/ }).fill('T'.repeat(130))
  await form.getByRole('textbox', { name: 'Usual minutes a session' }).fill('-20')
  for (const [label, words] of Object.entries(texts))
    await form.getByRole('textbox', { name: label, exact: true }).fill(words)
  await form.getByRole('button', { name: 'Add provision' }).click()
  await form.getByText('Use 120 characters or fewer; this has 130').waitFor()
  await form.getByText(/^Usual minutes a session is a whole number from 0 to 600/).waitFor()
  await form.getByText('Level is needed').waitFor()
  await local.shot('plans-offer-wrong')
  expect(await form.getByRole('textbox', { name: 'When it ends' }).inputValue()).toBe(texts['When it ends'])
  await form.getByRole('textbox', { name: /^Provision/ }).fill('Turn-taking games')
  await form.getByRole('textbox', { name: 'Usual minutes a session' }).fill('20')
  await form.getByRole('radio', { name: 'Targeted', exact: true }).click()
  await choose(/^Area of need/, 'Communication and interaction')
  await choose(/^Kind of line/, 'Teaching assistant')
  await form.getByRole('button', { name: 'Add provision' }).click()
  await form.waitFor({ state: 'detached' })
  const kept = async () => (await store.all()).records.find(({ name }) => name === 'Turn-taking games')!
  expect(await kept()).toMatchObject({
    level: 'targeted',
    minutes: 20,
    description: texts['What it is'],
    intended: texts['What it should change'],
    entry: texts['Who it is for'],
    exit: texts['When it ends'],
    evidenceBase: texts['What it rests on'],
    training: texts['Training that staff need'],
  })

  // Found by a word of it, opened, changed: the history has both.
  await frame.getByRole('searchbox', { name: 'Find what is on offer: search' }).fill('speak over others')
  await frame.getByRole('button', { name: /^Turn-taking games/ }).click()
  for (const [label, words] of Object.entries(texts))
    await expect.poll(() => frame.getByRole('textbox', { name: label, exact: true }).inputValue()).toBe(words)
  const ends = frame.getByRole('textbox', { name: 'When it ends' })
  await ends.fill('Six weeks with two reminders a day or fewer.')
  await ends.press('Tab')
  await expect.poll(async () => (await kept()).exit).toMatch(/^Six weeks/)
  await frame.getByRole('button', { name: 'History' }).click()
  const history = frame.getByRole('dialog')
  await history.getByText('When it ends').first().waitFor()
  await history.getByText('Half a day with Mrs Hale.').first().waitFor()
  await history.getByRole('button', { name: 'Close the history' }).click()

  await page.setViewportSize({ width: 360, height: 800 })
  await frame.getByRole('button', { name: 'Print or download' }).click()
  await local.shot('plans-offer-360')
  expect(await seriousOn(local)).toEqual([])
  const paper = await wordsOf(local, 'What we offer, on paper')
  for (const words of Object.values({ ...texts, 'When it ends': 'Six weeks with two reminders' }))
    expect(paper).toContain(words)
  expect(paper).toContain('20 minutes')
})

test('an authority’s costing rules refuse what can’t be, keep what was typed, and take back a change', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const store = recordsOf(local).store(CostingRulebook)
  await goTo(local, 'school/costing')
  await frame.getByRole('button', { name: 'Write an authority’s rules' }).click()
  const form = frame.getByRole('form', { name: 'Write an authority’s rules' })
  await form.getByRole('textbox', { name: /^In force from/ }).fill('31/2/2026')
  await form.getByRole('button', { name: 'Write an authority’s rules' }).click()
  await form.getByText('Local authority is needed').waitFor()
  await form.getByText(/^In force from is a date/).waitFor()
  await form.getByRole('textbox', { name: /^In force from/ }).fill('1 Apr 2026')
  await form.getByRole('textbox', { name: /^Local authority/ }).fill('Netherby Council')
  await form.getByRole('button', { name: 'Write an authority’s rules' }).click()
  await form.waitFor({ state: 'detached' })
  const book = async () =>
    (await store.all()).records.find(({ authority }) => authority === 'Netherby Council')!
  const field = (name: string) => frame.getByRole('textbox', { name })
  const typed = async (name: string, text: string) => {
    await field(name).fill(text)
    await field(name).press('Tab')
  }
  await typed('Teaching weeks in a year', '60')
  await frame.getByText(/^Teaching weeks in a year is a number from 1 to 52/).waitFor()
  await typed('An hour of a teaching assistant', '-4')
  await frame.getByText(/^An hour of a teaching assistant is an amount in pounds and pence/).waitFor()
  await local.shot('plans-costing-wrong')
  expect(await seriousOn(local)).toEqual([])
  // What can't be stored is still there after a look elsewhere.
  await goTo(local, 'school/levels')
  await frame.getByRole('heading', { level: 1 }).first().waitFor()
  await goTo(local, 'school/costing')
  await frame.getByRole('button', { name: /^Netherby Council/ }).click()
  await expect.poll(() => field('Teaching weeks in a year').inputValue()).toBe('60')
  await typed('Teaching weeks in a year', '38')
  await typed('An hour of a teaching assistant', '17.20')
  await expect.poll(async () => [(await book()).weeks, (await book()).taRate]).toEqual([38, 1720])
  await typed('Teaching weeks in a year', '39')
  await expect.poll(async () => (await book()).weeks).toBe(39)

  await frame.getByRole('button', { name: 'History' }).click()
  const history = frame.getByRole('dialog')
  await history.getByText('Teaching weeks in a year').first().waitFor()
  await history.getByRole('button', { name: 'Put this back' }).first().click()
  await history.getByRole('button', { name: 'Put it back' }).click()
  // What one person typed in one go is one entry: it goes back to what stood before the first of it.
  await expect.poll(async () => (await book()).weeks).toBeNull()
  expect((await book()).taRate).toBe(1720)
})

test('a teacher reads back whom a concern is about, also once the pupil stands in no list of hers', async () => {
  const local = await openLocal({ page: 'teams', persona: 'teacher' })
  const { frame, page } = local
  const records = recordsOf(local)
  const pupils = (await records.store(Pupil).all()).records
  await goTo(local, 'concerns')
  const own = frame.getByRole('region', { name: 'What you have said' })
  await own.getByRole('heading', { level: 3 }).first().waitFor()
  expect(await own.getByText('A pupil', { exact: false }).count()).toBe(0)

  const coming = (await records.store(SlotPupil).all()).records
  const one = pupils.find(({ key, left }) => !left && coming.some(({ pupil }) => pupil === key))!
  await frame.getByRole('button', { name: 'Raise a concern' }).click()
  const form = frame.getByRole('form', { name: 'Send to the SENCO' })
  await form.getByRole('combobox', { name: 'Pupil' }).fill(fullName(one))
  await frame
    .getByRole('option', { name: new RegExp(`^${fullName(one)}`) })
    .first()
    .click()
  await form.getByRole('textbox', { name: 'What you see' }).fill('Hides under the table at noise.')
  await form.getByRole('button', { name: 'Send to the SENCO' }).click()
  await own.getByText('Hides under the table at noise.').waitFor()
  const [said] = (await records.store(StaffConcern).all()).records.filter(({ seen }) => seen === 'Hides under the table at noise.') // prettier-ignore
  expect([said!.pupil, said!.pupilName]).toEqual([one.key, fullName(one)])

  // The SENCO has nothing to match: whom it is about was chosen.
  await page.goto(page.url().replace('as=teacher', 'as=senco'))
  await goTo(local, 'concerns')
  const fresh = frame.getByRole('region', { name: 'New from staff' })
  const mine = fresh.locator('> div').filter({ hasText: 'Hides under the table at noise.' })
  await mine.getByRole('heading', { level: 3, name: new RegExp(`^${fullName(one)}`) }).waitFor()
  expect(await mine.getByRole('combobox').count()).toBe(0)
  await mine.getByRole('button', { name: 'Look into it' }).click()

  // Nobody is asked for a day that is over.
  await frame.getByRole('button', { name: 'Ask teachers' }).click()
  const ask = frame.getByRole('region', { name: 'Ask teachers' })
  await ask.getByRole('textbox', { name: 'Answer by' }).fill('1 Sep 2020')
  await ask.getByText('That day is over: choose today or a later one').waitFor()
  expect(await ask.getByRole('button', { name: /^Ask \d+ teacher/ }).isDisabled()).toBe(true)
})
