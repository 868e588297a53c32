import { t } from '../../../words/t.ts'
import { Button, Link } from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { type Trouble, troubleOf, Problem } from '../../../domain/problem.ts'
import { Job } from '../../../domain/records/job.ts'
import { SignInButton, TroubleNotice } from '../../../ui/Loaded.tsx'
import { usePutStored } from '../../../ui/records.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { isUndoable } from '../../../jobs/undo.ts'
import type { LocalRun } from '../../jobs/runner.ts'
import { useRunner } from '../../jobs/useJobs.ts'
import { useGo } from '../../routes.ts'
import { AskUndo } from './AskUndo.tsx'

/** What can be done with a job now: Pause, Stop, Go on, Undo. */
export const JobButtons = ({ job, run }: { job: Stored<Job>; run: LocalRun | null }) => {
  const runner = useRunner()
  const put = usePutStored()
  const mayWrite = useMayWrite(Job)
  const { href } = useGo()
  const [undoing, setUndoing] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  if (!mayWrite) return null
  const here = run !== null && run.end === null
  const open = job.state === 'running' || job.state === 'paused'
  const signedOut = run?.end?.ended instanceof Problem && run.end.ended.code === 'signedOut' && open
  const stop = async () => {
    if (here) {
      runner.wish(job.key, 'stop')
      return
    }
    setTrouble(null)
    try {
      const { askJob } = await import('../../../jobs/ask.ts')
      put(Job, await askJob(runner.ports, job, 'stopped'))
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
  }
  return (
    <>
      {signedOut && !here && job.kind !== 'copy' && <SignInButton onDone={() => runner.goOn(job)} />}
      {here && (
        <Button disabled={run.wish !== null} onClick={() => runner.wish(job.key, 'pause')}>{t`Pause`}</Button>
      )}
      {open && !here && job.kind !== 'copy' && (
        <Button appearance="primary" onClick={() => runner.goOn(job)}>{t`Go on`}</Button>
      )}
      {open && !here && job.kind === 'copy' && (
        <Link href={href({ at: 'records', section: 'copy' })}>{t`Choose the same copy again to go on`}</Link>
      )}
      {(here || open) && (
        <Button disabled={here && run.wish === 'stop'} onClick={() => void stop()}>{t`Stop`}</Button>
      )}
      {!here && isUndoable(job) && <Button onClick={() => setUndoing(true)}>{t`Undo`}</Button>}
      {undoing && <AskUndo job={job} onClose={() => setUndoing(false)} />}
      {trouble && <TroubleNotice trouble={trouble} />}
    </>
  )
}
