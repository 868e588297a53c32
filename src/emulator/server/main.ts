import { greeting } from './greeting.ts'
import { optionsFrom, usage, type ServerOptions } from './options.ts'
import { forget, openSchool } from './school.ts'
import { serve } from './serve.ts'
import { publish, servingNow, unpublish } from './serving.ts'

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

const untilStopped = (): Promise<null> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(null))
  })

/** Serves the local Microsoft 365 until it is told to stop; `args` as in `usage`. */
export const main = async (args: readonly string[]): Promise<void> => {
  const { data, port, reset, unguarded, help } = options(args)
  if (help) return console.log(usage)
  const stopped = untilStopped()
  const other = await servingNow(data)
  if (other) {
    return stopWith(
      `These schools are being served already, at http://localhost:${other.port}/ (process ${other.pid}).\nStop that one first, or keep others elsewhere with --data DIR.`,
    )
  }
  const opening = (async () => {
    if (reset) await forget(data)
    return openSchool(data, (line) => console.log(line), { guarded: !unguarded })
  })().catch((thrown: Error) => stopWith(thrown.message))
  const emulator = await Promise.race([opening, stopped])
  // Stopped while the schools were being filled in: the next start does that afresh.
  if (!emulator) process.exit()

  const served = await serve(emulator, port)
  if (served.port !== port && port !== 0) console.log(`Port ${port} is busy, so this is at ${served.port}.`)
  await publish(data, served.port)
  console.log(greeting(served.origin, data))
  await stopped
  console.log('Stopping …')
  await served.close()
  await emulator.close()
  await unpublish(data)
  process.exit()
}
