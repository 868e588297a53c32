import { choice, date, key, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { isAddress } from '../rules/serviceWords.ts'

export const evidenceSources = {
  typed: 'Typed',
  figure: 'A figure of ours',
  visit: 'A quality visit',
  policy: 'A policy',
  objective: 'An objective',
  published: 'Something published',
  governors: 'A report to governors',
} as const

/** Something that shows how well the school does under a heading of its self-evaluation. */
export const Evidence = defineRecord({
  name: 'Evidence',
  short: 'ei',
  list: 'Evidence',
  label: 'Evidence',
  about:
    'What shows how well the school does for pupils with SEND, by the headings of its self-evaluation: typed, or taken from the records with its day. It names no pupil.',
  audience: 'senco',
  people: ['staff'],
  since: 3,
  fields: {
    heading: key('Heading', 'EvaluationHeading', { required: true }),
    also: key('Also under', 'EvaluationHeading'),
    title: text('What it is', { required: true, max: 200 }),
    says: choice(
      'What it shows',
      { strength: 'A strength', better: 'To be made better', fact: 'A fact' },
      { required: true, indexed: true },
    ),
    text: longText('In words', { help: 'Name no child.' }),
    figure: text('Figure, as it was', { max: 120 }),
    asOf: date('Of the day', { indexed: true }),
    link: text('Address', { max: 255 }),
    source: choice('Taken from', evidenceSources),
    sourceKey: text('Key of where it was taken from', { max: 60, help: 'Set by the app' }),
    looked: date('Last looked at on', { indexed: true }),
    note: longText('Note'),
  },
  titleOf: (e) => e.title,
  rules: [
    {
      field: 'link',
      message: 'Write the whole address, beginning with https:// or http://',
      ok: (e) => !e.link || isAddress(e.link),
    },
  ],
})
export type Evidence = RecordOf<typeof Evidence>
