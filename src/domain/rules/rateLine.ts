import type { Allocation } from '../records/allocation.ts'
import type { Rate } from '../records/rate.ts'
import { staffRoles } from './codes.ts'
import { needsRate } from './cost.ts'
import { addDays, type Day } from './day.ts'

type Keyed<T> = T & { readonly key: string }
export type RatePart =
  | { readonly is: 'rate'; readonly from: Day; readonly until: Day | null; readonly rate: Keyed<Rate> }
  /** Support runs, and nothing says what an hour costs. */
  | { readonly is: 'gap'; readonly from: Day; readonly until: Day | null; readonly lines: number }
export type RoleRates = {
  readonly role: Rate['role']
  readonly parts: readonly RatePart[]
  /** Rows from the same day: the first of them is used. */
  readonly twice: readonly Keyed<Rate>[]
}

/**
 * The rates of each role on a line of time, with the days on which support runs and none is there. A rate holds until
 * the next begins, so a gap can only lie before the first.
 */
export const rateLines = (
  rates: readonly Keyed<Rate>[],
  lines: readonly Allocation[],
): readonly RoleRates[] => {
  const roles = Object.keys(staffRoles) as Rate['role'][]
  return roles.flatMap((role): RoleRates[] => {
    const own = rates.filter((rate) => rate.role === role).toSorted((a, b) => (a.from < b.from ? -1 : 1))
    const twice = own.filter((rate, i) => own[i - 1]?.from === rate.from)
    const used = own.filter((rate) => !twice.includes(rate))
    const first = used[0]?.from ?? null
    const before = lines.filter(
      (line) => line.role === role && needsRate(line) && (first === null || line.from < first),
    )
    if (own.length === 0 && before.length === 0) return []
    const gap: RatePart[] =
      before.length === 0
        ? []
        : [
            {
              is: 'gap',
              from: before.map(({ from }) => from).toSorted()[0]!,
              until: first === null ? null : addDays(first, -1),
              lines: before.length,
            },
          ]
    return [
      {
        role,
        twice,
        parts: [
          ...gap,
          ...used.map((rate, i): RatePart => {
            const next = used[i + 1]
            return { is: 'rate', from: rate.from, until: next ? addDays(next.from, -1) : null, rate }
          }),
        ],
      },
    ]
  })
}

/** How many lines of support a rate from a day on would change: those of its role that run then or later. */
export const linesChangedBy = (
  lines: readonly Allocation[],
  { role, from }: Pick<Rate, 'role' | 'from'>,
  before: Day | null = null,
): number =>
  lines.filter(
    (line) =>
      line.role === role &&
      needsRate(line) &&
      (line.until === null || line.until >= from) &&
      (before === null || line.from < before),
  ).length
