import { choice, date, decimal, longText, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** A test or scale that the school uses: what its numbers mean. Publishers differ, so this is a setting, with its source. */
export const AssessmentTool = defineRecord({
  name: 'AssessmentTool',
  short: 'at',
  list: 'Assessment tools',
  label: 'Assessment tool',
  about: 'A test or scale that the school uses, and what its numbers mean.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    name: text('Tool', { required: true, max: 120, indexed: true }),
    measures: text('What it measures', { max: 120, help: 'Such as reading accuracy, or anxiety' }),
    scale: choice(
      'Its main number',
      {
        standardised: 'Standardised score (mean 100, SD 15)',
        age: 'Age in months',
        percent: 'Percentage',
        points: 'Points on its own scale',
      },
      { required: true },
    ),
    lowest: decimal('Lowest', { places: 2, min: -1000, max: 100000 }),
    highest: decimal('Highest', { places: 2, min: -1000, max: 100000 }),
    better: choice('Better is', { higher: 'Higher', lower: 'Lower' }, { required: true }),
    interval: decimal('Confidence interval, plus or minus', {
      places: 1,
      max: 100,
      help: 'In points of the standardised score, from the manual',
    }),
    level: wholeNumber('Level of the interval', { min: 50, max: 99, unit: '%' }),
    bands: longText('Bands of standardised scores', {
      help: 'One a line: lowest score, then its name, such as 90 average. Blank: the usual ones',
    }),
    from: date('In use from'),
    source: text('Where these figures come from', { max: 255 }),
  },
  titleOf: (t) => t.name,
  rules: [
    {
      field: 'highest',
      message: 'The highest is below the lowest',
      ok: (t) => t.lowest === null || t.highest === null || t.highest > t.lowest,
    },
  ],
})
export type AssessmentTool = RecordOf<typeof AssessmentTool>
