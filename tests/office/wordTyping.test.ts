import { expect, test } from 'vitest'
import { nodeXml } from '../../src/emulator/office/nodeXml.ts'
import { blankDocument } from '../../src/emulator/office/word/blank.ts'
import { controlsIn, contentOf, putText } from '../../src/emulator/office/word/controls.ts'
import { textAt, typeText } from '../../src/emulator/office/word/edit.ts'
import { openWord } from '../../src/emulator/office/word/openWord.ts'
import { joinWithPrevious, splitParagraph } from '../../src/emulator/office/word/paragraphEdit.ts'
import { textOf } from '../../src/emulator/office/word/text.ts'
import type { Place, WordFile } from '../../src/emulator/office/word/wordFile.ts'
import { control, opened, paragraph, part, run, smallDocx } from './smallDocx.ts'

const open = (body: string): WordFile => {
  const { word } = openWord(smallDocx(body), nodeXml())
  word.author = 'Helen'
  word.clock = () => new Date('2026-03-10T14:00:00Z')
  return word
}
const first = (word: WordFile, name = 'p'): Element => {
  const found = word.body.getElementsByTagNameNS(word.body.namespaceURI, name)[0]
  if (!found) throw new Error(`no w:${name}`)
  return found
}
const whole = (parent: Element): Place => ({ parent, after: null, until: null })
const bodyXml = (word: WordFile): string => part(opened(word.file.save()), 'word/document.xml')

test('typing changes only the run that it is in, and the looks of the others stay', () => {
  const word = open(
    `<w:p>${run('Good ')}<w:r><w:rPr><w:b/></w:rPr><w:t>progress</w:t></w:r>${run(' made')}</w:p>`,
  )
  typeText(word, whole(first(word)), 'Good steady progress made')
  typeText(word, whole(first(word)), 'Good steady progress was made')
  expect(bodyXml(word)).toContain('<w:r><w:rPr><w:b/></w:rPr><w:t>progress</w:t></w:r>')
  expect(textOf([word.body])).toBe('Good steady progress was made')
})

test('under tracking a replaced word is one deletion and one insertion by the person, typed key by key', () => {
  const word = open(paragraph('Some progress'))
  word.tracking = true
  const place = whole(first(word))
  for (const next of ['Some ', 'Some g', 'Some go', 'Some goo', 'Some good']) typeText(word, place, next)
  const xml = bodyXml(word)
  expect(xml.match(/<w:del /g)).toHaveLength(1)
  expect(xml.match(/<w:ins /g)).toHaveLength(1)
  expect(xml).toContain('<w:delText xml:space="preserve">progress</w:delText>')
  expect(xml).toContain('w:author="Helen" w:date="2026-03-10T14:00:00Z"')
  expect(textAt(place)).toBe('Some good')
})

test('taking back one’s own tracked insertion leaves nothing behind', () => {
  const word = open(paragraph('Some'))
  const before = bodyXml(word)
  word.tracking = true
  const place = whole(first(word))
  typeText(word, place, 'Some more')
  typeText(word, place, 'Some')
  expect(bodyXml(word)).not.toContain('w:ins')
  expect(bodyXml(word)).not.toContain('w:del')
  expect(textAt(place)).toBe('Some')
  expect(before).toContain('Some')
})

test('text around a control is edited without touching the control', () => {
  const word = open(`<w:p>${run('Held ')}${control('d', run('today'))}${run('.')}</w:p>`)
  const sdt = first(word, 'sdt')
  typeText(word, { parent: first(word), after: null, until: sdt }, 'It was held ')
  typeText(word, { parent: first(word), after: sdt, until: null }, ', in Room 4.')
  expect(textOf([word.body])).toBe('It was held today, in Room 4.')
  expect(textOf([contentOf(sdt)])).toBe('today')
})

test('Enter makes two paragraphs of one, and Backspace makes one of them again', () => {
  const word = open(control('views', `<w:p>${run('one two')}</w:p>`) + '<w:p/>')
  const [sdt] = controlsIn(word.body)
  if (!sdt) throw new Error('no control')
  const second = splitParagraph(word, whole(first(word)), 4)
  expect(textOf([contentOf(sdt)])).toBe('one \ntwo')
  expect(joinWithPrevious(word, second)).toMatchObject({ at: 4 })
  expect(textOf([contentOf(sdt)])).toBe('one two')
})

test('text put into a control under tracking keeps the old text as a deletion, paragraph by paragraph', () => {
  const word = open(control('views', paragraph('old one') + paragraph('old two')) + '<w:p/>')
  word.tracking = true
  const [sdt] = controlsIn(word.body)
  if (!sdt) throw new Error('no control')
  putText(word, sdt, 'new one\nnew two', 'Replace')
  expect(textOf([contentOf(sdt)])).toBe('new one\nnew two')
  expect(bodyXml(word)).toContain('<w:delText xml:space="preserve">old two</w:delText>')
})

test('a tab and a line break that are typed are elements of their own', () => {
  const word = open(paragraph('a'))
  typeText(word, whole(first(word)), 'a\tb\vc')
  expect(bodyXml(word)).toContain('<w:tab/>')
  expect(bodyXml(word)).toContain('<w:br/>')
  expect(textOf([word.body])).toBe('a\tb\vc')
})

test('a blank document opens, and a control without an id gets one that no other has', () => {
  expect(textOf([openWord(blankDocument(), nodeXml()).word.body])).toBe('')
  const word = open(
    `<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent>${paragraph('x')}</w:sdtContent></w:sdt>${control('b', paragraph('y'), '', 9)}${control('c', paragraph('z'), '', 9)}<w:p/>`,
  )
  expect(word.controlIds().size).toBe(3)
})
