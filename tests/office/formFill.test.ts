import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { exampleForms } from '../../src/documents/form/examples/examples.ts'
import { filledFile, readForm } from '../../src/documents/form/formFile.ts'
import { propose } from '../../src/documents/form/propose.ts'
import { layoutChange } from '../../src/documents/form/sameLayout.ts'
import { below, treeOf } from '../../src/documents/form/tree.ts'
import { openFile } from '../../src/host/openFile.ts'
import { fillOpenForm, readBackForm } from '../../src/host/wordForm.ts'
import { wordMatrix } from '../../src/emulator/office/requirementSets.ts'
import { eastmarch } from '../documents/forms/eastmarch.ts'
import { fenwick } from '../documents/forms/fenwick.ts'
import { loxley } from '../documents/forms/loxley.ts'
import { fullFile } from '../documents/madeUpReview.ts'
import { openDocument, startOffice } from './wordHost.ts'

beforeAll(startOffice)

const documentIn = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml']!)

/** What a form is made of, without the runs that say something and the numbers that each Word gives anew. */
const bones = (xml: string): string[] =>
  [...below(treeOf(xml), ({ name }) => name === 'r' || name === 'sdtPr')].map(({ name, attributes }) =>
    name.startsWith('bookmark') ? name : `${name} ${JSON.stringify(attributes)}`,
  )

/** Word has a paragraph below a table that ends a document; a file made without one gets it. */
const withEnd = (all: readonly string[]): string[] => {
  const end = all.findLastIndex((each) => each.startsWith('sectPr'))
  return [...all.slice(0, end), 'p {}', ...all.slice(end)]
}

/** What came between the elements that were there before; fails where one of those is gone or moved. */
const added = (before: readonly string[], after: readonly string[]): string[] => {
  let at = 0
  const came = after.filter((each) => each !== before[at] || !++at)
  expect(before.slice(at, at + 1)).toEqual([])
  return came
}

const filledOpen = (bytes: Uint8Array) => {
  const form = readForm(bytes)
  return filledFile(form, propose(form.form), fullFile(), '2026-03-20')
}

describe.each([
  ...exampleForms.map(({ authority, file }) => [authority, file] as const),
  ['Eastmarch', eastmarch] as const,
  ['Loxley', loxley] as const,
  ['Fenwick', fenwick] as const,
])('%s', (_, make) => {
  test('is filled where it is open, in two round trips, and keeps its layout', async () => {
    const { host } = openDocument(make())
    const filled = filledOpen(await openFile('Reading this form'))
    host.rich.batches.length = 0
    expect(await fillOpenForm(filled.bytes)).toBe('filled')
    // One asks whether changes are tracked, and one fills.
    expect(host.rich.batches).toHaveLength(2)
    expect(layoutChange(filled.xml, await readBackForm())).toBeNull()
    const [before, after] = [documentIn(make()), documentIn(await host.document.bytes())]
    const came = added(bones(before), bones(after))
    // Paragraphs of answers, and rows for people and actions beyond those that the form has, like its last.
    expect(came.filter((each) => !bones(before).includes(each) && !/^(?:p|tr|tc) /.test(each))).toEqual([])
  })

  test('is as it came when the empty form is put back', async () => {
    const { host } = openDocument(make())
    const empty = await openFile('Reading this form')
    await fillOpenForm(filledOpen(empty).bytes)
    await fillOpenForm(empty)
    const before = bones(documentIn(make()))
    expect([before, withEnd(before)]).toContainEqual(bones(documentIn(await host.document.bytes())))
    expect(layoutChange(documentIn(make()), await readBackForm())).toBeNull()
  })
})

const [westmoor] = exampleForms

test('what Word leaves out or brings in is told', () => {
  const filled = filledOpen(westmoor.file())
  const without = filled.xml
    .replace(/<w:tbl>.*?<\/w:tbl>/, '')
    .replace('Actions agreed', 'Actions agreed twice')
  expect(layoutChange(filled.xml, without)).toMatchObject({
    lost: expect.arrayContaining(['1. Child or young person']) as unknown,
    came: ['9. Actions agreed twice'],
    counts: [{ what: 'tables', was: 8, is: 7 }, { what: 'rows' }],
  })
})

test('nothing is written while changes are tracked: all of the form would be marked as new', async () => {
  const { host, word } = openDocument(westmoor.file())
  const before = documentIn(await host.document.bytes())
  word.tracking = true
  expect(await fillOpenForm(filledOpen(westmoor.file()).bytes)).toBe('tracked')
  expect(documentIn(await host.document.bytes())).toBe(before)
})

test('a Word below WordApi 1.5 reads the form, and leaves it as it is', async () => {
  const { host } = openDocument(westmoor.file(), { matrix: wordMatrix.low })
  const { bytes } = filledOpen(await openFile('Reading this form'))
  await expect(async () => fillOpenForm(bytes)).rejects.toMatchObject({ code: 'unsupported' })
  expect(documentIn(await host.document.bytes())).toBe(documentIn(westmoor.file()))
})

test('a form over 4 MB is told before Word is asked', async () => {
  openDocument(westmoor.file())
  await expect(async () => fillOpenForm(new Uint8Array(4 * 1024 * 1024 + 1))).rejects.toMatchObject({
    trouble: { code: 'document', why: 'tooLarge' },
  })
})
