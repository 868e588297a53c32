import { beforeAll, expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { provenanceOf } from '../../src/documents/provenance.ts'
import { readBack } from '../../src/documents/readBack.ts'
import type { ReviewFile } from '../../src/documents/reviewFile.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { ownAfter } from '../../src/documents/update.ts'
import { identityXml } from '../../src/documents/word/parts.ts'
import { Action } from '../../src/domain/records/action.ts'
import { insertDocument } from '../../src/host/word.ts'
import { ownPartIds, settleOwnPart, writeOwnPart } from '../../src/host/wordParts.ts'
import { readOpenMinutes } from '../../src/host/wordUpdate.ts'
import { type Brought, updateDocument } from '../../src/taskpane/minutes/updateDocument.ts'
import type { WordHost } from '../../src/emulator/office/word/openWord.ts'
import { fullFile, keyNumbered, reviewKey, stored } from '../documents/madeUpReview.ts'
import { faults, openDocument, startOffice } from './wordHost.ts'

const today = '2026-03-10'

const inserted = async (file: ReviewFile): Promise<WordHost> => {
  const opened = openDocument()
  const content = reviewMinutes(file, today)
  await insertDocument(docxOf(content), 'replace')
  expect(await settleOwnPart(identityXml(content.identity, provenanceOf(content)), [], [])).toBe(true)
  return opened
}
const brought = async (file: ReviewFile): Promise<Brought> => {
  const result = await updateDocument(file, today)
  if ('refused' in result) throw new Error(result.refused.why)
  const own = ownAfter(file, result.document, result.texts, today)
  await writeOwnPart(identityXml(own.identity, own.provenance), await ownPartIds())
  return result
}
const newAction = (n: number, what: string) =>
  stored(
    Action,
    { pupil: fullFile().pupil.key, review: reviewKey, what, owner: 'Mrs Lane', status: 'open' },
    keyNumbered(n),
  )
const rowOf = ({ word }: WordHost, tag: string): Element => {
  const sdt = [...word.body.getElementsByTagName('w:sdt')].find((one) =>
    [...one.getElementsByTagName('w:tag')].some((mark) => mark.getAttribute('w:val') === tag),
  )!
  let row = sdt.parentNode as Element
  while (row.nodeName !== 'w:tr') row = row.parentNode as Element
  return row
}

beforeAll(async () => {
  await startOffice()
})

test('a record that came since gets its row and a changed field its text, and the next reading finds nothing', async () => {
  const file = fullFile()
  const opened = await inserted(file)
  const action = newAction(800_001, 'Order the new visual timetable')
  const later: ReviewFile = {
    ...file,
    review: { ...file.review, working: 'Quiet corner' },
    actions: [...file.actions, action],
  }
  const { added, done, rowsLeft } = await brought(later)
  expect(added.map(({ place }) => place.key)).toEqual([action.key])
  expect(done.map(({ tag }) => tag.split('.')[2])).toEqual(['working'])
  expect(rowsLeft).toEqual([])
  expect(rowOf(opened, `ac.${action.key}.what`).textContent).toContain('Order the new visual timetable')
  expect(readBack(later, await readOpenMinutes(), today)).toMatchObject({
    differences: [],
    newer: [],
    doubled: [],
  })
  const again = await brought(later)
  expect([again.added, again.removed, again.done, again.rowsLeft]).toEqual([[], [], [], []])
  const changed = {
    ...later,
    actions: later.actions.map((one) => (one.key === action.key ? { ...one, owner: 'Mr Stone' } : one)),
  }
  expect((await brought(changed)).done.map(({ tag, to }) => [tag, to])).toEqual([
    [`ac.${action.key}.owner`, 'Mr Stone'],
  ])
  expect(faults).toEqual([])
})

test('a row that a person took out is not put in again, and is named', async () => {
  const file = fullFile()
  const action = newAction(800_001, 'Order the new visual timetable')
  const whole = { ...file, actions: [...file.actions, action] }
  const opened = await inserted(whole)
  const row = rowOf(opened, `ac.${action.key}.what`)
  row.parentNode!.removeChild(row)
  const { added, rowsLeft } = await brought(whole)
  expect(added).toEqual([])
  expect(rowsLeft.map(({ why }) => why)).toEqual(['takenOut'])
})

test('the row of an archived record goes, unless somebody typed in it', async () => {
  const file = fullFile()
  const [one, two] = [newAction(800_001, 'Ring the college'), newAction(800_002, 'Order a timetable')]
  const opened = await inserted({ ...file, actions: [...file.actions, one, two] })
  rowOf(opened, `ac.${two.key}.what`).getElementsByTagName('w:t')[0]!.textContent = 'Order two timetables'
  const { removed, rowsLeft } = await brought(file)
  expect(removed.map(({ says }) => says[0])).toEqual(['Ring the college'])
  expect(rowsLeft.map(({ why, called }) => [why, called])).toEqual([['typed', 'Order two timetables']])
  expect(opened.word.body.textContent).not.toContain('Ring the college')
  expect(opened.word.body.textContent).toContain('Order two timetables')
})
