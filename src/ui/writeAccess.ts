import { useSyncExternalStore } from 'react'
import { Problem } from '../domain/problem.ts'
import type { AnyRecordType, Audience } from '../domain/record.ts'
import type { Store, Written } from '../graph/storeTypes.ts'
import { useServices } from './services.tsx'

/**
 * Where this person turned out to be a reader only. SharePoint tells nobody beforehand, so it is learned from the
 * first write that it refuses.
 */
export type WriteAccess = {
  /** Whether writing to the site of this audience, or to any, was refused. */
  refused(audience?: Audience): boolean
  subscribe(changed: () => void): () => void
  note(audience: Audience): void
  /** Somebody may have given access since. */
  forget(): void
}

export const newWriteAccess = (): WriteAccess => {
  const shut = new Set<Audience>()
  const listeners = new Set<() => void>()
  const changed = () => listeners.forEach((listener) => listener())
  return {
    refused: (audience) => (audience ? shut.has(audience) : shut.size > 0),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    note(audience) {
      if (shut.has(audience)) return
      shut.add(audience)
      changed()
    },
    forget() {
      shut.clear()
      changed()
    },
  }
}

/** The same store, whose refused writes are noted. */
export const notingRefusals = <T>(store: Store<T>, audience: Audience, access: WriteAccess): Store<T> => {
  const note = (thrown: unknown) => {
    if (thrown instanceof Problem && thrown.code === 'noAccess') access.note(audience)
  }
  const one = async <A>(work: Promise<A>): Promise<A> => {
    try {
      return await work
    } catch (thrown) {
      note(thrown)
      throw thrown
    }
  }
  const many = async (work: Promise<Written<T>[]>): Promise<Written<T>[]> => {
    const written = await one(work)
    for (const row of written) if (row.outcome === 'refused') note(row.problem)
    return written
  }
  return {
    all: (...given) => store.all(...given),
    allWithArchived: (...given) => store.allWithArchived(...given),
    about: (...given) => store.about(...given),
    byKey: (...given) => store.byKey(...given),
    create: (...given) => one(store.create(...given)),
    update: (...given) => one(store.update(...given)),
    createMany: (...given) => many(store.createMany(...given)),
    updateMany: (...given) => many(store.updateMany(...given)),
    archive: (...given) => one(store.archive(...given)),
    restore: (...given) => one(store.restore(...given)),
    shelveMany: (...given) => many(store.shelveMany(...given)),
    history: (...given) => store.history(...given),
    changes: (...given) => store.changes(...given),
    dispose: (...given) => one(store.dispose(...given)),
  }
}

/** False once SharePoint has refused this person a write to the site that a type is kept in. */
export const useMayWrite = (type: AnyRecordType): boolean => {
  const { writing } = useServices()
  return useSyncExternalStore(writing.subscribe, () => !writing.refused(type.audience))
}
