/**
 * What a provision map costs to write: `npx tsx bench/workbook.ts [rounds] [lines …]`, or `npm run bench -- workbook`. 14 columns with styles, one
 * table, a list to choose from, two conditional formats, frozen panes and print set-up, of 1,000, 10,000 and 50,000
 * lines, by each writer in a plain Node process of its own and by turns, so that a busy minute falls on all; beside
 * them the same XML only compressed, which is the limit, and a process that makes the lines and writes nothing. What
 * each writer put into its file is read from the file: one without table, styles, list or conditional formats is
 * shown, and no writer to be held against. Tells medians of processor time (all threads), time on the clock, the
 * process's peak memory, what of it is more than the empty process's, and size; and ratios, which carry further.
 * Compressor of ours: the platform's CompressionStream (zlib, its usual level), parts below 100 kB by fflate, level 6.
 */
import { execFile } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'vite'
import type { Options } from './index.ts'
import { isMain } from './isMain.ts'
import { median } from './median.ts'
import type { Row } from './row.ts'
import type { Features } from './workbook/features.ts'
import { compressors, writers } from './workbook/writers.ts'

const names = [...Object.keys(writers), ...Object.keys(compressors)]
const [ours = '', ...others] = Object.keys(writers)
const nothing = others.pop()!

type Told = { cpu: number; wall: number; size: number; peak: number }
const execute = promisify(execFile)
// Plain JavaScript, as in a release: a compiler inside the process would count as the writer's memory.
const root = fileURLToPath(new URL('..', import.meta.url))
const outDir = join(root, '.goldthread', 'bench-workbook')
const told = async <T>(name: string, what: string): Promise<T> =>
  JSON.parse((await execute(process.execPath, [join(outDir, 'child.js'), name, what])).stdout) as T

const measured = async (
  rounds: number,
  counts: readonly number[],
  say: (line: string) => void,
): Promise<Row[]> => {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'bench/workbook/child.ts', outDir, target: 'node20', emptyOutDir: true },
  })
  const columns = (texts: readonly string[], width: number) =>
    texts.map((text) => text.padStart(width)).join('')
  const features = new Map<string, Features>()
  for (const name of [ours, ...others]) features.set(name, await told<Features>(name, 'features'))
  say(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}, ${new Date().toISOString().slice(0, 10)}`,
  )
  say(`${'in a file of 100 lines'.padEnd(45)}${columns(['table', 'list', 'formats', 'styled'], 9)}`)
  const yesNo = (yes: boolean) => (yes ? 'yes' : 'no')
  for (const [name, { table, list, conditionalFormats, styled }] of features)
    say(name.padEnd(45) + columns([yesNo(table), yesNo(list), String(conditionalFormats), `${styled}%`], 9))
  const equals = others.filter((name) => {
    const { table, list, conditionalFormats, styled } = features.get(name)!
    return table && list && conditionalFormats === 2 && styled > 90
  })

  const all = new Map<string, Told[]>()
  const loads: number[] = []
  for (let round = 0; round < rounds; round += 1)
    for (const count of counts) {
      loads.push(loadavg()[0]!)
      for (const name of names.toSorted(() => Math.random() - 0.5)) {
        const key = `${count} ${name}`
        all.set(key, [...(all.get(key) ?? []), await told<Told>(name, String(count))])
      }
    }
  const figure = (count: number, name: string, of: (one: Told) => number) =>
    median(all.get(`${count} ${name}`)!.map(of))
  const cpu = (count: number, name: string) => figure(count, name, (one) => one.cpu)
  const wall = (count: number, name: string) => figure(count, name, (one) => one.wall)
  const peak = (count: number, name: string) => figure(count, name, (one) => one.peak)
  const more = (count: number, name: string) => peak(count, name) - peak(count, nothing)
  const share = (one: number, of: number) => `${((100 * one) / of).toFixed(0)}%`

  say(`\n${rounds} rounds; load of the machine ${loads.map((load) => load.toFixed(1)).join(' ')}`)
  for (const count of counts) {
    say(`\n${count.toLocaleString('en-GB')} lines`)
    const headings = ['CPU ms', 'clock ms', 'peak MB', 'more MB', 'kB', 'CPU ratio']
    say(`${'writer'.padEnd(45)}${columns(headings, 10)}`)
    for (const name of names)
      say(
        name.padEnd(45) +
          columns(
            [
              cpu(count, name).toFixed(0),
              wall(count, name).toFixed(0),
              peak(count, name).toFixed(0),
              more(count, name).toFixed(0),
              (figure(count, name, (one) => one.size) / 1000).toFixed(0),
              (cpu(count, name) / cpu(count, ours)).toFixed(2),
            ],
            10,
          ),
      )
    const [fastest] = equals.toSorted((a, b) => cpu(count, a) - cpu(count, b))
    say(
      `Fastest other writer with table and styles: ${fastest!}, ${(cpu(count, fastest!) / cpu(count, ours)).toFixed(1)} times our processor time, ` +
        `${(wall(count, fastest!) / wall(count, ours)).toFixed(1)} times our time on the clock; our peak is ${share(peak(count, ours), peak(count, 'exceljs'))} of exceljs’s, ` +
        `${share(more(count, ours), more(count, 'exceljs'))} without the ${peak(count, nothing).toFixed(0)} MB of the process and the lines alone`,
    )
  }
  const per = (count: number) => `${((1000 * cpu(count, ours)) / count).toFixed(0)} µs a line`
  say(`\nGrowth: ${counts.map((count) => `${count.toLocaleString('en-GB')} lines ${per(count)}`).join(', ')}`)
  const row = (count: number, of: string, mine: number, beside: number, unit: string): Row => ({
    what: `Map of ${count.toLocaleString('en-GB')} lines: ${of} beside`,
    figure: mine,
    unit,
    peer: beside,
    ratio: mine / beside,
    limit: null,
    ok: true,
  })
  return counts.flatMap((count) => {
    const [fastest] = equals.toSorted((a, b) => cpu(count, a) - cpu(count, b))
    return [
      row(count, `processor time, ${fastest}’s`, cpu(count, ours), cpu(count, fastest!), 'ms'),
      row(count, 'peak memory, exceljs’s', peak(count, ours), peak(count, 'exceljs'), 'MB'),
    ]
  })
}

export const run = ({ quick }: Options, say: (line: string) => void = () => {}): Promise<Row[]> =>
  quick ? measured(1, [1000], say) : measured(5, [1000, 10_000, 50_000], say)

if (isMain(import.meta.url))
  await measured(
    Number(process.argv[2] ?? 5),
    process.argv.length > 3 ? process.argv.slice(3).map(Number) : [1000, 10_000, 50_000],
    console.log,
  )
