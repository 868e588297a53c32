import { t } from '../../../words/t.ts'
import { Button, makeStyles, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { showCount } from '../../../domain/counted.ts'
import { Problem } from '../../../domain/problem.ts'
import type { Stored } from '../../../domain/record.ts'
import { Transfer } from '../../../domain/records/transfer.ts'
import { importRows } from '../../../jobs/importPlan.ts'
import { SignInButton } from '../../../ui/Loaded.tsx'
import { useRecordAct } from '../../../ui/useRecordAct.ts'
import { whyNotSaved, wordsOf } from '../../../ui/words.ts'
import { useRunner, useRuns } from '../../jobs/useJobs.ts'
import { WhileStored } from '../../jobs/WhileStored.tsx'
import { useGo } from '../../routes.ts'
import type { PackState } from './usePackIn.ts'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** A pack while it is stored, and what became of it. */
export const PackStored = ({
  state: { plan, job, pupil },
  transfer,
  onAgain,
}: {
  state: PackState & { is: 'working' }
  transfer: Stored<Transfer> | null
  onAgain: () => void
}) => {
  const styles = useStyles()
  const run = useRuns().get(job)
  const runner = useRunner()
  const { go } = useGo()
  if (!run) return null
  const { end } = run
  if (!end)
    return (
      <WhileStored
        run={run}
        jobKey={job}
        about={t`You can go on working in another part of SEND. If you close SEND, the rest waits: under Records, Jobs you go on with it or undo it.`}
      />
    )
  const rows = importRows(plan, end.results)
  const stored = rows.filter(({ outcome }) => outcome === 'stored').length
  const refused = rows.filter(({ outcome }) => outcome === 'refused')
  const why = end.ended instanceof Problem ? wordsOf(end.ended.trouble) : null
  const mayGoOn = end.job.state === 'paused' || end.job.state === 'running'
  return (
    <>
      <output>
        <Text block weight="semibold">
          {t`${showCount(stored)} stored, ${showCount(refused.length)} not taken`}
        </Text>
      </output>
      {end.ended !== 'finished' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t`${why ? `${why.title}. ${why.todo}` : t`It was stopped before its end.`} Go on when you are ready, or undo it under Records, Jobs: nothing is stored twice.`}
          </MessageBarBody>
        </MessageBar>
      )}
      {refused.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {refused
              .slice(0, 8)
              .flatMap(({ reasons }) => reasons.map(({ found, expected }) => `${found}: ${expected}`))
              .join('; ')}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        {end.ended instanceof Problem && end.ended.code === 'signedOut' && <SignInButton />}
        {mayGoOn && <Button appearance="primary" onClick={() => runner.goOn(end.job)}>{t`Go on`}</Button>}
        <Button onClick={() => go({ at: 'pupil', key: pupil, section: 'chronology' })}>
          {t`Open the pupil’s record`}
        </Button>
        <Button onClick={() => go({ at: 'records', section: 'jobs', key: job })}>{t`Open the job`}</Button>
        {transfer && transfer.arrivedOn === null && <Arrived transfer={transfer} />}
        <Button appearance="subtle" onClick={onAgain}>{t`Bring in another pack`}</Button>
      </div>
    </>
  )
}

const Arrived = ({ transfer }: { transfer: Stored<Transfer> }) => {
  const { doIt, busy, trouble } = useRecordAct(Transfer, transfer)
  return (
    <>
      <Button
        disabled={busy}
        onClick={() =>
          void doIt({
            words: t`Say that the file came today`,
            said: t`File came today`,
            changes: (today) => ({ arrivedOn: today }),
          })
        }
      >{t`Say that the file came today`}</Button>
      {trouble && <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}.`}</Text>}
    </>
  )
}
