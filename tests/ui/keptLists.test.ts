import { QueryClient } from '@tanstack/react-query'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank, type Kept } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import type { Changes, Listing } from '../../src/graph/storeTypes.ts'
import { withChanges } from '../../src/ui/keptLists.ts'
import { allOf, putStored } from '../../src/ui/records.ts'
import type { Services } from '../../src/ui/services.tsx'
import { oakfieldSchool } from '../graph/oakfield.ts'

const row = (id: string, etag: string, archived = false): Kept =>
  ({ key: `key ${id}`, id, etag, archived }) as Kept
const none = { records: [], unreadable: [], removed: [], whole: false, token: '' }

test('known rows with their changes are what reading everything anew would give', () => {
  const rowOf = fc.record({
    id: fc.constantFrom('1', '2', '3', '4', '5'),
    etag: fc.constantFrom('a', 'b', 'c'),
  })
  const as = fc.constantFrom('seen', 'archived', 'unreadable', 'gone')
  fc.assert(
    fc.property(
      fc.uniqueArray(rowOf, { selector: ({ id }) => id }),
      fc.uniqueArray(fc.record({ id: rowOf.map(({ id }) => id), etag: fc.constantFrom('b', 'c'), as }), {
        selector: ({ id }) => id,
      }),
      (before, moved) => {
        const known: Listing<Kept> = { records: before.map(({ id, etag }) => row(id, etag)), unreadable: [] }
        const of = (what: string) => moved.filter((each) => each.as === what)
        const changes: Changes<Kept> = {
          ...none,
          records: [...of('seen'), ...of('archived')].map((each) =>
            row(each.id, each.etag, each.as === 'archived'),
          ),
          unreadable: of('unreadable').map(({ id }) => ({ id, key: null, fields: ['key'], rest: {} })),
          removed: of('gone').map(({ id }) => id),
        }
        const now = withChanges(known, changes)
        const expected = new Map(before.map(({ id, etag }) => [id, etag]))
        for (const { id, etag, as: what } of moved)
          if (what === 'seen') expected.set(id, etag)
          else expected.delete(id)
        expect(new Map(now.records.map(({ id, etag }) => [id, etag]))).toEqual(expected)
        expect(now.records.length).toBe(expected.size)
        expect(now.unreadable.map(({ id }) => id).toSorted()).toEqual(
          of('unreadable').map(({ id }) => id).toSorted(),
        ) // prettier-ignore
      },
    ),
  )
})

test('the same listing comes back where nothing changed, also where our own save comes round', () => {
  const known = { records: [row('1', 'a'), row('2', 'b')], unreadable: [] }
  expect(withChanges(known, none)).toBe(known)
  expect(withChanges(known, { ...none, records: [row('2', 'b')] })).toBe(known)
  expect(withChanges(known, { ...none, removed: ['9'] })).toBe(known)
})

const amira = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })

test('reading a list again asks for what changed since, once, and after an hour for everything', async () => {
  const school = await oakfieldSchool()
  const { records } = school.as('senco')
  const services = { school: { id: 'oakfield' }, records, now: school.clock.now } as unknown as Services
  const client = new QueryClient()
  const query = allOf(services, Pupil)
  const read = () => client.fetchQuery({ ...query, staleTime: 0 })
  const asked = () => school.admin.log().filter(({ path }) => path.includes('/items'))
  const [a, b] = [await records.store(Pupil).create(amira), await records.store(Pupil).create(amira)]
  const first = await read()
  expect(first.records).toEqual([a, b])
  school.admin.clearLog()
  expect(await read()).toBe(first)
  expect(asked()).toHaveLength(2)
  expect(asked()[0]!.path).toMatch(/[?&]token=/)
  expect(asked()[1]!.path).toContain('$filter=')
  // What was saved here stays, what others did comes.
  const mine = await records.store(Pupil).update(a, { className: 'Oak' })
  putStored(client, services, Pupil, mine)
  const theirs = await school.as('it').records.store(Pupil).create(amira)
  await school.as('it').records.store(Pupil).archive(b, 'Left')
  expect((await read()).records).toEqual([mine, theirs])
  school.admin.clearLog()
  await school.clock.sleep(3_600_001)
  expect((await read()).records).toEqual([mine, theirs])
  expect(asked().some(({ path }) => /[?&]token=/.test(path))).toBe(false)
})
