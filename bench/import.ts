/**
 * Importing a school: `npx tsx bench/import.ts [rows …]`, or `npm run bench -- import`. A CSV of 2,000 and 10,000 new
 * pupils with a need each, stored by the product's own run of an import; the same rows written by Microsoft's client
 * one by one, and by PnPjs in batches of 20, both in a loop that waits as long as SharePoint says. Each answer takes
 * 120 ms, and the local Graph gives 1,250 resource units a minute as SharePoint's page says, 2 for each row. Time is
 * that of a clock that leaps over waits and runs on with what is reckoned, the same for all three: ten thousand rows
 * take half an hour by it. What the budget allows at least: every minute's units at its beginning, and the last rows'
 * batches one after another.
 */
import { bulkUnits } from '../src/graph/pace.ts'
import { leapingClock } from './import/clock.ts'
import { type Carried, emptySchool, latency, unitsPerMinute } from './import/school.ts'
import { importOurs, importPlain, importPnp, planOf } from './import/ways.ts'
import type { Options } from './index.ts'
import { isMain } from './isMain.ts'
import { type Row, table } from './row.ts'

type Told = { seconds: number; requests: number; reads: number; refused: number }
const inBatch = 20
const unitsOfRow = 2

const timed = async (
  rows: number,
  way: (carried: Carried, plan: Awaited<ReturnType<typeof planOf>>) => Promise<void>,
): Promise<Told> => {
  const clock = leapingClock()
  const carried = await emptySchool(clock)
  const plan = await planOf(carried, rows)
  const began = clock.now().getTime()
  await way(carried, plan)
  const seconds = (clock.now().getTime() - began) / 1000
  await carried.emulator.close()
  return { seconds, ...carried.seen }
}

/** Seconds that so many rows take at least at so many units a minute, all of them at once when a minute begins. */
const leastSeconds = (rows: number, perMinute: number): number => {
  const units = rows * unitsOfRow
  const minutes = Math.ceil(units / perMinute) - 1
  return 60 * minutes + (latency / 1000) * Math.ceil((units - minutes * perMinute) / unitsOfRow / inBatch)
}

const measured = async (rows: number): Promise<Row[]> => {
  const of = (what: string) => `Import of ${rows.toLocaleString('en-GB')} pupils: ${what}`
  const ours = await timed(rows, importOurs)
  const plain = await timed(rows, importPlain)
  const pnp = await timed(rows, importPnp)
  const written = rows * 2
  const least = Math.ceil(written / inBatch) + ours.reads
  const allowed = leastSeconds(written, unitsPerMinute)
  const told = (what: string, figure: number, unit: string, peer: number): Row => ({
    what: of(what),
    figure,
    unit,
    peer,
    ratio: figure / peer,
    limit: null,
    ok: true,
  })
  const limited = (row: Row, most: number, limit: string): Row => ({ ...row, limit, ok: row.ratio! <= most })
  return [
    limited(
      told('requests, batches of 20 and the reading beside', ours.requests, 'requests', least),
      1,
      'the least',
    ),
    told('requests, plain Graph client beside', ours.requests, 'requests', plain.requests),
    told('requests, PnPjs beside', ours.requests, 'requests', pnp.requests),
    limited(
      told(
        `time, what ${unitsPerMinute.toLocaleString('en-GB')} units a minute allow beside`,
        ours.seconds,
        's',
        allowed,
      ),
      1.2,
      'at most 1.2 times',
    ),
    told(
      `time, what our own ${bulkUnits.toLocaleString('en-GB')} units a minute allow beside`,
      ours.seconds,
      's',
      leastSeconds(written, bulkUnits),
    ),
    told('time, plain Graph client beside', ours.seconds, 's', plain.seconds),
    told('time, PnPjs beside', ours.seconds, 's', pnp.seconds),
    {
      ...told('times that SharePoint said “too much”, PnPjs beside', ours.refused, 'times', pnp.refused),
      ratio: null,
    },
  ]
}

export const run = async ({ quick }: Options, counts = quick ? [500] : [2_000, 10_000]): Promise<Row[]> => {
  const rows: Row[] = []
  for (const count of counts) rows.push(...(await measured(count)))
  return rows
}

if (isMain(import.meta.url)) {
  const counts = process.argv.slice(2).map(Number)
  console.log(table(await run({ quick: false }, counts.length > 0 ? counts : undefined)))
}
