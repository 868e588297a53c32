import { inWords, t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import { Concern } from '../records/concern.ts'
import { Cycle } from '../records/cycle.ts'
import type { Told } from './chronology.ts'

/** What a plan of the school says happened, day by day. */
export const ofCycle = (cycle: Stored<Cycle>): Told[] => {
  const { number, decision, toldHow } = cycle
  const told = (field: keyof Cycle & string, title: string, text: string | null = null): Told => ({
    field,
    day: cycle[field] as Told['day'],
    kind: 'plan',
    title: t`Plan ${number}: ${title}`,
    text,
  })
  return [
    told('began', 'begun', cycle.concern),
    told('agreedOn', 'agreed', cycle.agreedBy && t`By ${cycle.agreedBy}`),
    told('toldOn', t`parents told`, toldHow && inWords(Cycle.fields.toldHow.choices[toldHow])),
    told('reviewedOn', 'reviewed', decision && inWords(Cycle.fields.decision.choices[decision])),
    told('ended', t`ended without a review`, cycle.endedWhy),
  ]
}

/** What became of a concern, day by day: raised, decided, parents told. */
export const ofConcern = (concern: Stored<Concern>): Told[] => {
  const told = (field: keyof Concern & string, title: string, text: string | null): Told => ({
    field,
    day: concern[field] as Told['day'],
    kind: 'plan',
    title,
    text,
  })
  const { decision, toldHow } = concern
  return [
    { ...told('raisedOn', t`Concern raised`, concern.what), from: concern.raisedBy },
    told('parentsSpoken', t`Parents spoken to about a concern`, concern.parentsSaid),
    told('decidedOn', t`Concern decided`, decision && inWords(Concern.fields.decision.choices[decision])),
    told(
      'toldOn',
      t`Parents told what was decided`,
      toldHow && inWords(Concern.fields.toldHow.choices[toldHow]),
    ),
  ]
}
