import { cp, mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { fileStorage } from '../../src/emulator/fileStorage.ts'
import { createGraphEmulator, type GraphEmulator } from '../../src/emulator/graph/index.ts'
import { localHost, localPersonas, localSites } from '../../src/emulator/graph/local.ts'
import { openSchool } from '../../src/emulator/server/school.ts'

/** `made-up` holds the generated schools; `empty` only the sites, as a trust has them before Goldthread. */
export type SchoolKind = 'made-up' | 'empty'

/** The made-up schools are generated once a run, before its tests; each test gets a copy of its own. */
const copyOfMadeUp = async (): Promise<string> => {
  const copy = await mkdtemp(join(inject('scratch'), 'school-'))
  await cp(join(inject('scratch'), 'made-up'), copy, { recursive: true })
  return copy
}

/** A Graph of its own for one test, and the folder that it keeps everything in. */
export const schoolFor = async (kind: SchoolKind): Promise<{ emulator: GraphEmulator; data: string }> => {
  if (kind === 'made-up') {
    const data = await copyOfMadeUp()
    return { emulator: await openSchool(data, () => {}), data }
  }
  const data = await mkdtemp(join(inject('scratch'), 'empty-'))
  await mkdir(data, { recursive: true })
  const storage = await fileStorage(data)
  const emulator = await createGraphEmulator({
    host: localHost,
    personas: localPersonas,
    sites: localSites,
    storage,
  })
  return { emulator, data }
}
