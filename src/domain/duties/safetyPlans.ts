import { inWords, t } from '../../words/t.ts'
import { SafetyPlan, safetyKinds } from '../records/safetyPlan.ts'
import { showDay } from '../rules/day.ts'
import { defineDuty, type Standing } from './duty.ts'
import { lookAgain } from './lookAgain.ts'
import type { School } from '../records/school.ts'

const rule = t`Safety plans`

const standing = (row: SafetyPlan, school: School | null): Standing => {
  if (row.endedOn !== null) return { is: 'done', word: t`No longer needed`, due: null }
  if (row.madeOn === null)
    return {
      is: 'open',
      word: t`Being written`,
      due: {
        what: t`Finish a safety plan`,
        day: row.reviewOn,
        owner: 'school',
        verb: t`Finish it`,
        why: {
          rule,
          says: t`A plan that is not finished keeps nobody safe`,
          strength: 'recommended',
          source: t`Practice of schools`,
          inputs: [],
        },
      },
    }
  return {
    is: 'open',
    word: row.sharedOn === null ? t`Made, not given out` : t`In force`,
    due: {
      what: row.kind === 'peep' ? t`Look again at an evacuation plan` : t`Look again at a safety plan`,
      owner: 'school',
      verb: t`Look again`,
      ...lookAgain(row, row.madeOn, school, rule),
    },
  }
}

const live = ({ endedOn }: SafetyPlan) => endedOn === null

/** That plans for a pupil’s safety exist, where they lie and when they are looked at again. */
export const safetyPlans = defineDuty<typeof SafetyPlan>({
  name: 'safety',
  place: 'access',
  words: t`Safety plans`,
  says: t`Evacuation plans (PEEP), risk assessments and health-care plans: where each lies, who has it, when it is looked at again. The plan itself stays where it is.`,
  type: SafetyPlan,
  columns: [
    { words: t`Kind of plan`, of: ({ kind }) => inWords(safetyKinds[kind]) },
    {
      words: t`Made on`,
      of: ({ madeOn }) => (madeOn ? showDay(madeOn) : ''),
      by: ({ madeOn }) => madeOn ?? '',
    },
    { words: t`Who has it`, of: ({ sharedWith }) => sharedWith ?? '' },
    { words: t`Where it lies`, of: ({ place }) => place },
  ],
  titleOf: ({ kind }) => inWords(safetyKinds[kind]),
  searched: ({ madeBy, note }) => [madeBy, note],
  standing: (row, { school }) => standing(row, school),
  steps: [
    { field: 'madeOn', words: t`Made today`, said: t`Made today`, offered: live },
    {
      field: 'sharedOn',
      words: t`Given out today`,
      said: t`Given out today`,
      offered: (r) => live(r) && r.madeOn !== null,
    },
    {
      field: 'practisedOn',
      words: t`Practised today`,
      said: t`Practised today`,
      offered: (r) => live(r) && r.kind === 'peep' && r.madeOn !== null,
      again: true,
    },
    {
      field: 'reviewedOn',
      words: t`Looked at it today`,
      said: t`Looked at today`,
      offered: (r) => live(r) && r.madeOn !== null,
      again: true,
    },
    { field: 'endedOn', words: t`No longer needed`, said: t`No longer needed from today`, offered: live },
  ],
  form: {
    add: t`Add a safety plan`,
    fields: ['pupil', 'kind', 'place', 'madeOn', 'madeBy', 'sharedWith', 'reviewOn'],
    given: () => ({}),
    groups: [
      {
        fields: [
          'kind',
          'place',
          'madeOn',
          'madeBy',
          'sharedWith',
          'sharedOn',
          'practisedOn',
          'reviewOn',
          'reviewedOn',
          'endedOn',
          'note',
        ],
      },
    ],
    past: ['madeOn', 'sharedOn', 'practisedOn', 'reviewedOn'],
  },
  empty: {
    title: t`No safety plan yet`,
    todo: t`Write down which plans there are and where they lie, so that Today reminds you to look at them again.`,
  },
  tells: (row) =>
    (
      [
        ['madeOn', t`${inWords(safetyKinds[row.kind])} made`],
        ['practisedOn', t`${inWords(safetyKinds[row.kind])} practised`],
        ['reviewedOn', t`${inWords(safetyKinds[row.kind])} looked at`],
        ['endedOn', t`${inWords(safetyKinds[row.kind])} no longer needed`],
      ] as const
    ).map(([field, title]) => ({ field, day: row[field], kind: 'access' as const, title, text: null })),
  task: { purpose: 'provision', words: t`A safety plan` },
})
