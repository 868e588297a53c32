import { adulthoodDue } from '../../domain/rules/reviewDates.ts'
import { showMoney } from '../../domain/rules/money.ts'
import { bind } from '../bind.ts'
import { sectionPlaces } from '../reviewPlaces.ts'
import {
  answer,
  cell,
  heading,
  type Minutes,
  note,
  paragraph,
  type Part,
  says,
  strong,
  text,
  unlessEmpty,
} from './parts.ts'

/** Health and social care are asked about at every review. Source: SEND Code of Practice 9.167. */
export const health: Part = (minutes) => [
  heading(1, 'Health and social care', 'health'),
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
    heading(1, 'Preparing for adulthood', 'adulthood'),
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
    ...answer(minutes, 'adulthoodReferrals', 'Who has been or will be asked, and when'),
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
    heading(1, moving ? 'This school and the next' : 'School and travel', 'placement'),
    paragraph(strong('This school still suits: '), bind(review, 'placementSuitable')),
    paragraph(
      bind(review, 'placementComment', `What makes this the right or the wrong place for ${minutes.name}`),
    ),
    ...(moving || says(minutes, 'placementPreference')
      ? [
          heading(2, 'The next school or college'),
          paragraph(
            bind(
              review,
              'placementPreference',
              'Which the family prefers, which were visited, what was said',
            ),
          ),
        ]
      : []),
    ...answer(minutes, 'transport', 'How, with whom, and travel training'),
  ]
}

/** Parents are told at every review that they may ask. Source: SEND Code of Practice 9.168. */
export const budget: Part = (minutes) => [
  heading(1, 'Personal budget', 'budget'),
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

export const equipment: Part = (minutes) =>
  unlessEmpty(minutes, ['equipment'], () => [
    heading(1, 'Access, equipment and health-care plans', 'access'),
    paragraph(
      bind(
        minutes.review,
        'equipment',
        'Access arrangements for tests, equipment, health-care plan, risk assessment',
      ),
    ),
  ])

export const funding: Part = (minutes) => {
  const { topUp } = minutes.file.pupil
  if (!minutes.open && topUp === null && !says(minutes, 'funding')) return []
  return [
    heading(1, 'Funding', 'funding'),
    ...(topUp === null
      ? []
      : [paragraph(strong('Top-up funding a year: '), text(showMoney(topUp).replace(/\.00$/, '')))]),
    ...(minutes.open || says(minutes, 'funding')
      ? [
          paragraph(
            bind(
              minutes.review,
              'funding',
              'Whether the funding fits what the support costs; the costed map',
            ),
          ),
        ]
      : []),
  ]
}

/** Every section of the plan: while the review is open with room in each, afterwards those that should change. */
export const sectionChanges: Part = (minutes) => {
  const all = sectionPlaces(minutes.file)
  const places = minutes.open ? all : all.filter((place) => place.record)
  return [
    heading(1, 'Changes proposed to the plan', 'changes'),
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
