// What .ci/run runs once the machine is ready: npm test, the contract cases, the documents' validity.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode, ensureInstalled, root } from './project.mjs'
import { close, everything, folderStep, sum } from './steps.mjs'

checkNode()
await ensureInstalled()

const nothing = { passed: 0, failed: 0 }
const contract = async () => {
  if (existsSync(join(root, '..', 'shared', 'contract')))
    return folderStep('Contract cases', 'tests/contract')
  console.log('\nContract cases left out: there is no ../shared/contract beside this folder.')
  return nothing
}
const validity = async () =>
  existsSync(join(root, 'tests', 'validity')) ? folderStep('Documents’ validity', 'tests/validity') : nothing

close(sum(await everything(), await contract(), await validity()))
