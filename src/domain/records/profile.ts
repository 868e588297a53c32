import { date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** A one-page profile: how a pupil wants to be known and helped, in words that they and their parents agreed to. */
export const Profile = defineRecord({
  name: 'Profile',
  short: 'pf',
  list: 'Profiles',
  label: 'One-page profile',
  about: 'How a pupil wants to be known and helped. What staff see of it is published from here.',
  audience: 'senco',
  people: ['pupil', 'family'],
  since: 2,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    from: date('Agreed on', { required: true }),
    goodAt: longText('What people like and admire about me'),
    important: longText('What is important to me'),
    helps: longText('How to support me well'),
    avoid: longText('What does not help'),
    strategies: longText('Strategies in class', { help: 'From advice and what staff found to work' }),
    communication: longText('How I communicate', { special: true }),
    madeWith: text('Made with', { max: 255, help: 'Who wrote it with the pupil, and how' }),
    reviewOn: date('Look at it again on', { indexed: true }),
  },
  titleOf: (p) => p.from,
})
export type Profile = RecordOf<typeof Profile>
