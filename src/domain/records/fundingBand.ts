import { date, money, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** What a band of an authority pays a year, from a day on. */
export const FundingBand = defineRecord({
  name: 'FundingBand',
  short: 'fb',
  list: 'Funding bands',
  label: 'Funding band',
  about: 'What each band of an authority pays a year, from a date on. Bands are local.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    authority: text('Local authority', { required: true, max: 120, indexed: true }),
    band: text('Band', { required: true, max: 40 }),
    from: date('In force from', { required: true, indexed: true }),
    amount: money('Amount a year', { required: true }),
    source: text('Where the figure comes from', { max: 255 }),
  },
  titleOf: (b) => `${b.authority} ${b.band} from ${b.from}`,
})
export type FundingBand = RecordOf<typeof FundingBand>
