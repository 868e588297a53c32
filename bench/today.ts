/**
 * How long Today waits for its lists: `npx tsx bench/today.ts [latency] [rounds] [school]`, or `npm run bench -- today`. Fills a made-up school in
 * memory (Northmoor, 1,100 pupils, unless said), lets every answer of Graph wait so many milliseconds (150 unless
 * said), and reads what Today reads in three ways of the same run: as the screen does; all lists one after another in
 * Graph's usual pages of 200, as a screen that asks for each when it comes to it; and one after another in pages as
 * large as ours. Then what the rules and the comparing of what staff see take. Tells medians over the rounds, which
 * stand for nothing but this machine, and the ratios, which carry further.
 */
import { DateLimit } from '../src/domain/records/dateLimit.ts'
import { Pupil } from '../src/domain/records/pupil.ts'
import { Review } from '../src/domain/records/review.ts'
import { School } from '../src/domain/records/school.ts'
import { reviewSettingsOf } from '../src/domain/rules/reviewSettings.ts'
import { settingsOn } from '../src/domain/rules/settings.ts'
import { workList } from '../src/domain/rules/today.ts'
import { createGraphEmulator } from '../src/emulator/graph/index.ts'
import { localHost, localPersonas, localSites } from '../src/emulator/graph/local.ts'
import { localConfig, seedSchools } from '../src/emulator/seed/index.ts'
import { connect } from '../src/graph/connect.ts'
import { type Source, sources } from '../src/tab/today/turns.ts'
import { publicationLines } from '../src/ui/publish/publicationLines.ts'
import type { Options } from './index.ts'
import { isMain } from './isMain.ts'
import { median } from './median.ts'
import type { Row } from './row.ts'

/** What Today can’t begin without; it is read beside the sources of the first turn. */
const beginning = [Pupil, Review, School, DateLimit] as const

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())

const measured = async (
  latency: number,
  rounds: number,
  id: string,
  say: (line: string) => void,
): Promise<Row[]> => {
  const emulator = await createGraphEmulator({ host: localHost, personas: localPersonas, sites: localSites })
  await seedSchools(emulator.handle, { today, schools: [id] })
  const school = localConfig.schools.find((one) => one.id === id)!

  type Seen = { requests: number; bytes: number; depth: number }
  /** A connection of its own, as a page that was just opened has, and what went over it. */
  const fresh = (rewrite: (address: string) => string = (same) => same) => {
    const seen: Seen = { requests: 0, bytes: 0, depth: 0 }
    const send = async (request: Request): Promise<Response> => {
      // One more than whatever had been answered when this was asked: how many waits stand behind each other.
      const depth = seen.depth + 1
      seen.requests += 1
      await new Promise((done) => setTimeout(done, latency))
      const address = rewrite(request.url)
      const answer = await emulator.handle(address === request.url ? request : new Request(address, request))
      const bytes = await answer.arrayBuffer()
      seen.bytes += bytes.byteLength
      seen.depth = Math.max(seen.depth, depth)
      return new Response(bytes, answer)
    }
    const token = () => Promise.resolve('local:senco')
    return { seen, records: connect({ school, send, token }).records }
  }
  const inTurn = (turn: 1 | 2): Source[] =>
    Object.values<Source>(sources).filter((each) => each.turn === turn)
  const firstTurn: readonly Source[] = [
    ...beginning.map((type) => ({ type, turn: 1 as const })),
    ...inTurn(1),
  ]
  const secondTurn = inTurn(2)
  type Records = ReturnType<typeof fresh>['records']
  const readOne = (records: Records, { type, only }: Source) =>
    only ? records.store(type).about(only.field as never, only.value) : records.store(type).all()
  const together = (records: Records, all: readonly Source[]) =>
    Promise.all(all.map((each) => readOne(records, each)))

  type Way = { readonly name: string; run(): Promise<{ first: number; whole: number; seen: Seen }> }
  const oneByOne = (rewrite?: (address: string) => string) => async () => {
    const { seen, records } = fresh(rewrite)
    const began = performance.now()
    for (const each of firstTurn) await readOne(records, each)
    const first = performance.now() - began
    for (const each of secondTurn) await readOne(records, each)
    return { first, whole: performance.now() - began, seen }
  }
  const ways: readonly Way[] = [
  {
    name: 'as the screen does',
    run: async () => {
      const { seen, records } = fresh()
      const began = performance.now()
      await together(records, firstTurn)
      const first = performance.now() - began
      await together(records, secondTurn)
      return { first, whole: performance.now() - began, seen }
    },
  },
  { name: 'one after another, 200 rows a page', run: oneByOne((address) => address.replace('$top=5000', '$top=200')) },
  { name: 'one after another, large pages', run: oneByOne() },
] // prettier-ignore

  say(`${school.name}, ${latency} ms before each answer, ${rounds} rounds`)
  const results = new Map<string, { first: number; whole: number }>()
  for (const { name, run } of ways) {
    const runs = []
    for (let at = 0; at < rounds; at++) runs.push(await run())
    const first = median(runs.map((one) => one.first))
    const whole = median(runs.map((one) => one.whole))
    const { requests, bytes, depth } = runs[0]!.seen
    results.set(name, { first, whole })
    say(
      `${name}: what is due after ${first.toFixed(0)} ms, all after ${whole.toFixed(0)} ms; ` +
        `${requests} requests, ${depth} waits behind each other, ${(bytes / 2 ** 20).toFixed(1)} MB`,
    )
  }
  const [own, peer] = [...results.values()]
  say(
    `ratio to one after another in usual pages: due ${(peer!.first / own!.first).toFixed(1)}, all ${(peer!.whole / own!.whole).toFixed(1)}`,
  )

  const { records } = fresh()
  const all = async (source: Source) => (await readOne(records, source)).records
  const named = Object.fromEntries([...firstTurn, ...secondTurn].map((each) => [each.type.name, each]))
  const read = Object.fromEntries(
    await Promise.all(Object.entries(named).map(async ([name, each]) => [name, await all(each)] as const)),
  )
  const took = (work: () => unknown) =>
    median(
      Array.from({ length: rounds }, () => {
        const began = performance.now()
        work()
        return performance.now() - began
      }),
    ).toFixed(0)
  const published = () =>
    publicationLines(
      {
        pupils: read['Pupil'],
        needs: read['Need'],
        outcomes: read['Outcome'],
        profiles: read['Profile'],
        publications: read['Publication'],
        shown: read['StaffProfile'],
        targets: read['StaffTarget'],
      } as never,
      today,
    )
  const settings = settingsOn(read['School'] as unknown as readonly School[], today) ?? null
  const lists = {
    pupils: read['Pupil'],
    reviews: read['Review'],
    chases: read['Chase'],
    contributors: read['Contributor'],
    actions: read['Action'],
    assessments: read['NeedsAssessment'],
    cycles: read['Cycle'],
    conversations: read['ChronologyEntry'],
    allocations: read['Allocation'],
    provisions: read['Provision'],
    needs: read['Need'],
    outcomes: read['Outcome'],
    progress: read['OutcomeProgress'],
    profiles: read['Profile'],
    published: published(),
  }
  const given = {
    today,
    school: settings,
    review: reviewSettingsOf(settings, read['DateLimit'] as never),
    terms: read['TermDate'] as never,
  }
  const { lines, meetings } = workList(lists as never, given)
  say(
    `rules: ${lines.length} lines and ${meetings.length} meetings in ${took(() => workList(lists as never, given))} ms; ` +
      `what staff see, compared in ${took(published)} ms`,
  )
  await emulator.close()
  const row = (what: string, figure: number, beside: number): Row => ({
    what: `Today of ${school.name}, ${latency} ms before each answer: ${what}, one after another in pages of 200 beside`,
    figure,
    unit: 'ms',
    peer: beside,
    ratio: figure / beside,
    limit: null,
    ok: true,
  })
  return [row('what is due', own!.first, peer!.first), row('all of it', own!.whole, peer!.whole)]
}

export const run = ({ quick }: Options, say: (line: string) => void = () => {}): Promise<Row[]> =>
  measured(150, quick ? 1 : 5, quick ? 'oakfield' : 'northmoor', say)

if (isMain(import.meta.url))
  await measured(
    Number(process.argv[2] ?? 150),
    Number(process.argv[3] ?? 5),
    process.argv[4] ?? 'northmoor',
    console.log,
  )
