import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { counted } from '../../../domain/counted.ts'
import { schoolWeekdays } from '../../../domain/records/slot.ts'
import { staffRoles } from '../../../domain/rules/codes.ts'
import { deploymentSum, type StaffUse } from '../../../domain/rules/deployment.ts'
import { showMinutes } from '../../../domain/rules/deploymentPeople.ts'
import { uncoveredSum } from '../../../domain/rules/threeWay.ts'
import { timetableClashes } from '../../../domain/rules/timetableClashes.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Why } from '../../../ui/Why.tsx'
import { useGo } from '../../routes.ts'
import { useTableLook } from '../money/tableLook.ts'
import type { DeployedRecords, useDeployment } from './useDeployed.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0 },
  title: { margin: 0 },
  track: {
    position: 'relative',
    height: '12px',
    minWidth: '120px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
    forcedColorAdjust: 'none',
  },
  fill: { position: 'absolute', inset: '0 auto 0 0', backgroundColor: tokens.colorBrandBackground },
  over: { backgroundColor: tokens.colorStatusDangerForeground1 },
  bar: { width: '30%' },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
  sums: { display: 'flex', flexWrap: 'wrap', gap: '4px 24px' },
})

/** Each person's hours bought and used with a bar and its numbers; then who would have to be in two places. */
export const HoursPart = ({
  records,
  deployed,
  onList,
}: {
  records: DeployedRecords
  deployed: ReturnType<typeof useDeployment>
  onList: () => void
}) => {
  const styles = useStyles()
  const look = useTableLook()
  const { href } = useGo()
  const { use, match } = deployed
  const sum = deploymentSum(use)
  const short = uncoveredSum(match)
  const matchHref = href({
    at: 'provision',
    section: 'staff',
    query: new URLSearchParams({ show: 'match' }),
  })
  return (
    <div className={styles.part}>
      <div className={styles.sums}>
        <Text>
          <b>{showMinutes(sum.bought)}</b> a week bought for support
        </Text>
        <Text>
          <b>{showMinutes(sum.used)}</b> in the timetable, with preparation
        </Text>
        <Text>
          <b>{showMinutes(sum.needed)}</b> asked for by groups and lines
        </Text>
        {short.minutes > 0 ? (
          <Link href={matchHref}>
            {showMinutes(short.minutes)} a week of Section F of {counted(short.pupils, 'pupil')} not in the
            timetable
          </Link>
        ) : (
          <Text>No Section F minutes uncovered that are known</Text>
        )}
        {short.unknown > 0 && (
          <Link href={matchHref}>{counted(short.unknown, 'line')} without the plan’s minutes</Link>
        )}
      </div>
      <div className={look.scroll}>
        <table className={look.table}>
          <caption style={{ textAlign: 'left', paddingBottom: '4px' }}>
            <Text weight="semibold">Hours a week</Text>
          </caption>
          <thead>
            <tr>
              {['Name', 'Bought for support', 'Used', 'Used of bought', 'Asked for'].map((words, at) => (
                <th
                  key={words}
                  scope="col"
                  className={mergeClasses(look.head, [1, 2, 4].includes(at) && look.number)}
                >
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {use.map((one) => (
              <tr key={one.member?.key ?? one.name}>
                <th scope="row" className={look.cell}>
                  {one.name}
                  <Text block size={200} className={look.quiet}>
                    {one.member ? (
                      staffRoles[one.member.role]
                    ) : (
                      <>
                        Not in the staff list.{' '}
                        <Link inline onClick={onList}>
                          Add
                        </Link>
                      </>
                    )}
                  </Text>
                </th>
                <td className={mergeClasses(look.cell, look.number)}>
                  {one.bought === null ? 'not said' : showMinutes(one.bought)}
                </td>
                <td className={mergeClasses(look.cell, look.number)}>
                  <Why why={one.why}>{showMinutes(one.used)}</Why>
                </td>
                <td className={mergeClasses(look.cell, styles.bar)}>
                  <Used one={one} />
                </td>
                <td className={mergeClasses(look.cell, look.number)}>{showMinutes(one.needed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Clashes records={records} />
    </div>
  )
}

const Used = ({ one }: { one: StaffUse }) => {
  const styles = useStyles()
  if (one.bought === null || one.bought === 0) return <Text size={200}>Hours not recorded</Text>
  const share = Math.round((one.used / one.bought) * 100)
  return (
    <>
      <div className={styles.track} aria-hidden>
        <div
          className={mergeClasses(styles.fill, one.over > 0 && styles.over)}
          style={{ width: `${Math.min(100, share)}%` }}
        />
      </div>
      <Text size={200}>
        {share}%
        {one.over > 0 && (
          <>
            {' '}
            <StatusMark status="dueSoon" word={`${showMinutes(one.over)} over`} />
          </>
        )}
      </Text>
    </>
  )
}

const Clashes = ({ records }: { records: DeployedRecords }) => {
  const styles = useStyles()
  const { href } = useGo()
  const today = useServices().today()
  const { slots, slotPupils, pupils } = records
  const clashes = useMemo(
    () => timetableClashes(slots, slotPupils).filter(({ until }) => until === null || until >= today),
    [slots, slotPupils, today],
  )
  const slotOf = new Map(slots.map((slot) => [slot.key, slot]))
  const pupilOf = new Map(pupils.map((pupil) => [pupil.key, pupil]))
  const timetable = href({ at: 'provision', section: 'timetable' })
  return (
    <section aria-label="Clashes">
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        {clashes.length === 0
          ? 'Nobody is in two places at once'
          : counted(clashes.length, 'clash', 'clashes')}
      </Text>
      {clashes.length > 0 && (
        <ul className={styles.list}>
          {clashes.map(({ is, who, slots: [a, b] }) => {
            const [one, other] = [slotOf.get(a)!, slotOf.get(b)!]
            const pupil = pupilOf.get(who)
            return (
              <li key={`${is}${who}${a}${b}`}>
                {is === 'staff' ? who : pupil ? <PupilName pupil={pupil} /> : 'A pupil'}:{' '}
                {schoolWeekdays[one.weekday]} {one.starts} {one.what} and {other.starts} {other.what}.{' '}
                <Link inline href={timetable}>
                  Open Timetable
                </Link>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
