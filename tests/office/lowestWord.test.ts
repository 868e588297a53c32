import { beforeAll, expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { readBack } from '../../src/documents/readBack.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { wordMatrix } from '../../src/emulator/office/requirementSets.ts'
import { insertDocument, readOpenDocument, readOpenText, wordCan } from '../../src/host/word.ts'
import { insertedWords } from '../../src/taskpane/host/insertedWords.ts'
import { noticesOf } from '../../src/taskpane/host/notices.ts'
import { fullFile } from '../documents/madeUpReview.ts'
import { openDocument, startOffice } from './wordHost.ts'

const today = '2026-03-10'
const file = fullFile()
const content = reviewMinutes(file, today)

// office.js asks once which sets there are, so each older Word is a page of its own.
beforeAll(async () => {
  openDocument(undefined, { matrix: wordMatrix.lowest })
  await startOffice()
})

test('a Word of 2016 gets the body, gives it back, and the pane says what is missing and what has all of it', async () => {
  const { word } = openDocument(undefined, { matrix: wordMatrix.lowest })
  expect(wordCan()).toEqual({ insert: true, whole: false, atCursor: false, properties: false })
  word.tracking = true
  const inserted = await insertDocument(docxOf(content), 'replace')
  const read = await readOpenDocument()
  expect(readBack(file, read, today)).toMatchObject({ differences: [], missing: [] })
  // Tracking is known from the settings: this Word doesn’t say it.
  expect(insertedWords(inserted, content).words).toMatch(
    /The footer was left out; Download has it\. Track changes is on/,
  )
  expect(noticesOf(null, wordCan())).toMatchObject([
    { key: 'oldWord', todo: expect.stringContaining('Download has all of it') },
  ])
  expect((await readOpenText()).length).toBeGreaterThan(10)
})
