import { beforeAll, expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { changesOf, readBack } from '../../src/documents/readBack.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { insertDocument, readOpenDocument } from '../../src/host/word.ts'
import { emptyFile, fullFile, reviewKey } from '../documents/madeUpReview.ts'
import { faults, openDocument, startOffice } from './wordHost.ts'

const today = '2026-03-10'

beforeAll(async () => {
  await startOffice()
})

const odd: Readonly<Record<string, string>> = {
  'right to left': 'شكراً، أحب المدرسة \u200Fو الرسم (art club)',
  'emoji and signs outside the first plane': 'Loves 👩🏽‍🎨 and 🏳️‍🌈; 𝒳 = 1 𠀋',
  'accents in two forms': 'Zoë Zoe\u0308 Łukasz',
  'signs of XML': '<w:p> & "quotes" ]]> &amp; \u2028',
}

for (const [what, text] of Object.entries(odd))
  test(`${what}: goes in and comes back as it is`, async () => {
    const file = fullFile({}, { working: text })
    openDocument()
    const { document } = await insertDocument(docxOf(reviewMinutes(file, today)), 'replace')
    expect(readBack(file, document, today)).toMatchObject({ differences: [], doubled: [], missing: [] })
    expect(document.controls.find(({ tag }) => tag === `rv.${reviewKey}.working`)?.text).toContain(
      text.slice(0, 4),
    )
  })

test('control characters don’t spoil the document, and are no difference', async () => {
  const file = {
    ...fullFile(),
    review: { ...fullFile().review, working: 'Bell\u0007 and null\u0000 and \uD800' },
  }
  openDocument()
  const { document } = await insertDocument(docxOf(reviewMinutes(file, today)), 'replace')
  expect(readBack(file, document, today)).toMatchObject({ differences: [] })
})

/** Puts this into the control of a field in the open document, as Word would hold it. */
const hold = (word: ReturnType<typeof openDocument>['word'], name: string, runs: string): void => {
  const control = [...word.body.getElementsByTagName('w:sdt')].find((sdt) =>
    [...sdt.getElementsByTagName('w:tag')].some(
      (tag) => tag.getAttribute('w:val') === `rv.${reviewKey}.${name}`,
    ),
  )!
  const ns = word.body.namespaceURI
  const inside = word.file.xml.parse(`<w:r xmlns:w="${ns}">${runs}</w:r>`).documentElement
  const content = control.getElementsByTagName('w:sdtContent')[0]!
  while (content.firstChild) content.removeChild(content.firstChild)
  for (const run of [...inside.childNodes]) content.appendChild(content.ownerDocument.importNode(run, true))
  for (const mark of [...control.getElementsByTagName('w:showingPlcHdr')]) mark.parentNode?.removeChild(mark)
}

test('of a field code what it shows is read, never its instruction', async () => {
  const file = emptyFile()
  const { word } = openDocument()
  await insertDocument(docxOf(reviewMinutes(file, today)), 'replace')
  hold(
    word,
    'chair',
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> AUTHOR \\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Mrs Patel</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
  )
  expect(readBack(file, await readOpenDocument(), today)).toMatchObject({
    differences: [{ document: 'Mrs Patel', change: { value: 'Mrs Patel' } }],
  })
})

test('a sign from Word’s symbol fonts is not lost', async () => {
  const file = emptyFile()
  const { word } = openDocument()
  await insertDocument(docxOf(reviewMinutes(file, today)), 'replace')
  const sign = (char: string) => `<w:r><w:sym w:font="Wingdings" w:char="${char}"/></w:r>`
  hold(word, 'chair', `<w:r><w:t xml:space="preserve">Mrs Patel </w:t></w:r>${sign('F0FC')}${sign('F052')}`)
  expect(readBack(file, await readOpenDocument(), today)).toMatchObject({
    differences: [{ document: 'Mrs Patel ✓□' }],
  })
})

test('a text longer than its column is shown whole and kept out of the record, with the reason', async () => {
  const file = emptyFile()
  const { word } = openDocument()
  await insertDocument(docxOf(reviewMinutes(file, today)), 'replace')
  const long = 'What was said. '.repeat(5_000)
  hold(word, 'working', `<w:r><w:t xml:space="preserve">${long}</w:t></w:r>`)
  const found = readBack(file, await readOpenDocument(), today)
  if ('refused' in found) throw new Error(found.refused.why)
  expect(found.differences).toHaveLength(1)
  expect(found.differences[0]!.document.length).toBeGreaterThan(74_000)
  expect(found.differences[0]!.change).toMatchObject({ complaint: expect.stringMatching(/\d/) })
  expect(changesOf(found.differences)).toEqual([])
  expect(faults).toEqual([])
})
