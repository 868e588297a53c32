import { useSyncExternalStore } from 'react'
import type { SchemaNews } from '../graph/versions.ts'
import { useServices } from './services.tsx'

/** Whether lists of the school turned out to be set up for another version of the app: learned from what is read. */
export type SchemaSeen = {
  has(news: SchemaNews): boolean
  subscribe(changed: () => void): () => void
  note(news: SchemaNews): void
  /** Somebody has just brought the lists up to date. */
  forget(): void
}

export const newSchemaSeen = (): SchemaSeen => {
  const seen = new Set<SchemaNews>()
  const listeners = new Set<() => void>()
  const changed = () => listeners.forEach((listener) => listener())
  return {
    has: (news) => seen.has(news),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    note(news) {
      if (seen.has(news)) return
      seen.add(news)
      changed()
    },
    forget() {
      if (seen.size === 0) return
      seen.clear()
      changed()
    },
  }
}

/** The news that matters most: a newer set-up can be met by loading the page anew, an older one by IT alone. */
export const useSchemaNews = (): SchemaNews | null => {
  const { schema } = useServices()
  return useSyncExternalStore(schema.subscribe, () =>
    schema.has('newer') ? 'newer' : schema.has('older') ? 'older' : null,
  )
}
