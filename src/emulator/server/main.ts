import { greeting } from './greeting.ts'
import { takeFolder } from './lock.ts'
import { listen, serverOver, shut } from './nodeHttp.ts'
import { optionsFrom, usage, type ServerOptions } from './options.ts'
import { routesOver } from './routes.ts'
import { forget, openSchool, type OpenSchool } from './school.ts'
import { localConfig } from '../localConfig.ts'

const stopWith = (sentence: string): never => {
  console.error(sentence)
  process.exit(1)
}

const options = (args: readonly string[]): ServerOptions => {
  try {
    return optionsFrom(args)
  } catch (thrown) {
    return stopWith((thrown as Error).message)
  }
}

const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })

/** Serves the local Microsoft 365 until it is told to stop; `args` as in `usage`. */
export const main = async (args: readonly string[]): Promise<void> => {
  const { data, port, reset, help } = options(args)
  if (help) return console.log(usage)
  const stopped = untilStopped()
  const folder = await takeFolder(data)
  if ('held' in folder) {
    return stopWith(
      `These schools are being served already, at http://localhost:${folder.held.port}/ (process ${folder.held.pid}).\nStop that one first, or say --data DIR to keep others elsewhere.`,
    )
  }
  let school: OpenSchool | null = null
  try {
    if (reset) await forget(data)
    school = await Promise.race([openSchool(data, (line) => console.log(line)), stopped.then(() => null)])
    // Stopped while it was being filled: the next start fills it afresh.
    if (!school) return
    const server = serverOver(routesOver({ config: localConfig, graph: school.graph, admin: school.admin }))
    const taken = await listen(server, port)
    if (taken !== port && port !== 0) console.log(`Port ${port} is busy, so this is at ${taken}.`)
    await folder.publish(taken)
    console.log(greeting(`http://localhost:${taken}`, data))
    await stopped
    console.log('Stopping …')
    await shut(server)
  } finally {
    await school?.close()
    await folder.release()
    process.exit()
  }
}
