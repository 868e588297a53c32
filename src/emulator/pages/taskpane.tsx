import { readConfig } from '../../readConfig.ts'
import { startOrSay } from '../../startOrSay.ts'
import { restoreHistory } from '../../taskpane/restoreHistory.ts'
import { startTaskPane } from '../../taskpane/start.tsx'
import { localSend } from './localSend.ts'

restoreHistory()
void startOrSay(async () => startTaskPane({ config: await readConfig(), send: localSend }))
