import { blank, type Kept } from '../domain/record.ts'
import { Action } from '../domain/records/action.ts'
import { Contributor } from '../domain/records/contributor.ts'
import { Outcome } from '../domain/records/outcome.ts'
import { OutcomeProgress } from '../domain/records/outcomeProgress.ts'
import { ProvisionReview } from '../domain/records/provisionReview.ts'
import { Review } from '../domain/records/review.ts'
import { SectionChange } from '../domain/records/sectionChange.ts'
import { View } from '../domain/records/view.ts'
import type { Day } from '../domain/rules/day.ts'
import type { Difference } from './readBack.ts'
import type { ReviewFile } from './reviewFile.ts'
import {
  dayOfReview,
  type Place,
  progressPlace,
  reviewedOutcomes,
  reviewedSupport,
  supportPlace,
} from './reviewPlaces.ts'

type Rows = readonly (Kept & object)[]
/** Where the rows of a type stand in a review's file. */
const rowsOf: Readonly<Record<string, keyof ReviewFile>> = {
  [Contributor.name]: 'contributors',
  [Outcome.name]: 'outcomes',
  [OutcomeProgress.name]: 'progress',
  [ProvisionReview.name]: 'provisionReviews',
  [SectionChange.name]: 'sectionChanges',
  [Action.name]: 'actions',
  [View.name]: 'views',
}

/** A row that nobody has stored: what is known of it, under the key that it would have. */
const unstored = ({ type, key, given }: Place): Kept & object => ({
  ...blank(type, given as never),
  key,
  id: '',
  etag: '',
  archived: false,
  archivedReason: null,
  createdAt: null,
  createdBy: null,
  modifiedAt: null,
  modifiedBy: null,
})

const put = (file: ReviewFile, place: Place, changes: Readonly<Record<string, unknown>>): ReviewFile => {
  if (place.type === Review) return { ...file, review: { ...file.review, ...changes } }
  const isPrevious = file.previousActions.some(({ key }) => key === place.key)
  const rows = isPrevious ? 'previousActions' : rowsOf[place.type.name]
  if (!rows) return file
  const before = file[rows] as Rows
  const isKnown = before.some(({ key }) => key === place.key)
  const after = isKnown
    ? before.map((row) => (row.key === place.key ? { ...row, ...changes } : row))
    : [...before, { ...unstored(place), ...changes }]
  return { ...file, [rows]: after }
}

/**
 * The review as record and open document have it together: what was typed and isn't stored yet counts as said. Text
 * that is gone from the document empties nothing. Every outcome and line of Section F that the review looks at has its
 * row, so that each gap has the key under which it would be stored. For looking at, never for storing.
 */
export const asTyped = (file: ReviewFile, typed: readonly Difference[], today: Day): ReviewFile => {
  const rows = [
    ...reviewedOutcomes(file).map(({ key }, at) => progressPlace(file, key, `Outcome ${at + 1}`)),
    ...reviewedSupport(file, dayOfReview(file, today)).map(({ key }) => supportPlace(file, key, 'Section F')),
  ].filter(({ record }) => record === null)
  const whole = rows.reduce((so, place) => put(so, place, {}), file)
  return typed.reduce(
    (so, { place, field, document, change }) =>
      document !== '' && 'value' in change ? put(so, place, { [field]: change.value }) : so,
    whole,
  )
}
