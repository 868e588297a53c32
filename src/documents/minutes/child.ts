import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Contact } from '../../domain/records/contact.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { needTypes, yearGroups, yearNumberOf } from '../../domain/rules/codes.ts'
import { currentNeeds } from '../../domain/rules/currentNeeds.ts'
import { showDay } from '../../domain/rules/day.ts'
import { ageOn, chronologicalYear } from '../../domain/rules/schoolYear.ts'
import type { Block } from '../blocks.ts'
import { bind } from '../bind.ts'
import { saidUnder } from './said.ts'
import { answer, facts, heading, type Minutes, paragraph, type Part, strong, text } from './parts.ts'

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

const attendance = ({ file: { pupil } }: Minutes): string =>
  sentence(
    pupil.attendance !== null &&
      `${pupil.attendance}% this year${pupil.attendance <= 90 ? ' (90% or less counts as persistent absence)' : ''}`,
    pupil.suspensions !== null &&
      (pupil.suspensions === 0
        ? 'no suspensions'
        : `${pupil.suspensions} suspension${pupil.suspensions === 1 ? '' : 's'}${pupil.suspensionDays ? `, ${pupil.suspensionDays} days` : ''}`),
    pupil.partTime && 'on a part-time timetable',
  )

/** Who the child is. Addresses and telephone numbers stay out: these minutes go to everyone who was invited. */
export const child: Part = (minutes) => {
  const { file, name, day } = minutes
  const { pupil } = file
  const shown = (field: keyof typeof Pupil.fields) => show(fieldOf(Pupil, field), pupil[field])
  const needs = currentNeeds(file.needs, day)
  return [
    { is: 'pageBreak' },
    heading(1, `About ${name}`, 'child'),
    facts(
      `About ${name}: names, age, year, family and authority`,
      [`About ${name}`, 'Details'],
      [
        [
          'Full name',
          `${pupil.forename} ${pupil.surname}${name === pupil.forename ? '' : ` (called ${name})`}`,
        ],
        ['Born', `${showDay(pupil.dateOfBirth)}, age ${ageOn(pupil.dateOfBirth, day)}`],
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
        ['Attendance', attendance(minutes)],
      ],
    ),
    ...(needs.length > 0
      ? [
          heading(2, `What ${name} needs help with`),
          ...needs.map((need, at): Block =>
            paragraph(
              strong(`${needTypes[need.type]}${at === 0 ? ', main need' : ''}`),
              text(need.description ? `: ${need.description}` : ''),
            ),
          ),
        ]
      : []),
    ...answer(
      minutes,
      'attendanceComment',
      'What lies behind the attendance, and what is being done',
      'Attendance and exclusions',
    ),
  ]
}

/** What the child says, in the child's own words and before anyone else's. */
export const childViews: Part = (minutes) => {
  const { name, review } = minutes
  return [
    heading(1, `${name}’s views`, 'child_views'),
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
  ]
}

export const parentViews: Part = (minutes) => [
  heading(1, 'Views of parents and carers', 'parent_views'),
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
