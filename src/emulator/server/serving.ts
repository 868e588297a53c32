import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Who serves a data folder, as `server.json` in it says: the command line finds a running server by it. */
export type Serving = { readonly pid: number; readonly port: number }

const servingFile = 'server.json'

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (refused) {
    return (refused as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The server that serves this data folder now, or null. A file left by one that was killed counts as none. */
export const servingNow = async (data: string): Promise<Serving | null> => {
  const text = await readFile(join(data, servingFile), 'utf8').catch(() => '')
  try {
    const { pid, port } = JSON.parse(text) as Serving
    // The number of a process that ended may have gone to another, so the port must answer too.
    const answers = isRunning(pid) && (await fetch(`http://127.0.0.1:${port}/config.json`)).ok
    return answers ? { pid, port } : null
  } catch {
    return null
  }
}

export const publish = (data: string, port: number): Promise<void> =>
  writeFile(join(data, servingFile), JSON.stringify({ pid: process.pid, port }))

export const unpublish = (data: string): Promise<void> => rm(join(data, servingFile), { force: true })
