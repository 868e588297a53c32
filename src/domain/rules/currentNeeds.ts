import type { Need } from '../records/need.ts'
import type { Day } from './day.ts'

/** Needs that have not ended by a day, the one that counts first in front; what has no rank comes last. */
export const currentNeeds = <N extends Pick<Need, 'rank' | 'until'>>(needs: readonly N[], day: Day): N[] =>
  needs.filter(({ until }) => !until || until >= day).toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99))

/** The need that counts first: lowest rank that has not ended. */
export const primaryNeed = <N extends Pick<Need, 'rank' | 'until'>>(
  needs: readonly N[],
  day: Day,
): N | undefined => currentNeeds(needs, day)[0]
