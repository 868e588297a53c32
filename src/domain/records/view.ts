import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** Whose view it is. */
export const viewOwners = {
  child: 'The child or young person',
  parent: 'A parent or carer',
  school: 'Someone at school',
  other: 'Someone else',
} as const

/** What somebody said, word for word, with how it was gathered; never paraphrased. */
export const View = defineRecord({
  name: 'View',
  short: 'vw',
  list: 'Views',
  label: 'View',
  about:
    'What a child, a parent or somebody else said, word for word: who, how gathered, in which language, who helped.',
  audience: 'senco',
  people: ['pupil', 'family', 'staff', 'professional'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    review: key('Review', 'Review'),
    cycle: key('Plan', 'Cycle'),
    contributor: key('Person at the review', 'Contributor'),
    whose: choice('Whose view', viewOwners, { required: true, indexed: true }),
    name: text('Who said it', { max: 120 }),
    relationship: text('Who they are to the pupil', { max: 120 }),
    topic: text('Said about', { max: 120, help: 'Such as the part of a meeting' }),
    question: longText('Question'),
    words: longText('Their words', { special: true, required: true }),
    gathered: date('Said on', { required: true, indexed: true }),
    how: choice('How it was gathered', {
      meeting: 'At the meeting',
      conversation: 'In a conversation',
      paper: 'On paper',
      form: 'On a form',
      symbols: 'With pictures or symbols',
      drawing: 'By drawing or making',
      observed: 'By watching',
      letter: 'In a letter or an email',
    }),
    language: text('Language', { max: 60, help: 'Where not English' }),
    helper: text('Who helped', { max: 120 }),
    source: text('Where it came from', { max: 200, help: 'Such as the name of a form' }),
    sourceRow: text('Row of the form', { max: 80 }),
    submitted: text('Sent in', { max: 40 }),
  },
  titleOf: (v) => v.words.slice(0, 80),
})
export type View = RecordOf<typeof View>
