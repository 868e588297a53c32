// Random commands and faults against the model of the store, in several processes, and what came out:
// npm run reliability [-- --commands 1000000] [--processes 2] [--seed 1]
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { checkNode, ensureInstalled, root } from './project.mjs'

checkNode()
await ensureInstalled()
const { values } = parseArgs({
  options: {
    commands: { type: 'string', default: '100000' },
    processes: { type: 'string', default: '2' },
    seed: { type: 'string', default: String(1 + Math.floor(Math.random() * 1e9)) },
  },
})
const [commands, processes, first] = [values.commands, values.processes, values.seed].map(Number)
if (![commands, processes, first].every((each) => Number.isSafeInteger(each) && each > 0)) {
  console.error('--commands, --processes and --seed take whole numbers above 0.')
  process.exit(2)
}

const total = { commands: 0, answered: 0, refused: 0 }
const faults = {}
const failures = { lost: 0, doubled: 0, forbidden: 0, untrue: 0, needless: 0 }
const seeds = []
const children = []
const began = Date.now()

const hear = (line) => {
  const { seed, failed, what, ...counts } = JSON.parse(line)
  if (failed) {
    failures[failed] += 1
    seeds.push(seed)
    return console.log(`Seed ${seed} failed: ${what}`)
  }
  for (const name of Object.keys(total)) total[name] += counts[name]
  for (const [name, count] of Object.entries(counts.faults)) faults[name] = (faults[name] ?? 0) + count
}
const count = (number) => number.toLocaleString('en-GB')
const say = () => {
  const seconds = Math.round((Date.now() - began) / 1000)
  console.log(`${count(total.commands)} commands in ${count(seconds)} s, ${seeds.length} seeds failed`)
}
const tell = () => {
  const kinds = Object.entries(faults).toSorted(([, a], [, b]) => b - a)
  const spoilt = kinds.filter(([name]) => !name.includes(':'))
  const sum = (some) => some.reduce((all, [, each]) => all + each, 0)
  say()
  console.log(
    `Faults injected: ${count(sum(spoilt))} (${spoilt.map(([name, each]) => `${name} ${count(each)}`).join(', ')})`,
  )
  const beside = kinds.filter(([name]) => name.includes(':'))
  console.log(`Beside them: ${beside.map(([name, each]) => `${name} ${count(each)}`).join(', ')}`)
  console.log(`Answered: ${count(total.answered)}, refused: ${count(total.refused)}`)
  const { lost, doubled, forbidden, untrue, needless } = failures
  console.log(
    `Lost: ${lost}, doubled: ${doubled}, forbidden reads or writes: ${forbidden}, told wrongly: ${untrue}, refused without need: ${needless}`,
  )
  if (seeds.length > 0)
    console.log(`Do one again: GOLDTHREAD_SEED=${seeds[0]} npx vitest run tests/graph/model.test.ts`)
}

const work = (at) =>
  new Promise((done) => {
    const worker = join(root, 'tests/graph/model/worker.ts')
    // Seeds of the processes lie far apart.
    const args = [
      '--import',
      'tsx',
      worker,
      String(Math.ceil(commands / processes)),
      String(first + at * 10_000_000),
    ]
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    children.push(child)
    createInterface({ input: child.stdout }).on('line', hear)
    child.on('close', (code) => done(code === 0))
  })

const now = setInterval(say, 30_000)
let stopped = false
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    stopped = true
    for (const child of children) child.kill()
  })
const whole = await Promise.all(Array.from({ length: processes }, (_, at) => work(at)))
clearInterval(now)
if (!whole.every(Boolean)) console.log(stopped ? 'Stopped before the end.' : 'A process broke off.')
tell()
process.exit(seeds.length === 0 && (stopped || whole.every(Boolean)) ? 0 : 1)
