import type { Value } from '../../domain/fields.ts'
import { fieldOf, fieldsOf } from '../../domain/record.ts'
import type { Wanted } from './keeping.ts'
import { merged, sameValue } from './merge.ts'
import { textOf } from './textOf.ts'
import type { AnyStored, DraftOptions, Entry, FieldState, FoundText } from './types.ts'

/** What a draft knows of its record and of each field that somebody types in; tells whoever listens. */
export type Sheet = ReturnType<typeof openSheet>

export const openSheet = ({
  type,
  now,
  onStored,
  onChange,
  ...start
}: Pick<DraftOptions, 'type' | 'now' | 'onStored' | 'stored'> & { readonly onChange: () => void }) => {
  let stored = start.stored
  let version = 0
  const entries = new Map<string, Entry>()
  const found = new Map<string, FoundText & { readonly inField: boolean }>()
  const moved = new Map<string, { readonly by: string | null; readonly at: string | null }>()
  const listeners = new Set<() => void>()

  const changed = () => {
    version += 1
    onChange()
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
  const settled = (field: string) => {
    if (found.get(field)?.inField) found.delete(field)
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

  return {
    entries,
    /** Texts from an earlier visit. */
    found,
    /** Who changed a field last while it was open here. */
    moved,
    stored: () => stored,
    version: () => version,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changed,
    put,
    mark,
    takeIn,
    forget(field: string) {
      entries.delete(field)
      found.delete(field)
    },
    /** What is to be kept of a field outside the page. */
    textToKeep(field: string): Wanted {
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
    },
  }
}
