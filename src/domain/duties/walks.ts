import { inWords, t } from '../../words/t.ts'
import { QualityVisit } from '../records/qualityVisit.ts'
import { showDay } from '../rules/day.ts'
import { defineDuty } from './duty.ts'
import { settledDay } from './why.ts'

/** Looks at provision as it is given. */
export const walks = defineDuty<typeof QualityVisit>({
  name: 'walks',
  place: 'leading',
  words: t`Quality visits`,
  says: t`Learning walks and other looks at provision as it is given: what works, what to make better, and what is done about it. They judge provision, not a person.`,
  type: QualityVisit,
  columns: [
    { words: t`Day`, of: ({ on }) => showDay(on), by: ({ on }) => on },
    { words: t`Kind`, of: ({ kind }) => inWords(QualityVisit.fields.kind.choices[kind]) },
    { words: t`Looked at`, of: ({ focus }) => focus },
    { words: t`Where`, of: ({ place }) => place ?? '' },
  ],
  titleOf: ({ on, focus }) => t`Visit of ${showDay(on)}: ${focus}`,
  searched: ({ by, seen }) => [by, seen],
  standing: ({ lookAgain, lookedAgain, toldOn }) =>
    lookAgain === null || lookedAgain !== null
      ? { is: 'done', word: lookedAgain ? t`Looked again` : toldOn ? t`Staff told` : t`Noted`, due: null }
      : {
          is: 'open',
          word: t`To look again`,
          due: {
            what: t`Look again at what a visit found`,
            day: lookAgain,
            owner: 'school',
            verb: t`Look again`,
            why: settledDay(t`Quality visits`, t`Look again on`, lookAgain),
          },
        },
  steps: [
    {
      field: 'lookedAgain',
      words: t`Looked again today`,
      said: t`Looked again today`,
      offered: ({ lookAgain }) => lookAgain !== null,
    },
    { field: 'toldOn', words: t`Told staff today`, said: t`Staff told today`, offered: () => true },
  ],
  form: {
    add: t`Note a visit`,
    fields: ['on', 'kind', 'focus', 'place', 'by', 'seen', 'lookAgain'],
    given: (today) => ({ on: today, kind: 'walk' }),
    groups: [
      { fields: ['on', 'kind', 'focus', 'place', 'by', 'seen'] },
      { title: t`Afterwards`, fields: ['toldOn', 'lookAgain', 'lookedAgain', 'note'] },
    ],
    past: ['on', 'toldOn', 'lookedAgain'],
  },
  empty: {
    title: t`No visit noted yet`,
    todo: t`Look at one thing at a time, such as how adults give instructions. Findings become actions with who and by when.`,
  },
  task: { purpose: 'other', words: t`A quality visit` },
})
