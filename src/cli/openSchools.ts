import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { SchoolConfig } from '../config.ts'
import { fileStorage } from '../emulator/fileStorage.ts'
import { createGraphEmulator } from '../emulator/graph/index.ts'
import { localHost, localPersonas, localSites } from '../emulator/graph/local.ts'
import { guardLists } from '../emulator/guardLists.ts'
import { localConfig } from '../emulator/localConfig.ts'
import { openSchool } from '../emulator/server/school.ts'
import { servingNow } from '../emulator/server/serving.ts'
import { connect, type Connection, type Send } from '../graph/connect.ts'
import { notFound, Stop } from './stop.ts'

export type OpenSchool = { readonly school: SchoolConfig; readonly connection: Connection }
export type OpenSchools = { readonly schools: readonly OpenSchool[]; close(): Promise<void> }

type Options = Readonly<Record<string, string | undefined>>

/** Graph as a server on this machine answers it: the address alone differs. */
const overServer =
  (port: number): Send =>
  async (request) => {
    const { pathname, search, host } = new URL(request.url)
    const below = host === 'graph.microsoft.com' ? 'graph' : 'sharepoint'
    const body = request.method === 'GET' || request.method === 'HEAD' ? null : await request.arrayBuffer()
    return fetch(`http://127.0.0.1:${port}/${below}${pathname}${search}`, {
      method: request.method,
      headers: request.headers,
      body,
      signal: request.signal,
    })
  }

/**
 * The embedded schools as a persona sees them: through the server that has them open, if there is one, else straight
 * from their folder, which is filled first where it is empty. `log` hears how that goes. The first school is the one
 * meant where none is named. `whenEmpty: 'setUp'` makes the lists of an empty folder and leaves them empty.
 */
export const openSchools = async (
  options: Options,
  log: (line: string) => void,
  { whenEmpty = 'fill' }: { readonly whenEmpty?: 'fill' | 'setUp' } = {},
): Promise<OpenSchools> => {
  const data = resolve(options['data'] ?? '.goldthread/school')
  const wanted = localConfig.schools.filter(
    ({ id }) => options['school'] === undefined || id === options['school'],
  )
  if (wanted.length === 0)
    throw notFound(
      `There is no school “${options['school']}”. There are: ${localConfig.schools.map(({ id }) => id).join(', ')}.`,
    )
  const serving = await servingNow(data)
  const emulator = serving ? null : await openFolder(data, log, whenEmpty, wanted)
  const send = serving ? overServer(serving.port) : emulator!.handle
  const token = () => Promise.resolve(`local:${options['as'] ?? 'senco'}`)
  return {
    schools: wanted.map((school) => ({ school, connection: connect({ school, send, token }) })),
    close: async () => emulator?.close(),
  }
}

const openFolder = async (
  data: string,
  log: (line: string) => void,
  whenEmpty: 'fill' | 'setUp',
  schools: readonly SchoolConfig[],
) => {
  try {
    const isEmpty = (await readdir(data).catch(() => [])).length === 0
    return isEmpty && whenEmpty === 'setUp'
      ? await emptySchools(data, log, schools)
      : await openSchool(data, log)
  } catch (thrown) {
    throw new Stop(`The folder ${data} can’t be opened: ${(thrown as Error).message}`, 2)
  }
}

const emptySchools = async (data: string, log: (line: string) => void, schools: readonly SchoolConfig[]) => {
  const emulator = await createGraphEmulator({
    host: localHost,
    personas: localPersonas,
    sites: localSites,
    storage: await fileStorage(data),
    failed: (fault) => log(`The stand-in for Graph failed: ${String(fault)}`),
  })
  const token = () => Promise.resolve('local:it')
  for (const school of schools) {
    log(`${school.name}: making its lists`)
    await connect({ school, send: emulator.handle, token }).setUp()
  }
  await guardLists(emulator.admin, localConfig, { guarded: true })
  return emulator
}
