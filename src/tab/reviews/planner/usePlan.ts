import { useCallback, useMemo } from 'react'
import { planSteps } from '../../../domain/rules/planner.ts'
import type { Around } from '../../../domain/rules/plannerMoves.ts'
import { caseloadOf, type Caseload as Sorted } from '../../../domain/rules/plannerNeeds.ts'
import {
  type MeetingSettings,
  meetingSettings,
  type StatedLoad,
} from '../../../domain/rules/plannerSettings.ts'
import type { Plan, Place, PlanNeed } from '../../../domain/rules/plannerTypes.ts'
import { settingsFor } from '../../../domain/rules/reviewSettings.ts'
import { useServices } from '../../../ui/services.tsx'
import type { Caseload } from '../ReviewsScreen.tsx'
import { standingPlan } from './standingPlan.ts'
import { useInSteps } from '../../../ui/useInSteps.ts'
import { useWishes } from './wishes.ts'

export type Planning = {
  readonly plan: Plan
  /** The plan is being made again; the one before is shown meanwhile. */
  readonly working: boolean
  readonly sorted: Sorted
  readonly meetings: MeetingSettings
  readonly needs: ReadonlyMap<string, PlanNeed>
  /** What a move of this pupil's review is judged against. */
  around(key: string): Around
  pin(place: Place): void
  unpin(key: string): void
  lookAgain(review: string): void
  keepFixed(review: string): void
}

/** The plan for a caseload, with what the person moved by hand; null until it is first made. */
export const usePlan = (caseload: Caseload, loads: readonly StatedLoad[]): Planning | null => {
  const today = useServices().today()
  const { wishes, ...change } = useWishes()
  const { pupils, reviews, settings, calendar, school } = caseload
  const asked = useMemo(() => {
    const meetings = meetingSettings(school, loads)
    const sorted = caseloadOf(pupils, reviews, settings, today, wishes.again)
    const needs = new Map(sorted.needs.map((need) => [need.key, need]))
    const standing = sorted.booked.map(({ day, time }) => ({ day, time }))
    // What was booked meanwhile is a fixed meeting now.
    const pinned = wishes.pinned.filter(({ key }) => needs.has(key))
    return {
      meetings,
      sorted,
      needs,
      standing,
      pinned,
      known: new Map(pupils.map((each) => [each.key, each])),
    }
  }, [pupils, reviews, settings, school, loads, today, wishes])
  const { meetings, sorted, needs, standing, pinned, known } = asked
  const make = useCallback(
    () => planSteps({ today, needs: sorted.needs, settings: meetings, calendar, standing, pinned }),
    [today, sorted, meetings, calendar, standing, pinned],
  )
  const { value, done } = useInSteps(make)
  if (!value) return null
  const plan = done ? value : standingPlan(value, needs, pinned)
  return {
    plan,
    working: !done,
    sorted,
    meetings,
    needs,
    around: (key) => ({
      today,
      settings: meetings,
      review: settingsFor(known.get(key) ?? {}, settings),
      calendar,
      standing,
      others: plan.bookings.filter((each) => each.key !== key),
      cap: plan.cap,
    }),
    ...change,
  }
}
