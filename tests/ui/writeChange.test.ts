import { expect, test } from 'vitest'
import { Action } from '../../src/domain/records/action.ts'
import { blank } from '../../src/domain/record.ts'
import { writeChange } from '../../src/taskpane/minutes/writeChange.ts'
import { keyNumbered, stored } from '../documents/madeUpReview.ts'

const key = keyNumbered(910_001)
const given = { what: 'Ring home', status: 'open' } as const

test('a row typed where an archived record stood is a record again, with nothing of the older text', async () => {
  let row = {
    ...stored(Action, { what: 'Order the workbook', owner: 'Ann', status: 'done' }, key),
    archived: true,
    archivedReason: 'Deleted in Word' as string | null,
  }
  const store = {
    create: async () => row,
    update: async (_: unknown, changes: object) => (row = { ...row, ...changes }),
    restore: async () => (row = { ...row, archived: false, archivedReason: null }),
  }
  const made = await writeChange({ store: () => store } as never, {
    place: { type: Action, key, record: null, given: {}, called: 'A new action' },
    changes: { what: 'Ring home' },
    whole: blank(Action, given) as never,
    issue: null,
  })
  expect(made).toMatchObject({ what: 'Ring home', owner: null, status: 'open', archived: false })
})

test('what somebody else wrote meanwhile in the same empty row is not written over, and what they left out is added', async () => {
  const theirs = stored(Action, { what: 'Book the hall', status: 'open' }, key)
  const written: object[] = []
  const store = {
    create: async () => theirs,
    update: async (_: unknown, changes: object) => (written.push(changes), { ...theirs, ...changes }),
  }
  const write = (changes: object) =>
    writeChange({ store: () => store } as never, {
      place: { type: Action, key, record: null, given: { status: 'open' }, called: 'A new action' },
      changes: changes as never,
      whole: blank(Action, { ...given, ...changes }) as never,
      issue: null,
    })
  await expect(write({ what: 'Ring home' })).rejects.toMatchObject({
    trouble: { code: 'changed', theirs: { what: 'Book the hall' } },
  })
  expect(written).toEqual([])
  expect(await write({ what: 'Book the hall', owner: 'Ann' })).toMatchObject({ owner: 'Ann' })
  expect(written).toEqual([{ owner: 'Ann' }])
})
