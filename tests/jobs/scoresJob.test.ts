import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank, type Stored } from '../../src/domain/record.ts'
import { AssessmentTool } from '../../src/domain/records/assessmentTool.ts'
import type { Job } from '../../src/domain/records/job.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Score } from '../../src/domain/records/score.ts'
import { bulkMinutes, newPace } from '../../src/graph/pace.ts'
import { checkScores } from '../../src/importing/scores/checkScores.ts'
import { readScoresExisting } from '../../src/importing/scores/readScores.ts'
import { matchScoreHeadings } from '../../src/importing/scores/scoreHeadings.ts'
import { type JobPorts, makeJob } from '../../src/jobs/jobRow.ts'
import { runJob, type Wish } from '../../src/jobs/runJob.ts'
import { scoresJobPlan } from '../../src/jobs/scoresPlan.ts'
import { oakfieldSchool } from '../graph/oakfield.ts'
import { tableOf, today, upnNumber } from '../importing/given.ts'

const pupils = 100
/** Two sittings of each pupil: 200 rows. */
const file = [
  'UPN,Test,Date,SS,Form',
  ...['14/09/2026,A', '16/11/2026,B'].flatMap((sitting, at) => {
    const [day, form] = sitting.split(',')
    return Array.from(
      { length: pupils },
      (_, i) => `${upnNumber(i)},NGRT,${day},${80 + ((i + at) % 40)},${form}`,
    )
  }),
  '',
].join('\n')

const opened = async () => {
  const school = await oakfieldSchool()
  const { records, files } = school.as('senco')
  const ports: JobPorts = { records, files, ...school.clock }
  const made = await records.store(Pupil).createMany(
    Array.from({ length: pupils }, (_, i) => ({
      key: newKey(),
      record: blank(Pupil, {
        surname: `Surname${i}`,
        forename: 'Ann',
        upn: upnNumber(i),
        dateOfBirth: '2018-01-09',
        status: 'K',
      }),
    })),
  )
  expect(made.every(({ outcome }) => outcome === 'stored')).toBe(true)
  await records
    .store(AssessmentTool)
    .create(blank(AssessmentTool, { name: 'NGRT', scale: 'standardised', better: 'higher' }), newKey())
  return ports
}
/** What the file would do now, read afresh as each import does. */
const planned = async ({ records }: JobPorts) => {
  const table = tableOf(file)
  const nothing = { tool: null, day: null, pupils: new Map<number, string>() }
  const existing = await readScoresExisting(records)
  return checkScores(table, matchScoreHeadings(table.headings), existing, nothing, today)
}
const stored = async ({ records }: JobPorts) => (await records.store(Score).all()).records.length
/** Runs a job, with a wish of the person at the screen once so many rows are done. */
const run = async (ports: JobPorts, job: Stored<Job>, wish?: { is: Wish; after: number }) => {
  const wished = new AbortController()
  return runJob(ports, job, {
    worker: newKey(),
    groupSize: 20,
    signal: wished.signal,
    progress: ({ done }) => {
      if (wish && done >= wish.after) wished.abort(wish.is)
    },
  })
}

test('200 scores: paused midway and gone on with, each is there once, and the same file again adds nothing', async () => {
  const ports = await opened()
  const plan = await planned(ports)
  expect(plan.counts).toEqual({ new: 200, unchanged: 0, refused: 0 })
  const paused = await run(ports, await makeJob(ports, scoresJobPlan(plan)), { is: 'pause', after: 60 })
  expect(paused).toMatchObject({ ended: 'paused', job: { state: 'paused' } })
  const midway = await stored(ports)
  expect(midway).toBeGreaterThan(0)
  expect(midway).toBeLessThan(200)
  expect((await run(ports, paused.job)).ended).toBe('finished')
  expect(await stored(ports)).toBe(200)
  expect((await planned(ports)).counts).toEqual({ new: 0, unchanged: 200, refused: 0 })
})

test('200 scores: stopped midway, the same file again stores the rest and no score twice', async () => {
  const ports = await opened()
  const stopped = await run(ports, await makeJob(ports, scoresJobPlan(await planned(ports))), {
    is: 'stop',
    after: 60,
  })
  expect(stopped).toMatchObject({ ended: 'stopped', job: { state: 'stopped' } })
  const midway = await stored(ports)
  const rest = await planned(ports)
  expect(rest.counts).toEqual({ new: 200 - midway, unchanged: midway, refused: 0 })
  expect(rest.counts.new).toBeGreaterThan(0)
  await run(ports, await makeJob(ports, scoresJobPlan(rest)))
  expect(await stored(ports)).toBe(200)
  expect((await planned(ports)).counts).toEqual({ new: 0, unchanged: 200, refused: 0 })
})

test('the minutes that are said beforehand are those that the budget of requests takes', async () => {
  for (const rows of [100, 375, 1_000, 5_000]) {
    let at = Date.parse('2026-11-20T09:00:00Z')
    const pace = newPace({
      now: () => new Date(at),
      sleep: async (milliseconds) => void (at += milliseconds),
    })
    const begun = at
    for (let left = rows; left > 0; left -= 20)
      await pace.take({
        method: 'POST',
        path: '/$batch',
        body: { requests: Array.from({ length: Math.min(20, left) }, () => ({ method: 'POST', url: '/x' })) },
        bulk: true,
        patience: 600_000,
        about: { kind: 'list', name: 'Scores' },
      } as unknown as Parameters<typeof pace.take>[0])
    expect(Math.abs((at - begun) / 60_000 - bulkMinutes(rows)), `${rows} rows`).toBeLessThan(1.01)
  }
  expect(bulkMinutes(100)).toBe(0)
})
