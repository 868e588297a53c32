import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileStorage } from '../fileStorage.ts'
import { adminRoutes } from '../graph/adminRoutes.ts'
import { createGraphEmulator } from '../graph/index.ts'
import { localHost, localPersonas, localSites } from '../graph/local.ts'
import { seedSchools } from '../seed/index.ts'
import type { Handle } from './nodeHttp.ts'

export type OpenSchool = { readonly graph: Handle; readonly admin: Handle; close(): Promise<void> }

/** What this server itself keeps in the folder, beside what the Graph stores. */
const lockFile = 'server.json'
const halfFilled = 'filling'

const contents = async (data: string): Promise<string[]> =>
  (await readdir(data)).filter((name) => name !== lockFile)

/** Empties the folder of what is stored, leaving who serves it. */
export const forget = async (data: string): Promise<void> => {
  for (const name of await contents(data)) await rm(join(data, name), { recursive: true, force: true })
}

/**
 * The Graph on this machine over what `data` keeps. An empty folder, or one whose first filling was broken off, is
 * filled with the made-up schools through the product's own stores; `log` hears how that goes.
 */
export const openSchool = async (data: string, log: (line: string) => void): Promise<OpenSchool> => {
  await mkdir(data, { recursive: true })
  let present = await contents(data)
  if (present.includes(halfFilled)) {
    await forget(data)
    present = []
  }
  const fill = present.length === 0
  if (fill) await writeFile(join(data, halfFilled), '')
  const emulator = await createGraphEmulator({
    host: localHost,
    personas: localPersonas,
    sites: localSites,
    storage: fileStorage(data),
  })
  if (fill) {
    log('Filling the made-up schools …')
    await seedSchools(emulator.handle, { today: today(), log })
    await rm(join(data, halfFilled))
  }
  return { graph: emulator.handle, admin: adminRoutes(emulator.admin), close: () => emulator.close() }
}

const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())
