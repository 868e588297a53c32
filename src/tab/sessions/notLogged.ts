import { useEffect, useState, useSyncExternalStore } from 'react'
import { newOutbox, type Unsent } from './outbox.ts'

// One for the page: what is on its way outlives the screen on which it was said.
export const outbox = newOutbox(
  () => Date.now(),
  (act, milliseconds) => {
    const timer = setTimeout(act, milliseconds)
    return () => clearTimeout(timer)
  },
)
const goOn = () => {
  if (document.visibilityState === 'visible') void outbox.again()
}

/** Everything that is said and not stored yet; it is sent again when the connection is back or the page is seen. */
export const useUnsent = (): { readonly all: readonly Unsent[]; sendNow(): void } => {
  useEffect(() => {
    window.addEventListener('online', goOn)
    document.addEventListener('visibilitychange', goOn)
    // They stay when the screen goes: what waits here is sent from anywhere in the app. Adding twice adds once.
  }, [])
  const all = useSyncExternalStore(outbox.subscribe, outbox.all)
  return { all, sendNow: () => void outbox.again(true) }
}

// What is being said of a session outlives the screen; it is kept in the page alone, never in the browser's storage.
const kept = new Map<string, unknown>()
const listeners = new Set<() => void>()
const subscribe = (changed: () => void) => {
  listeners.add(changed)
  return () => void listeners.delete(changed)
}
const warn = (event: BeforeUnloadEvent) => {
  if (kept.size > 0 || outbox.all().length > 0) event.preventDefault()
}

/** Something half said, under a name; `null` lets it go. Whoever closes the page meanwhile is asked first. */
export const useKept = <T>(name: string): [T | null, (next: T | null) => void] => {
  const value = useSyncExternalStore(subscribe, () => (kept.get(name) as T | undefined) ?? null)
  const set = (next: T | null) => {
    if (next === null) kept.delete(name)
    else kept.set(name, next)
    listeners.forEach((listener) => listener())
  }
  // It stays when the screen goes: what is half said is still in the page. Adding twice adds once.
  useEffect(() => window.addEventListener('beforeunload', warn), [])
  return [value, set]
}

/** Which sessions are half said, by their names. */
export const useKeptNames = (): readonly string[] => {
  const [names, setNames] = useState<readonly string[]>(() => [...kept.keys()])
  useEffect(() => subscribe(() => setNames([...kept.keys()])), [])
  return names
}

/**
 * What closing the page would lose of the log of sessions: how many are half said or not stored yet, and the name of
 * the first, which ends in its day.
 */
export const useNotLogged = (): { readonly count: number; readonly first: string | null } => {
  const half = useKeptNames()
  const { all } = useUnsent()
  const names = new Set([...half, ...all.map(({ name }) => name)])
  return { count: names.size, first: names.values().next().value ?? null }
}
