import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { StatusPeriod } from '../../src/domain/records/statusPeriod.ts'
import { reconcile } from '../../src/domain/rules/reconcile.ts'
import type { ListRow } from '../../src/domain/rules/reconcileTypes.ts'
import { checkRows, type Existing, matchHeadings, readExisting } from '../../src/importing/index.ts'
import { importJobPlan, importRows } from '../../src/jobs/importPlan.ts'
import { type JobPorts, makeJob } from '../../src/jobs/jobRow.ts'
import type { Plan } from '../../src/jobs/plan.ts'
import { reconcilePlan } from '../../src/jobs/reconcilePlan.ts'
import { runJob } from '../../src/jobs/runJob.ts'
import { oakfieldSchool } from '../graph/oakfield.ts'
import { nobody, storedNeed, storedPupil, tableOf, today, upnNumber } from '../importing/given.ts'

const begin = async () => {
  const school = await oakfieldSchool()
  const { records, files } = school.as('senco')
  return { records, files, ...school.clock } satisfies JobPorts
}
const planned = (text: string, existing: Existing): Plan => {
  const table = tableOf(text)
  return importJobPlan(checkRows(table, matchHeadings(table.headings), existing, today), 'An import')
}
const run = async (ports: JobPorts, plan: Plan) =>
  runJob(ports, await makeJob(ports, plan), { worker: newKey(), groupSize: 7, plan })
const onRecord = async ({ records }: JobPorts) => {
  const [pupils, needs] = await Promise.all([records.store(Pupil).all(), records.store(Need).all()])
  return {
    pupils: pupils.records
      .map(({ surname, className }) => `${surname} ${className}`)
      .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    needs: needs.records.length,
  }
}
const headings = 'UPN,Surname,Forename,DOB,Class,SEN,SEN Need 1\n'
const line = (at: number, className: string, withUpn = true) =>
  `${withUpn ? upnNumber(at) : ''},Surname${at},Ann,9/1/2018,${className},K,SLCN\n`
const file = (classOf: (at: number) => string) =>
  headings + Array.from({ length: 20 }, (_, at) => line(at, classOf(at), at % 3 > 0)).join('')

test('two people who import the same file in the same minute make each pupil once, with a UPN or without', async () => {
  const ports = await begin()
  const existing = await readExisting(ports.records)
  const [one, other] = [planned(file(() => 'Oak'), existing), planned(file(() => 'Oak'), existing)] // prettier-ignore
  const ends = await Promise.all([run(ports, one), run(ports, other)])
  expect(ends.map(({ ended, job }) => [ended, job.refused])).toEqual([
    ['finished', 0],
    ['finished', 0],
  ])
  const { pupils, needs } = await onRecord(ports)
  expect(pupils).toEqual(Array.from({ length: 20 }, (_, at) => `Surname${at} Oak`))
  expect(needs).toBe(20)
})

test('where the second file says something else of a pupil, that row is told and the first stays', async () => {
  const ports = await begin()
  const existing = await readExisting(ports.records)
  const plan = planned(
    file((at) => (at === 4 ? 'Elm' : 'Oak')),
    existing,
  )
  await run(ports, planned(file(() => 'Oak'), existing)) // prettier-ignore
  const second = await run(ports, plan)
  const refused = importRows(plan, second.results).filter(({ outcome }) => outcome === 'refused')
  expect(refused).toMatchObject([
    { row: 6, reasons: [{ column: 'Class', found: 'Oak', expected: expect.stringMatching(/^Elm/) }] },
  ])
  expect((await onRecord(ports)).pupils).toContain('Surname4 Oak')
  // Looked at again, the same row is an update.
  const again = planned(
    file((at) => (at === 4 ? 'Elm' : 'Oak')),
    await readExisting(ports.records),
  )
  expect(again.lines?.filter(({ how }) => how === 'changed').map(({ row }) => row)).toEqual([6])
  expect((await run(ports, again)).job.refused).toBe(0)
  expect((await onRecord(ports)).pupils).toContain('Surname4 Elm')
})

test('a joiner who is added from a comparison and from an import at once is one pupil with one need', async () => {
  const ports = await begin()
  const existing = await readExisting(ports.records)
  const mis: ListRow = {
    row: 2, upn: upnNumber(4), surname: 'Surname4', forename: 'Ann', dateOfBirth: '2018-01-09',
    className: 'Oak', status: 'K', need: ['SLCN'],
  } // prettier-ignore
  const { children, differences } = reconcile(
    { ours: [], mis: [mis], authority: [] },
    { today, given: ['ours', 'mis'], authority: null },
  )
  const { plan } = reconcilePlan(
    differences.map((difference) => ({ difference, fix: difference.proposal })),
    { children, existing, periods: [], staff: null, decisions: [], today, title: 'Lists compared' },
  )
  const ends = await Promise.all([run(ports, planned(headings + line(4, 'Oak'), existing)), run(ports, plan)])
  expect(ends.map(({ job }) => job.refused)).toEqual([0, 0])
  expect(await onRecord(ports)).toEqual({ pupils: ['Surname4 Oak'], needs: 1 })
  expect((await ports.records.store(StatusPeriod).all()).records).toEqual([])
})

test('keys stay the same for everybody also where the usual one is taken, and are never taken twice', () => {
  // The pupil under this UPN's key has another UPN by now; the need of this type has ended.
  const first = planned(headings + line(4, 'Oak'), nobody)
  const [pupilKey] = first.steps.map(({ key }) => key)
  const taken: Existing = {
    ...nobody,
    pupils: [{ ...storedPupil({ upn: upnNumber(90), surname: 'Other' }), key: pupilKey! }],
  }
  const [one, other] = [planned(headings + line(4, 'Oak'), taken), planned(headings + line(4, 'Oak'), taken)]
  expect(one.steps.map(({ key }) => key)).toEqual(other.steps.map(({ key }) => key))
  expect(one.steps[0]!.key).not.toBe(pupilKey)
  const own = storedPupil({ upn: upnNumber(4), surname: 'Surname4', forename: 'Ann', className: 'Oak', status: 'K' }) // prettier-ignore
  const made = planned(headings + line(4, 'Oak'), { ...nobody, pupils: [own] }).steps.at(-1)!
  const ended = { ...storedNeed({ pupil: own.key, type: 'SLCN', until: '2026-01-01' }), key: made.key }
  const anew = planned(headings + line(4, 'Oak'), {
    ...nobody, pupils: [own], needs: [ended], taken: new Set([ended.key]),
  }).steps.at(-1)! // prettier-ignore
  expect([made.type, anew.type, anew.do]).toEqual(['Need', 'Need', 'create'])
  expect(anew.key).not.toBe(made.key)
})
