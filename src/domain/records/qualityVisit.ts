import { choice, date, longText, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { showDay } from '../rules/day.ts'

/** A look at provision as it is given: a learning walk, books, a group, what children say. */
export const QualityVisit = defineRecord({
  name: 'QualityVisit',
  short: 'qv',
  list: 'Quality visits',
  label: 'Quality visit',
  about:
    'A look at provision as it is given: when, where, on what, what was found and when somebody looks again. It names no pupil and judges no member of staff.',
  audience: 'senco',
  people: ['staff'],
  since: 3,
  fields: {
    on: date('Day', { required: true, indexed: true }),
    kind: choice(
      'Kind of visit',
      {
        walk: 'Learning walk',
        group: 'A group or intervention',
        work: 'Pupils’ work',
        voice: 'Talking with pupils',
        rooms: 'Rooms and displays',
        paper: 'Plans and records',
      },
      { required: true },
    ),
    focus: text('Looked at', { required: true, max: 200 }),
    place: text('Where', { max: 160, help: 'Classes, groups or rooms' }),
    by: text('Who looked', { max: 160 }),
    seen: longText('What was seen', {
      help: 'In a few words; findings stand one by one below. Name no child.',
    }),
    toldOn: date('Staff told on'),
    lookAgain: date('Look again on', { indexed: true }),
    lookedAgain: date('Looked again on'),
    note: longText('Note'),
  },
  titleOf: (v) => `Visit of ${showDay(v.on)}`,
  rules: [
    {
      field: 'lookAgain',
      message: 'This comes after the visit',
      ok: (v) => !v.lookAgain || v.lookAgain > v.on,
    },
    {
      field: 'lookedAgain',
      message: 'This comes after the visit',
      ok: (v) => !v.lookedAgain || v.lookedAgain > v.on,
    },
  ],
})
export type QualityVisit = RecordOf<typeof QualityVisit>
