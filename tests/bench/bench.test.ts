import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parts } from '../../bench/index.ts'
import { resultsOf } from '../../bench/results.ts'
import type { Row } from '../../bench/row.ts'

const folder = join(import.meta.dirname, '../../bench')

test('every bench that can be run alone is a part of npm run bench', () => {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => /^export const run\b/m.test(readFileSync(join(folder, file), 'utf8')))
    .map((file) => file.replace('.ts', ''))
  expect(parts.map(({ name }) => name).toSorted()).toEqual(files.toSorted())
})

test('the command lists the parts and refuses a name that is none', () => {
  const bench = (...words: string[]) =>
    execFileSync(process.execPath, ['--import', 'tsx', join(folder, 'run.ts'), ...words], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
  const listed = bench('--list')
  for (const { name, about } of parts) expect(listed).toContain(`${name.padEnd(16)} ${about}`)
  expect(() => bench('regster')).toThrow(/There is no regster\. The parts are /)
})

const row: Row = {
  what: 'Register: requests',
  figure: 4,
  unit: 'requests',
  peer: 2,
  ratio: 2,
  limit: 'at most 2',
  ok: false,
}
const machine = {
  day: '2026-11-23',
  processor: '2 × some processor',
  memory: '8 GiB',
  load: [0.5, 1.5],
  versions: [['Node', 'v20.20.2']],
  quick: false,
} as const

/** The cells of each row of the table under `# What Goldthread costs` that has as many as a bench's row. */
const rowsIn = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|') && line.split('|').length === 8)
    .map((line) => line.slice(1, -1).split('|').map((cell) => cell.trim())) // prettier-ignore

test('the results tell machine, day and versions, and a broken limit in the open', () => {
  const text = resultsOf(machine, [{ name: 'register', about: 'The register.', rows: [row] }])
  expect(text).toContain('| Day | 2026-11-23 |')
  expect(text).toContain('| Load before and after | 0.5, 1.5 |')
  expect(text).toContain('| Node | v20.20.2 |')
  expect(rowsIn(text).at(-1)).toEqual([
    'Register: requests', '4 requests', '2 requests', '2.00', 'at most 2', 'BROKEN',
  ]) // prettier-ignore
  expect(text).not.toContain('short run')
  expect(resultsOf({ ...machine, quick: true }, [])).toContain('short run')
})

test.runIf(existsSync(join(folder, 'results.md')))(
  'the results that are kept have that form and name every part',
  () => {
    const text = readFileSync(join(folder, 'results.md'), 'utf8')
    for (const word of ['Day', 'Processor', 'Load before and after', 'Node', 'Browser'])
      expect(text).toMatch(new RegExp(`^\\| ${word} +\\|`, 'm'))
    for (const { name } of parts) expect(text).toContain(`**${name}**`)
    expect(rowsIn(text).length).toBeGreaterThan(parts.length)
    for (const [, figure, , , limit, held] of rowsIn(text).slice(2)) {
      expect(figure).toMatch(/\d/)
      expect(held === '').toBe(limit === '')
    }
  },
)
