import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { expect, inject, test } from 'vitest'
import { readDocx } from '../../src/documents/readDocx.ts'
import { OutcomeProgress } from '../../src/domain/records/outcomeProgress.ts'
import { fullName, Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { focused, focusUnseen, tabTo } from './focus.ts'
import { openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

test('by keys alone, the focus seen at each stop: Today, a pupil of the register, a field, the review, an outcome, the minutes', async () => {
  const local = await openLocal({ page: 'teams', purpose: null })
  const { frame, page } = local
  const press = (key: string) => page.keyboard.press(key)
  const arrived = (name: string | RegExp) => expect.poll(() => focused(local)).toMatch(name)
  const records = recordsOf(local)
  const [reviews, progress] = await Promise.all([
    records.store(Review).all(),
    records.store(OutcomeProgress).all(),
  ])
  const review = reviews.records.find(
    ({ key, stage }) => stage === 'meetingHeld' && progress.records.some((one) => one.review === key),
  )!
  const pupil = await records.store(Pupil).byKey(review.pupil)
  const name = fullName(pupil)

  // Into the tab as Teams hands it the keyboard, then back to the bar.
  await frame.getByRole('heading', { level: 1, name: 'Today' }).focus()
  await tabTo(local, /^Register$/, 'Shift+Tab')
  await press('Enter')
  await arrived(/^Register$/)
  // Before the list is there, the key is that of the bar above.
  await frame.getByLabel('Search the register').waitFor()
  await press('/')
  await arrived(/Search the register/)
  await page.keyboard.type(name)
  await expect
    .poll(() => frame.getByRole('table', { name: 'SEND register' }).getByRole('row').count())
    .toBe(2)
  await tabTo(local, new RegExp(`^${name}`))
  await press('Enter')

  // Why it is opened, by Tab and Enter as well as by its number.
  await frame.getByRole('region', { name: /^Why are you opening/ }).waitFor()
  await arrived(name)
  await tabTo(local, /An annual review$/)
  await press('Enter')
  await arrived(/^Logged as: An annual review/)
  await tabTo(local, /^Details$/, 'Tab')
  await press('Enter')
  const adult = frame.getByRole('textbox', { name: 'Key adult' })
  await adult.waitFor()
  await tabTo(local, /^Key adult/)
  await press('ControlOrMeta+a')
  await page.keyboard.type('Mr Adeyemi')
  await press('Tab')
  await frame
    .getByText(/^Saved \d\d:\d\d$/)
    .first()
    .waitFor()
  expect(await records.store(Pupil).byKey(pupil.key)).toMatchObject({ keyAdult: 'Mr Adeyemi' })

  // The review that is open, and how far its first outcome has come.
  await tabTo(local, /^Reviews$/, 'Shift+Tab')
  await press('Enter')
  await frame.getByRole('button', { name: 'New review' }).waitFor()
  await tabTo(local, /review, \d/i)
  await press('Enter')
  await frame.getByRole('navigation', { name: 'Parts of the review' }).waitFor()
  await tabTo(local, /^Progress to outcomes/)
  await press('Enter')
  const outcome = frame.getByRole('article', { name: 'Outcome 1' })
  await outcome.getByRole('combobox', { name: 'Progress' }).waitFor()
  await tabTo(local, /^Progress\b/)
  await press('ControlOrMeta+a')
  await page.keyboard.type('gone')
  await frame.getByRole('option', { name: 'Gone back' }).waitFor()
  await press('ArrowDown')
  await press('Enter')
  await outcome
    .getByText(/^Saved \d\d:\d\d$/)
    .first()
    .waitFor()
  const stored = (await records.store(OutcomeProgress).about('review', review.key)).records
  expect(stored.some(({ rating }) => rating === 'regressed')).toBe(true)

  // The minutes, for whom, and the file.
  await tabTo(local, /^Download minutes$/)
  await press('Enter')
  await frame.getByRole('region', { name: 'Who is this for?' }).waitFor()
  await tabTo(local, /^Stays in school$/)
  expect(await focusUnseen(local)).toEqual([])
  const coming = page.waitForEvent('download')
  await press('Enter')
  const copy = join(inject('scratch'), 'minutes-by-keys.docx')
  await (await coming).saveAs(copy)
  expect(readDocx(new Uint8Array(await readFile(copy))).identity?.kind).toBe('reviewMinutes')
}, 300_000)

test('by keys alone in the pane, the focus seen at each stop: a review is chosen, its minutes inserted, its meeting opened', async () => {
  const local = await openLocal({ page: 'word', purpose: null })
  const { frame, page } = local
  const press = (key: string) => page.keyboard.press(key)
  const list = frame.getByRole('main').getByRole('listitem')
  await list.first().waitFor()
  const first = (await list.first().getByRole('button').innerText()).split('\n')[0]!
  await frame.getByRole('heading', { level: 1 }).first().waitFor()
  await frame.getByRole('combobox', { name: 'School' }).focus()
  await tabTo(local, new RegExp(first.slice(0, 12)))
  await press('Enter')
  await frame.getByRole('region', { name: /^Why are you opening/ }).waitFor()
  await press('2')
  await expect.poll(() => focused(local)).toMatch(/^Logged as: An annual review/)
  await tabTo(local, /^Insert minutes$/)
  await press('Enter')
  await frame.getByText('Minutes inserted').waitFor()
  await tabTo(local, /^Minutes$/, 'Shift+Tab')
  await press('ArrowRight')
  expect(await focusUnseen(local)).toEqual([])
  await press('Enter')
  await tabTo(local, /^Start the meeting$/)
}, 300_000)
