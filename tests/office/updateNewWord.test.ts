import { beforeAll, expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { provenanceOf } from '../../src/documents/provenance.ts'
import { readBack } from '../../src/documents/readBack.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { wordMatrix } from '../../src/emulator/office/requirementSets.ts'
import { blankDocument } from '../../src/emulator/office/word/blank.ts'
import { insertDocument } from '../../src/host/word.ts'
import { ownPartIds, readOwnPart, settleOwnPart } from '../../src/host/wordParts.ts'
import { readOpenMinutes, selectField, writable, writeFields } from '../../src/host/wordUpdate.ts'
import { planUpdate } from '../../src/documents/update.ts'
import { fullFile, reviewKey } from '../documents/madeUpReview.ts'
import { faults, openDocument, startOffice } from './wordHost.ts'

const today = '2026-03-10'
const matrix = { ...wordMatrix.today, WordApi: '1.9' }
const open = () => openDocument(blankDocument(), { matrix })
const file = fullFile()
const content = reviewMinutes(file, today)
const rv = (field: string) => `rv.${reviewKey}.${field}`

// The library asks once, when it is loaded, what this Word can do.
beforeAll(async () => {
  open()
  await startOffice()
})

test('from WordApi 1.6 on our part comes along with the minutes, and stands alone after a second insertion', async () => {
  const { host } = open()
  for (let times = 0; times < 2; times++) {
    const before = await ownPartIds()
    await insertDocument(docxOf(content), 'replace')
    // Given something else, so that it would be seen if it were written.
    expect(
      await settleOwnPart(
        '<identity xmlns="urn:goldthread:document:1" kind="other" made=""/>',
        before,
        before,
      ),
    ).toBe(true)
    expect(host.document.customXml.list()).toHaveLength(1)
    expect(await readOwnPart()).toEqual({ identity: content.identity, provenance: provenanceOf(content) })
  }
})

test('from WordApi 1.9 on a list takes the record’s choice, and its first entry where the record has none', async () => {
  const { host, word } = open()
  await insertDocument(docxOf(content), 'replace')
  const later = {
    ...file,
    review: { ...file.review, recommendation: 'maintain' as const, placementSuitable: null, place: 'Hall' },
  }
  const batches = host.rich.batches.length
  const { done, refused } = await writeFields((document) => {
    const plan = planUpdate(later, document, today, writable())
    return 'refused' in plan ? [] : plan.set
  })
  expect(host.rich.batches.length - batches).toBe(3)
  expect([done.map(({ tag }) => tag.split('.')[2]).toSorted(), refused]).toEqual([
    ['place', 'placementSuitable', 'recommendation'],
    [],
  ])
  expect(word.body.textContent).toContain('Maintain the plan unchanged')
  expect(readBack(later, await readOpenMinutes(), today)).toMatchObject({
    differences: [],
    newer: [],
    doubled: [],
  })
  expect(await selectField(rv('recommendation'))).toBe(true)
  expect(faults).toEqual([])
})
