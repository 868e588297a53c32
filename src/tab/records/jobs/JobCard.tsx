import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import type { Job } from '../../../domain/records/job.ts'
import { londonDay, showDay } from '../../../domain/rules/day.ts'
import { clockTime } from '../../../ui/words.ts'
import type { LocalRun } from '../../jobs/runner.ts'
import { useGo } from '../../routes.ts'
import { JobButtons } from './JobButtons.tsx'
import { JobState } from './JobState.tsx'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '12px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: '0 12px', alignItems: 'baseline' },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** `3 Sep 2026 09:14, Helen Marsh`. */
export const madeWords = ({ createdAt, createdBy }: Stored<Job>): string =>
  [createdAt && `${showDay(londonDay(new Date(createdAt)))} ${clockTime(new Date(createdAt))}`, createdBy]
    .filter(Boolean)
    .join(', ')

/** One job in the list of them. */
export const JobCard = ({ job, run }: { job: Stored<Job>; run: LocalRun | null }) => {
  const styles = useStyles()
  const { href } = useGo()
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <Link href={href({ at: 'records', section: 'jobs', key: job.key })}>{job.title}</Link>
        <Text size={200} className={styles.quiet}>
          {madeWords(job)}
        </Text>
      </div>
      <JobState job={job} run={run} />
      <div className={styles.buttons}>
        <JobButtons job={job} run={run} />
      </div>
    </li>
  )
}
