import { date, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** A report on SEND to governors or the trust: the figures as they were then, small ones hidden, and what is said to them. */
export const GovernorReport = defineRecord({
  name: 'GovernorReport',
  short: 'gv',
  list: 'Reports to governors',
  label: 'Report to governors',
  about:
    'A report on SEND to governors: the figures of its day with small numbers hidden, and what the school says to them. It names no pupil.',
  audience: 'senco',
  people: ['staff'],
  since: 3,
  fields: {
    term: text('Term', { required: true, max: 60, help: 'Such as Autumn 2026' }),
    meetingOn: date('Meeting of governors on', { indexed: true }),
    by: text('Written by', { max: 120 }),
    approach: longText('How needs are found and met', { help: 'Assess, plan, do, review: what is new' }),
    provision: longText('Provision and what it changed'),
    attainment: longText('Attainment and progress beside pupils without SEND'),
    parents: longText('Work with parents and pupils'),
    training: longText('Staffing and training'),
    agencies: longText('Services outside the school'),
    money: longText('Funding and how it was used'),
    complaints: longText('Complaints, mediation and appeals', {
      help: 'Numbers and what was learnt; no names',
    }),
    priorities: longText('Priorities'),
    asks: longText('What we ask of governors'),
    asOf: date('Figures of', { indexed: true, help: 'Set when the figures are taken' }),
    figures: longText('Figures', {
      help: 'Set when the figures are taken: one a line, such as status.E: 12, or need.HI: hidden',
    }),
    presentedOn: date('Presented on', { indexed: true }),
    note: longText('Note'),
  },
  titleOf: (r) => `Report to governors, ${r.term}`,
})
export type GovernorReport = RecordOf<typeof GovernorReport>
