import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react'
import { derivedKey } from '../domain/derivedKey.ts'
import type { Value } from '../domain/fields.ts'
import { newKey } from '../domain/key.ts'
import { type AnyRecordType, fieldsOf, type Stored } from '../domain/record.ts'
import { openDraft } from './draft/openDraft.ts'
import { type FormDraft, formField, openForm } from './draft/openForm.ts'
import type { AnyStored, Draft } from './draft/types.ts'
import { putStored } from './records.ts'
import { type Services, useServices } from './services.tsx'
import { useTextKeeper, useUnsavedTexts } from './unsavedTexts.ts'

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

/** The working copy of a stored record, shared by everything on the page that shows it. */
export const useDraft = (type: AnyRecordType, stored: Stored<unknown>): Draft => {
  const services: Services = useServices()
  const client = useQueryClient()
  const book = useDraftBook()
  const keeperOf = useTextKeeper()
  const earlier = useUnsavedTexts(type, stored.key)
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
          keeper: keeperOf(type, stored.key),
        }),
      ),
    // A later version of the same record reaches the draft through receive().
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [book, name],
  )
  useEffect(() => draft.receive(stored as AnyStored), [draft, stored])
  useEffect(() => {
    const known = new Set(fieldsOf(type).map(([field]) => field))
    for (const { field, typed, before, modifiedAt } of earlier)
      if (known.has(field)) draft.find(field, { typed: typed ?? '', before: before ?? '', at: modifiedAt })
  }, [draft, type, earlier])
  useEffect(() => {
    book.hold(name, draft)
    return () => book.close(name)
  }, [book, name, draft])
  useSyncExternalStore(draft.subscribe, draft.version)
  return draft
}

/** Which form of new records this is: the same after a reload, another for another pupil or review. */
const placeOf = (
  type: AnyRecordType,
  title: string,
  given: Readonly<Record<string, Value>>,
  asked: readonly string[],
): string => {
  const links = fieldsOf(type).flatMap(([field, { kind }]) => {
    const key = given[field]
    return kind === 'key' && typeof key === 'string' && !asked.includes(field) ? [key] : []
  })
  return derivedKey(links[0] ?? '0'.repeat(26), 'form', type.name, title, ...links)
}

/** What is typed into the form of a new record; it outlives the screen, and a reload where it can. */
export const useFormDraft = (
  type: AnyRecordType,
  title: string,
  given: Readonly<Record<string, Value>>,
  asked: readonly string[],
): FormDraft => {
  const services = useServices()
  const book = useDraftBook()
  const keeperOf = useTextKeeper()
  const place = placeOf(type, title, given, asked)
  const earlier = useUnsavedTexts(type, place)
  const name = `${services.school.id}/${place}`
  const form = useMemo(
    () => book.form(name, () => openForm(type, newKey(services.now().getTime()), keeperOf(type, place))),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [book, name],
  )
  useEffect(() => {
    for (const { field, typed, before, modifiedAt } of earlier)
      if (field === formField) form.find({ typed: typed ?? '', before: before ?? '', at: modifiedAt })
  }, [form, earlier])
  useSyncExternalStore(form.subscribe, form.version)
  return form
}
