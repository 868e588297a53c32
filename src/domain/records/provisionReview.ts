import { choice, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** What a review found about one line of Section F. */
export const ProvisionReview = defineRecord({
  name: 'ProvisionReview',
  short: 'pv',
  list: 'Provision reviews',
  label: 'Section F at the review',
  about: 'What a review found about one line of provision: specified, delivered, effective, to change.',
  audience: 'senco',
  people: ['pupil'],
  fields: {
    review: key('Review', 'Review', { required: true }),
    allocation: key('Support', 'Allocation', { required: true }),
    delivered: text('Delivered', { max: 255 }),
    effective: choice('Effective', { yes: 'Yes', partly: 'Partly', no: 'No' }),
    change: longText('Change proposed'),
  },
  titleOf: (p) => p.effective ?? 'not judged',
})
export type ProvisionReview = RecordOf<typeof ProvisionReview>
