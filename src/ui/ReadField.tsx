import { t } from '../words/t.ts'
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { type Field, saidOf, type Value } from '../domain/fields.ts'
import type { KeyOption } from './controls/control.ts'

const useStyles = makeStyles({
  one: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  label: { color: tokens.colorNeutralForeground2 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  blank: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
})

/** A field as somebody reads it who may not change it: its label and its text, no control. */
export const ReadField = ({
  field,
  label,
  value,
  options,
}: {
  field: Field
  label: string
  value: Value
  options: readonly KeyOption[]
}) => {
  const styles = useStyles()
  const id = useId()
  const text =
    field.kind === 'key' && typeof value === 'string'
      ? (options.find(({ key }) => key === value)?.text ?? '')
      : saidOf(field, value)
  return (
    <div className={styles.one} role="group" aria-labelledby={id}>
      <Text id={id} size={200} className={styles.label}>
        {label}
      </Text>
      <Text dir="auto" className={mergeClasses(styles.text, text === '' && styles.blank)}>
        {text || t`Nothing said`}
      </Text>
    </div>
  )
}
