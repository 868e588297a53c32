import { date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/**
 * What only few may read about a pupil. The list stands in the SENCO’s site with permissions of its own, as the
 * disclosure log: who reads the site adds notes and reads back only their own.
 */
export const RestrictedNote = defineRecord({
  name: 'RestrictedNote',
  short: 'rn',
  list: 'Restricted notes',
  label: 'Restricted note',
  about:
    'A note about a pupil that not everybody of the SENCO’s site may read. Whoever reads the site may add; all are read only by those to whom IT gives the list.',
  audience: 'senco',
  people: ['pupil', 'family', 'staff', 'professional'],
  guard: 'addOnly',
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    on: date('Of', { required: true, indexed: true }),
    text: longText('Note', {
      required: true,
      special: true,
      help: 'No child protection record: that is kept by the safeguarding lead alone',
    }),
    why: text('Why not everybody may read it', { required: true, max: 160 }),
    toldTo: text('Who was told', { max: 255 }),
    lookAgain: date('Look again on', { help: 'Whether it still has to be kept, and kept apart' }),
  },
  titleOf: (n) => `Note of ${n.on}`,
})
export type RestrictedNote = RecordOf<typeof RestrictedNote>
