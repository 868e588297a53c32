import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Stored } from '../../domain/record.ts'
import { Delivery } from '../../domain/records/delivery.ts'
import type { NewLog } from '../../domain/rules/ledgerLogs.ts'
import { undoLogs } from '../../ui/ledger/writeLogs.ts'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { useAttempt } from '../../ui/useAttempt.ts'
import { newOutbox, type Unsent } from './outbox.ts'
import { sendLogs } from './sendLogs.ts'

// One for the page: what is on its way outlives the screen on which it was said.
const outbox = newOutbox(
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

/** Writes what is said of a session, with a way back; a double tap sends one. `name`: under which it waits. */
export const useLogging = (name: string) => {
  const { records } = useServices()
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const { all } = useUnsent()
  const store = records.store(Delivery)
  const undo = (written: readonly Stored<Delivery>[], known: readonly Stored<Delivery>[]) =>
    void attempt(async () => {
      for (const log of await undoLogs(store, written, known)) put(Delivery, log)
    })
  return {
    busy,
    /** Why something could not be taken back. */
    trouble,
    /** What waits of this session. */
    unsent: all.find((letter) => letter.name === name) ?? null,
    log(said: unknown, wanted: readonly NewLog[], known: readonly Stored<Delivery>[], words: string) {
      const sending = sendLogs(store, wanted, known, (each) => put(Delivery, each))
      return outbox.post(name, said, async () => {
        const { stored, theirs } = await sending()
        if (theirs.length === 0) say(words, () => undo(stored, known))
        return theirs
      })
    },
    /** Takes what waits out again, to be changed or let go. */
    takeOut: () => outbox.take(name),
    takeBack: (logs: readonly Stored<Delivery>[], words: string): Promise<boolean> =>
      attempt(async () => {
        for (const each of await undoLogs(store, logs, [])) put(Delivery, each)
        say(words)
      }),
  }
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
