import { expect, test } from 'vitest'
import { Action } from '../../src/domain/records/action.ts'
import { Contributor } from '../../src/domain/records/contributor.ts'
import { MeetingPoint } from '../../src/domain/records/meetingPoint.ts'
import { fullName, Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { View } from '../../src/domain/records/view.ts'
import { paragraphsOf } from '../../src/documents/paragraphs.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { gatherReview } from '../../src/ui/gatherReview.ts'
import { seriousOn } from './axe.ts'
import { goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const today = new Date().toISOString().slice(0, 10)
/** A review that is about to be held, with an outcome and people. */
const nextReview = async (local: Local) => {
  const { records } = await recordsOf(local).store(Review).all()
  return (
    records.find(({ stage }) => stage === 'circulated') ??
    records.find(({ stage, meetingDate }) => stage === 'adviceRequested' && meetingDate !== null)!
  )
}
const viewsOf = async (local: Local, review: string) =>
  (await recordsOf(local).store(View).about('review', review)).records

test('a whole meeting is held, and the minutes say in their own words what people said', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  const review = await nextReview(local)
  await goTo(local, `live/${review.key}`)
  await frame.getByRole('heading', { name: 'Who is here' }).waitFor()
  await frame.getByRole('button', { name: 'Start the meeting' }).click()
  await frame.getByRole('timer').waitFor()
  expect(await frame.locator(':focus').innerText()).toBe('Who is here')

  // Who is here: a click each, and somebody who turned up.
  await frame
    .getByRole('group', { name: 'Parent or carer: at the meeting' })
    .first()
    .getByRole('button', { name: 'In person' })
    .click()
  await frame.getByRole('button', { name: 'Add somebody who came' }).click()
  await frame.getByRole('textbox', { name: /^Name/ }).fill('Wanda Kos')
  await frame.getByRole('combobox', { name: /^Role/ }).fill('Other')
  await frame.getByRole('option', { name: 'Other', exact: true }).click()
  await frame.getByRole('button', { name: 'Add somebody who came' }).click()
  await frame.getByRole('group', { name: 'Who is speaking' }).getByText('Wanda Kos').waitFor()
  await expect
    .poll(async () => {
      const { records } = await recordsOf(local).store(Contributor).about('review', review.key)
      return records.filter(({ attended }) => attended === 'inPerson').map(({ role }) => role)
    })
    .toEqual(['parent', 'other'])
  await local.shot('live-people')

  // By keyboard alone: the next part, the child speaks, Escape, the parent speaks.
  await frame.getByRole('heading', { name: /^Meeting/ }).focus()
  await page.keyboard.press('ArrowRight')
  await frame.getByRole('heading', { name: 'The child’s views' }).waitFor()
  await page.keyboard.press('1')
  const words = 'i dont like it wen the bell goes\n\nit is to LOUD!!'
  const box = frame.getByRole('textbox', { name: / says$/ })
  await box.fill(words)
  await local.shot('live-child')
  await page.keyboard.press('Escape')
  await page.keyboard.press('2')
  await expect.poll(async () => (await viewsOf(local, review.key)).map((view) => view.words)).toContain(words)
  await box.fill('Ona nie śpi przed szkołą.')
  await frame.getByRole('button', { name: 'Language, helper, question' }).click()
  await frame.getByRole('textbox', { name: /^Language/ }).fill('Polish')
  await frame.getByRole('textbox', { name: /^Who helped/ }).fill('Wanda Kos')
  await frame.getByRole('button', { name: 'Keep these words' }).click()
  await frame.getByText('Ona nie śpi przed szkołą.').and(frame.locator('span')).waitFor()

  // Something is parked, and becomes an action.
  await frame.getByRole('textbox', { name: 'Park this' }).fill('Bus times in winter')
  await frame.getByRole('button', { name: 'Park it' }).click()
  await frame.getByRole('button', { name: 'Make it an action' }).click()
  await expect
    .poll(
      async () => (await recordsOf(local).store(MeetingPoint).about('review', review.key)).records[0]?.state,
    )
    .toBe('action')

  await goTo(local, `live/${review.key}/recommendation`)
  await frame.getByRole('heading', { name: 'Recommendations' }).waitFor()
  await frame.getByRole('radio', { name: 'Amend the plan' }).first().click()
  await frame.getByRole('textbox', { name: 'Reasons', exact: true }).fill('Section F is out of date.')
  await goTo(local, `live/${review.key}/actions`)
  await frame.getByRole('heading', { name: 'Actions agreed' }).waitFor()
  await frame.getByRole('textbox', { name: /^What will be done/ }).fill('Ask for a hearing test')
  const who = frame.getByRole('combobox', { name: 'Who' })
  await who.fill('Wan')
  await frame.getByRole('option', { name: 'Wanda Kos' }).click()
  await frame.getByRole('button', { name: 'Add the action' }).click()
  await expect
    .poll(async () => (await recordsOf(local).store(Action).about('review', review.key)).records)
    .toMatchObject([{ what: 'Bus times in winter' }, { what: 'Ask for a hearing test', owner: 'Wanda Kos' }])

  await frame.getByRole('button', { name: 'End the meeting' }).first().click()
  const end = frame.getByRole('region', { name: 'End the meeting' })
  await end.getByText('The law asks for this, and it isn’t answered yet').waitFor()
  await local.shot('live-end')
  await end.getByRole('button', { name: 'End the meeting all the same' }).click()
  await end.getByText(/^Say in a few words why what the law asks for stays open/).waitFor()
  await end.getByRole('textbox', { name: 'Why this stays open' }).fill('Mrs Kos had to leave at ten')
  await end.getByRole('button', { name: 'End the meeting all the same' }).click()
  // What the card says instead tells why it did not end.
  await expect.poll(async () => ((await end.count()) === 0 ? 'ended' : end.innerText())).toBe('ended')
  await expect
    .poll(async () => (await recordsOf(local).store(Review).byKey(review.key)).stage)
    .toBe('meetingHeld')
  const after = await recordsOf(local).store(Review).byKey(review.key)
  expect(after.recommendation).toBe('amend')
  expect(after.leftOpen).toMatch(/^Left open: .*Progress towards .*\nWhy: Mrs Kos had to leave at ten$/)
  expect(Date.parse(after.meetingEnded!)).toBeGreaterThanOrEqual(Date.parse(after.meetingBegan!))
  const file = await gatherReview(recordsOf(local), review.key, { schoolName: 'Oakfield', today })
  const texts = paragraphsOf(reviewMinutes(file, today)).map(({ text }) => text)
  expect(texts).toContain(words)
  expect(texts).toContain('Ona nie śpi przed szkołą.')
  expect(texts.join('\n')).toContain('Why: Mrs Kos had to leave at ten')
  expect(texts.some((text) => /in Polish, helped by Wanda Kos/.test(text))).toBe(true)
})

test('a SENCO who is called away mid-sentence finds her words after her sign-in ran out, and they are stored once', async () => {
  const local = await openLocal({ page: 'teams' })
  local.ignore(/401/)
  const { frame, page } = local
  const review = await nextReview(local)
  await goTo(local, `live/${review.key}/child`)
  const child = frame.getByRole('group', { name: 'Who is speaking' }).getByRole('button').first()
  await child.click()
  const box = frame.getByRole('textbox', { name: / says$/ })
  await box.pressSequentially('i want to')
  await page.getByLabel('Signing in').selectOption({ label: 'asks the person first' })
  local.server.emulator.admin.expire('senco')
  await box.pressSequentially(' stay with Mr Bell')
  await frame.getByRole('button', { name: 'Keep these words' }).click()
  await frame.getByText(/^Not saved: you are signed out\. The words are kept here/).waitFor()
  await local.shot('live-signed-out')
  expect(await box.inputValue()).toBe('i want to stay with Mr Bell')
  await box.pressSequentially(' all day')
  await frame.getByRole('button', { name: 'Sign in' }).first().click()
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect
    .poll(async () => (await viewsOf(local, review.key)).map(({ words }) => words))
    .toEqual(['i want to stay with Mr Bell all day'])
})

test('an action outlives a sign-in that ran out while it was typed, and is stored once', async () => {
  const local = await openLocal({ page: 'teams' })
  local.ignore(/401/)
  const { frame, page } = local
  const review = await nextReview(local)
  await goTo(local, `live/${review.key}/actions`)
  const what = frame.getByRole('textbox', { name: /^What will be done/ })
  await what.pressSequentially('Ask for a hear')
  await page.getByLabel('Signing in').selectOption({ label: 'asks the person first' })
  local.server.emulator.admin.expire('senco')
  await what.pressSequentially('ing test')
  await frame.getByRole('button', { name: 'Add the action' }).click()
  await frame.getByText(/^Not saved: you are signed out\. Your text is kept here/).waitFor()
  expect(await what.inputValue()).toBe('Ask for a hearing test')
  await what.pressSequentially(' by May')
  await frame.getByRole('form', { name: 'A new action' }).getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect
    .poll(async () =>
      (await recordsOf(local).store(Action).about('review', review.key)).records.map((one) => one.what),
    )
    .toEqual(['Ask for a hearing test by May'])
  await expect.poll(() => what.inputValue()).toBe('')
})

test('who comes from Today isn’t asked again on the way into the meeting and back, and is asked after leaving', async () => {
  const local = await openLocal({ page: 'teams', purpose: null })
  const { frame } = local
  const asked = frame.getByRole('region', { name: /^Why are you/ })
  const path = frame.getByRole('region', { name: 'Steps of this review' })
  await frame
    .getByRole('button', { name: /^Open (the review|the meeting)/ })
    .or(frame.getByRole('link', { name: /^Open (the review|the meeting)/ }))
    .first()
    .click()
  const stage = frame.getByRole('navigation', { name: 'Agenda' })
  await path.or(stage).first().waitFor()
  if (await path.isVisible()) {
    await path.getByRole('link', { name: 'Meeting', exact: true }).click()
    await frame.getByRole('button', { name: 'Open the meeting' }).first().click()
  }
  await stage.waitFor()
  expect(await asked.count()).toBe(0)
  await frame
    .getByText(/from Today/)
    .first()
    .waitFor()
  await frame.getByRole('link', { name: 'Annual review' }).click()
  await path.waitFor()
  expect(await asked.count()).toBe(0)
  const place = (await frame.locator('body').evaluate(() => window.location.hash)).replace('#/oakfield/', '')
  await goTo(local, 'register')
  await frame.getByRole('heading', { level: 1, name: 'Register' }).waitFor()
  await goTo(local, place)
  await asked.waitFor()
})

test('words that were typed and not stored outlive a reload', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  const review = await nextReview(local)
  await goTo(local, `live/${review.key}/child`)
  await frame.getByRole('group', { name: 'Who is speaking' }).getByRole('button').first().click()
  await frame.getByRole('textbox', { name: / says$/ }).fill('half a sent')
  await frame.getByText('Kept as you type').waitFor()
  await page.reload()
  await goTo(local, `live/${review.key}/child`)
  const chip = frame
    .getByRole('group', { name: 'Who is speaking' })
    .getByRole('button', { name: /not stored yet/ })
  await chip.click()
  expect(await frame.getByRole('textbox', { name: / says$/ }).inputValue()).toBe('half a sent')
  expect(await viewsOf(local, review.key)).toEqual([])
})

test('a shared screen shows no timer, no address and no other child, and every part passes axe', async () => {
  const local = await openLocal({ page: 'teams', viewport: { width: 1024, height: 768 } })
  const { frame } = local
  const review = await nextReview(local)
  const people = await recordsOf(local).store(Contributor).about('review', review.key)
  const others = (await recordsOf(local).store(Pupil).all()).records.filter(({ key }) => key !== review.pupil)
  await goTo(local, `live/${review.key}`)
  await frame.getByRole('button', { name: 'Start the meeting' }).click()
  await frame.getByRole('button', { name: 'I share my screen' }).click()
  expect(await frame.getByRole('timer').count()).toBe(0)
  const serious: string[] = []
  for (const part of ['people', 'child', 'outcomes', 'changes', 'recommendation', 'actions', 'close']) {
    await goTo(local, `live/${review.key}/${part}`)
    await frame.locator('[aria-current=step]').waitFor()
    const text = await frame.locator('body').innerText()
    for (const { email } of people.records) if (email) expect(text).not.toContain(email)
    expect(text).not.toMatch(/\d min\b/)
    expect(others.filter((pupil) => text.includes(fullName(pupil))).length, part).toBe(0)
    serious.push(...(await seriousOn(local, part)))
    await local.shot(`live-1024-${part}`)
  }
  expect(serious).toEqual([])
  await frame.getByRole('button', { name: 'Hide details' }).click()
  const named = people.records.filter(({ name }) => /^[A-Z]\w+ [A-Z]\w+$/.test(name)).map(({ name }) => name)
  await goTo(local, `live/${review.key}/people`)
  await frame.getByRole('heading', { name: 'Who is here' }).waitFor()
  const hiddenText = await frame.locator('body').innerText()
  for (const name of named) expect(hiddenText).not.toContain(name)
})
