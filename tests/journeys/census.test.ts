import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { CensusSetting } from '../../src/domain/records/censusSetting.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

/** Brings about what a register has in January: a rank twice, a need without SEN, NSA beside another, a pupil without a need. */
const muddled = async (local: Local) => {
  const records = recordsOf(local)
  const pupils = (await records.store(Pupil).all()).records.filter(({ left }) => left === null)
  const needs = (await records.store(Need).all()).records
  const own = (key: string) => needs.filter(({ pupil }) => pupil === key)
  const support = pupils.filter(({ key, status }) => status === 'K' && own(key).length === 2)
  const [twice, nsa] = [support[0]!, support[1]!]
  for (const need of own(twice.key)) await records.store(Need).update(need, { rank: 1 })
  const [first] = own(nsa.key)
  await records.store(Need).update(first!, { type: 'NSA', from: null })
  const without = pupils.filter(({ status }) => status === 'N').slice(0, 3)
  for (const { key } of without)
    await records.store(Need).create(blank(Need, { pupil: key, type: 'SLCN', rank: 1, from: '2024-01-08' }))
  const alone = support[2]!
  for (const need of own(alone.key)) await records.store(Need).archive(need, 'Test')
  return { twice, nsa, without, alone }
}

test('a spring census is checked: what is wrong by rule, a fix by one click with Undo, all of a rule as a job', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const { twice, without, alone } = await muddled(local)
  const records = recordsOf(local)
  const ranks = async () =>
    (await records.store(Need).about('pupil', twice.key)).records.map(({ rank }) => rank).toSorted()
  await goTo(local, 'census')
  await frame.getByRole('heading', { level: 1, name: 'Census check' }).waitFor()
  await frame.getByRole('button', { name: 'Spring 21 Jan 2027' }).click()
  await frame.getByText('Spring census, Thu 21 Jan 2027').waitFor()
  const summed = await frame.getByText(/on roll on that day/).textContent()
  const numbers = summed!.match(/\d+/g)!.map(Number)
  expect(numbers[0]).toBe(numbers.slice(1).reduce((sum, count) => sum + count, 0))
  await frame.getByText('Together').waitFor()
  const found = [await seriousOn(local, 'census')]
  await local.shot('census')

  const section = (name: string) => frame.getByRole('region', { name })
  const rankLine = section('Ranks do not run 1, 2, …').getByRole('listitem').first()
  await rankLine.getByRole('button', { name: /^Rank them 1 \w+, 2 \w+$/ }).click()
  await frame.getByText('Put right', { exact: true }).waitFor()
  await expect.poll(ranks).toEqual([1, 2])
  await expect.poll(() => section('Ranks do not run 1, 2, …').count()).toBe(0)
  await frame.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(ranks).toEqual([1, 1])
  await section('Ranks do not run 1, 2, …').waitFor()
  await section('NSA beside another type of need')
    .getByRole('button', { name: /^End NSA on/ })
    .waitFor()

  await section('No SEN, but a type of need').getByRole('button', { name: 'Put all 3 right' }).click()
  await section('No SEN, but a type of need').getByRole('button', { name: 'Change 3 pupils' }).click()
  await frame.getByText(/^Finished: 3 of 3/).waitFor()
  for (const { key } of without)
    expect((await records.store(Need).about('pupil', key)).records).toMatchObject([
      { until: expect.any(String) },
    ])

  await goTo(local, 'census?census=spring&day=2027-01-21')
  await section('No type of need').waitFor()
  expect(await section('No SEN, but a type of need').count()).toBe(0)
  await section('No type of need').getByRole('link', { name: 'Add a need' }).first().click()
  await expect
    .poll(() => frame.locator('body').evaluate(() => window.location.hash))
    .toBe(`#/oakfield/pupil/${alone.key}/needs`)
  expect(found.flat()).toEqual([])
})

test('the census summary is printed, everybody goes out in census codes, and another day is taken', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  await muddled(local)
  await goTo(local, 'census?census=spring&day=2027-01-21')
  await frame.getByText(/on roll on that day/).waitFor()
  await frame.locator('body').evaluate(() => {
    window.print = () => undefined
  })
  await frame.getByRole('button', { name: 'Print the summary' }).click()
  await forWhom(local)
  const paper = frame.locator('.paper')
  await paper.locator('table').waitFor({ state: 'attached' })
  expect(await paper.textContent()).toMatch(
    /Spring census, 21 Jan 2027.*on roll: EHC plan 12, SEN support 5\d/,
  )
  expect(await paper.locator('tbody tr').count()).toBeGreaterThan(4)
  await page.emulateMedia({ media: 'print' })
  await local.shot('census-paper')
  await page.emulateMedia({ media: 'screen' })
  await frame.locator('body').evaluate(() => void window.dispatchEvent(new Event('afterprint')))

  await frame.getByRole('button', { name: 'Export in census codes (CSV)' }).click()
  const coming = page.waitForEvent('download')
  await forWhom(local)
  const copy = join(inject('scratch'), 'census.csv')
  await (await coming).saveAs(copy)
  const lines = (await readFile(copy, 'utf8')).trim().split('\r\n')
  expect(lines).toHaveLength(413)
  expect(lines.filter((line) => line.includes(',E,'))).toHaveLength(12)

  const day = frame.getByRole('textbox', { name: 'Census day' })
  await day.fill('28/1/2027')
  await page.keyboard.press('Tab')
  await frame.getByText(/Thu 28 Jan 2027: a day that you look at/).waitFor()
  await frame.getByRole('button', { name: 'Keep it as the census day' }).click()
  await frame.getByRole('textbox', { name: /^Where it is written/ }).fill('Letter of 12 Nov 2026')
  await frame.getByRole('button', { name: 'Keep 28 Jan 2027 as the census day' }).click()
  await frame.getByText(': Letter of 12 Nov 2026').waitFor()
  await frame.getByRole('button', { name: 'Spring 28 Jan 2027' }).waitFor()
  const kept = async () =>
    (await recordsOf(local).store(CensusSetting).all()).records.map(({ what, day, source }) => [
      what,
      day,
      source,
    ])
  expect(await kept()).toEqual([['spring', '2027-01-28', 'Letter of 12 Nov 2026']])
  await frame.getByRole('button', { name: 'Census days and codes' }).click()
  await frame.getByText('Spring census day: Thu 28 Jan 2027').waitFor()
  await frame.getByText(/Schools Week on the Department/).waitFor()
  const found = [await seriousOn(local, 'census days and codes')]
  await local.shot('census-kept')
  await frame.getByRole('button', { name: 'Back to the usual day' }).click()
  await frame.getByRole('button', { name: 'Spring 21 Jan 2027' }).waitFor()
  expect(await kept()).toEqual([])
  await frame.getByRole('button', { name: 'Undo' }).click()
  await frame.getByRole('button', { name: 'Spring 28 Jan 2027' }).waitFor()
  expect(found.flat()).toEqual([])
  await frame.getByRole('button', { name: 'Autumn 1 Oct 2026' }).click()
  await frame.getByText('Autumn census, Thu 1 Oct 2026').waitFor()
  expect(await frame.getByRole('region', { name: 'No type of need' }).count()).toBe(0)
  await local.shot('census-autumn')
})
