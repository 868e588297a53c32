import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readParagraphs } from '../../src/documents/readParagraphs.ts'
import { fullName, Pupil } from '../../src/domain/records/pupil.ts'
import { Referral } from '../../src/domain/records/referral.ts'
import { Service } from '../../src/domain/records/service.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const bytesOf = async (local: Local, press: () => Promise<void>) => {
  const coming = local.page.waitForEvent('download')
  await press()
  await forWhom(local)
  const file = await coming
  const path = join(await mkdtemp(join(tmpdir(), 'goldthread-duties-')), 'file')
  await file.saveAs(path)
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(path)) }
}

test('the SENCO refers a pupil: agreement first, then each day with one click; it is on Today, on the pupil’s page and in the chronology', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  const [{ records: pupils }, { records: services }] = await Promise.all([
    records.store(Pupil).all(),
    records.store(Service).all(),
  ])
  const pupil = pupils.find(({ status, left, planIssued }) => status === 'K' && left === null && !planIssued)!
  const service = services.find(({ kind }) => kind === 'occupational')!
  await goTo(local, 'today')
  const bar = frame.getByRole('navigation', { name: 'Parts of SEND' })
  await bar.getByRole('link', { name: 'With others' }).click()
  await frame.getByRole('heading', { level: 1, name: 'With others' }).waitFor()
  await frame.getByRole('table').first().waitFor()
  await local.shot('duties-referrals-1440')
  expect(await seriousOn(local)).toEqual([])

  await frame.getByRole('button', { name: 'Begin a referral' }).click()
  const form = frame.getByRole('form', { name: 'Begin a referral' })
  await form.getByRole('button', { name: 'Begin a referral' }).click()
  await form.getByText('Why we ask is needed').waitFor()
  await form.getByRole('combobox', { name: /^Pupil/ }).fill(fullName(pupil))
  await frame
    .getByRole('option', { name: new RegExp(`^${fullName(pupil)}`) })
    .first()
    .click()
  await form.getByRole('combobox', { name: /^Service/ }).fill(service.name)
  await frame.getByRole('option', { name: service.name }).click()
  await form.getByRole('textbox', { name: 'Why we ask' }).fill('Holds a pencil with pain after ten minutes.')
  await form.getByRole('button', { name: 'Begin a referral' }).click()

  await frame.getByRole('heading', { level: 1, name: fullName(pupil) }).waitFor()
  await frame.getByText('Agreement needed').first().waitFor()
  const next = frame.getByRole('group', { name: 'What comes next' })
  // Nothing is sent before somebody agreed.
  expect(await next.getByRole('button', { name: 'Sent today' }).count()).toBe(0)
  await next.getByRole('button', { name: 'Record the agreement' }).click()
  await frame.getByRole('combobox', { name: 'Agreement' }).click()
  await frame.getByRole('option', { name: 'In writing' }).click()
  await next.getByRole('button', { name: 'Sent today' }).click()
  await frame.getByText('Referral sent today').first().waitFor()
  await next.getByRole('button', { name: 'Acknowledged today' }).waitFor()
  await local.shot('duties-referral-1440')
  expect(await seriousOn(local)).toEqual([])
  const mine = async () =>
    (await records.store(Referral).about('pupil', pupil.key)).records.find(
      ({ service: to }) => to === service.key,
    )
  await expect.poll(async () => (await mine())?.sentOn).toBeTruthy()
  await next.getByRole('button', { name: 'Put on their waiting list' }).click()
  await frame.getByText('On the waiting list', { exact: true }).first().waitFor()
  // One click is taken back with one click.
  await frame.getByRole('button', { name: 'Undo' }).first().click()
  await expect.poll(async () => (await mine())?.listedOn).toBeNull()

  // The letter says why and that somebody agreed.
  await frame.getByRole('button', { name: 'Referral letter' }).click()
  const letter = frame.getByRole('region', { name: 'Letter of this referral' })
  const { bytes } = await bytesOf(local, () =>
    letter.getByRole('button', { name: 'Download for Word' }).click(),
  )
  const said = readParagraphs(strFromU8(unzipSync(bytes)['word/document.xml']!))
    .map(({ text }) => text)
    .join('\n')
  expect(said).toContain('Holds a pencil with pain after ten minutes.')
  expect(said).toContain(service.name)
  expect(said).toContain('agreed to this referral')

  await goTo(local, `pupil/${pupil.key}/services`)
  const own = frame.getByRole('region', { name: 'Referrals' })
  await own.getByText(`Referral to ${service.name}`).first().waitFor()
  await local.shot('duties-pupil-1440')
  expect(await seriousOn(local)).toEqual([])
  await goTo(local, `pupil/${pupil.key}/chronology`)
  await frame.getByText(`Referred to ${service.name}`).waitFor()
})

test('the list narrows to what waits, is found by words, and leaves as a workbook and as text', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  await goTo(local, 'with/referrals')
  const chips = frame.getByRole('group', { name: 'Show only' })
  await chips.getByRole('button', { name: /^Overdue/ }).click()
  const rows = frame.getByRole('table').first().locator('tbody tr')
  await expect
    .poll(() => frame.locator('body').evaluate(() => window.location.hash))
    .toContain('show=overdue')
  const overdue = await rows.count()
  expect(overdue).toBeGreaterThan(0)
  for (const text of await rows.allInnerTexts()) expect(text).toContain('overdue')
  const { name, bytes } = await bytesOf(local, async () => {
    await frame.getByRole('button', { name: 'Print or export' }).click()
    await frame.getByRole('menuitem', { name: 'As text (.csv)' }).click()
  })
  expect(name).toMatch(/\.csv$/)
  expect(strFromU8(bytes).trim().split('\r\n')).toHaveLength(overdue + 1)
  const book = await bytesOf(local, async () => {
    await frame.getByRole('button', { name: 'Print or export' }).click()
    await frame.getByRole('menuitem', { name: 'For Excel (.xlsx)' }).click()
  })
  expect(Object.keys(unzipSync(book.bytes))).toContain('xl/worksheets/sheet1.xml')
  await frame.getByRole('searchbox').fill('no such word anywhere')
  await frame.getByText('No row of this list is as you look for it.').waitFor()
  await frame.getByRole('button', { name: 'Show all' }).click()
  await expect.poll(() => rows.count()).toBeGreaterThan(overdue)
})

test('services are checked with one click, and families get a list that names no child', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  await goTo(local, 'with/services')
  await frame.getByRole('heading', { level: 1, name: 'With others' }).waitFor()
  // Words for which the bar has no room are in its menu; where one is stays in sight.
  const bar = frame.getByRole('navigation', { name: 'Parts of SEND' })
  await bar.getByRole('button', { name: 'More' }).click()
  await frame.getByRole('menuitem', { name: 'School' }).waitFor()
  await local.page.keyboard.press('Escape')
  await bar.getByRole('link', { name: 'With others' }).waitFor()
  await local.shot('duties-services-1440')
  expect(await seriousOn(local)).toEqual([])
  const list = frame.getByRole('region', { name: 'A list for families' })
  const { bytes } = await bytesOf(local, () =>
    list.getByRole('button', { name: 'Download for Word' }).click(),
  )
  const said = readParagraphs(strFromU8(unzipSync(bytes)['word/document.xml']!))
    .map(({ text }) => text)
    .join('\n')
  expect(said).toContain('Ridingdale SENDIASS')
  // Only what is marked for families.
  expect(said).not.toContain('Educational Psychology Service')
  await frame.getByRole('link', { name: 'Hallowby Autism Families' }).click()
  await frame.getByText('Never checked').first().waitFor()
  await frame.getByRole('button', { name: 'Checked today' }).click()
  await frame.getByText('Checked', { exact: true }).first().waitFor()
})
