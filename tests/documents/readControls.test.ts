import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readControls } from '../../src/documents/readControls.ts'
import { readDocx } from '../../src/documents/readDocx.ts'
import { Problem } from '../../src/domain/problem.ts'

const open =
  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"' +
  ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>'
const document = (body: string) => `<?xml version="1.0"?>${open}${body}</w:body></w:document>`
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const control = (content: string, tag = 'a', more = '') =>
  `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/>${more}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const texts = (body: string) => readControls(document(body)).controls.map(({ text }) => text)

test.each([
  [
    'runs that Word split',
    run('Good ') + '<w:proofErr w:type="spellStart"/>' + run('pro') + run('gress'),
    'Good progress',
  ],
  ['a tracked insertion', run('kept ') + `<w:ins w:id="1">${run('new')}</w:ins>`, 'kept new'],
  [
    'a tracked deletion',
    run('kept') + '<w:del w:id="1"><w:r><w:delText> old</w:delText></w:r></w:del>',
    'kept',
  ],
  [
    'text moved in and out',
    `<w:moveFrom w:id="1">${run('out')}</w:moveFrom><w:moveTo w:id="2">${run('in')}</w:moveTo>`,
    'in',
  ],
  [
    'breaks and tabs',
    '<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>',
    'a\nb\tc\nd',
  ],
  ['a hyphen that does not break', '<w:r><w:t>drop</w:t><w:noBreakHyphen/><w:t>in</w:t></w:r>', 'drop-in'],
  ['a link', `<w:hyperlink>${run('a page')}</w:hyperlink>`, 'a page'],
  ['a field’s code', '<w:r><w:instrText>PAGE</w:instrText></w:r>' + run('1'), '1'],
  [
    'a comment’s mark',
    run('a') + '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>' + run('b'),
    'ab',
  ],
  [
    'two shapes of the same thing',
    `<mc:AlternateContent><mc:Choice>${run('new Word')}</mc:Choice><mc:Fallback>${run('old Word')}</mc:Fallback></mc:AlternateContent>`,
    'new Word',
  ],
])('it reads %s', (_, content, expected) => {
  expect(texts(`<w:p>${control(content)}</w:p>`)).toEqual([expected])
})

test('several paragraphs in a control are lines, and one whose mark is deleted runs on', () => {
  const p = (text: string, more = '') => `<w:p>${more}${run(text)}</w:p>`
  expect(texts(control(p('one') + p('two') + '<w:p/>' + p('four')))).toEqual(['one\ntwo\n\nfour'])
  const gone =
    '<w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
  expect(texts(control(p('one', gone) + p('two')))).toEqual(['onetwo'])
})

test('a table pasted into a control is read line by line', () => {
  const cell = (text: string) => `<w:tc><w:p>${run(text)}</w:p></w:tc>`
  expect(
    texts(control(`<w:tbl><w:tr>${cell('a')}${cell('b')}</w:tr></w:tbl><w:p>${run('c')}</w:p>`)),
  ).toEqual(['a\nb\nc'])
})

test('text typed before, between and after controls belongs to none of them', () => {
  expect(
    texts(
      `<w:p>${run('before')}${control(run('a'))}${run(' and ')}${control(run('b'), 'b')}${run('after')}</w:p>`,
    ),
  ).toEqual(['a', 'b'])
})

test('a control within a control is read on its own and as part of the outer one', () => {
  expect(
    readControls(document(`<w:p>${control(run('a ') + control(run('b'), 'inner'), 'outer')}</w:p>`)).controls,
  ).toEqual([
    { tag: 'outer', text: 'a b' },
    { tag: 'inner', text: 'b' },
  ])
})

test('a control whose text is all deleted under tracked changes says so', () => {
  expect(
    readControls(
      document(`<w:p>${control(`<w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del>`)}</w:p>`),
    ).controls,
  ).toEqual([{ tag: 'a', text: '', deleted: true, tracked: true }])
})

test('a placeholder is no text, and controls without a tag are not ours', () => {
  expect(
    readControls(
      document(
        `<w:p>${control(run('Write here'), 'a', '<w:showingPlcHdr/>')}<w:sdt><w:sdtContent>${run('x')}</w:sdtContent></w:sdt></w:p>`,
      ),
    ).controls,
  ).toEqual([{ tag: 'a', text: '', placeholder: true }])
})

test('of Word’s flat package only the main part is read', () => {
  const part = (name: string, xml: string) =>
    `<pkg:part pkg:name="${name}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`
  const body = (text: string) => document(`<w:p>${control(run(text))}</w:p>`).replace(/^<\?xml[^>]*\?>/, '')
  const flat =
    '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">' +
    part('/word/glossary/document.xml', body('building block')) +
    part('/word/document.xml', body('said')) +
    part(
      '/customXml/item1.xml',
      '<identity xmlns="urn:goldthread:document:1" kind="reviewMinutes" made="2026-03-10"><key name="review">K</key></identity>',
    ) +
    '</pkg:package>'
  const read = readControls(flat)
  expect(read.controls).toEqual([{ tag: 'a', text: 'said' }])
  expect(read.identity?.keys).toEqual({ review: 'K' })
})

test.each([
  ['entities of its own', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'],
  ['half a document', `${open}<w:p>`],
  ['no XML at all', 'PK not XML'],
  ['nothing', ''],
])('it refuses %s and does not fall over', (_, xml) => {
  expect(() => readControls(xml)).toThrow(Problem)
})

test.each([
  ['bytes that are no package', strToU8('hello')],
  ['a package without a Word document', zipSync({ 'xl/workbook.xml': strToU8('<x/>') })],
  ['a file cut off in the middle', zipSync({ 'word/document.xml': strToU8(document('')) }).slice(0, 60)],
  [
    'a document nested without end',
    zipSync({ 'word/document.xml': strToU8(document('<w:sdt>'.repeat(20_000))) }),
  ],
  ...['constructor', '__proto__', '../../etc/passwd'].map((target): [string, Uint8Array] => [
    `a package that points to ${target}`,
    zipSync({
      'word/document.xml': strToU8(document('')),
      '_rels/.rels': strToU8(`<r><Relationship Type="x/officeDocument" Target="${target}"/></r>`),
    }),
  ]),
  [
    'a package made to be slow to search',
    zipSync({
      'word/document.xml': strToU8(document('')),
      '_rels/.rels': strToU8('Target="x" '.repeat(90_000)),
    }),
  ],
  ['a part that unpacks to far too much', zipSync({ 'word/document.xml': new Uint8Array(70_000_000) })],
])('a file with %s is refused', (_, bytes) => {
  expect(() => readDocx(bytes)).toThrow(Problem)
})

test('Word on the web names the main part in another way', () => {
  const rels =
    '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>'
  const bytes = zipSync({
    '_rels/.rels': strToU8(rels),
    'word/document2.xml': strToU8(document(`<w:p>${control(run('said'))}</w:p>`)),
  })
  expect(readDocx(bytes).controls).toEqual([{ tag: 'a', text: 'said' }])
})
