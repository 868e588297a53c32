import { Contact } from '../../domain/records/contact.ts'
import { Need } from '../../domain/records/need.ts'
import { recommendations, Review } from '../../domain/records/review.ts'
import { currentNeeds } from '../../domain/rules/currentNeeds.ts'
import { differingViews } from '../../domain/rules/differences.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { contributorsInOrder } from '../reviewPlaces.ts'
import { derived, type Fact, lines, titled } from './fact.ts'
import { actionRows, adviceRows, outcomeRows, parentsOf, person, shown, supportRows } from './factRows.ts'

const cameAs = (file: ReviewFile, ...how: readonly string[]) =>
  contributorsInOrder(file)
    .filter(({ attended }) => attended !== null && how.includes(attended))
    .map(person)
    .join('\n')

const words = (rows: readonly Readonly<Record<string, string>>[], each: (row: never) => string) =>
  rows.map((row, at) => `${at + 1}. ${each(row as never)}`).join('\n')

/** Several fields or rows as one text, for forms that ask for all of it in one place. */
export const writtenFacts: readonly Fact[] = [
  derived('parents', 'Parents and carers', (file) =>
    parentsOf(file)
      .map(
        (one) =>
          `${one.name}${one.relationship ? ` (${shown(Contact, one, 'relationship').toLowerCase()})` : ''}`,
      )
      .join('\n'),
  ),
  derived('school.nameAsKnown', 'School', ({ school, schoolName }) => school?.name ?? schoolName),
  derived('meeting', 'When and where people met', ({ review }) =>
    lines(
      [shown(Review, review, 'meetingDate'), review.meetingTime].filter(Boolean).join(', '),
      review.place,
      shown(Review, review, 'mode'),
    ),
  ),
  derived('present', 'Who came', (file) => cameAs(file, 'inPerson', 'online')),
  derived('apologies', 'Who sent apologies', (file) => cameAs(file, 'apologies')),
  derived('invited', 'Who was invited', (file) =>
    contributorsInOrder(file)
      .filter(({ invited }) => invited !== null)
      .map(person)
      .join('\n'),
  ),
  derived('advice', 'Reports and advice', (file) =>
    adviceRows(file)
      .map(({ title, received, circulated }) =>
        [title, titled('received', received), titled('circulated', circulated)].filter(Boolean).join(', '),
      )
      .join('\n'),
  ),
  derived('childViews', 'Everything the child said', ({ review }) =>
    lines(
      titled('Going well', review.childGoingWell),
      titled('Hard', review.childHard),
      titled('To change', review.childWants),
      titled('Hopes', review.childAspirations),
      titled('How we asked', review.childViewsHow),
    ),
  ),
  derived('parentViews', 'Everything parents said', ({ review }) =>
    lines(
      titled('Going well', review.parentGoingWell),
      titled('Worries', review.parentConcerns),
      titled('To change', review.parentWants),
      titled('Hopes', review.parentAspirations),
      titled('Questions', review.parentQuestions),
    ),
  ),
  derived('needs', 'Needs', (file, day) =>
    currentNeeds(file.needs, day)
      .map((need) => [shown(Need, need, 'type'), need.description].filter(Boolean).join(': '))
      .join('\n'),
  ),
  derived('outcomes', 'Outcomes and progress', (file) =>
    words(outcomeRows(file), ({ text, rating, evidence, decision }: ReturnType<typeof outcomeRows>[number]) =>
      [
        text,
        titled('Progress', rating),
        titled('Evidence', evidence),
        titled('This outcome should', decision.toLowerCase()),
      ]
        .filter(Boolean)
        .join('\n'),
    ),
  ),
  derived('support', 'Provision and what it did', (file, day) =>
    words(
      supportRows(file, day),
      ({ name, specified, delivered, effective }: ReturnType<typeof supportRows>[number]) =>
        [specified || name, titled('Delivered', delivered), titled('Effective', effective)]
          .filter(Boolean)
          .join('\n'),
    ),
  ),
  derived('actions', 'Agreed actions', (file) =>
    words(actionRows(file.actions), ({ what, owner, due }: ReturnType<typeof actionRows>[number]) =>
      [what, owner, due && `by ${due}`].filter(Boolean).join(', '),
    ),
  ),
  derived('lastActions', 'Actions of the last review', (file) =>
    words(
      actionRows(file.previousActions),
      ({ what, owner, status }: ReturnType<typeof actionRows>[number]) =>
        [what, owner, status.toLowerCase()].filter(Boolean).join(', '),
    ),
  ),
  derived('healthAndSocialCare', 'Health and social care', ({ review }) =>
    lines(titled('Health', review.healthUpdate), titled('Social care', review.socialCareUpdate)),
  ),
  derived('placement', 'Placement', ({ review }) =>
    lines(
      review.placementSuitable === null
        ? null
        : review.placementSuitable
          ? 'The placement still suits.'
          : 'The placement no longer suits.',
      review.placementComment,
      titled('Preference for the next school', review.placementPreference),
    ),
  ),
  derived('budget', 'Personal budget', ({ review }) =>
    lines(
      titled('Explained', shown(Review, review, 'budgetExplained')),
      titled('Asked for', shown(Review, review, 'budgetRequested')),
      review.budgetComment,
    ),
  ),
  derived('recommended', 'What the school recommends, and why', ({ review }) =>
    lines(shown(Review, review, 'recommendation'), review.recommendationReasons),
  ),
  derived('differing', 'Where people disagree', (file) =>
    lines(
      ...differingViews(file.review, contributorsInOrder(file)).map(
        ({ name, role, recommendation, reasons }) =>
          `${name} (${role}): ${recommendations[recommendation]}${reasons ? `. ${reasons}` : ''}`,
      ),
      file.review.differences,
    ),
  ),
  derived('adulthood', 'Preparing for adulthood', ({ review }) =>
    lines(
      titled('Education, training and work', review.adulthoodWork),
      titled('Living independently', review.adulthoodLiving),
      titled('Friends, relationships and community', review.adulthoodCommunity),
      titled('Being healthy', review.adulthoodHealth),
    ),
  ),
]
