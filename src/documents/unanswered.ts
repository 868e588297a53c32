import type { ReviewFile } from './reviewFile.ts'
import {
  dayOfReview,
  type Place,
  progressPlace,
  reviewedOutcomes,
  reviewedSupport,
  supportPlace,
  targetPlaces,
} from './reviewPlaces.ts'
import { Review } from '../domain/records/review.ts'
import type { View } from '../domain/records/view.ts'
import { tagOf } from '../domain/record.ts'
import { Contributor } from '../domain/records/contributor.ts'
import type { Day } from '../domain/rules/day.ts'
import type { Unanswered } from '../domain/rules/meetingAgenda.ts'
import { adulthoodDue, rightsWithYoungPerson } from '../domain/rules/reviewDates.ts'

const cfa19 = 'Children and Families Act 2014, section 19'
const reg20 = 'SEND Regulations 2014, regulation 20'
const code = 'SEND Code of Practice 2015, 9.166 to 9.169'
const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

type FieldName = keyof Review & string

/**
 * What a review has to consider and the record doesn't answer yet, in the order of the agenda. Law first says `must`;
 * statutory guidance `should`. Sources stand with each.
 */
export const unanswered = (file: ReviewFile, today: Day): Unanswered[] => {
  const { review, contributors, pupil } = file
  const day = dayOfReview(file, today)
  const says = (...fields: FieldName[]) => fields.some((field) => review[field] !== null)
  const own = (...fields: FieldName[]) => fields.map((field) => tagOf(Review, review.key, field))
  const of = (places: readonly Place[], field: string) =>
    places.map(({ type, key }) => tagOf(type, key, field))
  const their = (people: readonly { readonly key: string }[], field: keyof Contributor & string) =>
    people.map(({ key }) => tagOf(Contributor, key, field))
  const spoke = (whose: View['whose']) => file.views.some((view) => view.whose === whose)
  const outcomes = reviewedOutcomes(file).map(({ key }, at) => progressPlace(file, key, `Outcome ${at + 1}`))
  const unrated = outcomes.filter(({ record }) => !record?.['rating'])
  const undecided = outcomes.filter(({ record }) => !record?.['decision'])
  const unjudged = reviewedSupport(file, day)
    .filter(({ key }) => !file.provisionReviews.some((row) => row.allocation === key && row.effective))
    .map(({ key }) => supportPlace(file, key, 'Section F'))
  const unmarked = contributors.filter(({ attended }) => !attended)
  const present = contributors.filter(({ attended }) => attended === 'inPerson' || attended === 'online')
  const silent = present.filter(({ recommendation }) => !recommendation)
  const differ = present.filter(
    ({ recommendation, reasons }) =>
      review.recommendation &&
      recommendation &&
      recommendation !== 'none' &&
      recommendation !== review.recommendation &&
      !reasons,
  )
  const targets = targetPlaces(file)
  const list: (Unanswered | false)[] = [
    unmarked.length > 0 && {
      part: 'people',
      words: `Whether ${some(unmarked.length, 'person', 'people')} came`,
      strength: 'recommended',
      source: 'Most authorities’ forms',
      tags: their(unmarked, 'attended'),
    },
    !spoke('child') &&
      !says('childGoingWell', 'childHard', 'childWants', 'childAspirations') && {
        part: 'child',
        words: 'What the child or young person thinks, wishes and feels',
        strength: 'must',
        source: cfa19,
        tags: own('childGoingWell', 'childHard', 'childWants', 'childAspirations'),
      },
    !spoke('parent') &&
      !rightsWithYoungPerson(pupil.dateOfBirth, day) &&
      !says('parentGoingWell', 'parentConcerns', 'parentWants', 'parentAspirations') && {
        part: 'parents',
        words: 'What the parents think',
        strength: 'must',
        source: cfa19,
        tags: own('parentGoingWell', 'parentConcerns', 'parentWants', 'parentAspirations'),
      },
    unrated.length > 0 && {
      part: 'outcomes',
      words: `Progress towards ${some(unrated.length, 'outcome', 'outcomes')}`,
      strength: 'must',
      source: reg20,
      tags: of(unrated, 'rating'),
    },
    undecided.length > 0 && {
      part: 'outcomes',
      words: `Whether ${some(undecided.length, 'outcome still fits', 'outcomes still fit')}`,
      strength: 'should',
      source: code,
      tags: of(undecided, 'decision'),
    },
    unjudged.length > 0 && {
      part: 'support',
      words: `Whether ${some(unjudged.length, 'line of Section F works', 'lines of Section F work')}`,
      strength: 'should',
      source: code,
      tags: of(unjudged, 'effective'),
    },
    !says('healthUpdate') && {
      part: 'health',
      words: 'Whether health provision works, or that there is none',
      strength: 'should',
      source: code,
      tags: own('healthUpdate'),
    },
    !says('socialCareUpdate') && {
      part: 'health',
      words: 'Whether social care provision works, or that there is none',
      strength: 'should',
      source: code,
      tags: own('socialCareUpdate'),
    },
    targets.known.length === 0 && {
      part: 'targets',
      words: 'New targets for the next twelve months',
      strength: 'should',
      source: code,
      tags: of(targets.room, 'text'),
    },
    adulthoodDue(pupil.yearGroup, pupil.dateOfBirth, day) &&
      !says('adulthoodWork', 'adulthoodLiving', 'adulthoodCommunity', 'adulthoodHealth') && {
        part: 'adulthood',
        words: 'What prepares for adulthood, from Year 9',
        strength: 'must',
        source: reg20,
        tags: own('adulthoodWork', 'adulthoodLiving', 'adulthoodCommunity', 'adulthoodHealth'),
      },
    !says('placementSuitable') && {
      part: 'placement',
      words: 'Whether the placement still suits',
      strength: 'should',
      source: code,
      tags: own('placementSuitable'),
    },
    !says('budgetExplained') && {
      part: 'budget',
      words: 'Whether the right to ask for a personal budget was explained',
      strength: 'should',
      source: code,
      tags: own('budgetExplained'),
    },
    !says('recommendation') && {
      part: 'recommendation',
      words: 'What the school recommends',
      strength: 'must',
      source: reg20,
      tags: own('recommendation'),
    },
    says('recommendation') &&
      !says('recommendationReasons') && {
        part: 'recommendation',
        words: 'Why the school recommends it',
        strength: 'should',
        source: code,
        tags: own('recommendationReasons'),
      },
    silent.length > 0 && {
      part: 'recommendation',
      words: `What ${some(silent.length, 'person who was', 'people who were')} there would recommend, or that they gave no view`,
      strength: 'must',
      source: reg20,
      tags: their(silent, 'recommendation'),
    },
    differ.length > 0 && {
      part: 'recommendation',
      words: `Reasons of ${some(differ.length, 'person', 'people')} who would do otherwise, in their words`,
      strength: 'must',
      source: reg20,
      tags: their(differ, 'reasons'),
    },
  ]
  return list.filter((each) => each !== false)
}
