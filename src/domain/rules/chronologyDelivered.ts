import { t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import type { Cycle } from '../records/cycle.ts'
import { Delivery } from '../records/delivery.ts'
import type { ChronologyEvent } from './chronology.ts'
import { addDays, type Day } from './day.ts'
import type { LedgerSources } from './ledgerSchool.ts'
import { givenIn } from './ledgerSpans.ts'
import { termsOf } from './schoolCalendar.ts'
import { academicYearOf } from './schoolYear.ts'

type Days = { readonly from: Day; readonly until: Day }
type Span = { readonly id: string; readonly from: Day; readonly until: Day; readonly title: string }

/** What of some days none of these covers. */
const outside = (whole: Days, covered: readonly Days[]): Days[] =>
  covered.reduce<Days[]>(
    (rest, { from, until }) =>
      rest.flatMap((part) =>
        until < part.from || from > part.until
          ? [part]
          : [
              { from: part.from, until: addDays(from, -1) },
              { from: addDays(until, 1), until: part.until },
            ].filter((left) => left.from <= left.until),
      ),
    [whole],
  )

/** A plan's own time; of a term what lies in no plan's. Both only once they are over. */
const spansOf = (
  pupil: string,
  cycles: readonly Stored<Cycle>[],
  { calendar, deliveries, today }: LedgerSources,
): Span[] => {
  const plans = cycles.flatMap(({ key, number, agreedOn, began, reviewedOn, ended }): Span[] => {
    const until = reviewedOn ?? ended
    const title = t`Plan ${number}: what was given`
    return until && until <= today ? [{ id: `${key}.given`, from: agreedOn ?? began, until, title }] : []
  })
  const years = [...new Set(deliveries.map(({ day }) => academicYearOf(day)))]
  const terms = years
    .flatMap((year) => termsOf(calendar, year))
    .filter(({ ends }) => ends < today)
    .flatMap(({ starts, ends, name }) =>
      outside({ from: starts, until: ends }, plans).map(({ from, until }) => ({
        id: `${pupil}.given.${from}`,
        from,
        until,
        title: name ? t`Support given, ${name}` : t`Support given this term`,
      })),
    )
  return [...plans, ...terms]
}

/** What was delivered of a pupil's support, plan by plan, else term by term, as the log of sessions has it. */
export const deliveredEvents = (
  pupil: string,
  cycles: readonly Stored<Cycle>[],
  log: LedgerSources | null,
  named: (provision: string) => string,
): ChronologyEvent[] =>
  log === null
    ? []
    : spansOf(pupil, cycles, log).flatMap(({ id, from, until, title }): ChronologyEvent[] => {
        const given = givenIn(log, from, until, named)
        return given
          ? [
              {
                id,
                day: until,
                kind: 'support',
                title,
                text: given.text,
                from: null,
                thirdParty: false,
                written: null,
                record: { type: Delivery.name, key: pupil },
              },
            ]
          : []
      })
