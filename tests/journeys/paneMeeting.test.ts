import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { Action } from '../../src/domain/records/action.ts'
import { Contributor } from '../../src/domain/records/contributor.ts'
import { Review } from '../../src/domain/records/review.ts'
import { View } from '../../src/domain/records/view.ts'
import { seriousOn } from './axe.ts'
import { type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

/** From 320 to 450 pixels: Office gives a pane no less and no more. */
const widen = async ({ page }: Local, to: 'ArrowRight' | 'ArrowLeft'): Promise<void> => {
  const edge = page.getByRole('separator', { name: 'Width of the task pane' })
  await edge.focus()
  for (let at = 0; at < 14; at++) await page.keyboard.press(to)
}
const field = (page: Page, name: string) => page.locator(`[data-tag^="rv."][data-tag$=".${name}"]`)

/** What stands out of the pane's width: nothing may. */
const tooWide = ({ frame }: Local): Promise<string[]> =>
  frame.locator('body').evaluate((body) => {
    const { clientWidth } = body
    return [...body.querySelectorAll<HTMLElement>('main *')]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > clientWidth + 0.5)
      .map((one) => one.outerHTML.slice(0, 120))
  })

test('a meeting is held beside its minutes: begun, gone through, added to, and what is typed in Word counts', async () => {
  const local = await openLocal({ page: 'word', viewport: { width: 1100, height: 900 } })
  const { frame, page } = local
  await widen(local, 'ArrowRight')
  await frame.getByRole('main').getByRole('listitem').first().getByRole('button').click()
  await frame.getByRole('button', { name: 'Insert minutes' }).click()
  await frame.getByText('Minutes inserted').waitFor()
  const review = (await field(page, 'working').getAttribute('data-tag'))!.split('.')[1]!
  const records = recordsOf(local)
  const people = async () => (await records.store(Contributor).about('review', review)).records
  const before = await people()

  // Begun: the record says so, and the agenda's clock runs.
  await frame.getByRole('tab', { name: 'Meeting' }).click()
  await frame.getByRole('button', { name: 'Start the meeting' }).click()
  await frame.getByRole('timer').waitFor()
  expect(await frame.locator(':focus').innerText()).toBe('Who is here')
  await expect.poll(async () => (await records.store(Review).byKey(review)).meetingBegan).not.toBeNull()

  // On to the next part, and by the agenda to another: the document goes along.
  await frame.getByRole('button', { name: /^Next: / }).click()
  await frame.getByRole('heading', { name: 'The child’s views' }).waitFor()
  await frame
    .getByRole('navigation', { name: 'Agenda' })
    .getByRole('button', { name: /^Health and social care/ })
    .click()
  const health = page.getByRole('heading', { name: 'Health and social care' })
  await expect.poll(() => health.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(900)
  await expect.poll(() => health.evaluate((one) => one.getBoundingClientRect().top)).toBeGreaterThan(0)
  expect(await tooWide(local)).toEqual([])

  // Added: an action, who came, somebody new, and a view of this part; each stored at once.
  await frame.getByRole('button', { name: 'Action', exact: true }).click()
  await frame.getByRole('textbox', { name: /^What will be done/ }).fill('Ask for a hearing test')
  await frame.getByRole('button', { name: 'Add the action' }).click()
  await frame.getByText(/^Saved \d\d:\d\d: action/).waitFor()
  expect((await records.store(Action).about('review', review)).records).toContainEqual(
    expect.objectContaining({ what: 'Ask for a hearing test', status: 'open' }),
  )
  await frame.getByRole('button', { name: 'Who came' }).click()
  const parent = frame.getByRole('group', { name: 'Parent or carer: at the meeting' }).first()
  await parent.getByRole('button', { name: 'In person' }).click()
  await frame.getByRole('button', { name: 'Add somebody who came' }).click()
  await frame.getByRole('textbox', { name: /^Name/ }).fill('Wanda Kos')
  await frame.getByRole('combobox', { name: /^Role/ }).fill('Other')
  await frame.getByRole('option', { name: 'Other', exact: true }).click()
  await frame.getByRole('button', { name: 'Add somebody who came' }).click()
  await expect.poll(async () => (await people()).length).toBe(before.length + 1)
  expect(await tooWide(local)).toEqual([])
  await frame.getByRole('button', { name: 'What was said' }).click()
  const speakers = frame.getByRole('group', { name: 'Who is speaking' })
  await speakers.getByRole('button', { name: 'Wanda Kos' }).click()
  await frame.getByRole('textbox', { name: 'Wanda Kos says' }).fill('She hears better on the left.')
  await frame.getByRole('button', { name: 'Keep these words' }).click()
  await frame.getByText(/^Saved \d\d:\d\d: what was said/).waitFor()
  expect((await records.store(View).about('review', review)).records).toContainEqual(
    expect.objectContaining({
      name: 'Wanda Kos',
      words: 'She hears better on the left.',
      topic: 'Health and social care',
    }),
  )
  await frame.getByText(/changes of the record aren’t in this document yet/).waitFor()
  await local.shot('pane-meeting')

  // Not filled in: each gap leads to its field, and typing there closes it before anything is read back.
  const gaps = frame.getByRole('button', { name: /^Not filled in yet: / })
  await gaps.click()
  const asked = frame.getByRole('button', { name: 'Why the school recommends it' })
  const recommends = frame.getByRole('button', { name: 'What the school recommends' })
  await recommends.click()
  const choice = field(page, 'recommendation').getByRole('combobox')
  await expect.poll(() => choice.evaluate((one) => one.getBoundingClientRect().top)).toBeGreaterThan(0)
  await choice.selectOption('Amend the plan')
  await asked.waitFor()
  expect(await recommends.count()).toBe(0)
  await asked.click()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toContain('the reasons')
  await field(page, 'recommendationReasons').getByRole('textbox').first().fill('Regular access to support.')
  const count = frame.getByText('2 fields typed in Word aren’t in the record yet.')
  await count.waitFor()
  // Numbers that change by themselves are not read aloud.
  expect(
    await count.evaluate((one) => one.closest('[aria-live], [role=status], [role=alert], output')),
  ).toBeNull()
  expect(await asked.count()).toBe(0)
  expect(await tooWide(local)).toEqual([])
  expect(await seriousOn(local)).toEqual([])
  await widen(local, 'ArrowLeft')
  expect(await tooWide(local)).toEqual([])

  // Read back begins where the minutes are; then the meeting ends, as in Teams.
  await frame.getByRole('button', { name: 'Read back' }).click()
  await frame
    .getByRole('article', { name: /^The school recommends/ })
    .first()
    .waitFor()
  expect(await frame.locator(':focus').innerText()).toBe('Minutes')
  await frame.getByRole('tab', { name: 'Meeting' }).click()
  await frame.getByRole('button', { name: 'End the meeting' }).click()
  const end = frame.getByRole('region', { name: 'End the meeting' })
  await end
    .getByText('2 fields typed in Word aren’t in the record yet: Read back', { exact: false })
    .waitFor()
  await end.getByRole('textbox', { name: 'Why this stays open' }).fill('They had to leave at ten')
  await end.getByRole('button', { name: 'End the meeting all the same' }).click()
  await frame.getByText(/^The meeting ended at/).waitFor()
  const after = await records.store(Review).byKey(review)
  expect(after).toMatchObject({ stage: 'meetingHeld', recommendation: null })
  expect(Date.parse(after.meetingEnded!)).toBeGreaterThanOrEqual(Date.parse(after.meetingBegan!))
})

test('by keyboard alone a meeting is begun, moved on and added to, each step from where the last one left', async () => {
  const local = await openLocal({ page: 'word' })
  const { frame, page } = local
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const inFocus = () =>
    frame.locator(':focus').evaluate((one) => one.getAttribute('aria-label') ?? one.textContent)
  const tabTo = async (name: RegExp) => {
    for (let at = 0; at < 12; at++) {
      if (name.test((await inFocus()) ?? '')) return
      await press('Tab')
    }
    expect(await inFocus()).toMatch(name)
  }
  await frame.getByRole('main').getByRole('listitem').first().getByRole('button').click()
  await frame.getByRole('tab', { name: 'Minutes' }).focus()
  await press('ArrowRight', 'Enter')
  await frame.getByRole('button', { name: 'Start the meeting' }).waitFor()
  await tabTo(/^Start the meeting$/)
  await press('Enter')
  await expect.poll(inFocus).toBe('Who is here')
  await tabTo(/^Next: The child’s views$/)
  await press('Enter')
  await frame.getByRole('heading', { name: 'The child’s views' }).waitFor()
  await expect.poll(inFocus).toMatch(/^Next: /)
  await tabTo(/^Action$/)
  await press('Enter')
  await frame.getByRole('textbox', { name: /^What will be done/ }).waitFor()
  await press('Tab', 'Tab', 'Tab')
  await page.keyboard.type('Ring the clinic')
  await tabTo(/^Add the action$/)
  await press('Enter')
  await frame.getByText(/^Saved \d\d:\d\d: action/).waitFor()
  const actions = async () =>
    (await recordsOf(local).store(Action).all()).records.filter(({ what }) => what === 'Ring the clinic')
  expect(await actions()).toHaveLength(1)
  await frame.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(actions).toEqual([])
})
