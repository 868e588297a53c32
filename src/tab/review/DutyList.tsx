import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Why as Reason } from '../../domain/rules/why.ts'
import { Why } from '../../ui/Why.tsx'

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 16px',
    color: tokens.colorNeutralForeground2,
  },
})

/** What the law and the Code ask for, in a few words each, every one with its reason; nothing where there is nothing. */
export const DutyList = ({
  label,
  duties,
}: {
  label: string
  duties: readonly { readonly words: string; readonly why: Reason }[]
}) => {
  const styles = useStyles()
  if (duties.length === 0) return null
  return (
    <ul className={styles.list} aria-label={label}>
      {duties.map(({ words, why }) => (
        <li key={words}>
          <Text size={200}>
            <Why why={why}>{words}</Why>
          </Text>
        </li>
      ))}
    </ul>
  )
}
