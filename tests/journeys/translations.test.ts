import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, inject, test } from 'vitest'
import { Review } from '../../src/domain/records/review.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const csv = [
  'English,Where,Translation',
  'Yours sincerely,Every letter,Z poważaniem',
  'Dear {0},Every letter,Szanowna Pani / Szanowny Panie {0}',
  'The meeting,Every letter,Spotkanie',
  'Bring a cake,Every letter,Proszę przynieść ciasto',
  '"{0}, born {1}",Every letter,{0}',
  'Date,Every letter,',
].join('\r\n')

test('a school brings in a translation, is told which rows can’t be taken, and makes an invitation in it', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local

  await goTo(local, 'school/translations')
  const coming = page.waitForEvent('download')
  await frame.getByRole('button', { name: 'Download the file for a translator' }).click()
  const empty = join(inject('scratch'), 'translation.csv')
  await (await coming).saveAs(empty)
  expect(await readFile(empty, 'utf8')).toContain('Yours sincerely,Every letter,')

  await frame.getByRole('button', { name: 'Bring in a translation' }).click()
  const filled = { name: 'filled.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }
  const file = frame.getByLabel('The file from the translator')
  await file.setInputFiles(filled)
  await frame.getByText('Say which language it is, such as Polish.').waitFor()
  await frame.getByRole('textbox', { name: 'Language', exact: true }).fill('Polish')
  await frame.getByRole('textbox', { name: 'Code of the language' }).fill('pl')
  await frame.getByRole('textbox', { name: 'Translated by' }).fill('Anna Nowak')
  await file.setInputFiles(filled)
  await frame.getByText(/^3 sayings translated\./).waitFor()
  await frame.getByText(/^Row 5, “Bring a cake”: No paper says this English now/).waitFor()
  await frame.getByText(/^Row 6, .*\{0\} \{1\}/).waitFor()
  expect(await seriousOn(local, 'translations')).toEqual([])
  await local.shot('translations')
  await frame.getByRole('button', { name: 'Keep this translation' }).click()
  await frame.getByText(/^3 sayings · translated by Anna Nowak · kept /).waitFor()

  const reviews = (await recordsOf(local).store(Review).all()).records
  const review = reviews.find(({ stage, meetingDate }) => stage === 'planning' && meetingDate !== null)!
  await goTo(local, `review/${review.key}`)
  await frame
    .getByRole('region', { name: 'Steps of this review' })
    .getByRole('link', { name: 'Invite', exact: true })
    .click()
  await frame.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Polish' })
  await local.shot('invite in Polish')
  const letter = page.waitForEvent('download', (download) =>
    download.suggestedFilename().endsWith(' pl.docx'),
  )
  await frame.getByRole('button', { name: /^Download (1 letter|\d+ letters)$/ }).click()
  await forWhom(local, 'The family')
  const path = join(inject('scratch'), 'zaproszenie.docx')
  await (await letter).saveAs(path)
  const parts = unzipSync(new Uint8Array(await readFile(path)))
  const words = strFromU8(parts['word/document.xml']!).replaceAll(/<[^>]+>/g, ' ')
  expect(words).toContain('Z poważaniem')
  expect(words).toContain('Szanowna Pani / Szanowny Panie')
  expect(words).toContain('translated into Polish for the school by Anna Nowak')
  expect(strFromU8(parts['word/styles.xml']!)).toContain('w:val="pl-PL"')
}, 240_000)
