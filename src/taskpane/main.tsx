import { readConfig } from '../readConfig.ts'
import { startOrSay } from '../startOrSay.ts'
import { restoreHistory } from './restoreHistory.ts'
import { startTaskPane } from './start.tsx'

restoreHistory()
void startOrSay(async () => startTaskPane({ config: await readConfig(), send: (request) => fetch(request) }))
