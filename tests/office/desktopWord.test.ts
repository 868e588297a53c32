import { beforeAll, expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { documentState } from '../../src/documents/documentState.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { wordMatrix } from '../../src/emulator/office/requirementSets.ts'
import { restrict, restrictions } from '../../src/emulator/office/word/protection.ts'
import { insertDocument, mustTakeText, readOpenDocument } from '../../src/host/word.ts'
import { fullFile } from '../documents/madeUpReview.ts'
import { faults, openDocument, startOffice } from './wordHost.ts'

const open = () => openDocument(undefined, { matrix: wordMatrix.desktop })

beforeAll(async () => {
  open()
  await startOffice()
})

test('Word on Windows and Mac says itself how a document is protected, final among them, in the same round trip', async () => {
  const said: Record<string, unknown> = {}
  for (const kind of restrictions) {
    const { host, word } = open()
    restrict(word, kind)
    const document = await readOpenDocument()
    expect(host.rich.batches).toHaveLength(1)
    said[kind] = documentState(document.xml, document.told).restricted
    if (said[kind]) expect(() => mustTakeText(document)).toThrow(/protected/)
  }
  expect(said).toEqual({
    readOnly: 'readOnly',
    forms: 'formsOnly',
    comments: 'commentsOnly',
    trackedChanges: null,
    final: 'final',
  })
})

test('it says that a file can’t be saved under its name, also where the mode doesn’t', async () => {
  const { word } = open()
  word.openedAs = 'readOnlyFile'
  const { document } = await insertDocument(docxOf(reviewMinutes(fullFile(), '2026-03-10')), 'replace')
  expect(documentState(document.xml, document.told)).toMatchObject({
    readOnlyFile: true,
    compatibleWith: null,
  })
  expect(faults).toEqual([])
})
