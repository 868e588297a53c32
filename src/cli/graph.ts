import { serve } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fileStorage } from '../emulator/fileStorage.ts'
import { createGraphEmulator, LostAnswer } from '../emulator/graph/index.ts'
import { localHost, localPersonas, localSites } from '../emulator/graph/local.ts'
import { overHttp } from '../emulator/graph/overHttp.ts'

const usage = `npm run graph -- [--port 4010] [--empty] [--data FOLDER]
  --port   where to listen on this machine; 0 takes any free port (4010)
  --empty  start with the sites alone; without it the folder must hold a school already (npm start makes one)
  --data   keep everything in this folder; without it nothing outlives this run`

const fail = (message: string): never => {
  console.error(message)
  process.exit(2)
}

const readArguments = () => {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4010' },
        empty: { type: 'boolean' },
        data: { type: 'string' },
      },
    })
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      return fail(`--port must be a number up to 65535\n${usage}`)
    return { port, empty: values.empty ?? false, data: values.data }
  } catch (error) {
    return fail(`${(error as Error).message}\n${usage}`)
  }
}

const { port, empty, data } = readArguments()

const start = async () => {
  const storage = data === undefined ? undefined : await fileStorage(resolve(data))
  const emulator = await createGraphEmulator({
    host: localHost,
    personas: localPersonas,
    sites: localSites,
    failed: (error) => console.error(error),
    ...(storage ? { storage } : {}),
  })
  if (!empty && emulator.admin.isEmpty()) {
    await emulator.close()
    fail(
      `There is no school here to start with. Use --empty, or point --data at the folder of npm start.\n${usage}`,
    )
  }
  return emulator
}

const emulator = await start().catch((error: unknown) => fail((error as Error).message))
const answer = overHttp(emulator, localHost)

const server = serve(
  {
    port,
    hostname: '127.0.0.1',
    fetch: async (request, { outgoing }) => {
      try {
        return (await answer(request)) ?? new Response('Not here', { status: 404 })
      } catch (error) {
        if (!(error instanceof LostAnswer)) throw error
        outgoing.destroy()
        return RESPONSE_ALREADY_SENT
      }
    },
  },
  ({ port: taken }) => {
    console.log(
      `Graph on this machine: http://127.0.0.1:${taken}/v1.0  (admin: http://127.0.0.1:${taken}/admin/settings)`,
    )
    console.log(`Sites: ${localSites.map(({ path }) => `${localHost}:${path}`).join('  ')}`)
    console.log(
      `Tokens: ${localPersonas.map(({ token, user }) => `${token} (${user.displayName})`).join('  ')}`,
    )
  },
)

server.on('error', (error: NodeJS.ErrnoException) =>
  fail(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is taken. Choose another with --port, or --port 0.`
      : error.message,
  ),
)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close()
    void emulator.close().then(() => process.exit(0))
  })
}
