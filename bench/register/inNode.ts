import { Pupil } from '../../src/domain/records/pupil.ts'
import type { GraphEmulator } from '../../src/emulator/graph/index.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { connect } from '../../src/graph/connect.ts'
import { plainClient } from '../plainClient.ts'

/** Milliseconds, requests for rows, and how many waits stood behind each other. */
export type Read = { first: number; firstWaits: number; whole: number; requests: number; again: number }

/** Carries requests after so many milliseconds each, counting them and their waits. */
const carrier = (emulator: GraphEmulator, latency: number) => {
  const seen = { requests: 0, waits: 0 }
  const send = async (request: Request): Promise<Response> => {
    const waits = seen.waits + 1
    if (request.url.includes('/items')) seen.requests += 1
    await new Promise((done) => setTimeout(done, latency))
    const answer = await emulator.handle(request)
    const bytes = await answer.arrayBuffer()
    seen.waits = Math.max(seen.waits, waits)
    return new Response(bytes, answer)
  }
  return { seen, send }
}

/** The pupils of a register through a connection that was just opened, and once more when nothing changed. */
export const readOurs = async (emulator: GraphEmulator, latency: number): Promise<Read> => {
  const { seen, send } = carrier(emulator, latency)
  const { records } = connect({
    school: localConfig.schools[0]!,
    send,
    token: () => Promise.resolve('local:senco'),
  })
  const began = performance.now()
  let [first, firstWaits] = [0, 0]
  const { token } = await records.store(Pupil).changes(null, {}, () => {
    first = performance.now() - began
    firstWaits = seen.waits
  })
  const whole = performance.now() - began
  const { requests } = seen
  await records.store(Pupil).changes(token)
  return { first, firstWaits, whole, requests, again: seen.requests - requests }
}

/** The same list through Microsoft's own client as its page on lists shows it: the pages that Graph gives by itself. */
export const readPlain = async (emulator: GraphEmulator, latency: number): Promise<Read> => {
  const { seen, send } = carrier(emulator, latency)
  const client = plainClient(send)
  const site = localConfig.schools[0]!.sites.senco
  const began = performance.now()
  let [first, firstWaits] = [0, 0]
  const list = async () => {
    const { id } = (await client.api(`/sites/${site}`).get()) as { id: string }
    let next: string | undefined = `/sites/${id}/lists/${Pupil.list}/items?$expand=fields`
    while (next) {
      const page = (await client.api(next).get()) as { '@odata.nextLink'?: string }
      first ||= performance.now() - began
      firstWaits ||= seen.waits
      next = page['@odata.nextLink']
    }
  }
  await list()
  const whole = performance.now() - began
  const { requests } = seen
  await list()
  return { first, firstWaits, whole, requests, again: seen.requests - requests }
}
