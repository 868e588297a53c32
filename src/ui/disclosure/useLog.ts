import { useEffect, useSyncExternalStore } from 'react'
import { Disclosure } from '../../domain/records/disclosure.ts'
import { type Services, useServices } from '../services.tsx'
import { type LogBook, type LogState, newLogBook } from './logBook.ts'

// One for each school in this page: what was chosen in one school says nothing of another.
const books = new WeakMap<Services, LogBook>()

export const logBookOf = (services: Services): LogBook => {
  const book =
    books.get(services) ??
    newLogBook(services.records.store(Disclosure), services.today, async () => (await services.me()).id)
  books.set(services, book)
  return book
}

/** The log of what this person opens and passes on, and how it stands with it. */
export const useLog = (): { readonly log: LogBook; readonly state: LogState } => {
  const log = logBookOf(useServices())
  const state = useSyncExternalStore(log.subscribe, log.state)
  const waits = state.is === 'waiting'
  useEffect(() => {
    if (!waits) return
    addEventListener('online', log.again)
    return () => removeEventListener('online', log.again)
  }, [log, waits])
  return { log, state }
}
