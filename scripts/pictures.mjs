// Takes the pictures of the guides anew, from the local pages with the made-up school: npm run pictures -- [NAME …]
import { buildLocal } from './buildLocal.mjs'
import { ensureBrowser } from './findBrowser.mjs'
import { checkNode, ensureInstalled } from './project.mjs'

checkNode()
await ensureInstalled()
if (!(await buildLocal())) {
  console.error('The pages could not be built; what went wrong is above.')
  process.exit(1)
}
const { register } = await import('tsx/esm/api')
register()
const { takePictures } = await import('./pictures/take.ts')
process.exitCode = await takePictures(ensureBrowser(), process.argv.slice(2))
