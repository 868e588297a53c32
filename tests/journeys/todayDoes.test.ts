import { expect, test } from 'vitest'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Chase } from '../../src/domain/records/chase.ts'
import { Disclosure } from '../../src/domain/records/disclosure.ts'
import { Group } from '../../src/domain/records/group.ts'
import { Profile } from '../../src/domain/records/profile.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { StaffProfile } from '../../src/domain/records/staffProfile.ts'
import { blank } from '../../src/domain/record.ts'
import { addDays, type Day, londonDay, showDay } from '../../src/domain/rules/day.ts'
import { connectBrowser } from './connectBrowser.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const rows = ({ frame }: Local) => frame.locator('[data-work]')
const button = (local: Local, name: string | RegExp) => rows(local).getByRole('button', { name }).or(rows(local).getByRole('link', { name })) // prettier-ignore
const whole = async ({ frame }: Local, name = 'Overdue'): Promise<void> => {
  await frame.getByRole('heading', { level: 2, name }).waitFor()
  await expect.poll(() => frame.locator('main [aria-busy=true]').count(), { timeout: 30_000 }).toBe(0)
  const more = frame.getByRole('button', { name: /^Show all/ })
  while ((await more.count()) > 0) await more.first().click()
}
const hash = ({ frame }: Local) => frame.locator('body').evaluate(() => window.location.hash)
/** A group that stopped a week ago, with two pupils: one as long as the group, one with the same last day of its own. */
const stopped = async (local: Local, today: Day) => {
  const records = recordsOf(local)
  const [provision] = (await records.store(Provision).all()).records
  const here = (await records.store(Pupil).all()).records.filter(({ left }) => left === null)
  const until = addDays(today, -7)
  const shared = { provision: provision!.key, from: addDays(today, -40) }
  const group = await records
    .store(Group)
    .create(blank(Group, { ...shared, name: 'Goldthread test group', until }))
  const lines: string[] = []
  for (const [at, own] of [null, until].entries()) {
    const line = blank(Allocation, { ...shared, pupil: here[at]!.key, group: group.key, until: own })
    lines.push((await records.store(Allocation).create(line)).key)
  }
  return { lines, runs: group.key }
}
const why = ({ frame }: Local) => frame.getByRole('region', { name: /^Why are you/ })

test('what is opened from a line of Today is logged for that task and asks nothing; every other way in asks', async () => {
  const local = await openLocal({ page: 'teams', purpose: null })
  const { frame } = local
  const log = recordsOf(local).store(Disclosure)
  const before = new Set((await log.all()).records.map(({ key }) => key))
  const added = async () => (await log.all()).records.filter(({ key }) => !before.has(key))
  await whole(local)
  await button(local, 'Finish report').first().click()
  await frame.getByText('Logged as: An annual review (from Today: Report due)').waitFor()
  expect(await why(local).count()).toBe(0)
  await local.shot('today-task')
  const place = await hash(local)
  expect(place).toMatch(/^#\/oakfield\/review\/[0-9A-Z]{26}\/step-report$/)
  await expect.poll(async () => (await added()).length).toBe(1)
  expect(await added()).toMatchObject([
    { did: 'opened', what: 'Review', purpose: 'review', note: 'From Today: Report due' },
  ])
  // Its other steps are the same opening; the same address by another way is another.
  const [, , key] = place.slice(2).split('/')
  await goTo(local, `review/${key}/step-circulate`)
  await frame.getByText(/from Today: Report due/).waitFor()
  await goTo(local, 'reviews')
  await frame.getByRole('heading', { level: 1, name: 'Reviews' }).waitFor()
  await goTo(local, `review/${key}/step-report`)
  await why(local).waitFor()
  // Who turns elsewhere before the place is open has no task any more.
  await goTo(local, 'today')
  await whole(local)
  const review = (await recordsOf(local).store(Review).all()).records.find((one) => one.key === key)!
  await frame.locator('body').evaluate((body) => body.ownerDocument.addEventListener('click', () => {
    // The turn elsewhere comes in the same moment as the way there.
    setTimeout(() => (window.location.hash = '#/oakfield/provision'))
  }, { once: true })) // prettier-ignore
  await button(local, 'Finish report').first().click()
  await expect.poll(() => hash(local)).toBe('#/oakfield/provision')
  await goTo(local, `pupil/${review.pupil}`)
  await why(local).waitFor()
  expect(await added()).toHaveLength(1)
})

test('from Today to the thing done in two clicks: letters to all who owe advice, and staff shown the record as it is', async () => {
  const local = await openLocal({ page: 'teams', purpose: null })
  const { frame } = local
  const chases = recordsOf(local).store(Chase)
  const profiles = recordsOf(local).store(Profile)
  const shown = recordsOf(local).store(StaffProfile)
  const copies = (await shown.all()).records
  const changed = (await profiles.all()).records.find(
    ({ pupil, goodAt }) => goodAt !== null && copies.some((copy) => copy.pupil === pupil),
  )!
  await profiles.update(changed, { goodAt: 'Builds bridges that hold' })
  await goTo(local, 'today')
  await whole(local)
  const chase = button(local, /^Chase \d+$/).first()
  const count = Number((await chase.textContent())!.replace(/\D/g, ''))
  const before = (await chases.all()).records.length
  await chase.click()
  await frame.getByRole('region', { name: 'Who is this for?' }).waitFor()
  await local.shot('today-chase-advice')
  expect(await seriousOn(local, 'letters')).toEqual([])
  await forWhom(local)
  await frame.getByText(/^(\d+ reminders|Reminder) logged/).first().waitFor()
  expect((await chases.all()).records.length).toBe(before + count)
  const note = (await recordsOf(local).store(Disclosure).all()).records.map((row) => row.note)
  expect(note.filter((words) => words === 'From Today: Advice asked for').length).toBeGreaterThan(1)

  await goTo(local, 'today?show=records')
  await whole(local, 'Out of date or missing')
  const again = button(local, 'Publish again')
  const name = await again.count()
  await again.first().click()
  await frame.getByText('Builds bridges that hold').or(frame.getByText('Changed since published')).first().waitFor()
  await local.shot('today-publish')
  await frame.getByRole('button', { name: 'Publish changes' }).click()
  await frame.getByText('Staff can now see it as it is').first().waitFor()
  await expect.poll(() => again.count()).toBe(name - 1)
}) // prettier-ignore

test('a head sees no button that writes, not even until it is known; the week prints whole', async () => {
  const local = await openLocal({ page: 'teams', persona: 'head' })
  const { frame, page } = local
  await page.route('**/graph/**', async (route) => {
    if (route.request().method() === 'PATCH') await new Promise((done) => setTimeout(done, 3_000))
    await route.continue()
  })
  await frame.locator('[data-work]').first().waitFor()
  const writes = frame.getByRole('button', { name: /^(Mark as done|Chase|Write chase letter|Finish report)/ })
  expect(await writes.count()).toBe(0)
  expect(await button(local, 'Open the meeting').count()).toBeGreaterThan(0)
  await button(local, 'Open').first().waitFor()
  expect(await writes.count()).toBe(0)
  await whole(local)

  await frame.locator('html').evaluate(() => {
    window.print = () => {
      const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
      document.documentElement.dataset['printed'] =
        `<style>${rules.join('\n')}</style>${document.querySelector('.paper')!.outerHTML}`
    }
  }) // prettier-ignore
  await frame.getByRole('button', { name: 'Print my week' }).click()
  await frame.getByRole('region', { name: /^Why are you/ }).or(frame.getByRole('region', { name: 'Who is this for?' })).first().waitFor() // prettier-ignore
  await forWhom(local)
  const html = () => frame.locator('html').evaluate((root) => root.dataset['printed'] ?? '')
  await expect.poll(html).not.toBe('')
  const browser = await connectBrowser()
  const paper = await browser.newPage()
  await paper.setContent(await html())
  const printed = (await paper.locator('.paper').textContent())!
  const lines = await paper.locator('.paper tr').count()
  const told = await paper.locator('.paper h2').allTextContents()
  expect(lines).toBe(told.reduce((sum, words) => sum + Math.min(60, Number(/\d+$/.exec(words)![0])), 0))
  expect(printed).toContain('Confidential')
  const pdf = await paper.pdf({ format: 'A4' })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  await browser.close()
  // What one page of A4 holds, with room for lines that wrap: no page is all but empty, and none is lost.
  expect(pages).toBeGreaterThanOrEqual(Math.ceil(lines / 60))
  expect(pages).toBeLessThanOrEqual(Math.ceil(lines / 25))
})

test('support that has stopped: each answer to “what now” is stored for all its pupils, takes its line away, and can be taken back', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  const today = londonDay(new Date())
  const { lines, runs } = await stopped(local, today)
  const read = async () =>
    (await records.store(Allocation).all()).records
      .filter(({ key }) => lines.includes(key))
      .map(({ until, exitDecision }) => ({ until, exitDecision }))
  const group = async () => (await records.store(Group).byKey(runs)).until
  const before = await read()
  const groupBefore = await group()
  await goTo(local, 'today')
  await whole(local)
  const row = rows(local).filter({ hasText: 'Goldthread test group' })
  const open = async () => {
    await row.getByRole('button', { name: 'Say what now' }).click()
    return row.or(frame.locator('main')).getByRole('button', { name: 'Not now' })
  }
  const undone = async () => {
    await frame.getByRole('button', { name: 'Undo' }).first().click()
    await expect.poll(read).toEqual(before)
    await expect.poll(group).toBe(groupBefore)
    await whole(local)
    await expect.poll(() => row.count()).toBe(1)
  }
  await (await open()).click()
  expect(await read()).toEqual(before)

  for (const [words, exitDecision] of [
    ['Met: it ended', 'met'],
    ['Something else instead', 'change'],
    ['More help', 'escalate'],
  ] as const) {
    await open()
    if (exitDecision === 'met') {
      await local.shot('today-what-now')
      expect(await seriousOn(local, 'what now')).toEqual([])
    }
    await frame.getByRole('button', { name: words }).click()
    await expect.poll(read).toEqual(before.map((each) => ({ ...each, exitDecision })))
    await expect.poll(() => row.count()).toBe(0)
    await undone()
  }

  // A day that is over is refused; one to come moves the group, and a line that had the same last day of its own.
  await open()
  const until = frame.getByRole('textbox', { name: /^Carry on until/ })
  await until.fill('1 sep 2026')
  await until.press('Tab')
  await frame.getByText('A day to come, up to which it carries on').waitFor()
  expect(await frame.getByRole('button', { name: 'Carry on', exact: true }).isDisabled()).toBe(true)
  const later = addDays(today, 21)
  await until.fill(showDay(later))
  await until.press('Tab')
  await frame.getByRole('button', { name: 'Carry on', exact: true }).click()
  await expect.poll(group).toBe(later)
  await expect.poll(async () => (await read()).map(({ until: day }) => day)).toEqual([null, later])
  await expect.poll(() => row.count()).toBe(0)
  await undone()
})
