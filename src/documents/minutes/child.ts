import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Contact } from '../../domain/records/contact.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { needTypes, yearGroups, yearNumberOf } from '../../domain/rules/codes.ts'
import { currentNeeds } from '../../domain/rules/currentNeeds.ts'
import { writtenDay } from '../../domain/rules/day.ts'
import { ageOn, chronologicalYear } from '../../domain/rules/schoolYear.ts'
import type { Block } from '../blocks.ts'
import { bind } from '../bind.ts'
import { saidUnder } from './said.ts'
import {
  answer,
  facts,
  heading,
  line,
  type Minutes,
  paragraph,
  type Part,
  partHeading,
  strong,
  text,
} from './parts.ts'

const yearOf = ({ file: { pupil }, day }: Minutes): string => {
  if (!pupil.yearGroup) return ''
  const usual = chronologicalYear(pupil.dateOfBirth, day)
  const taught = yearNumberOf(pupil.yearGroup)
  const apart = taught !== null && taught !== usual && usual >= 1 && usual <= 13
  return `${yearGroups[pupil.yearGroup]}${apart ? ` (by age: Year ${usual})` : ''}`
}

const parents = ({ file }: Minutes): string =>
  file.contacts
    .map((c) => {
      const as = [c.relationship && show(fieldOf(Contact, 'relationship'), c.relationship).toLowerCase()]
      if (c.parentalResponsibility) as.push('has parental responsibility')
      const said = as.filter(Boolean).join('; ')
      return said ? `${c.name} (${said})` : c.name
    })
    .join('\n')

const sentence = (...parts: (string | false | null | undefined)[]) => parts.filter(Boolean).join('; ')

const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`
const suspensions = ({ file: { pupil } }: Minutes): string | null =>
  pupil.suspensions === null
    ? null
    : pupil.suspensions === 0
      ? 'None'
      : sentence(String(pupil.suspensions), pupil.suspensionDays !== null && days(pupil.suspensionDays))

/** What the register says of this year, and what lies behind it. */
export const attendance: Part = (minutes) => {
  const { pupil } = minutes.file
  const figures = facts(
    'Attendance this year, suspensions and a part-time timetable',
    ['This year', 'Figures'],
    [
      [
        'Attendance',
        pupil.attendance === null
          ? null
          : `${pupil.attendance}%${pupil.attendance <= 90 ? ' (90% or less counts as persistent absence)' : ''}`,
      ],
      ['Suspensions', suspensions(minutes)],
      ['Part-time timetable', pupil.partTime === null ? null : pupil.partTime ? 'Yes' : 'No'],
    ],
  )
  const known = figures.is === 'table' && figures.rows.length > 0
  const said = [
    ...answer(
      minutes,
      'attendanceComment',
      'What lies behind the attendance, and what is being done',
      'What lies behind it',
    ),
    ...answer(
      minutes,
      'partTimePlan',
      'How many hours, from when until when, and how it grows to a full week',
      'The part-time timetable',
    ),
  ]
  if (!known && said.length === 0) return []
  return [
    partHeading(minutes, 'attendance'),
    ...(known ? [figures] : [paragraph(text('No figures are in the record yet.'))]),
    ...said,
  ]
}

/** The census counts the first two. */
const ranks = [', main need', ', second need']

/** Who the child is. Addresses and telephone numbers stay out: these minutes go to everyone who was invited. */
export const child: Part = (minutes) => {
  const { file, name, day } = minutes
  const { pupil } = file
  const shown = (field: keyof typeof Pupil.fields) => show(fieldOf(Pupil, field), pupil[field])
  const needs = currentNeeds(file.needs, day)
  return [
    partHeading(minutes, 'child'),
    facts(
      `About ${name}: names, age, year, family and authority`,
      [`About ${name}`, 'Details'],
      [
        [
          'Full name',
          `${pupil.forename} ${pupil.surname}${name === pupil.forename ? '' : ` (called ${name})`}`,
        ],
        ['Born', `${writtenDay(pupil.dateOfBirth)}, age ${ageOn(pupil.dateOfBirth, day)}`],
        ['Unique Pupil Number', pupil.upn],
        ['Year', yearOf(minutes)],
        ['At this school since', shown('admitted')],
        ['Sex', shown('sex')],
        ['Ethnicity', shown('ethnicity')],
        ['Language', sentence(pupil.firstLanguage, pupil.eal && 'English is an additional language')],
        ['Help to communicate', pupil.communication],
        ['Parents and carers', parents(minutes)],
        [
          'Looked after',
          pupil.lookedAfter
            ? sentence(
                'Yes',
                pupil.careAuthority && `by ${pupil.careAuthority}`,
                pupil.socialWorker && `social worker ${pupil.socialWorker}`,
              )
            : null,
        ],
        ['Pupil premium', shown('pupilPremium')],
        ['Free school meals', shown('freeSchoolMeals')],
        ['Key adult', pupil.keyAdult],
      ],
    ),
    ...(needs.length > 0
      ? [
          heading(2, `What ${name} needs help with`),
          ...needs.map((need, at): Block =>
            paragraph(
              strong(`${needTypes[need.type]}${ranks[at] ?? ''}`),
              text(need.description ? `: ${need.description}` : ''),
            ),
          ),
        ]
      : []),
  ]
}

/** What the child says, in the child's own words and before anyone else's. */
export const childViews: Part = (minutes) => {
  const { name, review } = minutes
  return [
    partHeading(minutes, 'child_views'),
    ...answer(
      minutes,
      'childGoingWell',
      `What ${name} likes, is good at and is proud of, in ${name}’s own words`,
    ),
    ...answer(minutes, 'childHard', `What ${name} finds hard, in ${name}’s own words`),
    ...answer(minutes, 'childWants', `What ${name} would change`),
    ...answer(minutes, 'childAspirations', `What ${name} hopes for, soon and later`),
    ...saidUnder(minutes, `What ${name} said, word for word`, ['child']),
    paragraph(
      strong('How we asked: '),
      bind(review, 'childViewsHow', 'in conversation, with pictures, in writing …'),
    ),
    paragraph(
      strong(`How ${name} took part: `),
      bind(
        review,
        'childTookPart',
        'came to all or part of the meeting, sent a film, chose someone to speak …',
      ),
    ),
    ...line(minutes, 'One-page profile attached', 'profileAttached'),
  ]
}

export const parentViews: Part = (minutes) => [
  partHeading(minutes, 'parent_views'),
  ...answer(
    minutes,
    'parentGoingWell',
    'What parents are pleased with, at school and at home',
    'What is going well',
  ),
  ...answer(minutes, 'parentConcerns', 'What worries parents, in their words', 'What worries us'),
  ...answer(minutes, 'parentWants', 'What parents want to be different', 'What we want to change'),
  ...answer(
    minutes,
    'parentAspirations',
    `What parents hope for ${minutes.name}`,
    'Our hopes for the future',
  ),
  ...answer(minutes, 'parentQuestions', 'What parents asked, and the answers', 'Questions'),
  ...saidUnder(minutes, 'What we said, word for word', ['parent']),
  paragraph(
    strong('How we asked: '),
    bind(minutes.review, 'parentViewsHow', 'at the meeting, by telephone, in writing …'),
  ),
]
