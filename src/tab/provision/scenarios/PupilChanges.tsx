import { t } from '../../../words/t.ts'
import { makeStyles, mergeClasses, Text } from '@fluentui/react-components'
import { counted } from '../../../domain/counted.ts'
import { showMinutes } from '../../../domain/rules/deploymentPeople.ts'
import { showMoney } from '../../../domain/rules/money.ts'
import type { PupilChange } from '../../../domain/rules/scenarioCompare.ts'
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

const figures = [
  ['Cost this financial year', 'cost', showMoney],
  ['Minutes a week', 'given', showMinutes],
  ['Section F not in the timetable', 'uncovered', showMinutes],
] as const satisfies readonly (readonly [string, keyof PupilChange, (value: number) => string])[]

const becomes = ([before, after]: readonly [number, number], show: (value: number) => string) =>
  before === after ? t`${show(before)}, no change` : t`${show(before)} becomes ${show(after)}`

/** What a pupil’s support would cost, with its reason. */
const Cost = ({ pence, of, is }: { pence: number; of: string; is: Reckoned }) => {
  const year = is.after.money.pupils.find(({ pupil }) => pupil.key === of)
  return year ? <Why why={year.actual.why}>{showMoney(pence)}</Why> : showMoney(pence)
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
                      {field === 'cost' ? (
                        <Cost pence={one.cost[1]} of={one.pupil} is={is} />
                      ) : (
                        show(one[field][1])
                      )}
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
                  {words}:{' '}
                  {field === 'cost' && one.cost[0] !== one.cost[1] ? (
                    <>
                      {t`${show(one.cost[0])} becomes`} <Cost pence={one.cost[1]} of={one.pupil} is={is} />
                    </>
                  ) : (
                    becomes(one[field], show)
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))
      )}
    </section>
  )
}
