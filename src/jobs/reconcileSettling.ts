import type { Stored } from '../domain/record.ts'
import type { ListDecision } from '../domain/records/listDecision.ts'
import type { StatusPeriod } from '../domain/records/statusPeriod.ts'
import type { Day } from '../domain/rules/day.ts'
import type { Child, Difference, Fix } from '../domain/rules/reconcileTypes.ts'
import type { Existing } from '../importing/existing.ts'
import type { Known } from './publishing.ts'

/** A fix that somebody accepted. `left`: the day that they chose where no list says it; `reason`: why it is kept. */
export type Accepted = {
  readonly difference: Difference
  readonly fix: Fix
  readonly left?: Day
  readonly reason?: string
}
export type Settling = {
  readonly children: readonly Child[]
  readonly existing: Existing
  /** Earlier statuses, archived ones too. */
  readonly periods: readonly Stored<StatusPeriod>[]
  /** What staff see; null where the school has no site for staff. */
  readonly staff: Omit<Known, 'today'> | null
  /** Decisions of before, archived ones too. */
  readonly decisions: readonly Stored<ListDecision>[]
  readonly today: Day
  readonly title: string
}
/** A fix that can't be done as it is; `says` is a sentence for the person. */
export type RefusedFix = { readonly difference: Difference; readonly says: string }
export type Refuse = (difference: Difference, says: string) => void
