/** One generator in a process of its own: makes so many documents and tells what the writing of each cost, as JSON. */
import { generators } from './generators.ts'

const [name = '', count = '60'] = process.argv.slice(2)
const next = await generators[name]!()
const costs: number[] = []
let size = 0
for (let at = 0; at < Number(count); at += 1) {
  const write = next(at)
  const start = process.cpuUsage()
  size = (await write()).length
  const { user, system } = process.cpuUsage(start)
  costs.push((user + system) / 1000)
}
console.log(JSON.stringify({ costs, size, peak: process.resourceUsage().maxRSS / 1024 }))
