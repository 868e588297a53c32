import type { Value } from '../../domain/fields.ts'
import { type AnyRecordType, fieldOf } from '../../domain/record.ts'
import { isKey } from '../../domain/key.ts'
import { openKeeping } from './keeping.ts'
import { readBack, textOf } from './textOf.ts'
import type { FoundText, TextKeeper } from './types.ts'

/** One answer of a new record: a value, or text with what is wrong with it. */
export type FormAnswer = {
  readonly value: Value
  readonly typed: string | null
  readonly complaint: string | null
}
export type FormAnswers = Readonly<Record<string, FormAnswer>>

/** A new record while it is written: nothing of it is stored before the person says so. */
export type FormDraft = {
  subscribe(changed: () => void): () => void
  version(): number
  /** The key of the record to be: settled at once, so that a second try never makes a second record. */
  key(): string
  answers(): FormAnswers
  answer(field: string, answer: FormAnswer): void
  isBlank(): boolean
  /** When the answers were written, where that was in an earlier visit; null otherwise. */
  foundAt(): string | null
  find(text: FoundText): void
  /** Stored, or let go; `newKey` is for the next. Gives back what can bring it again. */
  clear(newKey: string): () => void
  flush(): Promise<void>
  atRisk(): boolean
}

/** The name of the row's field under which a whole form is kept. */
export const formField = 'new'

type Written = { readonly key: string; readonly answers: Readonly<Record<string, string>> }
const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && 'key' in value && isKey(value.key) && 'answers' in value

const read = (typed: string): Written | null => {
  try {
    const written: unknown = JSON.parse(typed)
    return isWritten(written) ? written : null
  } catch {
    return null
  }
}

/** Holds what is typed into the form of a new record, and keeps it outside the page until it is stored or let go. */
export const openForm = (
  type: AnyRecordType,
  firstKey: string,
  keeper: TextKeeper | undefined,
): FormDraft => {
  let key = firstKey
  let answers: FormAnswers = {}
  let foundAt: string | null = null
  let version = 0
  const listeners = new Set<() => void>()
  const isBlank = () =>
    Object.values(answers).every(({ value, typed }) => value === null && (typed ?? '') === '')
  const written = () => {
    if (isBlank()) return null
    const texts = Object.entries(answers).map(([field, { value, typed }]) => [
      field,
      typed ?? textOf(fieldOf(type, field), value),
    ])
    return { typed: JSON.stringify({ key, answers: Object.fromEntries(texts) }), before: '' }
  }
  const keeping = openKeeping({
    keeper,
    fields: () => new Set([formField]),
    textOf: written,
    mayTry: () => 0,
    onKept: () => changed(),
  })
  const changed = () => {
    version += 1
    keeping.look()
    for (const listener of listeners) listener()
  }
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => version,
    key: () => key,
    answers: () => answers,
    answer(field, answer) {
      answers = { ...answers, [field]: answer }
      changed()
    },
    isBlank,
    foundAt: () => foundAt,
    find(text) {
      const before = read(text.typed)
      if (!before || !isBlank() || keeping.isKept(formField, text)) return
      const known = Object.entries(before.answers).filter(([field]) => Object.hasOwn(type.fields, field))
      key = before.key
      answers = Object.fromEntries(
        known.map(([field, typed]): [string, FormAnswer] => {
          const parsed = readBack(fieldOf(type, field), typed)
          return [
            field,
            'value' in parsed
              ? { value: parsed.value, typed: null, complaint: null }
              : { value: null, typed, complaint: parsed.complaint },
          ]
        }),
      )
      foundAt = text.at
      keeping.learn(formField, text)
      changed()
    },
    clear(newKey) {
      const before = { key, answers, foundAt }
      key = newKey
      answers = {}
      foundAt = null
      changed()
      return () => {
        ;({ key, answers, foundAt } = before)
        changed()
      }
    },
    flush: () => keeping.flush(),
    atRisk: () => {
      const now = written()
      return now !== null && !keeping.holds(formField, now.typed)
    },
  }
}
