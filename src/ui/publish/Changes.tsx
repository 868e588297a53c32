import { t } from '../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { PartChange } from '../../domain/rules/publish.ts'

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '12px 16px',
    borderLeft: `3px solid ${tokens.colorPaletteMarigoldBorderActive}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  list: { margin: 0, display: 'flex', flexDirection: 'column', gap: '10px', '& dd': { margin: 0 } },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** What staff see and what they would see, part by part. */
export const Changes = ({ title, changes }: { title: string; changes: readonly PartChange[] }) => {
  const styles = useStyles()
  return (
    <section className={styles.box} aria-label={title}>
      <Text weight="semibold">{title}</Text>
      <dl className={styles.list}>
        {changes.map(({ label, from, to }, i) => (
          // Targets share a label; the list is made anew as a whole.
          // eslint-disable-next-line react/no-array-index-key
          <div key={i}>
            <dt>
              <Text size={200} weight="semibold">
                {label}
              </Text>
            </dt>
            <dd>
              <Text block size={200} className={styles.words}>
                <span className={styles.quiet}>{t`Staff see:`} </span>
                {from ?? t`(nothing)`}
              </Text>
              <Text block size={200} className={styles.words}>
                <span className={styles.quiet}>{t`Would be:`} </span>
                {to ?? t`(nothing)`}
              </Text>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
