import { choice, date, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { isAddress } from '../rules/serviceWords.ts'

/** What governors and schools publish about SEND. */
export const publishedKinds = {
  report: 'SEN information report',
  accessibility: 'Accessibility plan',
  policy: 'SEND policy',
  equality: 'Equality information and objectives',
  governors: 'Report to governors',
  other: 'Something else',
} as const
export type PublishedKind = keyof typeof publishedKinds

/** That something was put where the public or governors can read it: one row each time. */
export const PublishedOn = defineRecord({
  name: 'PublishedOn',
  short: 'pn',
  list: 'Published on',
  label: 'Publication',
  about: 'That the school published something about SEND: what, on which day, at which address, by whom.',
  audience: 'senco',
  people: ['staff'],
  since: 3,
  fields: {
    what: choice('What was published', publishedKinds, { required: true, indexed: true }),
    on: date('Published on', { required: true, indexed: true }),
    address: text('Address', { max: 255, help: 'The page on which it stands' }),
    by: text('Published by', { max: 120 }),
    changed: longText('What is new in it'),
    againBy: date('Publish again by', {
      help: 'Blank: a SEN information report as often as School settings say; anything else when you write a day here',
    }),
    checked: date('Page last looked at on', { help: 'The day on which somebody opened the address' }),
    note: longText('Note'),
  },
  titleOf: (p) => `${publishedKinds[p.what]} ${p.on}`,
  rules: [
    {
      field: 'address',
      message: 'Write the whole address, beginning with https:// or http://',
      ok: (p) => !p.address || isAddress(p.address),
    },
    {
      field: 'againBy',
      message: 'This comes after the day on which it was published',
      ok: (p) => !p.againBy || p.againBy > p.on,
    },
  ],
})
export type PublishedOn = RecordOf<typeof PublishedOn>
