import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { AuthorityPack } from '../../src/domain/records/authorityPack.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { exampleForms } from '../../src/documents/form/examples/examples.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

test('an authority’s form is added once, put right, and filled for a review without a change to its layout', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  await goTo(local, 'school/forms')
  await frame.getByText('No authority’s form yet').waitFor()
  await frame.getByLabel('An authority’s form, or a pack of another school').setInputFiles({
    name: 'AR2.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(exampleForms[1].file()),
  })
  await frame.getByText(/46 places found in the form/).waitFor()
  await local.shot('authority-form-places')
  expect(await seriousOn(local)).toEqual([])
  await frame.getByRole('tab', { name: /^Open/ }).click()
  await frame.getByRole('button', { name: 'Change For office use: case officer initials' }).waitFor()
  await frame.getByRole('button', { name: 'Change Signed' }).click()
  const what = frame.getByRole('combobox', { name: 'What goes to Signed' })
  await what.fill('school headteacher')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await frame.getByRole('textbox', { name: 'Local authority' }).fill('Harrowdale Borough')
  await frame.getByRole('button', { name: 'Keep this form' }).click()
  await frame
    .getByText(/Each review can now fill the form/)
    .first()
    .waitFor()
  const [pack] = (await recordsOf(local).store(AuthorityPack).all()).records
  expect(pack).toMatchObject({ authority: 'Harrowdale Borough', form: 'Annual review report' })

  const records = recordsOf(local)
  const [review] = (await records.store(Review).all()).records.filter(
    ({ meetingDate }) => meetingDate !== null,
  )
  const own = await records.store(Pupil).byKey(review!.pupil)
  await goTo(local, `review/${review!.key}`)
  await frame.getByRole('button', { name: 'Authority’s form' }).click()
  await frame.getByRole('button', { name: 'Fill this form' }).click()
  await frame.getByText('Filled in by hand').waitFor()
  await local.shot('authority-form-filled')
  await frame.getByRole('button', { name: 'Download the filled form' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), forWhom(local, 'Local authority')])
  const path = join(local.server.data, 'form.docx')
  await download.saveAs(path)
  const xml = strFromU8(unzipSync(await readFile(path))['word/document.xml']!)
  expect(xml).toContain(own.upn!)
  // The form's own field takes ten letters.
  expect(xml).toContain(own.dateOfBirth.split('-').toReversed().join('/'))

  await frame.getByRole('button', { name: 'Another form' }).click()
  await frame.getByRole('button', { name: 'Copy into its website' }).click()
  await forWhom(local, 'Local authority')
  await frame.getByRole('button', { name: 'Copy Unique pupil number' }).click()
  await frame
    .getByText(/^1 of \d+ copied/)
    .first()
    .waitFor()
  expect(await frame.locator('body').evaluate(() => navigator.clipboard.readText())).toBe(own.upn)
  await local.shot('authority-form-copy')
})

test('what is no form of Word’s is refused in words, and another school’s pack comes in', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  await goTo(local, 'school/forms')
  const input = frame.getByLabel('An authority’s form, or a pack of another school')
  await input.setInputFiles({
    name: 'form.docx',
    mimeType: 'text/plain',
    buffer: Buffer.from('%PDF-1.7 not a form'),
  })
  await frame.getByText(/Reading this form/).waitFor()
  await input.setInputFiles({ name: 'pack.json', mimeType: 'application/json', buffer: Buffer.from('{}') })
  await frame.getByText(/This file is no authority pack/).waitFor()
})
