import type { SchoolConfig } from '../config.ts'
import { londonDay } from '../domain/rules/day.ts'
import type { Connection, SignInFacts, TokenOptions } from '../graph/connect.ts'
import type { Store } from '../graph/storeTypes.ts'
import type { HostFacts } from '../host/facts.ts'
import type { Services } from './services.tsx'
import { newSchemaSeen } from './schemaNews.ts'
import { newWriteAccess, notingRefusals } from './writeAccess.ts'

export type ServicesOptions = {
  readonly school: SchoolConfig
  readonly schools: readonly SchoolConfig[]
  token(options?: TokenOptions): Promise<string>
  signIn(): Promise<void>
  send(request: Request): Promise<Response>
  shareLink?(place: string, label: string): void
  /** What the program around the page says of itself; null where there is none. */
  host?(): Promise<HostFacts | null>
  signInFacts?(): Promise<SignInFacts | null>
  readonly now?: () => Date
}

/** A store whose code is fetched when it is first asked for something. */
const storeLater = <T>(load: () => Promise<Store<T>>): Store<T> =>
  new Proxy({} as Store<T>, {
    get:
      (_, name) =>
      async (...args: unknown[]) => {
        const store = (await load()) as unknown as Record<PropertyKey, (...args: unknown[]) => unknown>
        return store[name]!(...args)
      },
  })

/** Puts the address of a place in the tab into the clipboard: outside Teams. */
export const copyLink = (place: string): void => {
  const address = new URL(window.location.href)
  address.hash = `/${place}`
  void navigator.clipboard.writeText(address.href)
}

const download = (name: string, bytes: Uint8Array, type: string) => {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** One school as its screens reach it. Neither Graph nor sign-in is loaded before something is asked of them. */
export const servicesFor = (options: ServicesOptions): Services => {
  const { school, schools, token, signIn, send, now = () => new Date() } = options
  const schema = newSchemaSeen()
  let loading: Promise<Connection> | null = null
  const connection = () => {
    loading ??= Promise.all([
      import('../graph/connect.ts'),
      import('../graph/pace.ts'),
      import('../graph/watch.ts'),
    ]).then(([{ connect }, { pagePace }, { pageWatch }]) =>
      connect({ school, token, send, now, pace: pagePace, watch: pageWatch, schemaSeen: schema.note }),
    )
    loading.catch(() => (loading = null))
    return loading
  }
  const writing = newWriteAccess()
  return {
    school,
    schools,
    writing,
    records: {
      store: (type) => {
        const store = storeLater(async () => (await connection()).records.store(type))
        // A guarded list has permissions of its own: a refusal there says nothing of the rest of its site.
        return type.guard ? store : notingRefusals(store, type.audience, writing)
      },
      mayRead: async (audience) => (await connection()).records.mayRead(audience),
      readsAll: async (type) => (await connection()).records.readsAll(type),
    },
    files: {
      save: async (...given) => (await connection()).files.save(...given),
      read: async (...given) => (await connection()).files.read(...given),
      list: async (...given) => (await connection()).files.list(...given),
      dispose: async (...given) => (await connection()).files.dispose(...given),
    },
    calendar: {
      put: async (...given) => (await connection()).calendar.put(...given),
      cancel: async (...given) => (await connection()).calendar.cancel(...given),
    },
    me: async () => (await connection()).me(),
    signIn,
    schema,
    setUpSite: async (...given) => (await connection()).setUpSite(...given),
    checkSite: async (...given) => (await connection()).checkSite(...given),
    probes: {
      roundTrip: async () => (await connection()).probes.roundTrip(),
      reach: async (audience) => (await connection()).probes.reach(audience),
      keepsVersions: async (audience) => (await connection()).probes.keepsVersions(audience),
      mayChangeColumns: async (audience) => (await connection()).probes.mayChangeColumns(audience),
      host: async () => (await options.host?.()) ?? null,
      signIn: async () => (await options.signInFacts?.()) ?? null,
      seen: async () => {
        const [{ pagePace }, { pageWatch }] = await Promise.all([
          import('../graph/pace.ts'),
          import('../graph/watch.ts'),
        ])
        return { ...pageWatch.seen(), held: pagePace.held() }
      },
    },
    today: () => londonDay(now()),
    now,
    shareLink: options.shareLink ?? copyLink,
    download,
  }
}
