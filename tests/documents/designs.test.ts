import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { DocumentContent } from '../../src/documents/blocks.ts'
import { designFromLogo } from '../../src/documents/design/fromLogo.ts'
import { designFromTemplate } from '../../src/documents/design/fromTemplate.ts'
import { exampleDocument } from '../../src/documents/design/example.ts'
import type { Design } from '../../src/documents/design/design.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { batchOf, mergedLetters } from '../../src/documents/letters/letters.ts'
import { addresseeOf } from '../../src/documents/letters/addressees.ts'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { readBack } from '../../src/documents/readBack.ts'
import { readDocx } from '../../src/documents/readDocx.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { fullFile } from './madeUpReview.ts'
import {
  field,
  german,
  header,
  letterhead,
  packageOf,
  p,
  picture,
  png,
  type Rel,
  strict,
  t,
} from './templates.ts'

const today = '2026-03-10'
const school = 'Oakfield Primary School'
const page =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000"/>'

const read = (bytes: Uint8Array) => {
  const found = designFromTemplate(bytes, school)
  if ('complaint' in found) throw new Error(found.complaint)
  return found
}
const complaintOf = (bytes: Uint8Array) => {
  const found = designFromTemplate(bytes, school)
  return 'complaint' in found ? found.complaint : null
}
const minutes = () => reviewMinutes(fullFile(), today)
const partsOf = (content: DocumentContent, design?: Design) =>
  Object.fromEntries(
    Object.entries(unzipSync(docxOf(content, design))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  )
/** A template with this inside its header. */
const headed = (
  inside: string,
  rels: readonly Rel[] = [],
  files: Readonly<Record<string, Uint8Array>> = {},
) =>
  packageOf({
    section: `<w:headerReference w:type="default" r:id="rIdheader1"/>${page}`,
    stories: { header1: { xml: header(inside), rels } },
    files,
  })
const headerOf = (bytes: Uint8Array) => partsOf(minutes(), read(bytes).design)['word/header1.xml']

const templates = { letterhead: letterhead(), german: german(), strict: strict() }

test.each(Object.entries(templates))(
  'minutes in the look of %s read back as in ours, and are well made',
  (_, bytes) => {
    const file = fullFile()
    const made = docxOf(reviewMinutes(file, today), read(bytes).design)
    expect(lintDocx(made)).toEqual([])
    expect(readBack(file, readDocx(made), today)).toMatchObject({
      differences: [],
      unmatched: [],
      doubled: [],
    })
    expect(docxOf(reviewMinutes(file, today), read(bytes).design)).toEqual(made)
  },
)

test.each(Object.entries(templates))(
  'every style that a document in the look of %s uses is there',
  (_, bytes) => {
    const parts = partsOf(exampleDocument(school, 'Confidential', today), read(bytes).design)
    const known = new Set([...parts['word/styles.xml']!.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id))
    const used = [...parts['word/document.xml']!.matchAll(/<w:(?:p|r|tbl)Style w:val="([^"]*)"/g)].map(
      ([, id]) => id,
    )
    expect(used.length).toBeGreaterThan(8)
    expect([...new Set(used)].filter((id) => !known.has(id))).toEqual([])
  },
)

test('a built-in style is the template’s own in every language of Word, and what we write is English', () => {
  const { design } = read(templates.german)
  const parts = partsOf(minutes(), design)
  expect(parts['word/document.xml']).toContain('<w:pStyle w:val="berschrift1"/>')
  expect(parts['word/document.xml']).not.toContain('<w:pStyle w:val="Heading1"/>')
  expect(parts['word/styles.xml']).not.toContain('de-DE')
  expect(parts['word/styles.xml']!.match(/<w:lang /g)).toHaveLength(1)
  // Their style for lists has no bullet: ours stands beside their numbering.
  expect(design.bullets).toBe(8)
  expect(parts['word/numbering.xml']).toMatch(/w:numId="7".*w:numId="8"/s)
})

test('a style of another kind under our id is left alone, and one that is missing is added in their colour and size', () => {
  const { design } = read(templates.letterhead)
  const { 'word/styles.xml': styles = '' } = partsOf(minutes(), design)
  expect(styles).toContain('<w:name w:val="Margin"/>')
  expect(styles).toContain('w:styleId="Note1"')
  expect(design.points).toBe(12)
  expect(styles).toMatch(/w:styleId="TableText".*?<w:jc w:val="left"\/>.*?<w:sz w:val="22"\/>/s)
  expect(styles).toMatch(/w:styleId="Heading3".*?0A5A32/s)
  expect(styles).not.toContain('latentStyles')
})

test('a footer is kept, and only what it doesn’t say is added', () => {
  const foot = (bytes: Uint8Array, name: string) => partsOf(minutes(), read(bytes).design)[name]!
  const plain = foot(templates.letterhead, 'word/footer1.xml')
  for (const said of ['Acorn Lane', 'Mimi · Annual review', ' PAGE ', 'Confidential: personal'])
    expect(plain).toContain(said)
  // Of the German one the usual footer numbers its pages, both say that they are confidential, and even pages have none.
  const parts = partsOf(minutes(), read(templates.german).design)
  expect(parts['word/footer1.xml']!.match(/ PAGE/g)).toHaveLength(1)
  expect(parts['word/footer1.xml']).not.toContain('Confidential: personal')
  expect(parts['word/footer2.xml']).toContain('Confidential to those named')
  expect(parts['word/footer2.xml']).toContain(' NUMPAGES ')
  expect(parts['word/footer3.xml']).toContain('Confidential: personal')
  expect(parts['word/document.xml']).toMatch(/<w:titlePg\/><\/w:sectPr>/)
  expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>')
})

test('nothing of a template leads out of the file, runs, or loads from elsewhere', () => {
  for (const bytes of Object.values(templates))
    for (const [name, text] of Object.entries(partsOf(minutes(), read(bytes).design)))
      expect([
        name,
        /TargetMode|oakfield\.example\/|S:\/|attachedTemplate|vbaProject|documentProtection/.exec(text)?.[0],
      ]).toEqual([name, undefined])
  expect(partsOf(minutes(), read(templates.letterhead).design)['word/header1.xml']).toContain(
    'www.oakfield.example',
  )
})

test('what a header can do is left out and told, and its text stays', () => {
  const nasty = [
    p(field('INCLUDEPICTURE "https://x.example/a.png"', 'shown')),
    p(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT "S:\\a"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${t('kept')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
    p(`<w:fldSimple w:instr=" DDEAUTO cmd ">${t('calm')}</w:fldSimple>`),
    p(picture('r:link="rId2"')),
    p(picture('r:embed="rId3"')),
    p(
      '<w:r><w:object><v:shape><v:imagedata r:id="rId1"/></v:shape><o:OLEObject Type="Embed" ProgID="Excel.Sheet" r:id="rId4"/></w:object></w:r>',
    ),
    p(
      '<w:r><w:pict><v:shape href="https://x.example/" alt=""><v:imagedata r:id="rId1" o:href="https://x.example/b.png" src="https://x.example/c.png"/></v:shape></w:pict></w:r>',
    ),
    `<w:p><w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins w:id="2">${t('new')}</w:ins></w:p>`,
    '<w:altChunk r:id="rId5"/>',
    p(
      '<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="9" name="Line"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId6"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
    ),
    `<w:sdt><w:sdtPr><w:tag w:val="rv.x.working"/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent>${p(t('unwrapped'))}</w:sdtContent></w:sdt>`,
  ].join('')
  const found = read(
    headed(
      nasty,
      [
        ['rId1', 'image', 'media/a.png'],
        ['rId2', 'image', 'https://x.example/a.png', true],
        ['rId3', 'image', 'media/not.png'],
        ['rId4', 'oleObject', 'embeddings/a.xlsx'],
        ['rId5', 'aFChunk', 'a.html'],
        ['rId6', 'chart', 'charts/chart1.xml'],
      ],
      {
        'word/media/a.png': png(4, 4),
        'word/media/not.png': strToU8('<script>'),
        'word/embeddings/a.xlsx': strToU8('x'),
      },
    ),
  )
  const { 'word/header1.xml': xml = '', 'word/_rels/header1.xml.rels': rels = '' } = partsOf(
    minutes(),
    found.design,
  )
  for (const gone of [
    'INCLUDE',
    'DDEAUTO',
    'x.example',
    'OLEObject',
    'chart',
    'altChunk',
    'w:del',
    'w:ins',
    'sdt',
    'rv.x',
    'rId2',
    'not.png',
  ])
    expect([gone, (xml + rels).includes(gone)]).toEqual([gone, false])
  for (const kept of ['shown', 'kept', 'calm', 'new', 'unwrapped', `alt="${school} logo"`])
    expect(xml).toContain(kept)
  expect(rels.match(/<Relationship /g)).toHaveLength(1)
  expect(found.told.join(' ')).toMatch(/lead to a file elsewhere/)
  expect(found.told).toHaveLength(7)
})

test('pictures in the letterhead have words for a screen reader, their own where they had some, and numbers of their own', () => {
  expect(headerOf(templates.letterhead)).toContain(`descr="${school} logo"`)
  expect(headerOf(templates.strict)).toContain('descr="Crest of Southmoor"')
  expect(headerOf(templates.strict)).toMatch(/<wp:docPr[^>]* id="100001"/)
})

test('a shape that says nothing is passed by', () => {
  const line =
    '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="Line 1"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"/></a:graphic></wp:inline></w:drawing></w:r>'
  expect(headerOf(headed(p(line)))).toMatch(/<wp:docPr[^>]*>.*decorative.*val="1".*<\/wp:docPr>/s)
})

test('a letter says its head once: as far as the letterhead of the template doesn’t', () => {
  const file = fullFile()
  const people = file.contributors.slice(0, 2).map((one) => addresseeOf(one, file, today))
  const content = mergedLetters(batchOf('invitation', file, people, today))
  const heads = (design?: Design) =>
    partsOf(content, design)['word/document.xml']!.match(/<w:pStyle w:val="Letterhead"\/>/g)?.length ?? 0
  expect([heads(), heads(read(templates.letterhead).design), heads(read(templates.german).design)]).toEqual([
    2, 0, 2,
  ])
})

test('several letters in one file each have the header and footer, and count their own pages', () => {
  const file = fullFile()
  const people = file.contributors.slice(0, 3).map((one) => addresseeOf(one, file, today))
  const { 'word/document.xml': body = '' } = partsOf(
    mergedLetters(batchOf('invitation', file, people, today)),
    read(templates.german).design,
  )
  expect(body.match(/<w:headerReference /g)).toHaveLength(9)
  expect(body.match(/<w:pgNumType w:start="1"\/><w:titlePg\/>/g)).toHaveLength(3)
  expect(
    lintDocx(
      docxOf(mergedLetters(batchOf('invitation', file, people, today)), read(templates.german).design),
    ),
  ).toEqual([])
})

test('page and margins are the template’s, tables fit between them, and a page without room is put right', () => {
  const { design } = read(templates.strict)
  expect(design.page).toMatchObject({
    width: 16_838,
    height: 11_906,
    landscape: true,
    left: 1_417,
    right: 1_134,
  })
  const widths = [...partsOf(minutes(), design)['word/document.xml']!.matchAll(/<w:tblW w:w="(\d+)"/g)].map(
    ([, w]) => w,
  )
  expect(new Set(widths)).toEqual(new Set([String(16_838 - 1_417 - 1_134)]))
  const narrow = read(
    packageOf({
      section:
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1000" w:right="5500" w:bottom="1000" w:left="5500"/>',
    }),
  )
  expect(narrow.design.page.left).toBe(1_134)
  expect(narrow.told.join()).toContain('too little room')
})

test('a template with nothing but a letter typed on its page says what to do, and gives our own styles', () => {
  const found = read(packageOf({ body: p(t('Oakfield Primary School')) }))
  expect(found.told.join()).toContain('paste it into the header')
  expect(lintDocx(docxOf(minutes(), found.design))).toEqual([])
})

test('elements under another prefix are read and joined alike', () => {
  const turned = (xml: string) =>
    xml
      .replaceAll('<w:', '<ns0:')
      .replaceAll('</w:', '</ns0:')
      .replaceAll(' w:', ' ns0:')
      .replaceAll('xmlns:w=', 'xmlns:ns0=')
  const plain = unzipSync(templates.letterhead)
  const bytes = zipSync({
    ...plain,
    'word/styles.xml': strToU8(turned(strFromU8(plain['word/styles.xml']!))),
    'word/document.xml': strToU8(turned(strFromU8(plain['word/document.xml']!))),
  })
  const found = read(bytes)
  expect(found.design.points).toBe(12)
  expect(lintDocx(docxOf(minutes(), found.design)).filter((fault) => !fault.includes('style'))).toEqual([])
  expect(partsOf(minutes(), found.design)['word/styles.xml']).toContain('<w:style xmlns:w=')
})

const locked = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const whole = letterhead()
const lying = () => {
  const bytes = whole.slice()
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length - 4; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fff_ffff, true)
  return bytes
}
const spoilt = (name: string, text: string) => zipSync({ ...unzipSync(whole), [name]: strToU8(text) })

test.each([
  ['an empty file', new Uint8Array(), /empty/],
  ['a document of Word 97 or one with a password', locked, /password/],
  ['a PDF', strToU8('%PDF-1.7'), /PDF/],
  ['a picture', png(4, 4), /no Word document/],
  ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), /no Word document/],
  ['half a file', whole.slice(0, whole.length / 2), /no Word document|damaged/],
  ['a file that lies about its sizes', lying(), /larger than any template/],
  ['styles that are no XML', spoilt('word/styles.xml', '<w:styles'), /damaged/],
  ['a header that is no XML', spoilt('word/header1.xml', 'x'), /damaged/],
  ['entities of its own', spoilt('word/header1.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), /damaged/],
  ['minutes of a pupil', docxOf(minutes()), /made by Goldthread for one pupil/],
])('%s gives no look, in words', (_, bytes, words) => expect(complaintOf(bytes)).toMatch(words))

test('a picture that is too large for Word is named with its size', () => {
  const heavy = letterhead({ files: { 'word/media/image1.png': png(1_300, 1_100, true) } })
  expect(complaintOf(heavy)).toMatch(/“image1\.png”.* 4\.\d MB/)
  // What lies on the page itself is not taken along, however large.
  const body = letterhead({
    files: { 'word/media/image1.png': png(60, 20), 'word/media/large.png': png(1_300, 1_100, true) },
  })
  expect(docxOf(minutes(), read(body).design).length).toBeLessThan(60_000)
})

test('macros and fonts inside a template are left out and told', () => {
  const found = read(
    letterhead({ files: { 'word/media/image1.png': png(4, 4), 'word/vbaProject.bin': strToU8('macro') } }),
  )
  expect(found.told[0]).toBe('Its macros are left out.')
  expect(Object.keys(partsOf(minutes(), found.design)).join()).not.toContain('vba')
})

test('what header and footer say can be looked through for names', () => {
  expect(read(templates.letterhead).says.join(' ')).toContain('Acorn Lane')
})

test('a logo stands at the top of the first page of each letter, within its bounds, with words', () => {
  const logo = designFromLogo(png(2_000, 100), school)
  if ('complaint' in logo) throw new Error(logo.complaint)
  const file = fullFile()
  const people = file.contributors.slice(0, 2).map((one) => addresseeOf(one, file, today))
  const content = mergedLetters(batchOf('invitation', file, people, today))
  const parts = partsOf(content, logo.design)
  expect(parts['word/header1.xml']).toContain(`descr="${school} logo"`)
  expect(parts['word/header1.xml']).toContain('<wp:extent cx="2880000" cy="144000"/>')
  expect(parts['word/document.xml']!.match(/<w:titlePg\/>/g)).toHaveLength(2)
  expect(parts['word/document.xml']!.match(/w:val="Letterhead"/g)).toHaveLength(2)
  expect(parts['word/footer2.xml']).toContain('Confidential')
  expect(lintDocx(docxOf(content, logo.design))).toEqual([])
  expect(designFromLogo(strToU8('<svg/>'), school)).toMatchObject({
    complaint: expect.stringContaining('PNG'),
  })
  expect(designFromLogo(png(700, 700, true), school)).toMatchObject({
    complaint: expect.stringContaining('1 MB'),
  })
})
