import { useMemo, useSyncExternalStore } from 'react'
import { type Plan, planReviews, type Place, type PlanNeed } from '../../../domain/rules/planner.ts'
import type { Around } from '../../../domain/rules/plannerMoves.ts'
import { caseloadOf, type Caseload as Sorted } from '../../../domain/rules/plannerNeeds.ts'
import { type MeetingSettings, meetingSettings } from '../../../domain/rules/plannerSettings.ts'
import { type Services, useServices } from '../../../ui/services.tsx'
import type { Caseload } from '../ReviewsScreen.tsx'

/** What a person did to the plan and has not booked yet. It lives as long as the page, as nothing of it is stored. */
type Wishes = {
  readonly pinned: readonly Place[]
  /** Fixed meetings, by review, for which an earlier date is looked for. */
  readonly again: ReadonlySet<string>
}
const kept = new WeakMap<Services, Wishes>()
const none: Wishes = { pinned: [], again: new Set() }
const listeners = new Set<() => void>()
const put = (services: Services, wishes: Wishes) => {
  kept.set(services, wishes)
  listeners.forEach((changed) => changed())
}
const subscribe = (changed: () => void) => {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

export type Planning = {
  readonly plan: Plan
  readonly sorted: Sorted
  readonly meetings: MeetingSettings
  readonly needs: ReadonlyMap<string, PlanNeed>
  /** What a move of this pupil's review is judged against. */
  around(key: string): Around
  pin(place: Place): void
  unpin(key: string): void
  lookAgain(review: string): void
  /** Leaves the fixed date as it is after all. */
  keepFixed(review: string): void
}

/** The plan for a caseload, with what the person moved by hand. */
export const usePlan = (caseload: Caseload): Planning => {
  const services = useServices()
  const today = services.today()
  const wishes = useSyncExternalStore(subscribe, () => kept.get(services) ?? none)
  const { pupils, reviews, settings, calendar, school } = caseload
  return useMemo(() => {
    const meetings = meetingSettings(school)
    const sorted = caseloadOf(pupils, reviews, settings, today, wishes.again)
    const needs = new Map(sorted.needs.map((need) => [need.key, need]))
    const standing = sorted.booked.map(({ day, time }) => ({ day, time }))
    // What was booked meanwhile is a fixed meeting now.
    const pinned = wishes.pinned.filter(({ key }) => needs.has(key))
    const plan = planReviews({ today, needs: sorted.needs, settings: meetings, calendar, standing, pinned })
    const change = (changes: Partial<Wishes>) =>
      put(services, { ...(kept.get(services) ?? none), ...changes })
    return {
      plan,
      sorted,
      meetings,
      needs,
      around: (key) => ({
        today,
        settings: meetings,
        review: settings,
        calendar,
        standing,
        others: plan.bookings.filter((each) => each.key !== key),
        cap: plan.cap,
      }),
      pin: (place) => change({ pinned: [...pinned.filter(({ key }) => key !== place.key), place] }),
      unpin: (key) => change({ pinned: pinned.filter((each) => each.key !== key) }),
      keepFixed: (review) => change({ again: new Set([...wishes.again].filter((each) => each !== review)) }),
      lookAgain: (review) => change({ again: new Set([...wishes.again, review]) }),
    }
  }, [pupils, reviews, settings, calendar, school, today, wishes, services])
}
