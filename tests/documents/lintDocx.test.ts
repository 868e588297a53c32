import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { fullFile } from './madeUpReview.ts'

const good = docxOf(reviewMinutes(fullFile(), '2026-03-10'))
const spoilt = (name: string, change: (xml: string) => string): string[] => {
  const parts = unzipSync(good)
  const before = strFromU8(parts[name]!)
  const after = change(before)
  expect(after).not.toBe(before)
  return lintDocx(zipSync({ ...parts, [name]: strToU8(after) }))
}
const inBody = (change: (xml: string) => string) => spoilt('word/document.xml', change)

test.each<[string, (xml: string) => string, RegExp]>([
  [
    'a cell without a paragraph',
    (xml) => xml.replace(/(<\/w:tcPr>)<w:p>.*?<\/w:p>(<\/w:tc>)/, '$1$2'),
    /cell/,
  ],
  ['two controls with one id', (xml) => twice(xml, /<w:id w:val="(\d+)"\/>/), /have the id/],
  ['a control of two kinds', (xml) => xml.replace('<w:text/>', '<w:text/><w:richText/>'), /2 kinds/],
  [
    'a tag that is too long',
    (xml) => xml.replace(/(<w:tag w:val=")/, `$1${'x'.repeat(65)}`),
    /longer than 64/,
  ],
  ['one field twice', (xml) => twice(xml, /<w:tag w:val="([^"]+)"\/>/), /have the tag/],
  [
    'a binding to a store that is not there',
    (xml) => xml.replace('<w:text/>', '<w:dataBinding w:xpath="/a" w:storeItemID="{0}"/><w:text/>'),
    /not in the file/,
  ],
  ['a grid that is short of columns', (xml) => xml.replace(/<w:gridCol [^>]*>/, ''), /cells for/],
  ['a style that is not defined', (xml) => xml.replace('w:val="Note"', 'w:val="Nowhere"'), /Nowhere/],
  ['a table without a heading row', (xml) => xml.replace('<w:tblHeader/>', ''), /heading row/],
  ['a table without alternative text', (xml) => xml.replace(/<w:tblDescription [^>]*>/, ''), /alternative/],
  ['a heading that skips a level', (xml) => xml.replaceAll('"Heading2"', '"Heading3"'), /level 3/],
  ['an empty paragraph', (xml) => xml.replace('<w:sectPr>', '<w:p/><w:sectPr>'), /is empty/],
  [
    'a table at the very end',
    (xml) => xml.replace(/<w:p>(?!.*<w:p>).*?<\/w:p>(?=<w:sectPr>)/, ''),
    /ends in a table/,
  ],
])('it finds %s', (_, change, said) => {
  expect(inBody(change).join('\n')).toMatch(said)
})

test('it finds a document without language or title', () => {
  expect(spoilt('word/styles.xml', (xml) => xml.replace(/<w:lang [^>]*>/, ''))).toEqual([
    'the document says no language',
  ])
  expect(spoilt('docProps/core.xml', (xml) => xml.replace(/<dc:title>.*<\/dc:title>/, ''))).toEqual([
    'the document has no title',
  ])
})

const twice = (xml: string, one: RegExp): string => {
  const [first] = one.exec(xml)!
  const rest = xml.indexOf(first) + first.length
  return xml.slice(0, rest) + xml.slice(rest).replace(one, first)
}
