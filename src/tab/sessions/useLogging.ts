import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import { Delivery } from '../../domain/records/delivery.ts'
import type { NewLog } from '../../domain/rules/ledgerLogs.ts'
import { undoLogs, writeLogs } from '../../ui/ledger/writeLogs.ts'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'

/** Writes what is said of a session, with a way back; one at a time, so that a double tap sends one. */
export const useLogging = () => {
  const { records } = useServices()
  const put = usePutStored()
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [theirs, setTheirs] = useState<readonly Stored<Delivery>[]>([])
  const running = useRef(false)
  const store = records.store(Delivery)
  const once = async (work: () => Promise<boolean>): Promise<boolean> => {
    if (running.current) return false
    running.current = true
    setBusy(true)
    setTrouble(null)
    try {
      return await work()
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      return false
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  const undo = (written: readonly Stored<Delivery>[], known: readonly Stored<Delivery>[]) =>
    void once(async () => {
      for (const log of await undoLogs(store, written, known)) put(Delivery, log)
      return true
    })
  /** True when all of it is stored. */
  const log = (
    wanted: readonly NewLog[],
    known: readonly Stored<Delivery>[],
    said: string,
  ): Promise<boolean> =>
    once(async () => {
      const written = await writeLogs(store, wanted, known)
      for (const each of written.stored) put(Delivery, each)
      setTheirs(written.theirs)
      if (written.problem) throw written.problem
      if (written.theirs.length === 0) say(said, () => undo(written.stored, known))
      return written.theirs.length === 0
    })
  const takeBack = (logs: readonly Stored<Delivery>[], said: string): Promise<boolean> =>
    once(async () => {
      for (const each of await undoLogs(store, logs, [])) put(Delivery, each)
      say(said)
      return true
    })
  return { log, takeBack, busy, trouble, theirs }
}

// What is being said of a session outlives the screen; it is kept in the page alone, never in the browser's storage.
const kept = new Map<string, unknown>()
const listeners = new Set<() => void>()
const subscribe = (changed: () => void) => {
  listeners.add(changed)
  return () => void listeners.delete(changed)
}

/** Something half said, under a name; `null` lets it go. */
export const useKept = <T>(name: string): [T | null, (next: T | null) => void] => {
  const value = useSyncExternalStore(subscribe, () => (kept.get(name) as T | undefined) ?? null)
  const set = (next: T | null) => {
    if (next === null) kept.delete(name)
    else kept.set(name, next)
    listeners.forEach((listener) => listener())
  }
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (kept.size > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])
  return [value, set]
}

/** Tries again as soon as the connection is back. */
export const useOnceBack = (waiting: boolean, again: () => void) => {
  const act = useRef(again)
  useEffect(() => {
    act.current = again
  })
  useEffect(() => {
    if (!waiting) return
    const back = () => act.current()
    window.addEventListener('online', back)
    return () => window.removeEventListener('online', back)
  }, [waiting])
}
