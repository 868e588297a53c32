/**
 * One writer in a process of its own: warmed by small files, then one file of so many lines; tells what it cost, as
 * JSON. `features` in place of a number tells what the writer put into a small file.
 */
import { readFileSync } from 'node:fs'
import { featuresOf } from './features.ts'
import { linesOf } from './rows.ts'
import { compressors, writers, xmlOf } from './writers.ts'

const [name = '', count = '1000'] = process.argv.slice(2)
const alone = compressors[name]
const small = linesOf(100)
const lines = linesOf(count === 'features' ? 0 : Number(count))
const ready = async (): Promise<() => Promise<number>> => {
  if (alone) {
    const [few, parts] = [await xmlOf(small), await xmlOf(lines)]
    for (let round = 0; round < 3; round += 1) await alone(few)
    return () => alone(parts)
  }
  const write = await writers[name]!()
  for (let round = 0; round < 3; round += 1) await write(small)
  return async () => (await write(lines)).length
}
/** In MB. Linux hands what its parent had on to a process's `maxRSS`: there its own is read. */
const peak = (): number => {
  const kB =
    process.platform === 'linux' && /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  return (kB ? Number(kB) : process.resourceUsage().maxRSS) / 1024
}
const cost = async () => {
  const write = await ready()
  const cpu = process.cpuUsage()
  const began = performance.now()
  const size = await write()
  const wall = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  return { cpu: (user + system) / 1000, wall, size, peak: peak() }
}
console.log(
  JSON.stringify(count === 'features' ? featuresOf(await (await writers[name]!())(small)) : await cost()),
)
