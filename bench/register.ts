/**
 * The register of a whole trust: `npx tsx bench/register.ts [rows …]`, or `npm run bench -- register`. Fills the local
 * Graph with 10,000 and 50,000 made-up pupils with SEND, lets each answer wait 120 ms, and tells: when the first page
 * is there and how many answers had to be waited for, the requests against the least that pages of 5,000 allow, what
 * reading it again costs, beside Microsoft's own client with the pages that Graph gives by itself. Then opens the
 * register itself in Chromium with a processor four times slower: first rows, all rows, tasks of more than 50 ms while
 * it scrolls by five rows a frame, memory, and what coming back to the page asks for when three pupils were changed.
 */
import { localHost, localPersonas, localSites } from '../src/emulator/graph/local.ts'
import { createGraphEmulator } from '../src/emulator/graph/index.ts'
import { localConfig } from '../src/emulator/localConfig.ts'
import { connect } from '../src/graph/connect.ts'
import { pageSize } from '../src/graph/storeRows.ts'
import type { Options } from './index.ts'
import { isMain } from './isMain.ts'
import { fillRegister } from './register/fill.ts'
import { type Opened, openRegister } from './register/inChromium.ts'
import { type Read, readOurs, readPlain } from './register/inNode.ts'
import { type Row, table } from './row.ts'

const latency = 120
const site = '/sites/oakfield-senco'
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())

const atMost = (what: string, figure: number, unit: string, most: number, words: string): Row => ({
  what,
  figure,
  unit,
  peer: most,
  ratio: figure / most,
  limit: words,
  ok: figure <= most,
})
const told = (what: string, figure: number, unit: string, peer: number | null = null): Row => ({
  what,
  figure,
  unit,
  peer,
  ratio: peer ? figure / peer : null,
  limit: null,
  ok: true,
})

const rowsOf = (
  count: number,
  lists: ReadonlyMap<string, number>,
  ours: Read,
  plain: Read,
  opened: Opened,
): Row[] => {
  const of = (what: string) => `Register of ${count.toLocaleString('en-GB')}: ${what}`
  // Each list has one row more, by which it is known that all of it is seen.
  const least = (rows: number) => Math.ceil((rows + 1) / pageSize)
  const leastOfAll = [...lists.values()].reduce((sum, rows) => sum + least(rows), 0)
  const { firstRows, allRows, requests, refreshed, longTasks, longest, memory } = opened
  return [
    atMost(of('answers waited for until the first page'), ours.firstWaits, 'answers', 1, 'one'),
    told(of('first page of pupils, plain Graph client beside'), ours.first, 'ms', plain.first),
    told(of('all pupils, plain Graph client beside'), ours.whole, 'ms', plain.whole),
    atMost(
      of('requests for all pupils, least beside'),
      ours.requests,
      'requests',
      least(lists.get('Pupils')!),
      'the least',
    ),
    told(of('the same, plain Graph client beside'), ours.requests, 'requests', plain.requests),
    told(
      of('reading pupils again, nothing changed, plain Graph client beside'),
      ours.again,
      'requests',
      plain.again,
    ),
    told(of('first rows in Chromium, 4 times slower'), firstRows, 'ms'),
    told(of('all rows, needs and dates in Chromium, 4 times slower'), allRows, 'ms'),
    atMost(
      of('requests for pupils, needs and reviews, least beside'),
      requests,
      'requests',
      leastOfAll,
      'the least',
    ),
    told(
      of('coming back, three pupils changed: requests for these lists, first reading beside'),
      refreshed.requests,
      'requests',
      requests,
    ),
    told(of('coming back: kB of these lists, first reading beside'), refreshed.kB, 'kB', opened.kB),
    atMost(of('tasks of more than 50 ms in 4 s of scrolling, 4 times slower'), longTasks, 'tasks', 0, 'none'),
    told(of('longest task while scrolling, 4 times slower'), longest, 'ms'),
    told(of('JavaScript memory of the page with all of it'), memory, 'MB'),
  ]
}

const measured = async (count: number): Promise<Row[]> => {
  const emulator = await createGraphEmulator({
    host: localHost,
    personas: localPersonas,
    sites: localSites,
  })
  try {
    for (const school of localConfig.schools)
      await connect({ school, send: emulator.handle, token: () => Promise.resolve('local:it') }).setUp()
    const lists = await fillRegister(emulator, site, count, today)
    const ours = await readOurs(emulator, latency)
    const plain = await readPlain(emulator, latency)
    emulator.admin.set({ latency })
    const opened = await openRegister(emulator, [...lists.keys()])
    return rowsOf(count, lists, ours, plain, opened)
  } finally {
    await emulator.close()
  }
}

export const run = async (
  { quick }: Options,
  counts = quick ? [2_000] : [10_000, 50_000],
): Promise<Row[]> => {
  const rows: Row[] = []
  for (const count of counts) rows.push(...(await measured(count)))
  return rows
}

if (isMain(import.meta.url)) {
  const counts = process.argv.slice(2).map(Number)
  console.log(table(await run({ quick: false }, counts.length > 0 ? counts : undefined)))
}
