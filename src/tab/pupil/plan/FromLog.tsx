import { t } from '../../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import { Cycle } from '../../../domain/records/cycle.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { givenIn } from '../../../domain/rules/ledgerSpans.ts'
import { Share, StandingMark } from '../../../ui/ledger/LedgerMarks.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useRecordAct } from '../../../ui/useRecordAct.ts'
import { whyNotSaved } from '../../../ui/words.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useGo } from '../../routes.ts'
import { usePlanStyles } from './styles.ts'
import type { PlanRecords } from './usePlanRecords.ts'

const useStyles = makeStyles({
  log: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: '2px 12px', alignItems: 'baseline' },
  words: { flexBasis: '240px', flexGrow: 1, overflowWrap: 'anywhere' },
})

/** What the log of sessions says was given during a plan; it is written into the plan only when a person takes it. */
export const FromLog = ({ plan, cycle }: { plan: PlanRecords; cycle: Stored<Cycle> }) => {
  const own = usePlanStyles()
  const styles = useStyles()
  const { href } = useGo()
  const today = useServices().today()
  const { doIt, busy, trouble } = useRecordAct(Cycle, cycle)
  const mayWrite = useMayWrite(Cycle)
  const { log, provisions, pupil } = plan
  const named = (key: string) => provisions.find((one) => one.key === key)?.name ?? t`Support`
  const from = cycle.agreedOn ?? cycle.began
  const given = log && givenIn(log, from, cycle.reviewedOn ?? cycle.ended ?? today, named)
  if (!log || !given)
    return (
      <Text block size={200} className={own.quiet}>
        {log
          ? t`No session of this time is logged: say under “What was given” how many were held and missed.`
          : t`The log of sessions can’t be read here: say under “What was given” how many were held and missed.`}
      </Text>
    )
  const lineOf = new Map(log.allocations.map((line) => [line.key, line]))
  const stands = cycle.delivered?.includes(given.text) ?? false
  const take = {
    words: cycle.delivered ? t`Add it to “What was given”` : t`Write it under “What was given”`,
    said: t`Written under “What was given”`,
    changes: () => ({ delivered: [cycle.delivered, given.text].filter(Boolean).join('\n') }),
  }
  return (
    <section className={styles.log} aria-label={t`From the log of sessions`}>
      <Text weight="semibold">{t`From the log of sessions, ${showDay(given.from)} to ${showDay(given.until)}`}</Text>
      {given.lines.map(({ allocation, sums, words }) => (
        <div key={allocation} className={styles.line}>
          <span className={styles.words}>
            {named(lineOf.get(allocation)?.provision ?? '')}: {words}
          </span>
          <Share sums={sums} />
          <StandingMark sums={sums} />
        </div>
      ))}
      <div className={own.bar}>
        {mayWrite && !stands && (
          <Button size="small" disabled={busy} onClick={() => void doIt(take)}>
            {take.words}
          </Button>
        )}
        <Link
          inline
          href={href({ at: 'pupil', key: pupil.key, section: 'delivery' })}
        >{t`Session by session`}</Link>
      </div>
      {trouble && <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}.`}</Text>}
    </section>
  )
}
