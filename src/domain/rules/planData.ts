import type { Pupil } from '../records/pupil.ts'

/**
 * Whether what is kept about a pupil is EHC plan data: there is a plan, or was one. Opening and passing on of such a
 * record is logged. Source: SEND Regulations 2014, regulation 17.
 */
export const holdsPlanData = (pupil: Pick<Pupil, 'status' | 'planIssued'>): boolean =>
  pupil.status === 'E' || pupil.planIssued !== null
