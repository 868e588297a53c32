import { beforeAll, expect, test } from 'vitest'
import { documentState } from '../../src/documents/documentState.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { readBack } from '../../src/documents/readBack.ts'
import { readControls } from '../../src/documents/readControls.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { insertDocument, readOpenDocument } from '../../src/host/word.ts'
import { crowdedFile } from '../documents/crowdedReview.ts'
import { faults, openDocument, startOffice } from './wordHost.ts'

const today = '2026-03-10'
beforeAll(async () => {
  await startOffice()
})

test('a review with 12 outcomes, 20 people and 40 actions goes in with one round trip and comes back with one', async () => {
  const file = crowdedFile()
  const bytes = docxOf(reviewMinutes(file, today))
  const { host, word } = openDocument()
  await insertDocument(bytes, 'replace')
  expect(host.rich.batches).toHaveLength(1)
  const last = file.actions.at(-1)!
  const control = [...word.body.getElementsByTagName('w:sdt')].find((sdt) =>
    [...sdt.getElementsByTagName('w:tag')].some((tag) => tag.getAttribute('w:val') === `ac.${last.key}.what`),
  )!
  control.getElementsByTagName('w:t')[0]!.textContent = 'Done by June'
  const found = readBack(file, await readOpenDocument(), today)
  expect(host.rich.batches).toHaveLength(2)
  expect(found).toMatchObject({
    differences: [{ record: last.what, document: 'Done by June' }],
    doubled: [],
    missing: [],
  })
  expect(faults).toEqual([])
})

test('a document of 300 pages with photos is read in one round trip, and what is in it found in moments', async () => {
  const file = crowdedFile()
  const { host, word } = openDocument()
  await insertDocument(docxOf(reviewMinutes(file, today)), 'replace')
  // About 45 paragraphs to a page, as Word writes them: several runs each, with the marks of its spelling check.
  const paragraph = `<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr><w:spacing w:after="120"/></w:pPr>${'<w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00A77B3E"><w:rPr><w:sz w:val="22"/></w:rPr><w:t xml:space="preserve">Seventeen words of what was said, </w:t></w:r>'.repeat(3)}</w:p>`
  const photo = `<pkg:part pkg:name="/word/media/image1.jpg" pkg:contentType="image/jpeg" pkg:compression="store"><pkg:binaryData>${'A'.repeat(66_000_000)}</pkg:binaryData></pkg:part>`
  const { root } = host.document as { root: { body: { getOoxml(): string } } }
  const own = root.body.getOoxml()
  root.body.getOoxml = () =>
    own
      .replace('<w:sectPr', `${paragraph.repeat(300 * 45)}<w:sectPr`)
      .replace('</pkg:package>', `${photo}</pkg:package>`)
  expect(word.body.childNodes.length).toBeGreaterThan(0)
  const before = host.rich.batches.length
  const read = await readOpenDocument()
  expect(host.rich.batches).toHaveLength(before + 1)
  expect(readBack(file, read, today)).toMatchObject({ differences: [], missing: [] })
  // Word starts a pane anew that stands still for 5 seconds. What the library and this stand-in take is not ours.
  const text = read.xml.replace(/<pkg:binaryData>A+/, '<pkg:binaryData>')
  const started = process.cpuUsage()
  readControls(text)
  documentState(text)
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1000).toBeLessThan(1_500)
})
