import { contextOf, type TabState } from './context.ts'
import { placeIn } from './deepLink.ts'
import type { NaaBroker } from './naaBroker.ts'
import { runtime } from './runtime.ts'

/** The request of an app, as teams-js posts it; `data` is there for nested app authentication only. */
type Asked = {
  readonly id: number
  readonly uuidAsString?: string
  readonly func: string
  readonly args?: readonly unknown[]
  readonly data?: string
}

export type TabSettings = {
  entityId?: string
  contentUrl?: string
  websiteUrl?: string
  suggestedDisplayName?: string
}

/** What an app has done to its host, for the page around it to show. */
export type TeamsHostEvents = {
  /** The app says how its start went: 'loading' (its first sign of life), 'ready', or why not. */
  onState(state: 'loading' | 'ready' | { readonly failed: string }): void
  /** A function that this stand-in does not answer; Teams itself might. */
  onUnknown(name: string): void
  /** A deep link into this app was opened, or the app asked to go somewhere in itself. */
  onNavigate(subPageId: string): void
  /** A link that leads out of the app. */
  onLeave(address: string): void
  onShare(subPageId: string, label: string): void
  onValidity(valid: boolean): void
  onSaved(settings: TabSettings): void
}

export type TeamsHost = {
  /** Sets the theme, and tells the app if it asked to be told. */
  setTheme(theme: TabState['theme']): void
  /** Presses Save in the tab's settings. */
  save(): void
  /** Presses Back. */
  back(): void
  /** Stops listening. */
  close(): void
}

const noAnswer = Symbol('no answer')

/**
 * The outer page's side of teams-js 2.58: answers the app in one frame, of one origin. Functions it does not know
 * are reported and left unanswered, as a host without them leaves them.
 */
export const teamsHost = (
  frame: HTMLIFrameElement,
  start: TabState,
  naa: NaaBroker,
  events: TeamsHostEvents,
): TeamsHost => {
  let state = start
  let settings: TabSettings = {}
  const heard = new Set<unknown>()
  const origin = new URL(frame.src, location.href).origin

  const post = (message: object): void =>
    frame.contentWindow?.postMessage(
      { ...message, monotonicTimestamp: performance.timeOrigin + performance.now() },
      origin,
    )
  const event = (func: string, args: readonly unknown[] = []): void => post({ func, args })

  const opened = (address: string): readonly unknown[] => {
    const place = placeIn(address)
    if (place === null) events.onLeave(address)
    else events.onNavigate(place)
    return [true]
  }
  const navigated = (to: unknown): void =>
    events.onNavigate(((to as { subPageId?: string } | undefined)?.subPageId ?? '').toString())
  const failed = (reason: unknown, message: unknown): typeof noAnswer => {
    events.onState({ failed: [reason, message].filter(Boolean).join(': ') })
    return noAnswer
  }

  const answers: Record<string, (...args: unknown[]) => readonly unknown[] | typeof noAnswer> = {
    // teams-js makes the nested app authentication bridge only when the runtime comes fourth.
    initialize: () => [state.frame, 'web', '2.58.0', JSON.stringify(runtime)],
    getContext: () => [contextOf(state)],
    registerHandler: (name) => (heard.add(name), noAnswer),
    'appInitialization.appLoaded': () => (events.onState('loading'), noAnswer),
    'appInitialization.success': () => (events.onState('ready'), [undefined]),
    'appInitialization.failure': failed,
    'appInitialization.expectedFailure': failed,
    setFrameContext: () => noAnswer,
    'settings.setValidityState': (valid) => (events.onValidity(valid === true), noAnswer),
    'settings.setSettings': (wanted) => ((settings = wanted as TabSettings), [true]),
    'settings.getSettings': () => [settings],
    'settings.save.success': () => (events.onSaved(settings), noAnswer),
    'settings.save.failure': failed,
    'settings.remove.success': () => noAnswer,
    'settings.remove.failure': failed,
    executeDeepLink: (address) => opened(String(address)),
    'pages.navigateToApp': (to) => (navigated(to), [true]),
    'pages.currentApp.navigateTo': (to) => (navigated(to), [undefined]),
    'pages.currentApp.navigateToDefaultPage': () => (navigated({}), [undefined]),
    shareDeepLink: (place, label) => (events.onShare(String(place ?? ''), String(label ?? '')), noAnswer),
    navigateBack: () => [true],
    returnFocus: () => noAnswer,
    readyToUnload: () => noAnswer,
  }

  const brokered = async (asked: Asked): Promise<void> => {
    const answer = await naa.answer(asked.data ?? '')
    post({ id: asked.id, uuidAsString: asked.uuidAsString, func: asked.func, args: ['', answer] })
  }

  const listener = (message: MessageEvent): void => {
    if (message.source !== frame.contentWindow || message.origin !== origin) return
    const asked = message.data as Asked | null
    if (typeof asked?.func !== 'string') return
    if (asked.func === 'nestedAppAuth.execute') return void brokered(asked)
    const answer = answers[asked.func]
    if (!answer) return events.onUnknown(asked.func)
    const args = answer(...(asked.args ?? []))
    if (args !== noAnswer) post({ id: asked.id, uuidAsString: asked.uuidAsString, args })
  }
  addEventListener('message', listener)

  return {
    setTheme: (theme) => {
      state = { ...state, theme }
      if (heard.has('themeChange')) event('themeChange', [theme])
    },
    save: () => event('settings.save', [settings]),
    back: () => event('backButtonPress'),
    close: () => removeEventListener('message', listener),
  }
}
