import { show } from '../../domain/fields.ts'
import { fieldOf, type Stored } from '../../domain/record.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import type { Block } from '../blocks.ts'
import { bind } from '../bind.ts'
import {
  actionPlaces,
  type Place,
  previousActionPlaces,
  progressPlace,
  reviewedOutcomes,
  targetPlaces,
} from '../reviewPlaces.ts'
import {
  answer,
  cell,
  facts,
  heading,
  type Minutes,
  note,
  paragraph,
  type Part,
  partHeading,
  text,
  unlessEmpty,
} from './parts.ts'

export const lastReview: Part = (minutes) => {
  const places = previousActionPlaces(minutes.file)
  if (places.length === 0) return []
  return [
    partHeading(minutes, 'last_review'),
    {
      is: 'table',
      summary: 'Actions agreed at the last review: what, who, by when, and whether they were done',
      head: ['What was agreed', 'Who', 'By', 'Now', 'Note'],
      widths: [2.4, 1.2, 0.9, 0.8, 1.5],
      rows: places.map((place) => actionCells(place, 'note', 'Nothing more to say')),
    },
  ]
}

const actionCells = (place: Place, last: 'note' | null, lastSays = '') => [
  cell(bind(place, 'what', 'What will be done')),
  cell(bind(place, 'owner', 'Who')),
  cell(bind(place, 'due', 'By when')),
  cell(bind(place, 'status')),
  ...(last ? [cell(bind(place, last, lastSays))] : []),
]

/** What was agreed now. While the review is open there are rows to fill in at the meeting. */
export const actionsTable = ({ file, open }: Minutes): Block[] => {
  const { known, room } = actionPlaces(file)
  const places = open ? [...known, ...room] : known
  if (places.length === 0) return [paragraph(text('No actions were agreed.'))]
  return [
    {
      is: 'table',
      summary: 'Actions agreed: what, who, by when',
      head: ['What', 'Who', 'By', 'Now'],
      widths: [3, 1.4, 0.9, 0.8],
      rows: places.map((place) => actionCells(place, null)),
    },
  ]
}

export const working: Part = (minutes) => [
  ...unlessEmpty(minutes, ['working', 'notWorking'], () => [
    partHeading(minutes, 'working'),
    ...answer(
      minutes,
      'working',
      `What helps ${minutes.name}: from ${minutes.name}, family, school and others`,
    ),
    ...answer(minutes, 'notWorking', 'What does not help yet, and for whom'),
  ]),
]

const steps = (all: readonly Stored<Outcome>[], outcome: string, review: string) =>
  all
    .filter((o) => o.parent === outcome && o.setAtReview !== review && o.kind !== 'sectionE')
    .map((o) => `${o.text} (${show(fieldOf(Outcome, 'status'), o.status).toLowerCase()})`)
    .join('\n')

/** Each outcome of Section E on its own: the plan's words, then what this review found. */
export const outcomes: Part = (minutes) => {
  const { file } = minutes
  const all = reviewedOutcomes(file)
  return [
    partHeading(minutes, 'outcomes'),
    ...(all.length === 0 ? [paragraph(text('The plan has no outcomes in the record yet.'))] : []),
    ...all.flatMap((outcome, at): Block[] => {
      const place = progressPlace(file, outcome.key, `Outcome ${at + 1}`)
      return [
        heading(2, `Outcome ${at + 1}`),
        { is: 'paragraph', runs: [text(outcome.text)], tone: 'quote', keepWithNext: true },
        facts(
          `Outcome ${at + 1}: where it started, progress, and what should happen to it`,
          ['Progress', 'What we found'],
          [
            ['Starting point', outcome.baseline],
            ['How it is measured', outcome.measure],
            ['To be reached by', show(fieldOf(Outcome, 'by'), outcome.by)],
            ['Steps on the way', steps(file.outcomes, outcome.key, file.review.key)],
            ['Progress', [bind(place, 'rating', 'Not rated yet')]],
            ['Evidence now', [bind(place, 'evidence', 'A measure, a piece of work, what people see')]],
            [
              'Targets set last time',
              [bind(place, 'targetsMet', 'Which targets, and whether they were met')],
            ],
            ['Support delivered', [bind(place, 'delivered', 'Against what the plan specifies')]],
            ['This outcome should', [bind(place, 'decision', 'Not decided yet')]],
            ['New wording', [bind(place, 'proposed', 'Only if the outcome should be reworded or replaced')]],
          ],
        ),
      ]
    }),
  ]
}

/** For the youngest how they develop; for others levels and tests, and what shows progress below the curriculum. */
export const attainment: Part = (minutes) => {
  const blocks = [
    ...answer(
      minutes,
      'earlyYears',
      'Each area of learning that matters here, against the age; the two-year check',
      'Development in the early years',
    ),
    ...answer(
      minutes,
      'attainment',
      'Levels and tests, each with its date and the score before',
      'Levels and tests',
    ),
    ...answer(
      minutes,
      'engagement',
      'Engagement model or pre-key-stage standards, for a child who works below the curriculum',
      'Below the curriculum',
    ),
  ]
  return blocks.length === 0 ? [] : [partHeading(minutes, 'attainment'), ...blocks]
}

/** New steps for the next twelve months. Source: SEND Code of Practice 9.167. */
export const targets: Part = (minutes) => {
  const { known, room } = targetPlaces(minutes.file)
  const places = minutes.open ? [...known, ...room] : known
  return [
    partHeading(minutes, 'targets'),
    ...(places.length === 0
      ? [paragraph(text('No new targets were set.'))]
      : [
          {
            is: 'table' as const,
            summary: 'New targets for the next twelve months: what, how it is measured, by when',
            head: ['Target', 'How it is measured', 'By'],
            widths: [2.8, 1.7, 0.9],
            rows: places.map((place) => [
              cell(bind(place, 'text', `What ${minutes.name} will do, and how one would see it`)),
              cell(bind(place, 'measure', 'How we will know')),
              cell(bind(place, 'by', 'By when')),
            ]),
          },
        ]),
    ...(minutes.open
      ? [note('These are steps towards the outcomes of the plan. Class staff work from them.')]
      : []),
  ]
}
