/**
 * One generator in a process of its own: makes so many documents and tells what each cost, as JSON. What is made of
 * the records before a generator begins is the same for all and is measured by itself, to be taken off.
 */
import { generators } from './generators.ts'
import { minutesNumbered } from './content.ts'

const [name = '', count = '60'] = process.argv.slice(2)
const cpu = (since?: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}
const before = process.memoryUsage().rss
const make = await generators[name]!()
const costs: number[] = []
let size = 0
for (let at = 0; at < Number(count); at += 1) {
  const start = process.cpuUsage()
  size = (await make(at)).length
  costs.push(cpu(start))
}
const contents: number[] = []
for (let at = 0; at < 20; at += 1) {
  const start = process.cpuUsage()
  minutesNumbered(at)
  contents.push(cpu(start))
}
console.log(
  JSON.stringify({
    costs,
    contents,
    size,
    peak: process.resourceUsage().maxRSS / 1024,
    before: before / 1e6,
  }),
)
