import { useMemo } from 'react'
import { Need } from '../../domain/records/need.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import { moneyYearOf } from '../../domain/rules/annualise.ts'
import { moneyOf } from '../../domain/rules/elements.ts'
import { setting, settingsOn } from '../../domain/rules/settings.ts'
import { trustFigures } from '../../domain/rules/trustFigures.ts'
import { deliveryDays, sumsToSend } from '../../domain/rules/trustSums.ts'
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
  const delivered = useSchoolLedger(...deliveryDays(today))
  const [pupils, needs, reviews, settings] = records
  const queries = [...records, ...money, ...delivered.queries]
  const isRead = queries.every(({ data }) => data !== undefined) && delivered.ledger !== null
  const lists = money.map(({ data }) => data)
  const figures = useMemo(() => {
    if (!isRead) return null
    const all = moneyRecords(...(lists as unknown as Parameters<typeof moneyRecords>))
    const { pupils: ofYear } = moneyOf(moneyInput(all, moneyYearOf(today, yearStartOf(all, today)), today))
    const registers = {
      pupils: pupils.data!.records,
      needs: needs.data!.records,
      reviews: reviews.data!.records,
      settings: settings.data!,
    }
    const fewest = setting(settingsOn(all.schools, today), 'fewestShown')
    const sources = { ...registers, ...sumsToSend(ofYear, delivered.ledger!.rows) }
    return { fewest, figures: trustFigures(sources, today, fewest), sources }
    // Each answer is the same object until its list changes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isRead, today, pupils.data, needs.data, reviews.data, settings.data, delivered.ledger, ...lists])
  return { queries, own: figures }
}
