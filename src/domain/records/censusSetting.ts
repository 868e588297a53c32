import { choice, date, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { censuses, dayFitsCensus } from '../rules/censusDays.ts'
import { needTypes } from '../rules/codes.ts'
import { showDay } from '../rules/day.ts'

const whats = {
  autumn: 'Autumn census day',
  spring: 'Spring census day',
  summer: 'Summer census day',
  taken: 'A type of need is taken from',
  dropped: 'A type of need is no longer taken from',
} as const
const isDayOf = (what: keyof typeof whats): what is keyof typeof censuses => what in censuses

/** What the Department settled for one census, with where it is written: it takes the place of what is usual. */
export const CensusSetting = defineRecord({
  name: 'CensusSetting',
  short: 'ce',
  list: 'Census settings',
  label: 'Census setting',
  about:
    'The day of a census where it is another than usual, and from when on the census takes a type of need.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    what: choice('What it is about', whats, { required: true, indexed: true }),
    type: choice('Type of need', needTypes, { help: 'For a type of need; blank for a census day' }),
    day: date('Day', {
      required: true,
      indexed: true,
      help: 'The census day, or the first day on which it holds',
    }),
    source: text('Where it is written', {
      required: true,
      max: 255,
      help: 'Such as the Department’s guide of that year, or a letter of your authority',
    }),
    note: longText('Note'),
  },
  titleOf: (s) => `${whats[s.what]}: ${s.type ? `${s.type} ` : ''}${showDay(s.day)}`,
  rules: [
    {
      field: 'type',
      message: 'Say which type of need',
      ok: (s) => isDayOf(s.what) || s.type !== null,
    },
    {
      field: 'type',
      message: 'A census day has no type of need: leave it blank',
      ok: (s) => !isDayOf(s.what) || s.type === null,
    },
    {
      field: 'day',
      message:
        'Autumn censuses are from September to December, spring ones from January to April, summer ones from April to August',
      ok: (s) => !isDayOf(s.what) || dayFitsCensus(s.what, s.day),
    },
  ],
})
export type CensusSetting = RecordOf<typeof CensusSetting>
