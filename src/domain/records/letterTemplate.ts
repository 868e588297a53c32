import { date, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { namedFields, unknownFields } from '../rules/namedFields.ts'

const known = Object.keys(namedFields)
  .map((name) => `{${name}}`)
  .join(', ')

/** A letter of the school’s own, from a day on: what stands between the greeting and the signature. */
export const LetterTemplate = defineRecord({
  name: 'LetterTemplate',
  short: 'lt',
  list: 'Letter templates',
  label: 'Letter',
  about:
    'A letter of the school’s own to families, in one language, from a day on: a heading and a text with named fields that are filled in for each pupil.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    name: text('Name of the letter', { required: true, max: 80, help: 'As you call it; no family reads it' }),
    language: text('Language it is written in', { max: 60, help: 'Blank: English' }),
    subject: text('Heading', { required: true, max: 160, help: 'Stands above the text, under the greeting' }),
    text: longText('Text', {
      required: true,
      help: `An empty line begins a paragraph. These are filled in for each pupil: ${known}`,
    }),
    from: date('In use from', { required: true, indexed: true }),
    until: date('In use until'),
    lookAgain: date('Read it again on', { indexed: true }),
    note: longText('Note'),
  },
  titleOf: (l) => l.name,
  rules: [
    ...(['subject', 'text'] as const).map((field) => ({
      field,
      message: `There is a field in braces that can’t be filled in. These can: ${known}`,
      ok: (l: { readonly subject: string; readonly text: string }) => unknownFields(l[field]).length === 0,
    })),
    { field: 'until', message: 'The last day is before the first', ok: (l) => !l.until || l.until >= l.from },
  ],
})
export type LetterTemplate = RecordOf<typeof LetterTemplate>
