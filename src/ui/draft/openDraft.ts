import { fieldOf } from '../../domain/record.ts'
import { openFoundTexts } from './foundTexts.ts'
import { openKeeping } from './keeping.ts'
import { waiting } from './merge.ts'
import { openSaving } from './saving.ts'
import { openSheet } from './sheet.ts'
import { textOf } from './textOf.ts'
import type { Answer, Draft, DraftOptions, Entry, FieldState } from './types.ts'

/**
 * Saves each field a moment after it was typed, with If-Match, one save at a time. Changes of other people to other
 * fields are taken in silently; to the same field they are shown. Whatever goes wrong, what was typed stays here, and
 * with a keeper outside the page too.
 */
export const openDraft = ({
  type,
  store,
  now,
  stored,
  onStored,
  keeper,
  pause = 900,
}: DraftOptions): Draft => {
  const sheet = openSheet({ type, stored, now, onStored, onChange: () => keeping.look() })
  const { entries, found, moved, put } = sheet
  const saving = openSaving({ type, store, now, pause, sheet })
  const keeping = openKeeping({
    keeper,
    fields: () => new Set([...entries.keys(), ...found.keys()]),
    textOf: sheet.textToKeep,
    mayTry: saving.mayTry,
    onKept: sheet.changed,
  })

  const began = (field: string, answer: Answer, complaint: string | null, state: FieldState): Entry => {
    const before = entries.get(field)
    const going = before && before.state.is !== 'saved' ? before : null
    const base = sheet.stored()[field] ?? null
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

  const set: Draft['set'] = (field, value) => {
    const before = entries.get(field)
    if (!before && value === (sheet.stored()[field] ?? null)) return
    const state: FieldState =
      before?.state.is === 'differs' ? before.state : (saving.waitsFor() ?? { is: 'unsaved' })
    entries.set(field, began(field, { value, typed: null }, null, state))
    moved.delete(field)
    // What broke a rule together with the old value may be right with the new one.
    for (const [other, entry] of entries)
      if (entry.state.is === 'wrong' && entry.typed === null) put(other, { state: { is: 'unsaved' } })
    sheet.changed()
    if (state.is !== 'differs') saving.schedule()
  }
  const setWrong: Draft['setWrong'] = (field, typed, complaint) => {
    const before = entries.get(field)
    const state: FieldState =
      before?.state.is === 'differs' ? before.state : { is: 'wrong', message: complaint }
    entries.set(field, began(field, { value: sheet.stored()[field] ?? null, typed }, complaint, state))
    moved.delete(field)
    sheet.changed()
  }

  return {
    subscribe: sheet.subscribe,
    version: sheet.version,
    stored: sheet.stored,
    valueOf(field) {
      const entry = entries.get(field)
      return entry && entry.state.is !== 'saved' ? entry.value : (sheet.stored()[field] ?? null)
    },
    typedOf: (field) => entries.get(field)?.typed ?? null,
    stateOf: (field) => entries.get(field)?.state ?? { is: 'stored' },
    conflictOf: (field) => entries.get(field)?.conflict ?? null,
    movedOf: (field) => moved.get(field) ?? null,
    foundOf: (field) => found.get(field) ?? null,
    set,
    setWrong,
    async flush(all = false) {
      await saving.flush(all)
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
      sheet.changed()
      if (entries.get(field)?.state.is === 'unsaved') saving.schedule(0)
    },
    takeTheirs(field) {
      const entry = entries.get(field)
      sheet.forget(field)
      sheet.changed()
      return entry ? { value: entry.value, typed: entry.typed } : null
    },
    editBoth(field) {
      const entry = entries.get(field)
      if (!entry?.conflict || entry.conflict.mine) return
      put(field, { conflict: { ...entry.conflict, mine: { value: entry.value, typed: entry.typed } } })
      sheet.changed()
    },
    ...openFoundTexts({ type, sheet, saving, keeping, set, setWrong }),
    receive: saving.receive,
    unsaved: () => [...entries.values()].some(({ state }) => state.is !== 'saved' && state.is !== 'stored'),
    atRisk: () =>
      [...entries].some(([field, { state, typed, value }]) => {
        if (state.is === 'saved' || state.is === 'stored') return false
        return !keeping.holds(field, typed ?? textOf(fieldOf(type, field), value))
      }),
  }
}
