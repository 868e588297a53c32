// Runs the tests of one folder that `npm test` leaves out: node scripts/suite.mjs tests/contract
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode, ensureInstalled, root } from './project.mjs'
import { close, folderStep } from './steps.mjs'

checkNode()
await ensureInstalled()
const folder = process.argv[2] ?? ''
if (!existsSync(join(root, folder)) || folder === '') {
  console.error(`There is no folder ${folder}.`)
  process.exit(2)
}
close(await folderStep(folder, folder))
