import { beforeAll, expect, test } from 'vitest'
import { nodeXml } from '../../src/emulator/office/nodeXml.ts'
import { openWord } from '../../src/emulator/office/word/openWord.ts'
import { opened, paragraph, part, smallDocx } from './smallDocx.ts'
import { openDocument, startOffice } from './wordHost.ts'

beforeAll(async () => {
  await startOffice()
})

/** What a Common API call gives its callback; rejects with the call's own error. */
const answered = <T>(call: (callback: (result: Office.AsyncResult<T>) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    call((result) =>
      result.status === Office.AsyncResultStatus.Succeeded
        ? resolve(result.value)
        : reject(result.error as unknown as Error),
    )
  })

const settingName = 'Office.AutoShowTaskpaneWithDocument'

test('a setting is in the file after saveAsync, not before, and is read from the file again', async () => {
  const { host } = openDocument()
  const { settings } = Office.context.document
  settings.set(settingName, true)
  expect(Object.keys(opened(await host.document.bytes())).join()).not.toContain('webextension')
  await answered((done) => settings.saveAsync(done))
  const bytes = await host.document.bytes()
  expect(part(opened(bytes), 'word/webextensions/webextension1.xml')).toContain(
    `name="${settingName}" value="true"`,
  )
  expect(openWord(bytes, nodeXml()).host.document.settings.get(settingName)).toBe('true')
})

test('a custom XML part is added, found by its namespace, read, saved, found in the file again and deleted', async () => {
  const { host } = openDocument()
  const { customXmlParts } = Office.context.document
  const xml = '<review xmlns="urn:goldthread:review"><key>01ABC &amp; 02</key></review>'
  await answered<Office.CustomXmlPart>((done) => customXmlParts.addAsync(xml, done))
  const found = await answered<Office.CustomXmlPart[]>((done) =>
    customXmlParts.getByNamespaceAsync('urn:goldthread:review', done),
  )
  expect(found).toHaveLength(1)
  const [mine] = found
  if (!mine) throw new Error('not found')
  expect(await answered<string>((done) => mine.getXmlAsync(done))).toBe(xml)
  const again = openWord(await host.document.bytes(), nodeXml()).host.document.customXml.list()
  expect(again).toMatchObject([{ namespace: 'urn:goldthread:review', xml, id: mine.id }])
  await answered<void>((done) => mine.deleteAsync(done))
  expect(Object.keys(opened(await host.document.bytes())).join()).not.toContain('customXml')
})

test('XML that is not well formed is not added', async () => {
  const { host } = openDocument()
  const { customXmlParts } = Office.context.document
  await expect(answered((done) => customXmlParts.addAsync('<open>', done))).rejects.toBeDefined()
  expect(Object.keys(opened(await host.document.bytes())).join()).not.toContain('customXml')
})

test('the whole file comes in slices and is a document again', async () => {
  const bytes = smallDocx(paragraph('All of it'))
  openDocument(bytes)
  const file = await answered<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: 512 }, done),
  )
  const slices: number[] = []
  for (let at = 0; at < file.sliceCount; at++) {
    const slice = await answered<Office.Slice>((done) => file.getSliceAsync(at, done))
    slices.push(...(slice.data as number[]))
  }
  await answered<void>((done) => file.closeAsync(done))
  expect(file.sliceCount).toBeGreaterThan(1)
  expect(part(opened(Uint8Array.from(slices)), 'word/document.xml')).toContain('All of it')
})

test('file name and theme are given; what is not here is refused and noted', async () => {
  const { host } = openDocument(undefined, { url: 'Minutes.docx' })
  const { url } = await answered<Office.FileProperties>((done) =>
    Office.context.document.getFilePropertiesAsync(done),
  )
  expect(url).toBe('Minutes.docx')
  expect(Office.context.officeTheme.bodyBackgroundColor).toBe('#ffffff')
  await expect(
    answered((done) => Office.context.document.getFileAsync(Office.FileType.Pdf, done)),
  ).rejects.toBeDefined()
  await expect(
    answered((done) =>
      Office.context.document.bindings.addFromNamedItemAsync('x', Office.BindingType.Text, done),
    ),
  ).rejects.toBeDefined()
  expect(host.refused).toHaveLength(1)
})
