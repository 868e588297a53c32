import type { Config, SchoolConfig } from '../config.ts'
import type { SignIn } from '../graph/signIn.ts'
import { openTeams, systemTheme, type Teams, type ThemeSource } from '../host/teams.ts'
import type { Services } from '../ui/services.tsx'
import { servicesFor } from '../ui/servicesFor.ts'
import { startApp } from '../ui/startApp.tsx'
import { App } from './App.tsx'
import { TabSettings } from './TabSettings.tsx'

export type TabOptions = {
  readonly config: Config
  /** Sends each request for Graph. */
  readonly send: (request: Request) => Promise<Response>
  /** Hosts to trust beside Microsoft's own, as `scheme://host[:port]`. */
  readonly teamsOrigins?: readonly string[]
}

/** Milliseconds in which Teams usually says which theme it has; the first picture waits no longer. */
const firstPicture = 600

const framed = () => window.parent !== window

/** The theme of Teams once it has answered, until then the computer's own. */
const themeOf = (teams: Promise<Teams | null>): ThemeSource => {
  let source = systemTheme()
  const listeners = new Set<() => void>()
  const changed = () => listeners.forEach((listener) => listener())
  let stop = source.subscribe(changed)
  void teams.then((host) => {
    if (!host) return
    stop()
    source = host.theme
    stop = source.subscribe(changed)
    changed()
  })
  return {
    current: () => source.current(),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

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

const firstPlace = (teams: Teams | null) => {
  if (teams?.place && window.location.hash === '') window.location.hash = `/${teams.place}`
}

/** Shows the tab. The bar and the headings stand before anybody is signed in or anything is read. */
export const startTab = async ({ config, send, teamsOrigins = [] }: TabOptions): Promise<void> => {
  const teams = openTeams(teamsOrigins)
  const signedIn = signInLater(config, teams)
  // Needed by the first question to Graph: fetched while Teams is still answering. What fails is fetched again then.
  for (const needed of [import('../graph/connect.ts'), import('../graph/signIn.ts')]) needed.catch(() => {})
  const known = new Map<string, Services>()
  let inTeams: Teams | null = null
  const servicesOf = (school: SchoolConfig): Services => {
    const services =
      known.get(school.id) ??
      servicesFor({
        school,
        schools: config.schools,
        send,
        token: async (options) => (await signedIn()).token(options),
        signIn: async () => (await signedIn()).fromClick(),
        ...(inTeams ? { shareLink: inTeams.shareLink } : {}),
      })
    known.set(school.id, services)
    return services
  }

  const soon = await Promise.race([
    teams,
    new Promise<null>((done) => setTimeout(() => done(null), firstPicture)),
  ])
  inTeams = soon
  firstPlace(soon)
  const { client, drafts } = startApp(
    document.getElementById('root')!,
    themeOf(teams),
    soon?.frame === 'settings' ? (
      <TabSettings schools={config.schools} teams={soon} />
    ) : (
      <App schools={config.schools} servicesOf={servicesOf} />
    ),
  )
  const host = await teams
  host?.showed()
  host?.succeeded()
  host?.onSleep(drafts.flushAll, () => void client.invalidateQueries())
}
