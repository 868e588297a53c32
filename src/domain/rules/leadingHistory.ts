import { t } from '../../words/t.ts'
import type { GovernorReport } from '../records/governorReport.ts'
import type { Pupil } from '../records/pupil.ts'
import type { StatusPeriod } from '../records/statusPeriod.ts'
import { hiddenOf, hiddenWords } from './analysisHidden.ts'
import { onRollOn } from './census.ts'
import { addMonths, type Day, daysBetween } from './day.ts'
import { grouped } from '../grouped.ts'
import { showNumber } from './figure.ts'
import { type LeadingFigure, leadingKind, type LeadingUnit } from './leadingFigureKinds.ts'
import { showMoney } from './money.ts'
import { statusOn } from './statusHistory.ts'

export type Figures = ReadonlyMap<string, number | null>

/** Figures as a report keeps them: one a line. */
export const leadingText = (figures: readonly LeadingFigure[]): string =>
  figures.map(({ id, value }) => `${id}: ${value ?? hiddenWords}`).join('\n')

/** Figures of a report; lines that mean nothing here, such as those of a newer app, are left out. */
export const readLeading = (text: string | null): Figures =>
  new Map(
    (text ?? '').split(/\r?\n/).flatMap((line): [string, number | null][] => {
      const [, id = '', value = ''] = /^([\w.]+): (\d{1,12}(?:\.\d)?|hidden)$/.exec(line.trim()) ?? []
      return leadingKind(id) ? [[id, value === hiddenWords ? null : Number(value)]] : []
    }),
  )

type Taken = Pick<GovernorReport, 'asOf' | 'figures' | 'term'>
export type Earlier = { readonly term: string; readonly asOf: Day; readonly figures: Figures }

const asEarlier = (one: Taken | undefined): Earlier | null =>
  one?.asOf ? { term: one.term, asOf: one.asOf, figures: readLeading(one.figures) } : null

/** How many days beside the same day a year ago a report may be and still be last year's. */
const yearSlack = 75

/** The report before this one, and the one nearest to a year before it; each null where there is none. */
export const earlierReports = (
  reports: readonly Taken[],
  asOf: Day,
): { readonly last: Earlier | null; readonly year: Earlier | null } => {
  const before = reports
    .filter((one) => one.asOf !== null && one.asOf < asOf && one.figures)
    .toSorted((a, b) => b.asOf!.localeCompare(a.asOf!))
  const wanted = addMonths(asOf, -12)
  const far = (one: Taken) => Math.abs(daysBetween(wanted, one.asOf!))
  const nearest = before.toSorted((a, b) => far(a) - far(b))[0]
  return {
    last: asEarlier(before[0]),
    year: asEarlier(nearest && far(nearest) <= yearSlack ? nearest : undefined),
  }
}

/** Whether a figure says anything: of nobody now, it does where it was of somebody before, hidden or not. */
export const worthSaying = (
  id: string,
  value: number | null,
  earlier: readonly (Pick<Earlier, 'figures'> | null)[],
): boolean =>
  value !== 0 || earlier.some((one) => one !== null && one.figures.has(id) && one.figures.get(id) !== 0)

/**
 * SEN support and EHC plans on a day gone by, from the history of statuses: for a year in which no report was kept.
 * Pupils whose records were archived since are not in it. Small numbers are hidden as everywhere.
 */
export const statusFiguresOn = (
  pupils: readonly (Pupil & { readonly key: string })[],
  periods: readonly (StatusPeriod & { readonly key: string })[],
  day: Day,
  fewest: number,
): Figures => {
  const of = grouped(periods, ({ pupil }) => pupil)
  const statuses = pupils
    .filter((pupil) => onRollOn(pupil, day))
    .map((pupil) => statusOn(pupil, of.get(pupil.key) ?? [], day))
  const n = (status: string) => statuses.filter((one) => one.is === 'one' && one.status === status).length
  const counts = [
    { id: 'status.E', n: n('E'), shown: true },
    { id: 'status.K', n: n('K'), shown: true },
    { id: 'send', n: n('E') + n('K'), shown: true, last: true },
  ]
  const hidden = hiddenOf(counts, [{ whole: 'send', parts: ['status.E', 'status.K'] }], fewest)
  return new Map(counts.map(({ id, n: value }) => [id, hidden.has(id) ? null : value]))
}

/** `+3`, `−2.5 points`, `the same`; '' where one of them is hidden or unknown. */
export const changeWords = (
  unit: LeadingUnit,
  now: number | null | undefined,
  then: number | null | undefined,
): string => {
  if (now === null || now === undefined || then === null || then === undefined) return ''
  const by = now - then
  if (Math.abs(by) < 0.05) return t`the same`
  if (unit === 'pence') return `${by < 0 ? '−' : '+'}${showMoney(Math.abs(by))}`
  if (unit === 'minutes') return t`${showNumber(by / 60, 0, true)} hours`
  return unit === 'percent' ? t`${showNumber(by, 1, true)} points` : showNumber(by, 0, true)
}
