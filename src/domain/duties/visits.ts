import { inWords, t } from '../../words/t.ts'
import { TransitionVisit } from '../records/transitionVisit.ts'
import type { Told } from '../rules/chronology.ts'
import { showDay } from '../rules/day.ts'
import { defineDuty } from './duty.ts'
import { settledDay } from './why.ts'

const rule = t`Transition visits`
const kindOf = ({ kind }: TransitionVisit) => inWords(TransitionVisit.fields.kind.choices[kind])

/** The dates of transition plans, each on Today until somebody says that it took place or fell through. */
export const visits = defineDuty<typeof TransitionVisit>({
  name: 'visits',
  place: 'with',
  words: t`Transition visits`,
  says: t`Visits, talks and other dates on the way to the next school, and how each went.`,
  type: TransitionVisit,
  columns: [
    { words: t`What`, of: kindOf },
    {
      words: t`On`,
      of: ({ on, time }) => [showDay(on), time].filter(Boolean).join(', '),
      by: ({ on }) => on,
    },
    { words: t`Where`, of: ({ where }) => where ?? '' },
  ],
  titleOf: (row) => t`${kindOf(row)}, ${showDay(row.on)}`,
  searched: ({ withWhom, goes, howItWent }) => [withWhom, goes, howItWent],
  standing: (row, { today }) => {
    if (row.fellThrough !== null) return { is: 'done', word: t`Fell through`, due: null }
    if (row.doneOn !== null) return { is: 'done', word: t`Took place`, due: null }
    return {
      is: 'open',
      word: row.on < today ? t`Not said how it went` : t`Planned`,
      due: {
        what: row.on < today ? t`Say whether it took place: ${kindOf(row)}` : kindOf(row),
        day: row.on,
        owner: 'school',
        verb: t`Open`,
        why: settledDay(rule, t`On`, row.on),
      },
    }
  },
  steps: [
    {
      field: 'doneOn',
      words: t`It took place`,
      said: t`Took place`,
      offered: ({ fellThrough }) => fellThrough === null,
      changes: ({ on }, today) => ({ doneOn: on < today ? on : today }),
    },
    {
      field: 'fellThrough',
      words: t`It fell through`,
      said: t`Fell through`,
      offered: ({ doneOn }) => doneOn === null,
    },
  ],
  form: {
    add: t`Add a date`,
    fields: ['pupil', 'transition', 'kind', 'on', 'time', 'where', 'withWhom'],
    given: () => ({}),
    groups: [
      { title: t`What and when`, fields: ['kind', 'on', 'time', 'where', 'withWhom', 'goes', 'transition'] },
      { title: t`How it went`, fields: ['doneOn', 'fellThrough', 'howItWent', 'note'] },
    ],
    past: ['doneOn', 'fellThrough'],
  },
  empty: {
    title: t`No date yet`,
    todo: t`A transition plan offers the usual dates for its kind of move; any other can be added here.`,
  },
  tells: (row): readonly Told[] => [
    { field: 'doneOn', day: row.doneOn, kind: 'services', title: kindOf(row), text: row.howItWent },
  ],
  afterLeaving: true,
  task: { purpose: 'transfer', words: t`A date of a transition plan` },
})
