import { createContext, type ReactNode, use, useEffect } from 'react'
import type { FormDraft } from './openForm.ts'
import type { Draft } from './types.ts'

/** Every record that is open or not yet saved, and every new one begun: leaving a screen loses nothing. */
export type DraftBook = {
  open(name: string, make: () => Draft): Draft
  /** Something on the page shows it, until it closes it again. */
  hold(name: string, draft: Draft): void
  /** One of those who showed it has gone: saved, and forgotten then if nobody else shows it. */
  close(name: string): void
  form(name: string, make: () => FormDraft): FormDraft
  /** Stores all that can be stored and keeps the rest outside the page. */
  flushAll(): Promise<void>
  unsaved(): boolean
  /** Whether closing the page would lose text that is nowhere else. */
  atRisk(): boolean
}

export const newDraftBook = (): DraftBook => {
  const drafts = new Map<string, Draft>()
  const holders = new Map<string, number>()
  const held = (name: string, more: number) => {
    const count = Math.max(0, (holders.get(name) ?? 0) + more)
    if (count > 0) holders.set(name, count)
    else holders.delete(name)
  }
  const forms = new Map<string, FormDraft>()
  return {
    open(name, make) {
      const draft = drafts.get(name) ?? make()
      drafts.set(name, draft)
      return draft
    },
    hold(name, draft) {
      drafts.set(name, draft)
      held(name, 1)
    },
    close(name) {
      held(name, -1)
      const draft = drafts.get(name)
      void draft?.flush(true).then(() => {
        // Two of one record would write past each other.
        if (drafts.get(name) === draft && !holders.has(name) && !draft.unsaved()) drafts.delete(name)
      })
    },
    form(name, make) {
      const form = forms.get(name) ?? make()
      forms.set(name, form)
      return form
    },
    async flushAll() {
      await Promise.all([
        ...[...drafts.values()].map((draft) => draft.flush(true)),
        ...[...forms.values()].map((form) => form.flush()),
      ])
    },
    unsaved: () =>
      [...drafts.values()].some((draft) => draft.unsaved()) ||
      [...forms.values()].some((form) => !form.isBlank()),
    atRisk: () =>
      [...drafts.values()].some((draft) => draft.atRisk()) ||
      [...forms.values()].some((form) => form.atRisk()),
  }
}

const Context = createContext<DraftBook | null>(null)

/** Keeps what is typed above every screen, saves it when the network is back, and warns before the page closes. */
export const DraftsProvider = ({ book, children }: { book: DraftBook; children: ReactNode }) => {
  useEffect(() => {
    const flush = () => void book.flushAll()
    const warn = (event: BeforeUnloadEvent) => {
      flush()
      if (book.atRisk()) event.preventDefault()
    }
    const hidden = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    window.addEventListener('beforeunload', warn)
    window.addEventListener('online', flush)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('online', flush)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [book])
  return <Context value={book}>{children}</Context>
}

export const useDraftBook = (): DraftBook => {
  const book = use(Context)
  if (!book) throw new Error('No DraftsProvider above this component')
  return book
}
