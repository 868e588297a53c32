import { t } from '../../words/t.ts'
import { type ComponentType, lazy } from 'react'
import type { DutyPlace } from '../../domain/duties/duty.ts'

const Conversations = lazy(async () => ({
  default: (await import('./talks/Conversations.tsx')).Conversations,
}))
const RestrictedNotes = lazy(async () => ({
  default: (await import('./notes/RestrictedNotes.tsx')).RestrictedNotes,
}))

/** What stands in a place of duties and is no list of rows of one record type. */
type DutyPage = {
  /** As its address has it. */
  readonly name: string
  readonly words: string
  /** The duty after which it stands. */
  readonly after: string
  readonly Whole: ComponentType<{ query: URLSearchParams }>
}

export const dutyPages: Readonly<Partial<Record<DutyPlace, readonly DutyPage[]>>> = {
  with: [
    { name: 'conversations', words: t`Conversations`, after: 'parents', Whole: Conversations },
    { name: 'notes', words: t`Restricted notes`, after: 'safeguarding', Whole: RestrictedNotes },
  ],
}
