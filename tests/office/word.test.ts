import { beforeAll, expect, test } from 'vitest'
import { wordMatrix } from '../../src/emulator/office/requirementSets.ts'
import { base64, control, opened, paragraph, part, run, smallDocx, styles } from './smallDocx.ts'
import { faults, openDocument, refusal, startOffice } from './wordHost.ts'

beforeAll(async () => {
  await startOffice()
})

const minutes = smallDocx(
  paragraph('Review minutes', 'Heading1') +
    `<w:p>${run('Held on ')}${control('rv.1.held', run('10 Mar 2026'), '', 11)}${run('.')}</w:p>` +
    control('rv.1.views', paragraph('First line') + paragraph('Second line'), '', 12) +
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc>${paragraph('Outcome')}</w:tc>${control('op.2.progress', `<w:tc>${paragraph('Good')}</w:tc>`, '', 13)}</w:tr></w:tbl>` +
    paragraph('End'),
  [styles('<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>')],
)

test('the controls of a document come by tag in one load and one round trip', async () => {
  const { host } = openDocument(minutes)
  const read = await Word.run(async (context) => {
    const controls = context.document.contentControls
    controls.load('items/tag,items/id,items/text,items/title,items/type,items/subtype')
    await context.sync()
    return controls.items.map(({ tag, id, text, subtype }) => ({ tag, id, text, subtype }))
  })
  expect(read).toEqual([
    { tag: 'rv.1.held', id: 11, text: '10 Mar 2026', subtype: 'RichTextInline' },
    { tag: 'rv.1.views', id: 12, text: 'First line\nSecond line', subtype: 'RichTextParagraphs' },
    { tag: 'op.2.progress', id: 13, text: 'Good', subtype: 'RichTextTableCell' },
  ])
  expect(host.rich.batches).toHaveLength(1)
  expect(host.rich.batches[0]?.writes).toBe(false)
})

test('only rich text controls are in the plain collections, as in Word; plain text ones are asked for by kind', async () => {
  openDocument(
    smallDocx(
      control('a', paragraph('rich')) +
        control('b2', paragraph('plain'), '<w:text/>') +
        control('c33', paragraph('day'), '<w:date/>') +
        control('d444', paragraph('Full'), '<w:dropDownList/>') +
        '<w:p/>',
    ),
  )
  await Word.run(async (context) => {
    const plain = context.document.contentControls
    plain.load('items/tag')
    const asked = context.document.getContentControls({
      types: ['RichText', 'PlainText'] as Word.ContentControlType[],
    })
    asked.load('items/tag')
    await context.sync()
    expect(plain.items.map((each) => each.tag)).toEqual(['a'])
    expect(asked.items.map((each) => each.tag)).toEqual(['a', 'b2'])
  })
})

test('tracked deletions are not in a text and tracked insertions are; breaks and tabs are', async () => {
  const mixed = `<w:p>${control(
    'x',
    `${run('kept ')}<w:del w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins w:id="2" w:author="A" w:date="2026-01-01T00:00:00Z">${run('new')}</w:ins><w:r><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>`,
  )}</w:p>`
  openDocument(smallDocx(mixed))
  await Word.run(async (context) => {
    const found = context.document.contentControls.getByTag('x').getFirst()
    found.load('text')
    await context.sync()
    expect(found.text).toBe('kept new\ta\vb')
  })
})

test('text put into a control is in the saved file, and nothing else of the file changes', async () => {
  const header = { path: 'word/header1.xml', type: 'header', xml: '<w:hdr xmlns:w=""><w:p/></w:hdr>' }
  const before = smallDocx(
    control('a', paragraph('old <w:x/>'.replace(' <w:x/>', ''))) +
      `<w:p/><w:sectPr><w:headerReference r:id="rId1" w:type="default"/></w:sectPr>`,
    [header],
    { 'word/odd.bin': new Uint8Array([1, 2, 3]) },
  )
  const { host } = openDocument(before)
  await Word.run(async (context) => {
    const found = context.document.contentControls.getByTag('a').getFirst()
    found.insertText('Line 1\nLine <2> & more', 'Replace')
    found.title = 'Views'
    await context.sync()
  })
  expect(host.rich.batches).toHaveLength(1)
  const [was, is] = [opened(before), opened(await host.document.bytes())]
  expect(part(is, 'word/document.xml')).toContain('Line &lt;2&gt; &amp; more')
  expect(part(is, 'word/document.xml')).toContain('w:val="Views"')
  expect(part(is, 'word/document.xml')).not.toContain('old')
  expect({ ...is, 'word/document.xml': '' }).toEqual({ ...was, 'word/document.xml': '' })
  expect(Object.keys(is)).toEqual(Object.keys(was))
})

test('an emptied control shows its placeholder, which is then its text, and new text takes its place', async () => {
  const { host } = openDocument(smallDocx(`<w:p>${control('a', run('something'))}</w:p>`))
  await Word.run(async (context) => {
    const found = context.document.contentControls.getFirst()
    found.clear()
    found.load('text,placeholderText')
    await context.sync()
    expect(found.text).toBe('Click or tap here to enter text.')
    found.insertText('typed', 'End')
    found.load('text')
    await context.sync()
    expect(found.text).toBe('typed')
  })
  expect(part(opened(await host.document.bytes()), 'word/document.xml')).not.toContain('showingPlcHdr')
})

test('a control that may not be edited refuses text', async () => {
  openDocument(smallDocx(control('a', paragraph('fixed'), '<w:lock w:val="contentLocked"/>') + '<w:p/>'))
  const error = await refusal(async (context) => {
    context.document.contentControls.getFirst().insertText('x', 'Replace')
    await context.sync()
  })
  expect(error.code).toBe('AccessDenied')
})

test('a control that was deleted is not found again', async () => {
  openDocument(minutes)
  const error = await refusal(async (context) => {
    const found = context.document.contentControls.getByTag('rv.1.held').getFirst()
    found.load('text')
    await context.sync()
    found.delete(false)
    await context.sync()
    found.load('text')
    await context.sync()
  })
  expect(error.code).toBe('ItemNotFound')
})

test('a member that this host lacks fails by name', async () => {
  openDocument()
  const member = await refusal(async (context) => {
    context.document.body.insertBreak('Page', 'End')
    await context.sync()
  })
  expect(member.code).toBe('ApiNotFound')
  expect(member.message).toContain('Body.insertBreak')
  const property = await refusal(async (context) => {
    const { body } = context.document
    body.load('style')
    await context.sync()
  })
  expect(property.message).toContain('Body.style')
})

test('a member above the advertised set is refused, and the fallback below it works', async () => {
  const { host } = openDocument(undefined, { matrix: wordMatrix.low })
  expect(Office.context.requirements.isSetSupported('WordApi', '1.3')).toBe(true)
  const error = await refusal(async (context) => {
    context.document.insertFileFromBase64(base64(minutes), 'Replace', {})
    await context.sync()
  })
  expect(error.code).toBe('ApiNotFound')
  expect(error.message).toContain('WordApi 1.5')
  await Word.run(async (context) => {
    context.document.body.insertFileFromBase64(base64(minutes), 'Replace')
    await context.sync()
  })
  expect(part(opened(await host.document.bytes()), 'word/document.xml')).toContain('rv.1.held')
})

test('what is not a Word file is an InvalidArgument and changes nothing', async () => {
  const { host } = openDocument(minutes)
  for (const bad of [
    '',
    'not base64 !',
    base64(new Uint8Array([80, 75, 3, 4])),
    base64(smallDocx('').slice(0, 300)),
  ]) {
    const error = await refusal(async (context) => {
      context.document.insertFileFromBase64(bad, 'Replace', {})
      await context.sync()
    })
    expect(error.code).toBe('InvalidArgument')
  }
  expect(opened(await host.document.bytes())).toEqual(opened(minutes))
})

test('a whole document is given as one XML text with its styles, and its custom XML is not', async () => {
  openDocument(minutes)
  const text = await Word.run(async (context) => {
    const ooxml = context.document.body.getOoxml()
    await context.sync()
    return ooxml.value
  })
  expect(text).toContain('pkg:name="/word/document.xml"')
  expect(text).toContain('w:styleId="Heading1"')
  const { host } = openDocument()
  await Word.run(async (context) => {
    context.document.body.insertOoxml(text, 'Replace')
    await context.sync()
  })
  expect(part(opened(await host.document.bytes()), 'word/document.xml')).toContain('Second line')
})

test('paragraphs, tables and properties read and write', async () => {
  const { host } = openDocument(minutes)
  await Word.run(async (context) => {
    const { body, properties } = context.document
    const added = body.insertParagraph('Actions', 'End')
    added.styleBuiltIn = 'Heading1'
    body.tables.load('items/values,items/rowCount,items/headerRowCount')
    body.paragraphs.load('items/text,items/styleBuiltIn')
    properties.title = 'Annual review'
    await context.sync()
    expect(body.tables.items[0]?.values).toEqual([['Outcome', 'Good']])
    expect(body.paragraphs.items.at(-1)).toMatchObject({ text: 'Actions', styleBuiltIn: 'Heading1' })
    const [table] = body.tables.items
    if (table) table.values = [['Outcome', 'Very good']]
    await context.sync()
  })
  const files = opened(await host.document.bytes())
  expect(part(files, 'docProps/core.xml')).toContain('<dc:title>Annual review</dc:title>')
  expect(part(files, 'word/document.xml')).toContain('Very good')
})

test('text goes in where the cursor is, and the pane hears that the selection changed', async () => {
  const { word, select } = openDocument(smallDocx(paragraph('Hello world')))
  let heard = 0
  await new Promise<void>((resolve) => {
    Office.context.document.addHandlerAsync(
      Office.EventType.DocumentSelectionChanged,
      () => void heard++,
      () => resolve(),
    )
  })
  const parent = word.body.getElementsByTagNameNS('*', 'p')[0]
  if (!parent) throw new Error('no paragraph')
  select({ place: { parent, after: null, until: null }, from: 6, to: 11 })
  await expect.poll(() => heard).toBe(1)
  await Word.run(async (context) => {
    const range = context.document.getSelection()
    range.load('text')
    await context.sync()
    expect(range.text).toBe('world')
    range.insertText('reader', 'Replace')
    context.document.body.load('text')
    await context.sync()
    expect(context.document.body.text).toBe('Hello reader')
  })
})

test('no fault of the host was hidden', () => {
  expect(faults).toEqual([])
})
