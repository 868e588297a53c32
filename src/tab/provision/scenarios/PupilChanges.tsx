import { t } from '../../../words/t.ts'
import { makeStyles, mergeClasses, Text } from '@fluentui/react-components'
import { counted } from '../../../domain/counted.ts'
import { showMinutes } from '../../../domain/rules/deploymentPeople.ts'
import { showMoney } from '../../../domain/rules/money.ts'
import type { PupilChange } from '../../../domain/rules/scenarioCompare.ts'
import { givenWhy, uncoveredWhy } from '../../../domain/rules/scenarioPupilWhy.ts'
import type { Why as Reason } from '../../../domain/rules/why.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { Why } from '../../../ui/Why.tsx'
import { useWide } from '../../../ui/useWide.ts'
import { useTableLook } from '../shared/tableLook.ts'
import type { DeployedRecords } from '../staff/useDeployed.ts'
import type { Reckoned } from './useScenario.ts'

const useStyles = makeStyles({
  title: { margin: 0 },
  cell: { verticalAlign: 'top' },
  list: { margin: '2px 0 0', paddingLeft: '20px' },
})

type Show = (value: number) => string
const figures = [
  [t`Cost this financial year`, 'cost', showMoney],
  [t`Minutes a week`, 'given', showMinutes],
  [t`Section F not in the timetable`, 'uncovered', showMinutes],
] as const satisfies readonly (readonly [string, FigureOf, Show])[]
type FigureOf = Exclude<keyof PupilChange, 'pupil'>

/** Why a figure of one pupil would be what it is; null for the cost of whoever has none in the year. */
const whyOf = (field: FigureOf, of: string, { after }: Reckoned, records: DeployedRecords): Reason | null => {
  if (field === 'cost') return after.money.pupils.find(({ pupil }) => pupil.key === of)?.actual.why ?? null
  const rows = after.match.filter(({ pupil }) => pupil === of)
  const nameOf = (key: string) => records.provisions.find((one) => one.key === key)?.name ?? t`Support`
  return (field === 'given' ? givenWhy : uncoveredWhy)(rows, nameOf, after.starts)
}

/** Each pupil whose support would change: what it costs, what they get and what their plan would lack, before and after. */
export const PupilChanges = ({ is, records }: { is: Reckoned; records: DeployedRecords }) => {
  const styles = useStyles()
  const look = useTableLook()
  const isWide = useWide(700)
  const { pupils } = is.compared
  if (pupils.length === 0) return null
  const pupilOf = new Map(records.pupils.map((one) => [one.key, one]))
  const sorted = pupils.toSorted(
    (a, b) =>
      b.uncovered[1] - b.uncovered[0] - (a.uncovered[1] - a.uncovered[0]) ||
      a.given[1] - a.given[0] - (b.given[1] - b.given[0]),
  )
  const figure = (one: PupilChange, field: FigureOf, show: Show) => {
    const why = whyOf(field, one.pupil, is, records)
    const value = show(one[field][1])
    return why ? <Why why={why}>{value}</Why> : value
  }
  const name = (key: string) => (pupilOf.has(key) ? <PupilName pupil={pupilOf.get(key)!} /> : t`A pupil`)
  return (
    <section aria-label={t`Pupils`}>
      <Text
        as="h3"
        size={300}
        weight="semibold"
        className={styles.title}
      >{t`Support of ${counted(pupils.length, 'pupil')} would change`}</Text>
      {isWide ? (
        <div className={look.scroll}>
          <table className={look.table} aria-label={t`Pupil by pupil`}>
            <thead>
              <tr>
                <th scope="col" className={look.head}>{t`Pupil`}</th>
                {figures.map(([words]) => (
                  <th key={words} scope="col" className={mergeClasses(look.head, look.number)}>
                    {words}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sorted.map((one) => (
                <tr key={one.pupil}>
                  <th scope="row" className={mergeClasses(look.cell, styles.cell)}>
                    {name(one.pupil)}
                  </th>
                  {figures.map(([words, field, show]) => (
                    <td key={words} className={mergeClasses(look.cell, look.number, styles.cell)}>
                      {figure(one, field, show)}
                      <Text block size={200} className={look.quiet}>
                        {one[field][0] === one[field][1] ? t`no change` : t`${show(one[field][0])} as it is`}
                      </Text>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        sorted.map((one) => (
          <div key={one.pupil}>
            <Text block weight="semibold">
              {name(one.pupil)}
            </Text>
            <ul className={styles.list}>
              {figures.map(([words, field, show]) => (
                <li key={words}>
                  {words}: {one[field][0] !== one[field][1] && t`${show(one[field][0])} becomes `}
                  {figure(one, field, show)}
                  {one[field][0] === one[field][1] && t`, no change`}
                </li>
              ))}
            </ul>
          </div>
        ))
      )}
    </section>
  )
}
