import type { ReactNode } from 'react'
import type { Kind } from '../../domain/fields.ts'
import { ChoiceControl, KeyControl, YesNoControl } from './ChoiceControl.tsx'
import type { ControlProps } from './control.ts'
import { DateControl } from './DateControl.tsx'
import { MoneyControl, NumberControl, TextControl, UpnControl } from './LineControl.tsx'
import { LongTextControl } from './LongTextControl.tsx'

const controls: { [K in Kind]: (props: ControlProps<K>) => ReactNode } = {
  text: TextControl,
  longText: LongTextControl,
  wholeNumber: NumberControl,
  decimal: NumberControl,
  money: MoneyControl,
  date: DateControl,
  choice: ChoiceControl,
  yesNo: YesNoControl,
  key: KeyControl,
  upn: UpnControl,
}

/** The control of any field, by its kind. */
export const Control = (props: ControlProps) => {
  const Found = controls[props.field.kind] as (props: ControlProps) => ReactNode
  return <Found {...props} />
}
