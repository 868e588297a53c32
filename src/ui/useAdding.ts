import { t } from '../words/t.ts'
import { useState } from 'react'
import type { Value } from '../domain/fields.ts'
import { newKey } from '../domain/key.ts'
import { type Trouble, troubleOf } from '../domain/problem.ts'
import { type AnyRecordType, blank, check, type Stored } from '../domain/record.ts'
import { useFormDraft } from './drafts.tsx'
import { usePutStored } from './records.ts'
import { useServices } from './services.tsx'
import { storeNew } from './storeNew.ts'
import { useSay } from './undo.tsx'

/** What a form for a new record does: answers as typed, what is asked for before it can be stored, and storing it once. */
export const useAdding = ({
  type,
  title,
  given,
  fields,
  also,
  onStored,
  onClose,
}: {
  type: AnyRecordType
  title: string
  given: Readonly<Record<string, Value>>
  fields: readonly string[]
  /** Fields that follow from the answers; nobody types them. */
  also?: ((answers: Readonly<Record<string, Value>>) => Readonly<Record<string, Value>>) | undefined
  onStored: ((stored: Stored<unknown>) => void) | undefined
  onClose: () => void
}) => {
  const services = useServices()
  const put = usePutStored()
  const say = useSay()
  const draft = useFormDraft(type, title, given, fields)
  const answers = draft.answers()
  const [asked, setAsked] = useState<Readonly<Record<string, string>>>({})
  const [refusals, setRefusals] = useState(0)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)

  const nextKey = () => newKey(services.now().getTime())
  const cancel = () => {
    const blank = draft.isBlank()
    const undo = draft.clear(nextKey())
    onClose()
    if (!blank) say(t`What you typed there was let go`, undo)
  }
  const store = async () => {
    const values = Object.fromEntries(Object.entries(answers).map(([name, { value }]) => [name, value]))
    const record = blank(type, { ...given, ...values, ...also?.(values) })
    const typedWrong = Object.entries(answers).flatMap(([name, { complaint }]) =>
      complaint ? [[name, complaint]] : [],
    )
    const issues = {
      ...Object.fromEntries(check(type, record).map(({ field, message }) => [field, message])),
      ...(Object.fromEntries(typedWrong) as Record<string, string>),
    }
    setAsked(issues)
    if (Object.keys(issues).length > 0) {
      setRefusals((count) => count + 1)
      return
    }
    setBusy(true)
    setTrouble(null)
    try {
      const stored = await storeNew(services.records.store(type), record, draft.key())
      put(type, stored)
      draft.clear(nextKey())
      onStored?.(stored)
      onClose()
    } catch (thrown) {
      const found = troubleOf(thrown)
      if (found.code === 'refused' && found.field) setAsked({ [found.field]: found.why })
      else setTrouble(found)
      setBusy(false)
    }
  }
  return {
    answers,
    answer: draft.answer,
    asked,
    refusals,
    busy,
    trouble,
    found: draft.foundAt(),
    store,
    cancel,
  }
}
