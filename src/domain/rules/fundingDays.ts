import type { Funding } from '../records/funding.ts'
import { overlapOf, type Span } from './annualise.ts'
import { addDays, type Day } from './day.ts'

/** Days of a year on which one top-up counts. */
type Held = { readonly row: Funding; readonly span: Span }
/** Days for which more than one top-up is entered. */
type Shared = { readonly counts: Funding; readonly instead: readonly Funding[]; readonly span: Span }

/** The one that began last; of two that began on one day, the one decided last, then the one entered last. */
const newest = (rows: readonly Funding[]): Funding =>
  rows.reduce((last, row) =>
    `${row.from}${row.decided ?? ''}` >= `${last.from}${last.decided ?? ''}` ? row : last,
  )

const joined = <T extends { readonly span: Span }>(
  stretches: readonly T[],
  same: (a: T, b: T) => boolean,
): T[] =>
  stretches.reduce<T[]>((all, next) => {
    const last = all.at(-1)
    return last && same(last, next) && addDays(last.span.until, 1) === next.span.from
      ? [...all.slice(0, -1), { ...last, span: { from: last.span.from, until: next.span.until } }]
      : [...all, next]
  }, [])

/**
 * Which top-up counts on which days of a year, the days that none covers (`free`), and the days that several share.
 * Every day of the year is in `held` or in `free`, and in one of them only. Rows whose dates are the wrong way round
 * are not to be given.
 */
export const topUpsOver = (
  rows: readonly Funding[],
  year: Span,
): {
  readonly held: readonly Held[]
  readonly free: readonly Span[]
  readonly overlaps: readonly Shared[]
} => {
  const inYear = rows.flatMap((row) => {
    const span = overlapOf(year, { from: row.from, until: row.until ?? year.until })
    return span ? [{ row, span }] : []
  })
  const begins: Day[] = [
    ...new Set([year.from, ...inYear.flatMap(({ span }) => [span.from, addDays(span.until, 1)])]),
  ]
    .filter((day) => day <= year.until)
    .toSorted()
  const stretches = begins.map((from, i) => {
    const span = { from, until: i + 1 < begins.length ? addDays(begins[i + 1]!, -1) : year.until }
    const there = inYear.filter((one) => overlapOf(one.span, span)).map(({ row }) => row)
    return { span, there }
  })
  const held = stretches.flatMap(({ span, there }) =>
    there.length > 0 ? [{ span, row: newest(there) }] : [],
  )
  const shared = stretches.flatMap(({ span, there }) => {
    if (there.length < 2) return []
    const counts = newest(there)
    return [{ span, counts, instead: there.filter((row) => row !== counts) }]
  })
  return {
    held: joined(held, (a, b) => a.row === b.row),
    free: joined(
      stretches.filter(({ there }) => there.length === 0),
      () => true,
    ).map(({ span }) => span),
    overlaps: joined(
      shared,
      (a, b) =>
        a.counts === b.counts &&
        a.instead.length === b.instead.length &&
        a.instead.every((row, i) => row === b.instead[i]),
    ),
  }
}
