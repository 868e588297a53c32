import { date, longText, text, wholeNumber } from '../fields.ts'
import { derivedKey } from '../derivedKey.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/**
 * What a school tells its trust and governors: counts and sums alone, small numbers hidden before they leave the
 * school. One row a school, so that nobody ever reads half of one sending beside half of another.
 */
export const SchoolFigures = defineRecord({
  name: 'SchoolFigures',
  short: 'fg',
  list: 'School figures',
  label: 'Figures of the school',
  about:
    'Counts and sums of a school for its trust and governors, small numbers hidden, as the SENCO sent them. Names nobody.',
  audience: 'governors',
  people: ['staff'],
  since: 3,
  fields: {
    school: text('School', { required: true, max: 120 }),
    on: date('As of', { required: true }),
    by: text('Sent by', { max: 120 }),
    fewest: wholeNumber('Fewest pupils whose figures are shown', {
      required: true,
      min: 5,
      max: 50,
      unit: 'pupils',
    }),
    figures: longText('Figures', {
      required: true,
      help: 'One a line, such as status.E: 12, or need.HI: hidden. Money in pence, time in minutes',
    }),
  },
  titleOf: (f) => `${f.school} ${f.on}`,
})
export type SchoolFigures = RecordOf<typeof SchoolFigures>

/** The key of the one row of a school, by the id under which the school is configured: sending again changes it. */
export const figuresKeyOf = (schoolId: string): string =>
  derivedKey('0'.repeat(26), SchoolFigures.name, schoolId)
