import type { Stored } from '../record.ts'
import { Cycle } from '../records/cycle.ts'
import type { Told } from './chronology.ts'

/** What a plan of the school says happened, day by day. */
export const ofCycle = (cycle: Stored<Cycle>): Told[] => {
  const { number, decision, toldHow } = cycle
  const told = (field: keyof Cycle & string, title: string, text: string | null = null): Told => ({
    field,
    day: cycle[field] as Told['day'],
    kind: 'plan',
    title: `Plan ${number}: ${title}`,
    text,
  })
  return [
    told('began', 'begun', cycle.concern),
    told('agreedOn', 'agreed', cycle.agreedBy && `By ${cycle.agreedBy}`),
    told('toldOn', 'parents told', toldHow && Cycle.fields.toldHow.choices[toldHow]),
    told('reviewedOn', 'reviewed', decision && Cycle.fields.decision.choices[decision]),
    told('ended', 'ended without a review', cycle.endedWhy),
  ]
}
