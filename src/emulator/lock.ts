import { open, readFile, rm } from 'node:fs/promises'

type Holder = { pid: number; began: string | null }

/**
 * Takes a lock file for this process and hands back how to let go of it. A lock whose process has ended is taken
 * over.
 *
 * @throws when a running process holds it
 */
export const takeLock = async (path: string): Promise<() => Promise<void>> => {
  const mine: Holder = { pid: process.pid, began: await beginningOf(process.pid) }
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      const file = await open(path, 'wx')
      await file.writeFile(JSON.stringify(mine))
      await file.close()
      return () => rm(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = await holderOf(path)
    if (holder && (await isRunning(holder))) {
      throw new Error(`${path} is held by process ${holder.pid}: only one Graph at a time may use a folder`)
    }
    await rm(path, { force: true })
  }
  throw new Error(`${path} could not be taken`)
}

const holderOf = async (path: string): Promise<Holder | null> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder
  } catch {
    return null
  }
}

// Process numbers are used again: where the system tells when a process began, that must agree too.
const isRunning = async ({ pid, began }: Holder): Promise<boolean> => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const now = await beginningOf(pid)
  return began === null || now === null || began === now
}

const beginningOf = async (pid: number): Promise<string | null> => {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
