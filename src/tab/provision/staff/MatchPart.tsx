import { t } from '../../../words/t.ts'
import { Checkbox, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { shortName } from '../../../domain/records/pupil.ts'
import { type Day, showDay } from '../../../domain/rules/day.ts'
import { showMinutes } from '../../../domain/rules/deploymentPeople.ts'
import { differenceWords, type ThreeWayRow, uncoveredSum } from '../../../domain/rules/threeWay.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { Notice } from '../../../ui/Loaded.tsx'
import { useWide } from '../../../ui/useWide.ts'
import { Why } from '../../../ui/Why.tsx'
import { useTableLook } from '../shared/tableLook.ts'
import { PrintLeaving } from '../shared/PrintLeaving.tsx'
import { MatchDiffers } from './MatchDiffers.tsx'
import type { DeployedRecords } from './useDeployed.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', gap: '8px 20px', alignItems: 'center' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  words: { maxWidth: '720px' },
})
const minutes = (value: number | null, none: string) => (value === null ? none : showMinutes(value))

/** Plan, map and timetable of each line side by side, with the way to the place that puts a difference right. */
export const MatchPart = ({
  rows,
  records,
  day,
}: {
  rows: readonly ThreeWayRow[]
  records: DeployedRecords
  day: Day
}) => {
  const styles = useStyles()
  const look = useTableLook()
  const isWide = useWide(760)
  const [all, setAll] = useState(false)
  const differing = rows.filter(({ differs }) => differs.some((one) => one !== 'mapOverPlan'))
  const shown = (all ? rows : differing).toSorted(
    (a, b) => b.uncovered - a.uncovered || b.differs.length - a.differs.length,
  )
  const pupilOf = new Map(records.pupils.map((one) => [one.key, one]))
  const nameOf = new Map(records.provisions.map(({ key, name }) => [key, name]))
  const lineOf = new Map(records.allocations.map((one) => [one.key, one]))
  const sum = uncoveredSum(rows)
  if (rows.length === 0)
    return (
      <Notice
        title={t`No support runs today`}
        todo={t`Put pupils into provision; then the plan, the map and the timetable are compared line by line here.`}
      />
    )
  return (
    <div className={styles.part}>
      <Text className={styles.words}>
        {t`Minutes a week on ${showDay(day)}. What Section F specifies is owed whatever it costs (Children and Families Act 2014, section 42). ${
          sum.minutes > 0
            ? t`The timetable is ${showMinutes(sum.minutes)} a week short for ${counted(sum.pupils, 'pupil')}.`
            : t`The timetable has all Section F minutes that are recorded.`
        }`}
        {sum.unknown > 0 &&
          t` Of ${counted(sum.unknown, 'line')} nobody has recorded how many minutes the plan specifies.`}
      </Text>
      <div className={styles.head}>
        <Checkbox
          label={t`All ${counted(rows.length, 'line')}, not only the ${differing.length} that differ`}
          checked={all}
          onChange={(_, { checked }) => setAll(checked === true)}
        />
        <PrintLeaving
          words={t`Print this match`}
          what={t`Plan, map and timetable side by side`}
          pupils={[...new Set(shown.map(({ pupil }) => pupil))].flatMap((key) => pupilOf.get(key) ?? [])}
          sheet={{
            title: t`Plan, map and timetable`,
            about: t`Minutes a week on ${showDay(day)}`,
            columns: [t`Pupil`, t`Provision`, t`Plan`, t`Map`, t`Timetable`, t`Differs`],
            rows: shown.map((row) => [
              pupilOf.has(row.pupil) ? shortName(pupilOf.get(row.pupil)!) : '',
              nameOf.get(row.provision) ?? '',
              minutes(row.planMinutes, '–'),
              minutes(row.mapMinutes, '–'),
              showMinutes(row.timetableMinutes),
              row.differs.map((one) => differenceWords[one]).join('; '),
            ]),
          }}
        />
      </div>
      {shown.length === 0 ? (
        <Text>{t`Plan, map and timetable agree on every line.`}</Text>
      ) : !isWide ? (
        <ul className={styles.list} aria-label={t`Plan, map and timetable`}>
          {shown.map((row) => {
            const pupil = pupilOf.get(row.pupil)
            const line = lineOf.get(row.allocation)
            return (
              <li key={row.allocation} className={styles.item}>
                <Text block weight="semibold">
                  {pupil ? <PupilName pupil={pupil} /> : t`A pupil`}
                </Text>
                <Text block size={200} className={look.quiet}>
                  {nameOf.get(row.provision)}
                </Text>
                <Text block>
                  {t`Plan ${minutes(row.planMinutes, line?.inPlan ? t`not said` : '–')} · map ${minutes(row.mapMinutes, '–')} · timetable `}
                  <Why why={row.why}>{showMinutes(row.timetableMinutes)}</Why>
                </Text>
                <MatchDiffers row={row} line={line} />
              </li>
            )
          })}
        </ul>
      ) : (
        <div className={look.scroll}>
          <table className={look.table} aria-label={t`Plan, map and timetable`}>
            <thead>
              <tr>
                {[t`Pupil and provision`, t`Plan`, t`Map`, t`Timetable`, t`What differs`].map((words, at) => (
                  <th
                    key={words}
                    scope="col"
                    className={mergeClasses(look.head, at > 0 && at < 4 && look.number)}
                  >
                    {words}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => {
                const pupil = pupilOf.get(row.pupil)
                const line = lineOf.get(row.allocation)
                return (
                  <tr key={row.allocation}>
                    <th scope="row" className={look.cell}>
                      {pupil ? <PupilName pupil={pupil} /> : t`A pupil`}
                      <Text block size={200} className={look.quiet}>
                        {nameOf.get(row.provision)}
                      </Text>
                    </th>
                    <td className={mergeClasses(look.cell, look.number)}>
                      {minutes(row.planMinutes, line?.inPlan ? t`not said` : '–')}
                    </td>
                    <td className={mergeClasses(look.cell, look.number)}>{minutes(row.mapMinutes, '–')}</td>
                    <td className={mergeClasses(look.cell, look.number)}>
                      <Why why={row.why}>{showMinutes(row.timetableMinutes)}</Why>
                    </td>
                    <td className={look.cell}>
                      <MatchDiffers row={row} line={line} />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
