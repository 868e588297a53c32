import { t } from '../../../../words/t.ts'
import { showCount } from '../../../../domain/counted.ts'
import { Button, makeStyles, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import type { ScorePlan } from '../../../../importing/scores/scorePlan.ts'
import { importRows } from '../../../../jobs/importPlan.ts'
import type { Plan } from '../../../../jobs/plan.ts'
import type { JobEnd } from '../../../../jobs/runJob.ts'
import { Problem } from '../../../../domain/problem.ts'
import { SignInButton } from '../../../../ui/Loaded.tsx'
import { useServices } from '../../../../ui/services.tsx'
import { wordsOf } from '../../../../ui/words.ts'
import { RowsNotTaken } from '../../../importing/RowsNotTaken.tsx'
import { useRunner, useRuns } from '../../../jobs/useJobs.ts'
import { WhileStored } from '../../../jobs/WhileStored.tsx'
import { useGo } from '../../../routes.ts'
import { downloadRefused } from './ScorePreview.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '16px' },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  heading: { margin: 0 },
})

type Given = { name: string; plan: Plan; rows: ScorePlan; jobKey: string; onAgain: () => void }

/** An import of scores while it is stored, and what became of it. */
export const ScoresWorking = (given: Given) => {
  const run = useRuns().get(given.jobKey)
  if (!run) return null
  if (run.end) return <Done {...given} end={run.end} />
  return (
    <WhileStored
      run={run}
      jobKey={given.jobKey}
      about={t`You can go on working in another part of SEND. If you close SEND, the rest waits: under Records, Jobs you go on with it or undo it.`}
    />
  )
}

const Done = ({ name, plan, rows, jobKey, onAgain, end }: Given & { end: JobEnd }) => {
  const styles = useStyles()
  const runner = useRunner()
  const { download } = useServices()
  const { go } = useGo()
  const results = importRows(plan, end.results)
  const count = (outcome: string) => showCount(results.filter((row) => row.outcome === outcome).length)
  const refused = results.filter(({ outcome }) => outcome === 'refused')
  const mayGoOn = end.job.state === 'paused' || end.job.state === 'running'
  const why = end.ended instanceof Problem ? wordsOf(end.ended.trouble) : null
  return (
    <div className={styles.part}>
      <Text
        as="h3"
        size={500}
        weight="semibold"
        className={styles.heading}
      >{t`${count('stored')} stored, ${count('unchanged')} there already, ${count('refused')} not taken`}</Text>
      {end.ended !== 'finished' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t`${why ? `${why.title}. ${why.todo}` : t`The import ended before all rows.`} ${count('notReached')} rows were not reached. ${
            mayGoOn
              ? t`Go on when you are ready: nothing is stored twice.`
              : t`Import the file again for the rest: nothing is stored twice.`
          }`}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        {end.ended instanceof Problem && end.ended.code === 'signedOut' && <SignInButton />}
        {mayGoOn && (
          <Button
            appearance="primary"
            onClick={() => runner.goOn(end.job)}
          >{t`Go on with the import`}</Button>
        )}
        <Button
          appearance={mayGoOn ? 'secondary' : 'primary'}
          onClick={() => go({ at: 'provision', section: 'impact' })}
        >{t`See what it says`}</Button>
        {rows.counts.refused > 0 && (
          <Button
            icon={<ArrowDownloadRegular />}
            onClick={() => downloadRefused(download, name, rows)}
          >{t`Download the rows not taken`}</Button>
        )}
        <Button
          onClick={() => go({ at: 'records', section: 'jobs', key: jobKey })}
        >{t`Open the job, or undo it`}</Button>
        <Button onClick={onAgain}>{t`Import another file`}</Button>
      </div>
      <RowsNotTaken
        title={t`Not taken`}
        rows={refused}
        more={(left) => t`And ${left} more: the file of rows not taken has all of them.`}
      />
    </div>
  )
}
