import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { showDay } from '../rules/day.ts'

/** That somebody was reminded of what they owe: of whom, when, by what way, quoting which duty. */
export const Chase = defineRecord({
  name: 'Chase',
  short: 'cs',
  list: 'Chases',
  label: 'Reminder sent',
  about: 'That somebody was reminded of what they owe: who, of what, when, and which duty was quoted.',
  audience: 'senco',
  people: ['pupil', 'staff', 'professional'],
  since: 3,
  fields: {
    // Empty where what is owed concerns no one pupil: an action for the whole school.
    pupil: key('Pupil', 'Pupil'),
    review: key('Review', 'Review'),
    contributor: key('Person at the review', 'Contributor'),
    assessment: key('EHC needs assessment', 'NeedsAssessment'),
    action: key('Action', 'Action'),
    referral: key('Referral', 'Referral', { since: 3 }),
    transfer: key('Transfer of records', 'Transfer', { since: 3 }),
    what: choice(
      'About',
      {
        advice: 'Advice',
        decision: 'The authority’s decision',
        notice: 'The authority’s notice of changes',
        finalPlan: 'The final plan',
        assessment: 'The EHC needs assessment',
        action: 'An action',
        referral: 'A referral',
        transfer: 'A transfer of records',
      },
      { required: true, indexed: true },
    ),
    to: text('To', { max: 120 }),
    on: date('Sent on', { required: true, indexed: true }),
    by: choice('By', { letter: 'Letter', email: 'Email', telephone: 'Telephone', inPerson: 'In person' }),
    wasDue: date('Was due on'),
    duty: longText('Duty quoted'),
    file: text('File', { max: 255 }),
    answer: longText('Answer'),
  },
  titleOf: (c) => `${c.to ?? 'Reminder'}, ${showDay(c.on)}`,
})
export type Chase = RecordOf<typeof Chase>
