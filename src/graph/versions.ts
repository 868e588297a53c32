import { Problem } from '../domain/problem.ts'
import { type AnyRecordType, recordTypesVersion, versionOf } from '../domain/record.ts'
import { type Marker, readMarker, type SetUpFor } from './marker.ts'
import type { Graph } from './client.ts'

/** How a list in SharePoint stands to this version of the app. */
export type SchemaNews = 'newer' | 'older'

/** What the markers of lists said on the way: nothing is asked for it. */
export type Versions = {
  note(type: AnyRecordType, marker: Marker): void
  /**
   * Throws Problem `newer` where a newer app has given this list columns that we don't know: a row without them might
   * be one that the newer app can't read. Asks nothing as long as no list of the site was seen to be newer.
   */
  refuseNewRows(graph: Graph, type: AnyRecordType, items: () => Promise<string>): Promise<void>
}

const newsIn = ({ app }: SetUpFor): SchemaNews | null =>
  app > recordTypesVersion ? 'newer' : app < recordTypesVersion ? 'older' : null

export const versionsOf = (tell: (news: SchemaNews) => void): Versions => {
  const known = new Map<AnyRecordType, SetUpFor>()
  const newerSites = new Set<string>()
  const note = (type: AnyRecordType, { setUpFor }: Marker) => {
    if (setUpFor === null) return
    known.set(type, setUpFor)
    const news = newsIn(setUpFor)
    if (news === 'newer') newerSites.add(type.audience)
    if (news) tell(news)
  }
  return {
    note,
    refuseNewRows: async (graph, type, items) => {
      if (!newerSites.has(type.audience)) return
      // Its own marker may have been read before the other was raised: a set-up goes from list to list.
      if ((known.get(type)?.app ?? 0) <= recordTypesVersion) {
        const found = await readMarker(graph, await items(), { kind: 'list', name: type.list })
        if (found) note(type, found)
      }
      if ((known.get(type)?.list ?? 0) <= versionOf(type)) return
      throw new Problem({ code: 'newer', list: type.list }, `${type.list} was set up for a newer app`)
    },
  }
}
