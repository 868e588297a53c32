import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { writtenDay } from '../../domain/rules/day.ts'
import { writtenMoney } from '../../domain/rules/money.ts'
import { phaseTransferOf } from '../../domain/rules/phaseTransfer.ts'
import { adulthoodDue } from '../../domain/rules/reviewDates.ts'
import { setting } from '../../domain/rules/settings.ts'
import type { Block } from '../blocks.ts'
import { bind } from '../bind.ts'
import { settingsOfFile } from '../reviewFile.ts'
import { sectionPlaces } from '../reviewPlaces.ts'
import {
  answer,
  cell,
  heading,
  line,
  lower,
  type Minutes,
  note,
  paragraph,
  type Part,
  partHeading,
  says,
  strong,
  text,
  unlessEmpty,
} from './parts.ts'

/** Health and social care are asked about at every review. Source: SEND Code of Practice 9.167. */
export const health: Part = (minutes) => [
  partHeading(minutes, 'health'),
  heading(2, 'Health'),
  paragraph(
    bind(minutes.review, 'healthUpdate', 'What has changed in Sections C and G, or that nothing has'),
  ),
  ...evidence(minutes, 'healthEvidence'),
  heading(2, 'Social care'),
  paragraph(
    bind(minutes.review, 'socialCareUpdate', 'What has changed in Sections D and H, or that nothing has'),
  ),
  ...evidence(minutes, 'socialCareEvidence'),
]
const evidence = (minutes: Minutes, field: string) =>
  minutes.open || says(minutes, field)
    ? [paragraph(strong('Evidence: '), bind(minutes.review, field, 'report, author and date'))]
    : []

/** Only when it is due: from Year 9, by the later of taught year and year by age. */
export const adulthood: Part = (minutes) => {
  const { pupil } = minutes.file
  if (!adulthoodDue(pupil.yearGroup, pupil.dateOfBirth, minutes.day)) return []
  const { name } = minutes
  return [
    partHeading(minutes, 'adulthood'),
    note(
      'From Year 9 on, every review looks at what will help with adult life (SEND Regulations 2014, regulation 20(6)).',
    ),
    heading(2, 'Education, training and work'),
    paragraph(bind(minutes.review, 'adulthoodWork', `What ${name} wants to learn and do, and what helps`)),
    heading(2, 'Living independently'),
    paragraph(bind(minutes.review, 'adulthoodLiving', 'Travel, money, home, choices')),
    heading(2, 'Friends, relationships and community'),
    paragraph(bind(minutes.review, 'adulthoodCommunity', 'Friends, interests, being part of things')),
    heading(2, 'Being healthy as an adult'),
    paragraph(bind(minutes.review, 'adulthoodHealth', 'Health checks, moving to adult services')),
    ...answer(minutes, 'adulthoodInternship', 'What has been tried, what is planned, and with whom'),
    ...answer(minutes, 'adulthoodReferrals', 'Who has been or will be asked, and when'),
    ...answer(
      minutes,
      'adulthoodCapacity',
      `Which decisions ${name} makes alone, which with help, and whether an assessment is needed`,
    ),
    ...answer(minutes, 'adulthoodTransition', 'Each step, by whom and by when'),
    paragraph(
      strong('Where next: '),
      bind(minutes.review, 'adulthoodDestination', 'course, work or placement hoped for, and from when'),
    ),
  ]
}

export const placement: Part = (minutes) => {
  const { review, file } = minutes
  const moving = file.review.type === 'phaseTransfer'
  return [
    partHeading(minutes, 'placement', moving ? 'This school and the next' : undefined),
    paragraph(strong('This school still suits: '), bind(review, 'placementSuitable')),
    paragraph(
      bind(review, 'placementComment', `What makes this the right or the wrong place for ${minutes.name}`),
    ),
    ...(moving || says(minutes, 'placementPreference')
      ? [
          heading(2, 'The next school or college', 'next_school'),
          ...moveFacts(minutes),
          paragraph(
            bind(
              review,
              'placementPreference',
              'Which the family prefers, which were visited, what was said',
            ),
          ),
        ]
      : []),
    ...answer(minutes, 'movePlan', 'Visits, who tells the next school what, by when', 'Moving on'),
    ...answer(minutes, 'transport', 'How, with whom, and who pays'),
    ...line(minutes, 'A change asked for', 'transportChange', 'none, or what and why'),
    ...line(minutes, 'Travel training', 'travelTraining', 'not needed, or how far it has come'),
  ]
}

/** Which move it is, and by when the plan must name the next school. Source: SEND Regulations 2014, regulation 18. */
const moveFacts = ({ file, day }: Minutes): Block[] => {
  const move = phaseTransferOf(file.pupil, settingsOfFile(file), day)
  return move === null
    ? []
    : [
        paragraph(
          strong('The move: '),
          text(`${lower(show(fieldOf(Pupil, 'movesTo'), move.move))}, ${writtenDay(move.moves)}. `),
          text(
            `The plan must name the next school by ${writtenDay(move.deadline.day)} (${move.deadline.why.source.split(';')[0]}).`,
          ),
        ),
      ]
}

/** Parents are told at every review that they may ask. Source: SEND Code of Practice 9.168. */
export const budget: Part = (minutes) => [
  partHeading(minutes, 'budget'),
  paragraph(
    strong('Explained: '),
    bind(minutes.review, 'budgetExplained'),
    text('   '),
    strong('Asked for: '),
    bind(minutes.review, 'budgetRequested'),
  ),
  ...(minutes.open || says(minutes, 'budgetComment')
    ? [paragraph(bind(minutes.review, 'budgetComment', 'What is in place already, and how it works'))]
    : []),
]

export const access: Part = (minutes) =>
  unlessEmpty(minutes, ['accessArrangements', 'equipment', 'healthCarePlan'], () => [
    partHeading(minutes, 'access'),
    ...answer(
      minutes,
      'accessArrangements',
      'Extra time, reader, scribe, a room apart: what is usual in class and what was approved',
      'In tests and exams',
    ),
    ...answer(minutes, 'equipment', 'What is used, who looks after it, what is missing', 'Equipment'),
    ...answer(
      minutes,
      'healthCarePlan',
      'Whether there is one, when it was last looked at, and who holds it',
      'Health-care plan, medicines and risk assessment',
    ),
  ])

export const funding: Part = (minutes) => {
  const { file, open } = minutes
  const { topUp } = file.pupil
  if (!open && topUp === null && !says(minutes, 'funding', 'fundingBand', 'costedMap')) return []
  const pounds = (pence: number) => writtenMoney(pence).replace(/\.00$/, '')
  return [
    partHeading(minutes, 'funding'),
    ...(topUp === null
      ? []
      : [
          paragraph(
            strong('Top-up funding a year (Element 3): '),
            text(
              `${pounds(topUp)}, beside the first ${pounds(setting(file.school ?? undefined, 'element2Threshold'))} a year that the school pays (Element 2)`,
            ),
          ),
        ]),
    ...line(minutes, 'Band or level', 'fundingBand', 'as the authority calls it'),
    ...line(minutes, 'Costed provision map attached', 'costedMap'),
    ...(open || says(minutes, 'funding')
      ? [paragraph(bind(minutes.review, 'funding', 'Whether the funding fits what the support costs'))]
      : []),
  ]
}

/** Every section of the plan: while the review is open with room in each, afterwards those that should change. */
export const sectionChanges: Part = (minutes) => {
  const all = sectionPlaces(minutes.file)
  const places = minutes.open ? all : all.filter((place) => place.record)
  return [
    partHeading(minutes, 'changes'),
    ...(places.length === 0
      ? [paragraph(text('No change to any section is proposed.'))]
      : [
          {
            is: 'table' as const,
            summary:
              'Changes proposed to each section of the plan: the words now, the words proposed, the evidence',
            head: ['Section', 'Words now', 'Words proposed', 'Evidence'],
            widths: [1.6, 1.7, 1.8, 1],
            rowHeadings: true as const,
            rows: places.map((place) => [
              cell(text(place.called.replace(/^Section /, ''))),
              cell(bind(place, 'current', 'As in the plan')),
              cell(bind(place, 'proposed', 'No change')),
              cell(bind(place, 'evidence', 'Report, page')),
            ]),
          },
        ]),
  ]
}
