import { tokenOf } from './access.ts'
import type { Answering, Logged } from './answer.ts'
import { binOf } from './bin.ts'
import { byHand, personaAt, type ByHand } from './byHand.ts'
import type { Graph } from './call.ts'
import { faultKinds, type Fault } from './faults.ts'
import { listsOf } from './findList.ts'
import type { Json } from './json.ts'
import { changesOf, type Change } from './world.ts'
import { defaultSettings, type Settings, type Throttle } from './settings.ts'

export type SettingsChange = Partial<Omit<Settings, 'throttle'>> & { throttle?: Partial<Throttle> }

/** What a Graph holds, to hand to another. */
export type Snapshot = readonly Change[]

/** What only a person at this machine can do: change the weather, spoil requests, and act behind SharePoint's back. */
export type Admin = ByHand & {
  settings: () => Settings
  /** Changes some settings; the rest stay. Throws on one that does not exist. */
  set: (change: SettingsChange) => void
  /** Adds a fault; faults are used up in the order they were added. Throws on one that does not exist. */
  fault: (fault: Fault) => void
  clearFaults: () => void
  /** Calls back all of a persona's tokens: until a token is fetched again, each request gets 401. */
  expire: (persona: string) => void
  /**
   * The token that the persona would be given now; with `claims` it also satisfies a claims challenge. `scopes`: what
   * was consented to beside the daily ones, such as `Calendars.ReadWrite`.
   */
  tokenFor: (persona: string, claims?: boolean, scopes?: readonly string[]) => string
  /** Everything away, settings too. */
  reset: () => Promise<void>
  dump: () => Json
  /** All that is stored, for `begin` of another Graph: it costs little, and neither Graph changes the other's. */
  snapshot: () => Snapshot
  /** How many changes were ever taken in: the same number says that nothing was written in between. */
  changes: () => number
  /** Whether there is no list and no file yet. */
  isEmpty: () => boolean
  /** The last requests, without bodies. */
  log: () => readonly Logged[]
  clearLog: () => void
}

export const adminOf = (graph: Graph, answering: Answering): Admin => {
  return {
    ...byHand(graph),
    settings: () => structuredClone(graph.settings),
    set: ({ throttle, ...rest }) => {
      onlyKnown(rest, graph.settings)
      onlyKnown(throttle ?? {}, graph.settings.throttle)
      graph.settings = { ...graph.settings, ...rest, throttle: { ...graph.settings.throttle, ...throttle } }
    },
    fault: (fault) => {
      const { answer, path = '' } = fault
      if (typeof answer !== 'object' && !faultKinds.includes(answer)) {
        throw new Error(`There is no fault ${String(answer)}; there are ${faultKinds.join(', ')}`)
      }
      new RegExp(path)
      answering.faults.push(fault)
    },
    clearFaults: () => {
      answering.faults.length = 0
    },
    expire: (id) => {
      personaAt(graph, id)
      answering.revoked.set(id, (answering.revoked.get(id) ?? 0) + 1)
    },
    tokenFor: (id, claims = false, scopes = []) =>
      tokenOf(personaAt(graph, id), answering.revoked, claims, scopes),
    reset: async () => {
      graph.settings = defaultSettings
      graph.uploads.clear()
      answering.faults.length = 0
      answering.log.length = 0
      answering.revoked.clear()
      await graph.commit([{ drop: 'everything' }])
    },
    dump: () => dump(graph),
    snapshot: () => [...changesOf(graph.world)],
    changes: () => graph.world.changes,
    isEmpty: () => graph.world.lists.size === 0 && graph.world.files.size === 0,
    log: () => [...answering.log],
    clearLog: () => {
      answering.log.length = 0
    },
  }
}

const onlyKnown = (given: object, settings: object) => {
  for (const key of Object.keys(given)) {
    if (!(key in settings))
      throw new Error(`There is no setting ${key}; there are ${Object.keys(settings).join(', ')}`)
  }
}

const dump = (graph: Graph): Json => ({
  sites: graph.sites.map((site) => ({
    id: site.id,
    path: site.path,
    displayName: site.displayName,
    members: Object.fromEntries(site.members),
    lists: listsOf(graph, site).map(({ head, rows, gone }) => ({
      ...(structuredClone(head) as unknown as { [key: string]: Json }),
      rows: [...rows.values()].map((row) => structuredClone(row) as unknown as Json),
      gone: [...gone.keys()],
    })),
    files: [...graph.world.files.values()]
      .filter((file) => file.site === site.id)
      .map(({ id, name, folder, size, version, parent }) => ({ id, name, folder, size, version, parent })),
    bin: [...binOf(graph, site)],
  })),
})
