import type { ReviewFile } from './reviewFile.ts'
import { dayOfReview, reviewedOutcomes, reviewedSupport, targetPlaces } from './reviewPlaces.ts'
import type { Review } from '../domain/records/review.ts'
import type { View } from '../domain/records/view.ts'
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
  const spoke = (whose: View['whose']) => file.views.some((view) => view.whose === whose)
  const outcomes = reviewedOutcomes(file)
  const rated = (key: string) => file.progress.find((row) => row.outcome === key)
  const unrated = outcomes.filter(({ key }) => !rated(key)?.rating).length
  const undecided = outcomes.filter(({ key }) => !rated(key)?.decision).length
  const lines = reviewedSupport(file, day)
  const unjudged = lines.filter(
    ({ key }) => !file.provisionReviews.some((row) => row.allocation === key && row.effective),
  ).length
  const unmarked = contributors.filter(({ attended }) => !attended).length
  const present = contributors.filter(({ attended }) => attended === 'inPerson' || attended === 'online')
  const silent = present.filter(({ recommendation }) => !recommendation).length
  const differ = present.filter(
    ({ recommendation, reasons }) =>
      review.recommendation &&
      recommendation &&
      recommendation !== 'none' &&
      recommendation !== review.recommendation &&
      !reasons,
  ).length
  const list: (Unanswered | false)[] = [
    unmarked > 0 && {
      part: 'people',
      words: `Whether ${some(unmarked, 'person', 'people')} came`,
      strength: 'recommended',
      source: 'Most authorities’ forms',
    },
    !spoke('child') &&
      !says('childGoingWell', 'childHard', 'childWants', 'childAspirations') && {
        part: 'child',
        words: 'What the child or young person thinks, wishes and feels',
        strength: 'must',
        source: cfa19,
      },
    !spoke('parent') &&
      !rightsWithYoungPerson(pupil.dateOfBirth, day) &&
      !says('parentGoingWell', 'parentConcerns', 'parentWants', 'parentAspirations') && {
        part: 'parents',
        words: 'What the parents think',
        strength: 'must',
        source: cfa19,
      },
    unrated > 0 && {
      part: 'outcomes',
      words: `Progress towards ${some(unrated, 'outcome', 'outcomes')}`,
      strength: 'must',
      source: reg20,
    },
    undecided > 0 && {
      part: 'outcomes',
      words: `Whether ${some(undecided, 'outcome still fits', 'outcomes still fit')}`,
      strength: 'should',
      source: code,
    },
    unjudged > 0 && {
      part: 'support',
      words: `Whether ${some(unjudged, 'line of Section F works', 'lines of Section F work')}`,
      strength: 'should',
      source: code,
    },
    !says('healthUpdate') && {
      part: 'health',
      words: 'Whether health provision works, or that there is none',
      strength: 'should',
      source: code,
    },
    !says('socialCareUpdate') && {
      part: 'health',
      words: 'Whether social care provision works, or that there is none',
      strength: 'should',
      source: code,
    },
    targetPlaces(file).known.length === 0 && {
      part: 'targets',
      words: 'New targets for the next twelve months',
      strength: 'should',
      source: code,
    },
    adulthoodDue(pupil.yearGroup, pupil.dateOfBirth, day) &&
      !says('adulthoodWork', 'adulthoodLiving', 'adulthoodCommunity', 'adulthoodHealth') && {
        part: 'adulthood',
        words: 'What prepares for adulthood, from Year 9',
        strength: 'must',
        source: reg20,
      },
    !says('placementSuitable') && {
      part: 'placement',
      words: 'Whether the placement still suits',
      strength: 'should',
      source: code,
    },
    !says('budgetExplained') && {
      part: 'budget',
      words: 'Whether the right to ask for a personal budget was explained',
      strength: 'should',
      source: code,
    },
    !says('recommendation') && {
      part: 'recommendation',
      words: 'What the school recommends',
      strength: 'must',
      source: reg20,
    },
    says('recommendation') &&
      !says('recommendationReasons') && {
        part: 'recommendation',
        words: 'Why the school recommends it',
        strength: 'should',
        source: code,
      },
    silent > 0 && {
      part: 'recommendation',
      words: `What ${some(silent, 'person who was', 'people who were')} there would recommend, or that they gave no view`,
      strength: 'must',
      source: reg20,
    },
    differ > 0 && {
      part: 'recommendation',
      words: `Reasons of ${some(differ, 'person', 'people')} who would do otherwise, in their words`,
      strength: 'must',
      source: reg20,
    },
  ]
  return list.filter((each) => each !== false)
}
