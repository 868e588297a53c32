import { expect, test } from 'vitest'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { PupilDocument } from '../../src/domain/records/pupilDocument.ts'
import { School } from '../../src/domain/records/school.ts'
import { seriousOn } from './axe.ts'
import { goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const withPlan = async (local: Local) => {
  const { records } = await recordsOf(local).store(Pupil).all()
  return records.find(({ status, alertMedical }) => status === 'E' && !alertMedical)!
}

test('a record opens with the pupil at a glance, and a break in the thread is mended from where it is shown', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const pupil = await withPlan(local)
  const store = recordsOf(local).store(Pupil)
  await store.update(pupil, { alertMedical: true })
  const outcomes = recordsOf(local).store(Outcome)
  const own = (await outcomes.about('pupil', pupil.key)).records.find(({ status }) => status === 'current')!
  await outcomes.update(own, { measure: null })
  await goTo(local, `pupil/${pupil.key}`)
  await frame.getByRole('list', { name: 'Alerts' }).getByText('Medical or health-care plan').waitFor()
  await frame.getByRole('region', { name: 'At a glance' }).getByText('SEN status').waitFor()
  const thread = frame.getByRole('region', { name: 'Golden thread' })
  const row = thread
    .getByRole('row')
    .filter({ hasText: own.text.slice(0, 60) })
    .first()
  await row.getByRole('button', { name: 'Nothing says how it is measured' }).click()
  await frame.getByText('Source: SEND Code of Practice 9.66').first().waitFor()
  await local.page.keyboard.press('Escape')
  await local.shot('pupil-thread')
  expect(await seriousOn(local)).toEqual([])
  await row.getByRole('button', { name: 'Say how' }).click()
  const measure = frame.getByRole('textbox', { name: /^How it is measured/ })
  await measure.fill('Tally of words used in a lesson')
  await measure.press('Tab')
  await expect
    .poll(async () => (await outcomes.byKey(own.key)).measure)
    .toBe('Tally of words used in a lesson')
  await goTo(local, `pupil/${pupil.key}`)
  await row.waitFor()
  expect(await row.getByText('Nothing says how it is measured').count()).toBe(0)
})

test('a paper goes into the library under initials and date, and opens from there; an empty file is told, not lost', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const pupil = await withPlan(local)
  await goTo(local, `pupil/${pupil.key}/documents`)
  await frame.getByText('EHC plan').first().waitFor()
  await frame.getByLabel('Documents', { exact: true }).setInputFiles([
    {
      name: 'Speech_report of the child.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 made up'),
    },
    { name: 'nothing.docx', mimeType: 'application/octet-stream', buffer: Buffer.alloc(0) },
  ])
  await frame.getByText('nothing.docx: The file is empty.').waitFor()
  const card = frame.getByRole('button', { name: /^Speech report of the child/ })
  await card.waitFor()
  const link = frame.getByRole('link', { name: 'Open', exact: true })
  await link.waitFor()
  expect(await link.getAttribute('href')).toMatch(/Documents\/[A-Z]{2}%20\d{4}-\d\d-\d\d%20[0-9A-Z]{6}\.pdf$/)
  await local.shot('pupil-documents')
  expect(await seriousOn(local)).toEqual([])
  await frame.getByRole('button', { name: 'Leave it out' }).click()
  const { records } = await recordsOf(local).store(PupilDocument).about('pupil', pupil.key)
  expect(records.filter(({ file }) => file !== null)).toMatchObject([{ title: 'Speech report of the child' }])
})

test('the chronology tells of everything, leads to where it is recorded, and of what was written down alone', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const pupil = await withPlan(local)
  await goTo(local, `pupil/${pupil.key}/chronology`)
  const list = frame.getByRole('list', { name: 'What happened' })
  await list.getByText('EHC plan first issued').waitFor()
  await list
    .getByText(/^Support began: /)
    .first()
    .waitFor()
  await local.shot('pupil-chronology')
  expect(await seriousOn(local)).toEqual([])
  await list
    .getByRole('listitem')
    .filter({ hasText: 'EHC plan first issued' })
    .getByRole('link', { name: 'Where' })
    .click()
  await frame.getByRole('textbox', { name: /^EHC plan first issued/ }).waitFor()
})

test('a photo is shown only where the school shows photos and consent was given', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const pupil = await withPlan(local)
  const schools = recordsOf(local).store(School)
  const [, newest] = (await schools.all()).records.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  await schools.update(newest!, { photos: true })
  await goTo(local, `pupil/${pupil.key}/details`)
  const button = frame.getByRole('button', { name: 'Add a photo' })
  await button.waitFor()
  expect(await button.isDisabled()).toBe(true)
  const consent = frame.getByRole('textbox', { name: /^Consent to the photo given on/ })
  await consent.fill('1 Sep 2025')
  await consent.press('Tab')
  await expect.poll(() => button.isDisabled()).toBe(false)
  const [chosen] = await Promise.all([local.page.waitForEvent('filechooser'), button.click()])
  // One pixel, as PNG.
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  await chosen.setFiles({ name: 'face.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') })
  await frame.getByRole('button', { name: 'Change the photo' }).waitFor()
  await goTo(local, `pupil/${pupil.key}`)
  const photo = frame.getByRole('img', { name: pupil.preferredForename ?? pupil.forename, exact: true })
  await photo.waitFor()
  await frame.getByRole('button', { name: 'Hide details' }).click()
  await expect.poll(() => photo.count()).toBe(0)
})
