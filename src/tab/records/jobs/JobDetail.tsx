import { t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import type { Job } from '../../../domain/records/job.ts'
import type { LocalRun } from '../../jobs/runner.ts'
import { Trail } from '../../Trail.tsx'
import { BroughtIn } from './BroughtIn.tsx'
import { JobButtons } from './JobButtons.tsx'
import { madeWords } from './JobCard.tsx'
import { JobState } from './JobState.tsx'
import { Results } from './Results.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '960px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** One job: how far it is, what can be done, and what became of each row. */
export const JobDetail = ({ job, run }: { job: Stored<Job>; run: LocalRun | null }) => {
  const styles = useStyles()
  const running = run !== null && run.end === null
  return (
    <div className={styles.part}>
      <Trail steps={[{ words: t`Jobs`, route: { at: 'records', section: 'jobs' } }]} />
      <Text as="h2" size={500} weight="semibold" style={{ margin: 0 }}>
        {job.title}
      </Text>
      <Text size={200} className={styles.quiet}>
        {madeWords(job)}
      </Text>
      <JobState job={job} run={run} />
      <div className={styles.buttons}>
        <JobButtons job={job} run={run} />
      </div>
      {running ? (
        <Text
          className={styles.quiet}
        >{t`You can go on working: it runs while this page is open. What became of each is shown here when it ends.`}</Text>
      ) : job.kind === 'copy' ? (
        <BroughtIn job={job} />
      ) : (
        <Results job={job} />
      )}
    </div>
  )
}
