import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { newPace } from '../../src/graph/pace.ts'
import { unitsOf } from '../../src/graph/units.ts'
import { type Oakfield, oakfieldSchool, oakfieldWithoutLists } from './oakfield.ts'

const amira = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })
const many = (count: number) => Array.from({ length: count }, (_, at) => ({ key: newKey(at + 1), record: amira })) // prettier-ignore
const paced = (school: Oakfield, pace = newPace(school.clock)) =>
  school.as('senco', pace).records.store(Pupil)
const start = Date.parse('2026-07-14T09:00:00Z')
const about = { kind: 'list', name: 'Pupils' } as const

test('a job of 1,500 rows never meets SharePoint’s limit, waits, and says until when', async () => {
  const school = await oakfieldSchool()
  // The lists were made in this minute: what that took counts in it.
  await school.clock.sleep(60_000)
  const store = paced(school)
  school.admin.set({ throttle: { unitsPerMinute: 1250 } })
  school.admin.clearLog()
  const told: [number, Date | undefined][] = []
  const written = await store.createMany(many(1_500), (done, _, until) => told.push([done, until]))
  expect(written.every(({ outcome }) => outcome === 'stored')).toBe(true)
  expect(school.admin.log().filter(({ status }) => status === 429)).toEqual([])
  const waits = told.filter(([, until]) => until)
  // 3,000 units at some 1,120 a minute.
  expect(waits.map(([, until]) => until!.toISOString())).toEqual(
    [2, 3].map((minute) => new Date(start + minute * 60_000).toISOString()),
  )
  expect(waits[0]![0]).toBe(540)
  expect(told.at(-1)).toEqual([1_500, undefined])
})

test('a click goes ahead of a job that waits, at once', async () => {
  const school = await oakfieldSchool()
  const pace = newPace(school.clock)
  const clicks: Promise<unknown>[] = []
  await paced(school, pace).createMany(many(800), (_, __, until) => {
    if (until) clicks.push(paced(school, pace).all())
  })
  expect((await Promise.all(clicks)).length).toBe(1)
  // The job's own waits, and none of a click.
  expect(school.waits).toEqual([60_000])
})

test('making and checking all lists leaves what the clicks of the person at the screen need', async () => {
  const school = await oakfieldWithoutLists()
  const pace = newPace(school.clock)
  const it = school.as('it', pace)
  const untilBusy = async () => {
    await it.setUp()
    for (;;) await it.check()
  }
  await expect(untilBusy()).rejects.toMatchObject({ trouble: { code: 'busy' } })
  const before = school.waits.length
  expect(await paced(school, pace).all()).toMatchObject({ records: [] })
  expect(school.waits.length).toBe(before)
})

test('a click is never held longer than its patience: it is told until when', async () => {
  const { clock, waits } = await waiting()
  const pace = newPace(clock)
  for (let units = 0; units < 1_200; units += 2) await pace.take({ path: '/sites/x/lists', about })
  const refused = { trouble: { code: 'busy', until: '2026-07-14T09:01:00.000Z' } }
  await expect(pace.take({ path: '/sites/x/lists', about })).rejects.toMatchObject(refused)
  expect(waits).toEqual([])
  await clock.sleep(50_000)
  await pace.take({ path: '/sites/x/lists', about })
  expect(waits).toEqual([50_000, 10_000])
})

const waiting = async () => {
  let at = start
  const waits: number[] = []
  const sleep = async (milliseconds: number) => {
    waits.push(milliseconds)
    at += milliseconds
  }
  const set = (to: number) => void (at = to)
  return { clock: { now: () => new Date(at), sleep }, waits, set }
}

test('what SharePoint says is left is minded: jobs stop before it, clicks when it is gone', async () => {
  const { clock, waits } = await waiting()
  const pace = newPace(clock)
  const headers = (left: string, reset: string) =>
    new Headers({ 'RateLimit-Limit': '1250', 'RateLimit-Remaining': left, 'RateLimit-Reset': reset })
  pace.heed(headers('80', '10'))
  await pace.take({ path: '/sites/x/lists', about })
  expect(waits).toEqual([])
  await pace.take({ path: '/sites/x/lists', about, bulk: true })
  expect(waits).toEqual([10_000])
  pace.heed(headers('0', '40'))
  await expect(pace.take({ path: '/me', about })).rejects.toMatchObject({
    trouble: { code: 'busy', until: '2026-07-14T09:00:50.000Z' },
  })
  for (const nonsense of [headers('x', '40'), headers('0', ''), new Headers()]) {
    const other = newPace(clock)
    other.heed(nonsense)
    await other.take({ path: '/me', about })
  }
})

test('a clock that is set back, or jumps, holds nobody up', async () => {
  const { clock, waits, set } = await waiting()
  const pace = newPace(clock)
  for (let units = 0; units < 1_200; units += 2) await pace.take({ path: '/sites/x/lists', about })
  pace.heed(new Headers({ 'RateLimit-Remaining': '0', 'RateLimit-Reset': '30' }))
  set(start - 3_600_000)
  await pace.take({ path: '/me', about })
  set(start + 3_600_000)
  await pace.take({ path: '/me', about })
  expect(waits).toEqual([])
})

test('a wait that is given up ends', async () => {
  const { clock } = await waiting()
  const pace = newPace({ ...clock, sleep: () => new Promise(() => {}) })
  for (let units = 0; units < 1_200; units += 2) await pace.take({ path: '/sites/x/lists', about })
  const leaving = new AbortController()
  const taking = pace.take({ path: '/me', about, signal: leaving.signal, patience: 60_000 })
  leaving.abort()
  await expect(taking).rejects.toMatchObject({ name: 'AbortError' })
})

test.each([
  [1, 'GET', '/me?$select=id'],
  [1, 'GET', '/sites/oakfieldtrust.sharepoint.com:/sites/oakfield-senco?$select=id'],
  [1, 'GET', '/sites/a,b,c/lists/Pupils/items/12?$select=id'],
  [1, 'GET', 'https://graph.microsoft.com/v1.0/sites/a/lists/b/items/delta?token=x'],
  [2, 'GET', '/sites/a,b,c/lists/Pupils/items/delta?$select=id'],
  [2, 'GET', '/sites/a,b,c/lists/Pupils/items?$top=1000'],
  [2, 'GET', '/sites/a,b,c/lists/Pupils/items/12/versions'],
  [1, 'GET', '/sites/a,b,c/drive/root:/Reviews/a.docx:?$select=id'],
  [2, 'GET', '/sites/a,b,c/drive/root:/Reviews:/children'],
  [2, 'POST', '/sites/a,b,c/lists/Pupils/items'],
  [2, 'DELETE', '/sites/a,b,c/lists/Pupils/items/12'],
] as const)('%i units for %s %s', (units, method, path) => {
  expect(unitsOf({ method, path })).toBe(units)
  const requests = Array.from({ length: 20 }, () => ({ method, url: path }))
  expect(unitsOf({ method: 'POST', path: '/$batch', body: { requests } })).toBe(20 * units)
})
