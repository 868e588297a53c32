import type { FrameLocator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ChronologyEntry } from '../../src/domain/records/chronologyEntry.ts'
import { Review } from '../../src/domain/records/review.ts'
import { UnsavedText } from '../../src/domain/records/unsavedText.ts'
import { goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const planned = async (local: Local) => {
  const { records } = await recordsOf(local).store(Review).all()
  return records.find(({ stage, meetingDate }) => stage === 'planning' && meetingDate !== null)!
}
const atBlock = async (frame: FrameLocator, review: { readonly key: string }, block: string) => {
  await goTo({ frame }, `review/${review.key}/${block}`)
  await frame.getByRole('navigation', { name: 'Parts of the review' }).waitFor()
}
/** Whoever is not the SENCO says first what the record is opened for. */
const openedForReview = async (frame: FrameLocator, review: { readonly key: string }, block: string) => {
  await goTo({ frame }, `review/${review.key}/${block}`)
  await frame.getByRole('button', { name: /An annual review$/ }).click()
  await frame.getByRole('navigation', { name: 'Parts of the review' }).waitFor()
}
/** Another page of the same Microsoft 365, of another person. */
const secondPage = async (local: Local, persona: string): Promise<{ page: Page; frame: FrameLocator }> => {
  const context = await local.page
    .context()
    .browser()!
    .newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      timezoneId: 'Europe/London',
    })
  context.setDefaultTimeout(40_000)
  const page = await context.newPage()
  await page.goto(`${local.server.origin}/teams/?as=${persona}&theme=default`)
  return { page, frame: page.frameLocator('iframe[name="app"]') }
}
const unsavedTexts = async (local: Local) =>
  (await recordsOf(local).store(UnsavedText).all()).records.map(({ field, typed }) => [field, typed])
const reload = async (local: Local, review: { readonly key: string }, block: string) => {
  await local.page.reload()
  await atBlock(local.frame, review, block)
}
const stored = async (local: Local, key: string) => recordsOf(local).store(Review).byKey(key)

test('two people in one field see both texts, and keep mine, keep theirs and a third text each end as chosen', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const review = await planned(local)
  const other = await secondPage(local, 'it')
  await atBlock(frame, review, 'child')
  await openedForReview(other.frame, review, 'child')
  const labels = ['What is going well for me', 'What is hard for me', 'What I want to change'] as const
  const choices = ['Keep mine', 'Keep theirs', 'Edit'] as const
  const fields = ['childGoingWell', 'childHard', 'childWants'] as const
  for (const [at, label] of labels.entries()) {
    const theirs = other.frame.getByLabel(label, { exact: true })
    await theirs.fill(`${label}: the bell is loud and long`)
    await theirs.blur()
    await expect.poll(async () => (await stored(local, review.key))[fields[at]!]).toMatch(/loud and long/)
    const mine = frame.getByLabel(label, { exact: true })
    await mine.fill(`${label}: the bell is shrill and long`)
    await mine.blur()
    const card = frame.getByRole('region', { name: `Two texts for ${label}` })
    await card.waitFor()
    const words = await card.innerText()
    expect(words).toMatch(/stored another text here at \d\d:\d\d/)
    expect(words).toMatch(/loud/)
    expect(words).toMatch(/shrill/)
    if (at === 0) await local.shot('drafts-conflict')
    await card.getByRole('button', { name: choices[at]! }).click()
    // The pressed button has gone: the field has the focus.
    await expect.poll(() => mine.evaluate((element) => element === document.activeElement)).toBe(true)
    if (at < 2) continue
    await mine.fill(`${label}: the bell is loud, shrill and long`)
    expect(await card.innerText()).toMatch(/Theirs[^]*loud[^]*Yours[^]*shrill/)
    await local.shot('drafts-third')
    await card.getByRole('button', { name: 'Store what I wrote' }).click()
  }
  await expect
    .poll(async () => {
      const row = await stored(local, review.key)
      return fields.map((field) => row[field]?.replace(/^.*: the bell is /, ''))
    })
    .toEqual(['shrill and long', 'loud and long', 'loud, shrill and long'])
  await expect.poll(() => frame.getByRole('region', { name: /^Two texts/ }).count()).toBe(0)
})

test('different fields of one record merge, and who changed the other is said quietly', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const review = await planned(local)
  const other = await secondPage(local, 'it')
  await atBlock(frame, review, 'child')
  await openedForReview(other.frame, review, 'child')
  await other.frame.getByRole('textbox', { name: 'What is hard for me' }).fill('Their field')
  await other.frame.getByRole('textbox', { name: 'What is hard for me' }).blur()
  await expect.poll(async () => (await stored(local, review.key)).childHard).toBe('Their field')
  await frame.getByRole('textbox', { name: 'My hopes for the future' }).fill('My field')
  await frame.getByRole('textbox', { name: 'My hopes for the future' }).blur()
  await frame.getByText(/^Also changed by/).waitFor()
  expect(await frame.getByRole('textbox', { name: 'What is hard for me' }).inputValue()).toBe('Their field')
  expect(await stored(local, review.key)).toMatchObject({
    childHard: 'Their field',
    childAspirations: 'My field',
  })
})

test('half a date outlives a reload, and leaves nothing behind when it is let go', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  const review = await planned(local)
  await atBlock(frame, review, 'meeting')
  const meeting = frame.getByRole('textbox', { name: 'Meeting', exact: true })
  await meeting.fill('10/')
  await meeting.blur()
  await expect.poll(() => unsavedTexts(local)).toEqual([['meetingDate', '10/']])
  await page.waitForTimeout(500)
  await reload(local, review, 'meeting')
  await frame.getByText(/^You typed this at \d\d:\d\d and it isn’t stored yet/).waitFor()
  expect(await meeting.inputValue()).toBe('10/')
  await local.shot('drafts-found')
  await frame.getByRole('button', { name: 'Let it go' }).click()
  await expect.poll(() => unsavedTexts(local)).toEqual([])
  expect(await meeting.inputValue()).not.toBe('10/')
  const all = (await recordsOf(local).store(UnsavedText).allWithArchived()).records
  expect(all.every(({ typed, before }) => typed === null && before === null)).toBe(true)
})

test('a new record that was begun outlives a reload and is stored once', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  const review = await planned(local)
  await atBlock(frame, review, 'actions')
  await frame.getByRole('button', { name: 'Add an action' }).click()
  await frame.getByRole('textbox', { name: /^Action/ }).fill('Ring the bell maker')
  await expect.poll(async () => (await unsavedTexts(local)).length).toBe(1)
  await page.waitForTimeout(500)
  await reload(local, review, 'actions')
  await frame.getByText(/^You began a new action/).waitFor()
  await frame.getByRole('button', { name: 'Go on with it' }).click()
  expect(await frame.getByRole('textbox', { name: /^Action/ }).inputValue()).toBe('Ring the bell maker')
  await frame.getByRole('button', { name: 'Add an action' }).click()
  await frame.getByText('Ring the bell maker').waitFor()
  await expect.poll(() => unsavedTexts(local)).toEqual([])
})

test('without a network the text stays, leaving warns, and when it is back a reload loses nothing', async () => {
  const local = await openLocal({ page: 'teams' })
  local.ignore(/ERR_INTERNET_DISCONNECTED/)
  const { frame, page } = local
  const review = await planned(local)
  await atBlock(frame, review, 'child')
  const field = frame.getByRole('textbox', { name: 'What is hard for me' })
  await page.context().setOffline(true)
  await field.fill('The bell')
  await field.blur()
  await frame.getByText(/Not saved: you are offline\. Your text is kept here/).waitFor()
  const asked = page.waitForEvent('dialog')
  void page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await page.context().setOffline(false)
  await expect.poll(async () => (await stored(local, review.key)).childHard).toBe('The bell')
  await frame.getByText(/^Saved \d\d:\d\d/).waitFor()
  await reload(local, review, 'child')
  expect(await field.inputValue()).toBe('The bell')
})

test('the history names who changed what, and one field or a whole version is put back, with a way back from that', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const review = await planned(local)
  await atBlock(frame, review, 'child')
  const field = frame.getByRole('textbox', { name: 'What is hard for me' })
  const first = await stored(local, review.key)
  await recordsOf(local).store(Review).update(first, { childHard: 'Written by mistake', place: 'Room 9' })
  await frame.getByRole('button', { name: 'History' }).click()
  const panel = frame.getByRole('dialog', { name: 'History of this annual review' })
  await panel.getByText('Written by mistake').first().waitFor()
  await local.shot('drafts-history')
  await panel.getByRole('button', { name: 'Put this back' }).last().click()
  await local.shot('drafts-history-ask')
  await panel.getByRole('button', { name: 'Put it back' }).click()
  await expect.poll(async () => (await stored(local, review.key)).childHard).toBe(first.childHard)
  await panel.getByRole('button', { name: 'Close the history' }).click()
  await expect.poll(() => field.inputValue()).toBe(first.childHard ?? '')
  await frame.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await stored(local, review.key)).childHard).toBe('Written by mistake')
})

test('an entry of the chronology keeps the day it happened apart from the day it was written, and takes no day to come', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const { pupil } = await planned(local)
  await goTo({ frame }, `pupil/${pupil}/chronology`)
  await frame.getByRole('button', { name: 'Add an entry' }).first().click()
  const day = frame.getByRole('textbox', { name: /^Happened on/ })
  await day.fill('tomorrow')
  await frame.getByRole('combobox', { name: /^Kind/ }).fill('tele')
  await frame.getByRole('option', { name: 'Telephone call' }).click()
  await frame.getByRole('textbox', { name: /^What happened/ }).fill('Mother rang about the bell.')
  await frame.getByRole('button', { name: 'Add an entry' }).click()
  await frame.getByText(/^Happened on can’t be later than/).waitFor()
  await day.fill('1 Sep 2025')
  await frame.getByRole('button', { name: 'Add an entry' }).click()
  await frame.getByText(/^Happened 1 Sep 2025 · written down .* by Helen Marsh/).waitFor()
  const { records } = await recordsOf(local).store(ChronologyEntry).about('pupil', pupil)
  expect(records.filter(({ happenedOn }) => happenedOn === '2025-09-01')).toHaveLength(1)
})
