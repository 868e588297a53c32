import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Download } from 'playwright-core'
import { strFromU8, unzipSync } from 'fflate'
import { expect, inject, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Chase } from '../../src/domain/records/chase.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { ContactAnswer } from '../../src/domain/records/contactAnswer.ts'
import { Contributor, toBeNamed } from '../../src/domain/records/contributor.ts'
import { Disclosure } from '../../src/domain/records/disclosure.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { addDays, daysBetween, londonDay, showDay } from '../../src/domain/rules/day.ts'
import { meetingHeld } from '../../src/domain/rules/reviewMoves.ts'
import { forWhom, goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const today = londonDay(new Date())
const before = (days: number) => addDays(today, -days)

/** The whole text of a Word document that came down. */
const wordsOf = async (download: Download): Promise<string> => {
  const path = join(inject('scratch'), `letter-${Math.random()}.docx`)
  await download.saveAs(path)
  const parts = unzipSync(new Uint8Array(await readFile(path)))
  return strFromU8(parts['word/document.xml']!)
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
}
const downloaded = async (local: Local, button: RegExp, recipient: string): Promise<string> => {
  const coming = local.page.waitForEvent('download')
  await local.frame.getByRole('button', { name: button }).click()
  await forWhom(local, recipient)
  return wordsOf(await coming)
}
/** Types the day of an act and presses its button. */
const markOn = async ({ frame }: Local, words: string, day: string) => {
  const act = frame.getByRole('region', { name: words })
  await act.getByLabel('On', { exact: true }).fill(showDay(day))
  await act.getByRole('button', { name: words }).click()
}
const step = ({ frame }: Local, name: string) =>
  frame.getByRole('region', { name: 'Steps of this review' }).getByRole('link', { name, exact: true }).click()

test('from planning to the report: somebody left out with a reason, letters, advice chased, papers sent without what is late', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  const all = (await records.store(Review).all()).records
  const pupils = (await records.store(Pupil).all()).records
  const start = all.find(
    (one) =>
      one.stage === 'planning' &&
      one.meetingDate === null &&
      all.every(
        (other) =>
          other.pupil !== one.pupil ||
          other.key === one.key ||
          other.stage === 'closed' ||
          other.stage === 'decided',
      ) &&
      pupils.some(({ key }) => key === one.pupil),
  )!
  const now = () => records.store(Review).byKey(start.key)
  const people = async () => (await records.store(Contributor).about('review', start.key)).records
  for (const stored of (await people()).filter(({ role }) => role === 'health' || role === 'socialCare'))
    await records.store(Contributor).update(stored, { name: toBeNamed })
  // Somebody about whom the safeguarding lead has to be asked before anything is sent.
  const restricted = await records.store(Contact).create(
    blank(Contact, {
      pupil: start.pupil,
      name: 'Imran Kettlewell',
      relationship: 'father',
      parentalResponsibility: true,
      restriction: 'Ask Ms Okafor first',
    }),
  )
  await records.store(Contributor).create(
    blank(Contributor, {
      review: start.key,
      role: 'parent',
      name: restricted.name,
      contact: restricted.key,
    }),
  )
  const father = async () => (await people()).find(({ contact }) => contact === restricted.key)!

  // The date comes first: everything else follows from it. 45 days ago, so that what is late can be seen.
  await goTo(local, `review/${start.key}`)
  await frame.getByRole('button', { name: 'Set the meeting date' }).first().click()
  await frame.getByRole('textbox', { name: 'Meeting', exact: true }).fill(showDay(before(45)))
  await frame.getByRole('textbox', { name: 'Time', exact: true }).fill('14:00')
  await frame.getByRole('textbox', { name: 'Place', exact: true }).fill('Room 4')
  await local.page.keyboard.press('Tab')
  await expect.poll(async () => (await now()).place).toBe('Room 4')

  // The law's five: a health professional is named, the social care officer left out with a reason.
  await step(local, 'Invite')
  await local.shot('review-invite')
  const five = frame.getByRole('region', { name: 'Whom the law has invited' })
  const named = five.getByLabel('Name: Health (named by the ICB)')
  await named.fill('Dr Green')
  await named.press('Enter')
  await expect.poll(async () => (await people()).some(({ name }) => name === 'Dr Green')).toBe(true)
  const invite = frame.getByRole('region', { name: 'Mark the invitations as sent' })
  await invite.getByText(/The law has these invited too: Social care officer/).waitFor()
  const press = invite.getByRole('button', { name: 'Mark the invitations as sent' })
  expect(await press.isDisabled()).toBe(true)

  const ask = frame.getByRole('group', { name: 'Contact restriction: Imran Kettlewell' })
  await ask.getByText('Ask Ms Okafor first').waitFor()
  const record = ask.getByRole('button', { name: 'Record the answer' })
  await ask.getByRole('radio', { name: 'It may not go' }).click()
  await ask.getByLabel('Who decided').fill('Ms Okafor')
  expect(await record.isDisabled()).toBe(true)
  await ask.getByLabel('Why').fill('She tells him herself')
  await record.click()
  await ask.getByText(/^It may not go\. Ms Okafor decided on .*: She tells him herself$/).waitFor()

  const letters = await downloaded(local, /^Download \d letters$/, 'The family')
  expect(letters).toContain('an invitation')
  expect(letters).not.toContain('Dear Imran Kettlewell')
  expect(letters).toContain('regulation 20(2)')
  for (const other of pupils.filter(({ key }) => key !== start.pupil).slice(0, 40))
    expect(letters).not.toContain(`${other.forename} ${other.surname}`)

  await invite.getByLabel(/^Go on all the same/).fill('Social care has closed the case')
  await markOn(local, 'Mark the invitations as sent', before(65))
  await expect.poll(async () => (await now()).invitationsSent).toBe(before(65))
  expect((await now()).invitesOverride).toBe('Social care has closed the case')
  await expect
    .poll(async () => (await people()).filter(({ invited }) => invited === before(65)).length)
    .toBeGreaterThan(3)
  await frame.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await now()).invitationsSent).toBeNull()
  await invite.getByLabel(/^Go on all the same/).fill('Social care has closed the case')
  await markOn(local, 'Mark the invitations as sent', before(65))
  await expect.poll(async () => (await now()).invitationsSent).toBe(before(65))

  expect((await father()).invited).toBeNull()
  const answers = (await records.store(ContactAnswer).about('pupil', start.pupil)).records
  expect(answers).toMatchObject([{ what: 'Invitation', answer: 'mayNot', decidedBy: 'Ms Okafor' }])

  // Advice: asked for, one in, the others chased, each reminder logged with its duty.
  await step(local, 'Advice')
  await frame.getByRole('textbox', { name: 'Wanted by' }).fill(showDay(before(60)))
  await frame.getByRole('button', { name: /^Mark \d as asked today$/ }).click()
  await frame.getByText(/^0 of \d in\. /).waitFor()
  await frame
    .getByRole('button', { name: /^It is in: / })
    .first()
    .click()
  await frame.getByText(/^1 of \d in\. /).waitFor()
  await local.shot('review-advice')
  const chase = frame.getByRole('region', { name: /^Chase \d$/ })
  const coming = local.page.waitForEvent('download')
  await chase.getByRole('button', { name: /^Download \d letters$/ }).click()
  await forWhom(local, 'Somebody else')
  const reminder = await wordsOf(await coming)
  expect(reminder).toContain('60 days late')
  const chases = async () => (await records.store(Chase).about('review', start.key)).records
  await expect.poll(async () => (await chases()).length).toBeGreaterThan(1)
  expect(
    (await chases()).every(({ what, duty }) => what === 'advice' && duty?.includes('regulation 20(4)')),
  ).toBe(true)

  // Papers go out without what is late: with a reason, which is kept.
  await step(local, 'Papers')
  const papers = frame.getByRole('region', { name: 'Mark the papers as circulated' })
  await papers.getByLabel(/^Go on all the same/).fill('The rest is sent on when it comes')
  await markOn(local, 'Mark the papers as circulated', before(60))
  await expect.poll(async () => (await now()).stage).toBe('circulated')
  expect((await now()).stepsOverride).toContain('The rest is sent on when it comes')

  await step(local, 'Meeting')
  await frame.getByRole('button', { name: 'The meeting was held' }).click()
  await expect.poll(async () => (await now()).stage).toBe('meetingHeld')

  // The report needs what the school recommends.
  await step(local, 'Report')
  await frame.getByText('The report needs what the school recommends.').waitFor()
  await frame.getByRole('link', { name: 'What the school and each party recommend' }).click()
  const recommends = frame.getByRole('radiogroup', { name: 'The school recommends' })
  await recommends.getByRole('radio', { name: 'Amend the plan' }).click()
  await expect.poll(async () => (await now()).recommendation).toBe('amend')
  await step(local, 'Report')
  await markOn(local, 'Mark the report as sent', before(32))
  await expect.poll(async () => (await now()).stage).toBe('reportSent')
  await expect
    .poll(async () =>
      (await people())
        .filter(({ name, contact }) => name !== toBeNamed && contact !== restricted.key)
        .every(({ reportCopySent }) => reportCopySent === before(32)),
    )
    .toBe(true)
  expect((await father()).reportCopySent).toBeNull()
})

test('a decision that is late is chased with one click; then amended, final, closed with the next review planned, reopened', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  const all = (await records.store(Review).all()).records
  const start = all.find(
    ({ stage, meetingDate, pupil, key, type }) =>
      stage === 'reportSent' &&
      type === 'annual' &&
      meetingDate !== null &&
      meetingDate < before(29) &&
      !all.some((other) => other.pupil === pupil && other.key !== key && !meetingHeld(other)),
  )!
  const now = () => records.store(Review).byKey(start.key)
  const chases = async () => (await records.store(Chase).about('review', start.key)).records
  const late = `${daysBetween(addDays(start.meetingDate!, 28), today)} days late`
  // What a person sees first in this review is what has to be done in it.
  await goTo(local, `review/${start.key}`)

  await frame.getByText(`The authority’s decision is ${late}`).waitFor()
  await local.shot('review-late')
  const chased = async () => (await chases()).filter(({ what }) => what === 'decision').length
  const sofar = await chased()
  await frame.getByRole('button', { name: /^(Write chase letter|Chase again)$/ }).click()
  const letter = local.page.waitForEvent('download')
  await forWhom(local, 'Local authority')
  const words = await wordsOf(await letter)
  expect(words).toContain(late)
  expect(words).toContain('regulation 20(10)')
  expect(words).toContain('[2022] EWHC 493 (Admin)')
  await expect.poll(chased).toBe(sofar + 1)
  await frame.getByRole('button', { name: 'Chase again' }).waitFor()
  const log = (await records.store(Disclosure).all()).records
  expect(
    log.some(
      ({ what, recipient }) =>
        what === 'Letter: Reminder: the authority’s decision' && recipient === 'authority',
    ),
  ).toBe(true)

  await frame.getByRole('radio', { name: 'Amend the plan' }).click()
  await markOn(local, 'Record the decision', before(10))
  await expect.poll(async () => (await now()).decision).toBe('amend')
  await expect.poll(async () => (await records.store(Pupil).byKey(start.pupil)).lastDecision).toBe(before(10))
  await frame.getByText(/notice of changes is \d+ days late/).waitFor()
  await frame.getByRole('textbox', { name: 'Authority’s amendment notice' }).fill(showDay(before(10)))
  await local.page.keyboard.press('Tab')
  await frame.getByText(/may not close before/).waitFor()

  // Closing waits for the final plan.
  await step(local, 'Close')
  await frame.getByText('The authority is amending the plan, and the final plan isn’t recorded.').waitFor()
  await step(local, 'Decision')
  await markOn(local, 'Mark the final plan as issued', today)
  await expect.poll(async () => (await now()).finalIssued).toBe(today)
  await step(local, 'Close')
  await frame.getByText('Nothing is missing.').waitFor()
  await frame.getByRole('button', { name: 'Close the review' }).last().click()
  await expect.poll(async () => (await now()).stage).toBe('closed')
  const after = async () =>
    (await records.store(Review).about('pupil', start.pupil)).records.filter(
      ({ previous }) => previous === start.key,
    )
  await expect.poll(async () => (await after()).length).toBe(1)
  const next = (await after())[0]!
  expect(next).toMatchObject({ stage: 'planning', meetingDate: null, previousDate: start.meetingDate })
  expect(next.target).not.toBeNull()
  await frame.getByText(/best held by/).waitFor()
  await local.shot('review-closed')

  // Opened again as version 2, with the reason in the minutes; undone and done again.
  await frame.getByRole('button', { name: 'Reopen as version 2' }).click()
  await frame.getByLabel(/^Why it is opened again/).fill('The therapist’s report was left out.')
  await frame.getByRole('button', { name: 'Reopen the review' }).click()
  await expect.poll(async () => (await now()).version).toBe(2)
  expect(await now()).toMatchObject({ stage: 'meetingHeld', reportSent: null, decision: 'amend' })
  const minutes = await downloaded(local, /^Download minutes$/, 'Stays in school')
  expect(minutes).toContain('2, opened again')
  expect(minutes).toContain('The therapist’s report was left out.')
  await step(local, 'Report')
  await frame.getByText(/This is version 2/).waitFor()
})
