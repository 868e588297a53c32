import { beforeAll, expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { readBack } from '../../src/documents/readBack.ts'
import { readDocx } from '../../src/documents/readDocx.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { insertDocument, readOpenDocument } from '../../src/host/word.ts'
import { faults, openDocument, startOffice } from '../office/wordHost.ts'
import { fullFile, reviewKey } from './madeUpReview.ts'

const today = '2026-03-10'
const file = fullFile()
const minutes = docxOf(reviewMinutes(file, today))

beforeAll(async () => {
  await startOffice()
})

test('the minutes go into Word in one round trip and come back in one, with nothing changed', async () => {
  const { host } = openDocument()
  await insertDocument(minutes, 'replace')
  expect(host.rich.batches).toHaveLength(1)
  const read = await readOpenDocument()
  expect(host.rich.batches).toHaveLength(2)
  expect(read.hasText).toBe(true)
  expect(readBack(file, read, today)).toMatchObject({
    differences: [],
    doubled: [],
    missing: [],
    unmatched: [],
  })
  expect(faults).toEqual([])
})

test('what a person types in a control in Word is the one difference', async () => {
  const { word } = openDocument()
  await insertDocument(minutes, 'replace')
  const control = [...word.body.getElementsByTagName('w:sdt')].find((sdt) =>
    [...sdt.getElementsByTagName('w:tag')].some(
      (tag) => tag.getAttribute('w:val') === `rv.${reviewKey}.working`,
    ),
  )!
  control.getElementsByTagName('w:t')[0]!.textContent = 'Language group every day.'
  const result = readBack(file, await readOpenDocument(), today)
  expect(result).toMatchObject({
    differences: [{ field: 'working', document: 'Language group every day.' }],
  })
})

test('the document that Word saves is of the same review and reads the same', async () => {
  const { host } = openDocument()
  await insertDocument(minutes, 'replace')
  const saved = readDocx(new Uint8Array(await host.document.bytes()))
  expect(saved.controls).toEqual(readDocx(minutes).controls)
})

test('a document keeps its own text when the minutes go to its end', async () => {
  const { word } = openDocument()
  await Word.run(async (context) => {
    context.document.body.insertParagraph('Our own notes', 'Start')
    await context.sync()
  })
  await insertDocument(minutes, 'end')
  expect(word.body.textContent).toMatch(/^Our own notes.*Annual review: Mimi Khan/s)
})

test('an empty document has no text, and a file that Word would not take is refused before it is sent', async () => {
  const { host } = openDocument()
  expect((await readOpenDocument()).hasText).toBe(false)
  await expect(insertDocument(new Uint8Array(5_000_000), 'end')).rejects.toMatchObject({
    trouble: { code: 'document', why: 'tooLarge', size: 5_000_000 },
  })
  expect(host.rich.batches).toHaveLength(1)
})

test('what Word refuses comes out as a Problem', async () => {
  openDocument()
  await expect(insertDocument(new Uint8Array([1, 2, 3]), 'replace')).rejects.toMatchObject({
    name: 'Problem',
  })
})
