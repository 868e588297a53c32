import { t } from '../../../words/t.ts'
import type { Stored } from '../../../domain/record.ts'
import { fullName, type Pupil } from '../../../domain/records/pupil.ts'
import { showMoneyYear } from '../../../domain/rules/annualise.ts'
import { showMoney } from '../../../domain/rules/money.ts'
import type { SchoolMoney } from '../../../domain/rules/moneyTypes.ts'
import { useServices } from '../../../ui/services.tsx'
import { PrintLeaving } from '../shared/PrintLeaving.tsx'
import { byGap } from './byGap.ts'

const sums = ['Costs', 'Counts', 'Threshold', 'Above it', 'Top-up', 'Gap'] as const

/** The school's money of the year and each pupil against the threshold, on paper: for a head or a business manager. */
export const PrintMoney = ({ money, pupils }: { money: SchoolMoney; pupils: readonly Stored<Pupil>[] }) => {
  const { school } = useServices()
  const known = new Map(pupils.map((pupil) => [pupil.key, pupil]))
  const figures: readonly (readonly [string, number | null])[] = [
    [t`Provision costs`, money.total.pence],
    [t`Element 2 used`, money.element2Used.pence],
    [t`Top-up received`, money.topUp.pence],
    [t`Top-up gap`, money.topUpGap.pence],
    [t`The school spends`, money.schoolSpend.pence],
    [t`Notional SEN budget left`, money.notionalBalance?.pence ?? null],
    [t`Paid, not counted`, money.notCounted.pence],
  ]
  const open = money.notCosted.length
  return (
    <PrintLeaving
      words={t`Print the year`}
      what={t`Money of provision`}
      pupils={money.pupils.flatMap(({ pupil }) => known.get(pupil.key) ?? [])}
      sheet={{
        title: t`Money of provision, ${showMoneyYear(money.year)}`,
        about: [
          school.name,
          ...figures.flatMap(([words, pence]) => (pence === null ? [] : [`${words} ${showMoney(pence)}`])),
          ...(open > 0 ? [t`${open} not costed yet: figures are too low`] : []),
        ].join(' · '),
        columns: [t`Pupil`, ...sums],
        numbers: sums,
        hasSum: true,
        rows: [
          ...money.pupils
            .toSorted(byGap)
            .map((one) => [
              fullName(one.pupil),
              showMoney(one.actual.pence),
              showMoney(one.counted.pence),
              showMoney(one.rules.threshold),
              one.aboveThreshold.pence > 0 ? showMoney(one.aboveThreshold.pence) : '',
              one.topUp.pence > 0 ? showMoney(one.topUp.pence) : '',
              one.topUpGap.pence > 0 ? showMoney(one.topUpGap.pence) : '',
            ]),
          [
            t`Together`,
            showMoney(money.linesPence),
            showMoney(money.counted.pence),
            '',
            showMoney(money.aboveThreshold.pence),
            showMoney(money.topUp.pence),
            showMoney(money.topUpGap.pence),
          ],
        ],
      }}
    />
  )
}
