import { inWords, t } from '../../words/t.ts'
import type { ExamArrangement } from '../records/examArrangement.ts'
import { ExamDate } from '../records/examDate.ts'
import { type Day, showDay } from '../rules/day.ts'
import { examTests, sureness } from '../rules/examCodes.ts'
import { defineDuty } from './duty.ts'

const rule = t`Deadlines for exams and tests`

/** Deadlines that are still to come for the exams and the season of an arrangement, the next first. */
export const deadlinesFor = <D extends ExamDate>(
  { tests, season }: Pick<ExamArrangement, 'tests' | 'season'>,
  dates: readonly D[],
): readonly (D & { readonly day: Day })[] =>
  dates
    .filter(
      (one): one is D & { readonly day: Day } =>
        one.day !== null && one.doneOn === null && one.tests === tests && one.season === season,
    )
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))

/** Deadlines of a season as the school found them: the table that Today goes by. */
export const examDates = defineDuty<typeof ExamDate>({
  name: 'examDates',
  place: 'access',
  words: t`Deadlines`,
  says: t`Until when this season’s applications, orders and notifications are made. They change each year: each says where it is written and how sure it is.`,
  type: ExamDate,
  columns: [
    { words: t`What is due`, of: ({ what }) => what },
    { words: t`Exams or tests`, of: ({ tests }) => inWords(examTests[tests]) },
    { words: t`Season`, of: ({ season }) => season ?? '' },
    { words: t`Day`, of: ({ day }) => (day ? showDay(day) : ''), by: ({ day }) => day ?? '' },
    { words: t`How sure`, of: ({ sure }) => inWords(sureness[sure]) },
    { words: t`Where it is written`, of: ({ source }) => source },
  ],
  titleOf: ({ what }) => what,
  standing: (row) =>
    row.doneOn !== null
      ? { is: 'done', word: t`Done`, due: null }
      : {
          is: 'open',
          word: row.day === null ? t`Day not known` : row.sure === 'memory' ? t`To check` : t`To do`,
          due: {
            what:
              row.day === null
                ? t`Find out a deadline: ${row.what}`
                : row.sure === 'memory'
                  ? t`${row.what} (from memory: check the day)`
                  : row.what,
            day: row.day,
            owner: 'school',
            typed: true,
            verb: row.day === null ? t`Find the day` : t`See to it`,
            why: {
              rule,
              says:
                row.sure === 'memory'
                  ? t`A day that somebody remembers: look it up before you rely on it`
                  : t`The day that the school wrote down`,
              strength: 'local',
              source: row.source,
              inputs: [
                { label: t`How sure`, value: inWords(sureness[row.sure]) },
                ...(row.season ? [{ label: t`Season`, value: row.season }] : []),
              ],
            },
          },
        },
  steps: [
    { field: 'doneOn', words: t`Done today`, said: t`Done today`, offered: ({ day }) => day !== null },
    {
      field: 'day',
      words: t`Write the day`,
      said: t`Written down`,
      asks: 'day',
      offered: ({ doneOn }) => doneOn === null,
    },
  ],
  form: {
    add: t`Add a deadline`,
    fields: ['what', 'tests', 'season', 'day', 'source', 'sure'],
    given: () => ({ sure: 'read' }),
    groups: [{ fields: ['what', 'tests', 'season', 'day', 'source', 'sure', 'doneOn', 'note'] }],
    past: ['doneOn'],
  },
  empty: {
    title: t`No deadline yet`,
    todo: t`Write down this season’s days with where they stand. Days of earlier years are offered below as a beginning.`,
  },
  task: { purpose: 'other', words: t`Deadlines for exams and tests` },
})
