import { useMemo } from 'react'
import { Need } from '../../domain/records/need.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import { moneyYearOf } from '../../domain/rules/annualise.ts'
import { addDays } from '../../domain/rules/day.ts'
import { moneyOf } from '../../domain/rules/elements.ts'
import { summed } from '../../domain/rules/ledger.ts'
import { minutesDelivered } from '../../domain/rules/ledgerStanding.ts'
import { setting, settingsOn } from '../../domain/rules/settings.ts'
import { trustFigures, type Behind } from '../../domain/rules/trustFigures.ts'
import { useSchoolLedger } from '../../ui/ledger/useLedger.ts'
import { moneyInput, moneyRecords, useMoneyQueries, yearStartOf } from '../../ui/money/useMoneyRecords.ts'
import { useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useReviewSettings } from '../../ui/useSchool.ts'

/** The figures of this school as of today, from its own records; null until all of them are read. */
export const useOwnFigures = () => {
  const today = useServices().today()
  const records = [useAll(Pupil), useAll(Need), useAll(Review), useReviewSettings()] as const
  const money = useMoneyQueries()
  const delivered = useSchoolLedger(addDays(today, -28), addDays(today, -1))
  const [pupils, needs, reviews, settings] = records
  const queries = [...records, ...money, ...delivered.queries]
  const isRead = queries.every(({ data }) => data !== undefined) && delivered.ledger !== null
  const lists = money.map(({ data }) => data)
  const figures = useMemo(() => {
    if (!isRead) return null
    const all = moneyRecords(...(lists as unknown as Parameters<typeof moneyRecords>))
    const school = settingsOn(all.schools, today)
    const { pupils: ofYear } = moneyOf(moneyInput(all, moneyYearOf(today, yearStartOf(all, today)), today))
    const sumOf = (pence: (one: (typeof ofYear)[number]) => number): Behind => {
      const behind = ofYear.map(pence).filter((one) => one > 0)
      return { value: behind.reduce((sum, one) => sum + one, 0), pupils: behind.length }
    }
    const { rows } = delivered.ledger!
    const sums = summed(rows)
    const of = (value: number): Behind => ({ value, pupils: new Set(rows.map(({ pupil }) => pupil)).size })
    const fewest = setting(school, 'fewestShown')
    const sources = {
      pupils: pupils.data!.records,
      needs: needs.data!.records,
      reviews: reviews.data!.records,
      settings: settings.data!,
      cost: sumOf(({ actual }) => actual.pence),
      topUp: sumOf(({ topUp }) => topUp.pence),
      planned: sums.minutesPlanned > 0 ? of(sums.minutesPlanned) : null,
      given: sums.minutesPlanned > 0 ? of(Math.min(sums.minutesPlanned, minutesDelivered(sums))) : null,
    }
    return { fewest, figures: trustFigures(sources, today, fewest) }
    // Each answer is the same object until its list changes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isRead, today, pupils.data, needs.data, reviews.data, settings.data, delivered.ledger, ...lists])
  return { queries, own: figures }
}
