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
  const calls: string[] = []
  let lost = false
  let between: (() => void) | null = null
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
      write(changes, 'Me')
      if (lost) {
        lost = false
        throw new Problem({ code: 'offline' }, 'Reviews')
      }
      between?.()
      between = null
      return row
    },
  }
  let unkept = false
  const keeper = {
    keep: async (field: string, { typed }: { typed: string }) => {
      calls.push(`keep ${field} ${typed}`)
      if (unkept) throw new Problem({ code: 'offline' }, 'Unsaved text')
    },
    settle: async (field: string) => void calls.push(`settle ${field}`),
  }
  const draft = openDraft({
    type: Review,
    stored: row,
    store,
    now: () => new Date(),
    onStored: () => {},
    keeper,
  })
  return {
    draft,
    writes,
    calls,
    row: () => row,
    somebodyElse: (changes: object) => write(changes, 'Hana Head'),
    betweenWriteAndLook: (act: () => void) => (between = act),
    loseAnswer: () => (lost = true),
    loseKeeping: () => (unkept = true),
  }
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

test('somebody’s change that arrives with the answer to a save is not written over by what was typed meanwhile', async () => {
  const { draft, row, somebodyElse, betweenWriteAndLook } = open()
  betweenWriteAndLook(() => somebodyElse({ chair: 'Hana Head' }))
  draft.set('place', 'Room 4')
  await after(950)
  draft.set('chair', 'Me')
  await after(5_000)
  expect(row()).toMatchObject({ place: 'Room 4', chair: 'Hana Head' })
  expect(draft.stateOf('chair')).toMatchObject({ is: 'differs', theirs: 'Hana Head' })
  expect(draft.valueOf('chair')).toBe('Me')
})

test('a save whose answer was lost is no conflict with myself', async () => {
  const { draft, row, loseAnswer } = open()
  loseAnswer()
  draft.set('place', 'Room')
  await after(1_100)
  expect(draft.stateOf('place')).toMatchObject({ is: 'notSaved', trouble: { code: 'offline' } })
  draft.set('place', 'Room 4')
  await after(10_000)
  expect(draft.stateOf('place').is).toBe('saved')
  expect(row()).toMatchObject({ place: 'Room 4' })
})

test('half a date beside somebody’s date: keeping mine writes no old date', async () => {
  const { draft, row, somebodyElse, writes } = open()
  draft.setWrong('meetingDate', '10/', 'Meeting is a date')
  vi.setSystemTime(new Date('2026-03-10T09:20:00Z'))
  draft.receive(somebodyElse({ meetingDate: '2026-03-20' }))
  expect(draft.stateOf('meetingDate')).toMatchObject({ is: 'differs', theirs: '2026-03-20' })
  draft.keepMine('meetingDate')
  await after(5_000)
  expect(draft.stateOf('meetingDate')).toMatchObject({ is: 'wrong' })
  expect(draft.typedOf('meetingDate')).toBe('10/')
  expect(writes).toEqual([])
  draft.set('meetingDate', '2026-03-10')
  await after(5_000)
  expect(row()['meetingDate']).toBe('2026-03-10')
})

test('a third text is made from both, and both stay in sight until it is stored', async () => {
  const { draft, row, somebodyElse } = open()
  somebodyElse({ place: 'Hall' })
  draft.set('place', 'Room 4')
  await after(3_000)
  draft.editBoth('place')
  draft.set('place', 'Hall, then room 4')
  expect(draft.conflictOf('place')).toMatchObject({ theirs: 'Hall', mine: { value: 'Room 4' } })
  draft.keepMine('place')
  expect(draft.conflictOf('place')).toMatchObject({ theirs: 'Hall', mine: { value: 'Room 4' } })
  await after(3_000)
  expect(row()['place']).toBe('Hall, then room 4')
  expect(draft.conflictOf('place')).toBeNull()
})

test('whoever changed another field meanwhile is named there', async () => {
  const { draft, somebodyElse } = open()
  somebodyElse({ chair: 'Hana Head' })
  draft.set('place', 'Room 4')
  await after(3_000)
  expect(draft.movedOf('chair')).toMatchObject({ by: 'Hana Head' })
  expect(draft.movedOf('place')).toBeNull()
})

test('one refused field of several, unnamed, is found by sending each by itself', async () => {
  const { draft, writes } = open({ code: 'refused', why: 'No' }, { code: 'refused', why: 'Too long' })
  draft.set('place', 'Room 4')
  draft.set('chair', 'Me')
  await after(5_000)
  expect(draft.stateOf('place')).toEqual({ is: 'wrong', message: 'Too long' })
  expect(writes).toEqual([{ chair: 'Me' }])
})

test('text that can’t be stored is kept outside the page after some seconds, once, and settled with its field', async () => {
  const { draft, calls } = open()
  draft.setWrong('meetingDate', '1', 'Meeting is a date')
  await after(1_000)
  draft.setWrong('meetingDate', '10/', 'Meeting is a date')
  expect(draft.atRisk()).toBe(true)
  await after(4_100)
  expect(calls).toEqual(['keep meetingDate 10/'])
  expect(draft.atRisk()).toBe(false)
  expect(draft.unsaved()).toBe(true)
  draft.set('meetingDate', '2026-03-10')
  await after(10_000)
  expect(calls).toEqual(['keep meetingDate 10/', 'settle meetingDate'])
})

test('text whose keeping was not answered is settled with its field too: it may have been kept', async () => {
  const { draft, calls, loseKeeping } = open()
  loseKeeping()
  draft.setWrong('meetingDate', '10/', 'Meeting is a date')
  await after(4_100)
  expect(draft.atRisk()).toBe(true)
  draft.set('meetingDate', '2026-03-10')
  await after(120_000)
  expect(calls).toEqual(['keep meetingDate 10/', 'settle meetingDate'])
  expect(draft.atRisk()).toBe(false)
})

test('leaving the page keeps such text at once', async () => {
  const { draft, calls } = open()
  draft.setWrong('meetingDate', '10/', 'Meeting is a date')
  void draft.flush(true)
  await after(0)
  expect(calls).toEqual(['keep meetingDate 10/'])
})

test('text from an earlier visit comes back as it stood: to be stored, half a date, or beside another text', async () => {
  const { draft, row, somebodyElse, calls } = open()
  const at = '2026-03-09T08:00:00Z'
  draft.find('place', { typed: 'Room 4', before: '', at })
  draft.find('meetingDate', { typed: '10/', before: '', at })
  expect(draft.stateOf('place')).toEqual({ is: 'found' })
  expect(draft.stateOf('meetingDate')).toMatchObject({ is: 'wrong' })
  expect(draft.typedOf('meetingDate')).toBe('10/')
  vi.setSystemTime(new Date('2026-03-10T09:20:00Z'))
  draft.receive(somebodyElse({ chair: 'Hana Head' }))
  draft.find('chair', { typed: 'Me', before: '', at })
  expect(draft.stateOf('chair')).toMatchObject({ is: 'differs', theirs: 'Hana Head' })
  await after(60_000)
  expect(row()['place']).toBeNull()
  draft.useFound('place')
  await after(10_000)
  expect(row()['place']).toBe('Room 4')
  draft.dropFound('meetingDate')
  draft.takeTheirs('chair')
  await after(10_000)
  expect(calls.toSorted()).toEqual(['settle chair', 'settle meetingDate', 'settle place'])
  expect(draft.atRisk()).toBe(false)
})

test('what the person began to type before the earlier text came stays, and the earlier text is offered', async () => {
  const { draft, calls } = open()
  draft.set('place', 'Ha')
  draft.find('place', { typed: 'Room 4', before: '', at: null })
  expect(draft.valueOf('place')).toBe('Ha')
  expect(draft.foundOf('place')).toMatchObject({ typed: 'Room 4', inField: false })
  await after(20_000)
  expect(calls).toEqual([])
  draft.useFound('place')
  expect(draft.valueOf('place')).toBe('Room 4')
  await after(20_000)
  expect(calls).toEqual(['settle place'])
})
