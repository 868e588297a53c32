import { inWords, t } from '../../words/t.ts'
import { ExamEvidence } from '../records/examEvidence.ts'
import { showDay } from '../rules/day.ts'
import { arrangementKinds } from '../rules/examCodes.ts'
import { defineDuty } from './duty.ts'

const sourceOf = ({ source }: ExamEvidence): string => inWords(ExamEvidence.fields.source.choices[source])

/** The log of what was seen of how pupils usually work. A row asks nothing: it is there. */
export const examEvidence = defineDuty<typeof ExamEvidence>({
  name: 'examEvidence',
  place: 'access',
  words: t`Normal way of working`,
  says: t`What teachers and others see of how a pupil usually works, each on its day: the evidence that an arrangement rests on.`,
  type: ExamEvidence,
  columns: [
    { words: t`Day`, of: ({ day }) => showDay(day), by: ({ day }) => day },
    { words: t`What it is`, of: sourceOf },
    { words: t`Subject or lesson`, of: ({ subject }) => subject ?? '' },
    {
      words: t`What was used`,
      of: ({ arrangement }) => (arrangement ? inWords(arrangementKinds[arrangement]) : ''),
    },
    { words: t`Said or seen by`, of: ({ by }) => by },
  ],
  titleOf: (row) => t`${sourceOf(row)}, ${showDay(row.day)}`,
  searched: ({ seen }) => [seen],
  standing: () => ({ is: 'done', word: t`Noted`, due: null }),
  steps: [],
  asksNothing: true,
  form: {
    add: t`Note what was seen`,
    fields: ['pupil', 'source', 'by', 'subject', 'arrangement', 'seen', 'day'],
    given: (today) => ({ day: today, source: 'teacher' }),
    groups: [{ fields: ['day', 'source', 'by', 'subject', 'arrangement', 'seen', 'place'] }],
    past: ['day'],
  },
  empty: {
    title: t`No evidence yet`,
    todo: t`A teacher’s sentence with its day is enough: what was used in the lesson or test, and what it changed.`,
  },
  tells: (row) => [
    {
      field: 'day',
      day: row.day,
      kind: 'access',
      title: [t`Normal way of working`, row.arrangement && inWords(arrangementKinds[row.arrangement])]
        .filter(Boolean)
        .join(': '),
      text: [row.seen, [sourceOf(row), row.by, row.subject].filter(Boolean).join(', ')].join('\n'),
      once: true,
    },
  ],
  task: { purpose: 'provision', words: t`Evidence for exam arrangements` },
})
