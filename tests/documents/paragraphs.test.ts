import { beforeAll, expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { paragraphsOf } from '../../src/documents/paragraphs.ts'
import { readParagraphs } from '../../src/documents/readParagraphs.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { wrongChildGuard } from '../../src/domain/rules/wrongChild.ts'
import { insertDocument, readOpenText, selectText } from '../../src/host/word.ts'
import { whichOf } from '../../src/taskpane/minutes/useJump.ts'
import { paragraph, run, smallDocx } from '../office/smallDocx.ts'
import { faults, openDocument, startOffice } from '../office/wordHost.ts'
import { fullFile } from './madeUpReview.ts'

const today = '2026-03-10'
beforeAll(async () => {
  await startOffice()
})

test('every word of the minutes that a file holds is in what is looked through, and so it is in Word', async () => {
  openDocument()
  const content = reviewMinutes(fullFile(), today)
  const ours = paragraphsOf(content)
  await insertDocument(docxOf(content), 'replace')
  const words = (texts: readonly { readonly text: string }[]) =>
    new Set(texts.flatMap(({ text }) => text.split(/\s+/)).filter(Boolean))
  const inWord = await readOpenText()
  // The title is a property of the file, which Word shows apart from the text.
  const [here, there] = [words(ours.filter(({ text }) => text !== content.title)), words(inWord)]
  expect([...here].filter((word) => !there.has(word))).toEqual([])
  expect(inWord.some(({ is }) => is === 'footer')).toBe(true)
  expect(faults).toEqual([])
})

test('text boxes, headers, comments and tracked deletions are read; what a field is made of is not', () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const part = (name: string, xml: string) =>
    `<pkg:part pkg:name="${name}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`
  const xml = `<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${[
    part(
      '/word/document.xml',
      `<w:document ${w}><w:body><w:p><w:r><w:t>Seen </w:t></w:r><w:del><w:r><w:delText>Leo Ashworth</w:delText></w:r></w:del><w:ins><w:r><w:t>here</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></w:r></w:p></w:body></w:document>`,
    ),
    part('/word/header1.xml', `<w:hdr ${w}><w:p><w:r><w:t>Head</w:t></w:r></w:p></w:hdr>`),
    part('/word/comments.xml', `<w:comments ${w}><w:p><w:r><w:t>Ask Leo</w:t></w:r></w:p></w:comments>`),
    part('/word/styles.xml', `<w:styles ${w}><w:p><w:r><w:t>Not text</w:t></w:r></w:p></w:styles>`),
  ].join('')}</pkg:package>`
  expect(readParagraphs(xml)).toEqual([
    { text: 'In a box', is: 'text' },
    { text: 'Seen here', is: 'text' },
    { text: 'Leo Ashworth', is: 'text', deleted: true },
    { text: 'Head', is: 'footer' },
    { text: 'Ask Leo', is: 'comment' },
  ])
  expect(() => readParagraphs('<!DOCTYPE x [<!ENTITY a "b">]><x/>')).toThrow('own entities')
})

test('what was found is selected in the open document: that place, not one that reads alike', async () => {
  const { word } = openDocument(
    smallDocx(
      paragraph('The leopard') +
        paragraph('Leo was glad.') +
        `<w:p>${run('Then L')}${run('eo left; 5^2.')}</w:p>`,
    ),
  )
  const paragraphs = await readOpenText()
  const child = { upn: null, dateOfBirth: '2016-05-12', address: null, preferredForename: null }
  const findings = wrongChildGuard([{ ...child, key: 'L', forename: 'Leo', surname: 'Ashworth' }], {
    about: new Set(),
  })(paragraphs.map(({ text }) => text))
  expect(findings).toHaveLength(2)
  expect(findings.map((finding) => whichOf(finding, paragraphs))).toEqual([1, 2])
  expect(await selectText('Leo', whichOf(findings[1]!, paragraphs))).toBe(true)
  const { place, from, to } = word.selection!
  expect([place.parent.textContent, from, to]).toEqual(['Then Leo left; 5^2.', 5, 8])
  expect(await selectText('5^2')).toBe(true)
  expect(await selectText('Nobody')).toBe(false)
  expect(faults).toEqual([])
})

test('what stands beside the text leaves with the file too: properties, diagrams, charts, words for a picture', async () => {
  openDocument(smallDocx(paragraph('Nothing here.')))
  await Word.run(async (context) => {
    context.document.properties.title = 'Annual review: Leo Ashworth'
    context.document.properties.keywords = 'Leo'
    await context.sync()
  })
  expect(await readOpenText()).toEqual([
    { text: 'Nothing here.', is: 'text' },
    { text: 'Annual review: Leo Ashworth', is: 'property' },
    { text: 'Leo', is: 'property' },
  ])
  const a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const wp = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
  const part = (name: string, xml: string) =>
    `<pkg:part pkg:name="${name}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`
  const xml = `<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${[
    part(
      '/word/document.xml',
      `<w:document ${w}><w:body><w:p><w:r><w:drawing><wp:inline ${wp}><wp:docPr id="1" name="Picture 1" descr="Leo at work"/></wp:inline></w:drawing></w:r></w:p></w:body></w:document>`,
    ),
    part(
      '/word/diagrams/data1.xml',
      `<a:x ${a}><a:p><a:r><a:t>Leo</a:t></a:r><a:r><a:t> A</a:t></a:r></a:p></a:x>`,
    ),
    part('/word/theme/theme1.xml', `<a:x ${a}><a:p><a:r><a:t>Not text</a:t></a:r></a:p></a:x>`),
  ].join('')}</pkg:package>`
  expect(readParagraphs(xml)).toEqual([
    { text: 'Leo at work', is: 'drawing' },
    { text: 'Leo A', is: 'drawing' },
  ])
  expect(faults).toEqual([])
})
