import { t } from '../../../words/t.ts'
import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { Job } from '../../../domain/records/job.ts'
import { useOne } from '../../../ui/records.ts'
import { useRuns } from '../../jobs/useJobs.ts'
import { JobButtons } from '../../records/jobs/JobButtons.tsx'
import { JobState } from '../../records/jobs/JobState.tsx'
import { useGo } from '../../routes.ts'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 16px',
    alignItems: 'center',
    padding: '10px 14px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
})

/** What became of what was just booked, with the way back. */
export const LastBooking = ({ job: key }: { job: string }) => {
  const styles = useStyles()
  const { href } = useGo()
  const job = useOne(Job, key)
  const run = useRuns().get(key) ?? null
  if (!job.data) return null
  return (
    <section className={styles.row} aria-label={job.data.title}>
      <span>{job.data.title}:</span>
      <JobState job={job.data} run={run} />
      <JobButtons job={job.data} run={run} />
      {run?.end && <Link href={href({ at: 'records', section: 'jobs', key })}>{t`What became of each`}</Link>}
    </section>
  )
}
