import { Button, makeStyles, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { StatusPeriod } from '../../domain/records/statusPeriod.ts'
import { senStatuses } from '../../domain/rules/codes.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import { finishingChange } from '../../domain/rules/statusChange.ts'
import { begunChange, historyTroubles } from '../../domain/rules/statusHistory.ts'
import { takeBackBegun } from '../../ui/changeStatus.ts'
import { Loaded, TroubleNotice } from '../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../ui/RecordCards.tsx'
import { useAbout, usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { ChangeStatusDialog } from './ChangeStatusDialog.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '10px', maxWidth: '860px', marginBottom: '24px' },
  title: { margin: 0 },
  now: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px 16px' },
  trouble: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
})

const stretch = (from: Day | null, until: Day) =>
  `${from ? `${showDay(from)} to ` : 'until '}${showDay(until)}`
const both = ({ became, until, recordedOn, parentTold, decidedBy, why }: StatusPeriod): string =>
  [
    became && `then ${senStatuses[became]}`,
    recordedOn && recordedOn > until && `written down ${showDay(recordedOn)}`,
    decidedBy && `decided by ${decidedBy}`,
    parentTold && `parent told ${showDay(parentTold)}`,
    why,
  ]
    .filter(Boolean)
    .join(' · ')

/** A pupil's SEN status now, the act that changes it, and the statuses before, each on its own days. */
export const StatusPart = ({ pupil }: { pupil: Stored<Pupil> }) => (
  <Loaded queries={[useAbout(StatusPeriod, 'pupil', pupil.key)]} shape={null}>
    {(periods) => (
      <>
        <Unreadable listings={[periods]} />
        <Status pupil={pupil} periods={periods.records} />
      </>
    )}
  </Loaded>
)

const Status = ({ pupil, periods }: { pupil: Stored<Pupil>; periods: readonly Stored<StatusPeriod>[] }) => {
  const styles = useStyles()
  const { records, today } = useServices()
  const put = usePutStored()
  const mayWrite = useMayWrite(Pupil)
  const [changing, setChanging] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const begun = begunChange(pupil, periods)
  const troubles = historyTroubles(pupil, periods, today())
  const attempt = (work: () => Promise<void>) => {
    setTrouble(null)
    work().catch((thrown: unknown) => setTrouble(troubleOf(thrown)))
  }
  const finish = (period: Stored<StatusPeriod>) =>
    attempt(async () => put(Pupil, await records.store(Pupil).update(pupil, finishingChange(period))))
  const takeBack = (period: Stored<StatusPeriod>) =>
    attempt(async () => put(StatusPeriod, await takeBackBegun(records, period)))
  return (
    <section className={styles.part} aria-label="SEN status">
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        SEN status
      </Text>
      <div className={styles.now}>
        <Text>
          <strong>{senStatuses[pupil.status]}</strong>
          {pupil.statusFrom && ` since ${showDay(pupil.statusFrom)}`}
        </Text>
        {mayWrite && !begun && (
          <Button size="small" onClick={() => setChanging(true)}>
            Change status
          </Button>
        )}
      </div>
      {troubles.map(({ key, is, says }) => (
        <MessageBar key={`${key}${is}`} intent="warning" layout="multiline">
          <MessageBarBody className={styles.trouble}>
            <span>{says}</span>
            {is === 'begun' && begun && mayWrite && (
              <>
                <Button size="small" onClick={() => finish(begun)}>
                  Finish the change
                </Button>
                <Button size="small" onClick={() => takeBack(begun)}>
                  Take it back
                </Button>
              </>
            )}
          </MessageBarBody>
        </MessageBar>
      ))}
      {trouble && <TroubleNotice trouble={trouble} />}
      <RecordCards
        type={StatusPeriod}
        records={periods.toSorted((a, b) => (a.until < b.until ? 1 : -1))}
        summary={(period) => (
          <TwoLines
            first={`${senStatuses[period.status]}, ${stretch(period.from, period.until)}`}
            second={both(period)}
          />
        )}
        groups={[
          {
            fields: ['status', 'from', 'until', 'became', 'parentTold', 'decidedBy', 'recordedOn', 'why'],
          },
        ]}
        add={{
          words: 'Add an earlier status',
          given: { pupil: pupil.key, recordedOn: today() },
          fields: ['status', 'from', 'until', 'parentTold', 'decidedBy', 'why'],
        }}
        empty={{
          title: 'No earlier status recorded',
          todo: 'When the status changes, the one before it is kept here with its days. Add what was before, if you know it.',
        }}
      />
      {changing && <ChangeStatusDialog pupil={pupil} periods={periods} onClose={() => setChanging(false)} />}
    </section>
  )
}
