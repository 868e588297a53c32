import { t } from '../../words/t.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import { showNumber } from './chartScales.ts'
import type { Better, ChartPoint, ChartSeries, ChartTable } from './chartTypes.ts'

type Show = (value: number) => string

const inTime = (points: readonly ChartPoint[]): ChartPoint[] =>
  points.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))

/** The series in order of time, those without a point left out. */
export const orderedSeries = (series: readonly ChartSeries[]): ChartSeries[] =>
  series
    .filter(({ points }) => points.length > 0)
    .map(({ name, points }) => ({ name, points: inTime(points) }))

const overlap = (a: ChartPoint, b: ChartPoint): boolean | null =>
  a.low == null || a.high == null || b.low == null || b.high == null
    ? null
    : a.low <= b.high && b.low <= a.high

const about = (
  { name, points }: ChartSeries,
  unit: string,
  better: Better,
  alone: boolean,
  show: Show,
): string => {
  const [first, last] = [points[0]!, points.at(-1)!]
  const who = alone ? '' : `${name}: `
  if (points.length === 1)
    return t`${who}${show(first.value)} (${unit}) on ${showDay(first.day)}, measured once.`
  const change = last.value - first.value
  const went = change === 0 ? 'unchanged' : `${change > 0 ? 'up' : 'down'} ${show(Math.abs(change))}`
  const way =
    change === 0 || better === 'higher'
      ? ''
      : change < 0
        ? t` (lower is better)`
        : t` (lower would be better)`
  const within = overlap(first, last)
    ? t` The intervals of first and last overlap, so the change may be chance.`
    : ''
  return t`${who}from ${show(first.value)} on ${showDay(first.day)} to ${show(last.value)} on ${showDay(last.day)} (${unit}): ${went}${way}.${within}`
}
const begun = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1)

/** What the chart of a pupil’s progress says, in a sentence for each series and one for the target. */
export const progressSummary = (
  series: readonly ChartSeries[],
  unit: string,
  target: { readonly value: number; readonly by?: Day | null } | null,
  better: Better,
  show: Show = showNumber,
): string => {
  const ordered = orderedSeries(series)
  const said = ordered.map((one) => begun(about(one, unit, better, ordered.length === 1, show)))
  if (!target || ordered.length === 0) return said.join(' ')
  const last = ordered[0]!.points.at(-1)!.value
  const reached = better === 'higher' ? last >= target.value : last <= target.value
  const by = target.by ? t` by ${showDay(target.by)}` : ''
  return [...said, t`Target ${show(target.value)}${by}: ${reached ? 'reached' : t`not reached yet`}.`].join(
    ' ',
  )
}

const interval = ({ low, high }: ChartPoint, show: Show): string =>
  low == null || high == null ? '–' : t`${show(low)} to ${show(high)}`

/** The numbers of the picture, a row for each point, in order of time. */
export const progressTable = (
  series: readonly ChartSeries[],
  unit: string,
  show: Show = showNumber,
): ChartTable => {
  const ordered = orderedSeries(series)
  const several = ordered.length > 1
  const labelled = ordered.some(({ points }) => points.some(({ label }) => label))
  const rows = ordered
    .flatMap(({ name, points }) => points.map((point) => ({ name, point })))
    .toSorted((a, b) => (a.point.day < b.point.day ? -1 : a.point.day > b.point.day ? 1 : 0))
  return {
    columns: [
      t`Day`,
      ...(several ? [t`What`] : []),
      begun(unit),
      t`Interval`,
      ...(labelled ? [t`Note`] : []),
    ],
    rows: rows.map(({ name, point }) => ({
      head: showDay(point.day),
      cells: [
        ...(several ? [name] : []),
        show(point.value),
        interval(point, show),
        ...(labelled ? [point.label ?? ''] : []),
      ],
    })),
  }
}
