import { t } from '../../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { LogFilter } from './logRows.ts'
import { type Fact, manyPupils } from './unusual.ts'

const few = 3

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '2px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** What stands out, with a way to its rows. */
export const Unusual = ({
  facts,
  onShow,
}: {
  facts: readonly Fact[]
  onShow: (filter: LogFilter) => void
}) => {
  const styles = useStyles()
  const [all, setAll] = useState(false)
  if (facts.length === 0) return null
  const shown = all ? facts.slice(0, 50) : facts.slice(0, few)
  return (
    <section className={styles.box} aria-label={t`What stands out`}>
      <Text as="h2" weight="semibold" className={styles.title}>{t`What stands out`}</Text>
      <ul className={styles.list}>
        {shown.map(({ words, filter }) => (
          <li key={words}>
            {words}{' '}
            <Link as="button" aria-label={t`Show: ${words}`} onClick={() => onShow(filter)}>{t`Show`}</Link>
          </li>
        ))}
      </ul>
      <Text size={200} className={styles.quiet}>
        {facts.length > few && (
          <Link as="button" style={{ fontSize: 'inherit' }} onClick={() => setAll(!all)}>
            {all ? t`Fewer` : t`All ${facts.length}`}
          </Link>
        )}{' '}
        {t`Told here: ${manyPupils} or more different pupils opened by one person in a day, anything between 22:00 and 06:00, and what left the school with warnings. It says that it happened, not that it was wrong.`}
      </Text>
    </section>
  )
}
