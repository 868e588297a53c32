import { addDays, type Day } from './day.ts'
import { summed } from './ledger.ts'
import type { LedgerRow } from './ledgerTypes.ts'
import { minutesDelivered } from './ledgerStanding.ts'
import type { PupilYear } from './moneyTypes.ts'
import type { Behind, TrustSources } from './trustFigures.ts'

/** The first and the last of the four weeks whose support is sent with the figures of a day. */
export const deliveryDays = (day: Day): readonly [Day, Day] => [addDays(day, -28), addDays(day, -1)]

/** Money of the year and minutes of the four weeks, each with how many pupils stand behind it, as a school sends them. */
export const sumsToSend = (
  year: readonly Pick<PupilYear, 'actual' | 'topUp'>[],
  rows: readonly LedgerRow[],
): Pick<TrustSources, 'cost' | 'topUp' | 'planned' | 'given'> => {
  const sumOf = (pence: (one: (typeof year)[number]) => number): Behind => {
    const behind = year.map(pence).filter((one) => one > 0)
    return { value: behind.reduce((sum, one) => sum + one, 0), pupils: behind.length }
  }
  const sums = summed(rows)
  const of = (value: number): Behind => ({ value, pupils: new Set(rows.map(({ pupil }) => pupil)).size })
  const isPlanned = sums.minutesPlanned > 0
  return {
    cost: sumOf(({ actual }) => actual.pence),
    topUp: sumOf(({ topUp }) => topUp.pence),
    planned: isPlanned ? of(sums.minutesPlanned) : null,
    given: isPlanned ? of(Math.min(sums.minutesPlanned, minutesDelivered(sums))) : null,
  }
}
