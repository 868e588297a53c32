// Plants mistakes in a copy of src/graph, one at a time, and counts those that a test of Graph sees:
// npm run plant-faults [-- WORD …] plants only those whose description has one of the words.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { faults } from './faultList.mjs'
import { checkNode, ensureInstalled, root } from './project.mjs'

checkNode()
await ensureInstalled()

const words = process.argv.slice(2)
const wanted = faults.filter(({ fault }) => words.length === 0 || words.some((word) => fault.includes(word)))

/** How often a text stands in a file: a mistake is planted where it stands once. */
const places = ({ file, from }) => readFileSync(join(root, file), 'utf8').split(from).length - 1
const moved = wanted.filter((each) => places(each) !== 1)
for (const each of moved) console.error(`${each.file} has ${places(each)} places like: ${each.from}`)
if (moved.length > 0 || wanted.length === 0) {
  console.error('Nothing was planted: bring scripts/faultList.mjs up to the code first.')
  process.exit(2)
}

const copy = mkdtempSync(join(tmpdir(), 'goldthread-faults-'))
const cleanUp = () => rmSync(copy, { recursive: true, force: true })
process.on('exit', cleanUp)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130))
for (const part of ['src', 'tests', 'scripts', 'package.json', 'tsconfig.json', 'vite.config.ts']) {
  cpSync(join(root, part), join(copy, part), { recursive: true })
}
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')

// The random schedules take their own time and find by chance; who sees what is looked at last.
const every = [
  ...readdirSync(join(root, 'tests/graph'))
    .filter(
      (name) =>
        name.endsWith('.test.ts') && !['model.test.ts', 'storm.test.ts', 'schedules.test.ts'].includes(name),
    )
    .map((name) => `tests/graph/${name}`),
  'tests/access/personas.test.ts',
]

/** The first test that fails with what is planted now, or null. A run that tells nothing counts as no test. */
const firstFailing = async (tests) => {
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  const args = ['run', ...tests, '--bail=1', '--reporter=json', `--outputFile=${report}`]
  await new Promise((done) =>
    spawn(process.execPath, [join(copy, 'node_modules/vitest/vitest.mjs'), ...args], {
      cwd: copy,
      stdio: 'ignore',
    }).on('close', done),
  )
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const failed = testResults.flatMap(({ name, assertionResults, status, message }) => {
    const file = name.split(/[\\/]tests[\\/]/).at(-1)
    const named = assertionResults.filter((each) => each.status === 'failed')
    if (named.length > 0) return named.map(({ title }) => `${file}: ${title}`)
    return status === 'failed' && message !== '' ? [`${file}: ${message.split('\n')[0]}`] : []
  })
  return failed[0] ?? null
}

console.log('Looking whether the tests pass with nothing planted …')
const first = await firstFailing([...new Set(wanted.flatMap(({ tests }) => tests))])
if (first) {
  console.error(`They don’t, so nothing can be told: ${first}`)
  process.exit(2)
}

let caught = 0
for (const { fault, file, from, to, tests } of wanted) {
  const path = join(copy, file)
  const sound = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    sound.replace(from, () => to),
  )
  const rest = every.filter((each) => !tests.includes(each))
  const by = (await firstFailing(tests)) ?? (await firstFailing(rest))
  writeFileSync(path, sound)
  if (by) caught += 1
  console.log(`${fault} → ${by ?? 'NOT CAUGHT'}`)
}
console.log(`${wanted.length} planted, ${caught} caught`)
process.exit(caught === wanted.length ? 0 : 1)
