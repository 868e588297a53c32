import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { provenanceOf } from '../../src/documents/provenance.ts'
import { readBack } from '../../src/documents/readBack.ts'
import type { ReviewFile } from '../../src/documents/reviewFile.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { ownAfter, planBack, planUpdate, type UpdatePlan } from '../../src/documents/update.ts'
import { identityXml } from '../../src/documents/word/parts.ts'
import { insertDocument } from '../../src/host/word.ts'
import { ownPartIds, readOwnPart, settleOwnPart, writeOwnPart } from '../../src/host/wordParts.ts'
import { readOpenMinutes, selectField, writable, writeFields } from '../../src/host/wordUpdate.ts'
import type { ReadDocument } from '../../src/documents/readControls.ts'
import type { WordHost } from '../../src/emulator/office/word/openWord.ts'
import { fullFile, reviewKey } from '../documents/madeUpReview.ts'
import { faults, openDocument, startOffice } from './wordHost.ts'

const today = '2026-03-10'
const rv = (field: string) => `rv.${reviewKey}.${field}`
const changed = (file: ReviewFile, values: Partial<ReviewFile['review']>): ReviewFile => ({
  ...file,
  review: { ...file.review, ...values },
})
const partOf = async (host: WordHost['host'], name: string) =>
  strFromU8(unzipSync(new Uint8Array(await host.document.bytes()))[name]!)
const documentOf = (host: WordHost['host']) => partOf(host, 'word/document.xml')

const planned = (file: ReviewFile, document: ReadDocument): UpdatePlan => {
  const plan = planUpdate(file, document, today, writable())
  if ('refused' in plan) throw new Error(plan.refused.why)
  return plan
}
const update = (file: ReviewFile) => writeFields((document) => planned(file, document).set)

/** The document with our part, as the pane leaves it after an insertion. */
const inserted = async (file: ReviewFile): Promise<WordHost> => {
  const opened = openDocument()
  const content = reviewMinutes(file, today)
  const before = await ownPartIds()
  await insertDocument(docxOf(content), 'replace')
  expect(await settleOwnPart(identityXml(content.identity, provenanceOf(content)), before, before)).toBe(true)
  return opened
}
const control = ({ word }: WordHost, tag: string): Element =>
  [...word.body.getElementsByTagName('w:sdt')].find((sdt) =>
    [...sdt.getElementsByTagName('w:tag')].some((one) => one.getAttribute('w:val') === tag),
  )!
/** As Word leaves a control in which a person typed. */
const type = (host: WordHost, tag: string, text: string): void => {
  const sdt = control(host, tag)
  for (const mark of [...sdt.getElementsByTagName('w:showingPlcHdr')]) mark.parentNode!.removeChild(mark)
  const texts = [...sdt.getElementsByTagName('w:t')]
  texts[0]!.textContent = text
  for (const rest of texts.slice(1)) rest.textContent = ''
}
/** A document without what stands in these fields. */
const without = (xml: string, tags: readonly string[]): string =>
  tags.reduce(
    (text, tag) =>
      text.replace(
        new RegExp(`(<w:tag w:val="${tag}"/>)(.*?<w:sdtContent>).*?(</w:sdtContent>)`, 's'),
        (_, name: string, properties: string) => name + properties.replace('<w:showingPlcHdr/>', ''),
      ),
    xml,
  )

beforeAll(async () => {
  await startOffice()
})

test('after an insertion the file says of which review it is and what each field said, once', async () => {
  const file = fullFile()
  const { host } = await inserted(file)
  expect(host.document.customXml.list()).toHaveLength(1)
  const { identity, provenance } = await readOwnPart()
  expect(identity?.keys['review']).toBe(reviewKey)
  expect(provenance?.said.size).toBeGreaterThan(50)
})

test('minutes inserted again leave one part where Word brings none along', async () => {
  const file = fullFile()
  const content = reviewMinutes(file, today)
  const xml = identityXml(content.identity, provenanceOf(content))
  const { host } = await inserted(file)
  const before = await ownPartIds()
  await insertDocument(docxOf(content), 'replace')
  expect(await settleOwnPart(xml, before, before)).toBe(true)
  const after = await ownPartIds()
  expect([after.length, after[0] === before[0]]).toEqual([1, false])
  expect(host.document.customXml.list()).toHaveLength(1)
  expect((await readOwnPart()).provenance).toEqual(provenanceOf(content))
})

test('Update writes what the record changed, and nothing else of the document changes by a byte', async () => {
  const file = fullFile()
  const opened = await inserted(file)
  type(opened, rv('chair'), 'Mrs Typed')
  type(opened, rv('notWorking'), 'Assemblies, typed & kept')
  const later = changed(file, { working: 'Quiet corner <every> day', place: 'Hall', chair: 'Mr Meanwhile' })
  const before = await documentOf(opened.host)
  const batches = opened.host.rich.batches.length
  const { done, refused, tracked } = await update(later)
  expect(opened.host.rich.batches.length - batches).toBe(2)
  expect([refused, tracked]).toEqual([[], false])
  const touched = done.map(({ tag }) => tag)
  expect(touched.toSorted()).toEqual([rv('place'), rv('working')])
  const after = await documentOf(opened.host)
  expect(after).not.toBe(before)
  expect(without(after, touched)).toBe(without(before, touched))
  expect(after).toContain('Mrs Typed')
  expect(after).toContain('Assemblies, typed &amp; kept')
  const read = readBack(later, await readOpenMinutes(), today)
  expect(
    'refused' in read ? null : read.differences.map(({ field, since }) => [field, since]).toSorted(),
  ).toEqual([
    ['chair', 'both'],
    ['notWorking', 'document'],
  ])
  expect(faults).toEqual([])
})

test('what was written is what the file says of itself afterwards, so that the next change is known too', async () => {
  const file = fullFile()
  await inserted(file)
  const first = changed(file, { working: 'First' })
  const { document, done } = await update(first)
  const own = ownAfter(first, document, new Map(done.map(({ tag, to }) => [tag, to])), today)
  expect(await writeOwnPart(identityXml(own.identity, own.provenance), await ownPartIds())).toBe(true)
  expect(await ownPartIds()).toHaveLength(1)
  const second = changed(file, { working: 'Second' })
  expect(planned(second, await readOpenMinutes()).set.map(({ from, to }) => [from, to])).toEqual([
    ['First', 'Second'],
  ])
})

test('a field that the record emptied shows its placeholder again', async () => {
  const file = fullFile()
  const opened = await inserted(file)
  const { done } = await update(changed(file, { working: null }))
  expect(done.map(({ to }) => to)).toEqual([''])
  const sdt = control(opened, rv('working'))
  expect(sdt.getElementsByTagName('w:showingPlcHdr')).toHaveLength(1)
  expect(sdt.textContent).toMatch(/^\[.*\]$/)
})

test('an update is put back where nobody wrote since, and only there', async () => {
  const file = fullFile()
  const opened = await inserted(file)
  const before = await documentOf(opened.host)
  const { done } = await update(changed(file, { working: 'Quiet corner', place: 'Hall' }))
  type(opened, rv('place'), 'Library')
  const back = await writeFields((document) => planBack(done, document))
  expect(back.done.map(({ tag, to }) => [tag, to])).toEqual([[rv('working'), file.review.working]])
  const after = await documentOf(opened.host)
  expect(after).toContain('Library')
  expect(without(after, [rv('place')])).toBe(without(before, [rv('place')]))
})

test('locked, commented and half-accepted fields, and choices this Word doesn’t give, are left and said', async () => {
  const file = fullFile()
  const opened = await inserted(file)
  const put = (tag: string, xml: string, into: 'w:sdtPr' | 'w:sdtContent') => {
    const place = control(opened, tag).getElementsByTagName(into)[0]!
    const made = opened.word.body.ownerDocument.createElementNS(place.namespaceURI, xml)
    place.insertBefore(made, place.firstChild)
    return made
  }
  put(rv('place'), 'w:lock', 'w:sdtPr').setAttributeNS(
    control(opened, rv('place')).namespaceURI,
    'w:val',
    'sdtContentLocked',
  )
  put(rv('working'), 'w:commentRangeStart', 'w:sdtContent')
  put(rv('notWorking'), 'w:del', 'w:sdtContent')
  const later = changed(file, {
    place: 'Hall',
    working: 'Other',
    notWorking: 'Other',
    recommendation: 'maintain',
    chair: 'Mr Stone',
  })
  const plan = planned(later, await readOpenMinutes())
  expect(plan.set.map(({ tag }) => tag)).toEqual([rv('chair')])
  expect(Object.fromEntries(plan.left.map(({ tag, why }) => [tag.split('.')[2], why]))).toEqual({
    place: 'locked',
    working: 'commented',
    notWorking: 'tracked',
    recommendation: 'byHand',
  })
})

test('a field that was taken out of the document is named where the record changed since', async () => {
  const file = fullFile()
  const opened = await inserted(file)
  const sdt = control(opened, rv('working'))
  sdt.parentNode!.removeChild(sdt)
  const plan = planned(changed(file, { working: 'Other' }), await readOpenMinutes())
  expect(plan.left.map(({ tag, why, record }) => [tag, why, record])).toEqual([
    [rv('working'), 'deleted', 'Other'],
  ])
  expect(planned(file, await readOpenMinutes()).left).toEqual([])
})

test('a field that stands twice is written twice where both are as inserted, and left where one was typed in', async () => {
  const file = fullFile()
  const opened = await inserted(file)
  const sdt = control(opened, rv('working'))
  sdt.parentNode!.appendChild(sdt.cloneNode(true))
  const later = changed(file, { working: 'Other' })
  expect(planned(later, await readOpenMinutes()).set).toMatchObject([{ tag: rv('working'), count: 2 }])
  type(opened, rv('working'), 'Typed in one')
  const plan = planned(later, await readOpenMinutes())
  expect(plan.set).toEqual([])
  expect(plan.left.map(({ tag, why }) => [tag, why])).toEqual([[rv('working'), 'twice']])
})

test('with Track changes on, what Update writes is tracked and reads as written', async () => {
  const file = fullFile()
  const opened = await inserted(file)
  opened.word.tracking = true
  const later = changed(file, { working: 'Tracked text' })
  const { tracked, done } = await update(later)
  expect([tracked, done.length]).toEqual([true, 1])
  expect(control(opened, rv('working')).getElementsByTagName('w:ins')).toHaveLength(1)
  expect(planned(later, await readOpenMinutes()).set).toEqual([])
})

test('a field is selected by its tag, and one that isn’t there is said not to be', async () => {
  await inserted(fullFile())
  expect(await selectField(rv('working'))).toBe(true)
  expect(await selectField(rv('nothing'))).toBe(false)
})
