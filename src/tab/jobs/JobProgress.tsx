import { t } from '../../words/t.ts'
import { makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useServices } from '../../ui/services.tsx'
import type { LocalRun } from './runner.ts'
import { busyWords, farWords, leftWords } from './words.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '6px', maxWidth: '640px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const useEachSecond = (): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** How far a job of this page is, and how long it still takes. */
export const JobProgress = ({ run }: { run: LocalRun }) => {
  const styles = useStyles()
  const { now } = useServices()
  const { done, of, until } = run.progress
  const left = leftWords(run, useEachSecond())
  const wished =
    run.wish === 'pause'
      ? t`Pausing after these rows`
      : run.wish === 'stop'
        ? t`Stopping after these rows`
        : ''
  return (
    <div className={styles.part}>
      <ProgressBar value={done} max={Math.max(1, of)} aria-label={run.title} />
      <output>
        <Text>{[farWords(run.progress), wished || left].filter(Boolean).join(' · ')}</Text>
      </output>
      {until && <Text className={styles.quiet}>{busyWords(until, now())}</Text>}
    </div>
  )
}
