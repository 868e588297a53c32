import { beforeAll, expect, test } from 'vitest'
import { Action } from '../../src/domain/records/action.ts'
import { Contributor } from '../../src/domain/records/contributor.ts'
import { SectionChange } from '../../src/domain/records/sectionChange.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { changesOf, readBack } from '../../src/documents/readBack.ts'
import type { ReviewFile } from '../../src/documents/reviewFile.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { placesOf } from '../../src/documents/reviewPlaces.ts'
import { differencesOfRow } from '../../src/documents/rows/rowAnswers.ts'
import { rowsIn } from '../../src/documents/rows/rowsIn.ts'
import { rowToBind } from '../../src/documents/rows/rowToBind.ts'
import { insertDocument, readOpenDocument } from '../../src/host/word.ts'
import { changeRows } from '../../src/host/wordRows.ts'
import { fullFile, keyNumbered, pupilKey, reviewKey, stored } from '../documents/madeUpReview.ts'
import { faults, openDocument, refusal, startOffice } from './wordHost.ts'

const today = '2026-03-10'
const files = fullFile()
const bytesOf = (file: ReviewFile) => docxOf(reviewMinutes(file, today))

beforeAll(startOffice)

const opened = async (file = files) => {
  const host = openDocument()
  await insertDocument(bytesOf(file), 'replace')
  host.host.rich.batches.length = 0
  return host
}
const read = async (file: ReviewFile) => rowsIn(file, await readOpenDocument(), today)
/** What Word does when a person presses Tab in the last cell of a list, and types. */
const typeRow = (head: string, cells: readonly string[]) =>
  Word.run(async (context) => {
    const { tables } = context.document.body
    tables.load('items/values')
    await context.sync()
    const table = tables.items.find(
      ({ values }) => values[0]![0] === head && values[0]!.length === cells.length,
    )!
    table.getCell(table.values.length - 1, 0).insertRows('After', 1, [[...cells]])
    await context.sync()
  })
const action = (what: string, key: string, more = {}) =>
  stored(Action, { pupil: pupilKey, review: reviewKey, what, status: 'open', ...more }, key)
const rowsText = (xml: string) => [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) => row)

test('records that came since the minutes were inserted get rows whose fields read back, and no other row is touched', async () => {
  const { host } = await opened()
  const before = rowsText((await readOpenDocument()).xml)
  const file: ReviewFile = {
    ...files,
    actions: [
      ...files.actions,
      action('Order the workbook', keyNumbered(700_001), { owner: 'Ann', due: '2026-05-01' }),
      action('First this\nthen that', keyNumbered(700_002)),
    ],
    contributors: [
      ...files.contributors,
      stored(Contributor, { review: reviewKey, name: 'Ola Fox', role: 'teacher' }, keyNumbered(700_003)),
    ],
    sectionChanges: [
      stored(SectionChange, { review: reviewKey, section: 'B', proposed: 'New words' }, keyNumbered(700_004)),
    ],
  }
  const { missing, gone } = await read(file)
  expect(missing.noTable).toEqual([])
  host.rich.batches.length = 0
  const done = await changeRows({ add: missing.rows, remove: gone })
  expect(host.rich.batches).toHaveLength(2)
  expect(done).toMatchObject({ typed: [], moved: [], tracked: false })
  expect(done.added).toHaveLength(missing.rows.length)
  expect(done.removed).toHaveLength(1)
  const after = rowsText((await readOpenDocument()).xml)
  expect(before.filter((row) => !after.includes(row))).toHaveLength(1)
  expect(after).toHaveLength(before.length + missing.rows.length - 1)

  const again = await readOpenDocument()
  const rows = rowsIn(file, again, today)
  expect(rows).toMatchObject({ added: [], known: [], deleted: [], gone: [], missing: { rows: [] } })
  expect(readBack(file, rows.document, today)).toMatchObject({
    differences: [],
    doubled: [],
    unmatched: [],
    missing: [],
  })
  expect(faults).toEqual([])
})

test('a typed row that became a record gets its controls, and a change in it is then one difference', async () => {
  const { host } = await opened()
  await typeRow('What', ['Ring home', 'Ann', '1/5/2026', ''])
  const [row] = (await read(files)).added
  const [change] = changesOf(
    differencesOfRow(
      row!,
      row!.choices.find(({ id }) => id === row!.likely)!,
    ),
  )
  const record = stored(Action, change!.whole as never, change!.place.key)
  const file = { ...files, actions: [...files.actions, record] }
  const place = placesOf(file).get(`ac.${record.key}`)!
  host.rich.batches.length = 0
  const done = await changeRows({ bind: [rowToBind(file, today, { ...row!, at: row!.at! }, place, false)] })
  expect(host.rich.batches).toHaveLength(2)
  expect(done).toMatchObject({ moved: [] })
  expect(done.bound).toHaveLength(1)
  const document = await readOpenDocument()
  const texts = document.controls.filter(({ tag }) => tag.startsWith(`ac.${record.key}.`))
  expect(texts.map(({ tag, text }) => [tag.split('.')[2], text])).toEqual([
    ['what', 'Ring home'],
    ['owner', 'Ann'],
    ['due', '1 May 2026'],
    ['status', 'To do'],
  ])
  expect(rowsIn(file, document, today)).toMatchObject({ added: [], known: [], missing: { rows: [] } })
  await Word.run(async (context) => {
    context.document.contentControls
      .getByTag(`ac.${record.key}.owner`)
      .getFirst()
      .insertText('Bob', 'Replace')
    await context.sync()
  })
  expect(readBack(file, await readOpenDocument(), today)).toMatchObject({
    differences: [{ field: 'owner', record: 'Ann', document: 'Bob' }],
  })
})

test('a copied row that became a record loses its original’s tags', async () => {
  const { word } = await opened()
  const what = `ac.${files.actions[0]!.key}.what`
  const control = [...word.body.getElementsByTagName('w:tag')].find(
    (tag) => tag.getAttribute('w:val') === what,
  )!
  let row: Element = control
  while (row.localName !== 'tr') row = row.parentNode as Element
  const copy = row.cloneNode(true) as Element
  copy.getElementsByTagName('w:t')[0]!.textContent = 'Order the workbook'
  row.parentNode!.insertBefore(copy, row.nextSibling)
  word.changed(row)
  const [added] = (await read(files)).added
  expect(added).toMatchObject({ how: 'copied' })
  const [change] = changesOf(differencesOfRow(added!, added!.choices[0]!))
  const record = stored(Action, change!.whole as never, change!.place.key)
  const file = { ...files, actions: [...files.actions, record] }
  const place = placesOf(file).get(`ac.${record.key}`)!
  await changeRows({ bind: [rowToBind(file, today, { ...added!, at: added!.at! }, place, true)] })
  const document = await readOpenDocument()
  expect(document.controls.filter(({ tag }) => tag === what)).toHaveLength(1)
  expect(readBack(file, document, today)).toMatchObject({ differences: [], doubled: [] })
  expect(rowsIn(file, document, today)).toMatchObject({ added: [], gone: [] })
})

test('a row whose record is archived goes only where nobody typed in it', async () => {
  const old = action('Old', keyNumbered(700_011))
  await opened({ ...files, actions: [...files.actions, old] })
  const { gone } = await read(files)
  expect(gone).toMatchObject([{ typed: true }])
  expect(await changeRows({ remove: gone })).toMatchObject({ removed: [], typed: [{ id: `ac.${old.key}` }] })
  const safe = gone.map((row) => ({ ...row, typed: false }))
  expect(await changeRows({ remove: safe })).toMatchObject({ removed: [{ id: `ac.${old.key}` }], typed: [] })
  expect((await read(files)).gone).toEqual([])
})

test('where somebody worked in the table meanwhile, the row is found by what it says, or left', async () => {
  await opened()
  const file = { ...files, actions: [...files.actions, action('Later', keyNumbered(700_021))] }
  const { missing } = await read(file)
  const [row] = missing.rows
  await Word.run(async (context) => {
    const { tables } = context.document.body
    tables.load('items/values')
    await context.sync()
    const at = tables.items[row!.beside.table]!
    at.getCell(row!.beside.row, 0).insertRows('Before', 1, [['Typed meanwhile', '', '', '']])
    await context.sync()
  })
  expect(await changeRows({ add: missing.rows })).toMatchObject({ added: [{}], moved: [] })
  expect(await read(file)).toMatchObject({ missing: { rows: [] }, added: [{ how: 'typed' }] })
  const lost = { ...row!, beside: { ...row!.beside, cells: ['What nobody wrote'] } }
  expect(await changeRows({ add: [lost] })).toMatchObject({ added: [], moved: [{}] })
})

test('under tracked changes rows come as insertions and go as deletions, and read back as accepted', async () => {
  const { word } = await opened()
  word.tracking = true
  const file = {
    ...files,
    actions: [...files.actions, action('Later', keyNumbered(700_031), { owner: 'Ann' })],
  }
  const { missing } = await read(file)
  expect(await changeRows({ add: missing.rows })).toMatchObject({ tracked: true, added: [{}] })
  expect(await read(file)).toMatchObject({ missing: { rows: [] }, added: [], deleted: [] })
  const { gone } = await read(files)
  await changeRows({ remove: gone.map((row) => ({ ...row, typed: false })) })
  expect(await read(files)).toMatchObject({ gone: [], added: [] })
})

test('a table refuses cells and rows that it has not', async () => {
  await opened()
  expect(
    await refusal(async (context) => {
      const tables = context.document.body.tables
      tables.load('items')
      await context.sync()
      tables.items[0]!.getCell(99, 0).value = 'x'
      await context.sync()
    }),
  ).toMatchObject({ code: 'ItemNotFound' })
})
