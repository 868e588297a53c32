import { t } from '../../words/t.ts'
import { Objective } from '../records/objective.ts'
import { PlanAction } from '../records/planAction.ts'
import { VisitFinding } from '../records/visitFinding.ts'
import { defineDuty } from './duty.ts'
import { settledDay } from './why.ts'

/** What somebody does for an objective, or because of what a visit found. */
export const planActions = defineDuty<typeof PlanAction>({
  name: 'planActions',
  place: 'leading',
  words: t`Actions`,
  says: t`What is done for an objective or because of a visit: who, by when, and what shows that it is done.`,
  type: PlanAction,
  reads: [Objective, VisitFinding],
  columns: [
    { words: t`Action`, of: ({ what }) => what },
    {
      words: t`For`,
      of: ({ objective, finding }, { nameOf }) =>
        [nameOf('Objective', objective), nameOf('VisitFinding', finding)].filter(Boolean).join('; '),
    },
    { words: t`Who`, of: ({ owner }) => owner ?? '' },
  ],
  titleOf: ({ what }) => what,
  searched: ({ evidence, note }) => [evidence, note],
  standing: ({ doneOn, begun, by }) =>
    doneOn !== null
      ? { is: 'done', word: t`Done`, due: null }
      : {
          is: 'open',
          word: begun === null ? t`Not begun` : t`Begun`,
          due: {
            what: t`An action of a plan`,
            day: by,
            owner: 'school',
            verb: t`Look at it`,
            why: settledDay(t`Actions of plans`, t`By`, by),
          },
        },
  steps: [
    { field: 'begun', words: t`Begun today`, said: t`Begun today`, offered: ({ doneOn }) => doneOn === null },
    { field: 'doneOn', words: t`Done today`, said: t`Done today`, offered: () => true },
  ],
  form: {
    add: t`Add an action`,
    fields: ['what', 'objective', 'finding', 'owner', 'by'],
    given: () => ({}),
    groups: [
      { fields: ['what', 'objective', 'finding', 'owner', 'by'] },
      { title: t`How it went on`, fields: ['begun', 'doneOn', 'evidence', 'note'] },
    ],
    past: ['begun', 'doneOn'],
  },
  empty: {
    title: t`No action yet`,
    todo: t`Actions begin under an objective, or from what a visit found.`,
  },
  task: { purpose: 'other', words: t`An action of a plan` },
})
