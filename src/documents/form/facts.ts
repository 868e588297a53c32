import { Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import { School } from '../../domain/records/school.ts'
import { areaFacts } from './areaFacts.ts'
import { derived, type Fact, factsOf } from './fact.ts'
import { parentFacts, pupilFacts } from './pupilFacts.ts'
import { outcomeFacts, personFacts } from './rowFacts.ts'
import { sectionFacts } from './sectionFacts.ts'
import { writtenFacts } from './writtenFacts.ts'

/** Seven figures: the authority's three and the school's four. */
const schoolFacts: readonly Fact[] = [
  derived('school.dfeNumber', 'DfE number', ({ school }) =>
    school?.localAuthorityNumber && school.establishmentNumber
      ? `${school.localAuthorityNumber}/${school.establishmentNumber}`
      : '',
  ),
]

/** Every single thing that a form can be filled with, by id. */
export const facts: ReadonlyMap<string, Fact> = new Map(
  [
    ...factsOf('pupil', Pupil, ({ pupil }) => pupil, [
      'alertMedical',
      'alertRisk',
      'alertSafeguarding',
      'alertEvacuation',
      'photo',
      'photoConsent',
      'clockFromWhy',
      'misId',
      'fileReceived',
    ]),
    ...factsOf('review', Review, ({ review }) => review, [
      'agenda',
      'calendarEvent',
      'stepsOverride',
      'invitesOverride',
      'meetingBegan',
      'meetingEnded',
      'stage',
    ]),
    ...factsOf('school', School, ({ school }) => school, ['restrictedWords', 'from']),
    ...parentFacts,
    ...sectionFacts,
    ...pupilFacts,
    ...writtenFacts,
    ...outcomeFacts,
    ...personFacts,
    ...areaFacts,
    ...schoolFacts,
  ].map((fact) => [fact.id, fact]),
)
