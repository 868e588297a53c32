import { type DocumentWhy, Problem } from '../domain/problem.ts'
import { type HostFacts, setsOf } from './facts.ts'
import type { HostTheme, ThemeSource } from './teams.ts'

/** The program around the task pane, and what it can do. */
export type OfficeProgram = {
  readonly app: 'Word' | 'Excel'
  /** Whether it has a requirement set, such as `supports('WordApi', '1.5')`. */
  supports(set: string, version: string): boolean
  readonly theme: ThemeSource
  /** What the program says of itself: asked of it each time. */
  about(): HostFacts
  /** The person's user principal name, for signing in; a hint, never proof. Null where the program does not say. */
  loginHint(): Promise<string | null>
}

const after = <T>(milliseconds: number, answer: () => T): { promise: Promise<T>; stop(): void } => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const promise = new Promise<T>((done, failed) => {
    timer = setTimeout(() => {
      try {
        done(answer())
      } catch (thrown) {
        failed(thrown)
      }
    }, milliseconds)
  })
  return { promise, stop: () => clearTimeout(timer) }
}

/** Whichever comes first: the work, or after so many milliseconds the answer to silence. */
const within = async <T>(work: Promise<T>, milliseconds: number, silence: () => T): Promise<T> => {
  const end = after(milliseconds, silence)
  try {
    return await Promise.race([work, end.promise])
  } finally {
    end.stop()
  }
}

// Office says its colours, not its theme, and where it says none it is light.
const themeOf = (background: string | undefined): HostTheme => {
  if (matchMedia('(forced-colors: active)').matches) return 'contrast'
  const [red, green, blue] = (/^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(background ?? '') ?? [])
    .slice(1)
    .map((part) => Number.parseInt(part, 16))
  if (red === undefined || green === undefined || blue === undefined) return 'light'
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light'
}

const themeSource = (): ThemeSource => {
  const forced = matchMedia('(forced-colors: active)')
  // The types promise a theme; older programs have none.
  const { officeTheme } = Office.context as { officeTheme?: Office.OfficeTheme }
  return {
    current: () => themeOf(officeTheme?.bodyBackgroundColor),
    subscribe(changed) {
      forced.addEventListener('change', changed)
      return () => forced.removeEventListener('change', changed)
    },
  }
}

const hint = async (): Promise<string | null> => {
  type Auth = { getAuthContext?(): Promise<{ userPrincipalName?: string }> }
  const { auth } = Office as unknown as { auth?: Auth }
  if (!auth?.getAuthContext) return null
  const context = await within<{ userPrincipalName?: string } | null>(
    auth.getAuthContext().catch(() => null),
    4_000,
    () => null,
  )
  return context?.userPrincipalName ?? null
}

const aboutOffice = (app: 'Word' | 'Excel', supports: OfficeProgram['supports']): HostFacts => {
  // The types promise both; older programs have neither.
  const { platform, diagnostics } = Office.context as Partial<Office.Context>
  return {
    program: app,
    platform: platform === undefined ? null : String(platform),
    version: diagnostics?.version ?? null,
    nestedSignIn: supports('NestedAppAuth', '1.1'),
    sets: setsOf(app, supports),
  }
}

/** Word or Excel around this page; null outside them, or where office.js has not answered after `patience` ms. */
export const openOffice = async (patience = 15_000): Promise<OfficeProgram | null> => {
  if (typeof Office === 'undefined') return null
  const info = await within<{ host: Office.HostType | null } | null>(Office.onReady(), patience, () => null)
  const app =
    info?.host === Office.HostType.Word ? 'Word' : info?.host === Office.HostType.Excel ? 'Excel' : null
  const supports = (set: string, version: string) => Office.context.requirements.isSetSupported(set, version)
  return (
    app && {
      app,
      supports,
      about: () => aboutOffice(app, supports),
      theme: themeSource(),
      loginHint: hint,
    }
  )
}

const codeOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : ''

const whys: Readonly<Record<string, DocumentWhy>> = {
  // What Word gives for a protected document is documented nowhere; these are what it was seen to give for some.
  AccessDenied: 'notNow',
  EditModeDisallowed: 'notNow',
  RequestPayloadSizeLimitExceeded: 'tooLarge',
  ResponsePayloadSizeLimitExceeded: 'tooLarge',
  GeneralException: 'failed',
  InvalidArgument: 'failed',
}

const whyOf = (code: string): DocumentWhy | null => {
  if (code === 'NotAllowed')
    return Office.context.platform === Office.PlatformType.OfficeOnline ? 'browser' : 'notNow'
  return whys[code] ?? null
}

const problemOf = (thrown: unknown, what: string): Problem => {
  if (thrown instanceof Problem) return thrown
  const code = codeOf(thrown)
  const message = `${what}: ${code || 'no code'}`
  if (['ApiNotFound', 'NotImplemented', 'NotSupported'].includes(code))
    return new Problem({ code: 'unsupported', what }, message, thrown)
  const why = whyOf(code)
  return new Problem(why ? { code: 'document', why } : { code: 'unexpected' }, message, thrown)
}

/**
 * One piece of work in the open document. Whatever Office refuses comes out as a Problem; where it never answers,
 * `document` (silent) after `patience` milliseconds. `what` names the work for a person: `Inserting the minutes`.
 */
export const inOffice = async <T>(what: string, work: () => Promise<T>, patience = 120_000): Promise<T> => {
  try {
    return await within(work(), patience, () => {
      throw new Problem({ code: 'document', why: 'silent' }, `${what}: no answer`)
    })
  } catch (thrown) {
    throw problemOf(thrown, what)
  }
}
