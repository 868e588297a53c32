import { derivedKey } from '../domain/derivedKey.ts'
import type { AnyRecordType, Kept, Stored } from '../domain/record.ts'
import { Action } from '../domain/records/action.ts'
import type { Allocation } from '../domain/records/allocation.ts'
import { Contributor, contributorRoles } from '../domain/records/contributor.ts'
import { Outcome } from '../domain/records/outcome.ts'
import { OutcomeProgress } from '../domain/records/outcomeProgress.ts'
import { ProvisionReview } from '../domain/records/provisionReview.ts'
import { Review } from '../domain/records/review.ts'
import { SectionChange } from '../domain/records/sectionChange.ts'
import { View } from '../domain/records/view.ts'
import { calledName } from '../domain/records/pupil.ts'
import { planSections } from '../domain/rules/codes.ts'
import type { Day } from '../domain/rules/day.ts'
import { speakerOf } from '../domain/rules/provenance.ts'
import type { ReviewFile } from './reviewFile.ts'

/** Where something can be written: in a record, or in one that comes to be when somebody writes it. */
export type Place = {
  readonly type: AnyRecordType
  readonly key: string
  readonly record: (Kept & Readonly<Record<string, unknown>>) | null
  /** What a new record of this place is of. */
  readonly given: Readonly<Record<string, unknown>>
  /** Which record it is, in words: `Action 2`, the name of a person. */
  readonly called: string
}

const inOrder = <T extends Kept>(all: readonly T[]): T[] => all.toSorted((a, b) => (a.key < b.key ? -1 : 1))
const place = (type: AnyRecordType, record: Kept, called: string): Place => ({
  type,
  key: record.key,
  record: record as Place['record'],
  given: {},
  called,
})
const newPlace = (type: AnyRecordType, key: string, called: string, given: Place['given']): Place => ({
  type,
  key,
  record: null,
  given,
  called,
})

/** The day that the review is about: its meeting, or today while none is set. */
export const dayOfReview = (file: ReviewFile, today: Day): Day => file.review.meetingDate ?? today

/** Outcomes of Section E that this review looks at: the current ones, and any that it has already rated. */
export const reviewedOutcomes = ({ outcomes, progress }: ReviewFile): Stored<Outcome>[] =>
  inOrder(outcomes)
    .filter((o) => o.kind === 'sectionE')
    .filter((o) => o.status === 'current' || progress.some((p) => p.outcome === o.key))

/** Lines of Section F in force on the day of the review, and any that it has already judged. */
export const reviewedSupport = (file: ReviewFile, day: Day): Stored<Allocation>[] =>
  inOrder(file.allocations).filter(
    (a) =>
      file.provisionReviews.some((p) => p.allocation === a.key) ||
      (a.inPlan === true && a.from <= day && (!a.until || a.until >= day)),
  )

export const progressPlace = ({ review, progress }: ReviewFile, outcome: string, called: string): Place => {
  const record = inOrder(progress).find((p) => p.outcome === outcome)
  return record
    ? place(OutcomeProgress, record, called)
    : newPlace(OutcomeProgress, derivedKey(review.key, OutcomeProgress.name, outcome), called, {
        review: review.key,
        outcome,
      })
}

export const supportPlace = (
  { review, provisionReviews }: ReviewFile,
  allocation: string,
  called: string,
): Place => {
  const record = inOrder(provisionReviews).find((p) => p.allocation === allocation)
  return record
    ? place(ProvisionReview, record, called)
    : newPlace(ProvisionReview, derivedKey(review.key, ProvisionReview.name, allocation), called, {
        review: review.key,
        allocation,
      })
}

/** What a line of Section F gives, by the provision's name. */
const lineName = ({ provisions }: ReviewFile, { provision }: Allocation): string =>
  provisions.find(({ key }) => key === provision)?.name ?? 'A line of Section F'

/** Every section of the plan with its proposed changes, or room for the first. */
export const sectionPlaces = ({ review, sectionChanges }: ReviewFile): Place[] =>
  Object.entries(planSections).flatMap(([section, called]) => {
    const known = inOrder(sectionChanges).filter((c) => c.section === section)
    return known.length > 0
      ? known.map((record) => place(SectionChange, record, `Section ${called}`))
      : [
          newPlace(SectionChange, derivedKey(review.key, SectionChange.name, section), `Section ${called}`, {
            review: review.key,
            section,
          }),
        ]
  })

/** Room for more of something: places whose keys no record has taken yet. */
const roomFor = (
  type: AnyRecordType,
  review: string,
  taken: readonly Kept[],
  count: number,
  called: string,
  given: Place['given'],
): Place[] => {
  const keys = new Set(taken.map(({ key }) => key))
  const room: Place[] = []
  for (let at = 1; room.length < count; at++) {
    const key = derivedKey(review, type.name, String(at))
    if (!keys.has(key)) room.push(newPlace(type, key, called, given))
  }
  return room
}

const roomForActions = 3
const roomForTargets = 2

export const actionPlaces = ({ review, actions }: ReviewFile): { known: Place[]; room: Place[] } => ({
  known: inOrder(actions).map((record, at) => place(Action, record, `Action ${at + 1}`)),
  room: roomFor(Action, review.key, actions, roomForActions, 'A new action', {
    pupil: review.pupil,
    review: review.key,
    status: 'open',
  }),
})

/** Steps towards the outcomes that this review sets for the next twelve months. */
export const targetPlaces = ({ review, outcomes }: ReviewFile): { known: Place[]; room: Place[] } => {
  const set = inOrder(outcomes).filter((o) => o.setAtReview === review.key && o.kind !== 'sectionE')
  return {
    known: set.map((record, at) => place(Outcome, record, `New target ${at + 1}`)),
    room: roomFor(Outcome, review.key, outcomes, roomForTargets, 'A new target', {
      pupil: review.pupil,
      kind: 'year',
      status: 'current',
      setAtReview: review.key,
      setOn: review.meetingDate,
    }),
  }
}

export const previousActionPlaces = ({ previousActions }: ReviewFile): Place[] =>
  inOrder(previousActions).map((record, at) => place(Action, record, `Action ${at + 1} of the last review`))

const rolesInOrder: readonly string[] = ['youngPerson', 'parent', ...Object.keys(contributorRoles)]

/** The child first, then the family, then the others as the law and the school name them. */
export const contributorsInOrder = ({ contributors }: Pick<ReviewFile, 'contributors'>) =>
  inOrder(contributors).toSorted((a, b) => rolesInOrder.indexOf(a.role) - rolesInOrder.indexOf(b.role))

export const contributorPlaces = (file: ReviewFile): Place[] =>
  contributorsInOrder(file).map((record) => place(Contributor, record, record.name))

/** What people said, in the order in which it was recorded. */
export const viewPlaces = (file: ReviewFile): Place[] =>
  inOrder(file.views).map((view) => place(View, view, speakerOf(view, calledName(file.pupil))))

export const reviewPlace = ({ review }: ReviewFile): Place => place(Review, review, 'This review')

/** Every place that the minutes of this review can hold, by the start of its tags. */
export const placesOf = (file: ReviewFile): Map<string, Place> => {
  const all = [
    reviewPlace(file),
    ...contributorPlaces(file),
    ...file.outcomes.map((o) => progressPlace(file, o.key, 'An earlier outcome')),
    ...reviewedOutcomes(file).map((o, at) => progressPlace(file, o.key, `Outcome ${at + 1}`)),
    ...file.allocations.map((a) => supportPlace(file, a.key, lineName(file, a))),
    ...sectionPlaces(file),
    ...previousActionPlaces(file),
    ...viewPlaces(file),
    ...Object.values(actionPlaces(file)).flat(),
    ...Object.values(targetPlaces(file)).flat(),
  ]
  return new Map(all.map((p) => [`${p.type.short}.${p.key}`, p]))
}
