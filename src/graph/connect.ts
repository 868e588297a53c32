import type { SchoolConfig } from '../config.ts'
import type { Audience } from '../domain/record.ts'
import { type Calendar, calendarOf } from './calendar.ts'
import type { TokenOptions } from './claims.ts'
import { graphClient } from './client.ts'
import { filesOf } from './files.ts'
import type { ListReport, SiteReport } from './lists.ts'
import type { Pace } from './pace.ts'
import { findPeople, readMe } from './people.ts'
import { overNetwork, type Send } from './send.ts'
import { sitesOf } from './sites.ts'
import { storeOf } from './store.ts'
import { rowsOf } from './storeRows.ts'
import type { Files, Me, Progress, SchoolRecords } from './storeTypes.ts'
import { type SchemaNews, versionsOf } from './versions.ts'
import type { Watch } from './watch.ts'

export type { TokenOptions } from './claims.ts'
export type { Drift } from './drift.ts'
export type { ListReport, SiteReport } from './lists.ts'
export type { Send } from './send.ts'
export type { SignedInAs, SignIn } from './signIn.ts'
export type { SignInFacts } from './signInFacts.ts'
export type { SchemaNews } from './versions.ts'
export type { ClockSeen, Seen } from './watch.ts'

/** A site and what stands in it, for each of the school's sites. */
export type SetUpReport = readonly SiteReport[]

export type Connection = {
  readonly records: SchoolRecords
  readonly files: Files
  readonly calendar: Calendar
  me(): Promise<Me>
  /** Colleagues for a picker: up to 10. */
  findPeople(typed: string): Promise<Me[]>
  /** Makes or upgrades every list of the school; `progress` counts lists. */
  setUp(progress?: Progress): Promise<SetUpReport>
  /**
   * The same for the one site of an audience, each list told when it is done: what was made stays though a later one
   * is refused, and another run goes on from there. Problem `notSetUp` where the school has no such site.
   */
  setUpSite(audience: Audience, told?: (list: ListReport) => void): Promise<SiteReport>
  /** What stands in the school's sites, changing nothing. */
  check(): Promise<SetUpReport>
  /** The same of the one site for an audience; Problem `notSetUp` where the school has none. */
  checkSite(audience: Audience, progress?: Progress): Promise<SiteReport>
  readonly probes: Probes
}

/** Questions that only looking into how things are asks; none reads a field of a record. */
export type Probes = {
  /** Milliseconds of one small question and its answer. */
  roundTrip(): Promise<number>
  /** Asks for the site anew: milliseconds, or the Problem that stands in the way. */
  reach(audience: Audience): Promise<number>
  /** Whether SharePoint keeps earlier versions in the site's lists; null where nothing was changed there yet. */
  keepsVersions(audience: Audience): Promise<boolean | null>
  /** Whether the app may change columns with no more than daily use asks for. */
  mayChangeColumns(audience: Audience): Promise<boolean>
}

export type ConnectOptions = {
  readonly school: SchoolConfig
  token(options?: TokenOptions): Promise<string>
  readonly send?: Send
  now?(): Date
  sleep?(milliseconds: number): Promise<void>
  /** Keeps what is asked below SharePoint's budget; without one nothing is held back. */
  readonly pace?: Pace
  /** Counts what comes back; without one nothing is counted. */
  readonly watch?: Watch
  /** Told, maybe many times, when a list turns out to be set up for a newer or an older app than this. */
  schemaSeen?(news: SchemaNews): void
}

/** One school in Microsoft 365, as everything above this layer knows it. Nothing is asked until something is needed. */
export const connect = (options: ConnectOptions): Connection => {
  const { school, token, now = () => new Date(), pace, watch } = options
  const { send = overNetwork, sleep = pause } = options
  const graph = graphClient({
    token,
    send: watch?.around(send) ?? send,
    now,
    sleep: watch?.sleeping(sleep) ?? sleep,
    pace,
    watch,
  })
  const sites = sitesOf(graph, school)
  let known: Promise<Me> | null = null
  const me = () => {
    known ??= readMe(graph)
    known.catch(() => (known = null))
    return known
  }
  // IT's part is fetched when IT asks: it knows every record type.
  const siteSetUp = async () => (await import('./siteSetUp.ts')).siteSetUpOf(graph, sites, school, now)
  const versions = versionsOf(options.schemaSeen ?? (() => {}))
  const wholeLists = { known: new Map<string, Promise<boolean>>(), me, versions }
  return {
    records: {
      store: (type) => storeOf(graph, sites, wholeLists, type),
      mayRead: sites.mayRead,
      readsAll: (type) => rowsOf(graph, sites, wholeLists, type).whole.isWhole(),
    },
    files: filesOf(graph, sites),
    calendar: calendarOf(graph),
    me,
    findPeople: (typed) => findPeople(graph, typed),
    setUp: async (...given) => (await siteSetUp()).setUp(...given),
    setUpSite: async (...given) => (await siteSetUp()).setUpSite(...given),
    check: async () => (await siteSetUp()).check(),
    checkSite: async (...given) => (await siteSetUp()).checkSite(...given),
    probes: {
      roundTrip: async () => (await siteSetUp()).probes.roundTrip(),
      reach: async (audience) => (await siteSetUp()).probes.reach(audience),
      keepsVersions: async (audience) => (await siteSetUp()).probes.keepsVersions(audience),
      mayChangeColumns: async (audience) => (await siteSetUp()).probes.mayChangeColumns(audience),
    },
  }
}

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))
