import type { Config, SchoolConfig } from '../config.ts'
import { fetchAskingParts } from '../graph/askingParts.ts'
import type { SignIn } from '../graph/signIn.ts'
import { themeOnceKnown } from '../host/lateTheme.ts'
import { openTeams, type Teams } from '../host/teams.ts'
import type { Services } from '../ui/services.tsx'
import { copyLink, servicesFor } from '../ui/servicesFor.ts'
import { startApp } from '../ui/startApp.tsx'
import { App } from './App.tsx'

export type TabOptions = {
  readonly config: Config
  /** Sends each request for Graph. */
  readonly send: (request: Request) => Promise<Response>
  /** Hosts to trust beside Microsoft's own, as `scheme://host[:port]`. */
  readonly teamsOrigins?: readonly string[]
}

const framed = () => window.parent !== window

/** Sign-in, begun when the first request needs it: Teams has to be ready before MSAL is. */
const signInLater = (config: Config, teams: Promise<Teams | null>): (() => Promise<SignIn>) => {
  let started: Promise<SignIn> | null = null
  const start = async () => {
    const host = await teams
    const { signIn } = await import('../graph/signIn.ts')
    return signIn({
      tenantId: config.tenantId,
      clientId: config.clientId,
      surface: host ? 'teams' : 'browser',
      framed: framed(),
      ...(host?.loginHint ? { loginHint: host.loginHint } : {}),
    })
  }
  return () => {
    started ??= start()
    started.catch(() => (started = null))
    return started
  }
}

/** A place that a link into Teams named, unless the person has gone somewhere by now. */
const goTo = (place: string | null | undefined) => {
  if (place && window.location.hash === '') window.location.hash = `/${place}`
}

/** Shows the tab. The bar and the headings stand before anybody is signed in, before Teams answers, before anything is read. */
export const startTab = async ({ config, send, teamsOrigins = [] }: TabOptions): Promise<void> => {
  const teams = openTeams(teamsOrigins)
  const signedIn = signInLater(config, teams)
  // Fetched while Teams is still answering.
  fetchAskingParts()
  const known = new Map<string, Services>()
  let inTeams: Teams | null = null
  const arrival = teams.then((host) => {
    inTeams = host
    goTo(host?.place)
    return host
  })
  const servicesOf = (school: SchoolConfig): Services => {
    const services =
      known.get(school.id) ??
      servicesFor({
        school,
        schools: config.schools,
        send,
        token: async (options) => (await signedIn()).token(options),
        signIn: async () => (await signedIn()).fromClick(),
        host: async () => (await teams)?.about() ?? null,
        signInFacts: async () => (await signedIn()).facts(),
        shareLink: (place, label) => (inTeams?.shareLink ?? copyLink)(place, label),
      })
    known.set(school.id, services)
    return services
  }
  const { client, drafts } = startApp(
    document.getElementById('root')!,
    themeOnceKnown(teams),
    <App schools={config.schools} servicesOf={servicesOf} arrival={arrival} />,
  )
  const host = await arrival
  host?.showed()
  host?.succeeded()
  host?.onSleep(drafts.flushAll, () => void client.invalidateQueries())
}
