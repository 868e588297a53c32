import { date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** A meeting or conversation with a service outside the school. */
export const AgencyMeeting = defineRecord({
  name: 'AgencyMeeting',
  short: 'am',
  list: 'Meetings with agencies',
  label: 'Meeting with an agency',
  about: 'A meeting or conversation with a service outside the school: who, about what, what was agreed.',
  audience: 'senco',
  people: ['pupil', 'family', 'staff', 'professional'],
  since: 3,
  fields: {
    heldOn: date('Held on', { required: true, indexed: true }),
    service: key('Service', 'Service'),
    about: text('About', { required: true, max: 255 }),
    // Empty where it was about no one child: a visit to plan the term.
    pupil: key('Pupil', 'Pupil', { help: 'Blank: about no one pupil' }),
    people: longText('Who was there'),
    notes: longText('What was said', {
      special: true,
      help: 'Write as if the family will read it. Of each other pupil a row of their own',
    }),
    agreed: longText('What was agreed'),
    followUp: date('Look again on', { indexed: true }),
    followedUp: date('Looked at again on'),
  },
  titleOf: (m) => m.about.slice(0, 80),
  rules: [
    {
      field: 'followUp',
      message: 'Look again on a day after the meeting',
      ok: (m) => !m.followUp || m.followUp >= m.heldOn,
    },
  ],
})
export type AgencyMeeting = RecordOf<typeof AgencyMeeting>
