import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Action } from '../../src/domain/records/action.ts'
import { Review } from '../../src/domain/records/review.ts'
import { connect } from '../../src/graph/connect.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { seriousOn } from './axe.ts'
import { openLocal, type Local } from './harness.ts'

/** The records as another person of the school would read them, at the same Graph. */
const recordsOf = ({ server: { emulator } }: Local) =>
  connect({
    school: localConfig.schools[0]!,
    token: async () => emulator.admin.tokenFor('senco'),
    send: emulator.handle,
  }).records

const readBack = async (local: Local): Promise<void> => {
  await local.frame.getByRole('button', { name: 'Read back' }).click()
  await local.frame.getByText('Reading the document').waitFor({ state: 'hidden' })
}
const opened = async (options: Partial<Parameters<typeof openLocal>[0]> = {}): Promise<Local> => {
  const local = await openLocal({ page: 'word', ...options })
  await local.frame.getByRole('main').getByRole('listitem').first().getByRole('button').click()
  await local.frame.getByRole('button', { name: 'Insert minutes' }).click()
  await local.frame.getByText('Minutes inserted').waitFor()
  return local
}
const actions = (local: Local) =>
  local.page
    .locator('table')
    .filter({ hasText: 'What' })
    .filter({ has: local.page.locator('[data-tag^="ac."][data-tag$=".owner"]') })
    .last()

test('an action typed as a new row in Word becomes a record once the SENCO says what it is, and then reads back', async () => {
  const local = await opened()
  const table = actions(local)
  const rows = await table.getByRole('row').count()
  await table.getByRole('row').last().locator('td').last().locator('select, [role=textbox]').first().focus()
  await local.page.keyboard.press('Tab')
  await expect.poll(() => table.getByRole('row').count()).toBe(rows + 1)
  const cells = table.getByRole('row').last().locator('td')
  await cells.nth(0).getByRole('textbox').fill('Ring the new school about the visit')
  await cells.nth(1).getByRole('textbox').fill('Mrs Patel')
  await cells.nth(2).getByRole('textbox').fill('1 May 2027')
  await readBack(local)
  const card = local.frame.getByRole('article', { name: 'A row added in Word' })
  await card.getByText('Ring the new school about the visit').waitFor()
  await local.shot('rows-added')
  expect(await seriousOn(local)).toEqual([])
  await card.getByRole('button', { name: 'Add to the record' }).click()
  await card.getByText(/^Saved \d\d:\d\d$/).waitFor()
  const store = recordsOf(local).store(Action)
  const found = async () =>
    (await store.all()).records.filter(({ what }) => what === 'Ring the new school about the visit')
  const [made, ...more] = await found()
  expect(more).toEqual([])
  expect(made).toMatchObject({ owner: 'Mrs Patel', due: '2027-05-01', status: 'open' })
  // The row has its fields now: it is not asked about again, and a change in it is a difference.
  await expect.poll(() => cells.nth(1).locator(`[data-tag="ac.${made!.key}.owner"]`).count()).toBe(1)
  await readBack(local)
  await local.frame.getByText('The document says what the record says').waitFor()
  await cells.nth(1).getByRole('textbox', { name: 'Who' }).fill('Mr Adeyemi')
  await readBack(local)
  const difference = local.frame.getByRole('article', { name: /^Who/ })
  await difference.getByRole('button', { name: 'Take document’s' }).click()
  await difference.getByText(/^Saved/).waitFor()
  expect((await store.byKey(made!.key)).owner).toBe('Mr Adeyemi')
})

test('what the record got since comes as a row by Update, and a row deleted in Word is put back or archived from its card', async () => {
  const local = await opened({ viewport: { width: 1080, height: 900 } })
  const table = actions(local)
  const store = recordsOf(local).store(Action)
  const tag = (await table.locator('[data-tag^="ac."]').first().getAttribute('data-tag'))!
  const review = (await local.page.locator('[data-tag^="rv."]').first().getAttribute('data-tag'))!.split(
    '.',
  )[1]!
  expect(tag).toMatch(/^ac\./)
  const { pupil } = await recordsOf(local).store(Review).byKey(review)
  const made = await store.create(
    blank(Action, { pupil, review, what: 'Order the workbook', owner: 'Mrs Patel', status: 'open' }) as never,
  )
  await local.frame.getByRole('button', { name: 'Update' }).click()
  const row = local.page
    .getByRole('row')
    .filter({ has: local.page.locator(`[data-tag="ac.${made.key}.what"]`) })
  await row.getByText('Order the workbook').waitFor()
  await readBack(local)
  await local.frame.getByText('The document says what the record says').waitFor()
  const takeOut = () =>
    local.frame.locator('body').evaluate(async (_, what) => {
      await Word.run(async (context) => {
        const { tables } = context.document.body
        tables.load('items/values')
        await context.sync()
        for (const each of tables.items) {
          const at = each.values.findIndex((cells) => cells[0] === what)
          if (at >= 0) each.deleteRows(at, 1)
        }
        await context.sync()
      })
    }, 'Order the workbook')
  await takeOut()
  await expect.poll(() => row.count()).toBe(0)
  await readBack(local)
  const card = local.frame.getByRole('article', { name: /^Deleted in Word/ })
  await card.getByText('Order the workbook').waitFor()
  await local.shot('rows-deleted')
  expect(await seriousOn(local)).toEqual([])
  await card.getByRole('button', { name: 'Put it back' }).click()
  await card.getByText('Back in the document.').waitFor()
  await row.getByText('Order the workbook').waitFor()
  await takeOut()
  await readBack(local)
  await card.getByRole('button', { name: 'Archive it' }).click()
  await card.getByText('Archived').waitFor()
  expect((await store.byKey(made.key)).archivedReason).toBe('Deleted in Word')
  await local.frame.getByRole('button', { name: 'Undo' }).click()
  await card.getByText('The record keeps it').waitFor()
  expect((await store.byKey(made.key)).archived).toBe(false)
})
