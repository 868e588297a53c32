import { useSyncExternalStore } from 'react'
import type { Place } from '../../../domain/rules/plannerTypes.ts'
import { type Services, useServices } from '../../../ui/services.tsx'

/** What a person did to the plan and has not booked yet. It lives as long as the page, as nothing of it is stored. */
type Wishes = {
  readonly pinned: readonly Place[]
  /** Fixed meetings, by review, for which an earlier date is looked for. */
  readonly again: ReadonlySet<string>
}
const kept = new WeakMap<Services, Wishes>()
const none: Wishes = { pinned: [], again: new Set() }
const listeners = new Set<() => void>()
const subscribe = (changed: () => void) => {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** The wishes, and a way to change some of them. */
export const useWishes = () => {
  const services = useServices()
  const now = () => kept.get(services) ?? none
  const wishes = useSyncExternalStore(subscribe, now)
  const change = (changes: (now: Wishes) => Partial<Wishes>) => {
    kept.set(services, { ...now(), ...changes(now()) })
    listeners.forEach((changed) => changed())
  }
  return {
    wishes,
    pin: (place: Place) =>
      change(({ pinned }) => ({ pinned: [...pinned.filter(({ key }) => key !== place.key), place] })),
    unpin: (key: string) => change(({ pinned }) => ({ pinned: pinned.filter((each) => each.key !== key) })),
    lookAgain: (review: string) => change(({ again }) => ({ again: new Set([...again, review]) })),
    /** Leaves the fixed date as it is after all. */
    keepFixed: (review: string) =>
      change(({ again }) => ({ again: new Set([...again].filter((each) => each !== review)) })),
  }
}
