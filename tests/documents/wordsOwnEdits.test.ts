import { expect, test } from 'vitest'
import { readBack, type ReadBack } from '../../src/documents/readBack.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { fullFile, reviewKey } from './madeUpReview.ts'
import { asRead, controlIn, inside, type Opened, opened, run } from './wordEdits.ts'

/* What Word itself does to the minutes while a person edits them, read back against the record. */

const today = '2026-03-10'
const file = fullFile()
const minutes = opened(reviewMinutes(file, today))
const rv = (field: string) => `rv.${reviewKey}.${field}`
const working = rv('working')
const said = file.review.working!

const read = (document: Opened): Exclude<ReadBack, { readonly refused: unknown }> => {
  const result = readBack(file, asRead(document), today)
  if ('refused' in result) throw new Error(result.refused.why)
  return result
}
const typedIn = (document: Opened): unknown[] =>
  read(document).differences.map(({ field, document: now }) => [field, now])

const nothing = { differences: [], doubled: [], missing: [], unmatched: [] }
const half = Math.floor(said.length / 2)
const [one, two] = [said.slice(0, half), said.slice(half)]
const deleted = (text: string) =>
  `<w:del w:id="7" w:author="A" w:date="2026-03-10T10:00:00Z"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const inserted = (text: string) =>
  `<w:ins w:id="8" w:author="A" w:date="2026-03-10T10:00:00Z">${run(text)}</w:ins>`

test.each<[string, string]>([
  ['runs that Word split for its spelling', `${run(one)}<w:proofErr w:type="spellStart"/>${run(two)}`],
  [
    'a bookmark and a comment’s mark set in the middle',
    `${run(one)}<w:bookmarkStart w:id="9" w:name="x"/><w:bookmarkEnd w:id="9"/><w:commentRangeStart w:id="0"/>${run(two)}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
  ],
  ['words tracked as new that say the same', `${run(one)}${inserted(two)}`],
  ['words that were taken out under Track changes', `${run(said)}${deleted(' Every day.')}`],
  [
    'words moved within the field under Track changes',
    `<w:moveFrom w:id="1">${run(two)}</w:moveFrom>${run(one)}<w:moveTo w:id="2">${run(two)}</w:moveTo>`,
  ],
  [
    'the same text in another look',
    `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${one}</w:t></w:r>${run(two)}`,
  ],
])('%s are no difference', (_, put) => {
  expect(read(inside(minutes, working, () => put))).toMatchObject(nothing)
})

test.each<[string, string, string]>([
  ['a line break', '<w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r>', 'One\ntwo'],
  ['a tab', '<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t></w:r>', 'One\ttwo'],
  ['a tracked change', `${run('Kept')}${deleted(' old')}${inserted(' new')}`, 'Kept new'],
])('%s typed in a field is what the field now says', (_, put, now) => {
  expect(typedIn(inside(minutes, working, () => put))).toEqual([['working', now]])
})

/** A control around whole paragraphs, as Word makes it of one in the line when Enter is pressed in it or a table pasted. */
const around = (blocks: string): Opened => {
  const control = controlIn(minutes.xml, working)
  const at = minutes.xml.indexOf(control)
  const start = minutes.xml.lastIndexOf('<w:p>', at)
  const end = minutes.xml.indexOf('</w:p>', at) + '</w:p>'.length
  const whole = control.replace(
    /<w:sdtContent>.*<\/w:sdtContent>/,
    () => `<w:sdtContent>${blocks}</w:sdtContent>`,
  )
  return { ...minutes, xml: minutes.xml.slice(0, start) + whole + minutes.xml.slice(end) }
}

test('paragraphs and a table pasted into a field are its lines', () => {
  const line = (text: string) => `<w:p>${run(text)}</w:p>`
  expect(typedIn(around(line('One') + line('two')))).toEqual([['working', 'One\ntwo']])
  const table = `<w:tbl><w:tr><w:tc>${line('One')}</w:tc><w:tc>${line('two')}</w:tc></w:tr></w:tbl>`
  const [[, now]] = typedIn(around(table + line('three'))) as [[string, string]]
  for (const word of ['One', 'two', 'three']) expect(now).toContain(word)
})

test('a field moved elsewhere in the document is the same field, and one copied with its words says nothing twice', () => {
  const control = controlIn(minutes.xml, working)
  const at = (xml: string) => xml.replace('<w:sectPr>', () => `<w:p>${control}</w:p><w:sectPr>`)
  expect(read({ ...minutes, xml: at(minutes.xml.replace(control, '')) })).toMatchObject(nothing)
  expect(read({ ...minutes, xml: at(minutes.xml) })).toMatchObject(nothing)
})

test('a field emptied to its invitation again asks to empty the record, and one that was never filled asks nothing', () => {
  const tag = rv('childAspirations')
  expect(controlIn(minutes.xml, tag)).toContain('<w:showingPlcHdr/>')
  const whole = controlIn(minutes.xml, working)
  const emptied = whole
    .replace(/(<w:id [^>]*\/>)/, '$1<w:showingPlcHdr/>')
    .replace(
      /<w:sdtContent>.*<\/w:sdtContent>/,
      () => `<w:sdtContent>${run('Click or tap here to enter text.')}</w:sdtContent>`,
    )
  const { differences } = read({ ...minutes, xml: minutes.xml.replace(whole, () => emptied) })
  expect(differences.map(({ field, document }) => [field, document])).toEqual([['working', '']])
})
