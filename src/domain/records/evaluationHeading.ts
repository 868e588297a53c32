import { date, longText, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** A heading of the self-evaluation, as the school or an inspection framework has it, with the days on which it holds. */
export const EvaluationHeading = defineRecord({
  name: 'EvaluationHeading',
  short: 'eh',
  list: 'Headings of self-evaluation',
  label: 'Heading of self-evaluation',
  about:
    'A heading under which the school evaluates itself, from an inspection framework or its own, with its days.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    title: text('Heading', { required: true, max: 160 }),
    framework: text('Framework', { max: 160, help: 'Such as the inspection framework and its year' }),
    order: wholeNumber('Place in the list', { min: 1, max: 99 }),
    from: date('In force from', { required: true, indexed: true }),
    until: date('Until', { help: 'The last day; blank while it holds' }),
    asks: longText('What is looked for'),
    source: text('Where it is written', { max: 255 }),
  },
  titleOf: (h) => h.title,
  rules: [
    {
      field: 'until',
      message: 'The last day is before the first',
      ok: (h) => !h.until || h.until >= h.from,
    },
  ],
})
export type EvaluationHeading = RecordOf<typeof EvaluationHeading>
