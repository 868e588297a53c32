// The one command: installs, builds, and serves a Microsoft 365 stand-in with the product in it, on this machine only.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildLocal } from './buildLocal.mjs'
import { checkNode, ensureInstalled, root } from './project.mjs'

checkNode()
await ensureInstalled()

const args = process.argv.slice(2)
if (args.includes('--no-build')) {
  if (!existsSync(join(root, 'dist-local', 'index.html'))) {
    console.error('The pages have not been built yet: leave --no-build out once.')
    process.exit(1)
  }
} else if (!args.includes('--help') && !(await buildLocal())) {
  console.error('The pages could not be built; what went wrong is above.')
  process.exit(1)
}

const { register } = await import('tsx/esm/api')
register()
const { main } = await import('../src/emulator/server/main.ts')
await main(args)
