import { expect, test } from 'vitest'
import { Contributor } from '../../src/domain/records/contributor.ts'
import { OutcomeProgress } from '../../src/domain/records/outcomeProgress.ts'
import { Review } from '../../src/domain/records/review.ts'
import { goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

/** A review that is being planned and has a date, opened at one of its blocks. */
const planned = async (local: Local, block: string) => {
  const { records } = await recordsOf(local).store(Review).all()
  const review = records.find(({ stage, meetingDate }) => stage === 'planning' && meetingDate !== null)!
  await goTo(local, `review/${review.key}/${block}`)
  await local.frame.getByRole('navigation', { name: 'Parts of the review' }).waitFor()
  return review
}

test('one button opens every outcome of the review, and one marks everybody as invited, with a way back', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const review = await planned(local, 'outcomes')
  await frame.getByRole('button', { name: /^Review all \d outcomes$/ }).click()
  const outcomes = frame.getByRole('article')
  await expect
    .poll(() => frame.getByRole('combobox', { name: 'Progress' }).count())
    .toBe(await outcomes.count())
  const progress = () => recordsOf(local).store(OutcomeProgress).about('review', review.key)
  expect((await progress()).records).toHaveLength(await outcomes.count())

  // Somebody who is added after the invitations went out is marked by the list of people.
  const people = async () => (await recordsOf(local).store(Contributor).about('review', review.key)).records
  const reviews = recordsOf(local).store(Review)
  await reviews.update(await reviews.byKey(review.key), { invitationsSent: review.meetingDate })
  await local.page.reload()
  await goTo(local, `review/${review.key}/people`)
  await frame.getByRole('button', { name: /^Mark all named people as invited/ }).click()
  await expect.poll(async () => (await people()).every(({ invited }) => invited)).toBe(true)
  // Once in sight and once for a screen reader, which has it for a moment only.
  await frame
    .getByText(/marked as invited/)
    .first()
    .waitFor()
  // One message at a time: the one before has gone.
  const undo = frame.getByRole('button', { name: 'Undo' })
  await expect.poll(() => undo.count()).toBe(1)
  await undo.click()
  await expect.poll(async () => (await people()).some(({ invited }) => invited)).toBe(false)
})

test('who may only read from now on is told so once; the page closes and keeps what was typed', async () => {
  const local = await openLocal({ page: 'teams' })
  local.ignore(/403/)
  const { frame, page } = local
  await planned(local, 'child')
  const field = frame.getByRole('textbox', { name: 'What is hard for me' })
  await expect.poll(() => field.isEditable()).toBe(true)
  await local.server.emulator.admin.member('/sites/oakfield-senco', 'senco', 'read')
  await field.fill('The bell')
  await page.keyboard.press('Tab')
  await frame.getByText(/You can read these records but not change them/).waitFor()
  expect(await field.inputValue()).toBe('The bell')
  expect(await field.getAttribute('readonly')).not.toBeNull()
  expect(await frame.getByRole('button', { name: 'Send the invitations' }).count()).toBe(0)
  await frame.getByRole('button', { name: 'Let my text go' }).click()
  // What can't be changed is read as text, without a box.
  await frame.getByRole('group', { name: 'What is hard for me' }).getByText('Nothing said').waitFor()
})
