import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { Review } from '../../src/domain/records/review.ts'
import { TermDate } from '../../src/domain/records/termDate.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const school = 'northmoor'
const planner = async (options: Partial<Parameters<typeof openLocal>[0]> = {}): Promise<Local> => {
  const local = await openLocal({ page: 'teams', ...options })
  await goTo(local, 'reviews?view=plan', school)
  await local.frame.getByRole('list', { name: 'Weeks' }).waitFor()
  return local
}
const cards = ({ frame }: Local) =>
  frame
    .getByRole('list', { name: 'Weeks' })
    .getByRole('listitem')
    .filter({ has: frame.getByRole('button', { name: 'Move', exact: true }) })
    .filter({ hasNot: frame.getByRole('heading') })
const reviewsIn = async (local: Local) => (await recordsOf(local, school).store(Review).all()).records

test('the plan proposes, one is moved by keys and one dragged, with what follows told first; what is booked stands', async () => {
  const local = await planner()
  const { frame, page } = local
  expect((await recordsOf(local, school).store(TermDate).all()).records.length).toBeGreaterThan(0)
  const first = cards(local).first()
  const was = (await first.textContent())!
  await first.getByRole('button', { name: 'Move', exact: true }).focus()
  await page.keyboard.press('Enter')
  const dialog = frame.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Later' }).focus()
  await page.keyboard.press('Enter')
  for (const words of ['Invite by', 'Report by', 'Authority decides by'])
    await dialog.getByText(words).waitFor()
  await dialog.getByText(/^Week of/).waitFor()
  await dialog.getByRole('button', { name: /^Put it there/ }).focus()
  await page.keyboard.press('Enter')
  await frame
    .getByText(/^Moved to/)
    .first()
    .waitFor()
  expect(await cards(local).first().textContent()).not.toBe(was)

  const dragged = cards(local).last()
  await dragged.scrollIntoViewIfNeeded()
  const from = (await dragged.boundingBox())!
  await page.mouse.move(from.x + 4, from.y + from.height - 3)
  await page.mouse.down()
  await page.mouse.move(from.x + 14, from.y + from.height + 5, { steps: 3 })
  const near = frame.locator('[data-drop]').last()
  const to = (await near.boundingBox())!
  await page.mouse.move(to.x + 20, to.y + 8, { steps: 5 })
  const follows = frame.getByRole('status').filter({ hasText: 'Invite by' })
  await follows.waitFor()
  await local.shot('planner-drag')
  await page.mouse.up()
  await follows.waitFor({ state: 'detached' })
  const asked = frame.getByRole('dialog')
  await frame
    .getByText(/^Moved to/)
    .or(asked)
    .first()
    .waitFor()
  if (await asked.isVisible()) await asked.getByRole('button', { name: /^Put it there/ }).click()
  await frame
    .getByText(/^Moved to/)
    .first()
    .waitFor()

  const before = (await reviewsIn(local)).filter(
    ({ meetingDate, stage }) => stage === 'planning' && meetingDate,
  ).length
  await frame.getByRole('button', { name: /^Book all \d+/ }).click()
  await frame.getByRole('link', { name: 'What became of each' }).waitFor({ timeout: 60_000 })
  const booked = (await reviewsIn(local)).filter(
    ({ meetingDate, stage }) => stage === 'planning' && meetingDate,
  ).length
  expect(booked).toBeGreaterThan(before)
  expect(await seriousOn(local)).toEqual([])
  await local.shot('planner')
  await frame
    .getByRole('region', { name: /^Book \d+ review/ })
    .getByRole('button', { name: 'Undo' })
    .waitFor()

  await goTo(local, 'reviews?view=calendar', school)
  await frame.getByRole('grid').waitFor()
  await page.keyboard.press('Tab')
  await frame.locator('td[tabindex="0"]').focus()
  await page.keyboard.press('PageDown')
  await frame.locator('td[tabindex="0"]:focus').waitFor()
  expect(await seriousOn(local)).toEqual([])
  await local.shot('reviews-calendar')
})

test('a calendar file holds the meetings with initials only, and another program reads it', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  await goTo(local, 'reviews', school)
  await frame.getByRole('button', { name: 'Calendar file' }).click()
  const coming = page.waitForEvent('download')
  await forWhom(local)
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/^Review meetings \d{4}-\d\d-\d\d\.ics$/)
  const saved = join(local.server.data, 'meetings.ics')
  await file.saveAs(saved)
  const text = await readFile(saved, 'utf8')
  const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent')
  expect(events.length).toBeGreaterThan(2)
  for (const event of events) expect(event.getFirstPropertyValue('summary')).toMatch(/ [A-Z]\.[A-Z]\.$/)
})

test('Outlook gets the meeting after its own consent; refused, everything stays as it is', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page, server } = local
  const { meetingDate, key } = (await reviewsIn(local)).find(
    (each) => each.meetingDate && each.stage === 'circulated',
  )!
  expect(meetingDate).toBeTruthy()
  const events = () =>
    server.emulator.admin
      .snapshot()
      .flatMap((change) => ('put' in change && change.put === 'event' ? [change.event] : []))
  await goTo(local, `review/${key}`, school)
  const put = async () => {
    await frame.getByRole('button', { name: 'Put it in Outlook' }).click()
    await frame.getByRole('button', { name: 'Put it in, invite nobody' }).click()
    await frame.getByRole('button', { name: 'Let Microsoft ask me' }).click()
  }
  await put()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await frame.getByText('Your calendar stays as it is').waitFor()
  expect(events()).toEqual([])
  await frame.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Calendars.ReadWrite').waitFor()
  await page.getByRole('button', { name: 'Accept' }).click()
  await frame.getByText('In your Outlook calendar').first().waitFor()
  expect(events()).toMatchObject([{ owner: 'senco', properties: { sensitivity: 'private', attendees: [] } }])
  expect(events()[0]!.properties['subject']).toMatch(/ [A-Z]\.[A-Z]\.$/)
  await local.shot('review-outlook')
  await frame.getByRole('button', { name: 'Take it out of Outlook' }).click()
  await expect.poll(events).toEqual([])
})

test('the board shows where each review stands and moves one only by its act; a head reads only', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  await goTo(local, 'reviews?view=board', school)
  const board = frame.getByRole('region', { name: 'Reviews by state' })
  const column = board.getByRole('region', { name: 'Planning' })
  const moveOn = column.getByRole('button', { name: 'Move on' })
  await moveOn.first().click()
  await frame.getByRole('dialog').getByRole('link', { name: 'Open this step' }).waitFor()
  expect(await seriousOn(local)).toEqual([])
  await frame.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await local.shot('reviews-board')
  await page.getByLabel('Signed in as').selectOption('head')
  await goTo(local, 'reviews?view=board', school)
  await frame.getByText(/You can read these records but not change them/).waitFor()
  await column.getByRole('link').first().waitFor()
  expect(await moveOn.count()).toBe(0)
})

test('the list is searched by name, narrowed in its address and grouped by month', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  await goTo(local, 'reviews', school)
  const count = frame.getByRole('status').filter({ hasText: /review/ })
  const all = (await count.textContent())!
  await frame.getByRole('button', { name: 'Late', exact: true }).click()
  await frame.getByRole('button', { name: 'By month' }).click()
  await expect
    .poll(() => frame.locator('body').evaluate(() => window.location.hash))
    .toBe(`#/${school}/reviews?late=1&group=month`)
  expect(await count.textContent()).not.toBe(all)
  await frame.getByRole('heading', { level: 2 }).first().waitFor()
  await frame.getByLabel('Search reviews by name').fill('zzzz')
  await frame.getByText('No review fits all of this').waitFor()
})
