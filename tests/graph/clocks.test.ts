import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { askedWait } from '../../src/graph/answer.ts'
import { oakfieldSchool } from './oakfield.ts'

const amira = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })
const hour = 3_600_000

test.each([[hour], [-hour]])('with the server’s clock %i ms ahead of ours', async (clockAhead) => {
  const school = await oakfieldSchool()
  const store = school.as('senco').records.store(Pupil)
  await store.all()
  school.admin.set({ clockAhead, throttle: { next: 1, retryAfter: 4, retryAfterAs: 'date' } })
  const made = await store.create(amira)
  expect(school.waits).toEqual([4000])
  // What is kept is by the server's clock, whatever ours says.
  expect(Date.parse(made.createdAt!)).toBe(Date.parse('2026-07-14T09:00:04Z') + clockAhead)
  expect(await store.update(made, { className: 'Oak' })).toMatchObject({ className: 'Oak' })
  // What a person is told is by their own clock.
  school.admin.set({ throttle: { next: 1, retryAfter: 90, retryAfterAs: 'date' } })
  await expect(store.all()).rejects.toMatchObject({
    trouble: { code: 'busy', until: '2026-07-14T09:01:34.000Z' },
  })
  const { token } = await store.changes(null)
  await store.update((await store.all()).records[0]!, { className: 'Ash' })
  expect((await store.changes(token)).records).toMatchObject([{ className: 'Ash' }])
})

test('where the server’s clock can’t be read, a date that can’t be meant is no answer', () => {
  const now = new Date('2026-07-14T09:00:00Z')
  const wait = (after: string, date?: string) =>
    askedWait(new Headers({ 'Retry-After': after, ...(date ? { Date: date } : {}) }), now)
  expect(wait('Tue, 14 Jul 2026 09:00:30 GMT')).toBe(30_000)
  expect(wait('Tue, 14 Jul 2026 10:00:30 GMT')).toBeNull()
  expect(wait('Tue, 14 Jul 2026 08:00:30 GMT')).toBeNull()
  expect(wait('Tue, 14 Jul 2026 10:00:30 GMT', 'Tue, 14 Jul 2026 10:00:00 GMT')).toBe(30_000)
  expect(wait('soon')).toBeNull()
})
