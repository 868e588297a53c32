import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const steps = join(process.cwd(), 'scripts/steps.mjs')

/** Runs Vitest as `npm test` does, over files of these texts and beside a step that fails; gives the log's lines. */
const logOf = (files: Readonly<Record<string, string>>, worked: boolean) => {
  mkdirSync('.goldthread', { recursive: true })
  const folder = mkdtempSync(join(process.cwd(), '.goldthread/steps-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const config = join(folder, 'vitest.config.js')
  const settings = { root: folder, test: { globals: true, include: ['*.try.js'] } }
  writeFileSync(config, `export default ${JSON.stringify(settings)}`)
  const script = `
    import { close, step, sum, testsStep } from ${JSON.stringify(steps)}
    close(sum(await step('Lint', () => ${worked}), await testsStep('Tests', ${JSON.stringify(config)})))`
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  return { code: ran.status, lines: ran.stdout.trimEnd().split('\n'), folder }
}

test('a log ends with the names of all that failed in any step, above the closing line', () => {
  const { code, lines, folder } = logOf(
    {
      'a.try.js':
        "describe('sums', () => { test('adds', () => expect(1 + 1).toBe(3)); test('takes', () => {}) })",
      'b.try.js': "throw new Error('can’t be read')",
    },
    false,
  )
  const here = folder.slice(process.cwd().length + 1)
  expect(code).toBe(1)
  expect(lines.slice(lines.indexOf('Failed:'))).toEqual([
    'Failed:',
    '  Lint',
    `  ${here}/a.try.js > sums adds`,
    `  ${here}/b.try.js`,
    '1 passed, 2 failed',
  ])
})

test('a log of what passed ends with the closing line alone', () => {
  const { code, lines } = logOf({ 'a.try.js': "test('adds', () => expect(1 + 1).toBe(2))" }, true)
  expect([code, lines.at(-1)]).toEqual([0, '2 passed, 0 failed'])
  expect(lines).not.toContain('Failed:')
})
