import { resolve } from 'node:path'
import type { SchoolConfig } from '../config.ts'
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
 * meant where none is named.
 */
export const openSchools = async (options: Options, log: (line: string) => void): Promise<OpenSchools> => {
  const data = resolve(options['data'] ?? '.goldthread/school')
  const wanted = localConfig.schools.filter(
    ({ id }) => options['school'] === undefined || id === options['school'],
  )
  if (wanted.length === 0)
    throw notFound(
      `There is no school “${options['school']}”. There are: ${localConfig.schools.map(({ id }) => id).join(', ')}.`,
    )
  const serving = await servingNow(data)
  const emulator = serving ? null : await openFolder(data, log)
  const send = serving ? overServer(serving.port) : emulator!.handle
  const token = () => Promise.resolve(`local:${options['as'] ?? 'senco'}`)
  return {
    schools: wanted.map((school) => ({ school, connection: connect({ school, send, token }) })),
    close: async () => emulator?.close(),
  }
}

const openFolder = async (data: string, log: (line: string) => void) => {
  try {
    return await openSchool(data, log)
  } catch (thrown) {
    throw new Stop(`The folder ${data} can’t be opened: ${(thrown as Error).message}`, 2)
  }
}
