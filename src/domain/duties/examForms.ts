import { inWords, t } from '../../words/t.ts'
import { ExamForm } from '../records/examForm.ts'
import type { Told } from '../rules/chronology.ts'
import { type Day, showDay } from '../rules/day.ts'
import { defineDuty, type Due, type Standing } from './duty.ts'
import { settledDay } from './why.ts'

const rule = t`Assessments for exam arrangements`
const nameOf = ({ form }: ExamForm): string => inWords(ExamForm.fields.form.choices[form])
const shown = (day: Day | null): string => (day ? showDay(day) : '')

const due = (what: string, says: string, verb: string): Due => ({
  what,
  day: null,
  owner: 'school',
  verb,
  why: {
    rule,
    says,
    strength: 'should',
    source: t`JCQ, Access Arrangements and Reasonable Adjustments`,
    inputs: [],
  },
})

const standing = (row: ExamForm): Standing => {
  if (row.closedOn !== null) return { is: 'done', word: t`Closed without use`, due: null }
  if (row.part1On === null)
    return {
      is: 'open',
      word: t`Part 1 open`,
      due: due(
        t`Complete Part 1 of a form for exam arrangements`,
        t`Part 1, the picture of need, is complete before the assessment`,
        t`Write Part 1`,
      ),
    }
  if (row.form === 'form8' && row.part2On === null)
    return row.booked === null
      ? {
          is: 'open',
          word: t`To assess`,
          due: due(
            t`Book an assessment for exam arrangements`,
            t`A learning difficulty is evidenced by an assessment`,
            t`Book it`,
          ),
        }
      : {
          is: 'waiting',
          word: t`Assessment booked`,
          due: {
            what: t`An assessment for exam arrangements`,
            day: row.booked,
            owner: 'others',
            verb: t`Write what was found`,
            why: settledDay(rule, t`Assessment booked for`, row.booked),
          },
        }
  if (row.form === 'form8' && row.part3On === null)
    return {
      is: 'open',
      word: t`Part 3 open`,
      due: due(
        t`Complete Part 3 of a form for exam arrangements`,
        t`After the assessment the SENCO writes what is asked for`,
        t`Write Part 3`,
      ),
    }
  if (row.part2On !== null && row.part1On > row.part2On)
    return {
      is: 'open',
      word: t`Part 1 after the assessment`,
      due: due(
        t`Part 1 of a form is dated after the assessment`,
        t`Part 1 is complete before the assessment: look whether the days are right`,
        t`Look at the days`,
      ),
    }
  return { is: 'done', word: t`Complete`, due: null }
}

const live = ({ closedOn }: ExamForm) => closedOn === null

/** Forms on which a need for arrangements is evidenced, from the picture of need to what is asked for. */
export const examForms = defineDuty<typeof ExamForm>({
  name: 'form8',
  place: 'access',
  words: t`Assessments`,
  says: t`Form 8 and Form 9 of each candidate: when each part was complete, who assessed, and which scores were found.`,
  type: ExamForm,
  columns: [
    { words: t`Form`, of: nameOf },
    { words: t`Part 1`, of: ({ part1On }) => shown(part1On), by: ({ part1On }) => part1On ?? '' },
    { words: t`Assessed`, of: ({ part2On }) => shown(part2On), by: ({ part2On }) => part2On ?? '' },
    { words: t`Part 3`, of: ({ part3On }) => shown(part3On), by: ({ part3On }) => part3On ?? '' },
    { words: t`Assessor`, of: ({ assessor }) => assessor ?? '' },
  ],
  titleOf: (row) =>
    [nameOf(row), row.part2On ? t`assessed on ${showDay(row.part2On)}` : null].filter(Boolean).join(', '),
  searched: ({ picture, found, from }) => [picture, found, from],
  standing,
  steps: [
    {
      field: 'part1On',
      words: t`Part 1 complete today`,
      said: t`Part 1 complete today`,
      offered: live,
    },
    {
      field: 'part2On',
      words: t`Assessed today`,
      said: t`Assessed today`,
      // An assessment before Part 1 is what the board refuses.
      offered: (r) => live(r) && r.part1On !== null && r.form === 'form8',
    },
    {
      field: 'part3On',
      words: t`Part 3 complete today`,
      said: t`Part 3 complete today`,
      offered: (r) => live(r) && r.part2On !== null,
    },
    { field: 'closedOn', words: t`Close without use`, said: t`Closed`, offered: live },
  ],
  form: {
    add: t`Begin a form`,
    fields: ['pupil', 'form', 'picture', 'part1On', 'part1By', 'booked', 'assessor'],
    given: () => ({ form: 'form8' }),
    groups: [
      { title: t`Part 1`, fields: ['form', 'picture', 'part1On', 'part1By', 'from'] },
      {
        title: t`Part 2`,
        fields: ['booked', 'assessor', 'qualified', 'qualifiedSeen', 'part2On', 'found'],
      },
      { title: t`Part 3`, fields: ['part3On', 'part3By', 'place', 'closedOn', 'note'] },
    ],
    past: ['part1On', 'qualifiedSeen', 'part2On', 'part3On', 'closedOn'],
  },
  empty: {
    title: t`No form yet`,
    todo: t`Begin with the picture of need: it is complete before anybody assesses.`,
  },
  tells: (row) =>
    (
      [
        ['part1On', t`Part 1 complete`],
        ['part2On', t`Assessed for exam arrangements`],
        ['part3On', t`Part 3 complete`],
      ] as const
    ).map(([field, words]): Told => ({
      field,
      day: row[field],
      kind: 'access',
      title: t`${nameOf(row)}: ${words}`,
      text: field === 'part2On' ? row.found : field === 'part1On' ? row.picture : null,
    })),
  task: { purpose: 'assessment', words: t`An assessment for exam arrangements` },
})
