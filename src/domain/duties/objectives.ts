import { inWords, t } from '../../words/t.ts'
import { Objective } from '../records/objective.ts'
import { PlanAction } from '../records/planAction.ts'
import { type Day, showDay } from '../rules/day.ts'
import { defineDuty, rowsRead } from './duty.ts'
import { settledDay } from './why.ts'

/** How far the actions of an objective are. */
export const actionsOf = (
  objective: string,
  actions: readonly Pick<PlanAction, 'objective' | 'doneOn' | 'by'>[],
  today: Day,
): { readonly all: number; readonly done: number; readonly overdue: number } => {
  const own = actions.filter((one) => one.objective === objective)
  return {
    all: own.length,
    done: own.filter(({ doneOn }) => doneOn !== null).length,
    overdue: own.filter(({ doneOn, by }) => doneOn === null && by !== null && by < today).length,
  }
}

const word = ({ all, done, overdue }: ReturnType<typeof actionsOf>): string =>
  all === 0
    ? t`No action yet`
    : overdue > 0
      ? t`${done} of ${all} actions done, ${overdue} overdue`
      : t`${done} of ${all} actions done`

/** What the school wants to reach, with the actions that lead there. */
export const objectives = defineDuty<typeof Objective>({
  name: 'objectives',
  place: 'leading',
  words: t`Objectives`,
  says: t`What the improvement or development plan wants for pupils with SEND: who, by when, the actions, and the figure that shows it.`,
  type: Objective,
  reads: [PlanAction],
  columns: [
    { words: t`Objective`, of: ({ title }) => title },
    { words: t`Plan`, of: ({ plan }) => (plan ? inWords(Objective.fields.plan.choices[plan]) : '') },
    { words: t`Whose it is`, of: ({ owner }) => owner ?? '' },
    { words: t`Reached by`, of: ({ by }) => (by ? showDay(by) : ''), by: ({ by }) => by ?? '' },
  ],
  titleOf: ({ title }) => title,
  searched: ({ priority, success, evidence }) => [priority, success, evidence],
  standing: (row, context) =>
    row.closedOn !== null
      ? {
          is: 'done',
          word: row.outcome ? inWords(Objective.fields.outcome.choices[row.outcome]) : t`Closed`,
          due: null,
        }
      : {
          is: 'open',
          word: word(actionsOf(row.key, rowsRead(context, PlanAction), context.today)),
          due: {
            what: t`An objective of the plan`,
            day: row.by,
            owner: 'school',
            verb: t`Look at it`,
            why: settledDay(t`Objectives`, t`Reached by`, row.by),
          },
        },
  steps: [
    {
      field: 'closedOn',
      words: t`Close this objective`,
      said: t`Objective closed`,
      asks: 'outcome',
      offered: ({ outcome }) => outcome === null,
    },
    {
      field: 'closedOn',
      words: t`Close it today`,
      said: t`Objective closed`,
      offered: ({ outcome }) => outcome !== null,
    },
  ],
  form: {
    add: t`Add an objective`,
    fields: ['title', 'plan', 'priority', 'owner', 'by', 'figure', 'target'],
    given: (today) => ({ from: today }),
    groups: [
      { fields: ['title', 'plan', 'priority', 'owner', 'from', 'by', 'success'] },
      { title: t`The figure that shows it`, fields: ['figure', 'start', 'startOn', 'target'] },
      { title: t`What came of it`, fields: ['evidence', 'outcome', 'closedOn', 'note'] },
    ],
    past: ['startOn', 'closedOn'],
  },
  empty: {
    title: t`No objective yet`,
    todo: t`Write what the plan of the school says about SEND, one objective each. Actions stand under it, with who and by when.`,
  },
  task: { purpose: 'other', words: t`An objective of the plan` },
})
