import { t } from '../../../words/t.ts'
import { Button, Link, mergeClasses, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import type { Figure, SchoolMoney } from '../../../domain/rules/moneyTypes.ts'
import { showMoney } from '../../../domain/rules/money.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { Threshold } from '../../../ui/money/Threshold.tsx'
import { Why } from '../../../ui/Why.tsx'
import { useGo } from '../../routes.ts'
import { byGap } from './byGap.ts'
import { PrintMoney } from './PrintMoney.tsx'
import { useTableLook } from '../shared/tableLook.ts'

const some = 60
const sum = ({ pence, why }: Figure) => <Why why={why}>{showMoney(pence)}</Why>

/** Each pupil against the threshold: what support costs, what of it counts, top-up, and what the school pays on top. */
export const ByPupil = ({ money, pupils }: { money: SchoolMoney; pupils: readonly Stored<Pupil>[] }) => {
  const look = useTableLook()
  const { href } = useGo()
  const [all, setAll] = useState(false)
  const rows = money.pupils.toSorted(byGap)
  const shown = all ? rows : rows.slice(0, some)
  const number = mergeClasses(look.cell, look.number)
  const headNumber = mergeClasses(look.head, look.number)
  return (
    <>
      <div>
        <PrintMoney money={money} pupils={pupils} />
      </div>
      <div className={look.scroll} role="region" aria-label={t`Money by pupil`}>
        <table className={look.table}>
          <thead>
            <tr>
              <th scope="col" className={look.head}>{t`Pupil`}</th>
              <th scope="col" className={headNumber}>{t`Costs`}</th>
              <th scope="col" className={headNumber}>{t`Counts`}</th>
              <th scope="col" className={look.head}>{t`Against the threshold`}</th>
              <th scope="col" className={headNumber}>{t`Top-up`}</th>
              <th scope="col" className={headNumber}>{t`Gap`}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.pupil.key}>
                <th scope="row" className={look.cell}>
                  <Link href={href({ at: 'pupil', key: row.pupil.key, section: 'provision' })}>
                    <PupilName pupil={row.pupil} />
                  </Link>
                  {row.notCosted.length > 0 && (
                    <Text
                      size={200}
                      block
                      className={look.quiet}
                    >{t`${row.notCosted.length} not costed yet`}</Text>
                  )}
                </th>
                <td data-label={t`Costs`} className={number}>
                  <Why why={row.actual.why}>{showMoney(row.actual.pence)}</Why>
                </td>
                <td data-label={t`Counts`} className={number}>
                  <Why why={row.counted.why}>{showMoney(row.counted.pence)}</Why>
                </td>
                <td data-label={t`Against the threshold`} className={look.cell}>
                  <Threshold year={row} />
                </td>
                <td data-label={t`Top-up`} className={number}>
                  <Why why={row.topUp.why}>{showMoney(row.topUp.pence)}</Why>
                </td>
                <td data-label={t`Gap`} className={number}>
                  <Why why={row.topUpGap.why}>
                    {row.topUpGap.pence > 0 ? showMoney(row.topUpGap.pence) : t`None`}
                  </Why>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot className={look.foot}>
            <tr>
              <td className={look.cell}>{t`${money.pupils.length} pupils`}</td>
              <td data-label={t`Costs`} className={number}>
                {sum(money.linesTotal)}
              </td>
              <td data-label={t`Counts`} className={number}>
                {sum(money.counted)}
              </td>
              <td data-label={t`Against the threshold`} className={look.cell}>
                {sum(money.aboveThreshold)} {t`above`}
              </td>
              <td data-label={t`Top-up`} className={number}>
                {sum(money.topUp)}
              </td>
              <td data-label={t`Gap`} className={number}>
                {sum(money.topUpGap)}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {rows.length > shown.length && (
        <div>
          <Button onClick={() => setAll(true)}>{t`Show all ${rows.length} pupils`}</Button>
        </div>
      )}
    </>
  )
}
