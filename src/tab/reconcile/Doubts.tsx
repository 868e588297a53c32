import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { type Child, type Doubtful, doubtWords, listNames } from '../../domain/rules/reconcileTypes.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { Notice } from '../../ui/Loaded.tsx'
import { factsOfRow, listWords, nameOfRow, rowOfChild } from './words.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '12px',
    maxWidth: '860px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
})

/** More than a person settles in one sitting. */
const most = 100

/** Rows that look alike and that nobody but a person can join. */
export const Doubts = ({
  doubtful,
  all,
  onSettle,
}: {
  doubtful: readonly Doubtful[]
  all: readonly Child[]
  onSettle: (one: Child, other: Child, same: boolean) => void
}) => {
  const styles = useStyles()
  if (doubtful.length === 0)
    return (
      <Notice
        title={t`Nobody is in doubt`}
        todo={t`Every row is one child’s, or stands alone without another like it.`}
      />
    )
  return (
    <>
      <ul className={styles.list}>
        {doubtful.slice(0, most).map(({ one, other, doubt }) => {
          const [a, b] = [all[one]!, all[other]!]
          return (
            <li key={`${one} ${other}`} className={styles.card}>
              <Text weight="semibold">{doubtWords[doubt]}</Text>
              <Side child={a} />
              <Side child={b} />
              <div className={styles.buttons}>
                <Button onClick={() => onSettle(a, b, true)}>{t`One child`}</Button>
                <Button onClick={() => onSettle(a, b, false)}>{t`Two children`}</Button>
              </div>
            </li>
          )
        })}
      </ul>
      {doubtful.length > most && (
        <Text className={styles.quiet}>{t`And ${doubtful.length - most} more, once these are settled.`}</Text>
      )}
    </>
  )
}

const Side = ({ child }: { child: Child }) => {
  const styles = useStyles()
  const row = rowOfChild(child)
  const on = listNames.filter((list) => child.rows[list].length > 0).map((list) => listWords[list])
  return (
    <Text>
      <Personal>{nameOfRow(row)}</Personal>{' '}
      <Text size={200} className={styles.quiet}>
        <Personal>{factsOfRow(row)}</Personal> · {on.join(' and ')}
      </Text>
    </Text>
  )
}
