import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { AnyRecordType, Stored } from '../domain/record.ts'
import { openDraft } from './draft/openDraft.ts'
import type { AnyStored, Draft } from './draft/types.ts'
import { putStored } from './records.ts'
import { type Services, useServices } from './services.tsx'

/** Every record that is open or not yet saved, in memory only: leaving a screen loses nothing. */
export type DraftBook = {
  open(name: string, make: () => Draft): Draft
  /** Its screen has gone: forgotten as soon as it is saved. */
  close(name: string): void
  flushAll(): Promise<void>
  unsaved(): boolean
}

export const newDraftBook = (): DraftBook => {
  const drafts = new Map<string, Draft>()
  return {
    open(name, make) {
      const draft = drafts.get(name) ?? make()
      drafts.set(name, draft)
      return draft
    },
    close(name) {
      const draft = drafts.get(name)
      void draft?.flush(true).then(() => {
        if (drafts.get(name) === draft && !draft.unsaved()) drafts.delete(name)
      })
    },
    async flushAll() {
      await Promise.all([...drafts.values()].map((draft) => draft.flush(true)))
    },
    unsaved: () => [...drafts.values()].some((draft) => draft.unsaved()),
  }
}

const Context = createContext<DraftBook | null>(null)

/** Keeps what is typed above every screen, saves it when the network is back, and warns before the page closes. */
export const DraftsProvider = ({ book, children }: { book: DraftBook; children: ReactNode }) => {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      void book.flushAll()
      if (book.unsaved()) event.preventDefault()
    }
    const online = () => void book.flushAll()
    window.addEventListener('beforeunload', warn)
    window.addEventListener('online', online)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('online', online)
    }
  }, [book])
  return <Context value={book}>{children}</Context>
}

export const useDraftBook = (): DraftBook => {
  const book = use(Context)
  if (!book) throw new Error('No DraftsProvider above this component')
  return book
}

/** The working copy of a stored record, shared by everything on the page that shows it. */
export const useDraft = (type: AnyRecordType, stored: Stored<unknown>): Draft => {
  const services: Services = useServices()
  const client = useQueryClient()
  const book = useDraftBook()
  const name = `${services.school.id}/${type.name}/${stored.key}`
  const draft = useMemo(
    () =>
      book.open(name, () =>
        openDraft({
          type,
          stored: stored as AnyStored,
          store: services.records.store(type),
          now: services.now,
          onStored: (next) => putStored(client, services, type, next),
        }),
      ),
    // A later version of the same record reaches the draft through receive().
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [book, name],
  )
  useEffect(() => draft.receive(stored as AnyStored), [draft, stored])
  useEffect(() => {
    book.open(name, () => draft)
    return () => book.close(name)
  }, [book, name, draft])
  useSyncExternalStore(draft.subscribe, draft.version)
  return draft
}
