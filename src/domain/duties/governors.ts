import { t } from '../../words/t.ts'
import { GovernorReport } from '../records/governorReport.ts'
import { type Day, showDay } from '../rules/day.ts'
import { defineDuty } from './duty.ts'
import { settledDay } from './why.ts'

/** `Autumn 2026`, as people speak of the term that a day lies in. */
const termWords = (day: Day): string => {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))]
  return month >= 9 ? t`Autumn ${year}` : month <= 3 ? t`Spring ${year}` : t`Summer ${year}`
}

/** Reports to governors, one a term. */
export const governors = defineDuty<typeof GovernorReport>({
  name: 'governors',
  place: 'leading',
  words: t`Governors’ reports`,
  says: t`What governors are told each term: figures beside last term and last year, what was done, what comes next. No names, and small numbers hidden.`,
  type: GovernorReport,
  columns: [
    { words: t`Term`, of: ({ term }) => term, by: ({ asOf, meetingOn, term }) => asOf ?? meetingOn ?? term },
    { words: t`Meeting`, of: ({ meetingOn }) => (meetingOn ? showDay(meetingOn) : ''), by: ({ meetingOn }) => meetingOn ?? '' },
    { words: t`Figures of`, of: ({ asOf }) => (asOf ? showDay(asOf) : t`Not taken yet`), by: ({ asOf }) => asOf ?? '' },
  ],
  titleOf: ({ term }) => t`Report to governors, ${term}`,
  searched: ({ approach, provision, priorities, asks }) => [approach, provision, priorities, asks],
  standing: ({ presentedOn, figures, meetingOn }) =>
    presentedOn !== null
      ? { is: 'done', word: t`Presented`, due: null }
      : {
          is: 'open',
          word: figures === null ? t`Figures not taken yet` : t`To be presented`,
          due: {
            what: t`A report to governors to finish`,
            day: meetingOn,
            owner: 'school',
            verb: t`Write it`,
            why: settledDay(t`Governors’ reports`, t`Meeting of governors on`, meetingOn),
          },
        },
  steps: [
    {
      field: 'presentedOn',
      words: t`Presented today`,
      said: t`Presented today`,
      offered: ({ figures }) => figures !== null,
    },
  ],
  form: {
    add: t`Begin a report`,
    fields: ['term', 'meetingOn', 'by'],
    given: (today) => ({ term: termWords(today) }),
    groups: [
      { fields: ['term', 'meetingOn', 'by'] },
      {
        title: t`What governors are told`,
        fields: ['approach', 'provision', 'attainment', 'parents', 'training', 'agencies', 'money', 'complaints'],
      },
      { title: t`What comes next`, fields: ['priorities', 'asks'] },
      { title: t`Set with the figures`, fields: ['asOf', 'figures', 'presentedOn', 'note'] },
    ],
    past: ['asOf', 'presentedOn'],
  },
  empty: {
    title: t`No report to governors yet`,
    todo: t`Begin one for the term, take the figures, and say in a few words what they mean. The next one is compared with it.`,
  },
  task: { purpose: 'other', words: t`A report to governors` },
}) // prettier-ignore
