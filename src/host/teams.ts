import type { HostFacts } from './facts.ts'

/** What Teams calls itself light, dark and high contrast. */
export type HostTheme = 'light' | 'dark' | 'contrast'

/** A theme that may change while the page is open. */
export type ThemeSource = {
  current(): HostTheme
  /** Calls back after each change; the answer stops it. */
  subscribe(changed: () => void): () => void
}

/** Teams around this page: what it tells us and what we may ask of it. */
export type Teams = {
  readonly theme: ThemeSource
  /** `settings` while a person adds the tab to a channel; `content` otherwise. */
  readonly frame: 'content' | 'settings' | 'other'
  /** The opaque place that a deep link named, such as `pupil/01ARZ…`; null without one. */
  readonly place: string | null
  /** What Teams says of itself. */
  about(): HostFacts
  /** For signing in as the person who is in Teams; a hint, never proof. */
  readonly loginHint: string | null
  /** Takes away Teams' own waiting picture: our first screen stands. */
  showed(): void
  /** The page is ready. */
  succeeded(): void
  /** Teams may put the page to sleep: `sleeping` saves what is unsaved; after `woken`, people and access may differ. */
  onSleep(sleeping: () => Promise<void>, woken: () => void): void
  /** Lets a person copy a link to a place in this tab; the place and the label hold no pupil's data. */
  shareLink(place: string, label: string): void
  /** In the settings frame: what the tab is when the person presses Save. */
  offerTab(tab: { readonly contentUrl: string; readonly websiteUrl: string; readonly name: string }): void
}

const themes: Record<string, HostTheme> = {
  default: 'light',
  dark: 'dark',
  contrast: 'contrast',
  glass: 'light',
}
const themeNamed = (name: string | undefined): HostTheme => themes[name ?? ''] ?? 'light'

/** Follows the computer's own setting: for a page outside Teams. */
export const systemTheme = (): ThemeSource => {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const forced = matchMedia('(forced-colors: active)')
  return {
    current: () => (forced.matches ? 'contrast' : dark.matches ? 'dark' : 'light'),
    subscribe(changed) {
      dark.addEventListener('change', changed)
      forced.addEventListener('change', changed)
      return () => {
        dark.removeEventListener('change', changed)
        forced.removeEventListener('change', changed)
      }
    },
  }
}

const within = <T>(work: Promise<T>, milliseconds: number): Promise<T | null> =>
  Promise.race([
    work,
    new Promise<null>((resolve) => {
      setTimeout(() => resolve(null), milliseconds)
    }),
  ])

const framed = () => window.parent !== window

/**
 * Teams, or null outside it. teams-js waits 60 seconds for a parent that never answers, so it is asked for `patience`
 * milliseconds at most, and only in a frame. `origins` are other hosts to trust as `scheme://host[:port]`.
 */
export const openTeams = async (origins: readonly string[] = [], patience = 4_000): Promise<Teams | null> => {
  if (!framed()) return null
  const { app, nestedAppAuth, pages, FrameContexts } = await import('@microsoft/teams-js')
  const ready = app.initialize([...origins]).then(
    () => true,
    () => false,
  )
  if (!(await within(ready, patience))) return null
  const context = await within(app.getContext(), patience)
  if (!context) return null

  let theme = themeNamed(context.app.theme)
  const listeners = new Set<() => void>()
  app.registerOnThemeChangeHandler((name) => {
    theme = themeNamed(name)
    for (const changed of listeners) changed()
  })
  const { frameContext, subPageId } = context.page

  return {
    theme: {
      current: () => theme,
      subscribe(changed) {
        listeners.add(changed)
        return () => listeners.delete(changed)
      },
    },
    frame:
      frameContext === FrameContexts.settings
        ? 'settings'
        : frameContext === FrameContexts.content
          ? 'content'
          : 'other',
    place: subPageId || null,
    about: () => ({
      program: 'Teams',
      platform: context.app.host.clientType,
      version: context.app.host.name,
      nestedSignIn: nestedAppAuth.isNAAChannelRecommended(),
      sets: [],
    }),
    loginHint: context.user?.loginHint ?? null,
    showed: () => app.notifyAppLoaded(),
    succeeded: () => void app.notifySuccess().catch(() => undefined),
    onSleep(sleeping, woken) {
      app.lifecycle.registerBeforeSuspendOrTerminateHandler(sleeping)
      app.lifecycle.registerOnResumeHandler(() => {
        woken()
        void app.notifySuccess().catch(() => undefined)
      })
    },
    shareLink: (subPageId, subPageLabel) => pages.shareDeepLink({ subPageId, subPageLabel }),
    offerTab({ contentUrl, websiteUrl, name }) {
      pages.config.registerOnSaveHandler((save) => {
        pages.config
          .setConfig({ contentUrl, websiteUrl, entityId: 'goldthread', suggestedDisplayName: name })
          .then(
            () => save.notifySuccess(),
            () => save.notifyFailure('Teams could not keep the tab'),
          )
      })
      pages.config.setValidityState(true)
    },
  }
}
