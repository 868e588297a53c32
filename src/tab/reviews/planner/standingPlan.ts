import type { Place, Plan, PlanNeed } from '../../../domain/rules/plannerTypes.ts'

/**
 * A plan as far as it still holds while the next is made: without reviews that need no date any more, and with what
 * was moved by hand where it was put, so that a card is never seen jumping back.
 */
export const standingPlan = (
  plan: Plan,
  needs: ReadonlyMap<string, PlanNeed>,
  pinned: readonly Place[],
): Plan => {
  const moved = new Set(pinned.map(({ key }) => key))
  const known = ({ key }: { readonly key: string }) => needs.has(key)
  return {
    ...plan,
    bookings: [
      ...plan.bookings.filter((booking) => known(booking) && !moved.has(booking.key)),
      ...pinned.map((place) => ({
        ...place,
        short: place.day < (needs.get(place.key)?.adviceFrom ?? place.day),
        pinned: true,
      })),
    ].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.time - b.time)),
    unplaced: plan.unplaced.filter((one) => known(one) && !moved.has(one.key)),
    beyond: plan.beyond.filter((key) => needs.has(key)),
  }
}
