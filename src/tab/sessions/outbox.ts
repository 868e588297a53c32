import { type Trouble, troubleOf } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import type { Delivery } from '../../domain/records/delivery.ts'
import { isCurable, nextTry } from '../../ui/draft/patience.ts'

type Logs = readonly Stored<Delivery>[]

/** What was said of a session and isn't stored yet. */
export type Unsent = {
  readonly name: string
  /** As it was said, to be shown and to be changed. */
  readonly said: unknown
  /**
   * `waiting`: it goes by itself as soon as it can; `stopped`: only a person can help; `met`: somebody else had logged
   * it otherwise meanwhile.
   */
  readonly is: 'sending' | 'waiting' | 'stopped' | 'met'
  readonly trouble: Trouble | null
  /** What somebody else had logged. */
  readonly theirs: Logs
}
/** Stores what was said; gives back what somebody else logged otherwise meanwhile, and throws a Problem. */
export type Send = () => Promise<Logs>

/**
 * What staff log, until it is stored: one send after the other, again when the connection is back or SharePoint is
 * ready, whatever screen is open meanwhile. It lies in the page alone, never in the browser's storage.
 */
export const newOutbox = (
  now: () => number,
  later: (act: () => void, milliseconds: number) => () => void,
) => {
  const letters = new Map<string, Unsent & { readonly send: Send }>()
  const listeners = new Set<() => void>()
  let shown: readonly Unsent[] = []
  let running = false
  let failures = 0
  let stopTimer = () => {}
  const changed = () => {
    shown = [...letters.values()]
    for (const listener of listeners) listener()
  }
  const put = (name: string, next: Partial<Unsent>) => {
    const letter = letters.get(name)
    if (letter) letters.set(name, { ...letter, ...next })
    changed()
  }
  const next = () => [...letters.values()].find(({ is }) => is === 'sending')

  const run = async () => {
    if (running) return
    running = true
    for (let letter = next(); letter; letter = next()) {
      const { name, send } = letter
      try {
        const theirs = await send()
        failures = 0
        if (theirs.length > 0) put(name, { is: 'met', theirs, trouble: null })
        else {
          letters.delete(name)
          changed()
        }
      } catch (thrown) {
        const trouble = troubleOf(thrown)
        if (isCurable(trouble)) {
          const at = nextTry(trouble, failures, now())
          failures += 1
          // What stands in its way stands in the way of the others.
          for (const other of [...letters.values()])
            if (other.is === 'sending') put(other.name, { is: 'waiting', trouble })
          stopTimer()
          stopTimer = later(() => void again(), at - now())
        } else put(name, { is: 'stopped', trouble })
      }
    }
    running = false
  }
  const again = (all = false): Promise<void> => {
    for (const { name, is } of [...letters.values()])
      if (is === 'waiting' || (all && is === 'stopped')) put(name, { is: 'sending', trouble: null })
    return run()
  }
  return {
    /** Sends it now, or as soon as it can be. The same name takes the place of what waited under it. */
    post(name: string, said: unknown, send: Send): Promise<void> {
      if (letters.get(name)?.is === 'sending') return Promise.resolve()
      letters.set(name, { name, said, is: 'sending', trouble: null, theirs: [], send })
      changed()
      return run()
    },
    /** Takes back what isn't on its way: to be changed, or let go. */
    take(name: string): void {
      if (letters.get(name)?.is === 'sending') return
      letters.delete(name)
      changed()
    },
    /** Tries what waits; `all`: what only a person could help with, too. */
    again,
    all: (): readonly Unsent[] => shown,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
