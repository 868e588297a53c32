import { useSyncExternalStore } from 'react'

// For as long as the page is open; nothing is kept of it.
let putAside: ReadonlySet<string> = new Set()
const listeners = new Set<() => void>()
const changed = (next: ReadonlySet<string>) => {
  putAside = next
  for (const listener of listeners) listener()
}

/** The marks that a person put aside for now, by their ids, until the page is opened again. */
export const useNotNow = () => {
  const aside = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => putAside,
  )
  return {
    aside,
    letGo: (ids: readonly string[]) => changed(new Set([...putAside, ...ids])),
    bringBack: (ids: readonly string[]) => changed(new Set([...putAside].filter((id) => !ids.includes(id)))),
  }
}
