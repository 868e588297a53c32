// `npm test`: from nothing but Node and npm. Its last line counts every test and every step, and is true.
import { checkNode, ensureInstalled } from './project.mjs'
import { close, everything } from './steps.mjs'

checkNode()
await ensureInstalled()
close(await everything())
