import { t } from '../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { counted } from '../../domain/counted.ts'
import { isDay } from '../../domain/rules/day.ts'
import { hrefOf } from '../routes.ts'
import { useNotLogged } from './notLogged.ts'

const useStyles = makeStyles({
  mark: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    minHeight: '44px',
    padding: '0 6px',
    color: tokens.colorStatusWarningForeground1,
  },
})

/**
 * What is half said or not stored of the log of sessions, in the bar of every other screen: nobody closes the page
 * having forgotten it. Leads to its day, among all staff's, since it may be somebody else's session.
 */
export const SessionsMark = () => {
  const styles = useStyles()
  const { count, first } = useNotLogged()
  if (first === null) return null
  const day = first.slice(first.lastIndexOf('/') + 1)
  const query = new URLSearchParams({ whose: 'all', ...(isDay(day) ? { day } : {}) })
  return (
    <Link
      appearance="subtle"
      className={styles.mark}
      href={hrefOf(first.slice(0, first.indexOf('/')), { at: 'sessions', query })}
      aria-label={t`${count} not logged yet: ${counted(count, 'session')} begun and not stored; they are lost if this page is closed`}
      title={t`Begun and not stored yet: lost if this page is closed`}
    >
      <Text size={200}>{t`${count} not logged yet`}</Text>
    </Link>
  )
}
