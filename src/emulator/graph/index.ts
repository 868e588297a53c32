import { adminOf, type Admin, type Snapshot } from './admin.ts'
import { answerer } from './answer.ts'
import type { Graph, Site } from './call.ts'
import { chance, guidFrom, guidOf } from './guid.ts'
import { defaultSettings } from './settings.ts'
import type { Storage } from './storage.ts'
import type { Persona, SiteSeed } from './tenant.ts'
import { apply, changesOf, emptyWorld, type Change } from './world.ts'

export type { Admin, Snapshot } from './admin.ts'
export type { Fault } from './faults.ts'
export type { Settings, Throttle } from './settings.ts'
export type { Storage } from './storage.ts'
export type { Persona, SiteSeed } from './tenant.ts'
export { LostAnswer } from './faults.ts'

export type GraphOptions = {
  /** The tenant's SharePoint name, such as `oakfieldtrust.sharepoint.com`. */
  host: string
  personas: readonly Persona[]
  sites: readonly SiteSeed[]
  /** Where rows survive a restart; without it they live in memory. */
  storage?: Storage
  /** What another Graph's `admin.snapshot()` held: lists, rows and files to begin with. */
  begin?: Snapshot
  now?: () => Date
  /**
   * Holds the fields of every answer against their list's own columns, rows edited by hand excepted; what does not
   * fit is a fault of this Graph's own (500 and `failed`).
   */
  checkFields?: boolean
  /** Told of a fault of this Graph's own, which the caller sees as a 500. */
  failed?: (error: unknown) => void
  /** A source of chance from 0 to 1, for ids, random throttling and the order of answers in a batch. */
  random?: () => number
}

export type GraphEmulator = {
  /**
   * Answers a request addressed to `https://graph.microsoft.com/v1.0/…`, or to an upload or download address that
   * was handed out. Rejects with `LostAnswer` when a fault cuts the connection.
   */
  handle: (request: Request) => Promise<Response>
  admin: Admin
  close: () => Promise<void>
}

/** Microsoft Graph for SharePoint lists and files, on this machine. */
export const createGraphEmulator = async (options: GraphOptions): Promise<GraphEmulator> => {
  const { host, personas, storage, random } = options
  const world = emptyWorld()
  for (const change of (await storage?.load()) ?? options.begin ?? []) apply(world, change)
  storage?.shortenFrom(() => changesOf(world))
  const clock = options.now ?? (() => new Date())
  const graph: Graph = {
    host,
    personas,
    sites: sitesFrom(options),
    world,
    settings: defaultSettings,
    uploads: new Map(),
    now: () => new Date(clock().getTime() + graph.settings.clockAhead),
    checkFields: options.checkFields ?? false,
    edited: new Set(),
    random: random ?? chance(1),
    newGuid: random ? () => guidFrom(random) : () => crypto.randomUUID(),
    failed: options.failed ?? (() => undefined),
    commit: committer(world, storage),
  }
  const answering = answerer(graph)
  return {
    handle: answering.handle,
    admin: adminOf(graph, answering),
    close: async () => storage?.close(),
  }
}

// Once a write fails, memory and disk may differ: nothing more is taken until the next start.
const committer = (world: Graph['world'], storage: Storage | undefined) => {
  let broken: Error | null = null
  return async (changes: readonly Change[]) => {
    if (broken) throw broken
    for (const change of changes) apply(world, change)
    try {
      await storage?.append(changes)
    } catch (cause) {
      broken = new Error('The storage of the Graph on this machine failed', { cause })
      throw broken
    }
  }
}

const sitesFrom = ({ host, sites, personas }: GraphOptions): readonly Site[] => {
  const rootForAll: SiteSeed = {
    path: '/',
    displayName: 'Home',
    members: Object.fromEntries(personas.map(({ id }) => [id, 'read' as const])),
  }
  const all = sites.some(({ path }) => path === '/') ? sites : [rootForAll, ...sites]
  return all.map(({ path, displayName, members }) => {
    const guid = guidOf(`site ${path}`)
    const id = `${host},${guid},${guidOf(`web ${path}`)}`
    return { id, guid, path, displayName, members: new Map(Object.entries(members)) }
  })
}
