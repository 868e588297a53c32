import type { Stored } from '../domain/record.ts'
import type { Pupil } from '../domain/records/pupil.ts'
import type { Plan, Step } from './plan.ts'
import { type Known, withdrawSteps } from './publishing.ts'

/**
 * Pupils out of sight, with a reason. Needs, reviews and the rest stay linked to their pupil and come back with them;
 * what was published to staff is withdrawn first, where there is any.
 */
export const archivePlan = (
  pupils: readonly Stored<Pupil>[],
  reason: string,
  title: string,
  staff: Known | null,
): Plan => {
  const keys = pupils.map(({ key }) => key)
  const withdrawn = staff ? withdrawSteps(keys, staff) : []
  const steps = pupils.map(({ key }, row): Step => {
    const after = [...new Set(withdrawn.flatMap((step) => (step.pupil === key ? [step.key] : [])))]
    return {
      row: row + 1,
      type: 'Pupil',
      key,
      // Whom staff still see stays in sight of the SENCO too.
      ...(after.length > 0 ? { after } : {}),
      do: 'archive',
      reason,
    }
  })
  return { kind: 'archive', title, steps: [...withdrawn, ...steps] }
}
