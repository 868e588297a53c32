import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runTool, sourcesHash } from './project.mjs'

const pages = join(root, 'dist-local')
const mark = join(pages, 'sources.txt')
/** What is served stays whole until the new pages are. */
const next = join(root, '.goldthread', `pages-${process.pid}`)

/** Builds the local pages into dist-local/ unless they are of these very sources. Resolves with whether it worked. */
export const buildLocal = async ({ force = false } = {}) => {
  const hash = sourcesHash()
  if (!force && existsSync(mark) && readFileSync(mark, 'utf8') === hash) return true
  console.log('Building the pages for this machine …')
  const started = Date.now()
  const args = ['build', '--mode', 'standin', '--logLevel', 'error', '--outDir', next]
  // Whoever calls this, the pages are those that a person gets.
  const env = { ...process.env, NODE_ENV: 'production' }
  if ((await runTool('vite/bin/vite.js', args, { env })) !== 0) {
    rmSync(next, { recursive: true, force: true })
    return false
  }
  writeFileSync(join(next, 'sources.txt'), hash)
  rmSync(pages, { recursive: true, force: true })
  renameSync(next, pages)
  console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
  return true
}
