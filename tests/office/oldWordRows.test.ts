import { beforeAll, expect, test } from 'vitest'
import { wordMatrix } from '../../src/emulator/office/requirementSets.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { rowsIn } from '../../src/documents/rows/rowsIn.ts'
import { Action } from '../../src/domain/records/action.ts'
import { insertDocument, readOpenDocument } from '../../src/host/word.ts'
import { changeRows } from '../../src/host/wordRows.ts'
import { fullFile, keyNumbered, pupilKey, reviewKey, stored } from '../documents/madeUpReview.ts'
import { openDocument, startOffice } from './wordHost.ts'

const today = '2026-03-10'
const files = fullFile()

beforeAll(async () => {
  openDocument(undefined, { matrix: wordMatrix.low })
  await startOffice()
})

test('a Word of WordApi 1.3 takes rows, with rich text controls', async () => {
  await insertDocument(docxOf(reviewMinutes(files, today)), 'replace')
  const later = stored(
    Action,
    { pupil: pupilKey, review: reviewKey, what: 'Later', status: 'open' },
    keyNumbered(700_041),
  )
  const file = { ...files, actions: [...files.actions, later] }
  const { missing } = rowsIn(file, await readOpenDocument(), today)
  expect(await changeRows({ add: missing.rows })).toMatchObject({
    added: [{ called: 'Action 2' }],
    tracked: false,
  })
  expect(rowsIn(file, await readOpenDocument(), today)).toMatchObject({
    missing: { rows: [] },
    added: [],
    known: [],
  })
})
