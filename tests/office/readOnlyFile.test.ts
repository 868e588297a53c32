import { beforeAll, expect, test, vi } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { documentState } from '../../src/documents/documentState.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { wordMatrix } from '../../src/emulator/office/requirementSets.ts'
import type { Problem } from '../../src/domain/problem.ts'
import { insertDocument, readOpenDocument, wordCan } from '../../src/host/word.ts'
import { noticesOf } from '../../src/taskpane/host/notices.ts'
import { fullFile } from '../documents/madeUpReview.ts'
import { control, paragraph, smallDocx } from './smallDocx.ts'
import { openDocument, startOffice } from './wordHost.ts'

const minutes = docxOf(reviewMinutes(fullFile(), '2026-03-10'))
const open = () => {
  const opened = openDocument(undefined, { matrix: wordMatrix.low })
  opened.word.openedAs = 'readOnlyFile'
  return opened
}

// office.js asks once in which mode a document was opened.
beforeAll(async () => {
  open()
  await startOffice()
})

test('a file opened to be read takes the minutes, and that it can’t be saved under its name is said before', async () => {
  open()
  const { xml, told } = await readOpenDocument()
  expect(noticesOf(documentState(xml, told), wordCan()).map(({ key }) => key)).toContain('readOnlyFile')
  expect((await insertDocument(minutes, 'replace')).document.hasText).toBe(true)
})

test('Word in a browser that won’t replace date fields says where it can be done', async () => {
  const day = smallDocx(control('own', paragraph('10 Mar 2026'), '<w:date/>') + paragraph('Agenda'))
  openDocument(day, { matrix: wordMatrix.low }).word.inBrowser = true
  // The library's own factory: everything else of the context stays as it is.
  const { OSF } = globalThis as unknown as { OSF: { _OfficeAppFactory: { getContext(): Office.Context } } }
  const platform = { value: Office.PlatformType.OfficeOnline }
  const inBrowser = Object.create(Office.context, { platform }) as Office.Context
  const spy = vi.spyOn(OSF._OfficeAppFactory, 'getContext').mockReturnValue(inBrowser)
  try {
    const problem = await insertDocument(minutes, 'replace').catch((thrown: unknown) => thrown as Problem)
    expect((problem as Problem).trouble).toEqual({ code: 'document', why: 'browser' })
    expect((await insertDocument(minutes, 'end')).document.hasText).toBe(true)
  } finally {
    spy.mockRestore()
  }
})
