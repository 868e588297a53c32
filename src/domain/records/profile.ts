import { date, key, longText, text, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** A one-page profile: how a pupil wants to be known and helped, in words that they and their parents agreed to. */
export const Profile = defineRecord({
  name: 'Profile',
  short: 'pf',
  list: 'Profiles',
  label: 'One-page profile',
  about: 'How a pupil wants to be known and helped. What staff see of it is published from here.',
  audience: 'senco',
  people: ['pupil', 'family', 'staff'],
  since: 2,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    from: date('Agreed on', { required: true }),
    goodAt: longText('What people like and admire about me'),
    strengths: longText('What I am good at', { since: 3 }),
    important: longText('What is important to me'),
    helps: longText('How to support me well'),
    avoid: longText('What does not help'),
    triggers: longText('What upsets or worries me', {
      special: true,
      since: 3,
      help: 'What sets it off, how it begins to show, and what helps then',
    }),
    strategies: longText('Strategies in class', { help: 'From advice and what staff found to work' }),
    communication: longText('How I communicate', { special: true }),
    equipment: longText('Equipment that I use', {
      special: true,
      since: 3,
      help: 'What has to be there and charged: a laptop, a reading pen, hearing aids, a cushion',
    }),
    exams: longText('How I work in tests and exams', {
      since: 3,
      help: 'What is agreed and usual in class: extra time, a reader, a room with few people',
    }),
    madeWith: text('Made with', { max: 255, help: 'Who wrote it with the pupil, and how' }),
    pupilAgreed: yesNo('The pupil agrees with it', { since: 3 }),
    parentAgreed: text('Parent or carer who agreed', { max: 120, since: 3 }),
    staffAgreed: text('Member of staff who agreed', { max: 120, since: 3 }),
    reviewOn: date('Look at it again on', { indexed: true }),
  },
  titleOf: (p) => p.from,
})
export type Profile = RecordOf<typeof Profile>
