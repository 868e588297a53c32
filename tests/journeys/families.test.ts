import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readParagraphs } from '../../src/documents/readParagraphs.ts'
import { ChronologyEntry } from '../../src/domain/records/chronologyEntry.ts'
import { Complaint } from '../../src/domain/records/complaint.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { Enquiry } from '../../src/domain/records/enquiry.ts'
import { fullName, Pupil } from '../../src/domain/records/pupil.ts'
import { RestrictedNote } from '../../src/domain/records/restrictedNote.ts'
import { SafeguardingLink } from '../../src/domain/records/safeguardingLink.ts'
import { addDays, londonDay, showDay } from '../../src/domain/rules/day.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const today = londonDay(new Date())

const choosePupil = async ({ frame }: Local, form: ReturnType<Local['frame']['getByRole']>, name: string) => {
  await form.getByRole('combobox', { name: /^Pupil/ }).fill(name)
  await frame
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .click()
}
const supported = async (local: Local) => {
  const { records } = await recordsOf(local).store(Pupil).all()
  return records.filter(({ status, left, archived }) => status === 'K' && left === null && !archived)
}

test('contact with parents is one log: noted, followed up with one click, and the same entry in the chronology', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const [pupil] = await supported(local)
  await goTo(local, 'with/parents')
  await frame.getByRole('heading', { level: 1, name: 'With others' }).waitFor()
  await frame.getByRole('table').first().waitFor()
  await local.shot('families-parents-1440')
  expect(await seriousOn(local)).toEqual([])
  await frame.getByRole('button', { name: 'Note contact with parents' }).click()
  const form = frame.getByRole('form', { name: 'Note contact with parents' })
  await choosePupil(local, form, fullName(pupil!))
  await form.getByRole('combobox', { name: 'How' }).fill('Email')
  await frame.getByRole('option', { name: 'Email', exact: true }).click()
  await form.getByRole('textbox', { name: 'What happened' }).fill('Wrote that the mornings are easier now.')
  await form.getByRole('textbox', { name: 'What was agreed' }).fill('We keep the quiet start.')
  const by = form.getByRole('textbox', { name: 'Follow up by' })
  await by.fill(showDay(addDays(today, 3)))
  await by.press('Tab')
  await form.getByRole('button', { name: 'Note contact with parents' }).click()
  await frame.getByRole('heading', { level: 1, name: fullName(pupil!) }).waitFor()
  await frame.getByText('To follow up').first().waitFor()
  await frame
    .getByRole('group', { name: 'What comes next' })
    .getByRole('button', { name: 'Followed up today' })
    .click()
  await frame.getByText('Followed up', { exact: true }).first().waitFor()
  await goTo(local, `pupil/${pupil!.key}/chronology`)
  await frame.getByText('Wrote that the mornings are easier now.').first().waitFor()
  await frame.getByText('Followed up: what was agreed with parents').waitFor()
})

test('the conversations of the year over the school: narrowed to what is overdue, found by name, exported', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  await goTo(local, 'with/conversations')
  const list = frame.getByRole('region', { name: 'Conversations', exact: true })
  const rows = list.getByRole('table').locator('tbody tr')
  await rows.first().waitFor()
  await local.shot('families-conversations-1440')
  expect(await seriousOn(local)).toEqual([])
  const all = await rows.count()
  const [pupil] = await supported(local)
  await list.getByRole('searchbox').fill(fullName(pupil!))
  await expect.poll(() => rows.count()).toBeLessThan(all)
  await list.getByRole('searchbox').fill('')
  const done = list.getByRole('group', { name: 'Show only' }).getByRole('button', { name: /^Later/ })
  await done.click()
  await expect.poll(() => frame.locator('body').evaluate(() => window.location.hash)).toContain('show=later')
  for (const text of await rows.allInnerTexts()) expect(text).toContain('Later')
  await done.click()
  const coming = local.page.waitForEvent('download')
  await list.getByRole('button', { name: 'Print or export' }).click()
  await frame.getByRole('menuitem', { name: 'As text (.csv)' }).click()
  await forWhom(local)
  expect((await coming).suggestedFilename()).toMatch(/^Conversations with parents .*\.csv$/)
})

test('a letter of the school’s own goes to the families chosen: filled in, nobody against a restriction, a line for each', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  const restricted = (await records.store(Contact).all()).records.filter(
    ({ restriction, parentalResponsibility }) => restriction !== null && parentalResponsibility,
  )
  await goTo(local, 'with/letters')
  await frame.getByRole('link', { name: 'Coffee morning' }).click()
  await frame.getByRole('button', { name: 'Write it to families' }).click()
  const part = frame.getByRole('region', { name: 'Letters to families' })
  await part.waitFor()
  await part.getByRole('combobox', { name: 'SEN status' }).selectOption({ label: 'SEN support' })
  await local.shot('families-letters-1440')
  expect(await seriousOn(local)).toEqual([])
  const preview = part.getByRole('region', { name: 'Preview' })
  await preview.getByText('meet on the first Thursday').waitFor()
  await preview.getByRole('button', { name: 'Letter after' }).click()
  await preview.getByText(/^2 of/).waitFor()
  const coming = local.page.waitForEvent('download')
  await part.getByRole('button', { name: /^Download .* for Word$/ }).click()
  await forWhom(local, 'The family')
  // So many pupils at once are asked about once more.
  await frame.getByRole('button', { name: 'Download all the same' }).click()
  const file = await coming
  const path = join(await mkdtemp(join(tmpdir(), 'goldthread-families-')), 'file')
  await file.saveAs(path)
  const said = readParagraphs(
    strFromU8(unzipSync(new Uint8Array(await readFile(path)))['word/document.xml']!),
  )
    .map(({ text }) => text)
    .join('\n')
  expect(file.suggestedFilename()).toMatch(/^Letters to families .*\.docx$/)
  expect(said).toContain('Oakfield Primary School meet on the first Thursday')
  expect(said).not.toMatch(/[{}]/)
  for (const { name } of restricted) expect(said).not.toContain(`Dear ${name}`)
  await part.getByRole('button', { name: /^Sent today: write it into/ }).click()
  await part.getByText(/^Written into/).waitFor()
  const written = async () =>
    (await records.store(ChronologyEntry).about('kind', 'parents')).records.filter(
      ({ how, text }) => how === 'letter' && text.includes('Coffee morning'),
    )
  expect((await written()).length).toBeGreaterThan(10)
  for (const entry of await written()) expect(entry.talk).toBe(false)
})

test('an enquiry about a pupil is not answered before the right and the identity are written down', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  const [pupil] = await supported(local)
  await goTo(local, 'with/enquiries')
  await frame.getByRole('table').first().waitFor()
  expect(await seriousOn(local)).toEqual([])
  await frame.getByRole('button', { name: 'Note an enquiry' }).click()
  const form = frame.getByRole('form', { name: 'Note an enquiry' })
  await form.getByRole('textbox', { name: 'Who asked' }).fill('A caller')
  await form.getByRole('combobox', { name: 'They are' }).fill('Family')
  await frame.getByRole('option', { name: 'Family or carer without it' }).click()
  await choosePupil(local, form, fullName(pupil!))
  await form.getByRole('textbox', { name: 'What they asked' }).fill('How is the reading?')
  await form.getByRole('button', { name: 'Note an enquiry' }).click()
  await frame.getByRole('heading', { level: 1, name: fullName(pupil!) }).waitFor()
  const outcome = frame.getByRole('combobox', { name: 'What became of it' })
  await outcome.fill('Told what')
  await frame.getByRole('option', { name: 'Told what they asked' }).click()
  await outcome.press('Tab')
  await frame.getByText('Say first by what right they asked').first().waitFor()
  const mine = async () =>
    (await records.store(Enquiry).about('pupil', pupil!.key)).records.find(({ from }) => from === 'A caller')
  expect((await mine())?.outcome).toBeNull()
  await local.shot('families-enquiry-1440')
})

test('a complaint goes on to the next stage as a row with days of its own', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  await goTo(local, 'with/complaints')
  await frame.getByRole('table').first().waitFor()
  await frame
    .getByRole('region', { name: 'Stages and their days' })
    .getByText('Panel of governors')
    .first()
    .waitFor()
  await local.shot('families-complaints-1440')
  expect(await seriousOn(local)).toEqual([])
  const open = (await records.store(Complaint).all()).records.find(
    ({ follows, answered }) => follows !== null && answered === null,
  )!
  await goTo(local, `with/complaints/${open.key}`)
  const next = frame.getByRole('group', { name: 'What comes next' })
  await next.getByRole('button', { name: 'Answered today' }).click()
  await frame.getByRole('button', { name: 'They take it further: begin Panel of governors' }).click()
  const chain = frame.getByRole('region', { name: 'Stages of this complaint' })
  await expect.poll(() => chain.getByRole('listitem').count()).toBe(3)
  await expect.poll(async () => (await records.store(Complaint).byKey(open.key)).wentOn).toBeTruthy()
  expect(await seriousOn(local)).toEqual([])
})

test('safeguarding says whom to ask and nothing else, on the pupil’s page too; restricted notes are behind their guard', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  const links = (await records.store(SafeguardingLink).all()).records
  const marked = new Set(links.map(({ pupil }) => pupil))
  const pupil = (await supported(local)).find(
    ({ key, alertSafeguarding }) => !alertSafeguarding && !marked.has(key),
  )!
  await goTo(local, 'with/safeguarding')
  await frame.getByRole('button', { name: 'Add whom to ask' }).click()
  const form = frame.getByRole('form', { name: 'Add whom to ask' })
  await choosePupil(local, form, fullName(pupil))
  await form.getByRole('button', { name: 'Add whom to ask' }).click()
  await frame.getByRole('heading', { level: 1, name: fullName(pupil) }).waitFor()
  await frame.getByRole('button', { name: 'Show the mark on the pupil’s page' }).click()
  await expect.poll(async () => (await records.store(Pupil).byKey(pupil.key)).alertSafeguarding).toBe(true)
  await goTo(local, `pupil/${pupil.key}/services`)
  await frame
    .getByRole('list', { name: 'Alerts' })
    .getByText('Speak to the safeguarding lead first: Joanna Whitlow')
    .waitFor()
  const notes = frame.getByRole('region', { name: 'Restricted notes' })
  await notes.getByRole('button', { name: 'Add a restricted note' }).click()
  const note = notes.getByRole('form', { name: 'Add a restricted note' })
  await note.getByRole('textbox', { name: 'Note', exact: true }).fill('Ring the work number only.')
  await note.getByRole('textbox', { name: 'Why not everybody may read it' }).fill('The family asked for it')
  await note.getByRole('button', { name: 'Add a restricted note' }).click()
  await expect
    .poll(async () => (await records.store(RestrictedNote).about('pupil', pupil.key)).records.length)
    .toBe(1)
  await local.shot('families-notes-1440')
  expect(await seriousOn(local)).toEqual([])
  await goTo(local, 'with/notes')
  const list = frame.getByRole('region', { name: 'Restricted notes' })
  await list.getByRole('link', { name: fullName(pupil) }).waitFor()
  expect(await list.innerText()).not.toContain('Ring the work number only.')
})
