import { beforeEach, expect, it } from 'vitest'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { createGraphEmulator, type GraphEmulator } from '../../src/emulator/graph/index.ts'
import { localHost, localPersonas, localSites } from '../../src/emulator/graph/local.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { connect } from '../../src/graph/connect.ts'
import {
  checkRows,
  matchHeadings,
  readExisting,
  resultCsv,
  runImport,
  sayResult,
} from '../../src/importing/index.ts'
import { tableOf, today, upnNumber } from './given.ts'

const school = localConfig.schools[0]!
let graph: GraphEmulator
const recordsAs = (persona: string, send = (request: Request) => graph.handle(request)) =>
  connect({ school, send, token: () => Promise.resolve(`local:${persona}`), sleep: () => Promise.resolve() })
    .records

beforeEach(async () => {
  graph = await createGraphEmulator({ host: localHost, personas: localPersonas, sites: localSites })
  await connect({ school, send: graph.handle, token: () => Promise.resolve('local:it') }).setUp()
})

const records = () => recordsAs('senco')
const planned = async (text: string) => {
  const table = tableOf(text)
  return checkRows(table, matchHeadings(table.headings), await readExisting(records()), today)
}
const headings = 'UPN,Surname,Forename,DOB,Year,SEN,SEN Need 1,SEN Need 2'
const listOf = (count: number, from = 0) =>
  `${headings}\n${Array.from({ length: count }, (_, i) => `${upnNumber(from + i)},Surname${i},Ann,9/1/2018,4,K,SLCN,ASD`).join('\n')}\n`
const onRecord = async () => {
  const [pupils, needs] = await Promise.all([records().store(Pupil).all(), records().store(Need).all()])
  return [pupils.records.length, needs.records.length]
}

it('stores good rows with their needs, refuses bad ones with the reason, and leaves both apart', async () => {
  const text = `${headings}\n${upnNumber(1)},Haigh,Ann,9/1/2018,4,K,SLCN,ASD\n${upnNumber(2)},Clegg,Jo,31/2/2018,4,K,SLCN,\n,Lumb,Kit,3/3/2017,5,,,\n`
  const progress: number[] = []
  const { rows, counts, ended } = await runImport(await planned(text), records(), (done) =>
    progress.push(done),
  )
  expect([counts, ended]).toEqual([{ stored: 2, unchanged: 0, refused: 1, notReached: 0 }, null])
  expect(rows.map(sayResult)).toEqual([
    'Row 2: stored, new',
    'Row 3: refused. DOB: found “31/2/2018”, expected a date that the calendar has, such as 10/03/2015 or 2015-03-10',
    expect.stringContaining('Row 4: stored, new'),
  ])
  expect(progress.at(-1)).toBe(2)
  expect(await onRecord()).toEqual([2, 2])
  const { records: found } = await records().store(Pupil).about('upn', upnNumber(1))
  expect(found[0]).toMatchObject({ surname: 'Haigh', dateOfBirth: '2018-01-09', status: 'K', yearGroup: '4' })
  expect(resultCsv(rows)).toContain('3,refused,DOB,31/2/2018')
})

it('stores each pupil once though the same file is imported twice, and the same plan run twice', async () => {
  const plan = await planned(listOf(30))
  expect((await runImport(plan, records())).counts).toMatchObject({ stored: 30 })
  expect((await runImport(plan, records())).counts).toEqual({
    stored: 0,
    unchanged: 30,
    refused: 0,
    notReached: 0,
  })
  expect((await runImport(await planned(listOf(30)), records())).counts).toMatchObject({
    stored: 0,
    unchanged: 30,
  })
  expect(await onRecord()).toEqual([30, 60])
})

it.each([3, 7, 10, 14, 18])(
  'that breaks after %i requests and is run again stores each pupil and need once',
  async (requests) => {
    const plan = await planned(listOf(150))
    let left = requests
    const cut = (request: Request) =>
      left-- > 0 ? graph.handle(request) : Promise.reject(new TypeError('fetch failed'))
    const first = await runImport(plan, recordsAs('senco', cut))
    expect(first.ended).not.toBeNull()
    expect(first.counts.notReached).toBeGreaterThan(0)
    const second = await runImport(plan, records())
    expect(second.ended).toBeNull()
    expect(await onRecord()).toEqual([150, 300])
  },
)

it('whose answers are lost after the work was done does not store a row again', async () => {
  graph.admin.fault({ answer: 'lostAfter', method: 'POST', path: 'batch', times: 2 })
  const { counts } = await runImport(await planned(listOf(50)), records())
  expect(counts.stored + counts.refused + counts.notReached).toBe(50)
  await runImport(await planned(listOf(50)), records())
  expect(await onRecord()).toEqual([50, 100])
})

it('ends where the person stops it, and says which rows it did not reach', async () => {
  const stop = new AbortController()
  const result = await runImport(
    await planned(listOf(250)),
    records(),
    (done) => done >= 100 && stop.abort(),
    stop.signal,
  )
  expect([result.ended, result.counts]).toEqual([
    'stopped',
    { stored: 100, unchanged: 0, refused: 0, notReached: 150 },
  ])
})

it('changes what differs and nothing else, and not a pupil whom somebody changed since the preview', async () => {
  await runImport(await planned(listOf(2)), records())
  const moved = listOf(2).replaceAll(',4,K,', ',5,K,')
  const plan = await planned(moved)
  expect(plan.counts).toMatchObject({ changed: 2 })
  const { records: [ann] } = await records().store(Pupil).about('upn', upnNumber(0)) // prettier-ignore
  await recordsAs('it').store(Pupil).update(ann!, { yearGroup: '6' })
  const { rows } = await runImport(plan, records())
  expect(rows.map(({ outcome, how }) => [outcome, how])).toEqual([
    ['refused', null],
    ['stored', 'changed'],
  ])
  expect(rows[0]!.reasons[0]!.found).toContain('somebody changed')
  expect((await records().store(Pupil).about('upn', upnNumber(0))).records[0]!.yearGroup).toBe('6')
})

it('does not undo what somebody saved after a preview that showed nothing to change, or a new pupil', async () => {
  const fresh = await planned(listOf(1))
  await runImport(fresh, records())
  const unchanged = await planned(listOf(1))
  expect(unchanged.counts).toMatchObject({ unchanged: 1 })
  const { records: [ann] } = await records().store(Pupil).about('upn', upnNumber(0)) // prettier-ignore
  await recordsAs('it').store(Pupil).update(ann!, { yearGroup: '6' })
  for (const plan of [unchanged, fresh]) {
    const { rows } = await runImport(plan, records())
    expect(rows.map(sayResult)).toEqual([expect.stringContaining('somebody changed since the preview')])
  }
  expect((await records().store(Pupil).byKey(ann!.key)).yearGroup).toBe('6')
})

it('without the right to write ends with the reason and stores nothing', async () => {
  const { counts, ended } = await runImport(await planned(listOf(3)), recordsAs('head'))
  expect(counts).toEqual({ stored: 0, unchanged: 0, refused: 0, notReached: 3 })
  expect(ended).toMatchObject({ trouble: { code: 'noAccess' } })
})

it('of the same file by two people in the same minute makes each pupil and need once', async () => {
  const text = `${headings}\n${upnNumber(1)},Haigh,Ann,9/1/2018,4,K,SLCN,ASD\n,Lumb,Kit,3/3/2017,5,K,SEMH,\n`
  const [mine, theirs] = await Promise.all([planned(text), planned(text)])
  const results = await Promise.all([runImport(mine, records()), runImport(theirs, recordsAs('it'))])
  expect(results.map(({ counts }) => counts.refused)).toEqual([0, 0])
  expect(await onRecord()).toEqual([2, 3])
})

it.each([
  ['whose status is nonsense', { gtStatus: 'SEN!' }],
  ['whose UPN is nonsense too', { gtStatus: 'SEN!', gtUpn: 'lost' }],
  [
    'of which nothing is left but the key',
    { gtStatus: null, gtUpn: null, gtSurname: null, gtForename: null },
  ],
])('does not make a second pupil of one %s, and says which row to put right', async (_, columns) => {
  await runImport(await planned(listOf(3)), records())
  const { records: [, spoilt] } = await records().store(Pupil).all() // prettier-ignore
  await graph.admin.editRow('/sites/oakfield-senco', 'Pupils', Number(spoilt!.id), columns)
  const plan = await planned(`${listOf(3)}${upnNumber(9)},Other,Ben,9/1/2017,4,K,SLCN,ASD\n`)
  const about = plan.rows.find((row) => row.outcome === 'refused')!
  expect(about).toMatchObject({
    who: { upn: spoilt!.upn },
    reasons: [{ found: 'a pupil who may be on record in a row that can’t be read' }],
  })
  expect(sayResult((await runImport(plan, records())).rows[about.row - 2]!)).toContain(
    `row ${spoilt!.id} of the list Pupils`,
  )
  expect(plan.counts).toEqual({ new: 1, changed: 0, unchanged: 2, refused: 1 })
})
