import type { Stored } from '../domain/record.ts'
import type { Publication } from '../domain/records/publication.ts'
import type { Pupil } from '../domain/records/pupil.ts'
import type { Day } from '../domain/rules/day.ts'
import type { Plan, Step } from './plan.ts'
import { type Shown, withdrawSteps } from './publishing.ts'

/**
 * Pupils out of sight, with a reason. Needs, reviews and the rest stay linked to their pupil and come back with them;
 * what was published to staff is withdrawn first, where there is any.
 */
export const archivePlan = (
  pupils: readonly Stored<Pupil>[],
  reason: string,
  title: string,
  staff: {
    readonly shown: Shown
    readonly publications: readonly Stored<Publication>[]
    readonly today: Day
  } | null,
): Plan => {
  const keys = pupils.map(({ key }) => key)
  const steps = pupils.map(({ key }, row): Step => ({
    row: row + 1,
    type: 'Pupil',
    key,
    do: 'archive',
    reason,
  }))
  return { kind: 'archive', title, steps: [...(staff ? withdrawSteps(keys, staff) : []), ...steps] }
}
