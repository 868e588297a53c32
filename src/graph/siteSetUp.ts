import type { SchoolConfig } from '../config.ts'
import type { AnyRecordType, Audience } from '../domain/record.ts'
import { recordTypesFor } from '../domain/records/index.ts'
import type { Graph } from './client.ts'
import type { Connection } from './connect.ts'
import { checkSite, setUpSite, type SiteReport } from './lists.ts'
import { keepsVersions, mayChangeColumns, roundTrip } from './probes.ts'
import { setUpScopes } from './setUpScopes.ts'
import { type Sites, siteIdAt } from './sites.ts'

/** What IT does and asks of a school's sites. It knows every record type, so daily use does not fetch it. */
export const siteSetUpOf = (
  graph: Graph,
  sites: Sites,
  school: SchoolConfig,
  now: () => Date,
): Pick<Connection, 'setUp' | 'setUpSite' | 'check' | 'checkSite' | 'probes'> => ({
  setUp: async (progress = () => {}) => {
    const all = typesBySite(school)
    const of = all.reduce((sum, [, types]) => sum + types.length, 0)
    const reports: SiteReport[] = []
    for (const [address, types] of all) {
      const before = reports.reduce((sum, { lists }) => sum + lists.length, 0)
      reports.push(await setUpSite(asSetUp(graph), address, types, (done) => progress(before + done, of)))
    }
    return reports
  },
  setUpSite: async (audience, told) => {
    await sites.idOf(audience)
    const [of, types] = [school.sites[audience]!, recordTypesFor(audience)]
    return setUpSite(asSetUp(graph), of, types, undefined, told)
  },
  check: async () => {
    const reports: SiteReport[] = []
    for (const [address, types] of typesBySite(school)) reports.push(await checkSite(graph, address, types))
    return reports
  },
  checkSite: async (audience, progress) => {
    await sites.idOf(audience)
    return checkSite(graph, school.sites[audience]!, recordTypesFor(audience), progress)
  },
  probes: {
    roundTrip: () => roundTrip(graph),
    reach: async (audience) => {
      const [from, address] = [now().getTime(), school.sites[audience]]
      await (address === undefined ? sites.idOf(audience) : siteIdAt(graph, address))
      return now().getTime() - from
    },
    keepsVersions: async (audience) =>
      keepsVersions(graph, await sites.idOf(audience), recordTypesFor(audience)),
    mayChangeColumns: async (audience) =>
      mayChangeColumns(graph, await sites.idOf(audience), recordTypesFor(audience)[0]!),
  },
})

const asSetUp = (graph: Graph): Graph => ({
  ...graph,
  ask: (asking) => graph.ask({ ...asking, scopes: setUpScopes }),
})

/** The record types of each site that the school has. */
const typesBySite = (school: SchoolConfig): [string, AnyRecordType[]][] =>
  (Object.entries(school.sites) as [Audience, string][])
    .map(([audience, address]): [string, AnyRecordType[]] => [address, recordTypesFor(audience)])
    .filter(([, types]) => types.length > 0)
