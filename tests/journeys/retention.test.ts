import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Contributor } from '../../src/domain/records/contributor.ts'
import { Disposal } from '../../src/domain/records/disposal.ts'
import { Hold } from '../../src/domain/records/hold.ts'
import { Need } from '../../src/domain/records/need.ts'
import { fullName, Pupil } from '../../src/domain/records/pupil.ts'
import { RetentionRule } from '../../src/domain/records/retentionRule.ts'
import { Review } from '../../src/domain/records/review.ts'
import { StaffConcern } from '../../src/domain/records/staffConcern.ts'
import { StaffProfile } from '../../src/domain/records/staffProfile.ts'
import { fileMark } from '../../src/domain/rules/belongings.ts'
import { londonDay } from '../../src/domain/rules/day.ts'
import { connect } from '../../src/graph/connect.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { seriousOn } from './axe.ts'
import { goTo, type Local, openLocal } from './harness.ts'

const schoolOf = ({ server: { emulator } }: Local) =>
  connect({
    school: localConfig.schools[0]!,
    token: async () => emulator.admin.tokenFor('senco'),
    send: emulator.handle,
  })
/** Everything that the sites hold, without what lies in their recycle bins. */
const kept = ({ server: { emulator } }: Local): string =>
  JSON.stringify(emulator.admin.dump(), (name, value: unknown) => (name === 'bin' ? undefined : value))

/** A pupil who left long ago, with rows at every distance, one of them in the staff site, and minutes in the library. */
const oldPupil = async (local: Local, forename: string) => {
  const { records, files } = schoolOf(local)
  const store = records.store(Pupil)
  const pupil = await store.create(
    blank(Pupil, {
      surname: 'Longago',
      forename,
      dateOfBirth: '1990-02-10',
      admitted: '2001-09-03',
      left: '2008-07-18',
      status: 'K',
    }),
  )
  await store.archive(pupil, 'Left')
  await records.store(Need).create(blank(Need, { pupil: pupil.key, type: 'SLCN' } as never))
  const review = await records.store(Review).create(
    blank(Review, {
      pupil: pupil.key,
      type: 'annual',
      stage: 'closed',
      meetingDate: '2008-03-11',
    } as never),
  )
  for (const name of ['Mrs Longago', 'Dr Iqbal'])
    await records.store(Contributor).create(blank(Contributor, { review: review.key, name, role: 'parent' }))
  await records.store(StaffProfile).create(
    blank(StaffProfile, {
      pupil: pupil.key,
      surname: 'Longago',
      forename,
      status: 'K',
      publishedOn: '2007-09-03',
    }),
  )
  const name = `${forename[0]}L 2008-03-11 ${fileMark(review.key)}.docx`
  await files.save('senco', `Reviews/${name}`, new TextEncoder().encode('minutes'), 'text/plain')
  return { key: pupil.key, rows: [pupil.key, review.key], mark: fileMark(review.key) }
}

const rowOf = ({ frame }: Local, name: string) => frame.getByRole('listitem').filter({ hasText: name })
/** The number behind a tab's words, such as `To decide (3)`. */
const countAt = async ({ frame }: Local, words: string): Promise<number> => {
  const text = await frame.getByRole('tab', { name: new RegExp(`^${words} `) }).textContent()
  return Number(/\((\d+)\)/.exec(text ?? '')![1])
}
/** For looking at, where a folder for it is named. */
const picture = async (local: Local, name: string): Promise<void> => {
  const folder = process.env['GOLDTHREAD_SHOTS']
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await local.page.screenshot({ path: `${folder}/retention-${name}.png` })
}

/** A disposal reads every list several times over, which takes its time on a busy machine. */
const unhurried = { timeout: 180_000 }

test(
  'a pupil who left long ago is held, let go and disposed of, and only the log is left',
  unhurried,
  async () => {
    const local = await openLocal({ page: 'teams' })
    const { frame, page } = local
    await frame.getByRole('heading', { level: 1 }).waitFor()
    const pupil = await oldPupil(local, 'Una')
    await goTo(local, 'records/retention')
    const due = rowOf(local, 'Una Longago')
    await frame
      .getByRole('region', { name: /^Due now/ })
      .getByText('Una Longago')
      .waitFor()
    await due.getByRole('button', { name: '10 Feb 2021' }).press('Enter')
    await frame
      .getByText('Kept for 31 years from the date of birth, by the school that the pupil left last')
      .waitFor()
    await frame.getByText('Good practice, not law').waitFor()
    await picture(local, 'queue')
    await page.keyboard.press('Escape')

    const before = await countAt(local, 'To decide')
    await due.getByRole('button', { name: 'Keep longer' }).click()
    await frame.getByLabel(/^Reason/).fill('The county archive asked for it')
    await frame
      .getByRole('form', { name: 'Keep longer' })
      .getByRole('button', { name: 'Keep longer' })
      .click()
    await expect.poll(() => countAt(local, 'To decide')).toBe(before - 1)
    await frame.getByRole('tab', { name: /^Held/ }).click()
    await frame.getByText('The county archive asked for it').waitFor()
    await picture(local, 'held')
    await goTo(local, `pupil/${pupil.key}/details`)
    await frame
      .getByText(/On legal hold since .*: the school keeps it longer/)
      .first()
      .waitFor()
    await picture(local, 'pupil')

    await goTo(local, 'records/retention')
    await frame.getByRole('tab', { name: /^Held/ }).click()
    await due.getByRole('button', { name: 'Lift' }).click()
    await expect.poll(() => countAt(local, 'To decide')).toBe(before)
    await frame.getByRole('tab', { name: /^To decide/ }).click()
    await due.getByRole('button', { name: 'Dispose' }).click()
    await frame.getByText('Document: Reviews/').waitFor()
    const button = frame.getByRole('button', { name: 'Delete 7 records and 1 file of this pupil' })
    expect(await button.isDisabled()).toBe(true)
    expect(await seriousOn(local, 'what would go')).toEqual([])
    await picture(local, 'plan')

    // Somebody puts a hold on while the person reads: the word and the button no longer help.
    const holds = schoolOf(local).records.store(Hold)
    const hold = await holds.create(
      blank(Hold, { pupil: pupil.key, from: '2026-01-01', reason: 'Letter', kind: 'tribunal' }),
    )
    await frame.getByLabel('Type “delete” to go on').fill('delete')
    await button.click()
    await frame
      .getByText(/On legal hold: tribunal or court, since 1 Jan 2026. It can’t be disposed of/)
      .waitFor()
    expect(await schoolOf(local).records.store(Pupil).byKey(pupil.key)).toMatchObject({ forename: 'Una' })
    await holds.dispose(hold)

    await frame.getByRole('button', { name: 'Look again' }).click()
    await frame.getByLabel('Type “delete” to go on').fill('Delete')
    await page.keyboard.press('Enter')
    await frame.getByText('Done: 7 records and 1 file deleted.').waitFor()
    const left = kept(local)
    expect(left.split(pupil.key).length - 1, 'the log alone knows the key').toBe(1)
    expect(left.includes('Longago'), 'no name').toBe(false)
    expect(left.includes(pupil.mark), 'no document').toBe(false)

    await frame.getByRole('button', { name: 'Back to the list' }).click()
    await expect.poll(() => countAt(local, 'To decide')).toBe(before - 1)
    await frame.getByRole('tab', { name: 'Disposal log' }).click()
    await frame.getByRole('cell', { name: 'Done' }).waitFor()
    await picture(local, 'log')
    const coming = page.waitForEvent('download')
    await frame.getByRole('button', { name: 'Download as CSV' }).click()
    const file = join(inject('scratch'), 'disposal-log.csv')
    await (await coming).saveAs(file)
    const csv = await readFile(file, 'utf8')
    expect(csv).toContain('31 years, counted from: date of birth')
    expect(csv).not.toMatch(/Longago|Una/)
  },
)

test(
  'a disposal that was broken off is shown as begun and is gone on with to the end, for several pupils',
  unhurried,
  async () => {
    const local = await openLocal({ page: 'teams' })
    const { frame, page } = local
    local.ignore(/graph.*503|status of 503|Failed to load/)
    await frame.getByRole('heading', { level: 1 }).waitFor()
    const [una, otto] = [await oldPupil(local, 'Una'), await oldPupil(local, 'Otto')]
    await goTo(local, 'records/retention')
    for (const name of ['Una Longago', 'Otto Longago'])
      await rowOf(local, name).getByRole('checkbox', { name: 'Choose this pupil' }).check()
    await frame.getByRole('button', { name: 'See what would go' }).click()
    const button = frame.getByRole('button', { name: 'Delete 12 records and 2 files of 2 pupils' })
    await button.waitFor()
    await frame.getByLabel('Type “delete” to go on').fill('delete')
    const { admin } = local.server.emulator
    // The documents and two rows go, then nothing gets through.
    admin.fault({
      answer: { status: 400, body: { error: { code: 'invalidRequest', message: 'Not now' } } },
      method: 'DELETE',
      path: 'contributors',
      times: 50,
    })
    await button.click()
    await frame.getByText(/Stopped:/).waitFor()
    await frame.getByText('Not begun: the work stopped before this pupil.').waitFor()
    await picture(local, 'stopped')
    admin.clearFaults()
    await frame.getByRole('button', { name: 'Back to the list' }).click()
    await frame.getByRole('region', { name: 'Begun and not ended (1)' }).waitFor()
    await picture(local, 'begun')
    await frame.getByRole('button', { name: 'Go on to the end' }).click()
    await frame.getByText(/^Begun on/).waitFor()
    await frame.getByLabel('Type “delete” to go on').fill('delete')
    await page.keyboard.press('Enter')
    await frame.getByText(/^Done: 6 records and 1 file deleted/).waitFor()
    const left = kept(local)
    const gone = [una, otto].filter(({ key }) => left.split(key).length - 1 === 1)
    expect(gone, 'one of the two is gone but for the log').toHaveLength(1)
    expect(await schoolOf(local).records.store(Disposal).all()).toMatchObject({
      records: [{ state: 'done', rows: 6, files: 1, subject: gone[0]!.key }],
    })
    await frame.getByRole('button', { name: 'Back to the list' }).click()
    await frame
      .getByRole('region', { name: /^Due now/ })
      .getByText('Longago')
      .waitFor()
  },
)

test(
  'the rules say what is usual and whose rule it is, and a new one says whom it moves',
  unhurried,
  async () => {
    const local = await openLocal({ page: 'teams' })
    const { frame } = local
    await frame.getByRole('heading', { level: 1 }).waitFor()
    await oldPupil(local, 'Una')
    await goTo(local, 'records/retention')
    const before = await countAt(local, 'To decide')
    await frame.getByRole('tab', { name: 'Rules' }).click()
    await frame.getByText('The law sets no number of years').waitFor()
    await picture(local, 'rules')
    await frame.getByRole('listitem').filter({ hasText: 'SEND file' }).first().getByRole('button').click()
    const form = frame.getByRole('form', { name: /^Set how long: SEND file/ })
    await form.getByLabel(/^Years/).fill('50')
    await form.getByText(/later for \d+ pupils?\./).waitFor()
    await form.getByLabel(/^Whose rule/).fill('Trust schedule 4.2')
    await picture(local, 'rule')
    await form.getByRole('button', { name: 'Set this rule' }).click()
    await frame.getByText(/50 years, counted from: date of birth/i).waitFor()
    await expect.poll(() => countAt(local, 'To decide')).toBe(0)
    const found: string[] = []
    for (const theme of ['Light', 'Dark', 'High contrast']) {
      await local.page.getByLabel('Theme').selectOption({ label: theme })
      for (const part of theme === 'Light'
        ? [/^Held/, /^Disposal log/, /^Rules/]
        : [/^To decide/, /^Rules/]) {
        await frame.getByRole('tab', { name: part }).click()
        found.push(...(await seriousOn(local, `${theme} ${part}`)))
      }
      await picture(local, `rules-${theme}`)
    }
    expect(found).toEqual([])
    await local.page.setViewportSize({ width: 380, height: 800 })
    await frame.getByRole('button', { name: /^Take back/ }).click()
    await expect.poll(() => countAt(local, 'To decide')).toBe(before)
    await frame.getByRole('tab', { name: /^To decide/ }).click()
    await frame.getByRole('link', { name: 'Una Longago' }).waitFor()
    await picture(local, 'phone')
  },
)

test('files of jobs wait under other records and go when a person types the word', unhurried, async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  await frame.getByRole('heading', { level: 1 }).waitFor()
  const { records, files } = schoolOf(local)
  await records
    .store(RetentionRule)
    .create(blank(RetentionRule, { group: 'job', from: '2020-01-01', counted: 'made', years: 0, months: 0 }))
  for (const name of ['one', 'two'])
    await files.save('senco', `Goldthread jobs/${name}.json`, new TextEncoder().encode('{}'), 'text/plain')
  await goTo(local, 'records/retention')
  const other = frame.getByRole('region', { name: 'Other records' })
  await other.getByText(/2 files due since/).waitFor()
  await picture(local, 'other')
  expect(await seriousOn(local, 'other records')).toEqual([])
  await other.getByRole('button', { name: 'See what would go: Files of jobs' }).click()
  const button = frame.getByRole('button', { name: 'Delete 2 files' })
  await button.waitFor()
  expect(await button.isDisabled()).toBe(true)
  expect(await seriousOn(local, 'what would go of other records')).toEqual([])
  await frame.getByLabel('Type “delete” to go on').fill('delete')
  await picture(local, 'other-plan')
  await page.keyboard.press('Enter')
  await frame.getByText('Done: 2 files deleted.').waitFor()
  expect(await files.list('senco', 'Goldthread jobs')).toEqual([])
  await frame.getByRole('button', { name: 'Back to the list' }).click()
  await other.getByText('Nothing more is kept').first().waitFor()
})

test('what was archived is brought back from its kind, asked once, as it was', unhurried, async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  await frame.getByRole('heading', { level: 1 }).waitFor()
  const pupils = schoolOf(local).records.store(Pupil)
  const pupil = (await pupils.all()).records.find(({ status, left }) => status === 'K' && left === null)!
  await pupils.archive(pupil, 'By mistake')
  await goTo(local, 'records/archived')
  const line = frame.getByRole('listitem').filter({ hasText: fullName(pupil) })
  await line.getByText(/“By mistake”/).waitFor()
  await picture(local, 'archived')
  expect(await seriousOn(local, 'archived')).toEqual([])
  await line.getByRole('button', { name: `Bring back: ${fullName(pupil)}` }).click()
  const dialog = frame.getByRole('dialog', { name: 'Bring this back?' })
  await dialog.getByRole('button', { name: 'Bring back' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await line.waitFor({ state: 'hidden' })
  const back = await pupils.byKey(pupil.key)
  expect(back).toMatchObject({ archived: false, forename: pupil.forename, status: 'K' })
  await frame.getByLabel('Kind of record').selectOption('Need')
  await frame
    .getByText('Nothing of this kind is archived')
    .or(frame.getByRole('list', { name: 'Archived' }))
    .waitFor()
  await local.page.setViewportSize({ width: 380, height: 800 })
  await picture(local, 'archived-phone')
})

test(
  'a concern about no pupil of the school waits with its name and goes when a person types the word',
  unhurried,
  async () => {
    const local = await openLocal({ page: 'teams' })
    const { frame, page } = local
    await frame.getByRole('heading', { level: 1 }).waitFor()
    const { records } = schoolOf(local)
    const rule = {
      group: 'concernAside',
      from: '2020-01-01',
      counted: 'closed',
      years: 1,
      months: 0,
    } as const
    await records.store(RetentionRule).create(blank(RetentionRule, rule))
    const said = records.store(StaffConcern)
    const given = { by: 'Priya Nair', on: '2025-03-03', seen: 'Tired', asideWhy: 'notOurs' } as const
    await said.create(blank(StaffConcern, { ...given, pupilName: 'Wilf Elsewhere', asideOn: '2025-03-10' }))
    const young = await said.create(
      blank(StaffConcern, { ...given, pupilName: 'Ida Elsewhere', asideOn: londonDay(new Date()) }),
    )
    await goTo(local, 'records/retention')
    const other = frame.getByRole('region', { name: 'Other records' })
    await other.getByText(/1 concern due since/).waitFor()
    await other
      .getByRole('button', { name: 'See what would go: Concerns of staff about no pupil of the school' })
      .click()
    await frame.getByText(/Wilf Elsewhere, raised by Priya Nair on 3 Mar 2025/).waitFor()
    await picture(local, 'concern-plan')
    expect(await seriousOn(local, 'what would go of concerns')).toEqual([])
    await frame.getByLabel('Type “delete” to go on').fill('delete')
    await page.keyboard.press('Enter')
    await frame.getByText('Done: 1 concern deleted.').waitFor()
    const left = (await said.allWithArchived()).records.filter(({ asideWhy }) => asideWhy === 'notOurs')
    expect(left.map(({ key }) => key)).toContain(young.key)
    expect(JSON.stringify(left)).not.toContain('Wilf')
  },
)
