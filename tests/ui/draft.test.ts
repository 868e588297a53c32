import { expect, test, vi } from 'vitest'
import { Problem, type Trouble } from '../../src/domain/problem.ts'
import { blank } from '../../src/domain/record.ts'
import { Review } from '../../src/domain/records/review.ts'
import { openDraft } from '../../src/ui/draft/openDraft.ts'
import type { AnyStored } from '../../src/ui/draft/types.ts'

const kept = {
  key: '01JZZZZZZZZZZZZZZZZZZZZZZZ',
  id: '1',
  archived: false,
  archivedReason: null,
  createdAt: '2026-03-10T09:00:00Z',
  createdBy: 'Sam Senco',
  modifiedAt: '2026-03-10T09:00:00Z',
  modifiedBy: 'Sam Senco',
}

/** A list of one row that checks If-Match as SharePoint does; `faults` are thrown first, in order. */
const open = (...faults: Trouble[]) => {
  vi.useFakeTimers({ now: new Date('2026-03-10T09:14:00Z') })
  const record = blank(Review, { pupil: kept.key, type: 'annual', stage: 'planning' })
  let row = { ...record, ...kept, etag: '1' } as AnyStored
  const writes: object[] = []
  const write = (changes: object, by: string) => {
    const version = Number(row.etag) + 1
    row = { ...row, ...changes, etag: String(version), modifiedAt: new Date().toISOString(), modifiedBy: by }
    return row
  }
  const store = {
    byKey: () => Promise.resolve(row),
    update: async (stored: AnyStored, changes: object) => {
      await new Promise((resolve) => {
        setTimeout(resolve, 100)
      })
      const fault = faults.shift()
      if (fault) throw new Problem(fault, 'Reviews')
      if (stored.etag !== row.etag)
        throw new Problem({ code: 'changed', mine: stored, theirs: row }, 'Reviews')
      writes.push(changes)
      return write(changes, 'Me')
    },
  }
  const draft = openDraft({ type: Review, stored: row, store, now: () => new Date(), onStored: () => {} })
  return { draft, writes, row: () => row, somebodyElse: (changes: object) => write(changes, 'Hana Head') }
}
const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

test('typing saves once, after a pause, with only what changed', async () => {
  const { draft, writes } = open()
  draft.set('place', 'R')
  draft.set('place', 'Room 4')
  expect(draft.stateOf('place')).toEqual({ is: 'unsaved' })
  await after(950)
  expect(draft.stateOf('place')).toEqual({ is: 'saving' })
  await after(100)
  expect(writes).toEqual([{ place: 'Room 4' }])
  expect(draft.stateOf('place')).toEqual({ is: 'saved', at: new Date('2026-03-10T09:14:01Z') })
  expect(draft.unsaved()).toBe(false)
})

test('what is typed while a save is on its way is saved after it', async () => {
  const { draft, writes } = open()
  draft.set('place', 'Room')
  await after(950)
  draft.set('place', 'Room 4')
  await after(2_000)
  expect(writes).toEqual([{ place: 'Room' }, { place: 'Room 4' }])
  expect(draft.valueOf('place')).toBe('Room 4')
})

test('leaving the field saves at once', async () => {
  const { draft, writes } = open()
  draft.set('place', 'Room 4')
  void draft.flush()
  await after(110)
  expect(writes).toEqual([{ place: 'Room 4' }])
})

test('someone else’s change to another field is taken in silently and both are kept', async () => {
  const { draft, row, somebodyElse } = open()
  somebodyElse({ chair: 'Hana Head' })
  draft.set('place', 'Room 4')
  await after(3_000)
  expect(row()).toMatchObject({ chair: 'Hana Head', place: 'Room 4' })
  expect(draft.valueOf('chair')).toBe('Hana Head')
  expect(draft.stateOf('place').is).toBe('saved')
})

test('two texts for the same field are both kept until the person chooses', async () => {
  const { draft, row, somebodyElse } = open()
  somebodyElse({ place: 'Hall' })
  draft.set('place', 'Room 4')
  draft.set('chair', 'Me')
  await after(3_000)
  expect(draft.stateOf('place')).toMatchObject({ is: 'differs', theirs: 'Hall', by: 'Hana Head' })
  expect(draft.valueOf('place')).toBe('Room 4')
  expect(row()).toMatchObject({ place: 'Hall', chair: 'Me' })
  expect(draft.unsaved()).toBe(true)
  draft.keepMine('place')
  await after(3_000)
  expect(row()).toMatchObject({ place: 'Room 4' })
})

test('taking theirs drops mine, and editing while they differ writes nothing yet', async () => {
  const { draft, row, somebodyElse } = open()
  somebodyElse({ place: 'Hall' })
  draft.set('place', 'Room 4')
  await after(3_000)
  draft.set('place', 'Hall or room 4')
  await after(3_000)
  expect(row()['place']).toBe('Hall')
  draft.takeTheirs('place')
  expect(draft.valueOf('place')).toBe('Hall')
  expect(draft.unsaved()).toBe(false)
})

test('429: the text is kept, the time of the next try is said, and it is tried then and not before', async () => {
  const until = '2026-03-10T09:16:00Z'
  const { draft, writes } = open({ code: 'busy', until })
  draft.set('place', 'Room 4')
  await after(1_100)
  expect(draft.stateOf('place')).toMatchObject({ is: 'notSaved', retryAt: new Date(until) })
  draft.set('chair', 'Me')
  expect(draft.stateOf('chair')).toMatchObject({ is: 'notSaved', retryAt: new Date(until) })
  await after(60_000)
  expect(writes).toEqual([])
  await after(60_000)
  expect(writes).toEqual([{ place: 'Room 4', chair: 'Me' }])
})

test('503 and no network are tried again by themselves until it works', async () => {
  const { draft, writes } = open({ code: 'busy' }, { code: 'offline' }, { code: 'unexpected' })
  draft.set('place', 'Room 4')
  await after(1_100)
  expect(draft.stateOf('place')).toMatchObject({ is: 'notSaved', trouble: { code: 'busy' } })
  expect(draft.valueOf('place')).toBe('Room 4')
  await after(120_000)
  expect(writes).toEqual([{ place: 'Room 4' }])
})

test('signed out: nothing is sent again until the person has signed in, and nothing is lost', async () => {
  const { draft, writes } = open({ code: 'signedOut' })
  draft.set('childHard', 'Loud rooms')
  await after(600_000)
  expect(draft.stateOf('childHard')).toEqual({
    is: 'notSaved',
    trouble: { code: 'signedOut' },
    retryAt: null,
  })
  expect(draft.unsaved()).toBe(true)
  // Leaving another field, perhaps for the button that signs in, is not signing in.
  void draft.flush()
  await after(200)
  expect(draft.stateOf('childHard')).toMatchObject({ is: 'notSaved' })
  void draft.flush(true)
  await after(200)
  expect(writes).toEqual([{ childHard: 'Loud rooms' }])
})

test('a field that SharePoint refuses says why and does not hold up the others', async () => {
  const { draft, writes } = open({ code: 'refused', field: 'place', why: 'Too long' })
  draft.set('place', 'Room 4')
  draft.set('chair', 'Me')
  await after(3_000)
  expect(draft.stateOf('place')).toEqual({ is: 'wrong', message: 'Too long' })
  expect(writes).toEqual([{ chair: 'Me' }])
})

test('a value that breaks a rule of the record stays on the screen with the rule, the rest is saved', async () => {
  const { draft, writes } = open()
  draft.set('meetingDate', '2026-03-20')
  await after(2_000)
  draft.set('reportSent', '2026-03-01')
  draft.set('place', 'Room 4')
  await after(2_000)
  expect(draft.stateOf('reportSent')).toMatchObject({ is: 'wrong' })
  expect(draft.valueOf('reportSent')).toBe('2026-03-01')
  expect(writes).toEqual([{ meetingDate: '2026-03-20' }, { place: 'Room 4' }])
})

test('text that is no value yet is kept as typed', () => {
  const { draft } = open()
  draft.setWrong('meetingDate', 'soonish', 'Meeting is a date, such as 10 Mar 2026')
  expect(draft.typedOf('meetingDate')).toBe('soonish')
  expect(draft.unsaved()).toBe(true)
})

test('a newer version read from the list appears where nothing was typed', () => {
  const { draft, somebodyElse } = open()
  draft.set('place', 'Room 4')
  vi.setSystemTime(new Date('2026-03-10T09:20:00Z'))
  draft.receive(somebodyElse({ chair: 'Hana Head' }))
  expect(draft.valueOf('chair')).toBe('Hana Head')
  expect(draft.valueOf('place')).toBe('Room 4')
})
