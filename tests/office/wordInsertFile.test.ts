import { strToU8 } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { base64, control, opened, paragraph, part, run, smallDocx, styles } from './smallDocx.ts'
import { faults, openDocument, refusal, startOffice } from './wordHost.ts'

beforeAll(async () => {
  await startOffice()
})

const styleOf = (id: string, name: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
const list = (numId: string): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${numId}"/></w:numPr></w:pPr>${run('entry')}</w:p>`
const numbering = (format: string) => ({
  path: 'word/numbering.xml',
  type: 'numbering',
  xml: `<w:numbering xmlns:w=""><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
})
const picture = `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Logo" descr="School logo"/><a:graphic><a:blip r:embed="rId5"/></a:graphic></wp:inline></w:drawing></w:r></w:p>`
const image = new Uint8Array([137, 80, 78, 71, 1, 2, 3])
const section = (header: string): string =>
  `<w:sectPr><w:headerReference w:type="default" r:id="${header}"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`

/** A document with everything that has to be fitted into another: styles, a list, a header, a picture, XML data. */
const source = smallDocx(
  paragraph('Minutes', 'Title1') +
    list('1') +
    picture +
    control('rv.1.held', paragraph('10 Mar 2026'), '', 42) +
    section('rId4'),
  [
    styles(
      styleOf('Title1', 'Minutes Title', '<w:basedOn w:val="Base"/>'),
      styleOf('Base', 'Minutes Base'),
      styleOf('Unused', 'Never Used'),
      styleOf('H1', 'heading 1', '<w:rPr><w:color w:val="1F3864"/></w:rPr>'),
    ),
    numbering('bullet'),
    {
      path: 'customXml/item1.xml',
      type: 'application/xml',
      kind: 'customXml',
      xml: '<review xmlns="urn:goldthread:review" key="01ABC"/>',
    },
    {
      path: 'word/header1.xml',
      type: 'header',
      xml: `<w:hdr xmlns:w="">${paragraph('From the minutes', 'Title1')}</w:hdr>`,
    },
    { path: 'word/media/image1.png', type: 'image/png', kind: 'image', xml: '' },
  ],
  {
    'word/media/image1.png': image,
    'customXml/_rels/item1.xml.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>',
    ),
    'customXml/itemProps1.xml': strToU8(
      '<ds:datastoreItem ds:itemID="{11111111-1111-1111-1111-111111111111}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
    ),
  },
)

const target = smallDocx(
  paragraph('What was here') + list('1') + control('own', paragraph('mine'), '', 42) + section('rId3'),
  [
    styles(styleOf('Heading1', 'heading 1'), styleOf('Title1', 'Something Else')),
    numbering('decimal'),
    {
      path: 'word/header1.xml',
      type: 'header',
      xml: `<w:hdr xmlns:w="">${paragraph('The old header')}</w:hdr>`,
    },
  ],
)

const insert = (location: 'Replace' | 'Start' | 'End', options: object = {}): Promise<void> =>
  Word.run(async (context) => {
    context.document.insertFileFromBase64(base64(source), location, options)
    await context.sync()
  })

const targetsOf = (files: Record<string, string>): Map<string, string> =>
  new Map(
    [...part(files, 'word/_rels/document.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([each]) => [
      /Id="([^"]*)"/.exec(each)?.[1] ?? '',
      /Target="([^"]*)"/.exec(each)?.[1]?.replace(/^\/word\//, '') ?? '',
    ]),
  )

test('replacing a document brings the header, the picture and the used styles of the other, and drops what was here', async () => {
  const { host } = openDocument(target)
  await insert('Replace')
  expect(host.rich.batches).toHaveLength(1)
  const files = opened(await host.document.bytes())
  const body = part(files, 'word/document.xml')
  expect(body).not.toContain('What was here')
  expect(body).toContain('10 Mar 2026')
  const targets = targetsOf(files)
  const header = targets.get(/headerReference[^>]*r:id="([^"]*)"/.exec(body)?.[1] ?? '')
  expect(part(files, `word/${header}`)).toContain('From the minutes')
  expect(Object.values(files).join('')).not.toContain('The old header')
  const media = targets.get(/r:embed="([^"]*)"/.exec(body)?.[1] ?? '')
  expect(Object.keys(files)).toContain(`word/${media}`)
  const styles = part(files, 'word/styles.xml')
  expect(styles).toContain('Minutes Base')
  expect(styles).not.toContain('Never Used')
})

test('a style with another name under the same id gets an id of its own, in the body and in the header', async () => {
  const { host } = openDocument(target)
  await insert('Replace')
  const files = opened(await host.document.bytes())
  const id = /w:styleId="([^"]*)"><w:name w:val="Minutes Title"/.exec(part(files, 'word/styles.xml'))?.[1]
  expect(id).not.toBe('Title1')
  expect(part(files, 'word/document.xml')).toContain(`<w:pStyle w:val="${id}"/>`)
  const header = Object.entries(files).find(
    ([path, text]) => path.startsWith('word/header') && text.includes('From the minutes'),
  )
  expect(header?.[1]).toContain(`<w:pStyle w:val="${id}"/>`)
})

test('styles of the same name stay as they are here, and are replaced when styles are imported', async () => {
  const kept = openDocument(target)
  await insert('Replace')
  expect(part(opened(await kept.host.document.bytes()), 'word/styles.xml')).not.toContain('1F3864')
  const taken = openDocument(target)
  await insert('Replace', { importStyles: true })
  const styles = part(opened(await taken.host.document.bytes()), 'word/styles.xml')
  expect(styles).toMatch(/w:styleId="Heading1"><w:name w:val="heading 1"\/><w:rPr><w:color w:val="1F3864"/)
  expect(styles).toContain('Never Used')
})

test('lists of both documents keep their own numbers, and control ids stay different', async () => {
  const { host } = openDocument(target)
  await insert('End')
  const files = opened(await host.document.bytes())
  const body = part(files, 'word/document.xml')
  const [ours, theirs] = [...body.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id)
  expect(ours).toBe('1')
  expect(theirs).not.toBe('1')
  const lists = part(files, 'word/numbering.xml')
  const abstract = new RegExp(`<w:num w:numId="${theirs}"><w:abstractNumId w:val="(\\d+)"`).exec(lists)?.[1]
  expect(lists).toMatch(
    new RegExp(`<w:abstractNum w:abstractNumId="${abstract}"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"`),
  )
  const ids = [...body.matchAll(/<w:sdtPr>.*?<w:id w:val="(\d+)"/g)].map(([, id]) => id)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(2)
  expect(body).toMatch(/What was here.*<w:pPr><w:sectPr>.*<\/w:sectPr><\/w:pPr>.*Minutes/)
})

test('custom XML comes only when asked for, and twice when inserted twice', async () => {
  const { host } = openDocument(target)
  await insert('Replace', { importCustomXmlParts: false })
  expect(host.document.customXml.list()).toEqual([])
  await insert('Replace', { importCustomXmlParts: true })
  await insert('Replace', { importCustomXmlParts: true })
  const parts = host.document.customXml.list()
  expect(parts.map((each) => each.namespace)).toEqual(['urn:goldthread:review', 'urn:goldthread:review'])
  expect(new Set(parts.map((each) => each.id)).size).toBe(2)
})

test('the body takes text and pictures of a file but keeps its own header, with one paragraph left below', async () => {
  const { host } = openDocument(target)
  await Word.run(async (context) => {
    context.document.body.insertFileFromBase64(base64(source), 'Replace')
    await context.sync()
  })
  const files = opened(await host.document.bytes())
  const body = part(files, 'word/document.xml')
  expect(body).toContain('10 Mar 2026')
  expect(body).toMatch(/<w:p\/><w:sectPr>/)
  const header = targetsOf(files).get(/headerReference[^>]*r:id="([^"]*)"/.exec(body)?.[1] ?? '')
  expect(part(files, `word/${header}`)).toContain('The old header')
  expect(Object.values(files).join('')).not.toContain('From the minutes')
})

test('what this host can not carry over is refused by name, and the document stays as it was', async () => {
  const { host } = openDocument(target)
  const notes = smallDocx(`<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`)
  const error = await refusal(async (context) => {
    context.document.insertFileFromBase64(base64(notes), 'Replace', {})
    await context.sync()
  })
  expect(error.code).toBe('NotImplemented')
  expect(error.message).toContain('footnoteReference')
  expect(opened(await host.document.bytes())).toEqual(opened(target))
})

test('no fault of the host was hidden', () => {
  expect(faults).toEqual([])
})
