import { beforeAll, expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { readBack } from '../../src/documents/readBack.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { wordMatrix } from '../../src/emulator/office/requirementSets.ts'
import { insertDocument, readOpenDocument } from '../../src/host/word.ts'
import { openDocument, startOffice } from '../office/wordHost.ts'
import { fullFile } from './madeUpReview.ts'

// office.js asks once which sets there are, so an older Word is a page of its own.
beforeAll(async () => {
  openDocument(undefined, { matrix: wordMatrix.low })
  await startOffice()
})

test('a Word without WordApi 1.5 gets the body, says that it is not whole, and reads back all the same', async () => {
  const file = fullFile()
  const inserted = await insertDocument(docxOf(reviewMinutes(file, '2026-03-10')), 'replace')
  expect(inserted.whole).toBe(false)
  expect(readBack(file, await readOpenDocument(), '2026-03-10')).toMatchObject({
    differences: [],
    missing: [],
  })
})
