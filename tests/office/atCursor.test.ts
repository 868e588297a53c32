import { beforeAll, expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { readBack } from '../../src/documents/readBack.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { Problem } from '../../src/domain/problem.ts'
import { insertDocument, readOpenDocument } from '../../src/host/word.ts'
import { fullFile } from '../documents/madeUpReview.ts'
import { smallDocx } from './smallDocx.ts'
import { faults, openDocument, startOffice } from './wordHost.ts'

const today = '2026-03-10'
const file = fullFile()
const bytes = docxOf(reviewMinutes(file, today))
const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
beforeAll(async () => {
  await startOffice()
})

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
/** Selects a paragraph as a person does by clicking into it. */
const clickInto = (words: string) =>
  Word.run(async (context) => {
    const found = context.document.body.search(words)
    found.load('items')
    await context.sync()
    found.items[0]!.select('End')
    await context.sync()
  })

test('minutes go after the line in which the cursor stands, and all that was written stays around them', async () => {
  const { host, word } = openDocument(
    smallDocx(['Before us', 'The middle line', 'After us'].map(paragraph).join('')),
  )
  await clickInto('middle')
  const before = host.rich.batches.length
  const { whole, document } = await insertDocument(bytes, 'cursor')
  // One to look where the cursor stands, one to insert.
  expect(host.rich.batches).toHaveLength(before + 2)
  expect(whole).toBe(false)
  const texts = [...word.body.childNodes].map((each) => each.textContent)
  expect(texts.slice(0, 2)).toEqual(['Before us', 'The middle line'])
  expect(texts[2]).toContain('Annual review')
  expect(texts.filter(Boolean).at(-1)).toBe('After us')
  expect(readBack(file, document, today)).toMatchObject({ differences: [], missing: [] })
  expect(faults).toEqual([])
})

test('in a table or a field nothing goes in, and the reason is said', async () => {
  const cell = (inside: string) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${inside}</w:tc>`
  const table = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid><w:tr>${cell(paragraph('In a cell'))}</w:tr></w:tbl>`
  const field = `<w:sdt><w:sdtPr><w:tag w:val="x"/><w:id w:val="5"/></w:sdtPr><w:sdtContent>${paragraph('In a field')}</w:sdtContent></w:sdt>`
  const { word } = openDocument(smallDocx(`${table}${field}${paragraph('Free')}`))
  const was = word.body.textContent
  for (const [words, place] of [
    ['In a cell', 'table'],
    ['In a field', 'field'],
  ] as const) {
    await clickInto(words)
    const thrown = await insertDocument(bytes, 'cursor').catch((problem: unknown) => problem)
    expect(thrown).toBeInstanceOf(Problem)
    expect((thrown as Problem).trouble).toMatchObject({ code: 'refused' })
    expect(JSON.stringify((thrown as Problem).trouble)).toContain(`stands in a ${place}`)
    expect(word.body.textContent).toBe(was)
  }
  expect(word.body.getElementsByTagNameNS(wordNamespace, 'tbl')).toHaveLength(1)
  expect((await readOpenDocument()).controls).toHaveLength(1)
})
