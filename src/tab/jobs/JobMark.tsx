import { t } from '../../words/t.ts'
import { Link, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components'
import { useGo } from '../routes.ts'
import { useRuns } from './useJobs.ts'

const useStyles = makeStyles({
  mark: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    gap: '3px',
    width: '88px',
    flexShrink: 0,
    color: tokens.colorNeutralForeground2,
    ':hover': { textDecorationLine: 'none', color: tokens.colorNeutralForeground1 },
  },
})

/** A job that this page works on, in the bar: wherever the person goes, they see that it goes on. */
export const JobMark = () => {
  const styles = useStyles()
  const { href } = useGo()
  const running = [...useRuns().values()].find(({ end }) => end === null)
  if (!running) return null
  const { done, of } = running.progress
  const percent = of === 0 ? 100 : Math.floor((100 * done) / of)
  return (
    <Link
      appearance="subtle"
      className={styles.mark}
      href={href({ at: 'records', section: 'jobs', key: running.key })}
      aria-label={t`${running.title}: ${percent}% done`}
      title={running.title}
    >
      <Text size={100}>{t`Working: ${percent}%`}</Text>
      <ProgressBar value={done} max={Math.max(1, of)} aria-hidden />
    </Link>
  )
}
