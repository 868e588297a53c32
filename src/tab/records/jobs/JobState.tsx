import { t } from '../../../words/t.ts'
import { MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import type { Job } from '../../../domain/records/job.ts'
import { Problem } from '../../../domain/problem.ts'
import { useServices } from '../../../ui/services.tsx'
import { clockTime, wordsOf } from '../../../ui/words.ts'
import { JobProgress } from '../../jobs/JobProgress.tsx'
import type { LocalRun } from '../../jobs/runner.ts'
import { farOf, isSilent } from '../../jobs/words.ts'

/** Where a job stands, in a sentence; with its progress where this page works on it. */
export const JobState = ({ job, run }: { job: Stored<Job>; run: LocalRun | null }) => {
  const { now } = useServices()
  if (run && run.end === null) return <JobProgress run={run} />
  const far = farOf(job)
  const stopped =
    run?.end?.ended instanceof Problem && (job.state === 'paused' || job.state === 'running')
      ? run.end.ended
      : null
  if (stopped) {
    const { title, todo } = wordsOf(stopped.trouble)
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{t`Stopped at ${far}. ${title}. ${todo} Nothing is done twice when you go on.`}</MessageBarBody>
      </MessageBar>
    )
  }
  if (job.state === 'running') {
    return isSilent(job, now()) || run ? (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{t`This job stopped at ${far} when its page was closed. Nothing is done twice when you go on.`}</MessageBarBody>
      </MessageBar>
    ) : (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{t`${far}. Another page worked on it at ${job.modifiedAt ? clockTime(new Date(job.modifiedAt)) : t`an unknown time`}${job.modifiedBy ? ` (${job.modifiedBy})` : ''}. If that page is closed, go on here.`}</MessageBarBody>
      </MessageBar>
    )
  }
  if (job.state === 'paused') return <Text>{t`Paused at ${far}`}</Text>
  if (job.state === 'stopped') return <Text>{t`Stopped at ${far}. What was done stays done.`}</Text>
  if (job.state === 'undone') return <Text>{t`Undone. ${far}`}</Text>
  return <Text>{t`Finished: ${far}`}</Text>
}
