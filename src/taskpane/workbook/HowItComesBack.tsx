import { t } from '../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { howItComesBack } from '../../documents/provisionMap/comesBack.ts'

const useStyles = makeStyles({
  head: { cursor: 'pointer', padding: '4px 0' },
  list: {
    margin: 0,
    paddingLeft: '20px',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    color: tokens.colorNeutralForeground2,
  },
})

/** What a person may do in the map's table and what becomes of it; the workbook's own page says the same. */
export const HowItComesBack = () => {
  const styles = useStyles()
  return (
    <details>
      <summary className={styles.head}>{t`What you can change, and how`}</summary>
      <ul className={styles.list}>
        {howItComesBack.map(([what, words]) => (
          <li key={what}>
            <Text size={200}>
              <Text size={200} weight="semibold">
                {what}.
              </Text>{' '}
              {words}
            </Text>
          </li>
        ))}
      </ul>
    </details>
  )
}
