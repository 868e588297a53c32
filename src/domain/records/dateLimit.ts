import { choice, date, longText, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

/** What an authority or the school asks beyond the law, from a day on: it may tighten a limit of the law, never loosen it. */
export const DateLimit = defineRecord({
  name: 'DateLimit',
  short: 'li',
  list: 'Local limits',
  label: 'Local limit',
  about: 'A shorter limit, or earlier notice, that an authority or the school asks for, from a date on.',
  audience: 'senco',
  since: 3,
  fields: {
    rule: choice(
      'What it is about',
      {
        inviteBy: 'Invitations before the meeting',
        circulateBy: 'Papers before the meeting',
        adviceBy: 'Advice asked for before the meeting',
        reportBy: 'Report after the meeting',
        decisionBy: 'Authority’s decision after the meeting',
        targetMeeting: 'Meeting before the anniversary',
        underFiveReview: 'Review of a child under five after the last one',
      },
      { required: true, indexed: true },
    ),
    days: wholeNumber('Calendar days', { required: true, min: 1, max: 365, unit: 'days' }),
    authority: text('Authority', { max: 120, help: 'Blank: for all pupils of this school' }),
    from: date('In force from', { required: true, indexed: true }),
    source: text('Where it is written', { required: true, max: 255 }),
    note: longText('Note'),
  },
  titleOf: (l) => `${l.rule}: ${l.days} days`,
})
export type DateLimit = RecordOf<typeof DateLimit>
