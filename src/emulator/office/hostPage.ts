import { installDesktopPort } from './desktopPort.ts'
import type { OfficeHost } from './officeHost.ts'

/** What the pane's page finds in its parent: `parent.officeHost.installInto(window)`, before office.js. */
export type OfficeHostOfPage = { installInto(pane: Window): void; readonly host: OfficeHost }

declare global {
  interface Window {
    officeHost?: OfficeHostOfPage
  }
}

/**
 * Offers the host to panes in frames of this page. `others` run first in each pane, for what else a real host
 * puts there (the bridge for signing in). A pane that reloads gets the port anew; the old one is let go.
 */
export const offerHost = (
  page: Window,
  current: () => OfficeHost,
  others: readonly ((pane: Window) => void)[] = [],
): void => {
  const letGo = new WeakMap<Window, () => void>()
  page.officeHost = {
    get host() {
      return current()
    },
    installInto(pane) {
      letGo.get(pane)?.()
      for (const other of others) other(pane)
      letGo.set(pane, installDesktopPort(pane, current()))
    },
  }
}
