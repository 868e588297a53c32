import { t } from '../../words/t.ts'
import { type ProblemCode, troubleOf } from '../../domain/problem.ts'
import type { Audience } from '../../domain/record.ts'
import type { ListReport, Seen, SignInFacts } from '../../graph/connect.ts'
import { clockIn } from '../../graph/watch.ts'
import { browserAlone, type HostFacts } from '../../host/facts.ts'
import type { PageFacts } from '../../host/page.ts'
import type { Services } from '../services.tsx'

/** A site of the school as the checks found it. */
export type SiteChecked = {
  readonly audience: Audience
  /** As config.json names it; null where it names none. */
  readonly address: string | null
  readonly reached: { readonly milliseconds: number } | { readonly trouble: ProblemCode } | null
  readonly lists: readonly ListReport[] | { readonly trouble: ProblemCode } | null
  /** Whether earlier versions are kept; null where no row told. */
  readonly versions: boolean | null
}

/** All that the checks found. No record, no name and no id of anybody has a place in it. */
export type Checked = {
  readonly at: Date
  readonly host: HostFacts
  readonly page: PageFacts
  readonly signIn: SignInFacts | { readonly trouble: ProblemCode }
  readonly roundTrips: readonly number[]
  /** Whose clock ours was held against, and how many milliseconds ours is ahead. */
  readonly clock: { readonly whose: 'microsoft' | 'ours'; readonly ahead: number } | null
  readonly seen: Seen & { readonly held: number }
  readonly sites: readonly SiteChecked[]
}

const audiences: readonly Audience[] = ['senco', 'staff', 'managers', 'governors']
const questions = 5

type Page = { facts(): PageFacts; ownServer(): Promise<Headers | null> }
type Told = (done: number, of: number, what: string) => void

/** One attempt: what it gave, or the code of what stood in the way. */
const attempt = async <T>(work: () => Promise<T>): Promise<T | { readonly trouble: ProblemCode }> => {
  try {
    return await work()
  } catch (thrown) {
    return { trouble: troubleOf(thrown).code }
  }
}
const went = <T>(given: T | { readonly trouble: ProblemCode }): given is T =>
  !(typeof given === 'object' && given !== null && 'trouble' in given)

/** Runs every check, one after another so that the times mean something; each that fails leaves the others. */
export const gather = async (services: Services, page: Page, told: Told): Promise<Checked> => {
  const { probes, school, now } = services
  const held = audiences.filter((audience) => school.sites[audience] !== undefined)
  const of = 3 + held.length
  told(0, of, t`Signing in`)
  const signedIn = await attempt(async () => {
    await probes.roundTrip()
    return probes.signIn()
  })
  told(1, of, t`Asking Microsoft 365 how long an answer takes`)
  const roundTrips: number[] = []
  for (let asked = 0; asked < questions && went(signedIn); asked += 1) {
    const took = await attempt(probes.roundTrip)
    if (typeof took === 'number') roundTrips.push(took)
  }
  const sites: SiteChecked[] = []
  for (const audience of audiences) {
    told(2 + sites.filter(({ address }) => address !== null).length, of, t`Looking at the sites and lists`)
    sites.push(await siteOf(services, audience))
  }
  told(of - 1, of, t`Comparing the clocks`)
  const seen = await probes.seen()
  return {
    at: now(),
    host: (await probes.host()) ?? browserAlone,
    page: page.facts(),
    signIn: went(signedIn) ? (signedIn ?? { trouble: 'signedOut' }) : signedIn,
    roundTrips,
    clock: seen.clock ? { whose: 'microsoft', ...seen.clock } : await ownClock(services, page),
    seen,
    sites,
  }
}

const siteOf = async (services: Services, audience: Audience): Promise<SiteChecked> => {
  const { school, probes, checkSite } = services
  const address = school.sites[audience] ?? null
  if (address === null) return { audience, address, reached: null, lists: null, versions: null }
  const took = await attempt(() => probes.reach(audience))
  if (typeof took !== 'number') return { audience, address, reached: took, lists: null, versions: null }
  const report = await attempt(() => checkSite(audience))
  const versions = await attempt(() => probes.keepsVersions(audience))
  return {
    audience,
    address,
    reached: { milliseconds: took },
    lists: went(report) ? report.lists : report,
    versions: typeof versions === 'boolean' ? versions : null,
  }
}

/** Where Microsoft's clock may not be read, that of the server which these pages come from. */
const ownClock = async ({ now }: Services, page: Page): Promise<Checked['clock']> => {
  const asked = now()
  const headers = await page.ownServer()
  const seen = headers && clockIn(headers, asked, now())
  return seen && { whose: 'ours', ...seen }
}
