import { choice, date, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** How the school's documents look, from a choice on: the newest row counts, earlier ones tell what was before. */
export const DocumentDesign = defineRecord({
  name: 'DocumentDesign',
  short: 'dd',
  list: 'Document designs',
  label: 'Look of documents',
  about:
    'Which template or logo the school’s Word documents take their look from. The newest row counts. Names no child.',
  audience: 'senco',
  people: ['staff'],
  since: 3,
  fields: {
    kind: choice(
      'Look',
      { template: 'The school’s own template', logo: 'The school’s logo', plain: 'Goldthread’s own' },
      { required: true, indexed: true },
    ),
    file: text('File in the library', { max: 160, help: 'In the folder Templates' }),
    named: text('Called, when it was chosen', { max: 160 }),
    chosen: date('Chosen on', { required: true }),
    chosenBy: text('Chosen by', { max: 120 }),
    told: longText('What was left out of it'),
  },
  titleOf: (design) => design.named ?? design.kind,
  rules: [
    {
      field: 'file',
      message: 'Say which file the look comes from',
      ok: (d) => d.kind === 'plain' || d.file !== null,
    },
  ],
})
export type DocumentDesign = RecordOf<typeof DocumentDesign>
