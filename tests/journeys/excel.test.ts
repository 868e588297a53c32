import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { nodeXml } from '../../src/emulator/office/nodeXml.ts'
import { readWorkbook } from '../../src/emulator/office/excel/readXlsx.ts'
import { openLocal, type Local } from './harness.ts'

const insert = async (local: Local): Promise<void> => {
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
  expect(book.sheets.map(({ name }) => name)).toEqual([
    'Sheet1',
    'Provision map',
    'Totals',
    'Rates and rules',
    'About this map',
    'Lists',
  ])
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
