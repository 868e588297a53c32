import { expect, test } from 'vitest'
import { Review } from '../../src/domain/records/review.ts'
import { connect } from '../../src/graph/connect.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { openLocal, type Local } from './harness.ts'

const reviewsOf = ({ server: { emulator } }: Local) =>
  connect({
    school: localConfig.schools[0]!,
    token: async () => emulator.admin.tokenFor('senco'),
    send: emulator.handle,
  }).records.store(Review)

const openFirst = async ({ frame }: Local): Promise<void> => {
  await frame.getByRole('main').getByRole('listitem').first().getByRole('button').click()
  await frame.getByRole('button', { name: 'Insert minutes' }).waitFor()
}
const press = ({ frame }: Local, name: string) => frame.getByRole('button', { name, exact: true }).click()
const documentIs = ({ page }: Local, words: string) =>
  page.getByRole('combobox', { name: 'This document is' }).selectOption({ label: words })
const field = ({ page }: Local, name: string) =>
  page.locator(`[data-tag^="rv."][data-tag$=".${name}"]`).getByRole('textbox').first()
const roundTrips = ({ page }: Local) => page.evaluate(() => window.officeHost!.host.rich.batches.length)
const reload = ({ frame }: Local) => frame.locator('body').evaluate(() => window.location.reload())

test('a protected document says so before and after, and takes the minutes in two round trips once it is open', async () => {
  const local = await openLocal({ page: 'word', viewport: { width: 900, height: 900 } })
  await openFirst(local)
  await documentIs(local, 'protected: forms only')
  await press(local, 'Insert minutes')
  await local.frame.getByText('Only the fields of its form may be filled in').waitFor()
  await local.frame.getByRole('button', { name: 'Download minutes' }).last().waitFor()
  await documentIs(local, 'open for editing')
  const before = await roundTrips(local)
  await press(local, 'Try again')
  await local.frame.getByText('Minutes inserted.').waitFor()
  // One looks whether there is text already, one inserts and reads what is there then.
  expect((await roundTrips(local)) - before).toBe(2)
  await local.page.getByRole('switch', { name: 'Track changes' }).click()
  await field(local, 'working').fill('The quiet corner')
  await press(local, 'Read back')
  await local.frame.getByText('Tracked changes in the document are read as if they were accepted.').waitFor()
  await local.frame.getByText('Track changes is on').waitFor()

  // Update says how the document is protected too.
  const store = reviewsOf(local)
  const key = (await local.page.locator('[data-tag^="rv."]').first().getAttribute('data-tag'))!.split('.')[1]!
  await store.update(await store.byKey(key), { notWorking: 'Assemblies' })
  await documentIs(local, 'protected: comments only')
  await press(local, 'Update')
  await local.frame.getByRole('alert').getByText('Only comments may be added').waitFor()
})

test('a pane closed while Word inserts leaves the record alone, and finds the minutes when it is opened again', async () => {
  const local = await openLocal({ page: 'word' })
  await openFirst(local)
  const before = JSON.stringify((await reviewsOf(local).all()).records)
  await local.page.evaluate(() => {
    window.officeHost!.host.rich.trouble = {
      after: ({ ObjectPaths }) =>
        Object.values(ObjectPaths).some(({ Name }) => Name === 'InsertFileFromBase64')
          ? new Promise<void>(() => {})
          : undefined,
    }
  })
  await press(local, 'Insert minutes')
  await field(local, 'working').waitFor()
  await local.page.evaluate(() => {
    window.officeHost!.host.rich.trouble = {}
  })
  await reload(local)
  await local.frame.getByText('The minutes of this review are in this document').waitFor()
  expect(JSON.stringify((await reviewsOf(local).all()).records)).toBe(before)
  await press(local, 'Read back')
  await local.frame.getByText('The document says what the record says').waitFor()
})

test('a pane closed in the middle of taking over goes on with what is left, and nothing is there twice', async () => {
  const local = await openLocal({ page: 'word' })
  await openFirst(local)
  await press(local, 'Insert minutes')
  await local.frame.getByText('Minutes inserted.').waitFor()
  await field(local, 'working').fill('The quiet corner')
  const action = local.page.locator('[data-tag^="ac."][data-tag$=".what"]').last()
  await action.getByRole('textbox').first().fill('Ring the college')
  await press(local, 'Read back')
  const takes = local.frame.getByRole('button', { name: 'Take document’s' })
  await takes.first().click()
  await local.frame.getByText(/^Saved \d\d:\d\d$/).waitFor()
  // The second never leaves: the pane is gone before.
  let held = true
  await local.page.route('**/graph/**', (route) =>
    route.request().method() === 'GET' || !held ? route.continue() : undefined,
  )
  await takes.click()
  await local.frame.getByText('Saving').waitFor()
  await reload(local)
  await local.frame.getByText('The minutes of this review are in this document').waitFor()
  held = false
  await press(local, 'Read back')
  await local.frame.getByText('1 difference').waitFor()
  await press(local, 'Take document’s')
  await local.frame.getByText(/^Saved \d\d:\d\d$/).waitFor()
  await press(local, 'Read back')
  await local.frame.getByText('The document says what the record says').waitFor()
})
