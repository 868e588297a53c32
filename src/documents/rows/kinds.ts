import { grouped } from '../../domain/grouped.ts'
import type { AnyRecordType } from '../../domain/record.ts'
import { Action } from '../../domain/records/action.ts'
import { Contributor } from '../../domain/records/contributor.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import { calledName } from '../../domain/records/pupil.ts'
import { ProvisionReview } from '../../domain/records/provisionReview.ts'
import { SectionChange } from '../../domain/records/sectionChange.ts'
import { View } from '../../domain/records/view.ts'
import type { Day } from '../../domain/rules/day.ts'
import type { ReviewFile } from '../reviewFile.ts'
import {
  actionPlaces,
  contributorPlaces,
  dayOfReview,
  type Place,
  previousActionPlaces,
  progressPlace,
  reviewedOutcomes,
  reviewedSupport,
  sectionPlaces,
  supportPlace,
  targetPlaces,
  viewPlaces,
} from '../reviewPlaces.ts'

/** One answer to what a row is: a new record, or one that is there. */
export type RowChoice = {
  readonly id: string
  readonly is: 'new' | 'same'
  /** `A new action`, `Action 2: Ask audiology …`. */
  readonly words: string
  readonly place: Place
  /** What a row can't say or seldom does, and the record can't be stored without. */
  readonly asks: readonly string[]
  /** Fields of which only some choices fit a row. */
  readonly only?: Readonly<Record<string, readonly string[]>>
}
type Kind = {
  /** The field by which a person tells one from another. */
  readonly main: string
  /** Records that a row may be another telling of. */
  readonly known: (file: ReviewFile, today: Day) => readonly Place[]
  readonly fresh: (
    file: ReviewFile,
    today: Day,
  ) => readonly {
    readonly id: string
    readonly words: string
    readonly type: AnyRecordType
    readonly given: Place['given']
    readonly asks: readonly string[]
    readonly only?: RowChoice['only']
  }[]
}

const newTarget = ({ review }: ReviewFile) => ({
  id: 'target',
  words: 'A new target',
  type: Outcome,
  given: {
    pupil: review.pupil,
    kind: 'year',
    status: 'current',
    setAtReview: review.key,
    setOn: review.meetingDate,
  },
  asks: ['kind'],
  // Outcomes of Section E come with the plan, from the authority.
  only: { kind: ['year', 'term', 'step'] },
})

const kinds: Readonly<Record<string, Kind>> = {
  [Contributor.short]: {
    main: 'name',
    known: contributorPlaces,
    fresh: ({ review }) => [
      {
        id: 'person',
        words: 'Someone new',
        type: Contributor,
        given: { review: review.key },
        asks: ['role'],
      },
    ],
  },
  [Action.short]: {
    main: 'what',
    known: (file) => [...actionPlaces(file).known, ...previousActionPlaces(file)],
    fresh: ({ review }) => [
      {
        id: 'action',
        words: 'A new action',
        type: Action,
        given: { pupil: review.pupil, review: review.key, status: 'open' },
        asks: [],
      },
    ],
  },
  [Outcome.short]: {
    main: 'text',
    known: (file) => targetPlaces(file).known,
    fresh: (file) => [newTarget(file)],
  },
  [SectionChange.short]: {
    main: 'section',
    known: (file) => sectionPlaces(file).filter(({ record }) => record !== null),
    fresh: ({ review }) => [
      {
        id: 'section',
        words: 'A change to a section',
        type: SectionChange,
        given: { review: review.key },
        asks: ['section'],
      },
    ],
  },
  // What the plan specifies is recorded on the map; the minutes say what came of it.
  [ProvisionReview.short]: {
    main: 'delivered',
    known: (file, today) => {
      const named = (key: string) => file.provisions.find((one) => one.key === key)?.name ?? 'Support'
      return reviewedSupport(file, dayOfReview(file, today)).map((line) =>
        supportPlace(file, line.key, named(line.provision)),
      )
    },
    fresh: () => [],
  },
  [OutcomeProgress.short]: {
    main: 'evidence',
    known: (file) =>
      reviewedOutcomes(file).map((outcome, at) => progressPlace(file, outcome.key, `Outcome ${at + 1}`)),
    fresh: (file) => [newTarget(file)],
  },
  [View.short]: {
    main: 'words',
    known: viewPlaces,
    fresh: (file, today) => {
      const given = { pupil: file.review.pupil, review: file.review.key, gathered: dayOfReview(file, today) }
      const said = { ...given, how: 'meeting' }
      return [
        {
          id: 'child',
          words: `What ${calledName(file.pupil)} said`,
          type: View,
          given: { ...said, whose: 'child' },
          asks: [],
        },
        ...file.contributors.map((person) => ({
          id: person.key,
          words: `What ${person.name} said`,
          type: View,
          given: {
            ...said,
            contributor: person.key,
            name: person.name,
            whose:
              person.role === 'parent'
                ? 'parent'
                : person.role === 'youngPerson'
                  ? 'child'
                  : ['senco', 'teacher', 'ta', 'head'].includes(person.role)
                    ? 'school'
                    : 'other',
          },
          asks: [],
        })),
        { id: 'someone', words: 'What someone else said', type: View, given: said, asks: ['whose', 'name'] },
      ]
    },
  },
}

export const kindOf = (type: AnyRecordType): Kind => {
  const kind = kinds[type.short]
  if (!kind) throw new Error(`${type.name} does not stand in rows`)
  return kind
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text)

const called = (place: Place, main: string): string => {
  const said = main === 'section' ? place.record?.['proposed'] : place.record?.[main]
  return typeof said === 'string' && said !== place.called
    ? `${place.called}: ${shortened(said)}`
    : place.called
}

/** What a row can be: the new ones first. `key` is that of a new record, settled by the row. */
export const choicesFor = (
  type: AnyRecordType,
  file: ReviewFile,
  today: Day,
  key: string,
): readonly RowChoice[] => {
  const { known, fresh, main } = kindOf(type)
  const made = fresh(file, today).map(({ id, words, type: of, given, asks, only }): RowChoice => ({
    id,
    is: 'new',
    words,
    place: { type: of, key, record: null, given, called: words },
    asks,
    ...(only ? { only } : {}),
  }))
  const same = [...grouped(known(file, today), ({ key: each }) => each).values()].map(
    ([place]): RowChoice => ({
      id: place!.key,
      is: 'same',
      words: called(place!, main),
      place: place!,
      asks: [],
    }),
  )
  return [...made, ...same]
}
