import { readConfig } from '../../readConfig.ts'
import { startOrSay } from '../../startOrSay.ts'
import { startTab } from '../../tab/start.tsx'
import { localSend } from './localSend.ts'

void startOrSay(async () =>
  startTab({ config: await readConfig(), send: localSend, teamsOrigins: [location.origin] }),
)
