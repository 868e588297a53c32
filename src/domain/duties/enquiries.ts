import { inWords, t } from '../../words/t.ts'
import { capacities, Enquiry } from '../records/enquiry.ts'
import { showDay } from '../rules/day.ts'
import { defineDuty, type Due } from './duty.ts'
import { daysAfter, settledDay } from './why.ts'

const rule = t`Enquiries`

const access: Due = {
  what: t`Somebody asked for a copy of a record: enter it under Records, Requests for access`,
  day: null,
  owner: 'school',
  verb: t`Enter it`,
  why: {
    rule,
    says: t`A request for access to personal data has a limit in law, which runs from the day it came, however it came. It is kept with its last day under Records and linked here`,
    strength: 'must',
    source: t`UK GDPR, article 12(3)`,
    inputs: [],
  },
}

/** Who asks about a pupil, and what was told them. */
export const enquiries = defineDuty<typeof Enquiry>({
  name: 'enquiries',
  place: 'with',
  words: t`Enquiries`,
  says: t`Who asked about a pupil or about SEND at the school, by what right, how you knew who it was, what was told or refused, and why.`,
  type: Enquiry,
  afterLeaving: true,
  columns: [
    { words: t`Asked`, of: ({ asked }) => showDay(asked), by: ({ asked }) => asked },
    {
      words: t`Who asked`,
      of: ({ from, capacity }) => `${from} (${inWords(capacities[capacity]).toLowerCase()})`,
    },
    {
      words: t`What became of it`,
      of: ({ outcome }) => (outcome ? inWords(Enquiry.fields.outcome.choices[outcome]) : ''),
    },
  ],
  titleOf: ({ asked }) => t`Enquiry of ${showDay(asked)}`,
  searched: ({ what, told, why, decidedBy }) => [what, told, why, decidedBy],
  standing: (row, { school }) => {
    if (row.answered !== null)
      return {
        is: 'done',
        word: row.outcome ? inWords(Enquiry.fields.outcome.choices[row.outcome]) : t`Answered`,
        due: null,
      }
    if (row.right === 'access')
      return row.request === null
        ? { is: 'open', word: t`To enter as a request`, due: access }
        : { is: 'waiting', word: t`Answered under Records`, due: null }
    return {
      is: 'open',
      word: row.outcome === null ? t`To answer` : t`Decided, not yet answered`,
      due: {
        what: t`An enquiry to answer`,
        owner: 'school',
        verb: t`Answer it`,
        ...(row.answerBy !== null
          ? { day: row.answerBy, why: settledDay(rule, t`Answer by`, row.answerBy) }
          : daysAfter(school, 'enquiryDays', rule, t`Whoever asks is answered, also where the answer is no`, {
              label: t`Asked on`,
              day: row.asked,
            })),
      },
    }
  },
  steps: [
    {
      field: 'identityOn',
      words: t`Record how you knew who it was`,
      said: t`Identity checked`,
      asks: 'identityHow',
      offered: ({ pupil, right, identityHow, answered }) =>
        pupil !== null && right !== 'public' && identityHow === null && answered === null,
    },
    {
      field: 'outcome',
      words: t`Record what became of it`,
      said: t`Recorded`,
      asks: 'outcome',
      offered: ({ answered }) => answered === null,
    },
    {
      field: 'answered',
      words: t`Answered today`,
      said: t`Answered today`,
      offered: ({ outcome }) => outcome !== null,
    },
  ],
  form: {
    add: t`Note an enquiry`,
    fields: ['asked', 'from', 'capacity', 'how', 'pupil', 'what', 'right'],
    given: (today) => ({ asked: today }),
    groups: [
      { title: t`Who asked, and what`, fields: ['asked', 'from', 'capacity', 'how', 'what'] },
      { title: t`Right and identity`, fields: ['right', 'identityOn', 'identityHow', 'answerBy'] },
      { title: t`Answer`, fields: ['outcome', 'told', 'why', 'decidedBy', 'answered'] },
      { title: t`Where more is kept`, fields: ['request', 'disclosure', 'note'] },
    ],
    past: ['asked', 'identityOn', 'answered'],
  },
  empty: {
    title: t`No enquiry noted yet`,
    todo: t`A call from a solicitor, a grandparent who asks how it goes, a school that wants to know more. Note it before you answer.`,
  },
  tells: ({ asked, answered, from, capacity, what, outcome, told, why }) => [
    {
      field: 'asked',
      day: asked,
      kind: 'services',
      title: t`Enquiry: ${inWords(capacities[capacity])}`,
      text: what,
      from,
      // It tells who asked about a child: looked at before it is given out.
      thirdParty: true,
    },
    {
      field: 'answered',
      day: answered,
      kind: 'services',
      title: outcome
        ? t`Enquiry answered: ${inWords(Enquiry.fields.outcome.choices[outcome])}`
        : t`Enquiry answered`,
      text: [told, why && t`Why: ${why}`].filter(Boolean).join('\n') || null,
      from,
      thirdParty: true,
    },
  ],
  task: { purpose: 'other', words: t`An enquiry` },
})
