import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { AuthorityPack } from '../../src/domain/records/authorityPack.ts'
import { fullName, Pupil } from '../../src/domain/records/pupil.ts'
import { readXlsx } from '../../src/importing/readXlsx.ts'
import { westmoor } from '../documents/costing/sheets.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

test('an authority’s locked costing sheet is looked through once and filled for a pupil', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  await goTo(local, 'school/forms')
  const part = frame.getByRole('region', { name: 'Costing sheets' })
  await part.getByRole('button', { name: 'Add a costing sheet' }).waitFor()
  const input = part.getByLabel('An authority’s costing sheet')
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

  // What is no workbook is refused in words, and nothing is kept.
  await input.setInputFiles({ name: 'map.xlsx', mimeType: type, buffer: Buffer.from('not a workbook') })
  await part
    .getByText(/Reading this costing sheet/)
    .first()
    .waitFor()

  await input.setInputFiles({ name: 'map.xlsx', mimeType: type, buffer: Buffer.from(westmoor(12)) })
  const role = part.getByRole('combobox', { name: 'What goes into the column Delivered by' })
  await role.waitFor()
  expect(await role.inputValue()).toBe('Delivered by (role)')
  await part.getByText('The authority’s own formula').waitFor()
  await local.shot('costing-map-1440')
  expect(await seriousOn(local)).toEqual([])
  await part.getByRole('textbox', { name: 'Local authority' }).fill('Westmoor')
  await part.getByRole('button', { name: 'Keep this form' }).click()
  await part.getByText(/3 cells and 7 columns come from the record/).waitFor()
  const records = recordsOf(local)
  expect((await records.store(AuthorityPack).all()).records.map(({ kind }) => kind)).toContain('costing')

  const today = new Date().toISOString().slice(0, 10)
  const lines = (await records.store(Allocation).all()).records.filter(
    ({ from, until, external }) => from <= today && (until === null || until >= today) && external === null,
  )
  const pupil = (await records.store(Pupil).all()).records.find(
    ({ key, status }) => status === 'K' && lines.some((line) => line.pupil === key),
  )!
  await goTo(local, `pupil/${pupil.key}/provision`)
  await frame.getByRole('button', { name: 'Costing sheet of Westmoor' }).click()
  await frame.getByRole('button', { name: 'Fill the sheet' }).click()
  await frame.getByText(/cells filled\. The authority’s formulas are as they were/).waitFor()
  await local.shot('costing-filled-1440')
  const coming = page.waitForEvent('download')
  await frame.getByRole('button', { name: 'Download the filled sheet' }).click()
  await forWhom(local, 'Local authority')
  const download = await coming
  expect(download.suggestedFilename()).not.toContain(pupil.surname)
  const path = join(await mkdtemp(join(tmpdir(), 'goldthread-costing-')), 'filled.xlsx')
  await download.saveAs(path)
  const read = readXlsx(new Uint8Array(await readFile(path)))
  if (read.kind !== 'workbook') throw new Error(read.why)
  expect(read.sheets[0]!.rows.flatMap(({ cells }) => cells)).toContain(fullName(pupil))
})
