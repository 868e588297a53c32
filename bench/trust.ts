/**
 * Figures of a trust: `npx tsx bench/trust.ts [schools] [pupils of each]`, or `npm run bench -- trust`. Fills so many
 * schools (50) with so many made-up pupils with SEND each (1,200), each in a site of its own of the local Graph, lets
 * every school send its figures from its own records, and reads them as somebody who is let into the sites for
 * governors alone, 120 ms before each answer; beside it, what the same view would cost whoever may read every record
 * of every school. The budget for a page is the product's own.
 */
import type { SchoolConfig } from '../src/config.ts'
import { derivedKey } from '../src/domain/derivedKey.ts'
import { Need } from '../src/domain/records/need.ts'
import { Pupil } from '../src/domain/records/pupil.ts'
import { Review } from '../src/domain/records/review.ts'
import { SchoolFigures } from '../src/domain/records/schoolFigures.ts'
import { fewestShown } from '../src/domain/rules/analysisHidden.ts'
import { usualReviewSettings } from '../src/domain/rules/reviewSettings.ts'
import { figureKinds, trustFigures } from '../src/domain/rules/trustFigures.ts'
import { figuresText, readFigures, totalOf } from '../src/domain/rules/trustTotals.ts'
import { createGraphEmulator, type GraphEmulator } from '../src/emulator/graph/index.ts'
import { localHost, localPersonas } from '../src/emulator/graph/local.ts'
import { graphClient } from '../src/graph/client.ts'
import { connect } from '../src/graph/connect.ts'
import { setUpSite } from '../src/graph/lists.ts'
import { bulkUnits, newPace } from '../src/graph/pace.ts'
import { readSchoolFigures } from '../src/tab/trust/useTrust.ts'
import type { Options } from './index.ts'
import { isMain } from './isMain.ts'
import { fillRegister } from './register/fill.ts'
import { type Row, table } from './row.ts'

const latency = 120
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())
const plain = {
  now: () => new Date(),
  sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)),
}

const schoolsOf = (count: number): SchoolConfig[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `school${at}`,
    name: `School ${at + 1}`,
    sites: {
      senco: `${localHost}:/sites/school${at}-senco`,
      governors: `${localHost}:/sites/school${at}-governors`,
    },
  }))

const trustOf = async (schools: readonly SchoolConfig[], pupils: number): Promise<GraphEmulator> => {
  const emulator = await createGraphEmulator({
    host: localHost,
    personas: localPersonas,
    sites: schools.flatMap(({ id, name }) => [
      { path: `/sites/${id}-senco`, displayName: name, members: { senco: 'write', it: 'owner' } },
      {
        path: `/sites/${id}-governors`,
        displayName: `${name} for governors`,
        members: { senco: 'write', governor: 'read', it: 'owner' },
      },
    ]),
  })
  const graph = graphClient({ ...plain, send: emulator.handle, token: () => Promise.resolve('local:it') })
  for (const { id, sites } of schools) {
    await setUpSite(graph, sites.senco, [Pupil, Need, Review])
    await setUpSite(graph, sites.governors!, [SchoolFigures])
    await fillRegister(emulator, `/sites/${id}-senco`, pupils, today)
  }
  return emulator
}

/** Each school's figures from its own records, as its SENCO sends them. */
const sendAll = async (emulator: GraphEmulator, schools: readonly SchoolConfig[]) => {
  let longest = 0
  for (const school of schools) {
    const { records } = connect({
      school,
      send: emulator.handle,
      token: () => Promise.resolve('local:senco'),
    })
    const [pupils, needs, reviews] = await Promise.all([
      records.store(Pupil).all(),
      records.store(Need).all(),
      records.store(Review).all(),
    ])
    const began = performance.now()
    const none = { cost: null, topUp: null, planned: null, given: null }
    const figures = trustFigures(
      {
        pupils: pupils.records,
        needs: needs.records,
        reviews: reviews.records,
        settings: usualReviewSettings,
        ...none,
      },
      today,
      fewestShown,
    )
    longest = Math.max(longest, performance.now() - began)
    await records.store(SchoolFigures).create(
      {
        school: school.name,
        on: today,
        by: 'Helen Marsh',
        fewest: fewestShown,
        figures: figuresText(figures),
      },
      derivedKey('SchoolFigures', school.id),
    )
  }
  return longest
}

type Seen = { requests: number; bytes: number; waits: number; milliseconds: number }

/** All schools at once, as the trust's screen reads them, over a network that takes its time. */
const readAll = async <T>(
  emulator: GraphEmulator,
  schools: readonly SchoolConfig[],
  persona: string,
  read: (records: ReturnType<typeof connect>['records']) => Promise<T>,
): Promise<{ answers: PromiseSettledResult<T>[]; seen: Seen }> => {
  const seen: Seen = { requests: 0, bytes: 0, waits: 0, milliseconds: 0 }
  const pace = newPace()
  const send = async (request: Request): Promise<Response> => {
    const waits = seen.waits + 1
    seen.requests += 1
    await plain.sleep(latency)
    const answer = await emulator.handle(request)
    const bytes = await answer.arrayBuffer()
    seen.bytes += bytes.byteLength
    seen.waits = Math.max(seen.waits, waits)
    return new Response(bytes, answer)
  }
  const began = performance.now()
  const answers = await Promise.allSettled(
    schools.map((school) =>
      read(connect({ school, send, token: () => Promise.resolve(`local:${persona}`), pace }).records),
    ),
  )
  seen.milliseconds = performance.now() - began
  return { answers, seen }
}

const measured = async (count: number, pupils: number): Promise<Row[]> => {
  const schools = schoolsOf(count)
  const emulator = await trustOf(schools, pupils)
  try {
    const longest = await sendAll(emulator, schools)
    const { answers, seen } = await readAll(emulator, schools, 'governor', (records) =>
      readSchoolFigures({ records }),
    )
    const sent = answers.flatMap((each) =>
      each.status === 'fulfilled' && each.value ? [readFigures(each.value.figures)] : [],
    )
    const began = performance.now()
    const totals = figureKinds.map(({ id }) => totalOf(id, sent))
    const adding = performance.now() - began
    if (totals[0]!.value !== count * pupils) throw new Error('The figures do not add up to the pupils')
    const peer = await readAll(emulator, schools, 'senco', async (records) => {
      await Promise.all([Pupil, Need, Review].map((type) => records.store(type).all()))
    })
    const closed = await readAll(emulator, schools, 'governor', (records) => records.store(Pupil).all())
    const open = closed.answers.filter(({ status }) => status === 'fulfilled').length
    const of = (what: string) =>
      `Trust of ${count} schools, ${(count * pupils).toLocaleString('en-GB')} pupils: ${what}`
    const row = (what: string, figure: number, unit: string, beside: number | null = null): Row => ({
      what: of(what),
      figure,
      unit,
      peer: beside,
      ratio: beside ? figure / beside : null,
      limit: null,
      ok: true,
    })
    const unitsOfSchool = 3
    return [
      {
        ...row('requests, least (a list of each school) beside', seen.requests, 'requests', count),
        limit: 'at most 2 a school',
        ok: seen.requests <= 2 * count,
      },
      row('the same, every record of every school beside', seen.requests, 'requests', peer.seen.requests),
      row('kB, every record of every school beside', seen.bytes / 1000, 'kB', peer.seen.bytes / 1000),
      row('time, every record of every school beside', seen.milliseconds, 'ms', peer.seen.milliseconds),
      {
        ...row('answers waited for one behind another', seen.waits, 'answers', 2),
        limit: 'at most 2',
        ok: seen.waits <= 2,
      },
      row('adding up all figures', adding, 'ms'),
      row('reckoning and hiding the figures of one school, the longest', longest, 'ms'),
      {
        ...row('schools whose pupils the reader of the figures can read', open, 'schools'),
        limit: 'none',
        ok: open === 0,
      },
      row(
        'schools that one page could read in a minute, on paper',
        Math.floor(bulkUnits / unitsOfSchool),
        'schools',
      ),
    ]
  } finally {
    await emulator.close()
  }
}

export const run = ({ quick }: Options): Promise<Row[]> => (quick ? measured(5, 200) : measured(50, 1_200))

if (isMain(import.meta.url))
  console.log(table(await measured(Number(process.argv[2] ?? 50), Number(process.argv[3] ?? 1_200))))
