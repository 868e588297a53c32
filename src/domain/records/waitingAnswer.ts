import { date, key, longText, text, choice } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { viewOwners } from './view.ts'

/**
 * One answer of a form that matched no pupil, word for word, until somebody says whose it is. Then it is stored as a
 * View, names its pupil, so that it is kept and disposed of with them, and is archived.
 */
export const WaitingAnswer = defineRecord({
  name: 'WaitingAnswer',
  short: 'wa',
  list: 'Waiting answers',
  label: 'Waiting answer',
  about: 'An answer of a form that matches no pupil yet, word for word, until somebody says whose it is.',
  audience: 'senco',
  people: ['pupil', 'family'],
  since: 3,
  fields: {
    form: text('Form', { required: true, max: 120, indexed: true }),
    row: text('Row of the form', { required: true, max: 80 }),
    submitted: text('Sent in', { max: 40 }),
    saysUpn: text('UPN that it says', { max: 40 }),
    saysName: text('Name that it says', { max: 240 }),
    saysBorn: text('Date of birth that it says', { max: 40 }),
    saysClass: text('Class that it says', { max: 80 }),
    whose: choice('Whose words', viewOwners, { required: true }),
    name: text('Who said it', { max: 120 }),
    question: longText('Question'),
    words: longText('Their words', { special: true, required: true }),
    gathered: date('Said on', { required: true }),
    language: text('Language', { max: 60 }),
    helper: text('Who helped', { max: 120 }),
    pupil: key('Pupil, once somebody said whose it is', 'Pupil'),
  },
  titleOf: (w) => w.words.slice(0, 80),
})
export type WaitingAnswer = RecordOf<typeof WaitingAnswer>
