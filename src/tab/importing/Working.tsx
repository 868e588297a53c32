import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Problem } from '../../domain/problem.ts'
import type { ImportResult } from '../../importing/index.ts'
import { importRows } from '../../jobs/importPlan.ts'
import type { Plan } from '../../jobs/plan.ts'
import type { JobEnd } from '../../jobs/runJob.ts'
import { JobProgress } from '../jobs/JobProgress.tsx'
import { useRunner, useRuns } from '../jobs/useJobs.ts'
import { Result } from './Result.tsx'

const useStyles = makeStyles({
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const resultOf = (plan: Plan, { ended, results }: JobEnd): ImportResult => {
  const rows = importRows(plan, results)
  const counts = { stored: 0, unchanged: 0, refused: 0, notReached: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return { rows, counts, ended: ended === 'finished' ? null : ended instanceof Problem ? ended : 'stopped' }
}

/** An import while it is stored, and what became of it. */
export const Working = ({
  name,
  plan,
  jobKey,
  onAgain,
}: {
  name: string
  plan: Plan
  jobKey: string
  onAgain: () => void
}) => {
  const styles = useStyles()
  const runner = useRunner()
  const run = useRuns().get(jobKey)
  if (!run) return null
  if (run.end) {
    const { end } = run
    const mayGoOn = end.job.state === 'paused' || end.job.state === 'running'
    return (
      <Result
        name={name}
        result={resultOf(plan, end)}
        onGoOn={mayGoOn ? () => runner.goOn(end.job) : null}
        onAgain={onAgain}
        job={jobKey}
      />
    )
  }
  return (
    <>
      <JobProgress run={run} />
      <div className={styles.buttons}>
        <Button disabled={run.wish !== null} onClick={() => runner.wish(jobKey, 'pause')}>{t`Pause`}</Button>
        <Button disabled={run.wish === 'stop'} onClick={() => runner.wish(jobKey, 'stop')}>{t`Stop`}</Button>
      </div>
      <Text
        className={styles.quiet}
      >{t`You can go on working in another part of SEND. What is stored stays stored; under Records, Jobs you can go on with it later or undo it.`}</Text>
    </>
  )
}
