import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { londonDay } from '../domain/rules/day.ts'
import { fileStorage } from '../emulator/fileStorage.ts'
import { createGraphEmulator, type GraphEmulator } from '../emulator/graph/index.ts'
import { localHost, localPersonas, localSites } from '../emulator/graph/local.ts'
import { guardLists } from '../emulator/guardLists.ts'
import { localConfig } from '../emulator/localConfig.ts'
import { openSchool } from '../emulator/server/school.ts'
import { serve } from '../emulator/server/serve.ts'
import { publish, unpublish } from '../emulator/server/serving.ts'
import { seedSchools } from '../emulator/seed/index.ts'

const usage = `npm run graph -- [--port 4010] [--empty] [--data FOLDER] [--unguarded]
  --port   where to listen, on this machine only; 0 takes any free port (4010)
  --empty  begin with sites that hold nothing, not with the made-up schools
  --data   keep everything in this folder; what is there already is kept. Without it nothing outlives this run
  --unguarded  leave the disclosure log open to all readers of its site, as before IT's script was run`

type Options = { port: number; empty: boolean; data: string | null; unguarded: boolean }

const readArguments = (): Options => {
  const options = {
    port: { type: 'string' },
    empty: { type: 'boolean' },
    data: { type: 'string' },
    unguarded: { type: 'boolean' },
  } as const
  const { port = '4010', empty = false, unguarded = false, data } = parseArgs({ options }).values
  if (!/^\d+$/.test(port) || Number(port) > 65_535) throw new Error('--port must be a number up to 65535')
  return { port: Number(port), empty, unguarded, data: data === undefined ? null : resolve(data) }
}

const open = async ({ empty, data, unguarded }: Options): Promise<GraphEmulator> => {
  const log = (line: string) => console.log(line)
  if (data !== null && !empty) return openSchool(data, log, { guarded: !unguarded })
  const emulator = await createGraphEmulator({
    host: localHost,
    personas: localPersonas,
    sites: localSites,
    failed: (fault) => console.error(fault),
    ...(data === null ? {} : { storage: await fileStorage(data) }),
  })
  if (empty) return emulator
  await seedSchools(emulator.handle, { today: londonDay(new Date()), log })
  await guardLists(emulator.admin, localConfig, { guarded: !unguarded })
  return emulator
}

const greeting = (origin: string): string =>
  [
    `Graph on this machine: ${origin}/v1.0  (admin: ${origin}/admin/settings)`,
    ...localSites.map(({ path, displayName }) => `  ${localHost}:${path}  ${displayName}`),
    ...localPersonas.map(({ token, user, jobTitle }) => `  ${token}  ${user.displayName}, ${jobTitle ?? ''}`),
  ].join('\n')

const run = async (options: Options): Promise<void> => {
  const emulator = await open(options)
  const served = await serve(emulator, options.port)
  if (options.data !== null) await publish(options.data, served.port)
  if (options.port !== 0 && served.port !== options.port) {
    console.log(`Port ${options.port} is busy, so this is at ${served.port}.`)
  }
  console.log(greeting(served.origin))
  const stop = async () => {
    await served.close()
    await emulator.close()
    if (options.data !== null) await unpublish(options.data)
    process.exit()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop())
}

const stopWith = (code: number) => (thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown)
  if (code === 2) console.error(usage)
  process.exit(code)
}

let options: Options | null = null
try {
  options = readArguments()
} catch (thrown) {
  stopWith(2)(thrown)
}
if (options) await run(options).catch(stopWith(1))
