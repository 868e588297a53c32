import { createContext, use } from 'react'
import type { SchoolConfig } from '../config.ts'
import type { Audience } from '../domain/record.ts'
import type { Day } from '../domain/rules/day.ts'
import type { SchemaSeen } from './schemaNews.ts'
import type { WriteAccess } from './writeAccess.ts'
import type { Calendar } from '../graph/calendar.ts'
import type { ListReport, Probes, Seen, SignInFacts, SiteReport } from '../graph/connect.ts'
import type { Files, Me, Progress, SchoolRecords } from '../graph/storeTypes.ts'
import type { HostFacts } from '../host/facts.ts'

/** What the checks ask beside a school's sites; no record's value is in any answer. */
export type PageProbes = Probes & {
  /** Null where there is no program around the page. */
  host(): Promise<HostFacts | null>
  /** How the page signed in; null before it did. */
  signIn(): Promise<SignInFacts | null>
  /** What came back from Microsoft 365 since the page was opened. */
  seen(): Promise<Seen & { readonly held: number }>
}

/** All that a screen can reach outside itself. The entry point puts it together, once for each school. */
export type Services = {
  readonly school: SchoolConfig
  readonly schools: readonly SchoolConfig[]
  readonly records: SchoolRecords
  readonly files: Files
  /** The person's own Outlook calendar; asks for its own consent when first used. */
  readonly calendar: Calendar
  /** Where SharePoint has refused this person a write. */
  readonly writing: WriteAccess
  me(): Promise<Me>
  /** Asks the person to sign in; browsers allow its window only from a click. */
  signIn(): Promise<void>
  /** Whether the school's lists are of another version than this page. */
  readonly schema: SchemaSeen
  /**
   * Makes the lists of one site, or brings them up to date, each told when it is done; Problem `noAccess` where this
   * person may not.
   */
  setUpSite(audience: Audience, told: (list: ListReport) => void): Promise<SiteReport>
  /** What stands in the site for an audience, changing nothing. */
  checkSite(audience: Audience, progress?: Progress): Promise<SiteReport>
  /** How this page fares, for the checks that IT runs. */
  readonly probes: PageProbes
  /** Today in England, and now: screens never ask the clock themselves. */
  today(): Day
  now(): Date
  /** Lets the person pass on a link to a place in the tab: an opaque place and a label without any pupil's data. */
  shareLink(place: string, label: string): void
  /** Gives bytes to the person as a file. */
  download(name: string, bytes: Uint8Array, type: string): void
}

const Context = createContext<Services | null>(null)
export const ServicesProvider = Context.Provider
export const useServices = (): Services => {
  const services = use(Context)
  if (!services) throw new Error('No ServicesProvider above this component')
  return services
}
