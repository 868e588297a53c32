import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readParagraphs } from '../../src/documents/readParagraphs.ts'
import { blank } from '../../src/domain/record.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { Disclosure } from '../../src/domain/records/disclosure.ts'
import { Hold } from '../../src/domain/records/hold.ts'
import { Need } from '../../src/domain/records/need.ts'
import { NeedsAssessment } from '../../src/domain/records/needsAssessment.ts'
import { fullName, Pupil } from '../../src/domain/records/pupil.ts'
import { Transfer } from '../../src/domain/records/transfer.ts'
import { Transition } from '../../src/domain/records/transition.ts'
import { TransitionVisit } from '../../src/domain/records/transitionVisit.ts'
import { addDays, londonDay } from '../../src/domain/rules/day.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { connect } from '../../src/graph/connect.ts'
import { seriousOn } from './axe.ts'
import { goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const today = () => londonDay(new Date())
/** The lists of an empty school, as IT makes them. */
const madeReady = async ({ server: { emulator } }: Local): Promise<void> => {
  const token = async () => emulator.admin.tokenFor('it')
  await connect({ school: localConfig.schools[0]!, token, send: emulator.handle }).setUp()
}

test('a leaver’s file: begun from the list, packed without what stays, logged, sent, received; another school brings it in, twice without doubling', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  const all = (await records.store(Pupil).all()).records
  const [holds, asked] = await Promise.all([records.store(Hold).all(), records.store(NeedsAssessment).all()])
  // Somebody of whom nothing has to be kept.
  const kept = new Set([...holds.records, ...asked.records].map(({ pupil }) => pupil))
  const found = all.find(
    ({ key, status, left, planIssued, upn, alertSafeguarding }) =>
      status === 'K' && left === null && !planIssued && upn && !alertSafeguarding && !kept.has(key),
  )!
  await records.store(Pupil).update(found, { left: addDays(today(), -3) })
  const restricted = await records
    .store(Contact)
    .create(blank(Contact, { pupil: found.key, name: 'Ruben Restricted', restriction: 'Ask the head first' }))
  await goTo(local, 'with/transfers')
  const leavers = frame.getByRole('region', { name: 'Leavers without a transfer' })
  await leavers.getByText(fullName(found)).waitFor()
  await local.shot('moving-transfers-1440')
  expect(await seriousOn(local)).toEqual([])
  await leavers
    .getByRole('listitem')
    .filter({ hasText: fullName(found) })
    .getByRole('button', { name: 'Begin the transfer' })
    .click()

  await frame.getByRole('heading', { level: 1, name: fullName(found) }).waitFor()
  const next = frame.getByRole('group', { name: 'What comes next' })
  // Nothing is sent before a school and a safe way are said.
  expect(await next.getByRole('button', { name: 'SEND file sent today' }).count()).toBe(0)
  await frame.getByRole('textbox', { name: 'The other school or college' }).fill('Millbrook High School')
  await frame.getByRole('combobox', { name: 'Safe way to send it' }).click()
  await frame.getByRole('option', { name: /^School-to-School/ }).click()
  await next.getByRole('button', { name: 'SEND file sent today' }).waitFor()

  const pack = frame.getByRole('region', { name: 'Transfer pack' })
  await pack.getByRole('button', { name: 'See what would go' }).click()
  await pack.getByText(/Contacts.*a contact with a restriction/).waitFor()
  await expect(pack.getByRole('button', { name: 'Make the pack' }).isDisabled()).resolves.toBe(true)
  await pack.getByLabel('I have looked at what goes and what stays').click()
  await local.shot('moving-pack-1440')
  expect(await seriousOn(local)).toEqual([])
  const [download] = await Promise.all([
    local.page.waitForEvent('download'),
    pack.getByRole('button', { name: 'Make the pack' }).click(),
  ])
  const path = join(await mkdtemp(join(tmpdir(), 'goldthread-moving-')), 'pack.zip')
  await download.saveAs(path)
  expect(download.suggestedFilename()).not.toContain(found.surname)
  const parts = unzipSync(new Uint8Array(await readFile(path)))
  expect(Object.keys(parts)).toEqual(
    expect.arrayContaining([
      'README.txt',
      'Summary.docx',
      'Record.xlsx',
      'data.json',
      'schema.json',
      'index.json',
    ]),
  )
  const said = readParagraphs(strFromU8(unzipSync(parts['Summary.docx']!)['word/document.xml']!))
    .map(({ text }) => text)
    .join('\n')
  expect(said).toContain('for the SENCO of Millbrook High School')
  expect(said).toContain('Receipt: please sign and send back')
  for (const text of [said, strFromU8(parts['data.json']!)]) expect(text).not.toContain(restricted.name)
  await expect
    .poll(async () =>
      (await records.store(Disclosure).all()).records.map(
        ({ did, what, purpose, recipient }) => `${did} ${what}: ${purpose}, ${recipient}`,
      ),
    )
    .toContain('downloaded Transfer pack: transfer, otherSchool')
  await pack.getByText(/^Made: \d+ entr/).waitFor()

  await next.getByRole('button', { name: 'SEND file sent today' }).click()
  await next.getByRole('button', { name: 'CTF and record sent today' }).click()
  await next.getByRole('button', { name: 'Receipt asked for today' }).click()
  await frame.getByText('Waiting for the receipt').first().waitFor()
  await frame.getByRole('button', { name: 'Receipt came today' }).click()
  await frame.getByText('Own copy to decide on').first().waitFor()
  const own = async () => (await records.store(Transfer).about('pupil', found.key)).records[0]
  await expect.poll(async () => (await own())?.packMark).toMatch(/^[0-9a-f]{64}$/)
  expect((await records.store(Pupil).byKey(found.key)).fileReceived).toBe(today())
  await local.shot('moving-received-1440')
  await frame.getByRole('button', { name: 'Open Keeping and disposal' }).click()
  await frame.getByRole('heading', { level: 1, name: 'Records' }).waitFor()
  const needs = (await records.store(Need).about('pupil', found.key)).records
  await local.close()

  const to = await openLocal({ page: 'teams', school: 'empty' })
  await madeReady(to)
  await goTo(to, 'with/transfers')
  const bring = to.frame.getByRole('region', { name: 'Bring in a transfer pack' })
  const damaged = join(await mkdtemp(join(tmpdir(), 'goldthread-moving-')), 'damaged.zip')
  await writeFile(damaged, (await readFile(path)).subarray(0, 4000))
  await bring.getByLabel('Transfer pack of another school').setInputFiles(damaged)
  await bring.getByText(/not a zip file|damaged/).waitFor()
  await bring.getByLabel('Transfer pack of another school').setInputFiles(path)
  await bring.getByText(/a new pupil is made/).waitFor()
  await to.shot('moving-preview-1440')
  expect(await seriousOn(to)).toEqual([])
  // Seen, and nothing stored yet.
  expect((await recordsOf(to).store(Pupil).all()).records).toEqual([])
  await bring.getByRole('button', { name: /^Bring in \d+ entr/ }).click()
  await bring.getByText(/^\d+ stored, 0 not taken$/).waitFor({ timeout: 60_000 })
  const there = (await recordsOf(to).store(Pupil).all()).records
  expect(there.map(({ upn, surname }) => [upn, surname])).toEqual([[found.upn, found.surname]])
  const cameIn = (await recordsOf(to).store(Need).about('pupil', there[0]!.key)).records
  expect(cameIn.map(({ type, rank }) => [type, rank]).toSorted()).toEqual(
    needs.map(({ type, rank }) => [type, rank]).toSorted(),
  )
  await bring.getByRole('button', { name: 'Bring in another pack' }).click()
  await bring.getByLabel('Transfer pack of another school').setInputFiles(path)
  await bring.getByRole('button', { name: 'All of it is here already' }).waitFor()
}, 180_000)

test('a transition plan offers the usual dates of its kind of move; a date that passed waits on Today', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  const [{ records: pupils }, { records: plans }] = await Promise.all([
    records.store(Pupil).all(),
    records.store(Transition).all(),
  ])
  const planned = new Set(plans.map(({ pupil }) => pupil))
  const pupil = pupils.find(
    ({ key, status, left, planIssued, yearGroup }) =>
      status === 'K' && left === null && !planIssued && yearGroup === '6' && !planned.has(key),
  )!
  await goTo(local, 'with/transitions')
  await frame.getByRole('button', { name: 'Begin a transition plan' }).click()
  const form = frame.getByRole('form', { name: 'Begin a transition plan' })
  await form.getByRole('combobox', { name: /^Pupil/ }).fill(fullName(pupil))
  await frame
    .getByRole('option', { name: new RegExp(`^${fullName(pupil)}`) })
    .first()
    .click()
  await form.getByRole('combobox', { name: /^Kind of move/ }).click()
  await frame.getByRole('option', { name: 'Year 6 to Year 7' }).click()
  await form.getByRole('textbox', { name: 'What worries the pupil' }).fill('Getting lost between lessons.')
  await form.getByRole('button', { name: 'Begin a transition plan' }).click()

  await frame.getByRole('heading', { level: 1, name: fullName(pupil) }).waitFor()
  await frame.getByText('No key adult there yet').first().waitFor()
  await frame
    .getByRole('region', { name: 'Worth asking' })
    .getByText(/Many teachers and rooms/)
    .waitFor()
  const dates = frame.getByRole('region', { name: 'Visits and other dates' })
  await dates
    .getByRole('button', { name: /Staff of both schools talk/ })
    .first()
    .click()
  await dates.getByText('planned').first().waitFor()
  await local.shot('moving-plan-1440')
  expect(await seriousOn(local)).toEqual([])
  const visits = async () => (await records.store(TransitionVisit).about('pupil', pupil.key)).records
  await expect.poll(async () => (await visits()).map(({ kind }) => kind)).toEqual(['staffMeet'])
  const [visit] = await visits()
  await records.store(TransitionVisit).update(visit!, { on: addDays(today(), -2) })

  // It was changed elsewhere.
  await local.page.reload()
  await frame.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  await goTo(local, `with/visits/${visit!.key}`)
  await frame.getByText('Not said how it went, overdue').waitFor()
  await frame
    .getByRole('group', { name: 'What comes next' })
    .getByRole('button', { name: 'It took place' })
    .click()
  await frame.getByText('Took place', { exact: true }).first().waitFor()
  await expect.poll(async () => (await visits())[0]?.doneOn).toBe(addDays(today(), -2))
  await goTo(local, `pupil/${pupil.key}/chronology`)
  await frame.getByText('Transition plan begun').waitFor()
})
