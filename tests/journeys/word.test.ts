import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { readDocx } from '../../src/documents/readDocx.ts'
import { Review } from '../../src/domain/records/review.ts'
import { connect } from '../../src/graph/connect.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { forWhom, openLocal, type Local } from './harness.ts'

/** The records as another person of the school would read them, at the same Graph. */
const recordsOf = ({ server: { emulator } }: Local) =>
  connect({
    school: localConfig.schools[0]!,
    token: async () => emulator.admin.tokenFor('senco'),
    send: emulator.handle,
  }).records

const firstReview = (local: Local) =>
  local.frame.getByRole('main').getByRole('listitem').first().getByRole('button')

const openFirst = async (local: Local): Promise<void> => {
  await firstReview(local).click()
  await local.frame.getByRole('button', { name: 'Insert minutes' }).waitFor()
}
const insert = async (local: Local): Promise<void> => {
  await local.frame.getByRole('button', { name: 'Insert minutes' }).click()
  // Said aloud as well.
  await local.frame.getByRole('status').getByText('Minutes inserted').waitFor()
}
const field = (page: Page, name: string) => page.locator(`[data-tag^="rv."][data-tag$=".${name}"]`)
const reviewKeyOf = async (page: Page): Promise<string> =>
  (await field(page, 'working').getAttribute('data-tag'))!.split('.')[1]!

const type = async (page: Page, name: string, text: string): Promise<void> => {
  await field(page, name).getByRole('textbox').first().fill(text)
}
const readBack = async (local: Local): Promise<void> => {
  await local.frame.getByRole('button', { name: 'Read back' }).click()
  await local.frame.getByText('Reading the document').waitFor({ state: 'hidden' })
}

test('minutes are inserted, written in and read back, and the record has what was typed', async () => {
  const local = await openLocal({ page: 'word' })
  await openFirst(local)
  await insert(local)
  await local.page.getByText('What we decided').first().waitFor()
  await type(local.page, 'working', 'The quiet corner, and Mr Adeyemi’s group.')
  await readBack(local)
  const card = local.frame.getByRole('article', { name: /What is working/ })
  await card.getByText('The quiet corner').waitFor()
  await local.shot('word-read-back')
  await card.getByRole('button', { name: 'Take document’s' }).click()
  await card.getByText(/^Saved \d\d:\d\d$/).waitFor()
  const { working } = await recordsOf(local)
    .store(Review)
    .byKey(await reviewKeyOf(local.page))
  expect(working).toBe('The quiet corner, and Mr Adeyemi’s group.')
  await readBack(local)
  await local.frame.getByText('The document says what the record says').waitFor()
})

test('text gone from the document empties the record only when it is chosen by itself', async () => {
  const local = await openLocal({ page: 'word' })
  await openFirst(local)
  await insert(local)
  await type(local.page, 'chair', '')
  await type(local.page, 'working', 'The quiet corner')
  await type(local.page, 'notWorking', 'Assemblies')
  await readBack(local)
  await local.frame.getByRole('button', { name: 'Take 2 from the document' }).click()
  await expect.poll(() => local.frame.getByText(/^Saved \d\d:\d\d$/).count()).toBe(2)
  const store = recordsOf(local).store(Review)
  const key = await reviewKeyOf(local.page)
  expect((await store.byKey(key)).chair).not.toBeNull()
  await local.frame.getByRole('button', { name: 'Empty the record’s' }).click()
  await expect.poll(async () => (await store.byKey(key)).chair).toBeNull()
})

test('by keyboard alone, the place is kept while choosing, inserting and choosing again', async () => {
  const local = await openLocal({ page: 'word', purpose: null })
  const { keyboard } = local.page
  await firstReview(local).focus()
  await keyboard.press('Enter')
  const inFocus = () =>
    local.frame
      .locator(':focus')
      .evaluate((element) => element.getAttribute('aria-label') ?? element.textContent)
  await expect.poll(inFocus).toMatch(/review/)
  await keyboard.press('2')
  await expect.poll(inFocus).toMatch(/^Logged as: An annual review/)
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await local.frame.getByText('Minutes inserted').waitFor()
  expect(await inFocus()).toBe('Insert minutes')
  // Past the reason and the tabs of the pane.
  await keyboard.press('Shift+Tab')
  await keyboard.press('Shift+Tab')
  await keyboard.press('Shift+Tab')
  await keyboard.press('Enter')
  await expect.poll(inFocus).toBe('Pupil’s name')
})

test('somebody else’s newer text is shown before anything is written over it', async () => {
  const local = await openLocal({ page: 'word' })
  await openFirst(local)
  await insert(local)
  await type(local.page, 'chair', 'Mrs Typed')
  await readBack(local)
  const store = recordsOf(local).store(Review)
  const key = await reviewKeyOf(local.page)
  await store.update(await store.byKey(key), { chair: 'Mr Meanwhile' })
  const card = local.frame.getByRole('article', { name: /^Chair/ })
  await card.getByRole('button', { name: 'Take document’s' }).click()
  await card.getByText('Someone else changed this a moment ago').waitFor()
  await card.getByText('Meanwhile').waitFor()
  expect((await store.byKey(key)).chair).toBe('Mr Meanwhile')
  await card.getByRole('button', { name: 'Take document’s' }).click()
  await card.getByText(/^Saved/).waitFor()
  expect((await store.byKey(key)).chair).toBe('Mrs Typed')
})

test('a document of another review is refused by name and leads to that review', async () => {
  const local = await openLocal({ page: 'word' })
  await firstReview(local).waitFor()
  const [first, second] = await local.frame.getByRole('listitem').getByRole('button').all()
  const nameOn = async (button: typeof first) => (await button!.innerText()).split(/\n| · /)[0]!.trim()
  const [name, other] = [await nameOn(first), await nameOn(second)]
  await first!.click()
  await insert(local)
  await local.frame.getByRole('button', { name: 'Change' }).click()
  await local.frame.getByText(`This document is about ${name}`).waitFor()
  await local.frame.getByRole('searchbox', { name: 'Pupil’s name' }).fill(other)
  await local.frame.getByRole('listitem').first().getByRole('button').click()
  await readBack(local)
  await local.frame.getByText('This document is about another review').waitFor()
  await local.shot('word-other-review')
  await local.frame.getByRole('button', { name: 'Go to that review' }).click()
  await local.frame.getByRole('heading', { name, level: 1 }).waitFor()
})

test('a document with text asks before anything is put in or replaced', async () => {
  const local = await openLocal({ page: 'word' })
  await openFirst(local)
  await insert(local)
  await local.frame.getByRole('button', { name: 'Insert minutes' }).click()
  await local.frame.getByText('It holds the minutes of this review').waitFor()
  await local.frame.getByRole('button', { name: 'Leave it' }).click()
  // The keyboard goes on from the button that asked.
  await expect.poll(() => local.frame.locator(':focus').getAttribute('aria-label')).toBe('Insert minutes')
  expect(await field(local.page, 'working').count()).toBe(1)
  await local.frame.getByRole('button', { name: 'Insert minutes' }).click()
  await local.frame.getByRole('button', { name: 'Replace it' }).click()
  await local.frame.getByText('Minutes inserted').waitFor()
  expect(await field(local.page, 'working').count()).toBe(1)
})

test('the file is downloaded and saved to the school’s library under initials, and is of this review', async () => {
  const local = await openLocal({ page: 'word' })
  await openFirst(local)
  await local.frame.getByRole('button', { name: 'Download minutes' }).click()
  const [download] = await Promise.all([local.page.waitForEvent('download'), forWhom(local)])
  expect(download.suggestedFilename()).toMatch(/^[A-Z]{2} (\d{4}-\d\d-\d\d|no date) [0-9A-Z]{6}\.docx$/)
  const copy = join(inject('scratch'), 'downloaded.docx')
  await download.saveAs(copy)
  const { identity } = readDocx(new Uint8Array(await readFile(copy)))
  expect(identity?.kind).toBe('reviewMinutes')
  await local.frame.getByRole('button', { name: 'Save minutes to the library' }).click()
  await forWhom(local)
  await local.frame.getByText(/Saved as [A-Z]{2} .* in Reviews/).waitFor()
})

test('Update brings what the record changed, Read back what was typed, and a conflict is chosen or written anew', async () => {
  const local = await openLocal({ page: 'word', viewport: { width: 1100, height: 1500 } })
  const { frame, page } = local
  await openFirst(local)
  await insert(local)
  const store = recordsOf(local).store(Review)
  const key = await reviewKeyOf(page)
  const before = await store.byKey(key)
  await store.update(before, { working: 'Said by a colleague', chair: 'Mr Meanwhile' })
  await type(page, 'notWorking', 'Assemblies are too loud')
  await type(page, 'chair', 'Mrs Typed')
  await frame.getByRole('button', { name: 'Update', exact: true }).click()
  await frame.getByText('1 field brought up to date').waitFor()
  await expect.poll(() => field(page, 'working').innerText()).toBe('Said by a colleague')
  expect(await field(page, 'notWorking').innerText()).toBe('Assemblies are too loud')
  expect(await field(page, 'chair').innerText()).toBe('Mrs Typed')
  await frame.getByText('Changed here and in the record').waitFor()
  await local.shot('word-updated')
  await frame.getByRole('button', { name: /^Show Chair/ }).click()

  await readBack(local)
  const typedCard = frame.getByRole('article', { name: /not working/i })
  await typedCard.getByText('Changed in the document.').waitFor()
  const conflict = frame.getByRole('article', { name: /^Chair/ })
  await conflict.getByText(/Changed on both sides/).waitFor()
  expect(await frame.getByRole('article').count()).toBe(2)
  await conflict.getByRole('button', { name: 'What it said when inserted' }).click()
  await conflict.getByText(before.chair!).waitFor()
  await local.shot('word-conflict')
  await typedCard.getByRole('button', { name: 'Take document’s' }).click()
  await typedCard.getByText(/^Saved/).waitFor()
  await conflict.getByRole('button', { name: 'Edit' }).click()
  await conflict.getByRole('button', { name: 'Cancel' }).click()
  expect(await frame.locator(':focus').innerText()).toBe('Edit')
  await conflict.getByRole('button', { name: 'Edit' }).click()
  await conflict.getByRole('textbox', { name: /Chair/ }).fill('Mrs Third')
  await conflict.getByRole('button', { name: 'Save in the record' }).click()
  await conflict.getByText('Update brings it into the document.').waitFor()
  expect(await store.byKey(key)).toMatchObject({
    chair: 'Mrs Third',
    notWorking: 'Assemblies are too loud',
    working: 'Said by a colleague',
  })

  await readBack(local)
  await frame.getByText('1 field changed in the record since: Update brings it.').waitFor()
  await frame.getByRole('button', { name: 'Update', exact: true }).click()
  await frame.getByText('1 field brought up to date').waitFor()
  expect(await field(page, 'chair').innerText()).toBe('Mrs Third')
  await frame.getByRole('button', { name: 'Put back' }).click()
  await frame.getByText(/says again what it said before Update/).waitFor()
  expect(await field(page, 'chair').innerText()).toBe('Mrs Typed')
})

test('a clean copy says what is still open, and holds nothing of the record’s', async () => {
  const local = await openLocal({ page: 'word' })
  await openFirst(local)
  await insert(local)
  await type(local.page, 'working', 'Typed, and in the copy')
  await local.frame.getByRole('button', { name: 'Clean copy to send' }).click()
  await local.frame.getByText(/\d+ gaps that nobody filled in/).waitFor()
  await local.shot('word-clean-copy')
  await local.frame.getByRole('button', { name: 'Download it' }).click()
  const [download] = await Promise.all([local.page.waitForEvent('download'), forWhom(local)])
  expect(download.suggestedFilename()).toMatch(/ to send\.docx$/)
  const copy = join(inject('scratch'), 'clean.docx')
  await download.saveAs(copy)
  const read = readDocx(new Uint8Array(await readFile(copy)))
  expect([read.controls, read.identity, read.hasText]).toEqual([[], null, true])
})

test('a person who may read but not write is told so, and the document keeps the text', async () => {
  const local = await openLocal({ page: 'word', persona: 'head' })
  await openFirst(local)
  await insert(local)
  await type(local.page, 'chair', 'Mrs Typed')
  await readBack(local)
  const card = local.frame.getByRole('article', { name: /^Chair/ })
  await card.getByRole('button', { name: 'Take document’s' }).click()
  await card.getByText(/you may read this but not change it/).waitFor()
})

test('a person without access is told whom to ask', async () => {
  const local = await openLocal({ page: 'word', persona: 'governor' })
  await local.frame.getByText(/You don’t have access to the SENCO’s records/).waitFor()
})

test('the pane has no fault that axe finds, while choosing and with differences in sight', async () => {
  const local = await openLocal({ page: 'word' })
  await firstReview(local).waitFor()
  expect(await axeFindings(local)).toEqual([])
  await openFirst(local)
  await insert(local)
  await type(local.page, 'chair', 'Mrs Typed')
  await readBack(local)
  await local.frame.getByRole('article', { name: /^Chair/ }).waitFor()
  expect(await axeFindings(local)).toEqual([])
})

const axeFindings = async ({ page }: Local): Promise<string[]> => {
  const pane = page.frames().find((frame) => frame !== page.mainFrame())!
  await pane.evaluate(await readFile('node_modules/axe-core/axe.min.js', 'utf8'))
  return pane.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(where: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    // Fluent’s own guards of the focus, which nobody meets.
    const { violations } = await axe.run({ exclude: [['[data-tabster-dummy]']] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  })
}
