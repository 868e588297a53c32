import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import type { statutoryInvitees } from '../../domain/records/contributor.ts'
import { fullName } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import { differingViews } from '../../domain/rules/differences.ts'
import { missingInvitees } from '../../domain/rules/reviewActs.ts'
import { rightsWithYoungPerson } from '../../domain/rules/reviewDates.ts'
import { yearGroups } from '../../domain/rules/codes.ts'
import { writtenDay } from '../../domain/rules/day.ts'
import { bind } from '../bind.ts'
import { contributorPlaces, contributorsInOrder, type Place } from '../reviewPlaces.ts'
import {
  cell,
  facts,
  joinedNames,
  line,
  type Minutes,
  note,
  paragraph,
  type Part,
  partHeading,
  says,
  stands,
  strong,
  text,
  titleOf,
} from './parts.ts'

export const typeOfReview = ({ file }: Minutes): string => show(fieldOf(Review, 'type'), file.review.type)

const joined = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ')

/** Which version of the report this is and why there is more than one. */
const versionOf = ({ file: { review } }: Minutes): string | null =>
  review.version !== null && review.version > 1
    ? `${review.version}, opened again${review.reopened ? ` on ${writtenDay(review.reopened)}` : ''}: ${review.reopenedWhy ?? 'no reason recorded'}`
    : null

/** Who, when and where: the document can be told from every other by this alone. */
export const meeting: Part = (minutes) => {
  const { pupil, schoolName, school } = minutes.file
  const { review } = minutes
  return [
    { is: 'title', text: `${typeOfReview(minutes)}: ${fullName(pupil)}` },
    facts(
      'The meeting: school, date, place and who led it',
      ['The meeting', 'Details'],
      [
        ['Name', joined(fullName(pupil), pupil.yearGroup && yearGroups[pupil.yearGroup], pupil.className)],
        ['School', schoolName],
        ['Authority', pupil.localAuthority ?? school?.localAuthority ?? null],
        ['Kind of review', [bind(review, 'type')]],
        [
          'Date and time',
          [
            bind(review, 'meetingDate', 'Date to be set'),
            text(', '),
            bind(review, 'meetingTime', 'time to be set'),
          ],
        ],
        [
          'Place',
          [
            bind(review, 'place', 'Place to be set'),
            text(' ('),
            bind(review, 'mode', 'how people meet'),
            text(')'),
          ],
        ],
        ['Version', versionOf(minutes)],
        ['Chair', [bind(review, 'chair')]],
        ['Minutes taken by', [bind(review, 'minuteTaker')]],
        [
          'Plan',
          [
            ...(pupil.planIssued
              ? [text(`First issued ${writtenDay(pupil.planIssued)}; version reviewed: `)]
              : [text('Version reviewed: ')]),
            bind(review, 'planVersion', 'date of the plan'),
          ],
        ],
        ['Previous review', [bind(review, 'previousDate', 'No earlier review recorded')]],
      ],
    ),
    ...line(minutes, 'Why this review is held now', 'whyNow', 'what has changed, and who asked for it'),
  ]
}

/** The recommendation, first, with whether anybody sees it otherwise. */
export const decided: Part = (minutes) => {
  const { review, file } = minutes
  const differing = differingViews(file.review, contributorsInOrder(file))
  const views = file.contributors.filter((c) => c.recommendation && c.recommendation !== 'none')
  return [
    partHeading(minutes, 'recommendation'),
    paragraph(strong('The school recommends: '), bind(review, 'recommendation', 'not decided yet')),
    paragraph(strong('Why: '), bind(review, 'recommendationReasons', 'the reasons, in plain words')),
    ...(minutes.open || says(minutes, 'reassessment', 'placementChange')
      ? [
          paragraph(strong('A reassessment is asked for: '), bind(review, 'reassessment')),
          paragraph(strong('A change of school is asked for: '), bind(review, 'placementChange')),
        ]
      : []),
    ...(differing.length > 0
      ? [
          paragraph(
            strong('Views differ: '),
            text(
              `${joinedNames(differing.map((p) => p.name))} ${differing.length === 1 ? 'recommends' : 'recommend'} otherwise: ` +
                `see “${titleOf(minutes, 'differences')}”.`,
            ),
          ),
        ]
      : views.length > 0 && file.review.recommendation
        ? [paragraph(text('Everyone who gave a view recommends the same.'))]
        : []),
    ...(stands(minutes, 'next')
      ? [paragraph(text(`Who does what next is under “${titleOf(minutes, 'next')}”.`))]
      : []),
  ]
}

const statutory: Record<(typeof statutoryInvitees)[number], string> = {
  parent: 'a parent or carer',
  head: 'the head teacher',
  authority: 'the authority’s SEN officer',
  health: 'a health professional',
  socialCare: 'a social care officer',
}

/** Whom the law has invited and whom nobody has. */
const notInvited = ({ file, day }: Minutes): string[] => {
  const ownRight = rightsWithYoungPerson(file.pupil.dateOfBirth, day)
  const roles = file.contributors.map(({ role }) => role)
  return missingInvitees(roles, ownRight).map((role) =>
    role === 'parent' && ownRight ? 'the young person in their own right' : statutory[role],
  )
}

const home = ['parent', 'youngPerson']
const fromWhere = (place: Place) =>
  home.includes(String(place.record?.['role'])) && !place.record?.['organisation']
    ? cell(text('Family'))
    : cell(bind(place, 'organisation', 'Not said'))

export const people: Part = (minutes) => {
  const missing = notInvited(minutes)
  const places = contributorPlaces(minutes.file)
  return [
    partHeading(minutes, 'people'),
    ...(places.length > 0
      ? [
          {
            is: 'table' as const,
            summary: 'Everyone invited: name, role, organisation, and whether they were there',
            head: ['Name', 'Role', 'From', 'At the meeting'],
            widths: [1.3, 1.5, 1.4, 1],
            rowHeadings: true as const,
            rows: places.map((place) => [
              cell(bind(place, 'name')),
              cell(bind(place, 'role')),
              fromWhere(place),
              cell(bind(place, 'attended')),
            ]),
          },
        ]
      : [paragraph(text('Nobody is on the list of people yet.'))]),
    ...(missing.length > 0 && minutes.open
      ? [note(`The law also asks for an invitation to: ${joinedNames(missing)}. None is recorded.`)]
      : []),
  ]
}
