import { access, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileStorage } from '../fileStorage.ts'
import { createGraphEmulator, type GraphEmulator } from '../graph/index.ts'
import { localHost, localPersonas, localSites } from '../graph/local.ts'
import { guardLists } from '../guardLists.ts'
import { localConfig } from '../localConfig.ts'
import { takeLock } from '../lock.ts'

/** There while the folder is being filled: one that was broken off is filled afresh. */
const filling = 'filling'

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Empties a data folder of what is stored in it. Throws when a running process uses the folder. */
export const forget = async (data: string): Promise<void> => {
  await mkdir(data, { recursive: true })
  const release = await takeLock(join(data, 'lock'))
  for (const name of await readdir(data)) {
    if (name !== 'lock') await rm(join(data, name), { recursive: true, force: true })
  }
  await release()
}

/**
 * The Graph on this machine over what the folder `data` keeps. Where that is nothing, it is filled with the made-up
 * schools through the product's own stores; `log` hears how that goes. Lists that not everybody may read are guarded
 * as by IT's script, unless `guarded` is false. Throws when a running process uses the folder.
 */
export const openSchool = async (
  data: string,
  log: (line: string) => void,
  { guarded = true }: { readonly guarded?: boolean } = {},
): Promise<GraphEmulator> => {
  const emulator = await filledSchool(data, log)
  await guardLists(emulator.admin, localConfig, { guarded })
  return emulator
}

const filledSchool = async (data: string, log: (line: string) => void): Promise<GraphEmulator> => {
  if (await exists(join(data, filling))) await forget(data)
  const emulator = await createGraphEmulator({
    host: localHost,
    personas: localPersonas,
    sites: localSites,
    storage: await fileStorage(data),
    failed: (fault) => log(`The stand-in for Graph failed: ${String(fault)}`),
  })
  if (!emulator.admin.isEmpty()) return emulator
  log('Filling the made-up schools …')
  await writeFile(join(data, filling), '')
  const { seedSchools } = await import('../seed/index.ts')
  await seedSchools(emulator.handle, { today: today(), log })
  await rm(join(data, filling))
  return emulator
}

const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())
