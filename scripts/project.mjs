import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project, whatever folder a command was started from. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const least = [20, 19]

/** Stops with one line where this Node is too old for the tools. */
export const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > least[0] || (major === least[0] && minor >= least[1])) return
  console.error(`Goldthread needs Node ${least.join('.')} or later; this is ${process.versions.node}.`)
  process.exit(1)
}

const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null)

/** Whether node_modules holds what package-lock.json names (packages for other kinds of machine aside). */
const isInstalled = () => {
  const wanted = read(join(root, 'package-lock.json'))?.packages ?? {}
  const present = read(join(root, 'node_modules', '.package-lock.json'))?.packages
  if (!present) return false
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
  )
}

/**
 * Runs a command in the project's folder; resolves with its exit code (1 where it was stopped or could not start).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
const run = (command, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options })
    child.on('error', (cause) => {
      console.error(`${command} could not be started: ${cause.message}`)
      resolve(1)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })

/** Runs a package's own command with this same Node, so that no shell or PATH is involved. */
export const runTool = (script, args, options) =>
  run(process.execPath, [join(root, 'node_modules', script), ...args], options)

/** Installs the exact packages of package-lock.json when they are not there. Stops where that fails. */
export const ensureInstalled = async () => {
  if (isInstalled()) return
  console.log('Installing what Goldthread needs (npm ci) …')
  const npm = process.env.npm_execpath
  const args = ['ci', '--no-audit', '--no-fund']
  const code =
    npm && /\.c?js$/.test(npm)
      ? await run(process.execPath, [npm, ...args])
      : await run('npm', args, { shell: process.platform === 'win32' })
  if (code === 0) return
  console.error('The packages could not be installed. Mend what npm says above, then try again.')
  process.exit(1)
}

const filesUnder = (path) =>
  readdirSync(path, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]))

/** A fingerprint of everything that the local pages are made from. */
export const sourcesHash = () => {
  const hash = createHash('sha256')
  const files = [
    ...filesUnder(join(root, 'src')),
    join(root, 'vite.config.ts'),
    join(root, 'package-lock.json'),
  ]
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}
