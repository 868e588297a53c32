import { readConfig } from '../readConfig.ts'
import { startOrSay } from '../startOrSay.ts'
import { startTab } from './start.tsx'

void startOrSay(async () => startTab({ config: await readConfig(), send: (request) => fetch(request) }))
