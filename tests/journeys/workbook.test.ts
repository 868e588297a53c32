import { expect, test } from 'vitest'
import { seriousOn } from './axe.ts'
import { openLocal, type Local } from './harness.ts'

const insert = async (local: Local): Promise<void> => {
  // Timetable, delivery, impact and the year's money are worked out in the page itself.
  local.page.setDefaultTimeout(90_000)
  await local.frame.getByRole('button', { name: 'Insert provision map' }).click()
  await local.frame.getByText('Provision map inserted').waitFor()
}
const cell = (local: Local, place: string) => local.page.locator(`[role="gridcell"][aria-label^="${place} "]`)
const shownIn = async (local: Local, place: string): Promise<string> =>
  (await cell(local, place).getAttribute('aria-label'))!.slice(place.length + 1)
const type = async (local: Local, place: string, text: string): Promise<void> => {
  await cell(local, place).click()
  const bar = local.page.getByRole('textbox', { name: `What is in ${place}` })
  await bar.fill(text)
  await bar.press('Enter')
}
const press = (local: Local, name: string | RegExp) => local.frame.getByRole('button', { name }).click()
const card = (local: Local, name: string | RegExp) => local.frame.getByRole('article', { name })
/** The cell says something else than it did, and it is a number of minutes. */
const otherMinutes = async (local: Local, place: string) =>
  (await shownIn(local, place)) === '25' ? '35' : '25'

test('what is changed in the map goes to the records, a second look finds nothing, and it can be undone', async () => {
  const local = await openLocal({ page: 'excel' })
  await insert(local)
  // What the sheets beside the map are made of is read when they are wanted.
  for (const name of ['Staff timetable', 'Delivery', 'Impact', 'Costing rules'])
    await local.page.getByRole('tab', { name, exact: true }).waitFor()
  const minutes = await otherMinutes(local, 'J4')
  await type(local, 'J4', minutes)
  await cell(local, 'A6').click()
  await local.page.keyboard.press('Control+5')
  await press(local, 'Send changes')
  const changed = card(local, /^J4 · Minutes a session/)
  await changed.waitFor()
  expect(await changed.textContent()).toContain(`In the sheet${minutes}`)
  const struck = card(local, /^A6 · Struck out/)
  await struck.getByRole('radio', { name: /It ended/ }).click()
  await struck.getByRole('textbox', { name: /Last day/ }).fill('16 Jul 2027')
  await struck.getByRole('textbox', { name: /Last day/ }).press('Tab')
  // A value of a group waits to be told for whom.
  const own = changed.getByRole('radio', { name: /for this pupil only/ })
  if ((await own.count()) > 0) await own.click()
  expect(await seriousOn(local, 'differences')).toEqual([])
  await local.page.emulateMedia({ forcedColors: 'active' })
  await local.shot('workbook-differences-forced-colours')
  await local.page.emulateMedia({ forcedColors: 'none' })
  await press(local, 'Send 2 changes')
  await local.frame.getByText('2 changes sent to the records.').waitFor()
  await local.shot('workbook-sent')
  await press(local, 'Send changes')
  await local.frame.getByText('The map says what the records say').waitFor()
  await press(local, 'Close')
  expect(await shownIn(local, 'H6')).toBe('16/07/2027')

  // What is taken back still stands in the sheet, and a refresh leaves it there.
  const next = minutes === '25' ? '40' : '45'
  await type(local, 'J4', next)
  await press(local, 'Send changes')
  await changed.waitFor()
  if ((await own.count()) > 0) await own.click()
  await press(local, 'Send 1 change')
  await local.frame.getByText('1 change sent to the records.').waitFor()
  await press(local, 'Undo what was sent')
  await local.frame.getByText('Taken back.').waitFor()
  await press(local, 'Send changes')
  await changed.waitFor()
  expect(await changed.textContent()).toContain(`In the record${minutes}`)
  await press(local, 'Close')
  await press(local, 'Refresh')
  await local.frame.getByRole('button', { name: 'Refresh the map' }).click()
  await local.frame.getByText('The map is up to date.').waitFor()
  expect(await shownIn(local, 'J4')).toBe(next)
})

test('a row typed below the table becomes a line, in a narrow pane too', async () => {
  const local = await openLocal({ page: 'excel', viewport: { width: 900, height: 1000 } })
  await insert(local)
  const pupil = await shownIn(local, 'A4')
  const provision = await shownIn(local, 'C5')
  const last = await local.page.evaluate(() =>
    document.querySelector('[role="grid"]')!.getAttribute('aria-rowcount'),
  )
  const below = Number(last) - 13
  await local.page.getByRole('grid').focus()
  for (let at = 0; at < below / 20; at++) await local.page.keyboard.press('PageDown')
  await type(local, `A${below}`, pupil)
  await type(local, `C${below}`, provision)
  await type(local, `G${below}`, '02/11/2026')
  await type(local, `J${below}`, '20')
  await press(local, 'Send changes')
  const fresh = card(local, new RegExp(`^A${below} · New line`))
  await fresh.waitFor()
  await fresh.getByRole('radio', { name: 'Add this line to the records' }).click()
  await local.shot('workbook-new-row')
  await press(local, 'Send 1 change')
  await local.frame.getByText('1 change sent to the records.').waitFor()
  await press(local, 'Send changes')
  await local.frame.getByText('The map says what the records say').waitFor()
})

test('somebody who only reads chooses sheets, sees what differs, and is told that they can’t send it', async () => {
  const local = await openLocal({ page: 'excel', persona: 'head', query: { theme: 'dark' } })
  await local.frame.getByText('Sheets beside the map').click()
  await local.frame.getByRole('radio', { name: 'Those whom I choose' }).click()
  await local.frame.getByRole('combobox', { name: 'A pupil to add' }).fill('akhtar')
  await local.frame
    .getByRole('option', { name: /Akhtar/ })
    .first()
    .click()
  await local.shot('workbook-sheets')
  expect(await seriousOn(local, 'sheets')).toEqual([])
  await insert(local)
  // A pupil's own sheet is called by initials and year group.
  await local.page.getByRole('tab', { name: /^Pupil [A-Z]{2}/ }).waitFor()
  await type(local, 'J4', await otherMinutes(local, 'J4'))
  await press(local, 'Send changes')
  await local.frame.getByText('You may read the school’s records but not change them').waitFor()
  expect(await local.frame.getByRole('button', { name: /^Send \d/ }).count()).toBe(0)
  await local.shot('workbook-reader-dark')
  expect(await seriousOn(local, 'reader, dark')).toEqual([])
})
