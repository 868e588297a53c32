import type { SchoolConfig } from '../../src/config.ts'
import { recordTypes } from '../../src/domain/records/index.ts'
import { connect, type Connection, type TokenOptions } from '../../src/graph/connect.ts'
import type { Pace } from '../../src/graph/pace.ts'
import { createGraphEmulator, type GraphEmulator } from '../../src/emulator/graph/index.ts'
import { localHost, localPersonas, localSites } from '../../src/emulator/graph/local.ts'

export const sencoSite = '/sites/oakfield-senco'
export const staffSite = '/sites/oakfield-staff'

export const oakfield: SchoolConfig = {
  id: 'oakfield',
  name: 'Oakfield Primary School',
  sites: { senco: `${localHost}:${sencoSite}`, staff: `${localHost}:${staffSite}` },
}

/** What this school keeps: it has no site for governors. Their figures go there and back in tests/ui/trust.test.tsx. */
export const keptTypes = recordTypes.filter(({ audience }) => audience !== 'governors')

export type Oakfield = {
  readonly emulator: GraphEmulator
  readonly admin: GraphEmulator['admin']
  /** Milliseconds that the client asked to wait; time stands still but for these. */
  readonly waits: number[]
  /** What the client asked of its token, in order. */
  readonly asked: (TokenOptions | undefined)[]
  readonly clock: { now(): Date; sleep(milliseconds: number): Promise<void> }
  as(persona: string, pace?: Pace): Connection
}

/** An empty school of its own for one test, with a clock that only moves when the client waits. */
export const oakfieldWithoutLists = async (): Promise<Oakfield> => {
  let at = Date.parse('2026-07-14T09:00:00Z')
  const waits: number[] = []
  const asked: (TokenOptions | undefined)[] = []
  const now = () => new Date(at)
  const emulator = await createGraphEmulator({
    host: localHost,
    personas: localPersonas,
    sites: localSites,
    now,
    checkFields: true,
    failed: (fault) => {
      throw fault
    },
  })
  const sleep = async (milliseconds: number) => {
    waits.push(milliseconds)
    at += milliseconds
  }
  const as = (persona: string, pace?: Pace): Connection => {
    let kept: string | null = null
    const token = async (options?: TokenOptions) => {
      asked.push(options)
      if (options?.claims || options?.fresh) kept = null
      kept ??= emulator.admin.tokenFor(persona, options?.claims !== undefined)
      return kept
    }
    return connect({ school: oakfield, token, send: emulator.handle, now, sleep, ...(pace ? { pace } : {}) })
  }
  return { emulator, admin: emulator.admin, waits, asked, clock: { now, sleep }, as }
}

export const oakfieldSchool = async (): Promise<Oakfield> => {
  const school = await oakfieldWithoutLists()
  await school.as('it').setUp()
  school.asked.length = 0
  return school
}
