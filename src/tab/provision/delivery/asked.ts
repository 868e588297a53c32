import { t } from '../../../words/t.ts'
import { type Day, isDay } from '../../../domain/rules/day.ts'
import type { LedgerKey } from '../../../domain/rules/ledger.ts'
import { type LedgerPeriod, ledgerPeriod, type PeriodName } from '../../../domain/rules/ledgerPeriods.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'

export const views = ['plan', 'group', 'staff', 'pupil', 'provision'] as const
export type View = (typeof views)[number]
export const viewWords: Record<View, string> = {
  plan: t`Section F`,
  group: t`Groups`,
  staff: t`Staff`,
  pupil: t`Pupils`,
  provision: t`Provision`,
}
export const keyOf: Record<View, LedgerKey> = {
  plan: 'allocation',
  group: 'group',
  staff: 'staff',
  pupil: 'pupil',
  provision: 'provision',
}
export const periods = ['half', 'before', 'term', 'weeks', 'dates'] as const
export type Over = PeriodName | 'dates'
export const periodWords: Record<Over, string> = {
  half: t`This half-term`,
  before: t`Half-term before`,
  term: t`This term`,
  weeks: t`Last four weeks`,
  dates: t`Dates`,
}

/** What the address asks for: by what it is added up, and over which days. */
export type Asked = {
  readonly view: View
  readonly over: Over
  readonly from: Day | null
  readonly until: Day | null
}

export const askedOf = (query: URLSearchParams): Asked => {
  const from = query.get('from')
  const until = query.get('until')
  return {
    view: views.find((one) => one === query.get('by')) ?? 'plan',
    over: periods.find((one) => one === query.get('over')) ?? 'half',
    from: isDay(from) ? from : null,
    until: isDay(until) ? until : null,
  }
}

export const queryFor = ({ view, over, from, until }: Asked): URLSearchParams =>
  new URLSearchParams({
    ...(view === 'plan' ? {} : { by: view }),
    ...(over === 'half' ? {} : { over }),
    ...(over === 'dates' && from ? { from } : {}),
    ...(over === 'dates' && until ? { until } : {}),
  })

/** The days that are asked for; chosen dates the wrong way round are taken the right way. */
export const periodIn = (
  calendar: SchoolCalendar,
  { over, from, until }: Asked,
  today: Day,
): LedgerPeriod => {
  if (over !== 'dates') return ledgerPeriod(calendar, over, today)
  const usual = ledgerPeriod(calendar, 'half', today)
  const first = from ?? usual.from
  const last = until ?? today
  return first <= last
    ? { from: first, until: last, words: t`the chosen dates` }
    : { from: last, until: first, words: t`the chosen dates` }
}
