import type { NaaBroker } from './naaBroker.ts'

type Listener = (message: string) => void

/** What Office gives a pane for nested app authentication, and MSAL looks for. */
export type NaaWindow = {
  nestedAppAuthBridge?: {
    addEventListener(name: string, listener: Listener): void
    removeEventListener(name: string, listener: Listener): void
    postMessage(message: string): void
  }
  __initializeNestedAppAuth?: () => Promise<void>
}

/**
 * Puts the bridge into a pane's window (same origin as the host page), as Office does: MSAL first awaits the
 * initialiser, then talks over the bridge. To be called before the pane's own scripts run.
 */
export const installNaaBridge = (pane: NaaWindow, broker: NaaBroker): void => {
  const listeners = new Set<Listener>()
  pane.__initializeNestedAppAuth = async () => {
    pane.nestedAppAuthBridge = {
      addEventListener: (name, listener) => void (name === 'message' && listeners.add(listener)),
      removeEventListener: (_name, listener) => void listeners.delete(listener),
      postMessage: (message) =>
        void broker.answer(message).then((reply) => {
          for (const listener of listeners) listener(reply)
        }),
    }
  }
}
