import { choice, date, key, longText, text, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { complaintWays } from './complaintStage.ts'
import { capacities } from './enquiry.ts'

const afterwards = ['acknowledged', 'answered', 'closed', 'wentOn', 'changed'] as const

/**
 * A complaint at one stage, with the days of that stage. Who takes it further begins a row of the next stage, which
 * follows this one: so each stage keeps its own days.
 */
export const Complaint = defineRecord({
  name: 'Complaint',
  short: 'cm',
  list: 'Complaints',
  label: 'Complaint',
  about:
    'A complaint, mediation or appeal about SEND at one stage: from whom, about what, when it came, was acknowledged, is due and was answered, how it ended and what the school changed.',
  audience: 'senco',
  people: ['pupil', 'family', 'staff', 'professional'],
  since: 3,
  fields: {
    received: date('Received', { required: true, indexed: true }),
    way: choice('Way', complaintWays, { required: true, indexed: true }),
    stage: key('Stage', 'ComplaintStage', {
      help: 'The stages and their days are listed under the complaints',
    }),
    pupil: key('Pupil', 'Pupil', { help: 'Blank: about no one pupil' }),
    from: text('From', { required: true, max: 120 }),
    capacity: choice('They are', capacities, { required: true }),
    about: longText('What it is about', { required: true, special: true }),
    wanted: longText('What they want'),
    equality: yesNo('It says that somebody was treated unfairly for who they are', {
      special: true,
      help: 'Disability, race, religion, sex and the like: Equality Act 2010',
    }),
    owner: text('Who answers', { max: 120, help: 'Nobody answers a complaint about themselves' }),
    follows: key('Goes on from', 'Complaint'),
    review: key('About the annual review', 'Review'),
    assessment: key('About the EHC needs assessment', 'NeedsAssessment'),
    reference: text('Reference', { max: 60, help: 'Of the mediation service, tribunal or Ombudsman' }),
    acknowledged: date('Acknowledged on'),
    answerBy: date('Answer by', {
      indexed: true,
      help: 'Blank: as the stage says. For an appeal: the day in the tribunal’s directions',
    }),
    meetingOn: date('Meeting, mediation or hearing on', { indexed: true }),
    certificate: date('Mediation certificate of'),
    answered: date('Answered on', { indexed: true }),
    answer: longText('The answer'),
    outcome: choice('How it ended', {
      upheld: 'Upheld',
      part: 'Upheld in part',
      notUpheld: 'Not upheld',
      settled: 'Settled between them',
      withdrawn: 'Withdrawn',
      struckOut: 'Not taken up by whoever decides',
    }),
    wentOn: date('They took it further on'),
    learned: longText('What the school learns from it', { help: 'Naming nobody: governors may read it' }),
    changed: date('Changed on', { help: 'The day on which what was learned was put into practice' }),
    closed: date('Closed on', { indexed: true }),
    note: longText('Note'),
  },
  titleOf: (c) => `Complaint of ${c.received}`,
  rules: [
    ...afterwards.map((field) => ({
      field,
      message: 'This comes on or after the day on which it was received',
      ok: (
        c: { readonly [F in (typeof afterwards)[number]]: string | null } & { readonly received: string },
      ) => !c[field] || c[field] >= c.received,
    })),
    {
      field: 'answerBy',
      message: 'The answer can’t be due before it was received',
      ok: (c) => !c.answerBy || c.answerBy >= c.received,
    },
    {
      field: 'closed',
      message: 'Say how it ended before it is closed',
      ok: (c) => !c.closed || c.outcome !== null,
    },
    {
      field: 'changed',
      message: 'Say first what the school learns from it',
      ok: (c) => !c.changed || c.learned !== null,
    },
  ],
})
export type Complaint = RecordOf<typeof Complaint>
