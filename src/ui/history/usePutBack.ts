import { t } from '../../words/t.ts'
import { useState } from 'react'
import type { Value } from '../../domain/fields.ts'
import { type AnyRecordType, fieldOf } from '../../domain/record.ts'
import type { AnyStored, Draft } from '../draft/types.ts'
import { useDraft } from '../drafts.tsx'
import { useSay } from '../undo.tsx'
import { useMayWrite } from '../writeAccess.ts'
import { whyNotSaved } from '../words.ts'

export type PutBack = {
  /** Whether anything can be put back here by this person. */
  readonly may: boolean
  readonly busy: boolean
  /** Why the last one was not put back; null where it was. */
  readonly trouble: string | null
  put(changes: ReadonlyMap<string, Value>): Promise<void>
}

const isSettled = (draft: Draft, field: string) => ['stored', 'saved'].includes(draft.stateOf(field).is)

/** Writes earlier values through the open form, so that what is typed there and other people's changes are safe. */
export const usePutBack = (type: AnyRecordType, record: AnyStored): PutBack => {
  const draft = useDraft(type, record)
  const say = useSay()
  const mayWrite = useMayWrite(type)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)

  const write = async (changes: ReadonlyMap<string, Value>): Promise<string | null> => {
    const open = [...changes.keys()].find((field) => !isSettled(draft, field))
    if (open) {
      const { label } = fieldOf(type, open)
      return t`${label} has text of yours that isn’t stored yet. Settle that first, then put this back.`
    }
    for (const [field, value] of changes) draft.set(field, value)
    await draft.flush()
    const left = [...changes.keys()].find((field) => !isSettled(draft, field))
    if (left === undefined) return null
    const state = draft.stateOf(left)
    const { label } = fieldOf(type, left)
    if (state.is === 'wrong') return t`${label}: ${state.message}. It waits in the form.`
    if (state.is === 'differs') return t`Someone changed ${label} at the same moment. Choose in the form.`
    return t`Not put back yet: ${state.is === 'notSaved' ? whyNotSaved(state.trouble) : t`it is on its way`}. It waits in the form.`
  }
  const put = async (changes: ReadonlyMap<string, Value>) => {
    const before = new Map([...changes.keys()].map((field) => [field, draft.valueOf(field)] as const))
    setBusy(true)
    const why = await write(changes)
    setBusy(false)
    setTrouble(why)
    if (why === null) say(t`Put back`, () => void write(before))
  }
  return { may: mayWrite && !record.archived, busy, trouble, put }
}
