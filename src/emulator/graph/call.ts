import type { Json } from './json.ts'
import type { Settings } from './settings.ts'
import type { Persona } from './tenant.ts'
import type { Change, Role, World } from './world.ts'

export type Site = {
  id: string
  guid: string
  path: string
  displayName: string
  members: Map<string, Role>
}

/** What every answer is made from: this Graph itself. */
export type Graph = {
  host: string
  personas: readonly Persona[]
  sites: readonly Site[]
  world: World
  settings: Settings
  uploads: Map<string, Upload>
  now: () => Date
  random: () => number
  newGuid: () => string
  checkFields: boolean
  /** Rows that `admin.editRow` may have filled with nonsense, as `list/id`. */
  edited: Set<string>
  /** Told of a fault of our own making, which the caller only sees as a 500. */
  failed: (error: unknown) => void
  /** Takes the changes in and writes them down; done when they are safe. */
  commit: (changes: readonly Change[]) => Promise<void>
}

export type Upload = {
  id: string
  site: Site
  by: Persona
  path: string
  conflict: 'fail' | 'replace' | 'rename'
  deferCommit: boolean
  size: number | null
  received: Uint8Array
  expires: string
  /** The file that came of it, once it is complete. */
  finished: string | null
}

/** One request on its way to its answer. The path is below /v1.0, its parameters are decoded. */
export type Call = {
  graph: Graph
  persona: Persona
  method: string
  url: URL
  params: Readonly<Record<string, string>>
  query: ReadonlyMap<string, string>
  headers: Headers
  bytes: Uint8Array
  /** The site in the path, with what the person may do there; only where the route names one. */
  site: Site
}

export type Reply = {
  status: number
  body?: Json
  bytes?: Uint8Array
  headers?: Readonly<Record<string, string>>
}

/** `2026-09-02T08:00:00Z`: SharePoint sends whole seconds. */
export const instant = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`

export const context = (tail: string): string => `https://graph.microsoft.com/v1.0/$metadata#${tail}`
