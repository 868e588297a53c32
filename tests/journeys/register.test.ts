import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { SavedView } from '../../src/domain/records/savedView.ts'
import { StatusPeriod } from '../../src/domain/records/statusPeriod.ts'
import { addDays } from '../../src/domain/rules/day.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const table = ({ frame }: Local) => frame.getByRole('table', { name: 'SEND register' })
const totals = ({ frame }: Local) => frame.getByText(/ of 412 pupils/)
const hash = ({ frame }: Local) => frame.locator('body').evaluate(() => window.location.hash)
const opened = async (place = 'register'): Promise<Local> => {
  const local = await openLocal({ page: 'teams' })
  await goTo(local, place)
  await totals(local).waitFor()
  return local
}
const choose = async ({ frame, page }: Local, button: string, ...items: string[]) => {
  await frame.getByRole('search').getByRole('button', { name: button, exact: true }).click()
  for (const name of items) await frame.getByRole('menuitemcheckbox', { name, exact: true }).click()
  await page.keyboard.press('Escape')
}
/** Stands in for the browser's own dialog, and shows what would be on the paper. */
const catchPrint = ({ frame }: Local) =>
  frame.locator('body').evaluate(() => {
    window.print = () => undefined
  })

test('filters, columns and order make a view, which is saved, renamed, passed on, opened again, deleted and brought back', async () => {
  const local = await opened()
  const { frame, page } = local
  await choose(local, 'Class', 'Oak')
  await expect.poll(() => hash(local)).toMatch(/class=[0-9A-Z]{8}$/)
  expect(await hash(local)).not.toContain('Oak')
  await choose(local, 'More', 'Pupil premium', 'Moves this year')
  await frame.getByRole('search').getByRole('button', { name: 'Clear filters' }).click()
  await choose(local, 'SEN status', 'SEN support')
  await frame.getByRole('button', { name: 'Columns' }).click()
  const columns = frame.getByRole('dialog', { name: 'Columns of the register' })
  await columns.getByRole('checkbox', { name: 'Next for the annual review' }).click()
  await expect
    .poll(() => columns.getByRole('checkbox', { name: 'Next for the annual review' }).isChecked())
    .toBe(false)
  await columns.getByRole('checkbox', { name: 'Status since' }).click()
  await expect.poll(() => columns.getByRole('checkbox', { name: 'Status since' }).isChecked()).toBe(true)
  await columns.getByRole('button', { name: 'Status since further to the front' }).click()
  await page.keyboard.press('Escape')
  expect(await table(local).getByRole('columnheader').allTextContents()).toEqual([
    'Name',
    'Year',
    'Class',
    'SEN status',
    'Status since',
    'Primary need',
  ])
  await table(local).getByRole('columnheader', { name: 'Status since' }).getByRole('button').click()
  const found = [await seriousOn(local, 'columns')]
  await local.shot('register-view')

  await frame.getByRole('button', { name: 'Views', exact: true }).click()
  await frame.getByRole('menuitem', { name: 'Save this view' }).click()
  await frame.getByRole('button', { name: 'Save', exact: true }).click()
  await frame.getByText('Give the view a name').waitFor()
  await frame.getByRole('textbox', { name: /^Name/ }).fill('Support by age of status')
  await frame.getByRole('button', { name: 'Save', exact: true }).click()
  await frame.getByRole('button', { name: 'Views: Support by age of status' }).click()
  await frame.getByRole('menuitem', { name: /^Rename/ }).click()
  await frame.getByRole('textbox', { name: /^Name/ }).fill('Support, longest first')
  await frame.getByRole('button', { name: 'Rename', exact: true }).click()
  const view = frame.getByRole('button', { name: 'Views: Support, longest first' })
  await view.click()
  await frame.getByRole('menuitem', { name: 'Copy link to this view' }).click()
  await frame
    .getByText(/^Link to this view is ready/)
    .first()
    .waitFor()
  const address = await hash(local)
  expect(address).toContain('status=K&sort=statusFrom&columns=year.class.status.statusFrom.need')

  await goTo(local, 'register')
  await frame.getByRole('button', { name: 'Views', exact: true }).click()
  await frame.getByRole('menuitemradio', { name: 'Support, longest first' }).click()
  await view.waitFor()
  expect(await hash(local)).toBe(address)
  await view.click()
  await frame.getByRole('menuitem', { name: /^Delete/ }).click()
  await frame.getByText('Saved view archived', { exact: true }).waitFor()
  const stored = async () =>
    (await recordsOf(local).store(SavedView).all()).records.some(
      ({ name }) => name === 'Support, longest first',
    )
  expect(await stored()).toBe(false)
  await frame.getByRole('button', { name: 'Undo' }).click()
  await view.waitFor()
  expect(await stored()).toBe(true)
  expect(found.flat()).toEqual([])
})

test('the slash goes to the register’s own search, words fit in any order, and nothing typed is in the address', async () => {
  const local = await opened('register?show=everyone')
  const { frame, page } = local
  const { records } = await recordsOf(local).store(Pupil).all()
  const accented = records.find(({ forename }) => /[^A-Za-z' -]/.test(forename.normalize('NFC')))!
  await frame.getByRole('heading', { name: 'Register' }).press('/')
  expect(
    await frame.getByLabel('Search the register').evaluate((input) => input === document.activeElement),
  ).toBe(true)
  const plain = accented.forename
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
  await page.keyboard.type(`${accented.surname.toLowerCase()} ${plain}`)
  await expect.poll(() => totals(local).textContent()).toMatch(/^1 of 412/)
  expect(await table(local).getByRole('rowheader').textContent()).toContain(accented.surname)
  expect(await hash(local)).toBe('#/oakfield/register?show=everyone')
  await table(local).getByRole('rowheader').getByRole('link').press('Space')
  await frame.getByText('1 selected').waitFor()
  expect(await table(local).getAttribute('aria-rowcount')).toBe('2')
})

test('fields of many pupils are changed from a preview as a job, and put back', async () => {
  const local = await opened('register?year=3')
  const { frame } = local
  const year3 = async () =>
    (await recordsOf(local).store(Pupil).all()).records
      .filter(({ yearGroup, status, left }) => yearGroup === '3' && status !== 'N' && left === null)
      .map(({ key, className, keyAdult }) => [key, className, keyAdult])
      .toSorted()
  const before = await year3()
  await frame.getByRole('checkbox', { name: 'Select all shown' }).click()
  await frame.getByRole('button', { name: 'Change fields' }).click()
  const dialog = frame.getByRole('dialog')
  await dialog.getByRole('combobox').click()
  // The order of the list behind has a Class of its own.
  await frame
    .getByRole('listbox', { name: 'What is to be changed' })
    .getByRole('option', { name: 'Class', exact: true })
    .click()
  await dialog.getByRole('textbox', { name: 'Class' }).fill('Rowan')
  await dialog.getByRole('combobox').click()
  await frame.getByRole('option', { name: 'Key adult', exact: true }).click()
  await dialog.getByRole('checkbox', { name: 'Make Key adult blank' }).check()
  await dialog
    .getByText(/Class: .+ → Rowan · Key adult: .+ → blank/)
    .first()
    .waitFor()
  const found = [await seriousOn(local, 'bulk')]
  await local.shot('register-bulk')
  await dialog.getByRole('button', { name: `Change ${before.length} pupils` }).click()
  await frame.getByText(/^Finished: \d+ of \d+/).waitFor()
  for (const [, className, keyAdult] of await year3()) expect([className, keyAdult]).toEqual(['Rowan', null])
  await frame.getByRole('button', { name: 'Undo' }).click()
  await frame.getByRole('button', { name: 'Undo this job' }).click()
  await frame.getByRole('heading', { name: /^Undo: Class, Key adult/ }).waitFor()
  await frame.getByText(/^Finished: \d+ of \d+/).waitFor()
  expect(await year3()).toEqual(before)
  expect(found.flat()).toEqual([])
})

test('a status changes on its own day: one pupil with Undo, many as a job, and a half-done change can be finished', async () => {
  const local = await opened()
  const { frame } = local
  const store = recordsOf(local)
  const pupils = (await store.store(Pupil).all()).records
  const one = pupils.find(({ status, statusFrom }) => status === 'K' && statusFrom! < '2026-01-01')!
  const periodsOf = async (key: string) =>
    (await store.store(StatusPeriod).about('pupil', key)).records.toSorted((a, b) =>
      a.until < b.until ? -1 : 1,
    )
  const earlier = (await periodsOf(one.key)).length
  await goTo(local, `pupil/${one.key}/details`)
  await frame.getByRole('button', { name: 'Change status' }).click()
  const dialog = frame.getByRole('dialog')
  await local.shot('status-dialog')
  await dialog.getByRole('radio', { name: 'EHC plan' }).check()
  await dialog.getByRole('textbox', { name: 'From' }).fill('1/1/2015')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The plan came by post.')
  await dialog.getByRole('button', { name: 'Change status' }).click()
  await dialog.getByText(/choose a later day|before the pupil was born/).waitFor()
  await dialog.getByRole('textbox', { name: 'From' }).fill('5/10/2026')
  await dialog.getByRole('button', { name: 'Change status' }).click()
  await frame.getByText('EHC plan since 5 Oct 2026').first().waitFor()
  const [closed] = (await periodsOf(one.key)).slice(-1)
  expect(closed).toMatchObject({ status: 'K', until: '2026-10-04', became: 'E', from: one.statusFrom })
  expect(await store.store(Pupil).byKey(one.key)).toMatchObject({ status: 'E', planIssued: '2026-10-05' })
  await local.shot('status-history')
  // While the dialog leaves, what lies behind it is still kept from screen readers.
  await expect.poll(() => frame.locator('#root').getAttribute('aria-hidden')).toBeNull()
  const found = [await seriousOn(local, 'status')]
  await frame.getByRole('button', { name: 'Undo' }).click()
  await frame
    .getByText(/^SEN support since/)
    .first()
    .waitFor()
  await expect.poll(async () => (await periodsOf(one.key)).length).toBe(earlier)

  // A page that died between the two writes.
  await store.store(StatusPeriod).restore(await store.store(StatusPeriod).byKey(closed!.key))
  await goTo(local, 'register')
  await totals(local).waitFor()
  await local.page.reload()
  await goTo(local, `pupil/${one.key}/details`)
  await frame.getByText(/A change to EHC plan from 5 Oct 2026 was begun/).waitFor()
  await frame.getByRole('button', { name: 'Finish the change' }).click()
  await frame.getByText('EHC plan since 5 Oct 2026').first().waitFor()

  await goTo(local, 'register?year=R.1&status=N')
  await frame.getByRole('checkbox', { name: 'Select all shown' }).waitFor()
  const rows = await table(local).locator('[data-row]').getByRole('checkbox').all()
  await rows[0]!.click()
  await rows[1]!.click()
  await frame.getByRole('button', { name: 'Change status' }).click()
  await dialog.getByRole('radio', { name: 'SEN support' }).check()
  await dialog.getByText(/must tell the parent/).waitFor()
  await dialog.getByRole('textbox', { name: 'From' }).fill('2/11/2026')
  await dialog
    .getByText(/SEN status: No SEN → SEN support/)
    .first()
    .waitFor()
  await dialog.getByRole('button', { name: 'Change 2 pupils' }).click()
  await frame.getByText(/^Finished: (\d) of \1/).waitFor()
  const changed = (await store.store(Pupil).all()).records.filter(
    ({ statusFrom, status }) => status === 'K' && statusFrom === '2026-11-02',
  )
  expect(changed).toHaveLength(2)
  for (const { key } of changed)
    expect((await periodsOf(key)).at(-1)).toMatchObject({ status: 'N', until: '2026-11-01', became: 'K' })
  expect(found.flat()).toEqual([])
})

test('the first status on record is completed with its day and reason, and taken back', async () => {
  const local = await opened()
  const { frame } = local
  const records = recordsOf(local)
  const periods = (await records.store(StatusPeriod).all()).records
  const one = (await records.store(Pupil).all()).records.find(
    ({ key, status, statusFrom }) =>
      status === 'K' && statusFrom !== null && !periods.some(({ pupil }) => pupil === key),
  )!
  await goTo(local, `pupil/${one.key}/details`)
  await frame.getByRole('button', { name: 'Say why SEN support began' }).click()
  const dialog = frame.getByRole('dialog', { name: 'How SEN support began' })
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Came with a support plan.')
  await dialog.getByRole('textbox', { name: 'Parent told on' }).fill('1/10/2026')
  await local.shot('status-beginning')
  await dialog.getByRole('button', { name: 'Write it down' }).click()
  await frame.getByText('Came with a support plan.').first().waitFor()
  const rows = async () => (await records.store(StatusPeriod).about('pupil', one.key)).records
  expect(await rows()).toMatchObject([
    {
      status: 'U',
      from: null,
      until: addDays(one.statusFrom!, -1),
      became: 'K',
      why: 'Came with a support plan.',
    },
  ])
  await frame.getByRole('button', { name: /^Not known, until/ }).waitFor()
  await expect.poll(() => frame.locator('#root').getAttribute('aria-hidden')).toBeNull()
  const found = await seriousOn(local, 'beginning')
  await local.shot('status-begun')
  await frame.getByRole('button', { name: 'Undo' }).click()
  await frame.getByRole('button', { name: 'Say why SEN support began' }).waitFor()
  expect(await rows()).toEqual([])
  expect(found).toEqual([])
})

test('on a phone rows are ticked, changed together, ordered and told by the columns chosen', async () => {
  const local = await openLocal({ page: 'teams', viewport: { width: 320, height: 780 } })
  const { frame, page } = local
  const store = recordsOf(local).store(Pupil)
  const [long] = (await store.all()).records
    .filter(({ status }) => status === 'K')
    .toSorted((a, b) => (a.surname < b.surname ? -1 : 1))
  // Sixty letters, and one of them sorts before all others.
  await store.update(long!, {
    forename: 'Maximiliana Alexandrina Wilhelmina',
    surname: 'Abbotsford-Featherstonehaugh',
  })
  await goTo(local, 'register')
  await totals(local).waitFor()
  const list = frame.getByRole('list', { name: 'SEND register' })
  const boxes = list.getByRole('checkbox')
  expect(await list.getByRole('listitem').first().getAttribute('aria-setsize')).toBe('63')
  await boxes.first().focus()
  await page.keyboard.press('Space')
  await boxes.nth(1).click()
  await frame.getByText('2 selected').waitFor()
  await local.shot('register-phone')
  await frame.getByRole('button', { name: 'With these pupils' }).click()
  await frame.getByRole('menuitem', { name: 'Change fields' }).click()
  const dialog = frame.getByRole('dialog')
  await dialog.getByRole('combobox').click()
  // The order of the list behind has a Class of its own.
  await frame
    .getByRole('listbox', { name: 'What is to be changed' })
    .getByRole('option', { name: 'Class', exact: true })
    .click()
  await dialog.getByRole('textbox', { name: 'Class' }).fill('Rowan')
  await dialog.getByRole('button', { name: 'Change 2 pupils' }).waitFor()
  await local.shot('register-phone-edit')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await frame.getByRole('button', { name: 'Columns' }).click()
  // What is ticked stands in the address first: the box follows a moment later.
  await frame.getByRole('checkbox', { name: 'Key adult' }).click()
  await expect.poll(() => frame.getByRole('checkbox', { name: 'Key adult' }).isChecked()).toBe(true)
  await page.keyboard.press('Escape')
  await list
    .getByText(/Key adult: /)
    .first()
    .waitFor()
  await frame.getByLabel('Order by').selectOption({ label: 'Year' })
  await expect.poll(() => hash(local)).toContain('sort=year')
  await frame.getByRole('button', { name: /turn round$/ }).click()
  await expect.poll(() => hash(local)).toContain('order=down')
  await expect.poll(() => frame.locator('#root').getAttribute('aria-hidden')).toBeNull()
  // No row lies over the one below, whatever the order was before.
  await expect
    .poll(() =>
      list.getByRole('listitem').evaluateAll((rows) => {
        const boxes = rows.map((row) => row.getBoundingClientRect()).toSorted((a, b) => a.top - b.top)
        return boxes.filter((box, i) => i > 0 && box.top < boxes[i - 1]!.bottom - 1).length
      }),
    )
    .toBe(0)
  const wide = await frame.locator('html').evaluate((page) => page.scrollWidth > page.clientWidth)
  expect(wide).toBe(false)
  await local.shot('register-phone-year')
  expect(await seriousOn(local, 'phone')).toEqual([])
})

test('a view is printed with a head that repeats, and exported, after for whom it is was asked', async () => {
  const local = await opened('register?status=E')
  const { frame, page } = local
  await catchPrint(local)
  await frame.getByRole('button', { name: 'Print and export' }).click()
  await frame.getByRole('menuitem', { name: /initials only/ }).click()
  await forWhom(local)
  const paper = frame.locator('.paper')
  await paper.locator('table').waitFor({ state: 'attached' })
  expect(await paper.locator('thead').evaluate((head) => getComputedStyle(head).display)).toBe(
    'table-header-group',
  )
  expect(await paper.locator('tbody tr').count()).toBe(12)
  expect(await paper.locator('tbody td:first-child').allTextContents()).toSatisfy((names: string[]) =>
    names.every((name) => /^\p{L}\. \p{L}\.$/u.test(name)),
  )
  await page.emulateMedia({ media: 'print' })
  await local.shot('register-paper')
  await page.emulateMedia({ media: 'screen' })
  await frame.locator('body').evaluate(() => void window.dispatchEvent(new Event('afterprint')))
  await paper.waitFor({ state: 'detached' })

  await frame.getByRole('button', { name: 'Print and export' }).click()
  await frame.getByRole('menuitem', { name: 'Export in census codes (CSV)' }).click()
  const coming = page.waitForEvent('download')
  await forWhom(local)
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/^Census codes \d{4}-\d\d-\d\d\.csv$/)
  const copy = join(inject('scratch'), 'codes.csv')
  await file.saveAs(copy)
  const lines = (await readFile(copy, 'utf8')).split('\r\n')
  expect(lines[0]).toContain('SEN provision,SEN type rank 1,SEN type rank 2,SEN unit member')
  expect(lines.slice(1, 13).every((line) => /,E,[A-Z]{2,4},[A-Z]{0,4},[YN],[YN],[YN]$/.test(line))).toBe(true)
})

test('a head who may only read is offered nothing that writes, is told so, and no row was touched to find out', async () => {
  const local = await openLocal({ page: 'teams', persona: 'head' })
  const { frame } = local
  const states = async () =>
    (await recordsOf(local).store(Pupil).all()).records.map(({ key, etag }) => [key, etag])
  const before = await states()
  await goTo(local, 'register')
  await totals(local).waitFor()
  await frame.getByText(/^You can read these records but not change them/).waitFor()
  expect(await frame.getByRole('button', { name: 'Add a pupil' }).count()).toBe(0)
  expect(await frame.getByRole('checkbox', { name: 'Select all shown' }).count()).toBe(0)
  await frame.getByRole('button', { name: 'Views' }).click()
  await frame.getByRole('menuitem', { name: 'Copy link to this view' }).waitFor()
  expect(await frame.getByRole('menuitem', { name: 'Save this view' }).count()).toBe(0)
  await local.page.getByLabel('Signed in as').selectOption('senco')
  await goTo(local, 'register')
  await frame.getByRole('button', { name: 'Add a pupil' }).waitFor()
  expect(await states()).toEqual(before)
})
