import { t } from '../../../words/t.ts'
import { Button, Link, makeStyles, Text } from '@fluentui/react-components'
import { Allocation } from '../../../domain/records/allocation.ts'
import { type Difference, differenceWords, type ThreeWayRow } from '../../../domain/rules/threeWay.ts'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { useRecordAct } from '../../../ui/useRecordAct.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useGo } from '../../routes.ts'
import type { DeployedRecords } from './useDeployed.ts'

const useStyles = makeStyles({
  acts: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
})
const marks: Record<Difference, 'overdue' | 'dueSoon' | 'unknown' | 'onTrack'> = {
  noMinutes: 'unknown',
  mapShort: 'overdue',
  timetableShort: 'overdue',
  timetableUnderMap: 'dueSoon',
  timetableOverMap: 'onTrack',
  mapOverPlan: 'onTrack',
}

/** Where plan, map and timetable of a line differ, and the way to the place that puts it right. */
export const MatchDiffers = ({
  row,
  line,
}: {
  row: ThreeWayRow
  line: DeployedRecords['allocations'][number] | undefined
}) => (
  <>
    {row.differs.length === 0 && <StatusMark status="done" word={t`Agrees`} />}
    {row.differs.map((one) => (
      <div key={one}>
        <StatusMark status={marks[one]} word={differenceWords[one]} />
      </div>
    ))}
    {line && <Mend row={row} line={line} />}
  </>
)

const Mend = ({ row, line }: { row: ThreeWayRow; line: DeployedRecords['allocations'][number] }) => {
  const styles = useStyles()
  const { href } = useGo()
  const mayWrite = useMayWrite(Allocation)
  const { doIt, busy, trouble } = useRecordAct(Allocation, line)
  const { suggestion, differs } = row
  if (differs.length === 0) return null
  const line1 = differs.some((one) => ['noMinutes', 'mapShort', 'mapOverPlan'].includes(one))
  const times = differs.some((one) => one.startsWith('timetable'))
  return (
    <>
      {suggestion && (
        <Text block size={200}>
          {t`The plan says “`}
          {line.specified}
          {t`” Read as ${suggestion.read}: ${suggestion.minutes} min a week? Check it with the plan first.`}
        </Text>
      )}
      <div className={styles.acts}>
        {suggestion && mayWrite && (
          <Button
            size="small"
            disabled={busy}
            onClick={() =>
              void doIt({
                words: '',
                said: t`Minutes of the plan recorded`,
                changes: () => ({ specifiedMinutes: suggestion.minutes }),
              })
            }
          >{t`Record ${suggestion.minutes} min a week`}</Button>
        )}
        {line1 && (
          <Link
            href={href({ at: 'pupil', key: row.pupil, section: 'provision', about: row.allocation })}
          >{t`Open the line`}</Link>
        )}
        {times && <Link href={href({ at: 'provision', section: 'timetable' })}>{t`Open Timetable`}</Link>}
      </div>
      {trouble && <TroubleNotice trouble={trouble} />}
    </>
  )
}
