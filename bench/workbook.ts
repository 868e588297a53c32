/**
 * What a provision map costs to write: `npx tsx bench/workbook.ts [rounds] [lines …]`. 14 columns with styles, one
 * table, a list to choose from, two conditional formats, frozen panes and print set-up, of 1,000, 10,000 and 50,000
 * lines, by each writer in a process of its own and by turns, so that a busy minute falls on all; beside them the same
 * XML only compressed, which is the limit. Tells medians of processor time, time on the clock, peak memory and size,
 * and ratios, which carry further than the figures. SheetJS writes no table and no styles: no writer to be held
 * against. Compressor of ours: the platform's CompressionStream (zlib), small parts by fflate.
 */
import { execFile } from 'node:child_process'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { median } from './median.ts'
import { compressors, writers } from './workbook/writers.ts'

const rounds = Number(process.argv[2] ?? 5)
const counts = process.argv.length > 3 ? process.argv.slice(3).map(Number) : [1000, 10_000, 50_000]
const names = [...Object.keys(writers), ...Object.keys(compressors)]
const styled = ['hucre', 'excelts', 'exceljs']

type Told = { cpu: number; wall: number; size: number; before: number; peak: number }
const run = promisify(execFile)
const child = fileURLToPath(new URL('workbook/child.ts', import.meta.url))
const told = async (name: string, count: number): Promise<Told> =>
  JSON.parse((await run(process.execPath, ['--import', 'tsx', child, name, String(count)])).stdout) as Told

const all = new Map<string, Told[]>()
const loads: number[] = []
for (let round = 0; round < rounds; round += 1)
  for (const count of counts) {
    loads.push(loadavg()[0]!)
    for (const name of names.toSorted(() => Math.random() - 0.5)) {
      const key = `${count} ${name}`
      all.set(key, [...(all.get(key) ?? []), await told(name, count)])
    }
  }
const figure = (count: number, name: string, of: (one: Told) => number) =>
  median(all.get(`${count} ${name}`)!.map(of))
const cpu = (count: number, name: string) => figure(count, name, (one) => one.cpu)
const wall = (count: number, name: string) => figure(count, name, (one) => one.wall)
const peak = (count: number, name: string) => figure(count, name, (one) => one.peak)

console.log(`${rounds} rounds; load of the machine ${loads.map((load) => load.toFixed(1)).join(' ')}`)
for (const count of counts) {
  console.log(`\n${count.toLocaleString('en-GB')} lines`)
  console.log(
    `${'writer'.padEnd(50)}${['CPU ms', 'clock ms', 'peak MB', 'kB', 'CPU ratio'].map((word) => word.padStart(11)).join('')}`,
  )
  for (const name of names)
    console.log(
      name.padEnd(50) +
        [
          cpu(count, name).toFixed(0),
          wall(count, name).toFixed(0),
          peak(count, name).toFixed(0),
          (figure(count, name, (one) => one.size) / 1000).toFixed(0),
          (cpu(count, name) / cpu(count, 'Goldthread')).toFixed(2),
        ]
          .map((text) => text.padStart(11))
          .join(''),
    )
  const [fastest] = styled.toSorted((a, b) => cpu(count, a) - cpu(count, b))
  console.log(
    `Fastest other writer with table and styles: ${fastest!}, ${(cpu(count, fastest!) / cpu(count, 'Goldthread')).toFixed(1)} times our processor time, ` +
      `${(wall(count, fastest!) / wall(count, 'Goldthread')).toFixed(1)} times our time on the clock; our peak is ${((100 * peak(count, 'Goldthread')) / peak(count, 'exceljs')).toFixed(0)}% of exceljs’s`,
  )
}
const [least, most] = [Math.min(...counts), Math.max(...counts)]
if (most > least) {
  const per = (count: number) => (1000 * cpu(count, 'Goldthread')) / count
  console.log(
    `\nGrowth: ${counts.map((count) => `${count.toLocaleString('en-GB')} lines ${per(count).toFixed(0)} µs a line`).join(', ')}`,
  )
}
