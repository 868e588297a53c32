import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { cleanCopy } from '../../src/documents/cleanCopy.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { readDocx } from '../../src/documents/readDocx.ts'
import { readParagraphs } from '../../src/documents/readParagraphs.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { emptyFile, fullFile, reviewKey } from './madeUpReview.ts'

const today = '2026-03-10'
const minutes = docxOf(reviewMinutes(fullFile(), today))
const main = 'word/document.xml'
const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
const changed = (name: string, change: (xml: string) => string): Uint8Array => {
  const parts = unzipSync(minutes)
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name]!))) })
}
const saying = (bytes: Uint8Array) => readParagraphs(partsOf(bytes)[main]!).map(({ text }) => text)

test('a clean copy says what the document says, holds nothing of the record’s, and is a sound file', () => {
  const { bytes, fields } = cleanCopy(minutes)
  expect(fields).toBe(readDocx(minutes).controls.length)
  expect(saying(bytes)).toEqual(saying(minutes))
  const read = readDocx(bytes)
  expect([read.controls, read.identity, read.provenance]).toEqual([[], null, null])
  const all = Object.entries(partsOf(bytes)).map(([name, xml]) => `${name} ${xml}`)
  for (const trace of ['goldthread:', reviewKey, 'customXml', 'w:sdt'])
    expect(all.filter((part) => part.includes(trace))).toEqual([])
  expect(lintDocx(bytes)).toEqual([])
})

test('everything that isn’t ours stays byte for byte, other people’s fields and data among it', () => {
  const theirs =
    '<w:sdt><w:sdtPr><w:tag w:val="school.footer"/></w:sdtPr><w:sdtContent><w:r><w:t>Ours</w:t></w:r></w:sdtContent></w:sdt>'
  const file = changed(main, (xml) => xml.replace('<w:body>', `<w:body><w:p>${theirs}</w:p>`))
  const parts = unzipSync(file)
  const other = strToU8('<notes xmlns="urn:theirs"/>')
  const before = zipSync({ ...parts, 'customXml/item2.xml': other })
  const after = partsOf(cleanCopy(before).bytes)
  expect(after[main]).toContain(theirs)
  expect(after['customXml/item2.xml']).toBe('<notes xmlns="urn:theirs"/>')
  const touched = [main, '[Content_Types].xml', 'word/_rels/document.xml.rels']
  const kept = Object.entries(partsOf(before)).filter(
    ([name]) => !touched.includes(name) && !/^customXml\/.*1\.xml/.test(name),
  )
  expect(kept.length).toBeGreaterThan(6)
  for (const [name, xml] of kept) expect(after[name], name).toBe(xml)
})

test('only the frames of our controls are cut out of the text', () => {
  const before = partsOf(minutes)[main]!
  const frames = before.replace(
    /<w:sdt><w:sdtPr>.*?<\/w:sdtPr><w:sdtContent>|<\/w:sdtContent><\/w:sdt>/gs,
    '',
  )
  expect(partsOf(cleanCopy(minutes).bytes)[main]).toBe(frames)
})

test('gaps, tracked changes and comments that go along are counted', () => {
  expect(cleanCopy(minutes)).toMatchObject({ changes: 0, comments: 0 })
  const empty = docxOf(reviewMinutes(emptyFile(), today))
  expect(cleanCopy(empty).gaps).toBe(readDocx(empty).controls.filter(({ placeholder }) => placeholder).length)
  const marked = changed(main, (xml) =>
    xml.replace(
      '<w:body>',
      '<w:body><w:p><w:ins w:id="1" w:author="A"><w:r><w:t>new</w:t></w:r></w:ins><w:del w:id="2" w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:commentReference w:id="0"/></w:r></w:p>',
    ),
  )
  expect(cleanCopy(marked)).toMatchObject({ changes: 2, comments: 1 })
})

test('a control within a control, around a cell or with nothing in it leaves the text whole', () => {
  const tag = (field: string) => `<w:sdtPr><w:tag w:val="rv.${reviewKey}.${field}"/></w:sdtPr>`
  const nested = `<w:sdt>${tag('a')}<w:sdtContent><w:r><w:t>x</w:t></w:r><w:sdt>${tag('b')}<w:sdtContent><w:r><w:t>y</w:t></w:r></w:sdtContent></w:sdt></w:sdtContent></w:sdt><w:sdt>${tag('c')}<w:sdtContent/></w:sdt><w:sdt>${tag('d')}</w:sdt>`
  const after = partsOf(
    cleanCopy(changed(main, (xml) => xml.replace('<w:body>', `<w:body><w:p>${nested}</w:p>`))).bytes,
  )
  expect(after[main]).toContain('<w:body><w:p><w:r><w:t>x</w:t></w:r><w:r><w:t>y</w:t></w:r></w:p>')
})

test('what is no Word document is refused', () => {
  expect(() => cleanCopy(new Uint8Array([1, 2, 3]))).toThrow('no archive')
  expect(() => cleanCopy(zipSync({ 'a.txt': strToU8('x') }))).toThrow('no Word document')
})
