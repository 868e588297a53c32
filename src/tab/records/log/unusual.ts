import { t } from '../../../words/t.ts'
import { showWeekday } from '../../../domain/rules/day.ts'
import { grouped } from '../../../domain/grouped.ts'
import { type LogFilter, type LogRow, noFilter } from './logRows.ts'

/** Something that stands out, said without a judgement, and the rows that it comes from. */
export type Fact = { readonly words: string; readonly day: string; readonly filter: LogFilter }

/** So many different pupils opened by one person in a day are told. */
export const manyPupils = 10
/** Hours of the night in England, from and until. */
const night = { from: '22:00', until: '06:00' }

const daysOf = (rows: readonly LogRow[]) => grouped(rows, ({ day, who }) => `${day} ${who}`)
const only = ({ day, who }: LogRow, more: Partial<LogFilter> = {}): LogFilter => ({
  ...noFilter,
  words: who,
  from: day,
  until: day,
  ...more,
})

const openedMany = (rows: readonly LogRow[]): Fact[] =>
  [...daysOf(rows.filter(({ entry }) => entry.did === 'opened')).values()].flatMap((of) => {
    const pupils = new Set(of.map(({ entry }) => entry.pupil)).size
    const [first] = of as [LogRow]
    return pupils < manyPupils
      ? []
      : [
          {
            words: t`${pupils} records opened by ${first.who} on ${showWeekday(first.day)}`,
            day: first.day,
            filter: only(first, { did: ['opened'] }),
          },
        ]
  })

const atNight = (rows: readonly LogRow[]): Fact[] =>
  [
    ...daysOf(rows.filter(({ time }) => time !== '' && (time >= night.from || time < night.until))).values(),
  ].map((of) => {
    const [last] = of as [LogRow]
    const times = of.map(({ time }) => time).toSorted()
    return {
      words: t`${of.length} ${of.length === 1 ? 'row' : 'rows'} by ${last.who} at night on ${showWeekday(last.day)}, ${times[0] ?? ''}${times.length > 1 ? t` to ${times.at(-1) ?? ''}` : ''}`,
      day: last.day,
      filter: only(last),
    }
  })

const sentWithWarnings = (rows: readonly LogRow[]): Fact[] =>
  rows
    .filter(
      ({ entry }) => (entry.warnings ?? 0) > 0 && entry.recipient !== null && entry.recipient !== 'school',
    )
    .map((row) => ({
      words: `${row.did}, for ${row.recipient.toLowerCase()}, by ${row.who} on ${showWeekday(row.day)} with ${row.entry.warnings} ${row.entry.warnings === 1 ? 'warning' : 'warnings'} left`,
      day: row.day,
      filter: only(row, { did: [row.entry.did] }),
    }))

/** What stands out in the log, newest first. */
export const unusual = (rows: readonly LogRow[]): Fact[] => {
  const dated = rows.filter(({ day }) => day !== '')
  return [...openedMany(dated), ...sentWithWarnings(dated), ...atNight(dated)].toSorted((a, b) =>
    a.day < b.day ? 1 : a.day > b.day ? -1 : 0,
  )
}
