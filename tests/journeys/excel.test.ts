import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { nodeXml } from '../../src/emulator/office/nodeXml.ts'
import { readWorkbook } from '../../src/emulator/office/excel/readXlsx.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { forWhom, openLocal, type Local } from './harness.ts'

const insert = async (local: Local): Promise<void> => {
  // Timetable, delivery, impact and the year's money are worked out in the page itself.
  local.page.setDefaultTimeout(90_000)
  await local.frame.getByRole('button', { name: 'Insert provision map' }).click()
  await local.frame.getByText('Provision map inserted').waitFor()
}
/** What a cell shows, by the name that it is read aloud by. */
const cell = (local: Local, place: string) => local.page.locator(`[role="gridcell"][aria-label^="${place} "]`)
const sheet = (local: Local, name: string) => local.page.getByRole('tab', { name, exact: true }).click()
const shownIn = async (local: Local, place: string): Promise<string> =>
  (await cell(local, place).getAttribute('aria-label'))!.slice(place.length + 1)

test('a map is inserted, a rate is changed, and the total follows; what is saved opens again', async () => {
  const local = await openLocal({ page: 'excel' })
  const figures = local.frame.getByLabel('What the map comes to')
  await figures.getByText('£').first().waitFor()
  const promised = (await figures.textContent())!.match(/£[\d,]+\.\d\d/)![0]
  await insert(local)
  await cell(local, 'A1').waitFor()
  await local.shot('excel-map')
  await sheet(local, 'Totals')
  expect(await shownIn(local, 'B6')).toBe(promised)
  await local.shot('excel-totals')
  await sheet(local, 'Rates and rules')
  await local.shot('excel-rates')
  for (const place of ['D10', 'D11', 'D12', 'D13', 'D14']) {
    if ((await shownIn(local, place)) === '') continue
    await cell(local, place).click()
    const bar = local.page.getByRole('textbox', { name: `What is in ${place}` })
    await bar.fill('999')
    await bar.press('Enter')
  }
  await sheet(local, 'Totals')
  await expect.poll(() => shownIn(local, 'B6')).not.toBe(promised)
  const [download] = await Promise.all([
    local.page.waitForEvent('download'),
    local.page.getByRole('button', { name: 'Save' }).first().click(),
  ])
  const saved = join(inject('scratch'), 'saved.xlsx')
  await download.saveAs(saved)
  const book = readWorkbook(await readFile(saved), 'saved.xlsx', nodeXml())
  expect(book.sheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'Sheet1',
      'Provision map',
      'Totals',
      'Money',
      'Money lines',
      'Money weeks',
      'Rates and rules',
      'About this map',
      'Lists',
      'Last export',
    ]),
  )
})

const choose = async (local: Local, option: string): Promise<void> => {
  await local.frame.getByRole('combobox', { name: 'Show' }).click()
  await local.frame.getByRole('option', { name: option, exact: true }).click()
}
const type = async (local: Local, place: string, text: string): Promise<void> => {
  await cell(local, place).click()
  const bar = local.page.getByRole('textbox', { name: `What is in ${place}` })
  await bar.fill(text)
  await bar.press('Enter')
}
const costAt = (local: Local): Promise<string> => shownIn(local, 'M4')

test('what the pane says a part comes to is in the file that it gives, and that file opens on the page', async () => {
  const local = await openLocal({ page: 'excel' })
  const figures = local.frame.getByLabel('What the map comes to')
  const whole = await figures.textContent()
  await choose(local, 'Universal provision')
  await local.frame.getByText('Nothing runs here this school year').waitFor()
  expect(await local.frame.getByRole('button', { name: 'Insert provision map' }).isDisabled()).toBe(true)
  await choose(local, 'Specialist provision')
  await expect.poll(() => figures.textContent()).not.toContain('£0.00')
  const part = (await figures.textContent())!
  expect(part).not.toBe(whole)
  await local.frame.getByRole('button', { name: 'Download .xlsx' }).click()
  const [download] = await Promise.all([local.page.waitForEvent('download'), forWhom(local)])
  expect(download.suggestedFilename()).toMatch(/^Provision map \d{4}-\d\d-\d\d specialist provision\.xlsx$/)
  const path = join(inject('scratch'), 'part.xlsx')
  await download.saveAs(path)
  const open = local.page.getByLabel('Open an Excel workbook')
  await open.setInputFiles(path)
  await local.page.getByRole('tab', { name: 'Totals', exact: true }).waitFor()
  await sheet(local, 'Totals')
  expect(part).toContain(await shownIn(local, 'B6'))
  const text = join(inject('scratch'), 'letter.xlsx')
  await writeFile(text, 'Dear parent')
  await open.setInputFiles(text)
  await local.page.getByText('letter.xlsx is not an Excel workbook').waitFor()
  expect(part).toContain(await shownIn(local, 'B6'))
})

test('cells take what Excel takes: hours change a cost, rubbish does not, a name like a formula stays a name', async () => {
  const local = await openLocal({ page: 'excel' })
  await insert(local)
  const before = await costAt(local)
  await type(local, 'J4', 'lots')
  await local.page.getByText('Minutes a session is a number from 0 to 600.').waitFor()
  await local.page.keyboard.press('Escape')
  await type(local, 'F4', 'Wizard')
  await local.page.getByText('Choose who delivers it from the list.').waitFor()
  await local.page.keyboard.press('Escape')
  expect(await costAt(local)).toBe(before)
  await type(local, 'C4', '=1+1')
  expect(await shownIn(local, 'C4')).toBe('=1+1')
  await type(local, 'J4', '599')
  await expect.poll(() => costAt(local)).not.toBe(before)
  await type(local, 'L4', '')
  expect(await costAt(local)).toBe('Unfinished')
  expect(await shownIn(local, 'N4')).toBe('how many pupils share it')
})

test('the file that is saved to SharePoint is the map, also when the connection was away in between', async () => {
  const local = await openLocal({ page: 'excel' })
  const { page, frame, server } = local
  local.ignore(/ERR_INTERNET_DISCONNECTED/)
  const save = frame.getByRole('button', { name: 'Save to the library' })
  await save.waitFor()
  await page.context().setOffline(true)
  await save.click()
  await forWhom(local)
  await frame.getByText('You are offline').waitFor()
  await page.context().setOffline(false)
  const link = frame.getByRole('link', { name: 'Open it' })
  await link.waitFor()
  const name = (await frame.getByText('Saved as').textContent())!.match(/Saved as (.*\.xlsx) in/)![1]!
  const answer = await server.emulator.handle(
    new Request(
      `https://graph.microsoft.com/v1.0/sites/${localConfig.schools[0]!.sites.senco}:/drive/root:/Provision maps/${name}:/content`,
      { headers: { authorization: `Bearer ${server.emulator.admin.tokenFor('senco')}` } },
    ),
  )
  expect(answer.status).toBe(200)
  const book = readWorkbook(new Uint8Array(await answer.arrayBuffer()), name, nodeXml())
  expect(book.sheets.map((one) => one.name)).toContain('Provision map')
})

test('a second map asks what becomes of the first', async () => {
  const local = await openLocal({ page: 'excel', query: { theme: 'dark' } })
  await insert(local)
  await local.frame.getByRole('button', { name: 'Insert provision map' }).click()
  const card = local.frame.getByRole('region', { name: /has a map already/ })
  await card.waitFor()
  await local.shot('excel-ask-dark')
  await card.getByRole('button', { name: 'Replace' }).click()
  await local.frame.getByText('Provision map inserted').waitFor()
  expect(await local.page.getByRole('tab', { name: /^Provision map/ }).count()).toBe(1)
})

test('somebody without access is told so, not shown an empty map', async () => {
  const local = await openLocal({ page: 'excel', persona: 'teacher' })
  await local.frame.getByRole('alert').waitFor()
  expect(await local.frame.getByRole('button', { name: 'Insert provision map' }).count()).toBe(0)
  await local.shot('excel-no-access')
})
