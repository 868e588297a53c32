import type { Pupil } from '../records/pupil.ts'

/** What of a pupil's own row tells that there is a plan, or was one. */
export type PlanTold = Pick<Pupil, 'status' | 'planIssued' | 'planVersion' | 'lastDecision'>

/**
 * Whether what is kept about a pupil is EHC plan data: there is a plan, or was one. A status that is changed, by a
 * person or by an import, does not undo that. Opening and passing on of such a record is logged; reviews are of plans,
 * so theirs always. Source: SEND Regulations 2014, regulation 17.
 */
export const holdsPlanData = ({ status, ...days }: PlanTold): boolean =>
  status === 'E' || days.planIssued !== null || days.planVersion !== null || days.lastDecision !== null
