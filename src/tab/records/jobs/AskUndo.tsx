import { t } from '../../../words/t.ts'
import { Spinner, Text } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { Job } from '../../../domain/records/job.ts'
import type { Plan } from '../../../jobs/plan.ts'
import { AskDialog } from '../../../ui/AskDialog.tsx'
import { Beforehand } from '../../jobs/Beforehand.tsx'
import { useRunner } from '../../jobs/useJobs.ts'
import { useGo } from '../../routes.ts'

const countsOf = ({ steps }: Plan): string[] => {
  const count = (verb: Plan['steps'][number]['do']) => steps.filter((step) => step.do === verb).length
  return [
    [count('archive'), 'that it made or brought back go to the archive'] as const,
    [count('restore'), 'that it archived come back'] as const,
    [count('change'), 'that it changed say what they said before'] as const,
  ].flatMap(([rows, words]) => (rows > 0 ? [`${counted(rows, 'record')} ${words}`] : []))
}

/** Says what taking a job back would do, then does it as a job of its own. */
export const AskUndo = ({ job, onClose }: { job: Stored<Job>; onClose: () => void }) => {
  const runner = useRunner()
  const { go } = useGo()
  const [plan, setPlan] = useState<Plan | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    const read = async () => {
      const [{ readPlan, readResults }, { undoPlan }] = await Promise.all([
        import('../../../jobs/jobRow.ts'),
        import('../../../jobs/undo.ts'),
      ])
      setPlan(undoPlan(job, await readPlan(runner.ports, job), await readResults(runner.ports, job)))
    }
    read().catch((thrown: unknown) => setTrouble(troubleOf(thrown)))
  }, [job, runner])
  const undo = async (wanted: Plan) => {
    setBusy(true)
    try {
      const { key } = await runner.start(wanted, { undoes: job.key })
      onClose()
      go({ at: 'records', section: 'jobs', key })
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      setBusy(false)
    }
  }
  return (
    <AskDialog
      title={t`Undo “${job.title}”`}
      words={t`Undo this job`}
      busy={busy}
      ready={plan !== null}
      trouble={trouble}
      onDo={() => plan && void undo(plan)}
      onClose={onClose}
    >
      {!plan && !trouble && <Spinner label={t`Reading what it did`} />}
      {plan && (
        <>
          <ul>
            {countsOf(plan).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <Text>{t`What somebody changed since is left as it is, and listed. SharePoint keeps earlier versions of every record.`}</Text>
          <Beforehand rows={plan.steps.length} />
        </>
      )}
    </AskDialog>
  )
}
