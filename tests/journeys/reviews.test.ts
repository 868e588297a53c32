import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { Disclosure } from '../../src/domain/records/disclosure.ts'
import { Review } from '../../src/domain/records/review.ts'
import { TermDate } from '../../src/domain/records/termDate.ts'
import { addDays } from '../../src/domain/rules/day.ts'
import { WeeklyLoad } from '../../src/domain/records/weeklyLoad.ts'
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

test('one booking is taken back: its review is as it was, and the plan proposes it again', async () => {
  const local = await planner()
  const { frame } = local
  const dated = async () => (await reviewsIn(local)).filter(({ meetingDate }) => meetingDate !== null).length
  const before = await dated()
  const name = (await cards(local).first().getByRole('link').first().textContent())!
  await cards(local).first().getByRole('button', { name: 'Book', exact: true }).click()
  const last = frame.getByRole('region', { name: 'Book 1 review meeting' })
  await last.getByRole('link', { name: 'What became of each' }).waitFor({ timeout: 60_000 })
  expect(await dated()).toBe(before + 1)
  await last.getByRole('button', { name: 'Undo' }).click()
  await frame.getByRole('dialog').getByRole('button', { name: 'Undo this job' }).click()
  await expect.poll(dated, { timeout: 60_000 }).toBe(before)
  await goTo(local, 'reviews?view=plan', school)
  await cards(local).filter({ hasText: name }).first().waitFor()
})

test('a load of its own is settled where the plan is, and taken back; a day that is kept free is opened from there; the plan is printed', async () => {
  const local = await planner()
  const { frame, page } = local
  const loads = async () => (await recordsOf(local, school).store(WeeklyLoad).all()).records
  await frame.getByText(/^How many a week you can hold/).click()
  await frame.getByRole('button', { name: 'Add a time with another number' }).click()
  await frame.getByRole('textbox', { name: 'Meetings in a week, at most', exact: true }).fill('3')
  await frame.getByRole('textbox', { name: 'Why', exact: true }).fill('A second room')
  await frame.getByRole('button', { name: 'Add a time with another number' }).click()
  await frame.getByText('A second room').waitFor()
  expect(await loads()).toMatchObject([{ aWeek: 3, note: 'A second room' }])
  await frame
    .getByRole('list', { name: 'Meetings by month' })
    .getByText(/you hold 3 at most/)
    .first()
    .waitFor()
  await frame.getByRole('button', { name: /^3 a week from/ }).click()
  await frame.getByRole('button', { name: 'Archive' }).click()
  await frame.getByText('Weekly load archived', { exact: true }).waitFor()
  await frame.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await loads()).length).toBe(1)
  expect(await seriousOn(local)).toEqual([])

  await frame.locator('body').evaluate(() => (window.print = () => undefined))
  await frame.getByRole('button', { name: 'Print the plan' }).click()
  await forWhom(local)
  const paper = frame.locator('.paper')
  await paper.getByText('Plan of review meetings').waitFor({ state: 'attached' })
  expect(await paper.getByRole('row', { includeHidden: true }).count()).toBeGreaterThan(5)
  await frame.locator('body').evaluate(() => void window.dispatchEvent(new Event('afterprint')))

  await frame.getByRole('list', { name: 'Weeks' }).getByRole('link', { name: 'Training day' }).first().click()
  const switched = frame
    .getByRole('group', { name: 'Review meetings can be held' })
    .or(frame.getByLabel('Review meetings can be held'))
  await switched.first().waitFor()
  expect(await frame.locator('body').evaluate(() => window.location.hash)).toMatch(
    new RegExp(`^#/${school}/school/calendar/[0-9A-Z]{26}$`),
  )
  await page.keyboard.press('Escape')
  await local.shot('planner-open-day')
})

test('a finger that rests on a card drags it, one that moves at once scrolls', async () => {
  const local = await planner()
  const { frame, page } = local
  const touch = await page.context().newCDPSession(page)
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  const card = cards(local).first()
  await card.scrollIntoViewIfNeeded()
  const at = (await card.boundingBox())!
  const start = { x: at.x + 5, y: at.y + at.height - 3 }
  const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  const follows = frame.getByRole('status').filter({ hasText: 'Invite by' })
  const swipe = async (restFor: number, to: { x: number; y: number }) => {
    await fingers('touchStart', [start])
    await page.waitForTimeout(restFor)
    for (const part of [0.3, 0.6, 0.9, 1])
      await fingers('touchMove', [
        { x: start.x + part * (to.x - start.x), y: start.y + part * (to.y - start.y) },
      ])
  }
  await swipe(0, { x: start.x, y: start.y - 60 })
  await fingers('touchEnd', [])
  expect(await follows.count()).toBe(0)
  expect(await frame.getByText(/^Moved to/).count()).toBe(0)
  await page.waitForTimeout(500)
  const now = (await card.boundingBox())!
  Object.assign(start, { x: now.x + 5, y: now.y + now.height - 3 })
  const near = frame.locator('[data-drop]')
  const boxes = await near.evaluateAll((all) =>
    all.map((each) => {
      const { x, y } = each.getBoundingClientRect()
      return { x, y }
    }),
  )
  const offset = (await near.first().boundingBox())!
  const free = boxes
    .map(({ x, y }) => ({ x: x - boxes[0]!.x + offset.x + 8, y: y - boxes[0]!.y + offset.y + 6 }))
    .filter(({ y }) => y > 150 && y < 780)
    .toSorted((a, b) => Math.abs(a.y - start.y) - Math.abs(b.y - start.y))[0]!
  await swipe(450, free)
  await follows.waitFor()
  await local.shot('planner-touch')
  await fingers('touchEnd', [])
  await follows.waitFor({ state: 'detached' })
  const asked = frame.getByRole('dialog')
  const moved = frame.getByText(/^Moved to/).first()
  await moved.or(asked).first().waitFor()
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

  // The meeting moves: Outlook still has the old day until it is told.
  const store = recordsOf(local, school).store(Review)
  const later = addDays(meetingDate!, 1)
  await store.update(await store.byKey(key), { meetingDate: later })
  await goTo(local, 'reviews', school)
  await frame.locator('body').evaluate(() => window.location.reload())
  await goTo(local, `review/${key}`, school)
  await frame.getByText('Outlook still has the old time').waitFor()
  await frame.getByRole('button', { name: 'Move it in Outlook' }).click()
  await frame.getByText('Moved in your Outlook calendar').first().waitFor()
  expect(events()).toHaveLength(1)
  expect(JSON.stringify(events()[0]!.properties['start'])).toContain(later)

  await frame.getByRole('button', { name: 'Take it out of Outlook' }).click()
  await expect.poll(events).toEqual([])

  // Whoever is ticked is invited, nobody else, and that is logged without the address.
  await frame.getByRole('button', { name: 'Put it in Outlook' }).click()
  const who = frame.getByRole('dialog').getByRole('group', { name: 'Whom Outlook invites' })
  const [first] = await who.getByRole('checkbox').all()
  const address = (await who.locator('label').first().textContent())!.split(' · ').at(-1)!
  await first!.check()
  await frame.getByRole('button', { name: 'Put it in and invite 1' }).click()
  await expect.poll(() => events().length).toBe(1)
  expect(events()[0]!.properties['attendees']).toMatchObject([{ emailAddress: { address } }])
  await expect
    .poll(async () =>
      (await recordsOf(local, school).store(Disclosure).all()).records.filter(
        ({ what }) => what === 'Meeting invitation',
      ),
    )
    .toMatchObject([{ did: 'sent', note: 'To one person' }])
})

test('the board shows where each review stands and moves one only by its act; a head reads only', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  await goTo(local, 'reviews?view=board', school)
  const board = frame.getByRole('region', { name: 'Reviews by state' })
  const column = board.getByRole('region', { name: 'Planning' })
  const moveOn = column.getByRole('button', { name: 'Move on' })
  await moveOn.first().click()
  const dialog = frame.getByRole('dialog')
  await dialog.getByRole('link', { name: 'Open this step' }).waitFor()
  expect(await seriousOn(local)).toEqual([])
  await dialog.getByRole('button', { name: 'Close' }).click()
  // By keys alone: the same button, the same question, and the focus comes back to it.
  await moveOn.first().focus()
  await page.keyboard.press('Enter')
  await dialog.getByRole('link', { name: 'Open this step' }).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await moveOn.first().evaluate((button) => button === document.activeElement)).toBe(true)
  // By mouse: dropped on a later state it asks for what has to come first; on its own, nothing happens.
  const card = column.getByRole('listitem').first()
  const drag = async (to: string) => {
    const from = (await card.boundingBox())!
    await page.mouse.move(from.x + 6, from.y + from.height - 4)
    await page.mouse.down()
    const there = (await board.getByRole('region', { name: to }).boundingBox())!
    await page.mouse.move(from.x + 20, from.y + from.height - 4, { steps: 2 })
    await page.mouse.move(there.x + 40, there.y + 20, { steps: 6 })
    await page.mouse.up()
  }
  await drag('Planning')
  expect(await dialog.count()).toBe(0)
  await drag('Papers circulated')
  await dialog.getByText(/This can’t be said yet|Nothing stands in the way/).waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()
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
