import { tokenOf } from './access.ts'
import type { Answering, Logged } from './answer.ts'
import { instant, type Graph, type Site } from './call.ts'
import { faultKinds, type Fault } from './faults.ts'
import { listsOf } from './findList.ts'
import { learnColumn } from './learnColumn.ts'
import type { Json } from './json.ts'
import { defaultSettings, type Settings, type Throttle } from './settings.ts'
import type { Column, Fields, ListState, Role } from './world.ts'

export type SettingsChange = Partial<Omit<Settings, 'throttle'>> & { throttle?: Partial<Throttle> }

/** What only a person at this machine can do: change the weather, spoil requests, and act behind SharePoint's back. */
export type Admin = {
  settings: () => Settings
  /** Changes some settings; the rest stay. Throws on one that does not exist. */
  set: (change: SettingsChange) => void
  /** Adds a fault; faults are used up in the order they were added. Throws on one that does not exist. */
  fault: (fault: Fault) => void
  clearFaults: () => void
  /** Calls back all of a persona's tokens: until a token is fetched again, each request gets 401. */
  expire: (persona: string) => void
  /** The token that the persona would be given now; with `claims` it also satisfies a claims challenge. */
  tokenFor: (persona: string, claims?: boolean) => string
  /** Makes a person a member of a site with this role, or no member with null. */
  member: (sitePath: string, persona: string, role: Role | null) => void
  readOwnOnly: (sitePath: string, list: string, on: boolean) => Promise<void>
  renameColumn: (sitePath: string, list: string, column: string, name: string) => Promise<void>
  /** Gives a column another type, as by hand in SharePoint; `definition` is like that of a new column, without name. */
  retypeColumn: (
    sitePath: string,
    list: string,
    column: string,
    definition: { [key: string]: Json },
  ) => Promise<void>
  dropColumn: (sitePath: string, list: string, column: string) => Promise<void>
  /** Writes a row's stored values without any check; null clears. Counts as an edit by `persona`. */
  editRow: (sitePath: string, list: string, id: number, fields: Fields, persona?: string) => Promise<void>
  /** Everything away, settings too. */
  reset: () => Promise<void>
  dump: () => Json
  /** Whether there is no list and no file yet. */
  isEmpty: () => boolean
  /** The last requests, without bodies. */
  log: () => readonly Logged[]
  clearLog: () => void
}

export const adminOf = (graph: Graph, answering: Answering): Admin => {
  const siteAt = (path: string): Site =>
    known(
      graph.sites.find((site) => site.path === path),
      `site ${path}`,
    )
  const listAt = (path: string, name: string): ListState =>
    known(
      listsOf(graph, siteAt(path)).find(({ head }) => head.id === name || head.displayName === name),
      `list ${name}`,
    )
  const personaAt = (id: string) =>
    known(
      graph.personas.find((each) => each.id === id),
      `persona ${id}`,
    )
  const putColumns = async (list: ListState, change: (column: Column) => readonly Column[]) =>
    graph.commit([{ put: 'list', list: { ...list.head, columns: list.head.columns.flatMap(change) } }])
  const changeColumn = (
    path: string,
    name: string,
    column: string,
    change: (found: Column) => readonly Column[],
  ) => {
    const list = listAt(path, name)
    known(
      list.head.columns.find((each) => each.name === column),
      `column ${column}`,
    )
    return putColumns(list, (each) => (each.name === column ? change(each) : [each]))
  }
  return {
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
      personaAt(id)
      answering.revoked.set(id, (answering.revoked.get(id) ?? 0) + 1)
    },
    tokenFor: (id, claims = false) => tokenOf(personaAt(id), answering.revoked, claims),
    member: (path, id, role) => {
      const { members } = siteAt(path)
      if (role) members.set(personaAt(id).id, role)
      else members.delete(id)
    },
    readOwnOnly: async (path, name, on) => {
      const { head } = listAt(path, name)
      await graph.commit([{ put: 'list', list: { ...head, readOwnOnly: on } }])
    },
    renameColumn: (path, name, column, next) =>
      changeColumn(path, name, column, (each) => [{ ...each, name: next }]),
    retypeColumn: (path, name, column, definition) =>
      changeColumn(path, name, column, ({ id }) => [learnColumn({ ...definition, name: column }, id, true)]),
    dropColumn: (path, name, column) => changeColumn(path, name, column, () => []),
    editRow: async (path, name, id, fields, persona) => {
      const list = listAt(path, name)
      const before = known(list.rows.get(id), `row ${id}`)
      const after = Object.fromEntries(
        Object.entries({ ...before.fields, ...fields }).filter(([, value]) => value !== null),
      )
      const row = {
        ...before,
        fields: after,
        number: before.number + 1,
        sequence: list.sequence + 1,
        modified: instant(graph.now()),
        modifiedBy: persona ?? before.modifiedBy,
      }
      await graph.commit([{ put: 'row', list: list.head.id, row }])
    },
    reset: async () => {
      graph.settings = defaultSettings
      graph.uploads.clear()
      answering.faults.length = 0
      answering.log.length = 0
      answering.revoked.clear()
      await graph.commit([{ drop: 'everything' }])
    },
    dump: () => dump(graph),
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

const known = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`There is no ${what} here`)
  return found
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
  })),
})
