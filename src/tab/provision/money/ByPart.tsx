import { t } from '../../../words/t.ts'
import { Button, mergeClasses, Text } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { Figure, MoneyPart } from '../../../domain/rules/moneyTypes.ts'
import { showMoney } from '../../../domain/rules/money.ts'
import { showNumber } from '../../../domain/rules/yearLine.ts'
import { Why } from '../../../ui/Why.tsx'
import { useTableLook } from '../shared/tableLook.ts'

const some = 60

/** The year's money by something: parts that add up to the sum of all lines. */
export const ByPart = <P extends MoneyPart>({
  heading,
  parts,
  total,
  name,
  note,
  hours = true,
}: {
  heading: string
  parts: readonly P[]
  total: Figure
  name: (part: P) => ReactNode
  note?: (part: P) => ReactNode
  hours?: boolean
}) => {
  const look = useTableLook()
  const [all, setAll] = useState(false)
  const number = mergeClasses(look.cell, look.number)
  const headNumber = mergeClasses(look.head, look.number)
  const shown = all ? parts : parts.slice(0, some)
  return (
    <>
      <div className={look.scroll} role="region" aria-label={t`Money by ${heading.toLowerCase()}`}>
        <table className={look.table}>
          <thead>
            <tr>
              <th scope="col" className={look.head}>
                {heading}
              </th>
              <th scope="col" className={headNumber}>{t`Lines`}</th>
              <th scope="col" className={headNumber}>{t`Pupils`}</th>
              {hours && <th scope="col" className={headNumber}>{t`Hours`}</th>}
              <th scope="col" className={headNumber}>{t`Costs`}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((part) => (
              <tr key={part.of}>
                <th scope="row" className={look.cell}>
                  {name(part)}
                  {note?.(part) && (
                    <Text size={200} block className={look.quiet}>
                      {note(part)}
                    </Text>
                  )}
                </th>
                <td data-label={t`Lines`} className={number}>
                  {part.lines}
                </td>
                <td data-label={t`Pupils`} className={number}>
                  {part.pupils}
                </td>
                {hours && (
                  <td data-label={t`Hours`} className={number}>
                    {part.hoursWhy ? (
                      <Why why={part.hoursWhy}>{showNumber(part.hours)}</Why>
                    ) : (
                      showNumber(part.hours)
                    )}
                  </td>
                )}
                <td data-label={t`Costs`} className={number}>
                  <Why why={part.why}>{showMoney(part.pence)}</Why>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot className={look.foot}>
            <tr>
              <td className={look.cell} colSpan={hours ? 4 : 3}>{t`Together`}</td>
              <td data-label={t`Costs`} className={number}>
                <Why why={total.why}>{showMoney(total.pence)}</Why>
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {parts.length > shown.length && (
        <div>
          <Button onClick={() => setAll(true)}>{t`Show all ${parts.length}`}</Button>
        </div>
      )}
    </>
  )
}
