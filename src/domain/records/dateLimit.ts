import { choice, date, longText, text, wholeNumber } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { lawSentence, lawSentences, localLimitNames, looserThanLaw } from '../rules/localLimits.ts'

/** What an authority or the school asks beyond the law, from a day on: it may tighten a limit of the law, never loosen it. */
export const DateLimit = defineRecord({
  name: 'DateLimit',
  short: 'li',
  list: 'Local limits',
  label: 'Local limit',
  about: 'A shorter limit, or earlier notice, that an authority or the school asks for, from a date on.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    rule: choice('What it is about', localLimitNames, { required: true, indexed: true }),
    days: wholeNumber('Calendar days', { required: true, min: 1, max: 365, unit: 'days' }),
    authority: text('Authority', { max: 120, help: 'Blank: for all pupils of this school' }),
    from: date('In force from', { required: true, indexed: true }),
    source: text('Where it is written', { required: true, max: 255 }),
    note: longText('Note'),
  },
  titleOf: (l) => `${localLimitNames[l.rule]}: ${l.days} days`,
  // One for each sentence of the law, as a limit of a later law has another.
  rules: (Object.keys(localLimitNames) as (keyof typeof localLimitNames)[]).flatMap((rule) =>
    lawSentences(rule).map(({ message }) => ({
      field: 'days' as const,
      message,
      ok: (limit: { rule: string; days: number; from: string }) =>
        limit.rule !== rule ||
        lawSentence(rule, limit.from) !== message ||
        !looserThanLaw({ ...limit, rule }),
    })),
  ),
})
export type DateLimit = RecordOf<typeof DateLimit>
