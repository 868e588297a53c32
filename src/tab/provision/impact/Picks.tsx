import { t } from '../../../words/t.ts'
import { Field, makeStyles, Select, Switch } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'flex-end' },
  pick: {
    minWidth: '160px',
    maxWidth: '320px',
    flex: '0 1 auto',
    '@media (max-width: 480px)': { width: '100%' },
  },
})

/** One choice among several, by its name. */
export const Pick = ({
  label,
  value,
  options,
  onPick,
}: {
  label: string
  value: string
  options: readonly { readonly value: string; readonly words: string }[]
  onPick: (value: string) => void
}) => {
  const styles = useStyles()
  return (
    <Field label={label} className={styles.pick}>
      <Select value={value} onChange={(_, chosen) => onPick(chosen.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** The line of choices above a chart. */
export const Picks = ({
  safe,
  onSafe,
  children,
}: {
  safe: boolean
  onSafe: (safe: boolean) => void
  children: ReactNode
}) => {
  const styles = useStyles()
  return (
    <div className={styles.line}>
      {children}
      <Switch
        label={t`For governors: small numbers and groups’ names hidden`}
        checked={safe}
        onChange={(_, { checked }) => onSafe(checked)}
      />
    </div>
  )
}
