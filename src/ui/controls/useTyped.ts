import { useState } from 'react'
import { type Field, type Parsed, parse, show, type Value } from '../../domain/fields.ts'
import type { ControlProps } from './control.ts'

type Reading = {
  /** A value as text in the control. */
  readonly textOf?: (value: Value) => string
  readonly read?: (typed: string) => Parsed
}

type Shown = Pick<ControlProps, 'value' | 'typed' | 'onValue' | 'onWrong' | 'onLeave'> & {
  readonly field: Field
}

/**
 * The text in a control while it is being typed, and as the field shows it afterwards. What is typed is read at each
 * key press, so that nothing depends on leaving the field.
 */
export const useTyped = (props: Shown, { textOf, read }: Reading = {}) => {
  const field: Field = props.field
  const [local, setLocal] = useState<string | null>(null)
  const shown = props.typed ?? (textOf ?? ((value: Value) => show(field, value)))(props.value)
  const change = (typed: string) => {
    setLocal(typed)
    const parsed = (read ?? ((text: string) => parse(field, text)))(typed)
    if ('value' in parsed) props.onValue(parsed.value)
    else props.onWrong(typed, parsed.complaint)
  }
  const leave = () => {
    setLocal(null)
    props.onLeave()
  }
  return { text: local ?? shown, change, leave, isTyping: local !== null }
}
