import { fieldOf, type AnyRecordType } from '../../domain/record.ts'
import type { openKeeping } from './keeping.ts'
import { sameValue } from './merge.ts'
import type { openSaving } from './saving.ts'
import { newIssue } from './sendable.ts'
import type { Sheet } from './sheet.ts'
import { readBack } from './textOf.ts'
import type { Draft, FieldState } from './types.ts'

/** Text from an earlier visit: put into its field, stored or let go at the person's word. */
export const openFoundTexts = ({
  type,
  sheet,
  saving,
  keeping,
  set,
  setWrong,
}: {
  readonly type: AnyRecordType
  readonly sheet: Sheet
  readonly saving: Pick<ReturnType<typeof openSaving>, 'schedule'>
  readonly keeping: Pick<ReturnType<typeof openKeeping>, 'isKept' | 'learn'>
} & Pick<Draft, 'set' | 'setWrong'>): Pick<Draft, 'find' | 'useFound' | 'dropFound'> => {
  const { entries, found, put } = sheet
  return {
    find(field, text) {
      // This page's own, read back, or settled in a moment.
      if (found.has(field) || keeping.isKept(field, text)) return
      const definition = fieldOf(type, field)
      const current = entries.get(field)
      if (current && current.state.is !== 'saved') {
        found.set(field, { ...text, inField: false })
        return sheet.changed()
      }
      const parsed = readBack(definition, text.typed)
      const here = sheet.stored()[field] ?? null
      keeping.learn(field, text)
      if ('value' in parsed && sameValue(parsed.value, here)) return sheet.changed()
      const answer =
        'value' in parsed ? { value: parsed.value, typed: null } : { value: here, typed: text.typed }
      const complaint = 'complaint' in parsed ? parsed.complaint : null
      const issue = complaint ?? newIssue(type, sheet.stored(), [[field, answer.value]])
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
      sheet.changed()
    },
    useFound(field) {
      const text = found.get(field)
      if (!text) return
      if (text.inField) {
        put(field, { state: { is: 'unsaved' } })
        found.delete(field)
        sheet.changed()
        return saving.schedule(0)
      }
      const parsed = readBack(fieldOf(type, field), text.typed)
      found.delete(field)
      keeping.learn(field, text)
      if ('value' in parsed) set(field, parsed.value)
      else setWrong(field, text.typed, parsed.complaint)
    },
    dropFound(field) {
      const text = found.get(field)
      if (!text) return
      if (text.inField) sheet.forget(field)
      else {
        found.delete(field)
        keeping.learn(field, text)
      }
      sheet.changed()
    },
  }
}
