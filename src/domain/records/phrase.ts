import { longText, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** A sentence of the school’s own that is often needed, offered beside the texts that it fits. */
export const Phrase = defineRecord({
  name: 'Phrase',
  short: 'ph',
  list: 'Phrases',
  label: 'Phrase',
  about: 'A sentence of the school’s own that is often needed. Names no pupil.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    text: longText('Phrase', { required: true, help: 'Names no pupil' }),
    heading: text('Heading', { max: 80, indexed: true, help: 'Such as Friendships, or Section F' }),
    order: wholeNumber('Place in the list', { max: 10_000 }),
  },
  titleOf: (p) => p.text.slice(0, 80),
})
export type Phrase = RecordOf<typeof Phrase>
