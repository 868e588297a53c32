import type { ReviewFile } from '../reviewFile.ts'
import { reviewedOutcomes } from '../reviewPlaces.ts'
import { facts } from './facts.ts'
import type { Form, FormField, FormTable } from './fields.ts'
import { labels } from './labels.ts'
import { listFacts } from './listFacts.ts'
import type { Mapping } from './propose.ts'

/** Facts that say the whole of others in one text: with one in the form, the others have their place. */
const covers: Readonly<Record<string, readonly string[]>> = {
  'pupil.fullName': ['pupil.surname', 'pupil.forename', 'pupil.preferredForename'],
  'pupil.bornAndAge': ['pupil.dateOfBirth', 'pupil.age'],
  meeting: ['review.meetingDate', 'review.meetingTime', 'review.place'],
  childViews: [
    'review.childGoingWell',
    'review.childHard',
    'review.childWants',
    'review.childAspirations',
    'review.childViewsHow',
  ],
  parentViews: [
    'review.parentGoingWell',
    'review.parentConcerns',
    'review.parentWants',
    'review.parentAspirations',
    'review.parentQuestions',
  ],
  healthAndSocialCare: ['review.healthUpdate', 'review.socialCareUpdate'],
  placement: ['review.placementSuitable', 'review.placementComment', 'review.placementPreference'],
  budget: ['review.budgetExplained', 'review.budgetRequested', 'review.budgetComment'],
  recommended: ['review.recommendation', 'review.recommendationReasons'],
  differing: ['review.differences'],
  adulthood: [
    'review.adulthoodWork',
    'review.adulthoodLiving',
    'review.adulthoodCommunity',
    'review.adulthoodHealth',
  ],
  parents: ['parent1.name', 'parent1.relationship', 'parent2.name', 'parent2.relationship'],
}

/** Lists that a form may take as one text instead of a table. */
const asText: Readonly<Record<string, readonly string[]>> = {
  people: ['present', 'apologies', 'invited'],
  outcomes: ['outcomes'],
  support: ['support'],
  actions: ['actions'],
  lastActions: ['lastActions'],
  needs: ['needs', 'pupil.primaryNeed'],
  contacts: ['parents', 'parent1.name'],
  advice: ['advice'],
}

type Told = { readonly id: string; readonly label: string }

const outcomeNumber = /^outcome\.(\d+)\./
const role = /^person\.(\w+)\./

/** Whether places of single rows take a list as well, as far as they go: `outcome.2.text`. */
const inRows = (id: string, used: ReadonlySet<string>): boolean =>
  (id === 'outcomes' && [...used].some((fact) => outcomeNumber.test(fact))) ||
  (id === 'people' && [...used].some((fact) => role.test(fact)))

/** Outcomes beyond the last that has a block of its own, and people for whom no row is named. */
const beyondRows = (used: ReadonlySet<string>, taken: ReadonlySet<string>, file: ReviewFile): Told[] => {
  const of = (pattern: RegExp) => [...used].flatMap((fact) => pattern.exec(fact)?.[1] ?? [])
  const last = Math.max(0, ...of(outcomeNumber).map(Number))
  const outcomes = last === 0 || taken.has('outcomes') ? 0 : reviewedOutcomes(file).length - last
  const roles = new Set(of(role))
  const people =
    roles.size === 0 || taken.has('people') ? [] : file.contributors.filter((one) => !roles.has(one.role))
  return [
    ...(outcomes > 0 ? [{ id: 'outcomes', label: `Outcomes from number ${last + 1} on (${outcomes})` }] : []),
    ...(people.length > 0
      ? [{ id: 'people', label: `People for whom the form names no row (${people.length})` }]
      : []),
  ]
}

/** Fields and tables of the form that no fact goes to: somebody fills them by hand. */
export const unmapped = (form: Form, mapping: Mapping): { fields: FormField[]; tables: FormTable[] } => ({
  fields: form.fields.filter(({ id }) => !mapping.fields[id]),
  tables: form.tables.filter(({ id }) => !mapping.tables[id]),
})

/** Facts of the review itself and lists that these facts and lists of a form leave out. */
const leftOut = (mapped: Iterable<string>, listed: Iterable<string>): { facts: Told[]; lists: Told[] } => {
  const used = new Set(mapped)
  const inTables = new Set(listed)
  const covered = new Set([...used].flatMap((id) => covers[id] ?? []))
  return {
    facts: Object.keys(labels).flatMap((id) => {
      const fact = facts.get(id)
      // What a record says of the review itself: who the pupil is, every form that wants it asks.
      if (!fact || !id.startsWith('review.') || used.has(id) || covered.has(id)) return []
      return [{ id, label: fact.label }]
    }),
    lists: listFacts
      .filter(
        ({ id }) =>
          !inTables.has(id) &&
          !inRows(id, used) &&
          id !== 'contacts' &&
          !(id === 'sections' && [...used].some((fact) => fact.startsWith('section.'))) &&
          !(asText[id] ?? []).some((fact) => used.has(fact)),
      )
      .map(({ id, label }) => ({ id, label })),
  }
}

/** What of a review a form has no box for, whatever the review says. `mapped`, `listed`: facts and lists it takes. */
export const noBoxFor = (mapped: Iterable<string>, listed: Iterable<string>): readonly Told[] => {
  const out = leftOut(mapped, listed)
  return [...out.facts, ...out.lists]
}

/** What the review says and this form has no place for: it goes to the authority some other way. */
export const noPlaceFor = (mapping: Mapping, file: ReviewFile, today: string): readonly Told[] => {
  const used = new Set(Object.values(mapping.fields).map(({ fact }) => fact))
  const taken = new Set(Object.values(mapping.tables).map(({ list }) => list))
  const out = leftOut(used, taken)
  return [
    ...beyondRows(used, taken, file),
    ...out.facts.filter(({ id }) => facts.get(id)!.text(file, today) !== ''),
    ...out.lists.filter(({ id }) => listFacts.find((one) => one.id === id)!.rows(file, today).length > 0),
  ]
}
