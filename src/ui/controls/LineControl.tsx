import { Input, makeStyles } from '@fluentui/react-components'
import type { FieldOf, Value } from '../../domain/fields.ts'
import type { ControlProps } from './control.ts'
import { useTyped } from './useTyped.ts'

const useStyles = makeStyles({
  whole: { width: '100%' },
  number: { maxWidth: '180px' },
  code: { maxWidth: '220px' },
})

const pounds = (value: Value) => (typeof value === 'number' ? (value / 100).toFixed(2) : '')
const unitOf = (field: FieldOf<'wholeNumber' | 'decimal'>) => field.unit

export const TextControl = (props: ControlProps<'text'>) => {
  const styles = useStyles()
  const { text, change, leave } = useTyped(props)
  return (
    <Input
      className={styles.whole}
      value={text}
      readOnly={props.readOnly}
      onChange={(_, { value }) => change(value)}
      onBlur={leave}
    />
  )
}

export const UpnControl = (props: ControlProps<'upn'>) => {
  const styles = useStyles()
  const { text, change, leave } = useTyped(props)
  return (
    <Input
      className={styles.code}
      value={text}
      autoCapitalize="characters"
      spellCheck={false}
      readOnly={props.readOnly}
      onChange={(_, { value }) => change(value)}
      onBlur={leave}
    />
  )
}

export const NumberControl = (props: ControlProps<'wholeNumber'> | ControlProps<'decimal'>) => {
  const styles = useStyles()
  const { text, change, leave } = useTyped(props)
  const unit = unitOf(props.field)
  return (
    <Input
      className={styles.number}
      value={text}
      inputMode={props.field.kind === 'decimal' ? 'decimal' : 'numeric'}
      readOnly={props.readOnly}
      contentAfter={unit ? <span>{unit}</span> : null}
      onChange={(_, { value }) => change(value)}
      onBlur={leave}
    />
  )
}

export const MoneyControl = (props: ControlProps<'money'>) => {
  const styles = useStyles()
  const { text, change, leave } = useTyped(props, { textOf: pounds })
  return (
    <Input
      className={styles.number}
      value={text}
      inputMode="decimal"
      readOnly={props.readOnly}
      contentBefore={<span>£</span>}
      onChange={(_, { value }) => change(value)}
      onBlur={leave}
    />
  )
}
