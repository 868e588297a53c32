import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runTool, sourcesHash } from './project.mjs'

const mark = join(root, 'dist-local', 'sources.txt')

/** Builds the local pages into dist-local/ unless they are of these very sources. Resolves with whether it worked. */
export const buildLocal = async ({ force = false } = {}) => {
  const hash = sourcesHash()
  if (!force && existsSync(mark) && readFileSync(mark, 'utf8') === hash) return true
  console.log('Building the pages for this machine …')
  const started = Date.now()
  const code = await runTool('vite/bin/vite.js', ['build', '--mode', 'standin', '--logLevel', 'warn'])
  if (code !== 0) return false
  writeFileSync(mark, hash)
  console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
  return true
}
