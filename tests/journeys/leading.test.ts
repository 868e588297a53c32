import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readParagraphs } from '../../src/documents/readParagraphs.ts'
import { Evidence } from '../../src/domain/records/evidence.ts'
import { GovernorReport } from '../../src/domain/records/governorReport.ts'
import { PlanAction } from '../../src/domain/records/planAction.ts'
import { PolicyReading } from '../../src/domain/records/policyReading.ts'
import { PublishedOn } from '../../src/domain/records/publishedOn.ts'
import { ReportSection } from '../../src/domain/records/reportSection.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const bytesOf = async (local: Local, press: () => Promise<void>) => {
  const coming = local.page.waitForEvent('download')
  await press()
  await forWhom(local)
  const file = await coming
  const path = join(await mkdtemp(join(tmpdir(), 'goldthread-leading-')), 'file')
  await file.saveAs(path)
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(path)) }
}
const wordsOf = (bytes: Uint8Array) =>
  readParagraphs(strFromU8(unzipSync(bytes)['word/document.xml']!))
    .map(({ text }) => text)
    .join('\n')

test('the SEN information report: missing headings begun with one click, written, downloaded for Word and the website, noted as published', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  await goTo(local, 'leading/sections')
  await frame.getByRole('heading', { level: 1, name: 'Leading SEND' }).waitFor()
  const lights = frame.getByRole('region', { name: 'Heading by heading' })
  await lights.getByText('Missing', { exact: true }).first().waitFor()
  await local.shot('leading-sections-1440')
  expect(await seriousOn(local)).toEqual([])
  const before = (await records.store(ReportSection).all()).records.length
  await lights.getByRole('button', { name: 'Begin the missing headings' }).click()
  await expect.poll(async () => (await records.store(ReportSection).all()).records.length).toBe(23)
  expect(before).toBeLessThan(23)
  await frame
    .getByText(/headings begun$/)
    .first()
    .waitFor()
  // Begun is not written: it stays red.
  await lights.getByText('Missing', { exact: true }).first().waitFor()

  await lights.getByRole('link', { name: 'Our accessibility plan' }).click()
  await frame.getByRole('heading', { level: 1, name: 'Our accessibility plan' }).waitFor()
  await frame.getByRole('textbox', { name: 'What we say' }).fill('A lift is built in the summer of 2027.')
  const next = frame.getByRole('group', { name: 'What comes next' })
  await next.getByRole('button', { name: 'Reviewed today' }).click()
  await frame.getByText('Fine', { exact: true }).first().waitFor()

  await goTo(local, 'leading/sections')
  const report = frame.getByRole('region', { name: 'The report' })
  const word = await bytesOf(local, () => report.getByRole('button', { name: 'Download for Word' }).click())
  expect(wordsOf(word.bytes)).toContain('A lift is built in the summer of 2027.')
  expect(wordsOf(word.bytes)).toContain('Pupils with SEND')
  const page = await bytesOf(local, () =>
    report.getByRole('button', { name: 'Download for the website' }).click(),
  )
  expect(page.name).toMatch(/\.html$/)
  expect(strFromU8(page.bytes)).toContain('<h2>Our accessibility plan</h2>')
  await report.getByRole('button', { name: 'Note that it was published today' }).click()
  await frame.getByRole('heading', { level: 1, name: /^SEN information report, published on/ }).waitFor()
  const noted = (await records.store(PublishedOn).all()).records.filter(({ what }) => what === 'report')
  expect(noted).toHaveLength(3)
  // The address of the last time is taken over.
  expect(new Set(noted.map(({ address }) => address)).size).toBe(1)
  expect(await seriousOn(local)).toEqual([])
})

test('a report to governors: figures taken with one click, beside last term’s, with no small number in what is kept', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  await goTo(local, 'leading/governors')
  await frame.getByRole('link', { name: 'Autumn 2026' }).click()
  await frame.getByRole('heading', { level: 1, name: 'Report to governors, Autumn 2026' }).waitFor()
  const figures = frame.getByRole('region', { name: 'Figures of this report' })
  await figures.getByRole('button', { name: 'Take the figures of today' }).click()
  await figures.getByRole('rowheader', { name: 'Pupils with SEND', exact: true }).waitFor()
  await figures.getByRole('columnheader', { name: 'Change' }).waitFor()
  await local.shot('leading-governors-1440')
  expect(await seriousOn(local)).toEqual([])
  const kept = (await recordsOf(local).store(GovernorReport).all()).records.find(
    ({ term }) => term === 'Autumn 2026',
  )!
  const counts = kept
    .figures!.split('\n')
    .filter((line) => /^(send|status|year|need|area|plans|premium|ehcna|suspended)\b/.test(line))
    .flatMap((line) => (/: (\d+)$/.test(line) ? [Number(/: (\d+)$/.exec(line)![1])] : []))
  expect(counts.filter((count) => count > 0 && count < 5)).toEqual([])
  const { bytes } = await bytesOf(local, () =>
    figures.getByRole('button', { name: 'Download the page to present' }).click(),
  )
  expect(wordsOf(bytes)).toContain('Where we are')
  await frame.getByRole('button', { name: 'Presented today' }).click()
  await frame.getByText('Presented', { exact: true }).first().waitFor()
})

test('an objective is held to a figure that moves by itself; what a visit finds becomes an action', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  await goTo(local, 'leading/objectives')
  await frame.getByRole('link', { name: 'Planned support is given' }).click()
  const figure = frame.getByRole('region', { name: 'The figure today' })
  await figure.getByText(/\d%/).first().waitFor()
  await figure.getByRole('button', { name: 'Keep it as the start' }).click()
  await figure.getByText(/^At the start/).waitFor()
  const actions = frame.getByRole('region', { name: 'Actions that lead there' })
  await actions.getByRole('button', { name: 'Add an action' }).click()
  const form = actions.getByRole('form', { name: 'Add an action' })
  await form.getByRole('textbox', { name: 'What is done' }).fill('Cover planned by Friday for the week after')
  await form.getByRole('button', { name: 'Add an action' }).click()
  await actions.getByText('Cover planned by Friday for the week after').first().waitFor()
  await local.shot('leading-objective-1440')
  expect(await seriousOn(local)).toEqual([])

  await goTo(local, 'leading/walks')
  await frame.getByRole('table').first().getByRole('rowheader').getByRole('link').first().click()
  const found = frame.getByRole('region', { name: 'What was found' })
  await found.getByText('Do pupils know how to ask for help without speaking?').first().click()
  await found.getByRole('button', { name: 'Make an action of it' }).click()
  await frame
    .getByRole('heading', { level: 1, name: 'Do pupils know how to ask for help without speaking?' })
    .waitFor()
  const made = (await records.store(PlanAction).all()).records
  expect(made.filter(({ finding }) => finding !== null)).toHaveLength(2)
  await frame.getByRole('button', { name: 'Done today' }).click()
  await frame.getByText('Done', { exact: true }).first().waitFor()
})

test('staff are asked to read a policy, and a teacher ticks it themselves', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  await goTo(local, 'leading/policies')
  await frame.getByRole('link', { name: 'SEND policy' }).click()
  const readers = frame.getByRole('region', { name: 'Who has read it' })
  await readers.getByText(/^2 of 6 have read version 2026/).waitFor()
  await readers.getByRole('button', { name: 'Ask staff to read it' }).click()
  await readers.getByRole('textbox', { name: 'Others, one a line' }).fill('Cook Wood')
  await readers.getByRole('button', { name: /^Ask \d+ people$/ }).click()
  await readers.getByText('Cook Wood').first().waitFor()
  await readers.getByRole('button', { name: 'Cook Wood told me' }).click()
  await readers.getByText(/^3 of \d+ have read version 2026/).waitFor()
  await local.shot('leading-policy-1440')
  expect(await seriousOn(local)).toEqual([])

  const staff = await openLocal({ page: 'teams', persona: 'teacher' })
  await goTo(staff, 'profiles')
  const mine = staff.frame.getByRole('region', { name: 'To read' })
  await mine.getByText('SEND policy, version 2026').waitFor()
  expect(await seriousOn(staff)).toEqual([])
  await mine.getByRole('button', { name: 'I have read it' }).click()
  await expect.poll(() => mine.count()).toBe(0)
  const ticked = (await recordsOf(staff).store(PolicyReading).all()).records.find(
    ({ person }) => person === 'Priya Nair',
  )!
  expect(ticked).toMatchObject({ how: 'self', readOn: expect.stringMatching(/^\d{4}-/) })
})

test('self-evaluation: each heading says what it lacks, evidence is taken from the records, and leaves as a paper', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  await goTo(local, 'leading/evidence')
  const headings = frame.getByRole('region', { name: 'Headings' })
  await headings
    .getByText(/Nothing stands here yet/)
    .first()
    .waitFor()
  await local.shot('leading-evidence-1440')
  expect(await seriousOn(local)).toEqual([])
  await frame.getByRole('button', { name: 'Take evidence from your records' }).click()
  const records = frame.getByRole('region', { name: 'Evidence from your records' })
  await records.getByRole('button', { name: 'Take it: Pupils with SEND', exact: true }).click()
  await records.getByRole('link', { name: 'Taken', exact: true }).first().waitFor()
  const taken = (await recordsOf(local).store(Evidence).all()).records.find(
    ({ sourceKey }) => sourceKey === 'send',
  )!
  expect(taken.figure).toMatch(/^\d+$/)
  expect(taken.asOf).toBeTruthy()
  const paper = frame.getByRole('region', { name: 'As a paper' })
  const { bytes } = await bytesOf(local, () =>
    paper.getByRole('button', { name: 'Download for Word' }).click(),
  )
  expect(wordsOf(bytes)).toContain('What is missing')
  expect(wordsOf(bytes)).toContain('Pupils with SEND')
})
