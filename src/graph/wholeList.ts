import { Problem } from '../domain/problem.ts'
import type { AnyRecordType } from '../domain/record.ts'
import type { Graph } from './client.ts'
import { readMarker } from './marker.ts'
import type { Gathered } from './rows.ts'
import type { Me } from './storeTypes.ts'
import type { Versions } from './versions.ts'

/** Which lists this person is known to see whole: asked once, kept for the connection. "No" is asked again. */
export type WholeLists = {
  readonly known: Map<string, Promise<boolean>>
  me(): Promise<Me>
  readonly versions: Versions
}

export type WholeList = {
  /**
   * Throws Problem `noAccess` with `ownRowsOnly` where SharePoint shows this person nothing but their own rows. What
   * was read tells, where all was read or somebody else's row is among it; otherwise the marker is asked for. For what
   * changed since a token it is asked for each time: a row that was hidden once would be left out for good.
   */
  mustBeWhole(read: Gathered, is: 'all' | 'some' | 'since'): Promise<void>
  /** Whether this person sees every row. */
  isWhole(): Promise<boolean>
  /**
   * Throws the same Problem where a row that isn't shown may only be hidden. Asked anew and of guarded lists too: what
   * hangs on it is that something is said to be deleted.
   */
  mustShowAll(): Promise<void>
}

export const wholeListOf = (
  graph: Graph,
  type: AnyRecordType,
  items: () => Promise<string>,
  { known, me, versions }: WholeLists,
): WholeList => {
  const name = `${type.audience} ${type.list}`
  const isWhole = (): Promise<boolean> => {
    const before = known.get(name)
    if (before) return before
    const about = { kind: 'list', name: type.list } as const
    const asked = items()
      .then((path) => readMarker(graph, path, about))
      .then((marker) => {
        if (marker) versions.note(type, marker)
        return marker !== null
      })
    known.set(name, asked)
    const forget = () => void known.delete(name)
    asked.then((seen) => seen || forget(), forget)
    return asked
  }
  const note = (seen: boolean): boolean => {
    if (seen) known.set(name, Promise.resolve(true))
    return seen
  }

  const hasOthers = async ({ creators }: Gathered): Promise<boolean> => {
    if (creators.size !== 1) return creators.size > 1
    const { id, displayName } = await me()
    return !creators.has(id) && !creators.has(displayName)
  }
  const ownRowsOnly = () =>
    new Problem(
      { code: 'noAccess', to: type.list, ownRowsOnly: true },
      `${type.list} shows this person no row that somebody else added`,
    )
  return {
    isWhole,
    mustShowAll: async () => {
      known.delete(name)
      if (!(await isWhole())) throw ownRowsOnly()
    },
    mustBeWhole: async (read, is) => {
      if (read.marker) versions.note(type, read.marker)
      // Where everybody adds and few read, one's own rows are all that most people are meant to see.
      if (type.guard || note(read.marker !== null || read.creators.size > 1)) return
      if (is === 'since') known.delete(name)
      if ((is !== 'all' && (await isWhole())) || (await hasOthers(read))) return
      throw ownRowsOnly()
    },
  }
}
