import { choice, date, longText, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { retentionGroups } from './retentionRule.ts'

/** That records were disposed of, by whom and under which rule: all that is left of them, so it names no child. */
export const Disposal = defineRecord({
  name: 'Disposal',
  short: 'dp',
  list: 'Disposal log',
  label: 'Disposal',
  about: 'What was disposed of, when, by whom and under which rule. Names no child.',
  audience: 'senco',
  people: ['staff'],
  since: 2,
  fields: {
    subject: text('Record', {
      required: true,
      indexed: true,
      max: 26,
      help: 'Key of the pupil or other record',
    }),
    on: date('On', { required: true, indexed: true }),
    group: choice('Records', retentionGroups, { required: true, indexed: true }),
    rule: text('Rule', { required: true, max: 255 }),
    due: date('Could be disposed of from'),
    rows: wholeNumber('Rows deleted', { max: 1_000_000 }),
    files: wholeNumber('Files deleted', { max: 1_000_000 }),
    listed: longText('What was deleted', { help: 'Lists and counts, never a name' }),
    decidedBy: text('Decided by', { required: true, max: 120 }),
    state: choice(
      'State',
      { begun: 'Begun', done: 'Done', stopped: 'Stopped, nothing deleted' },
      { required: true, indexed: true },
    ),
  },
  titleOf: (d) => `${d.group} ${d.on}`,
})
export type Disposal = RecordOf<typeof Disposal>
