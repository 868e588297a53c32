import { expect, test } from 'vitest'
import type { Value } from '../../src/domain/fields.ts'
import { blank } from '../../src/domain/record.ts'
import { Review } from '../../src/domain/records/review.ts'
import { type AnyVersion, editsOf, wayBack, whoStored } from '../../src/ui/history/changes.ts'
import { kept } from './made.ts'

const start = blank(Review, { pupil: kept('P').key, type: 'annual', stage: 'planning' }) as Record<
  string,
  Value
>

/** Versions as SharePoint gives them, newest first, from what each save changed. */
const versions = (
  ...saves: readonly {
    at: string
    by: string
    set?: Record<string, Value>
    archived?: boolean
    unreadable?: string[]
  }[]
) => {
  let values = start
  const all: AnyVersion[] = saves.map(({ at, by, set, archived = false, unreadable = [] }, i) => {
    values = { ...values, ...set }
    return { id: `${i + 1}.0`, at: `2026-03-10T${at}:00Z`, by, values, archived, unreadable }
  })
  return all.toReversed()
}

test('each edit says who changed which field from what to what, newest first', () => {
  const edits = editsOf(
    Review,
    versions(
      { at: '09:00', by: 'Sam', set: { place: 'Hall' } },
      { at: '09:30', by: 'Hana', set: { place: 'Room 4', chair: 'Hana' } },
    ),
  )
  expect(edits.map(({ by, is }) => [by, is])).toEqual([
    ['Hana', 'changed'],
    ['Sam', 'made'],
  ])
  expect(edits[0]!.changes).toEqual([
    { field: 'place', before: 'Hall', after: 'Room 4' },
    { field: 'chair', before: null, after: 'Hana' },
  ])
  expect(edits[1]!.changes.map(({ field }) => field)).toEqual(['pupil', 'type', 'stage', 'place'])
})

test('saves of one person in one sitting stand together, from the first text to the last', () => {
  const edits = editsOf(
    Review,
    versions(
      { at: '09:00', by: 'Sam' },
      { at: '10:00', by: 'Sam', set: { place: 'R' } },
      { at: '10:06', by: 'Sam', set: { place: 'Room 4' } },
      { at: '10:15', by: 'Sam', set: { chair: 'Hana' } },
      { at: '10:16', by: 'Hana', set: { chair: 'Me' } },
      { at: '10:40', by: 'Hana', set: { chair: 'Hana' } },
    ),
  )
  expect(edits.map(({ id, changes }) => [id, changes.length])).toEqual([
    ['6.0', 1],
    ['5.0', 1],
    ['4.0', 2],
    ['1.0', 3],
  ])
  expect(edits[2]!.changes[0]).toEqual({ field: 'place', before: null, after: 'Room 4' })
})

test('typed and taken back in one sitting is no edit; archiving and bringing back are', () => {
  const edits = editsOf(
    Review,
    versions(
      { at: '09:00', by: 'Sam' },
      { at: '10:00', by: 'Sam', set: { place: 'R' } },
      { at: '10:01', by: 'Sam', set: { place: null } },
      { at: '11:00', by: 'Sam', archived: true },
      { at: '11:01', by: 'Sam' },
    ),
  )
  expect(edits.map(({ is }) => is)).toEqual(['restored', 'archived', 'made'])
})

test('where SharePoint no longer keeps the beginning, the oldest version is not taken for it', () => {
  const all = versions(
    { at: '09:00', by: 'Sam' },
    { at: '10:00', by: 'Hana', set: { place: 'R' } },
    { at: '11:00', by: 'Sam', set: { place: 'S' } },
  )
  expect(editsOf(Review, all.slice(0, 2)).map(({ is }) => is)).toEqual(['changed', 'oldest'])
})

test('a field that could not be read in a version is no change, and is not put back', () => {
  const all = versions(
    { at: '09:00', by: 'Sam', set: { meetingDate: '2026-03-20', place: 'Hall' } },
    { at: '10:00', by: 'Hana', set: { meetingDate: null }, unreadable: ['meetingDate'] },
    { at: '11:00', by: 'Sam', set: { meetingDate: '2026-03-21', place: 'Room 4' } },
  )
  const edits = editsOf(Review, all)
  expect(edits.map(({ changes }) => changes.map(({ field }) => field))).toEqual([
    ['place'],
    expect.arrayContaining(['meetingDate', 'place']),
  ])
  const spoilt = { ...edits[0]!, values: all[1]!.values, unreadable: ['meetingDate'] }
  expect([...wayBack(Review, spoilt, all[0]!.values)]).toEqual([['place', 'Hall']])
})

test('the whole way back writes what differs and leaves what can’t be stored', () => {
  const all = versions(
    { at: '09:00', by: 'Sam', set: { place: 'Hall', type: null } },
    { at: '11:00', by: 'Sam', set: { place: 'Room 4', chair: 'Hana', type: 'annual' } },
  )
  const edits = editsOf(Review, all)
  expect([...wayBack(Review, edits.at(-1)!, all[0]!.values)]).toEqual([
    ['place', 'Hall'],
    ['chair', null],
  ])
})

test('who stored a text is the one who made it so, not whoever saved the record last', () => {
  const all = versions(
    { at: '09:00', by: 'Sam', set: { place: 'Hall' } },
    { at: '10:00', by: 'Hana', set: { place: 'Room 4' } },
    { at: '11:00', by: 'Sam', set: { chair: 'Me' } },
  )
  expect(whoStored(all, 'place', 'Room 4')).toEqual({ by: 'Hana', at: '2026-03-10T10:00:00Z' })
  expect(whoStored(all, 'place', 'Gym')).toBeNull()
})
