import { recommendations } from '../../domain/records/review.ts'
import { differingViews } from '../../domain/rules/differences.ts'
import { bind } from '../bind.ts'
import { contributorPlaces, contributorsInOrder } from '../reviewPlaces.ts'
import {
  answer,
  cell,
  joinedNames,
  lower,
  type Minutes,
  paragraph,
  type Part,
  partHeading,
  strong,
  text,
} from './parts.ts'

/** Whose recommendation is the school's own, by name: agreement is recorded too. */
const sameView = ({ file }: Minutes): string => {
  const agreeing = contributorsInOrder(file).filter((c) => c.recommendation === file.review.recommendation)
  const names = joinedNames(agreeing.map(({ name }) => name))
  return names
    ? `No recorded view differs. The same was recommended by ${names}.`
    : 'No recorded view differs.'
}

/** Who recommends what, in their own words. Source: SEND Regulations 2014, regulation 20(8). */
export const differences: Part = (minutes) => {
  const { file } = minutes
  const differing = differingViews(file.review, contributorsInOrder(file))
  const places = contributorPlaces(file).filter(
    (place) =>
      minutes.open || place.record?.['reasons'] || differing.some(({ name }) => name === place.called),
  )
  return [
    partHeading(minutes, 'differences'),
    ...differing.map((party) =>
      paragraph(
        strong(party.name),
        text(
          ` (${lower(party.role)}) would ${lower(recommendations[party.recommendation])}; the school would ${lower(recommendations[file.review.recommendation!])}.`,
        ),
      ),
    ),
    ...(differing.length === 0
      ? [
          paragraph(
            text(
              file.review.recommendation
                ? sameView(minutes)
                : 'The school’s own recommendation is not recorded yet.',
            ),
          ),
        ]
      : []),
    ...(places.length > 0
      ? [
          {
            is: 'table' as const,
            summary: 'What each person recommends, with reasons in their words',
            head: ['Name', 'Recommends', 'Reasons, in their words'],
            widths: [1.4, 1.4, 3],
            rowHeadings: true as const,
            rows: places.map((place) => [
              cell(text(place.called)),
              cell(bind(place, 'recommendation')),
              cell(bind(place, 'reasons', 'In the words of the person who holds the view')),
            ]),
          },
        ]
      : []),
    ...answer(minutes, 'differences', 'Any other difference, in the words of the person who holds it'),
  ]
}
