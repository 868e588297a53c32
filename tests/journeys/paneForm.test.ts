import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { AuthorityPack } from '../../src/domain/records/authorityPack.ts'
import { mappingOf } from '../../src/documents/form/pack.ts'
import { exampleForms } from '../../src/documents/form/examples/examples.ts'
import { below, treeOf } from '../../src/documents/form/tree.ts'
import { seriousOn } from './axe.ts'
import { forWhom, openLocal, type Local } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const openForm = async ({ page }: Local, bytes: Uint8Array): Promise<void> => {
  await page.getByLabel('Open a Word document').setInputFiles({
    name: 'AR2.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(bytes),
  })
  await page.getByText('AR2.docx').waitFor()
}

/** The cell behind the one that says this. */
const cellBeside = ({ page }: Local, label: string) =>
  page
    .locator('td', { hasText: new RegExp(`^${label}$`) })
    .locator('xpath=following-sibling::td[1]')
    .getByRole('textbox')

/** Chooses the first of the facts that are called so, typing as a person does: the focus comes from the document. */
const choose = async ({ frame, page }: Local, box: Locator, words: string): Promise<void> => {
  await box.click()
  await box.press('ControlOrMeta+a')
  await page.keyboard.type(words)
  await frame.getByRole('option').nth(1).waitFor({ state: 'detached' })
  await frame.getByRole('option').click()
}

/** What the form is made of, without the runs that say something. */
const bones = (bytes: Uint8Array): string[] =>
  [...below(treeOf(strFromU8(unzipSync(bytes)['word/document.xml']!)), ({ name }) => name === 'r')].map(
    ({ name, attributes }) => `${name} ${JSON.stringify(attributes)}`,
  )

test('an authority’s form is set up by clicking in it, kept, known again, and filled where it is open', async () => {
  const local = await openLocal({ page: 'word' })
  const { frame, page } = local
  const bytes = exampleForms[0].file()
  await openForm(local, bytes)
  await frame.getByRole('button', { name: 'Set up an authority’s form' }).click()
  await frame.getByRole('button', { name: 'Find the places of this form' }).click()
  await frame.getByText(/None of your forms is like this one\. 88 places found/).waitFor()
  await local.shot('pane-form-found')

  // A click in the document says what goes there, and another fact is chosen.
  const here = frame.getByRole('region').filter({ has: frame.locator('#place-here') })
  await cellBeside(local, 'Chair of meeting').click()
  await here.getByRole('heading', { name: 'Chair of meeting' }).waitFor()
  const what = here.getByRole('combobox', { name: 'What goes to Chair of meeting' })
  expect(await what.inputValue()).toBe('Review: Chair')
  await choose(local, what, 'school headteacher')
  await frame
    .locator('[data-place]', { hasText: 'Chair of meeting' })
    .getByText('School: Headteacher')
    .waitFor()
  await local.shot('pane-form-clicked')
  expect(await seriousOn(local)).toEqual([])

  // Where the finder saw nothing, a person can point.
  await page.getByRole('textbox').filter({ hasText: 'Please return to SEND Casework' }).click()
  await here.getByText('Nothing is filled in here.').waitFor()
  await here.getByRole('button', { name: 'Fill this in from the record' }).click()
  const added = here.getByRole('combobox', { name: /^What goes to Please return/ })
  await choose(local, added, 'pupil class')

  // The other way round, by keyboard: what is picked in the list is selected in the document.
  await frame.getByRole('tab', { name: /^Open/ }).click()
  await frame.locator('[data-place]').first().focus()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await here.getByRole('heading', { name: 'Date', exact: true }).waitFor()
  await page.keyboard.press('Escape')

  await frame.getByRole('button', { name: 'Keep this form' }).click()
  await frame.getByRole('textbox', { name: 'Local authority' }).fill('Westmoor Council')
  await frame.getByRole('textbox', { name: 'Version of the form' }).fill('v4')
  await frame.getByRole('button', { name: 'Keep this form' }).click()
  await frame.getByRole('button', { name: 'Kept' }).waitFor()
  const [pack] = (await recordsOf(local).store(AuthorityPack).all()).records
  expect(pack).toMatchObject({ authority: 'Westmoor Council', version: 'v4' })
  const kept = mappingOf(pack!)!
  expect(kept.fields.find(({ label }) => label === 'Chair of meeting')?.fact).toBe('school.headteacher')
  expect(kept.fields.find(({ added }) => added)?.fact).toBe('pupil.className')

  // A review fills the same form; the empty one in the library is known again.
  await frame.getByRole('button', { name: 'Back to the reviews' }).click()
  await frame.getByRole('main').getByRole('listitem').first().getByRole('button').click()
  await frame.getByRole('tab', { name: 'Form' }).click()
  await frame.getByRole('button', { name: 'Find the places of this form' }).click()
  await frame.getByText(/This is Westmoor Council’s form.*v4: 89 places known, 0 new, 0 gone/).waitFor()
  await frame.getByText('Filled in by hand').waitFor()
  await local.shot('pane-form-before-filling')
  await frame.getByRole('button', { name: 'Fill this form' }).click()
  await forWhom(local, 'Local authority')
  await frame.getByText('Compared with the authority’s form').waitFor()
  await local.shot('pane-form-filled')
  await expect.poll(() => cellBeside(local, 'UPN').innerText()).toMatch(/^[A-Z]\d{12}$/)
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save', exact: true }).click(),
  ])
  const path = join(local.server.data, 'filled.docx')
  await saved.saveAs(path)
  const [before, after] = [bones(bytes), bones(await readFile(path))]
  let at = 0
  for (const each of after) if (each === before[at]) at++
  expect(at).toBe(before.length)

  await frame.getByRole('button', { name: 'Put the empty form back' }).click()
  await frame.getByText('The empty form is back').waitFor()
  await expect.poll(() => cellBeside(local, 'UPN').innerText()).toBe('')
})
