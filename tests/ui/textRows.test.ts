import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { UnsavedText } from '../../src/domain/records/unsavedText.ts'
import { joined, without } from '../../src/ui/draft/joined.ts'
import { textRows } from '../../src/ui/draft/textRows.ts'
import { oakfieldSchool } from '../graph/oakfield.ts'

/** Pages of the SENCO over one local Graph. */
const openPages = async () => {
  const { as, admin } = await oakfieldSchool()
  const record = newKey()
  const settled: string[] = []
  const page = () =>
    textRows({
      store: as('senco').records.store(UnsavedText),
      owner: async () => 'person-1',
      recordType: 'Review',
      record,
      onSettled: ({ key }) => settled.push(key),
    })
  const rows = async () => (await as('senco').records.store(UnsavedText).allWithArchived()).records
  return { page, rows, settled, admin }
}

test('text is kept in one row, changed there, and leaves nothing behind when it is settled', async () => {
  const { page, rows, settled } = await openPages()
  const first = page()
  await first.keep('meetingDate', { typed: '10/', before: '2026-03-01' })
  await first.keep('meetingDate', { typed: '10/3', before: '2026-03-01' })
  expect(await rows()).toMatchObject([{ typed: '10/3', before: '2026-03-01', archived: false }])
  await first.settle('meetingDate')
  expect(await rows()).toMatchObject([{ typed: null, before: null, archived: true }])
  expect(settled).toHaveLength(1)
  await first.keep('meetingDate', { typed: 'soon', before: '' })
  expect(await rows()).toMatchObject([{ typed: 'soon', archived: false }])
})

test('a page that was opened later settles what an earlier one kept', async () => {
  const { page, rows } = await openPages()
  await page().keep('place', { typed: 'Room 4', before: '' })
  await page().settle('place')
  expect(await rows()).toMatchObject([{ typed: null, archived: true }])
})

test('two pages of one person on one field make one row that holds both texts, and each settles its own', async () => {
  const { page, rows } = await openPages()
  const [one, other] = [page(), page()]
  await one.keep('place', { typed: 'Room 4', before: '' })
  await other.keep('place', { typed: 'Hall', before: '' })
  await one.keep('place', { typed: 'Room 5', before: '' })
  const [row, ...more] = await rows()
  expect(more).toEqual([])
  expect(row!.typed).toMatch(/^Room 5[^]*Hall$/)
  await one.settle('place')
  expect(await rows()).toMatchObject([{ typed: 'Hall', archived: false }])
  await other.settle('place')
  expect(await rows()).toMatchObject([{ typed: null, archived: true }])
})

test.each([
  ['was done', 'lostAfter'],
  ['was not done', 'lostBefore'],
] as const)('a keeping that %s and not answered leaves no old text behind', async (_, answer) => {
  const { page, rows, admin } = await openPages()
  const [one, other] = [page(), page()]
  await other.keep('place', { typed: 'Hall', before: '' })
  await one.keep('place', { typed: 'Room 4', before: '' })
  admin.fault({ answer, method: 'PATCH' })
  admin.fault({ answer: { status: 503 }, times: 60 })
  await expect(one.keep('place', { typed: 'Room 5', before: '' })).rejects.toThrow('No answer')
  admin.clearFaults()
  await one.keep('place', { typed: 'Room 6', before: '' })
  expect((await rows())[0]!.typed).toMatch(/^Room 6[^]*Hall$/)
  expect((await rows())[0]!.typed).not.toMatch(/Room [45]/)
  await one.settle('place')
  expect(await rows()).toMatchObject([{ typed: 'Hall', archived: false }])
})

test('settling where nothing was kept makes no row', async () => {
  const { page, rows } = await openPages()
  await page().settle('place')
  expect(await rows()).toEqual([])
})

test('a text takes the place of what its page had kept, beside those of other pages', () => {
  const both = joined('B', null, 'A')
  expect(without(both, 'A')).toBe('B')
  expect(joined('A2', 'A', both)).toMatch(/^A2[^]*B$/)
  expect(joined('A', 'A', 'A')).toBe('A')
})
