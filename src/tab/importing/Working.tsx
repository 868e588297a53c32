import { t } from '../../words/t.ts'
import { Problem } from '../../domain/problem.ts'
import type { ImportResult } from '../../importing/index.ts'
import { importRows } from '../../jobs/importPlan.ts'
import type { Plan } from '../../jobs/plan.ts'
import type { JobEnd } from '../../jobs/runJob.ts'
import { useRunner, useRuns } from '../jobs/useJobs.ts'
import { WhileStored } from '../jobs/WhileStored.tsx'
import { Result } from './Result.tsx'

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
    <WhileStored
      run={run}
      jobKey={jobKey}
      about={t`You can go on working in another part of SEND. What is stored stays stored; under Records, Jobs you can go on with it later or undo it.`}
    />
  )
}
