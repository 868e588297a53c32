import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Who serves a data folder, as `server.json` in it says. */
export type Serving = { readonly pid: number; readonly port: number }

const fileIn = (data: string): string => join(data, 'server.json')

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
  const text = await readFile(fileIn(data), 'utf8').catch(() => '')
  try {
    const { pid, port } = JSON.parse(text) as Serving
    return isRunning(pid) ? { pid, port } : null
  } catch {
    return null
  }
}

/**
 * Takes the data folder for this process, so that no second server writes into it, and leaves the port for the
 * command line to find. Resolves with what gives it back, or with who holds it already.
 */
export const takeFolder = async (
  data: string,
): Promise<{ held: Serving } | { publish(port: number): Promise<void>; release(): Promise<void> }> => {
  await mkdir(data, { recursive: true })
  const path = fileIn(data)
  for (let tries = 0; tries < 3; tries += 1) {
    const held = await servingNow(data)
    if (held) return { held }
    await rm(path, { force: true })
    const file = await open(path, 'wx').catch(() => null)
    if (!file) continue
    const publish = async (port: number): Promise<void> => {
      const text = JSON.stringify({ pid: process.pid, port })
      await file.truncate(0)
      await file.write(text, 0)
      await file.sync()
    }
    await publish(0)
    const release = async (): Promise<void> => {
      await file.close()
      await rm(path, { force: true })
    }
    return { publish, release }
  }
  throw new Error(`${path} could not be written.`)
}
