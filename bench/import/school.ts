import type { Pupil } from '../../src/domain/records/pupil.ts'
import { senStatuses } from '../../src/domain/rules/codes.ts'
import { addDays, type Day, showDay } from '../../src/domain/rules/day.ts'
import { createGraphEmulator, type GraphEmulator } from '../../src/emulator/graph/index.ts'
import { localHost, localPersonas, localSites } from '../../src/emulator/graph/local.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { connect } from '../../src/graph/connect.ts'
import type { LeapingClock } from './clock.ts'

export const latency = 120
/** What SharePoint gives an app in a tenant of up to 1,000 licences. */
export const unitsPerMinute = 1250

export const school = localConfig.schools[0]!

export type Carried = {
  readonly emulator: GraphEmulator
  readonly clock: LeapingClock
  /** `refused`: rows for which SharePoint said “too much”, in batches too. */
  readonly seen: { requests: number; reads: number; refused: number }
  send(request: Request): Promise<Response>
}

/** An empty school behind a network of 120 ms that throttles as SharePoint's page says, on a clock that leaps. */
export const emptySchool = async (clock: LeapingClock): Promise<Carried> => {
  const emulator = await createGraphEmulator({
    host: localHost,
    personas: localPersonas,
    sites: localSites,
    now: clock.now,
  })
  await connect({ school, send: emulator.handle, token: () => Promise.resolve('local:it') }).setUp()
  // What making the lists cost counts in a minute that is over.
  await clock.sleep(60_000 - (clock.now().getTime() % 60_000))
  emulator.admin.set({ throttle: { unitsPerMinute } })
  emulator.admin.clearLog()
  const seen = { requests: 0, reads: 0, refused: 0 }
  const send = async (request: Request): Promise<Response> => {
    seen.requests += 1
    if (request.method === 'GET') seen.reads += 1
    await clock.sleep(latency)
    const answer = await clock.busy(
      (async () => {
        const held = await emulator.handle(request)
        const bytes = await held.arrayBuffer()
        if (request.url.endsWith('/$batch'))
          seen.refused += new TextDecoder().decode(bytes).split('"status":429').length - 1
        return new Response(bytes, held)
      })(),
    )
    if (answer.status === 429) seen.refused += 1
    return answer
  }
  return { emulator, clock, seen, send }
}

const day = (given: Day) => showDay(given)

/** A list as an MIS exports it: so many pupils, each with a need. */
export const csvOf = (rows: number): Uint8Array => {
  const statuses: readonly Pupil['status'][] = ['K', 'K', 'K', 'E']
  const lines = Array.from({ length: rows }, (_, at) =>
    [
      `Surname${(at * 7919) % rows}`,
      `Forename${at % 997}`,
      day(addDays('2012-09-01', (at * 31) % 3_600)),
      `Year ${1 + (at % 11)}`,
      `${1 + (at % 11)}${'ABCDEF'[at % 6]}`,
      senStatuses[statuses[at % 4]!],
      ['SLCN', 'SEMH', 'ASD', 'MLD'][at % 4],
    ].join(','),
  )
  const head = 'Surname,Forename,Date of birth,Year group,Class,SEN status,Primary need'
  return new TextEncoder().encode([head, ...lines].join('\r\n'))
}
