import { t } from '../../words/t.ts'
import { useRef, useState } from 'react'
import { newKey } from '../../domain/key.ts'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import { blank, type Stored } from '../../domain/record.ts'
import { View } from '../../domain/records/view.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { useFormDraft } from '../drafts.tsx'
import { usePutStored } from '../records.ts'
import { useServices } from '../services.tsx'
import { storeNew } from '../storeNew.ts'
import { relationshipOf, type Speaker, whoseOf } from './speakers.ts'

/** What a person may say beside the words: each as text. */
export type SaidField = 'words' | 'question' | 'language' | 'helper' | 'how'

/**
 * The words of one speaker while they are typed: kept outside the page at every pause, stored as a view, letter for
 * letter, when the next person speaks. A try that failed leaves the words where they are, to be stored later once.
 */
export const useSaid = (file: ReviewFile, speaker: Speaker, onStored?: (stored: Stored<unknown>) => void) => {
  const services = useServices()
  const put = usePutStored()
  const given = { pupil: file.pupil.key, review: file.review.key, contributor: speaker.contributor }
  const draft = useFormDraft(View, t`said ${speaker.key}`, given, [])
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const working = useRef<Promise<boolean> | null>(null)
  // Read anew each time: a person may go on typing while the words are on their way.
  const textOf = (field: SaidField | 'topic'): string => {
    const value = draft.answers()[field]?.value
    return typeof value === 'string' ? value : ''
  }
  // An interpreter stays with a speaker: what held for their last words holds for the next.
  const last = file.views.findLast(
    ({ contributor, how }) =>
      contributor !== null && contributor === speaker.contributor && how === 'meeting',
  )
  const usual = (field: 'language' | 'helper') =>
    draft.answers()[field] === undefined ? (last?.[field] ?? '') : textOf(field)

  const say = (field: SaidField | 'topic', text: string) =>
    draft.answer(field, { value: text === '' ? null : text, typed: null, complaint: null })
  const type = (text: string, topic: string) => {
    if (textOf('words') === '') say('topic', topic)
    say('words', text)
  }

  const recordNow = () =>
    blank(View, {
      ...given,
      whose: whoseOf(speaker.role),
      name: speaker.name,
      relationship: relationshipOf(speaker),
      topic: textOf('topic') || null,
      question: textOf('question') || null,
      words: textOf('words'),
      gathered: services.today(),
      how: (textOf('how') || 'meeting') as View['how'],
      language: usual('language').trim() || null,
      helper: usual('helper').trim() || null,
    })
  const attempt = async (): Promise<boolean> => {
    if (textOf('words').trim() === '') return true
    setBusy(true)
    setTrouble(null)
    try {
      for (;;) {
        const record = recordNow()
        const stored = await storeNew(services.records.store(View), record, draft.key())
        put(View, stored)
        if (textOf('words') !== record.words) continue
        draft.clear(newKey(services.now().getTime()))
        onStored?.(stored)
        break
      }
      return true
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      return false
    } finally {
      setBusy(false)
    }
  }
  /** Stores what was typed; true where nothing is left to store. One try at a time. */
  const store = (): Promise<boolean> => {
    working.current ??= attempt().finally(() => {
      working.current = null
    })
    return working.current
  }
  return {
    words: textOf('words'),
    question: textOf('question'),
    language: usual('language'),
    helper: usual('helper'),
    how: (textOf('how') || 'meeting') as NonNullable<View['how']>,
    waits: textOf('words').trim() !== '',
    atRisk: draft.atRisk(),
    found: draft.foundAt(),
    type,
    say,
    store,
    busy,
    trouble,
  }
}
export type Said = ReturnType<typeof useSaid>
