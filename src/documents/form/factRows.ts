import { show } from '../../domain/fields.ts'
import { type AnyRecordType, fieldOf } from '../../domain/record.ts'
import { Action } from '../../domain/records/action.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { Contributor, contributorRoles } from '../../domain/records/contributor.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import { ProvisionReview } from '../../domain/records/provisionReview.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { contributorsInOrder, reviewedOutcomes, reviewedSupport } from '../reviewPlaces.ts'

export type Row = Readonly<Record<string, unknown>> | null | undefined
/** A field as a person reads it; '' where there is no record of it. */
export const shown = (type: AnyRecordType, row: Row, field: string): string =>
  show(fieldOf(type, field), row?.[field])

/** Contacts, those with parental responsibility first. */
export const parentsOf = ({ contacts }: ReviewFile) =>
  contacts.toSorted(
    (a, b) =>
      Number(b.parentalResponsibility ?? false) - Number(a.parentalResponsibility ?? false) ||
      (a.key < b.key ? -1 : 1),
  )

/** `Dr Lee (Educational psychologist, Harrowdale)`. */
export const person = (one: ReviewFile['contributors'][number]) =>
  `${one.name} (${contributorRoles[one.role]}${one.organisation ? `, ${one.organisation}` : ''})`

const progressOf = (file: ReviewFile, outcome: string) =>
  file.progress.find((each) => each.outcome === outcome)

/** The outcomes that the review looks at, each with what it found of it; every cell as a person reads it. */
export const outcomeRows = (file: ReviewFile) =>
  reviewedOutcomes(file).map((outcome) => {
    const progress = progressOf(file, outcome.key)
    const field = (name: string) => shown(OutcomeProgress, progress, name)
    return {
      text: outcome.text,
      baseline: outcome.baseline ?? '',
      by: shown(Outcome, outcome, 'by'),
      evidence: field('evidence'),
      rating: field('rating'),
      targetsMet: field('targetsMet'),
      delivered: field('delivered'),
      decision: field('decision'),
      proposed: field('proposed'),
    }
  })

/** The support that the review looks at, each line with what it found of it. */
export const supportRows = (file: ReviewFile, day: string) =>
  reviewedSupport(file, day).map((line) => {
    const found = file.provisionReviews.find(({ allocation }) => allocation === line.key)
    const field = (name: string) => shown(ProvisionReview, found, name)
    return {
      name: file.provisions.find(({ key }) => key === line.provision)?.name ?? '',
      specified: line.specified ?? '',
      role: shown(Allocation, line, 'role'),
      delivered: field('delivered'),
      effective: field('effective'),
      change: field('change'),
    }
  })

/** Actions in the order in which they were written down. */
export const actionRows = (actions: ReviewFile['actions']) =>
  actions
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map((action) => ({
      what: action.what,
      owner: action.owner ?? '',
      due: shown(Action, action, 'due'),
      status: shown(Action, action, 'status'),
      note: action.note ?? '',
    }))

/** Everybody of the review, in the order of the minutes. */
export const peopleRows = (file: ReviewFile) =>
  contributorsInOrder(file).map((one) => ({
    name: one.name,
    role: contributorRoles[one.role],
    organisation: one.organisation ?? '',
    invited: shown(Contributor, one, 'invited'),
    attended: shown(Contributor, one, 'attended'),
    adviceAsked: shown(Contributor, one, 'adviceAsked'),
    adviceReceived: shown(Contributor, one, 'adviceReceived'),
    recommendation: shown(Contributor, one, 'recommendation'),
    reasons: one.reasons ?? '',
  }))

/** Advice that came, or of which the title is known. */
export const adviceRows = (file: ReviewFile) =>
  contributorsInOrder(file)
    .filter(({ adviceReceived, adviceTitle }) => adviceReceived || adviceTitle)
    .map((one) => ({
      title: one.adviceTitle ?? `Advice of ${person(one)}`,
      author: one.name,
      received: shown(Contributor, one, 'adviceReceived'),
      circulated: shown(Contributor, one, 'adviceCirculated'),
    }))
