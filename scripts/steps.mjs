import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root, runTool } from './project.mjs'

/**
 * `names` says what failed, as `file > test` or as the step.
 * @typedef {{ passed: number, failed: number, names?: readonly string[] }} Count
 */

/** The sum of counts. @param {...Count} counts @returns {Count} */
export const sum = (...counts) => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
  names: counts.flatMap(({ names = [] }) => names),
})

/** Prints what failed, by name, for who reads the end of a long log; then the closing line, and ends this process. */
export const close = ({ passed, failed, names = [] }) => {
  if (names.length > 0) console.log(['', 'Failed:', ...names.map((name) => `  ${name}`)].join('\n'))
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

/** Runs something that passes or fails as a whole. @returns {Promise<Count>} */
export const step = async (name, act) => {
  console.log(`\n— ${name}`)
  const worked = await act()
  if (!worked) console.log(`${name}: failed`)
  return worked ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, names: [name] }
}

/** A step that is one tool of node_modules, which tells how it went by its exit code. */
export const toolStep = (name, script, args) => step(name, async () => (await runTool(script, args)) === 0)

/** What a report of Vitest in JSON counts, and the names of what failed. @returns {Count} */
const countIn = (report) => {
  const { numPassedTests, numTotalTests, numPendingTests = 0, numTodoTests = 0, testResults = [] } = report
  const names = testResults.flatMap(({ name, status, assertionResults = [] }) => {
    const file = relative(root, name)
    const tests = assertionResults.filter((each) => each.status === 'failed')
    if (tests.length > 0) return tests.map(({ fullName }) => `${file} > ${fullName}`)
    // A file that could not be read, or whose preparation failed, has no test that did.
    return status === 'failed' ? [file] : []
  })
  return {
    passed: numPassedTests,
    failed: numTotalTests - numPassedTests - numPendingTests - numTodoTests,
    names,
  }
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
  const count = existsSync(report)
    ? countIn(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 1, names: [] }
  rmSync(folder, { recursive: true, force: true })
  const failed = code !== 0 && count.failed === 0 ? 1 : count.failed
  return { ...count, failed, names: failed > 0 && count.names.length === 0 ? [name] : count.names }
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
