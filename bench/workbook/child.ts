/** One writer in a process of its own: warmed by small files, then one file of so many lines; tells what it cost, as JSON. */
import { linesOf } from './rows.ts'
import { compressors, writers, xmlOf } from './writers.ts'

const [name = '', count = '1000'] = process.argv.slice(2)
const alone = compressors[name]
const small = linesOf(100)
const lines = linesOf(Number(count))
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
const write = await ready()
const before = process.resourceUsage().maxRSS / 1024
const cpu = process.cpuUsage()
const began = performance.now()
const size = await write()
const wall = performance.now() - began
const { user, system } = process.cpuUsage(cpu)
console.log(
  JSON.stringify({
    cpu: (user + system) / 1000,
    wall,
    size,
    before,
    peak: process.resourceUsage().maxRSS / 1024,
  }),
)
