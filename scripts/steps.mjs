import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, runTool } from './project.mjs'

/** @typedef {{ passed: number, failed: number }} Count */

/** The sum of counts. @param {...Count} counts @returns {Count} */
export const sum = (...counts) => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
})

/** The closing line of every suite. @param {Count} count */
export const closingLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`

/** Prints the closing line and ends this process with what it says. */
export const close = (count) => {
  console.log(closingLine(count))
  process.exit(count.failed === 0 ? 0 : 1)
}

/** Runs something that passes or fails as a whole. @returns {Promise<Count>} */
export const step = async (name, act) => {
  console.log(`\n— ${name}`)
  const worked = await act()
  if (!worked) console.log(`${name}: failed`)
  return worked ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** A step that is one tool of node_modules, which tells how it went by its exit code. */
export const toolStep = (name, script, args) => step(name, async () => (await runTool(script, args)) === 0)

const countIn = (report) => {
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const {
    numPassedTests,
    numTotalTests,
    numPendingTests = 0,
    numTodoTests = 0,
  } = JSON.parse(readFileSync(report, 'utf8'))
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests - numPendingTests - numTodoTests }
}

/**
 * Runs the tests of one Vitest configuration and counts each of them. What fails outside any test (a file that
 * cannot be read, no test at all) counts as one failure.
 * @returns {Promise<Count>}
 */
export const testsStep = async (name, config, env = {}) => {
  console.log(`\n— ${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-tests-'))
  const report = join(folder, 'report.json')
  const code = await runTool(
    'vitest/vitest.mjs',
    ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { env: { ...process.env, ...env } },
  )
  const count = countIn(report)
  rmSync(folder, { recursive: true, force: true })
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

/** Runs the tests of one folder that `npm test` leaves out, by its own configuration where it has one. */
export const folderStep = (name, folder) => {
  const own = join(root, folder, 'vitest.config.ts')
  return existsSync(own)
    ? testsStep(name, own)
    : testsStep(name, join(root, 'scripts', 'folder.vitest.config.ts'), { GOLDTHREAD_TESTS: folder })
}

/** Everything that must hold on any machine. @returns {Promise<Count>} */
export const everything = async () => {
  const { buildLocal } = await import('./buildLocal.mjs')
  return sum(
    await toolStep('Lint', 'oxlint/bin/oxlint', ['--max-warnings', '0']),
    await toolStep('What nobody takes', 'knip/bin/knip.js', []),
    await toolStep('Types', 'typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']),
    await testsStep('Tests', 'vite.config.ts'),
    await step('The pages for this machine', () => buildLocal()),
    await testsStep('Journeys in a browser', 'tests/journeys/vitest.config.ts'),
  )
}
