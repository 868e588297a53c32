import { strFromU8, unzipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { AccessRequest } from '../../src/domain/records/accessRequest.ts'
import { ChronologyEntry } from '../../src/domain/records/chronologyEntry.ts'
import { Disclosure } from '../../src/domain/records/disclosure.ts'
import { fullName, Pupil } from '../../src/domain/records/pupil.ts'
import { Withholding } from '../../src/domain/records/withholding.ts'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { connect } from '../../src/graph/connect.ts'
import { seriousOn } from './axe.ts'
import { goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const savedBy = async (local: Local, name: string): Promise<string> => {
  const [download] = await Promise.all([
    local.page.waitForEvent('download'),
    local.frame.getByRole('button', { name }).click(),
  ])
  const path = join(inject('scratch'), download.suggestedFilename())
  await download.saveAs(path)
  return path
}
/** The lists of an empty school, as IT makes them. */
const madeReady = async ({ server: { emulator } }: Local): Promise<void> => {
  const token = async () => emulator.admin.tokenFor('it')
  await connect({ school: localConfig.schools[0]!, token, send: emulator.handle }).setUp()
}

test('a copy of everything is taken, saved and logged, and brought into an empty school where all is equal', async () => {
  // A small school: a page keeps below SharePoint's budget, so that a whole one takes minutes.
  const from = await openLocal({ page: 'teams', school: 'empty' })
  await madeReady(from)
  const some = Array.from({ length: 45 }, (_, at) =>
    blank(Pupil, { surname: `Byrne ${at}`, forename: 'Zażółć', dateOfBirth: '2016-02-29', status: 'K' }),
  )
  const store = recordsOf(from).store(Pupil)
  const [first] = await store.createMany(some.map((record) => ({ key: newKey(), record })))
  if (first?.outcome === 'stored') await store.archive(first.record, 'Left')
  await goTo(from, 'records/copy')
  await from.frame.getByRole('button', { name: 'Take a copy' }).waitFor()
  await from.shot('copy-ready')
  expect(await seriousOn(from)).toEqual([])
  await expect(from.frame.getByRole('button', { name: 'Take a copy' }).isDisabled()).resolves.toBe(true)
  await from.frame.getByLabel('Why is it taken?').selectOption('monitoring')
  await from.frame.getByLabel('For whom?').selectOption('authority')
  await from.frame.getByRole('button', { name: 'Take a copy' }).click()
  await from.frame.getByRole('button', { name: 'Save the copy' }).waitFor({ timeout: 40_000 })
  await from.shot('copy-done')
  const path = await savedBy(from, 'Save the copy')
  const parts = unzipSync(new Uint8Array(await readFile(path)))
  const pupils = JSON.parse(strFromU8(parts['data/pupils.json']!)) as unknown[]
  expect(pupils).toHaveLength((await recordsOf(from).store(Pupil).allWithArchived()).records.length)
  await expect
    .poll(async () =>
      (await recordsOf(from).store(Disclosure).all()).records.map(
        ({ did, what, purpose, recipient }) => `${did} ${what}: ${purpose}, ${recipient}`,
      ),
    )
    .toContain('exported Copy of everything: monitoring, authority')
  await from.close()

  const to = await openLocal({ page: 'teams', school: 'empty' })
  await madeReady(to)
  await goTo(to, 'records/copy')
  await to.frame.getByLabel('Copy of a school').setInputFiles(path)
  const bring = to.frame.getByRole('button', { name: /^Bring in [\d,]+ records$/ })
  await bring.waitFor({ timeout: 40_000 })
  await to.shot('copy-preview')
  expect(await seriousOn(to)).toEqual([])
  await bring.click()
  await to.frame
    .getByText(/Compared once more: all [\d,]+ records of the copy are here/)
    .waitFor({ timeout: 60_000 })
  await to.shot('copy-brought-in')
  await goTo(to, 'records/jobs')
  await to.frame.getByRole('link', { name: /^Copy of Oakfield Primary School, made/ }).click()
  await to.frame.getByText(/everything in the copy is here, the same in every field/).waitFor()
  await to.shot('copy-as-job')
  expect((await recordsOf(to).store(Pupil).allWithArchived()).records).toHaveLength(pupils.length)
}, 180_000)

test('a request goes from its receipt to the folder, with one text blacked out and one kept back', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  const records = recordsOf(local)
  const all = (await records.store(Pupil).all()).records
  const pupil = all.find(({ status }) => status === 'E')!
  const other = all.find(({ surname, status }) => status === 'K' && surname !== pupil.surname)!
  const secret = fullName(other)
  await records.store(ChronologyEntry).create(
    blank(ChronologyEntry, {
      pupil: pupil.key,
      happenedOn: '2026-03-02',
      kind: 'call',
      text: `The neighbour says that ${secret} was there too`,
      thirdParty: true,
    }),
  )
  await goTo(local, 'records/requests')
  await frame.getByRole('button', { name: 'Add a request' }).click()
  const who = frame.getByRole('combobox', { name: 'Pupil', exact: true })
  await who.fill(fullName(pupil))
  await frame
    .getByRole('option', { name: fullName(pupil) })
    .first()
    .click()
  await frame.getByLabel('From').fill('Their mother')
  await local.shot('request-add')
  await frame.getByRole('button', { name: 'Add the request' }).click()
  await frame.getByText('answer by').waitFor()
  await frame.getByRole('textbox', { name: 'Identity and authority checked' }).fill('today')
  await page.keyboard.press('Tab')
  await frame
    .getByText(/^Saved \d\d:\d\d$/)
    .first()
    .waitFor()
  await local.shot('request-begun')
  expect(await seriousOn(local)).toEqual([])
  await frame.getByRole('button', { name: 'Look through the record' }).click()
  await frame.getByRole('progressbar', { name: 'Decided' }).waitFor()
  await local.shot('request-look')
  expect(await seriousOn(local)).toEqual([])

  const entry = frame
    .getByRole('article', { name: 'Chronology: What happened' })
    .filter({ hasText: 'neighbour' })
  while (!(await entry.isVisible())) await frame.getByRole('button', { name: /^Show \d+ more of/ }).click()
  await entry.getByRole('button', { name: 'Black out parts' }).click()
  await entry.getByText('████', { exact: true }).first().waitFor()
  await local.shot('request-black')
  await entry.getByRole('button', { name: 'Give it with black bars' }).click()
  await entry.getByText('Parts blacked out').waitFor()
  const phone = frame.getByRole('article', { name: 'Contacts: Telephone' }).first()
  const number = (await phone.locator('[data-from]').allTextContents()).join('')
  await phone.getByRole('button', { name: 'Keep back' }).click()
  await phone.getByText('Check before you rely on a rule').waitFor()
  await local.shot('request-keep-back')
  await phone.getByRole('button', { name: 'Keep it back' }).click()
  await phone.getByText('Kept back').first().waitFor()

  await expect(frame.getByRole('button', { name: 'Make the folder' }).isDisabled()).resolves.toBe(true)
  await frame.getByLabel('Only what is left to decide').click()
  const left = () => frame.getByText(/ of \d+ decided$/).textContent()
  for (let now = await left(); !/^(\d+) of \1 decided$/.test(now!);) {
    const rest = frame.getByRole('button', { name: 'Give the rest of this entry' })
    const one = frame.getByRole('button', { name: 'Give', exact: true })
    await ((await rest.count()) > 0 ? rest : one).first().click()
    const before = now
    await expect.poll(async () => (now = await left())).not.toBe(before)
  }
  await expect(frame.getByRole('button', { name: 'Make the folder' }).isDisabled()).resolves.toBe(true)
  await frame.getByLabel('I looked at these myself or they hold nothing').click()
  const path = await savedBy(local, 'Make the folder')
  await frame.getByText(/^Made: \d+ entries/).waitFor()
  await local.shot('request-made')
  expect(await seriousOn(local)).toEqual([])
  const parts = unzipSync(new Uint8Array(await readFile(path)))
  expect(strFromU8(parts['README.txt']!)).toContain('Documents of the staff site')
  const word = strFromU8(unzipSync(parts['Record.docx']!)['word/document.xml']!)
  expect(word).toContain('The neighbour says that ████ was there too')
  for (const text of [word, strFromU8(parts['record.json']!)]) {
    expect(text).not.toContain(secret)
    expect(text).not.toContain(number)
  }
  await frame.getByRole('button', { name: 'It was sent today' }).click()
  await frame.getByText('Answered').first().waitFor()
  const request = (await records.store(AccessRequest).about('pupil', pupil.key)).records.find(
    ({ from }) => from === 'Their mother',
  )!
  expect(request.state).toBe('sent')
  const decisions = (await records.store(Withholding).about('request', request.key)).records
  expect(decisions.filter(({ decision }) => decision !== 'give').map(({ decision, field }) => `${decision} ${field}`).toSorted()).toEqual([
    'redact text', 'withhold telephone',
  ]) // prettier-ignore
}, 360_000)
