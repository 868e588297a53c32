import type { Value } from '../../domain/fields.ts'
import { troubleOf } from '../../domain/problem.ts'
import { fieldOf, fieldsOf } from '../../domain/record.ts'
import { openKeeping } from './keeping.ts'
import { isLater, merged, sameValue, waiting } from './merge.ts'
import { isCurable, mostMeetings, nextTry } from './patience.ts'
import { newIssue, sendable } from './sendable.ts'
import { readBack, textOf } from './textOf.ts'
import type { Answer, AnyStored, Draft, DraftOptions, Entry, FieldState, FoundText } from './types.ts'

const isStored = (value: unknown): value is AnyStored =>
  typeof value === 'object' && value !== null && 'etag' in value && 'key' in value

/** States whose text goes with the next save. */
const goes = new Set<FieldState['is']>(['unsaved', 'notSaved', 'saving'])

/**
 * Saves each field a moment after it was typed, with If-Match, one save at a time. Changes of other people to other
 * fields are taken in silently; to the same field they are shown. Whatever goes wrong, what was typed stays here, and
 * with a keeper outside the page too.
 */
export const openDraft = ({
  type,
  store,
  now,
  onStored,
  keeper,
  pause = 900,
  ...start
}: DraftOptions): Draft => {
  let stored = start.stored
  let version = 0
  let running: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let notBefore = 0
  let oneByOne = false
  let held: (FieldState & { is: 'notSaved' }) | null = null
  let arrived: AnyStored | null = null
  const entries = new Map<string, Entry>()
  const found = new Map<string, FoundText & { readonly inField: boolean }>()
  const moved = new Map<string, { readonly by: string | null; readonly at: string | null }>()
  const listeners = new Set<() => void>()

  const keptTextOf = (field: string) => {
    const aside = found.get(field)
    if (aside && !aside.inField) return 'leave'
    const entry = entries.get(field)
    if (!entry || entry.state.is === 'saved') return null
    if (entry.state.is === 'unsaved' || entry.state.is === 'saving') return 'leave'
    const definition = fieldOf(type, field)
    return {
      typed: entry.typed ?? textOf(definition, entry.value),
      before: textOf(definition, entry.origin),
    }
  }
  const keeping = openKeeping({
    keeper,
    fields: () => new Set([...entries.keys(), ...found.keys()]),
    textOf: keptTextOf,
    mayTry: () =>
      !held || !['signedOut', 'noAccess'].includes(held.trouble.code)
        ? Math.max(0, notBefore - now().getTime())
        : null,
    onKept: () => changed(),
  })
  const changed = () => {
    version += 1
    keeping.look()
    for (const listener of listeners) listener()
  }
  const put = (field: string, change: Partial<Entry>) => {
    const entry = entries.get(field)
    if (entry) entries.set(field, { ...entry, ...change })
  }
  const mark = (fields: Iterable<string>, state: FieldState) => {
    for (const field of fields) put(field, { state })
    changed()
  }
  const forget = (field: string) => {
    entries.delete(field)
    found.delete(field)
  }
  const settled = (field: string) => {
    if (found.get(field)?.inField) found.delete(field)
  }
  const schedule = (delay = pause) => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), Math.max(delay, notBefore - now().getTime()))
  }
  const freed = () => {
    failures = 0
    notBefore = 0
    held = null
  }

  const nextChanges = (): ReadonlyMap<string, Value> => {
    const typed = [...entries].filter(([, entry]) => goes.has(entry.state.is))
    const { accepted, wrong } = sendable(
      type,
      stored,
      typed.map(([field, { value }]) => [field, value] as const),
    )
    for (const [field, message] of wrong) put(field, { state: { is: 'wrong', message } })
    if (wrong.size > 0) changed()
    return oneByOne ? new Map([...accepted].slice(0, 1)) : accepted
  }

  const note = (field: string, { modifiedBy: by, modifiedAt: at }: AnyStored) => moved.set(field, { by, at })

  /** Takes over a version of the record; `sent` are the values that it answers for. */
  const takeIn = (next: AnyStored, sent: ReadonlyMap<string, Value> = new Map()) => {
    for (const [field] of fieldsOf(type)) {
      const entry = entries.get(field)
      const isSent = sent.has(field)
      const open = entry && entry.state.is !== 'saved'
      if (open && isSent && entry.state.is === 'saving') {
        put(field, { state: { is: 'saved', at: now() }, conflict: null, sent: [] })
        settled(field)
        // Stored, and by now written over by somebody who had seen it.
        if (!sameValue(next[field], sent.get(field))) note(field, next)
      } else if (open) {
        const known = isSent
          ? { ...entry, base: sent.get(field)!, origin: sent.get(field)!, sent: [] }
          : entry
        const after = merged(known, field, next, now())
        entries.set(field, after)
        if (after.state.is === 'saved') settled(field)
      } else if (!isSent && !sameValue(next[field], stored[field])) {
        entries.delete(field)
        note(field, next)
      }
    }
    stored = next
    changed()
    onStored(next)
  }

  /** True when the save may be tried again at once. */
  const settle = async (thrown: unknown, changes: ReadonlyMap<string, Value>): Promise<boolean> => {
    const trouble = troubleOf(thrown)
    const fields = [...changes.keys()]
    const stillSaving = () => fields.filter((field) => entries.get(field)?.state.is === 'saving')
    if (trouble.code === 'changed' && failures < mostMeetings) {
      failures += 1
      try {
        takeIn(isStored(trouble.theirs) ? trouble.theirs : await store.byKey(stored.key))
        mark(stillSaving(), { is: 'unsaved' })
        return true
      } catch (again) {
        return settle(again, changes)
      }
    }
    if (trouble.code === 'refused') {
      const culprit =
        trouble.field && changes.has(trouble.field) ? trouble.field : fields.length === 1 && fields[0]
      const others = stillSaving()
      if (culprit || !oneByOne) {
        mark(others, { is: 'unsaved' })
        if (culprit && others.includes(culprit)) mark([culprit], { is: 'wrong', message: trouble.why })
        // Nothing says which of them is refused: each by itself will tell.
        if (!culprit) oneByOne = true
        return true
      }
    }
    // The answer may be lost although the work was done.
    for (const [field, value] of changes) put(field, { sent: [...(entries.get(field)?.sent ?? []), value] })
    if (!isCurable(trouble)) {
      held = { is: 'notSaved', trouble, retryAt: null }
      mark(
        fields.filter((field) => goes.has(entries.get(field)?.state.is ?? 'stored')),
        held,
      )
      held = trouble.code === 'signedOut' || trouble.code === 'noAccess' ? held : null
      return false
    }
    notBefore = nextTry(trouble, failures, now().getTime())
    failures += 1
    held = { is: 'notSaved', trouble, retryAt: new Date(notBefore) }
    mark(
      fields.filter((field) => goes.has(entries.get(field)?.state.is ?? 'stored')),
      held,
    )
    schedule(0)
    return false
  }

  const send = async () => {
    for (;;) {
      const changes = nextChanges()
      if (changes.size === 0) {
        oneByOne = false
        return
      }
      mark(changes.keys(), { is: 'saving' })
      try {
        const next = await store.update(stored, Object.fromEntries(changes))
        freed()
        takeIn(next, changes)
        if (!oneByOne) {
          if ([...entries.values()].some(({ state }) => state.is === 'unsaved')) schedule()
          return
        }
      } catch (thrown) {
        if (!(await settle(thrown, changes))) return
      }
    }
  }
  const save = (): Promise<void> => {
    clearTimeout(timer)
    running ??= send().finally(() => {
      running = null
      const late = arrived
      arrived = null
      if (late && isLater(late, stored)) takeIn(late)
    })
    return running
  }

  const began = (field: string, answer: Answer, complaint: string | null, state: FieldState): Entry => {
    const before = entries.get(field)
    const going = before && before.state.is !== 'saved' ? before : null
    const base = stored[field] ?? null
    return {
      ...answer,
      complaint,
      state,
      origin: going?.origin ?? base,
      base: going?.base ?? base,
      sent: going?.sent ?? [],
      conflict: going?.conflict ?? null,
    }
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
    conflictOf: (field) => entries.get(field)?.conflict ?? null,
    movedOf: (field) => moved.get(field) ?? null,
    foundOf: (field) => found.get(field) ?? null,
    set(field, value) {
      const before = entries.get(field)
      if (!before && value === (stored[field] ?? null)) return
      const isHeld = now().getTime() < notBefore ? held : null
      const state: FieldState = before?.state.is === 'differs' ? before.state : (isHeld ?? { is: 'unsaved' })
      entries.set(field, began(field, { value, typed: null }, null, state))
      moved.delete(field)
      // What broke a rule together with the old value may be right with the new one.
      for (const [other, entry] of entries)
        if (entry.state.is === 'wrong' && entry.typed === null) put(other, { state: { is: 'unsaved' } })
      changed()
      if (state.is !== 'differs') schedule()
    },
    setWrong(field, typed, complaint) {
      const before = entries.get(field)
      const state: FieldState =
        before?.state.is === 'differs' ? before.state : { is: 'wrong', message: complaint }
      entries.set(field, began(field, { value: stored[field] ?? null, typed }, complaint, state))
      moved.delete(field)
      changed()
    },
    async flush(all = false) {
      // The browser says that the network is back, or the person has signed in: the wait was for that.
      if (all && held && held.trouble.code === 'offline') notBefore = 0
      const due = [...entries.values()].some(
        ({ state }) => state.is === 'unsaved' || (state.is === 'notSaved' && (all || state.retryAt !== null)),
      )
      if (running) await running
      if (due && now().getTime() >= notBefore) await save()
      if (all) await keeping.flush()
    },
    keepMine(field) {
      const entry = entries.get(field)
      if (!entry) return
      const third = entry.conflict?.mine ? entry.conflict : null
      entries.set(field, {
        ...(entry.state.is === 'differs' ? { ...waiting(entry), origin: entry.base } : entry),
        conflict: third,
      })
      changed()
      if (entries.get(field)?.state.is === 'unsaved') schedule(0)
    },
    takeTheirs(field) {
      const entry = entries.get(field)
      forget(field)
      changed()
      return entry ? { value: entry.value, typed: entry.typed } : null
    },
    editBoth(field) {
      const entry = entries.get(field)
      if (!entry?.conflict || entry.conflict.mine) return
      put(field, { conflict: { ...entry.conflict, mine: { value: entry.value, typed: entry.typed } } })
      changed()
    },
    find(field, text) {
      // This page's own, read back, or settled in a moment.
      if (found.has(field) || keeping.isKept(field, text)) return
      const definition = fieldOf(type, field)
      const current = entries.get(field)
      if (current && current.state.is !== 'saved') {
        found.set(field, { ...text, inField: false })
        return changed()
      }
      const parsed = readBack(definition, text.typed)
      const here = stored[field] ?? null
      keeping.learn(field, text)
      if ('value' in parsed && sameValue(parsed.value, here)) return changed()
      const answer =
        'value' in parsed ? { value: parsed.value, typed: null } : { value: here, typed: text.typed }
      const complaint = 'complaint' in parsed ? parsed.complaint : null
      const issue = complaint ?? newIssue(type, stored, [[field, answer.value]])
      const before = readBack(definition, text.before)
      const origin = 'value' in before ? before.value : null
      // Who stored the other text, and when, only the history knows.
      const conflict = sameValue(origin, here) ? null : { theirs: here, by: null, at: null, mine: null }
      const state: FieldState = conflict
        ? { is: 'differs', ...conflict }
        : issue
          ? { is: 'wrong', message: issue }
          : { is: 'found' }
      entries.set(field, { ...answer, complaint, state, origin, base: here, sent: [], conflict })
      found.set(field, { ...text, inField: true })
      changed()
    },
    useFound(field) {
      const text = found.get(field)
      if (!text) return
      if (text.inField) {
        put(field, { state: { is: 'unsaved' } })
        found.delete(field)
        changed()
        return schedule(0)
      }
      const parsed = readBack(fieldOf(type, field), text.typed)
      found.delete(field)
      keeping.learn(field, text)
      if ('value' in parsed) this.set(field, parsed.value)
      else this.setWrong(field, text.typed, parsed.complaint)
    },
    dropFound(field) {
      const text = found.get(field)
      if (!text) return
      if (text.inField) forget(field)
      else {
        found.delete(field)
        keeping.learn(field, text)
      }
      changed()
    },
    receive(theirs) {
      if (!isLater(theirs, stored)) return
      if (running) arrived = arrived && isLater(arrived, theirs) ? arrived : theirs
      else takeIn(theirs)
    },
    unsaved: () => [...entries.values()].some(({ state }) => state.is !== 'saved' && state.is !== 'stored'),
    atRisk: () =>
      [...entries].some(([field, { state, typed, value }]) => {
        if (state.is === 'saved' || state.is === 'stored') return false
        return !keeping.holds(field, typed ?? textOf(fieldOf(type, field), value))
      }),
  }
}
