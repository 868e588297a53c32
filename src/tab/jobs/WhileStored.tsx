import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ComponentProps } from 'react'
import { JobProgress } from './JobProgress.tsx'
import { useRunner } from './useJobs.ts'

const useStyles = makeStyles({
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** A job that runs on the screen which began it: how far it is, its buttons, and what of it is kept. */
export const WhileStored = ({
  run,
  jobKey,
  about,
}: ComponentProps<typeof JobProgress> & { jobKey: string; about: string }) => {
  const styles = useStyles()
  const runner = useRunner()
  return (
    <>
      <JobProgress run={run} />
      <div className={styles.buttons}>
        <Button disabled={run.wish !== null} onClick={() => runner.wish(jobKey, 'pause')}>{t`Pause`}</Button>
        <Button disabled={run.wish === 'stop'} onClick={() => runner.wish(jobKey, 'stop')}>{t`Stop`}</Button>
      </div>
      <Text className={styles.quiet}>{about}</Text>
    </>
  )
}
