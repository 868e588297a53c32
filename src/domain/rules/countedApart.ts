import { t } from '../../words/t.ts'
import type { MoneyLine, PupilYear } from './moneyTypes.ts'
import { addsUp, total, why } from './moneyWhy.ts'

/**
 * What is paid and not counted, and what counts beyond its cost, line by line: a line that counts for more than it costs
 * doesn't make up for one that doesn't count. The most for one pupil takes first what lies above the cost.
 */
export const countedApart = (
  lines: readonly MoneyLine[],
  {
    actual,
    counted,
    overCap,
    source,
  }: {
    readonly actual: number
    readonly counted: number
    readonly overCap: number
    readonly source: string
  },
): Pick<PupilYear, 'notCounted' | 'aboveCost'> => {
  const more = total(
    lines.map((one) => Math.max(0, (one.counted?.countedPence ?? 0) - (one.actual?.pence ?? 0))),
  )
  const aboveCost = Math.max(counted - actual, Math.max(0, more - overCap))
  const notCounted = aboveCost - (counted - actual)
  return {
    notCounted: {
      pence: notCounted,
      why: why(
        t`Paid, and not counted`,
        notCounted === 0
          ? t`All that support costs the school counts.`
          : t`What support costs the school and the authority’s rules don’t count, line by line.`,
        [
          [t`Costs the school`, actual],
          ...(aboveCost > 0 ? [[t`Counts beyond its cost`, aboveCost] as [string, number]] : []),
          [t`Counts`, counted],
          [t`Not counted`, addsUp([actual, ...(aboveCost > 0 ? [aboveCost] : []), -counted])],
        ],
        source,
      ),
    },
    aboveCost: {
      pence: aboveCost,
      why: why(
        t`Counts beyond its cost`,
        aboveCost === 0
          ? t`Nothing counts for more than it costs the school.`
          : more === 0
            ? t`Only the total is rounded, not each line: a penny or two.`
            : t`By the authority’s own rates, or with the whole cost of a group, more counts than the school pays for this pupil.`,
        [
          [t`Counts`, counted],
          [t`Not counted`, notCounted],
          [t`Costs the school`, actual],
          [t`Beyond its cost`, addsUp([counted, ...(notCounted > 0 ? [notCounted] : []), -actual])],
        ],
        source,
      ),
    },
  }
}
