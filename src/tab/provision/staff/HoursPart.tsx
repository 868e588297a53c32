import { inWords, t } from '../../../words/t.ts'
import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { counted } from '../../../domain/counted.ts'
import { SupportStaff } from '../../../domain/records/supportStaff.ts'
import { staffRoles } from '../../../domain/rules/codes.ts'
import { deploymentSum, type StaffUse } from '../../../domain/rules/deployment.ts'
import { showMinutes } from '../../../domain/rules/deploymentPeople.ts'
import { uncoveredSum } from '../../../domain/rules/threeWay.ts'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { useWide } from '../../../ui/useWide.ts'
import { Why } from '../../../ui/Why.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useGo } from '../../routes.ts'
import { ClashList } from './ClashList.tsx'
import { useTableLook } from '../shared/tableLook.ts'
import type { DeployedRecords, useDeployment } from './useDeployed.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0 },
  track: {
    position: 'relative',
    height: '12px',
    minWidth: '120px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
    forcedColorAdjust: 'none',
    // Or the bar is an empty box on paper.
    printColorAdjust: 'exact',
  },
  fill: { position: 'absolute', inset: '0 auto 0 0', backgroundColor: tokens.colorBrandBackground },
  over: { backgroundColor: tokens.colorStatusDangerForeground1 },
  bar: { width: '30%' },
  people: { listStyle: 'none', margin: 0, padding: 0 },
  person: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
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
  const isWide = useWide(600)
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
          <b>{showMinutes(sum.bought)}</b> {t`a week bought for support`}
        </Text>
        <Text>
          <b>{showMinutes(sum.used)}</b> {t`in the timetable, with preparation`}
        </Text>
        <Text>
          <b>{showMinutes(sum.needed)}</b> {t`asked for by groups and lines`}
        </Text>
        {short.minutes > 0 ? (
          <Link
            href={matchHref}
          >{t`${showMinutes(short.minutes)} a week of Section F of ${counted(short.pupils, 'pupil')} not in the timetable`}</Link>
        ) : (
          <Text>{t`No Section F minutes uncovered that are known`}</Text>
        )}
        {short.unknown > 0 && (
          <Link href={matchHref}>{t`${counted(short.unknown, 'line')} without the plan’s minutes`}</Link>
        )}
      </div>
      {isWide ? (
        <div className={look.scroll}>
          <table className={look.table}>
            <caption style={{ textAlign: 'left', paddingBottom: '4px' }}>
              <Text weight="semibold">{t`Hours a week`}</Text>
            </caption>
            <thead>
              <tr>
                {[t`Name`, t`Bought for support`, t`Used`, t`Used of bought`, t`Asked for`].map(
                  (words, at) => (
                    <th
                      key={words}
                      scope="col"
                      className={mergeClasses(look.head, [1, 2, 4].includes(at) && look.number)}
                    >
                      {words}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {use.map((one) => (
                <tr key={one.member?.key ?? one.name}>
                  <th scope="row" className={look.cell}>
                    {one.name}
                    <RoleOf one={one} onList={onList} />
                  </th>
                  <td className={mergeClasses(look.cell, look.number)}>
                    {one.bought === null ? t`not said` : showMinutes(one.bought)}
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
      ) : (
        <ul className={styles.people} aria-label={t`Hours a week`}>
          {use.map((one) => (
            <li key={one.member?.key ?? one.name} className={styles.person}>
              <Text block weight="semibold">
                {one.name}
              </Text>
              <RoleOf one={one} onList={onList} />
              <Text block>
                <Why why={one.why}>{showMinutes(one.used)}</Why>{' '}
                {t`used${one.bought === null ? '' : t` of ${showMinutes(one.bought)} bought`}, ${showMinutes(one.needed)} asked for`}
              </Text>
              <Used one={one} />
            </li>
          ))}
        </ul>
      )}
      <ClashList records={records} />
    </div>
  )
}

const RoleOf = ({ one, onList }: { one: StaffUse; onList: () => void }) => {
  const look = useTableLook()
  const mayWrite = useMayWrite(SupportStaff)
  return (
    <Text block size={200} className={look.quiet}>
      {one.member ? (
        inWords(staffRoles[one.member.role])
      ) : (
        <>
          {t`Not in the staff list. `}
          {mayWrite && <Link inline onClick={onList}>{t`Add`}</Link>}
        </>
      )}
    </Text>
  )
}

const Used = ({ one }: { one: StaffUse }) => {
  const styles = useStyles()
  if (one.bought === null || one.bought === 0) return <Text size={200}>{t`Hours not recorded`}</Text>
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
            <StatusMark status="dueSoon" word={t`${showMinutes(one.over)} over`} />
          </>
        )}
      </Text>
    </>
  )
}
