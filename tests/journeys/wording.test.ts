import { expect, test } from 'vitest'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Review } from '../../src/domain/records/review.ts'
import { View } from '../../src/domain/records/view.ts'
import { seriousOn } from './axe.ts'
import { goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

/** A line of Section F, opened where it is written. */
const openLine = async (local: Local): Promise<void> => {
  const { records } = await recordsOf(local).store(Allocation).all()
  const line = records.find(({ inPlan, until }) => inPlan && !until) ?? records.find(({ inPlan }) => inPlan)!
  await goTo(local, `pupil/${line.pupil}/provision/${line.key}`)
  await local.frame.getByRole('textbox', { name: 'As the plan specifies it' }).waitFor()
}

test('a vague line is marked, the mark leads to its words, and mending them takes it away', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  await openLine(local)
  const field = frame.getByRole('textbox', { name: 'As the plan specifies it' })
  await field.fill('Regular phonics for 20 minutes, one to one with a TA.')
  const notes = frame.getByRole('region', { name: 'Wording of As the plan specifies it' })
  await notes.getByText('Regular', { exact: true }).waitFor()
  await expect
    .poll(() => frame.locator('output', { hasText: '2 notes on the wording' }).count())
    .toBeGreaterThan(0)
  await notes.getByRole('button', { name: 'Show “Regular”' }).click()
  expect(
    await field.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    ),
  ).toBe('Regular')
  expect(await seriousOn(local, 'wording notes')).toEqual([])
  await local.shot('wording-field')
  await page.keyboard.type('Daily')
  await notes.waitFor({ state: 'detached' })
  expect(await field.inputValue()).toBe('Daily phonics for 20 minutes, one to one with a TA.')

  // What is put aside stays aside for the page, and comes back when asked.
  await field.fill('Opportunities for phonics.')
  await notes.getByRole('button', { name: 'Not now' }).click()
  await notes.getByText('put aside').waitFor()
  await notes.getByRole('button', { name: 'Show again' }).click()
  await notes.getByText('Opportunities for').waitFor()
})

test('the checklist of a review counts what is there and leads to a field that is missing', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const reviews = recordsOf(local).store(Review)
  const held = (await reviews.all()).records.find(({ stage }) => stage === 'meetingHeld')!
  const review = await reviews.update(held, { childViewsHow: null })
  for (const view of (await recordsOf(local).store(View).about('review', review.key)).records)
    await recordsOf(local).store(View).update(view, { how: null })
  await goTo(local, `review/${review.key}/child`)
  await frame.getByRole('link', { name: /^Checklist: \d+ of 100$/ }).click()
  const list = frame.getByRole('region', { name: 'Checklist' })
  const before = await list.getByRole('heading', { name: /of 100/ }).textContent()
  expect(await seriousOn(local, 'checklist')).toEqual([])
  await local.shot('wording-checklist')
  await list.getByRole('link', { name: 'How the child’s views were gathered' }).click()
  const field = frame.getByRole('textbox', { name: 'How the child’s views were gathered' })
  await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true)
  await field.fill('In a conversation with pictures')
  await field.blur()
  await frame
    .getByText(/^Saved \d\d:\d\d$/)
    .first()
    .waitFor()
  await frame.getByRole('link', { name: /^Checklist: \d+ of 100$/ }).click()
  await expect.poll(() => list.getByRole('heading', { name: /of 100/ }).textContent()).not.toBe(before)
})

test('in Word, a note on the wording of an action leads to its words in the document', async () => {
  const local = await openLocal({ page: 'word', viewport: { width: 1000, height: 900 } })
  const { frame, page } = local
  await frame.getByRole('main').getByRole('listitem').first().getByRole('button').click()
  await frame.getByRole('button', { name: 'Insert minutes' }).click()
  await frame.getByText('Minutes inserted').waitFor()
  await page
    .locator('[data-tag^="ac."][data-tag$=".what"]')
    .last()
    .getByRole('textbox')
    .first()
    .fill('School to look into a sensory room asap')
  await frame.getByRole('button', { name: 'Read back' }).click()
  await frame.getByRole('button', { name: /^Notes on the wording: \d+$/ }).click()
  const show = frame.getByRole('button', { name: 'Show “asap”' })
  await show.waitFor()
  expect(await seriousOn(local, 'wording in the pane')).toEqual([])
  await local.shot('wording-pane')
  await show.click()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString() ?? '')).toBe('asap')
  await frame.getByRole('button', { name: /^Checklist: \d+ of 100$/ }).click()
  await local.shot('wording-pane-checklist')
})
