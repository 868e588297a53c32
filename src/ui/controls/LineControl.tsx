import { inWords } from '../../words/t.ts'
import { Input, makeStyles, Textarea } from '@fluentui/react-components'
import type { FieldOf, Value } from '../../domain/fields.ts'
import type { ControlProps } from './control.ts'
import { useGrow } from './useGrow.ts'
import { useTyped } from './useTyped.ts'

const useStyles = makeStyles({
  whole: { width: '100%' },
  line: { maxHeight: 'none', minHeight: '30px', overflow: 'hidden' },
  number: { maxWidth: '180px' },
  code: { maxWidth: '220px' },
})

const pounds = (value: Value) => (typeof value === 'number' ? (value / 100).toFixed(2) : '')
const unitOf = (field: FieldOf<'wholeNumber' | 'decimal'>) => field.unit

/** What may be longer than a field is wide wraps instead of being cut; it stays one line of text. */
const wraps = ({ field }: ControlProps<'text'>) => (field.max ?? 255) > 120

export const TextControl = (props: ControlProps<'text'>) =>
  wraps(props) ? <WrappedLine {...props} /> : <ShortLine {...props} />

const WrappedLine = (props: ControlProps<'text'>) => {
  const styles = useStyles()
  const { text, change, leave } = useTyped(props)
  const area = useGrow(text)
  return (
    <Textarea
      className={styles.whole}
      textarea={{ ref: area, className: styles.line, rows: 1 }}
      value={text}
      readOnly={props.readOnly}
      onChange={(_, { value }) => change(value.replace(/\s*[\r\n]+\s*/g, ' '))}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        event.currentTarget.form?.requestSubmit()
      }}
    />
  )
}

const ShortLine = (props: ControlProps<'text'>) => {
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
      // A phone's number pad has no colon.
      inputMode={props.field.kind === 'decimal' ? 'decimal' : props.field.asAge ? 'text' : 'numeric'}
      readOnly={props.readOnly}
      contentAfter={unit ? <span>{inWords(unit)}</span> : null}
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
