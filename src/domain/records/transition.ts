import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { showDay } from '../rules/day.ts'

/** What kind of move is planned: other things are worth asking for each (rules/transitionPlan.ts). */
export const transitionKinds = {
  early: 'Into school from an early years setting',
  phase: 'Infant, junior, primary or middle to the next school',
  secondary: 'Year 6 to Year 7',
  post16: 'To sixth form, college, training or work',
  midYear: 'Another school during the year',
  within: 'Another class or key stage of this school',
} as const

/** How a pupil is helped to move on. The day of the move is the pupil's own `moves`; visits are rows of their own. */
export const Transition = defineRecord({
  name: 'Transition',
  short: 'tp',
  list: 'Transition plans',
  label: 'Transition plan',
  about:
    'How a pupil is helped to move on: who is there for them, what worries them, what helps, how the first days go.',
  audience: 'senco',
  people: ['pupil', 'family', 'staff', 'professional'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    transfer: key('Transfer of the records', 'Transfer'),
    kind: choice('Kind of move', transitionKinds, { required: true, indexed: true }),
    began: date('Begun on', { required: true, indexed: true }),
    keyAdult: text('Key adult there', {
      max: 120,
      help: 'Whom the pupil knows before the first day and can go to',
    }),
    buddy: text('Buddy', {
      max: 120,
      help: 'A first name is enough: another child’s name goes into no document from here',
    }),
    worriesChild: longText('What worries the pupil', {
      special: true,
      help: 'In the pupil’s own words',
    }),
    worriesFamily: longText('What worries the family', { special: true }),
    lookingForward: longText('What the pupil looks forward to'),
    helps: longText('What helps'),
    firstDays: longText('How the first days go', {
      help: 'Where to arrive, who meets the pupil, when the days get longer',
    }),
    travel: longText('Travel', { help: 'How, with whom, what was practised' }),
    equipment: longText('Rooms, equipment and care', { special: true }),
    staffKnow: longText('What staff there must know on the first day', { special: true }),
    agreedOn: date('Agreed with family and school on'),
    agreedWith: text('With whom', { max: 255 }),
    lookOn: date('Look at it again on', {
      indexed: true,
      help: 'Blank: some weeks after the move, as is usual',
    }),
    lookedOn: date('Looked at again on'),
    howItWent: longText('How it went'),
    closedOn: date('Closed on', { indexed: true }),
    note: longText('Note'),
  },
  titleOf: (r) => `Transition plan of ${showDay(r.began)}`,
  rules: [
    {
      field: 'agreedOn',
      message: 'It is agreed on or after the day on which it was begun',
      ok: (r) => !r.agreedOn || r.agreedOn >= r.began,
    },
  ],
})
export type Transition = RecordOf<typeof Transition>
