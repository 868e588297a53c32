import { Contributor, contributorRoles } from '../../domain/records/contributor.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { contributorsInOrder, reviewedOutcomes } from '../reviewPlaces.ts'
import { type Fact, factsOf } from './fact.ts'
import { shown } from './factRows.ts'

/** As many outcomes as a form may give a block each; more of them are told as having no place. */
export const mostOutcomes = 12

const outcomeAt = (at: number) => (file: ReviewFile) => reviewedOutcomes(file)[at]

const progressAt = (at: number) => (file: ReviewFile) => {
  const outcome = outcomeAt(at)(file)
  return outcome && file.progress.find((each) => each.outcome === outcome.key)
}

const ofOutcome = ['text', 'baseline', 'measure', 'criterion', 'by']

/** The outcomes that the review looks at, one by one: `outcome.2.evidence`. */
export const outcomeFacts: readonly Fact[] = Array.from({ length: mostOutcomes }, (_, at) => at).flatMap(
  (at) =>
    [
      ...factsOf(`outcome.${at + 1}`, Outcome, outcomeAt(at)).filter(({ id }) =>
        ofOutcome.includes(id.split('.')[2]!),
      ),
      ...factsOf(`outcome.${at + 1}`, OutcomeProgress, progressAt(at)),
    ].map((fact) => ({ ...fact, label: `Outcome ${at + 1}: ${fact.label}` })),
)

export type Role = keyof typeof contributorRoles

/** Roles that a form may name a row after. Of `other` it can't. */
const namedRoles = Object.keys(contributorRoles).filter((role) => role !== 'other') as Role[]

const columns = {
  name: 'Name',
  organisation: 'Organisation',
  invited: 'Invited',
  attended: 'At the meeting',
  adviceAsked: 'Advice asked for',
  adviceReceived: 'Advice received',
  adviceTitle: 'Title of the advice',
  recommendation: 'Recommends',
  reasons: 'Reasons, in their words',
} as const
type Column = keyof typeof columns

const dates: readonly Column[] = ['invited', 'adviceAsked', 'adviceReceived']
const came = ['inPerson', 'online']

const those = (file: ReviewFile, role: Role) => contributorsInOrder(file).filter((one) => one.role === role)

/** A blank day isn't a no: nobody said that the person was not asked. */
const codeOf = (one: Contributor, column: Column): string | null => {
  if (column === 'attended') return one.attended === null ? null : String(came.includes(one.attended))
  return one[column] === null ? null : 'true'
}

/** Whoever takes part in a role, for rows that a form names beforehand: `person.psychologist.adviceReceived`. */
export const personFacts: readonly Fact[] = namedRoles.flatMap((role) =>
  Object.entries(columns).map(([name, label]): Fact => {
    const column = name as Column
    const isDay = dates.includes(column)
    return {
      id: `person.${role}.${column}`,
      label: `${contributorRoles[role]}: ${label}`,
      codes: isDay || column === 'attended' ? { true: 'Yes', false: 'No' } : null,
      isDay,
      text: (file) => {
        const all = those(file, role).map((one) => shown(Contributor, one, column))
        return all.every((each) => each === '') ? '' : all.map((each) => each || '–').join('\n')
      },
      code: (file) => {
        const all = those(file, role)
        const codes = new Set(all.map((one) => codeOf(one, column)))
        // Several in one role who differ: a box can’t say so.
        return codes.size === 1 ? [...codes][0]! : null
      },
      day: (file) => {
        const all = those(file, role)
        return all.length === 1 && isDay ? (all[0]![column] as string | null) : null
      },
    }
  }),
)
