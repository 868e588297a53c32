import { expect, test } from 'vitest'
import { recordTypesVersion } from '../../src/domain/record.ts'
import { markerKey } from '../../src/graph/marker.ts'
import { seriousOn } from './axe.ts'
import { goTo, type Local, openLocal } from './harness.ts'

const site = '/sites/oakfield-senco'
const setUp = 'Set up or update the lists'
/** SharePoint may be too busy for a minute in the middle of it, and once more. */
const long = { timeout: 150_000 }
type Kept = { sites: { path: string; lists: { displayName: string; rows: { id: number; fields: Record<string, unknown> }[] }[] }[] } // prettier-ignore

/** What the marker of a list says, as the set-up of another version of the app would have written it. */
const setUpBy = async ({ server }: Local, list: string, app: number, since: number) => {
  const { admin } = server.emulator
  const row = (admin.dump() as unknown as Kept).sites
    .find(({ path }) => path === site)!
    .lists.find(({ displayName }) => displayName === list)!
    .rows.find(({ fields }) => fields['gtKey'] === markerKey)!
  const gtArchivedReason = `Record types ${app}, list ${since}. No record`
  await admin.editRow(site, list, row.id, { gtArchivedReason }, 'it')
}

test('IT sees what would be made before anything is, how far it is, and what came of it; a refusal half-way is gone on from', async () => {
  const local = await openLocal({ page: 'teams', school: 'empty', persona: 'it' })
  const { frame, server } = local
  await goTo(local, 'school/lists')
  const records = frame.getByRole('region', { name: 'The SENCO’s records' })
  await records.getByText(/^Make \d+ lists: School settings/).waitFor()
  await frame
    .getByRole('region', { name: 'The staff profiles' })
    .getByText(/^Make \d+ lists/)
    .waitFor(long)
  await frame.getByRole('region', { name: 'What IT’s script does' }).waitFor()
  await local.shot('set-up-plan')
  const posts = () => server.emulator.admin.log().filter(({ method }) => method === 'POST')
  expect(posts()).toEqual([])
  server.emulator.admin.fault({ answer: { status: 403 }, path: '/lists/Reviews/', times: 3 })
  local.ignore(/403/)
  await frame.getByRole('button', { name: setUp }).click()
  await records.getByText(/You may not make lists here/).waitFor(long)
  await frame.getByRole('region', { name: 'The staff profiles' }).getByText(/^All \d+ lists/).waitFor(long) // prettier-ignore
  await records.getByText(/^Made \d+ lists/).waitFor(long)
  await local.shot('set-up-half')
  server.emulator.admin.clearFaults()
  await frame.getByRole('button', { name: setUp }).click()
  await records.getByText(/^All \d+ lists are there and up to date\.$/).waitFor(long)
  await records.getByText(/had every column already/).waitFor(long)
  expect(await seriousOn(local)).toEqual([])
  await local.shot('set-up-done')
  await local.page.setViewportSize({ width: 360, height: 700 })
  await local.shot('set-up-narrow')
}, 600_000)

test('an old page beside newer lists says so and stores what is changed; beside older lists it says whom to turn to', async () => {
  const local = await openLocal({ page: 'teams', persona: 'it', theme: 'dark' })
  const { frame, server } = local
  await setUpBy(local, 'Pupils', recordTypesVersion + 1, recordTypesVersion + 1)
  await goTo(local, 'register')
  await frame.getByText(/A newer version of Goldthread has been set up for Oakfield/).waitFor()
  await frame.getByRole('button', { name: 'Load the new version' }).waitFor()
  expect(await seriousOn(local)).toEqual([])
  await local.shot('schema-newer')
  await goTo(local, 'school/lists')
  await frame.getByText('Set up by a newer version of Goldthread').waitFor(long)
  await setUpBy(local, 'Pupils', recordTypesVersion - 1, 1)
  await server.emulator.admin.dropColumn(site, 'Pupils', 'gtClassName')
  await local.page.reload()
  await goTo(local, 'register')
  await frame.getByText(/are not yet up to date with this version of Goldthread/).waitFor()
  await local.shot('schema-older')
  await goTo(local, 'school/lists')
  await frame.getByText('Pupils: Class', { exact: true }).waitFor(long)
  await local.shot('set-up-upgrade')
  await frame.getByRole('button', { name: setUp }).click()
  await frame.getByText(/Added 1 column/).waitFor(long)
  // The look afterwards at so many lists may have to wait for the next minute's allowance.
  await expect.poll(() => frame.getByText(/are not yet up to date with this version/).count(), long).toBe(0)
  await local.shot('set-up-upgraded')
}, 600_000)
