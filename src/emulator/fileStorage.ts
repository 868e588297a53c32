import { mkdir, open, readFile, readdir, rename, rm, truncate, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { takeLock } from './lock.ts'
import type { Storage } from './graph/storage.ts'
import type { Change } from './graph/world.ts'

type Waiting = { line: string; done: () => void; failed: (error: unknown) => void }

/** A journal longer than this (bytes) is replaced by a snapshot. */
const longJournal = 16_000_000

/**
 * Storage in a folder of this machine. Each write is one line in a journal, flushed to disk before it is
 * acknowledged; a line cut short by a sudden end is dropped when loading. A long journal gives way to a snapshot
 * (written beside the old one, then renamed over it), and snapshot and journal carry the same number, so that a
 * sudden end between the two loses and repeats nothing.
 *
 * @throws when another running process has the folder, or when the journal is damaged anywhere but in its last line
 */
export const fileStorage = async (folder: string, options: { shortenAt?: number } = {}): Promise<Storage> => {
  await mkdir(folder, { recursive: true })
  const release = await takeLock(join(folder, 'lock'))
  const limit = options.shortenAt ?? longJournal
  let number = 0
  let journal: FileHandle | null = null
  let length = 0
  let waiting: Waiting[] = []
  let running: Promise<void> | null = null
  let everything: (() => Iterable<Change>) | null = null

  const journalAt = (which: number) => join(folder, `journal-${which}.jsonl`)

  const openJournal = async () => {
    await journal?.close()
    journal = await open(journalAt(number), 'a')
    length = (await journal.stat()).size
    await flushFolder(folder)
  }

  const load = async (): Promise<readonly Change[]> => {
    const snapshot = await readSnapshot(join(folder, 'snapshot.jsonl'))
    number = snapshot.number
    const changes = await readJournal(journalAt(number))
    for (const name of await readdir(folder)) {
      if (/^journal-\d+\.jsonl$/.test(name) && name !== `journal-${number}.jsonl`)
        await rm(join(folder, name))
    }
    await openJournal()
    return [...snapshot.changes, ...changes]
  }

  const shorten = async (dump: () => Iterable<Change>) => {
    // Taken in one go: whatever waits is already part of the world that the snapshot holds.
    const lines = [JSON.stringify({ snapshot: number + 1 })]
    for (const change of dump()) lines.push(JSON.stringify(change))
    const next = join(folder, 'snapshot.next')
    const file = await open(next, 'w')
    await file.writeFile(`${lines.join('\n')}\n`)
    await file.sync()
    await file.close()
    await rename(next, join(folder, 'snapshot.jsonl'))
    await flushFolder(folder)
    const old = journalAt(number)
    number += 1
    await openJournal()
    await rm(old, { force: true })
  }

  const write = async (batch: readonly Waiting[]) => {
    if (!journal) throw new Error('The storage was not loaded')
    const bytes = Buffer.from(batch.map(({ line }) => line).join(''))
    await journal.appendFile(bytes)
    await journal.datasync()
    length += bytes.length
  }

  // Writes that arrive while one is being flushed share the next flush.
  const run = async () => {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        if (length > limit && everything) await shorten(everything)
        else await write(batch)
        for (const { done } of batch) done()
      } catch (error) {
        for (const { failed } of batch) failed(error)
      }
    }
    running = null
  }

  const append = (changes: readonly Change[]): Promise<void> =>
    new Promise((done, failed) => {
      waiting.push({ line: `${JSON.stringify(changes)}\n`, done, failed })
      running ??= run()
    })

  return {
    load,
    append,
    shortenFrom: (dump) => {
      everything = dump
    },
    close: async () => {
      await running
      await journal?.close()
      journal = null
      await release()
    },
  }
}

// A new name in a folder is safe once the folder is flushed; Windows does that itself and opens no folder.
const flushFolder = async (folder: string) => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

const readSnapshot = async (path: string): Promise<{ number: number; changes: readonly Change[] }> => {
  const [head, ...lines] = (await textOf(path)).split('\n').filter((line) => line !== '')
  if (head === undefined) return { number: 0, changes: [] }
  const { snapshot } = JSON.parse(head) as { snapshot: number }
  return { number: snapshot, changes: lines.map((line) => JSON.parse(line) as Change) }
}

const readJournal = async (path: string): Promise<readonly Change[]> => {
  const text = await textOf(path)
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  // A line without its end was never acknowledged; it must go, or the next line would be joined to it.
  if (whole.length < text.length) await truncate(path, Buffer.byteLength(whole))
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line, index) => {
      try {
        return JSON.parse(line) as Change[]
      } catch (cause) {
        throw new Error(`${path} is damaged in line ${index + 1}`, { cause })
      }
    })
}
