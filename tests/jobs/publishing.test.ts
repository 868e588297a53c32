import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank, type Stored } from '../../src/domain/record.ts'
import { Job } from '../../src/domain/records/job.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { Profile } from '../../src/domain/records/profile.ts'
import type { Publication } from '../../src/domain/records/publication.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import type { StaffProfile } from '../../src/domain/records/staffProfile.ts'
import type { StaffTarget } from '../../src/domain/records/staffTarget.ts'
import {
  publicationKeyOf,
  publishedParts,
  type PublishSources,
  type Ticks,
} from '../../src/domain/rules/publish.ts'
import { archivePlan } from '../../src/jobs/archivePupils.ts'
import { makeJob, readPlan, readResults } from '../../src/jobs/jobRow.ts'
import type { Plan } from '../../src/jobs/plan.ts'
import { type Known, publishPlan, withdrawPlan } from '../../src/jobs/publishing.ts'
import { runJob } from '../../src/jobs/runJob.ts'
import { undoPlan } from '../../src/jobs/undo.ts'
import { kept } from '../ui/made.ts'
import { type FakeSchool, fakeSchool, pageOf } from './fakeSchool.ts'

const everything: Ticks = Object.fromEntries(publishedParts.map(({ part }) => [part, true]))
const only = (...parts: readonly string[]): Ticks => Object.fromEntries(parts.map((part) => [part, true]))
const quiet = async () => {}

/** A pupil whose every text names its part. */
const sourcesOf = (at: number): PublishSources => {
  const pupil = newKey(at)
  const words = [
    'goodAt',
    'strengths',
    'important',
    'helps',
    'avoid',
    'triggers',
    'equipment',
    'exams',
    'strategies',
    'communication',
  ] as const
  const outcome = (end: number): Stored<Outcome> => ({
    ...blank(Outcome, { pupil, kind: 'term', status: 'current', text: `‹targets› ${end}` }),
    ...kept(newKey(100 * at + end)),
  })
  return {
    pupil: {
      ...blank(Pupil, {
        surname: 'Quill',
        forename: 'Robin',
        dateOfBirth: '2017-02-03',
        status: 'K',
        keyAdult: '‹keyAdult›',
        alertMedical: true,
      }),
      ...kept(pupil),
    },
    needs: [blank(Need, { pupil, type: 'SLCN', description: '‹needs›' })],
    outcomes: [outcome(1), outcome(2)],
    profile: blank(Profile, {
      pupil,
      from: '2026-06-01',
      ...Object.fromEntries(words.map((word) => [word, `‹${word}›`])),
    }),
  }
}
const pupils = [sourcesOf(1), sourcesOf(2)]
const keys = pupils.map(({ pupil }) => pupil.key)

const rowsOf = <T>(school: FakeSchool, type: string) =>
  [...(school.tables.get(type)?.values() ?? [])] as unknown as Stored<T>[]
const knownIn = (school: FakeSchool): Known => ({
  shown: {
    profiles: rowsOf<StaffProfile>(school, 'StaffProfile'),
    targets: rowsOf<StaffTarget>(school, 'StaffTarget'),
  },
  publications: rowsOf<Publication>(school, 'Publication'),
  today: '2026-07-14',
  by: 'Helen Marsh',
})
const planTo = (school: FakeSchool, ticks: Ticks | null): Plan =>
  ticks
    ? publishPlan(
        pupils.map((sources) => ({ sources, ticks })),
        knownIn(school),
        'Publish',
      )
    : withdrawPlan(keys, knownIn(school), 'Withdraw')

/** The parts whose words stand in a pupil's rows of the staff site, archived ones too. */
const seenOf = (school: FakeSchool, pupil: string): string[] => {
  const rows = [
    ...rowsOf<StaffProfile>(school, 'StaffProfile'),
    ...rowsOf<StaffTarget>(school, 'StaffTarget'),
  ]
  const text = JSON.stringify(rows.filter((row) => row.pupil === pupil))
  const told = text.replaceAll('There is a health-care plan', '‹health›')
  return [...new Set([...told.matchAll(/‹(\w+)›/g)].map(([, part]) => part!))].toSorted()
}
const chosenOf = (school: FakeSchool, pupil: string): string[] => {
  const row = rowsOf<Publication>(school, 'Publication').find(({ key }) => key === publicationKeyOf(pupil))
  if (!row || row.archived || row.state !== 'published') return []
  return publishedParts.flatMap(({ part }) => (row[part] === true ? [part] : [])).toSorted()
}

/** Runs a plan on a page that crashes before its n-th write; says whether it got to the end before. */
const runUntil = async (school: FakeSchool, plan: Plan, writes: number): Promise<boolean> => {
  const job = await makeJob(pageOf(school, () => 'well', quiet).ports, plan)
  let left = writes
  const page = pageOf(school, (call) => (call === 'write' && left-- <= 0 ? 'crashBefore' : 'well'), quiet)
  const end = await runJob(page.ports, job, { worker: newKey(), groupSize: 1, plan })
  return end.ended === 'finished' && !page.isDead()
}
const runAll = async (school: FakeSchool, plan: Plan) => {
  expect(await runUntil(school, plan, Infinity)).toBe(true)
}
const goOn = async (school: FakeSchool) => {
  const { ports } = pageOf(school, () => 'well', quiet)
  const job = rowsOf<Job>(school, 'Job').at(-1)!
  return runJob(ports, job, { worker: newKey() })
}
const undoOfLast = async (school: FakeSchool): Promise<Plan> => {
  const { ports } = pageOf(school, () => 'well', quiet)
  const job = rowsOf<Job>(school, 'Job').at(-1)!
  return undoPlan(job, await readPlan(ports, job), await readResults(ports, job))
}

test.each([
  ['from nothing to everything', null, everything],
  ['to fewer parts', everything, only('helps', 'needs')],
  ['to other parts', only('goodAt', 'targets', 'avoid'), only('helps', 'avoid', 'keyAdult')],
  ['withdrawn', everything, null],
] as const)(
  'a job broken off at any write, %s, and so its undo: staff see no more than is published, and going on mends it',
  async (_, first, second) => {
    for (const undone of [false, true]) {
      for (let writes = 0; ; writes += 1) {
        const school = fakeSchool()
        if (first) await runAll(school, planTo(school, first))
        if (undone) await runAll(school, planTo(school, second))
        const plan = undone ? await undoOfLast(school) : planTo(school, second)
        const ended = await runUntil(school, plan, writes)
        for (const pupil of keys)
          expect(chosenOf(school, pupil), `after ${writes} writes`).toEqual(
            expect.arrayContaining(seenOf(school, pupil)),
          )
        if (ended) break
        expect((await goOn(school)).ended).toBe('finished')
        const wanted = undone ? first : second
        for (const pupil of keys)
          expect(seenOf(school, pupil)).toEqual(wanted ? Object.keys(wanted).toSorted() : [])
      }
    }
  },
)

test('where the row of what is published is refused, staff are shown nothing of that pupil', async () => {
  const school = fakeSchool()
  const [first, second] = keys as [string, string]
  const plan = planTo(school, everything)
  // Somebody else published in the meantime, with fewer ticks.
  school.put('Publication', publicationKeyOf(first), { pupil: first, state: 'published', helps: true })
  await runAll(school, plan)
  expect(seenOf(school, first)).toEqual([])
  expect(seenOf(school, second)).toEqual(Object.keys(everything).toSorted())
})

test('a pupil whose copy could not be taken from staff stays out of the archive', async () => {
  const school = fakeSchool()
  for (const { pupil } of pupils) school.put('Pupil', pupil.key, pupil as never)
  await runAll(school, planTo(school, everything))
  const plan = archivePlan(
    pupils.map(({ pupil }) => pupil),
    'Left',
    'Archive',
    knownIn(school),
  )
  const [copy] = rowsOf<StaffProfile>(school, 'StaffProfile')
  school.meddle('StaffProfile', copy!.key, { helps: 'Somebody in SharePoint' })
  await runAll(school, plan)
  const archived = rowsOf<Pupil>(school, 'Pupil').filter((row) => row.archived)
  expect(archived.map(({ key }) => key)).toEqual(keys.filter((key) => key !== copy!.pupil))
})
