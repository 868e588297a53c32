import type { Value } from '../domain/fields.ts'
import { type Trouble, troubleOf } from '../domain/problem.ts'
import { type AnyRecordType, check, fieldsOf, type Stored } from '../domain/record.ts'
import type { Store } from '../graph/storeTypes.ts'

/** Where one field of an open record stands. */
export type FieldState =
  | { readonly is: 'stored' }
  | { readonly is: 'unsaved' }
  | { readonly is: 'saving' }
  | { readonly is: 'saved'; readonly at: Date }
  /** As typed it can't be stored; the text stays. */
  | { readonly is: 'wrong'; readonly message: string }
  /** `retryAt` null: only the person can help (sign in, ask for access). */
  | { readonly is: 'notSaved'; readonly trouble: Trouble; readonly retryAt: Date | null }
  /** Somebody else saved another text first; nothing is written until the person has chosen. */
  | { readonly is: 'differs'; readonly theirs: Value; readonly by: string | null; readonly at: string | null }

type AnyRecord = Record<string, Value>
export type AnyStored = Stored<AnyRecord>
type Entry = { value: Value; typed: string | null; state: FieldState }

/** One record while a person works on it: what they typed, what is stored, and what stands between. */
export type Draft = {
  subscribe(changed: () => void): () => void
  /** Changes whenever anything here does. */
  version(): number
  stored(): AnyStored
  valueOf(field: string): Value
  /** The text as typed, where it is not yet a value. */
  typedOf(field: string): string | null
  stateOf(field: string): FieldState
  /** A new value, saved after a pause in typing. */
  set(field: string, value: Value): void
  /** Text that is no value, with what is wrong with it. */
  setWrong(field: string, typed: string, message: string): void
  /**
   * Saves now: the person left the field or the page. What only they can cure is not tried again, as its button would
   * vanish under their click, unless `all` says that they did.
   */
  flush(all?: boolean): Promise<void>
  keepMine(field: string): void
  takeTheirs(field: string): void
  /** A version read from the list since. */
  receive(stored: AnyStored): void
  /** Whether closing the page would lose something. */
  unsaved(): boolean
}

export type DraftOptions = {
  readonly type: AnyRecordType
  readonly stored: AnyStored
  readonly store: Pick<Store<AnyRecord>, 'update' | 'byKey'>
  readonly now: () => Date
  readonly onStored: (stored: AnyStored) => void
  /** Milliseconds without typing before a save. */
  readonly pause?: number
}

const waits = [5_000, 15_000, 30_000, 60_000]
const curable = (trouble: Trouble) => ['busy', 'offline', 'unexpected', 'changed'].includes(trouble.code)
const isStored = (value: unknown): value is AnyStored =>
  typeof value === 'object' && value !== null && 'etag' in value && 'key' in value

/**
 * Saves each field a moment after it was typed, with If-Match, one save at a time. Changes of other people to other
 * fields are taken in silently; to the same field they are shown. Whatever goes wrong, what was typed stays here.
 */
export const openDraft = ({ type, store, now, onStored, pause = 900, ...start }: DraftOptions): Draft => {
  let stored = start.stored
  let version = 0
  let running: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let notBefore = 0
  let waitingFor: (FieldState & { is: 'notSaved' }) | null = null
  const entries = new Map<string, Entry>()
  const listeners = new Set<() => void>()

  const changed = () => {
    version += 1
    for (const listener of listeners) listener()
  }
  const mark = (fields: Iterable<string>, state: FieldState) => {
    for (const field of fields) {
      const entry = entries.get(field)
      if (entry) entry.state = state
    }
    changed()
  }
  const schedule = (delay = pause) => {
    clearTimeout(timer)
    const wait = Math.max(delay, notBefore - now().getTime())
    timer = setTimeout(() => void save(), wait)
  }

  /** The typed fields that may be sent, leaving out those that break a rule of the record. */
  const sendable = (): Map<string, Value> => {
    const waiting = [...entries].filter(([, { state }]) =>
      ['unsaved', 'notSaved', 'saving'].includes(state.is),
    )
    const known = new Set(check(type, stored).map((issue) => issue.message))
    const issueOf = (changes: readonly (readonly [string, Value])[]) =>
      check(type, { ...stored, ...Object.fromEntries(changes) }).find((issue) => !known.has(issue.message))
    const all = waiting.map(([field, { value }]) => [field, value] as const)
    if (!issueOf(all)) return new Map(all)
    const accepted: (readonly [string, Value])[] = []
    for (const change of all) {
      const issue = issueOf([...accepted, change])
      if (issue) mark([change[0]], { is: 'wrong', message: issue.message })
      else accepted.push(change)
    }
    return new Map(accepted)
  }

  const takeIn = (theirs: AnyStored) => {
    for (const [field] of fieldsOf(type)) {
      const entry = entries.get(field)
      if (!entry || entry.state.is === 'saved') continue
      if (entry.state.is !== 'wrong' && theirs[field] === entry.value)
        entry.state = { is: 'saved', at: now() }
      else if (theirs[field] !== stored[field])
        entry.state = {
          is: 'differs',
          theirs: theirs[field] ?? null,
          by: theirs.modifiedBy,
          at: theirs.modifiedAt,
        }
    }
    stored = theirs
    changed()
    onStored(theirs)
  }

  const accept = (next: AnyStored, sent: Map<string, Value>) => {
    failures = 0
    notBefore = 0
    stored = next
    for (const [field, value] of sent) {
      const entry = entries.get(field)
      if (entry) entry.state = entry.value === value ? { is: 'saved', at: now() } : entry.state
    }
    changed()
    onStored(next)
  }

  /** True when the save may be tried again at once. */
  const settle = async (thrown: unknown, fields: readonly string[]): Promise<boolean> => {
    const trouble = troubleOf(thrown)
    if (trouble.code === 'changed' && failures < waits.length) {
      failures += 1
      try {
        takeIn(isStored(trouble.theirs) ? trouble.theirs : await store.byKey(stored.key))
        mark(
          fields.filter((field) => entries.get(field)?.state.is === 'saving'),
          { is: 'unsaved' },
        )
        return true
      } catch (again) {
        return settle(again, fields)
      }
    }
    if (trouble.code === 'refused' && trouble.field && fields.includes(trouble.field)) {
      mark(fields, { is: 'unsaved' })
      mark([trouble.field], { is: 'wrong', message: trouble.why })
      return true
    }
    if (!curable(trouble)) {
      mark(fields, { is: 'notSaved', trouble, retryAt: null })
      return false
    }
    const asked = trouble.code === 'busy' && trouble.until ? Date.parse(trouble.until) : Number.NaN
    const wait = waits[Math.min(failures, waits.length - 1)]!
    failures += 1
    notBefore = Number.isNaN(asked) ? now().getTime() + wait : Math.max(asked, now().getTime() + 1_000)
    waitingFor = { is: 'notSaved', trouble, retryAt: new Date(notBefore) }
    mark(fields, waitingFor)
    schedule(0)
    return false
  }

  const send = async () => {
    for (;;) {
      const changes = sendable()
      if (changes.size === 0) return
      mark(changes.keys(), { is: 'saving' })
      try {
        accept(await store.update(stored, Object.fromEntries(changes)), changes)
        if ([...entries.values()].some(({ state }) => state.is === 'unsaved')) schedule()
        return
      } catch (thrown) {
        if (!(await settle(thrown, [...changes.keys()]))) return
      }
    }
  }
  const save = (): Promise<void> => {
    clearTimeout(timer)
    running ??= send().finally(() => {
      running = null
    })
    return running
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => version,
    stored: () => stored,
    valueOf(field) {
      const entry = entries.get(field)
      return entry && entry.state.is !== 'saved' ? entry.value : (stored[field] ?? null)
    },
    typedOf: (field) => entries.get(field)?.typed ?? null,
    stateOf: (field) => entries.get(field)?.state ?? { is: 'stored' },
    set(field, value) {
      const before = entries.get(field)?.state
      if (!before && value === stored[field]) return
      const held = now().getTime() < notBefore ? waitingFor : null
      const state: FieldState = before?.is === 'differs' ? before : (held ?? { is: 'unsaved' })
      entries.set(field, { value, typed: null, state })
      // What broke a rule together with the old value may be right with the new one.
      for (const entry of entries.values())
        if (entry.state.is === 'wrong' && entry.typed === null) entry.state = { is: 'unsaved' }
      changed()
      if (state.is !== 'differs') schedule()
    },
    setWrong(field, typed, message) {
      entries.set(field, { value: stored[field] ?? null, typed, state: { is: 'wrong', message } })
      changed()
    },
    async flush(all = false) {
      const waiting = [...entries.values()].some(
        ({ state }) => state.is === 'unsaved' || (state.is === 'notSaved' && (all || state.retryAt !== null)),
      )
      if (running) await running
      if (waiting && now().getTime() >= notBefore) await save()
    },
    keepMine(field) {
      mark([field], { is: 'unsaved' })
      schedule(0)
    },
    takeTheirs(field) {
      entries.delete(field)
      changed()
    },
    receive(theirs) {
      if (running || theirs.etag === stored.etag || (theirs.modifiedAt ?? '') <= (stored.modifiedAt ?? ''))
        return
      takeIn(theirs)
    },
    unsaved: () => [...entries.values()].some(({ state }) => state.is !== 'saved' && state.is !== 'stored'),
  }
}
