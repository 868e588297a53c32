import { choice, date, key, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/**
 * What somebody settled when lists were compared, so that it is not asked again: a difference left as it is with a
 * reason, one that somebody was told of, or that two rows are one child or two. Its key is that of the difference.
 */
export const ListDecision = defineRecord({
  name: 'ListDecision',
  short: 'ld',
  list: 'Settled differences',
  label: 'Settled difference',
  about: 'What was settled when our list, the MIS export and the authority’s list were compared, and why.',
  audience: 'senco',
  people: ['pupil'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil'),
    what: choice(
      'What was settled',
      {
        keep: 'Right as it is',
        toldMis: 'Data manager asked',
        toldAuthority: 'Authority told',
        same: 'The rows are one child',
        different: 'The rows are two children',
      },
      { required: true, indexed: true },
    ),
    about: text('Difference', { max: 120 }),
    reason: text('Why', { max: 255 }),
    on: date('On', { required: true }),
    one: text('First row', { max: 40, help: 'A mark of the row, not what it says' }),
    other: text('Second row', { max: 40, help: 'A mark of the row, not what it says' }),
  },
  titleOf: (d) => d.about ?? d.what,
  rules: [
    {
      field: 'reason',
      message: 'Say why it is right as it is',
      ok: (d) => d.what !== 'keep' || d.reason !== null,
    },
  ],
})
export type ListDecision = RecordOf<typeof ListDecision>
