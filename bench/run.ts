/**
 * `npm run bench`: every part of `bench/index.ts`, one table, and `bench/results.md`. `-- register trust` runs these
 * parts alone and writes nothing; `-- --quick` is a short run of all; `-- --list` tells the parts.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { format } from 'prettier'
import { findBrowser } from '../scripts/findBrowser.mjs'
import { parts } from './index.ts'
import { type Measured, resultsOf } from './results.ts'
import { table } from './row.ts'

const given = process.argv.slice(2)
const quick = given.includes('--quick')
const names = given.filter((word) => !word.startsWith('--'))
const strange = [
  ...names.filter((name) => !parts.some((part) => part.name === name)),
  ...given.filter((word) => word.startsWith('--') && word !== '--quick' && word !== '--list'),
]
if (strange.length > 0) {
  console.error(
    `There is no ${strange.join(', ')}. The parts are ${parts.map(({ name }) => name).join(', ')}; beside them --quick and --list.`,
  )
  process.exit(1)
}
if (given.includes('--list')) {
  for (const { name, about } of parts) console.log(`${name.padEnd(16)} ${about}`)
  process.exit(0)
}

const browserVersion = (): string => {
  const path = findBrowser()
  if (!path) return 'none'
  return execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}
const dependencies = (): (readonly [string, string])[] => {
  const file = fileURLToPath(new URL('../package.json', import.meta.url))
  const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>
  const beside = [
    'react',
    '@microsoft/microsoft-graph-client',
    '@pnp/graph',
    'docx',
    'docxtemplater',
    'exceljs',
  ]
  const known = { ...all['dependencies'], ...all['devDependencies'] }
  return beside.flatMap((name) => (known[name] ? [[name, known[name]] as const] : []))
}

const before = loadavg()[0]!
const measured: Measured[] = []
const failed: string[] = []
for (const { name, about, run } of parts.filter((part) => names.length === 0 || names.includes(part.name))) {
  console.log(`${name}: ${about}`)
  try {
    const rows = await run({ quick })
    console.log(`${table(rows)}\n`)
    measured.push({ name, about, rows })
  } catch (thrown) {
    // The others are still worth having; the run as a whole has failed.
    console.error(`${name} failed:`, thrown)
    failed.push(name)
  }
}
if (names.length !== 1) console.log(table(measured.flatMap(({ rows }) => rows)))
if (names.length === 0 && failed.length === 0) {
  const text = resultsOf(
    {
      day: new Date().toISOString().slice(0, 10),
      processor: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
      memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
      load: [before, loadavg()[0]!],
      versions: [['Node', process.version], ['Browser', browserVersion()], ...dependencies()],
      quick,
    },
    measured,
  )
  const file = fileURLToPath(new URL('results.md', import.meta.url))
  writeFileSync(file, await format(text, { parser: 'markdown' }))
  console.log(`\nWritten to ${file}`)
}
const broken = measured.flatMap(({ rows }) => rows).filter(({ ok }) => !ok)
if (broken.length > 0) console.log(`${broken.length} of the limits are not held.`)
process.exit(failed.length > 0 || broken.length > 0 ? 1 : 0)
