import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Job } from '../../src/domain/records/job.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { askJob } from '../../src/jobs/ask.ts'
import { bringIn, bringInJob } from '../../src/jobs/bringIn.ts'
import { broughtInOf } from '../../src/jobs/broughtIn.ts'
import type { JobProgress } from '../../src/jobs/runJob.ts'
import { isUndoable } from '../../src/jobs/undo.ts'
import { copyOf, readWell } from '../export/schools.ts'
import { type Oakfield, oakfieldSchool } from '../graph/oakfield.ts'

const pupils = 850
const copied = async () => {
  const from = await oakfieldSchool()
  const record = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })
  await from
    .as('senco')
    .records.store(Pupil)
    .createMany(Array.from({ length: pupils }, (_, at) => ({ key: newKey(at + 1), record })))
  return readWell((await copyOf(from.as('senco'))).bytes)
}
/** A minute goes by with each request, so that the job's row is told each time how far it is. */
const portsIn = (school: Oakfield) => {
  let time = Date.parse('2026-07-14T09:00:00Z')
  const now = () => new Date((time += 60_000))
  return { ...school.as('senco'), ...school.clock, now }
}
const stored = async (school: Oakfield) =>
  (await school.as('senco').records.store(Pupil).allWithArchived()).records.length

test('bringing in a copy is a job that pauses, is found again by the same copy, goes on, and says what came of it', async () => {
  const copy = await copied()
  const to = await oakfieldSchool()
  const ports = portsIn(to)
  const first = await bringInJob(ports, copy)
  expect(first).toMatchObject({ kind: 'copy', state: 'paused', total: pupils, done: 0 })
  const wish = new AbortController()
  const heard: JobProgress[] = []
  const paused = await bringIn(ports, first, copy, {
    worker: newKey(),
    signal: wish.signal,
    progress: (progress) => {
      heard.push(progress)
      if (progress.done > 0) wish.abort('pause')
    },
  })
  expect(paused.ended).toBe('paused')
  const there = await stored(to)
  expect(there).toBeLessThan(pupils)
  const again = await bringInJob(ports, copy)
  expect(again).toMatchObject({ key: first.key, state: 'paused', done: there })
  const end = await bringIn(ports, again, copy, { worker: newKey() })
  expect([end.ended, end.job.state, end.job.done]).toEqual(['finished', 'finished', pupils])
  expect(broughtInOf(end.job)).toMatchObject({ stored: pupils, whole: true })
  expect(await stored(to)).toBe(pupils)
  expect(isUndoable(end.job)).toBe(false)
  expect((await bringInJob(ports, copy)).key).not.toBe(first.key)
})

test('another page stops it, and losing access pauses it; what is stored stays', async () => {
  const copy = await copied()
  const to = await oakfieldSchool()
  const ports = portsIn(to)
  const job = await bringInJob(ports, copy)
  const jobs = to.as('it').records.store(Job)
  let asked: Promise<unknown> | null = null
  const stopped = await bringIn(ports, job, copy, {
    worker: newKey(),
    progress: ({ done }) => {
      if (done > 0) asked ??= jobs.byKey(job.key).then((row) => askJob(portsIn(to), row, 'stopped'))
    },
  })
  await asked
  expect([stopped.ended, stopped.job.state]).toEqual(['stopped', 'stopped'])
  const next = await bringInJob(ports, copy)
  to.admin.member('/sites/oakfield-senco', 'senco', 'read')
  const refused = await bringIn(ports, next, copy, { worker: newKey() })
  expect(refused.ended).toMatchObject({ trouble: { code: 'noAccess' } })
})
