import { t } from '../../words/t.ts'
import { LetterTemplate } from '../records/letterTemplate.ts'
import { addMonths, showDay } from '../rules/day.ts'
import { defineDuty } from './duty.ts'
import { settledDay } from './why.ts'

const rule = t`Letters to families`

/** The school’s own letters: each is written to many families from its page. */
export const letters = defineDuty<typeof LetterTemplate>({
  name: 'letters',
  place: 'with',
  words: t`Letters`,
  says: t`Letters of your own to families. Open one to write it to the families you choose, in one Word file, with a line in each pupil’s chronology.`,
  type: LetterTemplate,
  columns: [
    { words: t`Letter`, of: ({ name }) => name },
    { words: t`Language`, of: ({ language }) => language ?? t`English` },
    { words: t`In use from`, of: ({ from }) => showDay(from), by: ({ from }) => from },
    { words: t`Until`, of: ({ until }) => (until ? showDay(until) : ''), by: ({ until }) => until ?? '' },
  ],
  titleOf: ({ name }) => name,
  searched: ({ subject, text }) => [subject, text],
  standing: ({ from, until, lookAgain }, { today }) =>
    until !== null && until < today
      ? { is: 'done', word: t`No longer used`, due: null }
      : lookAgain !== null
        ? {
            is: lookAgain <= today ? 'open' : 'done',
            word: lookAgain <= today ? t`To read again` : from > today ? t`Not in use yet` : t`In use`,
            due: {
              what: t`A letter to families to read again`,
              day: lookAgain,
              owner: 'school',
              verb: t`Read it again`,
              why: settledDay(rule, t`Read it again on`, lookAgain),
            },
          }
        : { is: 'done', word: from > today ? t`Not in use yet` : t`In use`, due: null },
  steps: [
    {
      field: 'lookAgain',
      words: t`Read today: again in a year`,
      said: t`To be read again in a year`,
      offered: ({ lookAgain, until }) => lookAgain !== null && until === null,
      again: true,
      changes: (_, today) => ({ lookAgain: addMonths(today, 12) }),
    },
    {
      field: 'until',
      words: t`Use it no longer`,
      said: t`No longer used after today`,
      offered: () => true,
      changes: ({ from }, today) => ({ until: from > today ? from : today }),
    },
  ],
  form: {
    add: t`Write a letter of your own`,
    fields: ['name', 'language', 'subject', 'text', 'from', 'lookAgain'],
    given: (today) => ({ from: today }),
    groups: [
      { fields: ['name', 'language', 'subject', 'text'] },
      { title: t`When it is used`, fields: ['from', 'until', 'lookAgain', 'note'] },
    ],
    past: [],
  },
  empty: {
    title: t`No letter of your own yet`,
    todo: t`An invitation to the termly conversation, news of a parents’ group, who the new SENCO is. Names, class and days are filled in for each pupil.`,
  },
  task: { purpose: 'other', words: t`A letter to families` },
})
