import { inWords, t } from '../../words/t.ts'
import { ExamArrangement } from '../records/examArrangement.ts'
import type { Told } from '../rules/chronology.ts'
import { showDay } from '../rules/day.ts'
import { arrangementKinds, arrangementWays, examTests } from '../rules/examCodes.ts'
import { isExtraTime, isOutside, needsSending, standingOf } from './arrangementStanding.ts'
import { defineDuty, type DutyStep } from './duty.ts'

const live = ({ endedOn, used }: ExamArrangement) => endedOn === null && used === null
const undecided = (r: ExamArrangement) => live(r) && r.agreedOn === null && r.refusedOn === null

const steps: readonly DutyStep<ExamArrangement>[] = [
  {
    field: 'restBreaks',
    words: t`Rest breaks first`,
    said: t`Written down`,
    asks: 'restBreaks',
    offered: (r) => undecided(r) && r.tests === 'jcq' && isExtraTime(r),
  },
  {
    field: 'toldOn',
    words: t`Told today where the data go`,
    said: t`Told today`,
    offered: (r) => undecided(r) && r.way === 'approval',
  },
  {
    field: 'appliedOn',
    words: t`Applied or notified today`,
    said: t`Applied or notified today`,
    offered: (r) => undecided(r) && needsSending(r) && (r.way !== 'approval' || r.toldOn !== null),
  },
  {
    field: 'agreedOn',
    words: t`Agreed today`,
    said: t`Agreed today`,
    offered: (r) => undecided(r) && r.way !== null && (!needsSending(r) || r.appliedOn !== null),
  },
  {
    field: 'refusedOn',
    words: t`Refused today`,
    said: t`Refused today`,
    offered: (r) => undecided(r) && isOutside(r) && r.appliedOn !== null,
  },
  {
    field: 'used',
    words: t`Say whether it was used`,
    said: t`Written down`,
    asks: 'used',
    offered: (r) => live(r) && r.agreedOn !== null,
  },
  {
    field: 'endedOn',
    words: t`No longer needed`,
    said: t`No longer needed from today`,
    offered: live,
  },
]

/** `Reader (June 2027)`. */
export const arrangementName = (row: Pick<ExamArrangement, 'arrangement' | 'detail' | 'season'>): string =>
  [
    [inWords(arrangementKinds[row.arrangement]), row.detail].filter(Boolean).join(', '),
    row.season && `(${row.season})`,
  ]
    .filter(Boolean)
    .join(' ')

const told = [
  ['appliedOn', t`Applied for or notified`],
  ['agreedOn', t`Agreed`],
  ['refusedOn', t`Refused`],
  ['endedOn', t`No longer needed`],
] as const

export const arrangements = defineDuty<typeof ExamArrangement>({
  name: 'arrangements',
  place: 'access',
  words: t`Exam arrangements`,
  says: t`Which arrangement each candidate has in which exams or tests, who settles it, until when it holds, where it is held, and whether it was used.`,
  type: ExamArrangement,
  columns: [
    {
      words: t`Arrangement`,
      of: ({ arrangement, detail }) =>
        [inWords(arrangementKinds[arrangement]), detail].filter(Boolean).join(', '),
    },
    { words: t`Exams or tests`, of: ({ tests }) => inWords(examTests[tests]) },
    { words: t`Subjects`, of: ({ subjects }) => subjects ?? t`All` },
    { words: t`Season`, of: ({ season }) => season ?? '' },
    {
      words: t`Approval ends`,
      of: ({ expires }) => (expires ? showDay(expires) : ''),
      by: ({ expires }) => expires ?? '',
    },
  ],
  titleOf: (row) => arrangementName(row),
  searched: ({ candidate, reference, room, staff, way }) => [
    candidate,
    reference,
    room,
    staff,
    way && inWords(arrangementWays[way]),
  ],
  standing: (row, { today }) => standingOf(row, today),
  steps,
  form: {
    add: t`Add an arrangement`,
    fields: [
      'pupil',
      'tests',
      'arrangement',
      'detail',
      'subjects',
      'season',
      'basis',
      'way',
      'applyBy',
      'why',
    ],
    given: () => ({}),
    groups: [
      {
        title: t`What and why`,
        fields: [
          'tests',
          'arrangement',
          'detail',
          'subjects',
          'season',
          'candidate',
          'need',
          'why',
          'basis',
          'restBreaks',
          'restBreaksWhy',
        ],
      },
      {
        title: t`Who settles it`,
        fields: [
          'way',
          'toldOn',
          'toldHow',
          'applyBy',
          'appliedOn',
          'reference',
          'agreedOn',
          'refusedOn',
          'expires',
        ],
      },
      {
        title: t`In the exam`,
        fields: ['examsFrom', 'examsTo', 'room', 'staff', 'equipment', 'used', 'usedNote', 'endedOn', 'note'],
      },
    ],
    past: ['toldOn', 'appliedOn', 'agreedOn', 'refusedOn'],
  },
  empty: {
    title: t`No exam arrangement yet`,
    todo: t`Add one for a candidate, or begin with the evidence: what teachers see in lessons and tests over time.`,
  },
  tells: (row) =>
    told.map(([field, words]): Told => ({
      field,
      day: row[field],
      kind: 'access',
      title: t`${words}: ${arrangementName(row)}`,
      text: field === 'appliedOn' ? row.why : null,
    })),
  task: { purpose: 'provision', words: t`An exam arrangement` },
})
