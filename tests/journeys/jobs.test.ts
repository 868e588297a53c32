import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { connect } from '../../src/graph/connect.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { StaffProfile } from '../../src/domain/records/staffProfile.ts'
import type { SchoolRecords } from '../../src/graph/storeTypes.ts'
import { checkRows, matchHeadings, readExisting, runImport } from '../../src/importing/index.ts'
import { tableOf, upnNumber } from '../importing/given.ts'
import { seriousOn } from './axe.ts'
import { goTo, type Local, openLocal } from './harness.ts'
import { schoolFor } from './school.ts'
import { recordsOf } from './tabRecords.ts'

/** What the lists say, whoever wrote it and however often. */
const sayings = async (records: SchoolRecords) => {
  const lists = await Promise.all([
    records.store(Pupil).allWithArchived(),
    records.store(Need).allWithArchived(),
  ])
  return lists.flatMap((list) =>
    list.records
      .map(({ key, archived, archivedReason, ...row }) => {
        const {
          id: _,
          etag: __,
          createdAt: ___,
          createdBy: ____,
          modifiedAt: _____,
          modifiedBy: ______,
          ...says
        } = row
        return { key, archived, archivedReason, ...says }
      })
      .toSorted((one, other) => (one.key < other.key ? -1 : 1)),
  )
}
/** What staff see of whom, in which class. */
const copies = async (local: Local) =>
  (await recordsOf(local).store(StaffProfile).all()).records
    .map(({ key, pupil, yearGroup, className, helps }) => ({ key, pupil, yearGroup, className, helps }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
/** The page's own clock from a moment on. */
const fromThen = async ({ page, frame }: Local, moment: string): Promise<void> => {
  await page.clock.install({ time: new Date(moment) })
  await page.reload()
  await frame.getByText('Register').first().waitFor()
}
/** Waits for words; the page's clock is put on where it waits for the next minute of SharePoint's budget. */
const soon = async ({ page, frame }: Local, words: RegExp | string): Promise<void> => {
  const place = frame.getByText(words).first()
  await expect
    .poll(
      async () => {
        if (await place.isVisible()) return true
        if (await frame.getByText(/^Microsoft 365 takes only so many changes/).isVisible())
          await page.clock.fastForward(30_000)
        return false
      },
      { timeout: 80_000 },
    )
    .toBe(true)
}
const file = `UPN,Surname,Forename,DOB,Year,SEN,SEN Need 1\r\n${Array.from(
  { length: 120 },
  (_, i) => `${upnNumber(500 + i)},Newcome${i},Ann,9/1/2018,4,K,SLCN`,
).join('\r\n')}\r\n`

test('an import is paused, gone on with, broken off by a reload and gone on with, and ends as one that ran through', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  await fromThen(local, '2026-11-22T09:00:00Z')
  const slow = { by: 700 }
  await page.route(/\/\$batch$/, async (route) => {
    await new Promise((done) => setTimeout(done, slow.by))
    await route.continue()
  })
  page.on('dialog', (dialog) => void dialog.accept())
  const path = join(inject('scratch'), 'newcomers.csv')
  await writeFile(path, file)
  await goTo(local, 'import')
  await frame.getByLabel('List of pupils').setInputFiles(path)
  await frame.getByRole('button', { name: 'Import 120 pupils' }).click()
  await frame.getByText(/of 120 pupils/).waitFor()
  await frame.getByRole('button', { name: 'Pause' }).click()
  await frame.getByText(/The import is paused/).waitFor()

  slow.by = 1_200
  await goTo(local, 'records/jobs')
  await frame.getByText(/^Paused at \d+ of 120 pupils/).waitFor()
  await local.shot('jobs-paused')
  await frame.getByRole('button', { name: 'Go on' }).click()
  await frame.getByRole('link', { name: /^Import of 120 pupils: \d+% done/ }).waitFor()
  await frame.getByText(/^[4-9]\d of 120 pupils/).waitFor()
  await local.shot('jobs-running')
  await page.reload()

  slow.by = 0
  await frame.getByText('Register').first().waitFor()
  await goTo(local, 'records/jobs')
  await frame.getByText(/Another page worked on it|stopped at/).waitFor()
  await local.shot('jobs-broken-off')
  await frame.getByRole('button', { name: 'Go on' }).click()
  await soon(local, 'Finished: 120 of 120 pupils')
  await frame.getByRole('link', { name: 'Import of 120 pupils' }).click()
  await frame.getByRole('tab', { name: 'Stored 120' }).waitFor()
  await frame.getByText('Ann Newcome0').waitFor()
  await local.shot('jobs-results')

  const { emulator } = await schoolFor('made-up')
  const { records } = connect({
    school: localConfig.schools[0]!,
    token: async () => emulator.admin.tokenFor('senco'),
    send: emulator.handle,
  })
  const table = tableOf(file)
  const plan = checkRows(table, matchHeadings(table.headings), await readExisting(records), '2026-11-22')
  expect((await runImport(plan, records)).counts).toMatchObject({ stored: 120 })
  const [through, broken] = [await sayings(records), await sayings(recordsOf(local))]
  await emulator.close()
  expect(broken).toEqual(through)
})

test('everyone is rolled up a year from a preview, warned of a second time, and put back', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const before = await sayings(recordsOf(local))
  await fromThen(local, '2027-07-15T09:00:00Z')
  const shownBefore = await copies(local)
  await goTo(local, 'register')
  await frame.getByRole('button', { name: 'Print and export' }).click()
  await frame.getByRole('menuitem', { name: 'Classes, staff and the new school year' }).click()
  await frame.getByRole('button', { name: 'Start a new school year' }).click()
  await frame.getByRole('button', { name: /^Year 4 → Year 5/ }).click()
  await frame.getByRole('textbox', { name: 'Leaving date of the last year' }).fill('21/7/2027')
  const takesBack = frame.getByRole('checkbox', {
    name: /^Take back the profiles? that staff see of \d+ leavers?$/,
  })
  expect(await takesBack.isChecked()).toBe(false)
  await frame.getByText(/Staff go on seeing the profiles? until you withdraw/).waitFor()
  await takesBack.check()
  const found = [await seriousOn(local, 'roll up')]
  await local.shot('jobs-roll-up')
  await frame.getByRole('button', { name: /^Roll \d+ pupils up, \d+ leave$/ }).click()
  await soon(local, /^Finished: \d+ of \d+ pupils$/)
  found.push(await seriousOn(local, 'results'))
  const [pupils, after] = [before, await sayings(recordsOf(local))]
  const year4 = pupils.filter((row) => 'yearGroup' in row && row.yearGroup === '4' && !row.archived)
  const moved = year4.filter(({ key }) =>
    after.some((row) => row.key === key && 'yearGroup' in row && row.yearGroup === '5'),
  )
  expect(moved.length).toBeGreaterThan(year4.length * 0.9)
  const left = after.filter((row) => 'left' in row && row.left === '2027-07-21')
  expect(left.length).toBeGreaterThan(20)
  // Staff see nobody who leaves, and everybody else in the class that they are in now.
  const now = new Map(after.map((row) => [row.key, row]))
  const shown = await copies(local)
  expect(shown.length).toBeLessThan(shownBefore.length)
  expect(shown.filter(({ pupil }) => left.some(({ key }) => key === pupil))).toEqual([])
  for (const { pupil, yearGroup, className } of shown)
    expect(now.get(pupil)).toMatchObject({ yearGroup, className })

  await goTo(local, 'records/jobs')
  await frame.getByRole('button', { name: 'Roll everyone up a year' }).click()
  await frame.getByText(/Everyone was already rolled up into 2027\/28/).waitFor()
  await local.shot('jobs-roll-up-again')
  await frame.getByRole('button', { name: 'Cancel' }).click()
  await frame.getByRole('button', { name: 'Undo' }).click()
  await frame.getByRole('button', { name: 'Undo this job' }).click()
  await frame.getByRole('heading', { name: /^Undo: Everyone up a year/ }).waitFor()
  await soon(local, /^Finished: \d+ of \d+ pupils$/)
  expect(await sayings(recordsOf(local))).toEqual(before)
  expect(await copies(local)).toEqual(shownBefore)
  await goTo(local, 'records/jobs')
  await frame.getByText(/^Undone\. /).waitFor()
  found.push(await seriousOn(local, 'jobs'))
  expect(found.flat()).toEqual([])
})

test('a year group is selected in the register, archived with a reason, and brought back', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  await fromThen(local, '2027-07-15T09:00:00Z')
  const before = await sayings(recordsOf(local))
  await goTo(local, 'register?year=6&show=everyone')
  await frame.getByText(/^\d+ of 412 pupils/).waitFor()
  await expect.poll(() => frame.getByText(/of 412 pupils/).textContent()).not.toMatch(/^412/)
  await frame.getByRole('heading', { name: 'Register' }).focus()
  await page.keyboard.press('x')
  await frame.getByText('1 selected').waitFor()
  await frame.getByRole('checkbox', { name: 'Select all shown' }).click()
  await frame.getByText(/^\d\d selected/).waitFor()
  await local.shot('register-selected')
  const found = [await seriousOn(local, 'register')]
  await frame
    .getByRole('region', { name: 'Selected pupils' })
    .getByRole('button', { name: 'Archive' })
    .click()
  const dialog = frame.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('Left for secondary school')
  await expect.poll(() => dialog.getByRole('button', { name: /^Archive \d+ pupils$/ }).isEnabled()).toBe(true)
  found.push(await seriousOn(local, 'dialog'))
  await local.shot('archive-dialog')
  await dialog.getByRole('button', { name: /^Archive \d+ pupils$/ }).click()
  await soon(local, /^Finished: \d+ of \d+ pupils$/)
  const archived = (await sayings(recordsOf(local))).filter(
    (row) => row.archivedReason === 'Left for secondary school',
  )
  expect(archived.length).toBeGreaterThan(20)
  expect(archived.every((row) => 'yearGroup' in row && row.yearGroup === '6')).toBe(true)
  await frame.getByRole('button', { name: 'Undo' }).click()
  await frame.getByRole('button', { name: 'Undo this job' }).click()
  await frame.getByRole('heading', { name: /^Undo: Archive/ }).waitFor()
  await soon(local, /^Finished: \d+ of \d+ pupils$/)
  expect(await sayings(recordsOf(local))).toEqual(before)
  expect(found.flat()).toEqual([])
})
