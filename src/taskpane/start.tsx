import type { Config, SchoolConfig } from '../config.ts'
import { fetchAskingParts } from '../graph/askingParts.ts'
import type { SignIn } from '../graph/signIn.ts'
import { themeOnceKnown } from '../host/lateTheme.ts'
import { type OfficeProgram, openOffice } from '../host/office.ts'
import type { Services } from '../ui/services.tsx'
import { servicesFor } from '../ui/servicesFor.ts'
import { startApp } from '../ui/startApp.tsx'
import { App } from './App.tsx'

export type TaskPaneOptions = {
  readonly config: Config
  /** Sends each request for Graph. */
  readonly send: (request: Request) => Promise<Response>
}

/** Sign-in, begun when the first request needs it: Office has to be ready before MSAL is. */
const signInLater = (config: Config, program: Promise<OfficeProgram | null>): (() => Promise<SignIn>) => {
  let started: Promise<SignIn> | null = null
  const start = async () => {
    const office = await program
    const [{ signIn }, loginHint] = await Promise.all([
      import('../graph/signIn.ts'),
      office?.loginHint() ?? Promise.resolve(null),
    ])
    return signIn({
      tenantId: config.tenantId,
      clientId: config.clientId,
      surface: office ? 'office' : 'browser',
      framed: window.parent !== window,
      ...(loginHint ? { loginHint } : {}),
    })
  }
  return () => {
    started ??= start()
    started.catch(() => (started = null))
    return started
  }
}

/** Shows the task pane: the Word half in Word, the Excel half in Excel, and outside them where it belongs. */
export const startTaskPane = async ({ config, send }: TaskPaneOptions): Promise<void> => {
  const program = openOffice()
  const signedIn = signInLater(config, program)
  // Fetched while Office is still answering.
  fetchAskingParts()
  const known = new Map<string, Services>()
  const servicesOf = (school: SchoolConfig): Services => {
    const services =
      known.get(school.id) ??
      servicesFor({
        school,
        schools: config.schools,
        send,
        token: async (options) => (await signedIn()).token(options),
        signIn: async () => (await signedIn()).fromClick(),
        host: async () => (await program)?.about() ?? null,
        signInFacts: async () => (await signedIn()).facts(),
      })
    known.set(school.id, services)
    return services
  }
  startApp(
    document.getElementById('root')!,
    themeOnceKnown(program),
    <App program={program} schools={config.schools} servicesOf={servicesOf} />,
  )
  // What fails is said on the page.
  await program
}
