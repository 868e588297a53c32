import { inWords, t } from '../../words/t.ts'
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { StatusPeriod } from '../../domain/records/statusPeriod.ts'
import { periodStatuses, senStatuses } from '../../domain/rules/codes.ts'
import { addDays, type Day, showDay } from '../../domain/rules/day.ts'
import { untoldFirst } from '../../domain/rules/firstStatus.ts'
import { finishingChange } from '../../domain/rules/statusChange.ts'
import { begunChange, historyTroubles, statusSpans } from '../../domain/rules/statusHistory.ts'
import { takeBackBegun } from '../../ui/changeStatus.ts'
import { Loaded, TroubleNotice } from '../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../ui/RecordCards.tsx'
import { useAbout, usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { BeginningDialog } from './BeginningDialog.tsx'
import { ChangeStatusDialog } from './ChangeStatusDialog.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '10px', maxWidth: '860px', marginBottom: '24px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  now: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px 16px' },
  trouble: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
})

const stretch = (from: Day | null, until: Day) =>
  `${from ? t`${showDay(from)} to ` : t`until `}${showDay(until)}`
/** The change that ended a status, with its day. */
const change = ({ became, until, recordedOn, parentTold, decidedBy, why }: StatusPeriod): string =>
  [
    became && t`${inWords(senStatuses[became])} from ${showDay(addDays(until, 1))}`,
    recordedOn && recordedOn > until && t`written down ${showDay(recordedOn)}`,
    decidedBy && t`decided by ${decidedBy}`,
    parentTold && t`parent told ${showDay(parentTold)}`,
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
  const [asking, setAsking] = useState<'change' | 'beginning' | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const begun = begunChange(pupil, periods)
  const since = statusSpans(pupil, periods).at(-1)!.from
  // Why the present status began: the change that ended the one before says so.
  const led =
    since && periods.find(({ until, became }) => became === pupil.status && addDays(until, 1) === since)
  const untold = begun ? null : untoldFirst(pupil, periods)
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
    <section className={styles.part} aria-label={t`SEN status`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`SEN status`}</Text>
      <div className={styles.now}>
        <Text>
          <strong>{inWords(senStatuses[pupil.status])}</strong>
          {since && t` since ${showDay(since)}`}
          {led && led.why && <span className={styles.quiet}>{`: ${led.why}`}</span>}
        </Text>
        {mayWrite && !begun && (
          <Button size="small" onClick={() => setAsking('change')}>{t`Change status`}</Button>
        )}
        {mayWrite && untold && (
          <Button size="small" appearance="subtle" onClick={() => setAsking('beginning')}>
            {untold.from
              ? t`Say why ${inWords(senStatuses[untold.status])} began`
              : t`Say since when and why ${inWords(senStatuses[untold.status])}`}
          </Button>
        )}
      </div>
      {troubles.map(({ key, is, says }) => (
        <MessageBar key={`${key}${is}`} intent="warning" layout="multiline">
          <MessageBarBody className={styles.trouble}>
            <span>{says}</span>
            {is === 'begun' && begun && mayWrite && (
              <>
                <Button size="small" onClick={() => finish(begun)}>{t`Finish the change`}</Button>
                <Button size="small" onClick={() => takeBack(begun)}>{t`Take it back`}</Button>
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
            first={`${inWords(periodStatuses[period.status])}, ${stretch(period.from, period.until)}`}
            second={change(period)}
          />
        )}
        groups={[
          {
            fields: ['status', 'from', 'until', 'became', 'parentTold', 'decidedBy', 'recordedOn', 'why'],
          },
        ]}
        add={{
          words: t`Add an earlier status`,
          given: { pupil: pupil.key, recordedOn: today() },
          fields: ['status', 'from', 'until', 'parentTold', 'decidedBy', 'why'],
        }}
        empty={{
          title: t`No earlier status recorded`,
          todo: t`When the status changes, the one before it is kept here with its days. Add what was before, if you know it.`,
        }}
      />
      {asking === 'change' && (
        <ChangeStatusDialog pupil={pupil} periods={periods} onClose={() => setAsking(null)} />
      )}
      {asking === 'beginning' && untold && (
        <BeginningDialog pupil={pupil} periods={periods} first={untold} onClose={() => setAsking(null)} />
      )}
    </section>
  )
}
