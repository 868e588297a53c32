import { expect, test } from 'vitest'
import { Action } from '../../src/domain/records/action.ts'
import { Chase } from '../../src/domain/records/chase.ts'
import { fullName, Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const group = ({ frame }: Local, name: string | RegExp) =>
  frame.locator('section').filter({ has: frame.getByRole('heading', { level: 2, name }) })
const rowsIn = (local: Local, name: string | RegExp) => group(local, name).locator('[data-work]')
const hash = ({ frame }: Local) => frame.locator('body').evaluate(() => window.location.hash)
/** Until every list has been read. */
const whole = async ({ frame }: Local): Promise<void> => {
  await frame.getByRole('heading', { level: 2, name: 'Overdue' }).waitFor()
  await expect.poll(() => frame.locator('main [aria-busy=true]').count(), { timeout: 30_000 }).toBe(0)
}
const chip = ({ frame }: Local, name: string) =>
  frame.getByRole('group', { name: 'Show only' }).getByRole('button', { name })

test('the tab opens with what is due; a chip narrows it, and its address opens it again', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  await whole(local)
  await frame.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  const meeting = (await recordsOf(local).store(Review).all()).records.find(
    ({ stage, meetingDate }) => stage === 'circulated' && meetingDate !== null,
  )!
  await rowsIn(local, 'Meetings today').getByText(meeting.meetingTime!).first().waitFor()
  expect(await rowsIn(local, 'Meetings today').getByRole('button', { name: 'Open the meeting' }).or(
    rowsIn(local, 'Meetings today').getByRole('link', { name: 'Open the meeting' }),
  ).count()).toBe(1) // prettier-ignore
  await local.shot('today')
  await chip(local, 'Overdue').click()
  await expect.poll(() => hash(local)).toBe('#/oakfield/today?show=overdue')
  expect(await frame.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['Overdue'])
  const count = Number(/\d+/.exec((await chip(local, 'Overdue').textContent())!)![0])
  expect(count).toBeGreaterThan(4)
  await frame.getByText(`${count} things`).waitFor()
  await chip(local, 'Overdue').click()
  await expect.poll(() => hash(local)).toBe('#/oakfield/today')
  // A week's filter keeps what is overdue in sight.
  await goTo(local, 'today?show=week')
  await expect
    .poll(() => frame.getByRole('heading', { level: 2 }).allTextContents())
    .toEqual(['Overdue', 'Due this week'])
})

test('from Today to the thing done in two clicks: an action ticked off with a way back, a reminder logged and then waited for', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const actions = () => recordsOf(local).store(Action)
  await whole(local)
  const all = group(local, 'Overdue').getByRole('button', { name: /^Show all/ })
  if (await all.count()) await all.click()
  const own = rowsIn(local, 'Overdue')
    .filter({ has: frame.getByRole('button', { name: 'Mark as done' }) })
    .first()
  const done = async () => (await actions().all()).records.filter(({ status }) => status === 'done').length
  const before = await done()
  await own.getByRole('button', { name: 'Mark as done' }).click()
  await expect.poll(done).toBe(before + 1)
  await frame.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(done).toBe(before)

  const others = rowsIn(local, 'Overdue').filter({ has: frame.getByRole('button', { name: 'Chase', exact: true }) })
  const much = await others.count()
  expect(much).toBeGreaterThan(0)
  await others.first().getByRole('button', { name: 'Chase', exact: true }).click()
  await frame.getByRole('form', { name: 'Log a reminder' }).waitFor()
  await local.shot('today-remind')
  expect(await seriousOn(local, 'reminder')).toEqual([])
  await frame.getByRole('button', { name: 'Log a reminder' }).click()
  await frame.getByText('Reminder logged').first().waitFor()
  await expect.poll(() => others.count()).toBe(much - 1)
  await rowsIn(local, 'Overdue').getByText(/chased/).first().waitFor()
  const [chase] = (await recordsOf(local).store(Chase).all()).records.filter(({ what }) => what === 'action')
  expect(chase).toMatchObject({ wasDue: expect.stringMatching(/^\d{4}/), action: expect.any(String) })
}) // prettier-ignore

test('keys alone: down the list, into the next step; and from any screen to a pupil by name', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  await whole(local)
  await frame.getByRole('heading', { level: 1, name: 'Today' }).focus()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('j')
  const second = frame.locator('[data-work]').nth(1)
  expect(await second.evaluate((row) => row.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('Enter')
  await expect.poll(() => hash(local)).not.toBe('#/oakfield/today')

  const { records } = await recordsOf(local).store(Pupil).all()
  const pupil = records.find(({ upn, status }) => upn !== null && status === 'N')!
  // On offer, Register and Profiles have a search of their own under the same key.
  await goTo(local, 'school')
  await frame.getByRole('heading', { level: 1, name: 'School' }).focus()
  await page.keyboard.press('/')
  await page.keyboard.type(fullName(pupil).toLowerCase())
  await frame
    .getByRole('option', { name: fullName(pupil) })
    .first()
    .waitFor()
  await local.shot('find-a-pupil')
  expect(await hash(local)).toBe('#/oakfield/school')
  await page.keyboard.press('Escape')
  await page.keyboard.type(pupil.upn!)
  await frame.getByRole('option', { name: fullName(pupil) }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => hash(local)).toBe(`#/oakfield/pupil/${pupil.key}`)
})

test('names are hidden on a shared screen, the week is printed, and nothing lies beyond the edge of a phone', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  await whole(local)
  const name = (await rowsIn(local, 'Overdue').first().getByRole('link').first().textContent())!
  await frame.locator('html').evaluate(() => {
    window.print = () => {
      const paper = document.querySelector('.paper')!
      document.documentElement.dataset['printed'] = paper.textContent!
    }
  })
  await frame.getByRole('button', { name: 'Print my week' }).click()
  await forWhom(local)
  const printed = () => frame.locator('html').evaluate((html) => html.dataset['printed'] ?? '')
  await expect.poll(printed).toMatch(/My week.*Overdue.*Confidential/s)
  expect(await printed()).toContain(name)
  await frame.getByRole('button', { name: 'Hide details' }).click()
  await expect.poll(async () => (await frame.getByRole('main').textContent())!.includes(name)).toBe(false)

  await page.setViewportSize({ width: 340, height: 800 })
  const wide = await frame.locator('main').evaluate((main) => main.scrollWidth > main.clientWidth)
  expect(wide, 'nothing lies beyond the edge').toBe(false)
  await local.shot('today-phone')
  await frame.getByRole('button', { name: 'Find a pupil' }).click()
  await frame.getByRole('combobox', { name: 'Find a pupil' }).waitFor()
  expect(await seriousOn(local, 'phone')).toEqual([])
})

test('a head who may only read is told so once, and no button offers to write, here or in the reviews', async () => {
  const local = await openLocal({ page: 'teams', persona: 'head' })
  const { frame } = local
  await frame.getByText(/You can read these records but not change them/).waitFor()
  await whole(local)
  expect(await frame.getByRole('button', { name: 'Mark as done' }).count()).toBe(0)
  expect(await rowsIn(local, 'Overdue').getByText('Open', { exact: true }).count()).toBeGreaterThan(0)
  await goTo(local, 'reviews?view=board')
  await frame.getByRole('region', { name: 'Reviews by state' }).waitFor()
  expect(await frame.getByRole('button', { name: 'Move on' }).count()).toBe(0)
  const undated = (await recordsOf(local).store(Review).all()).records.find(
    ({ stage, meetingDate }) => stage === 'planning' && meetingDate === null,
  )!
  await goTo(local, `review/${undated.key}/step-invite`)
  await frame.getByRole('button', { name: /^Download \d letters?$/ }).waitFor()
  const writing = frame.getByRole('button', { name: /^(Set the meeting date|Save |Mark )/ })
  expect(await writing.allTextContents()).toEqual([])
})

test('a list that can’t be read is named above the rest, which is shown, and is read again on request', async () => {
  const local = await openLocal({ page: 'teams', query: { sub: 'oakfield/provision' } })
  const { frame } = local
  local.ignore(/400|Failed to load/)
  await frame.getByRole('heading', { level: 1, name: 'Provision' }).waitFor()
  const { admin } = local.server.emulator
  const answer = { status: 400, body: { error: { code: 'invalidRequest', message: 'Not now' } } }
  const lists = await recordsOf(local).store(Action).all()
  expect(lists.records.length).toBeGreaterThan(0)
  const path = admin
    .log()
    .findLast((line) => line.path.includes('/items'))!
    .path.split('/items')[0]!
  admin.fault({ answer, path: path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), times: 50 })
  await goTo(local, 'today')
  await frame.getByText(/What comes from “Actions” is missing below/).waitFor()
  await whole(local)
  expect(await frame.getByRole('button', { name: 'Mark as done' }).count()).toBe(0)
  expect(await rowsIn(local, 'Overdue').count()).toBeGreaterThan(0)
  admin.clearFaults()
  await frame.getByRole('button', { name: 'Try again' }).click()
  await frame.getByRole('button', { name: 'Mark as done' }).first().waitFor()
  expect(await frame.getByText(/is missing below/).count()).toBe(0)
})
