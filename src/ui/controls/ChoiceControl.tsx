import { Combobox, makeStyles, Option, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import { yearGroupOrder, yearGroups } from '../../domain/rules/codes.ts'
import type { ControlProps, KeyOption } from './control.ts'

const useStyles = makeStyles({
  box: { width: '100%', maxWidth: '420px', minWidth: '0' },
  radios: { display: 'flex', flexWrap: 'wrap', columnGap: '4px', marginLeft: '-8px' },
})
const blankKey = '—'

/** Type to narrow the list down; Escape or leaving goes back to what was chosen. */
const TypeAhead = ({
  options,
  value,
  required,
  readOnly,
  onChosen,
  onLeave,
}: {
  options: readonly KeyOption[]
  value: string | null
  required: boolean
  readOnly: boolean
  onChosen: (key: string | null) => void
  onLeave: () => void
}) => {
  const styles = useStyles()
  const [typed, setTyped] = useState<string | null>(null)
  const chosen = options.find((option) => option.key === value)
  const words = (typed ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const found = options.filter(({ text }) => words.every((word) => text.toLowerCase().includes(word)))
  return (
    <Combobox
      className={styles.box}
      input={{ readOnly, style: { minWidth: 0, width: '100%' } }}
      clearable={!required && !readOnly}
      value={typed ?? chosen?.text ?? ''}
      selectedOptions={value ? [value] : []}
      onChange={(event) => setTyped(event.target.value)}
      onOptionSelect={(_, { optionValue }) => {
        setTyped(null)
        if (!readOnly) onChosen(optionValue ?? null)
      }}
      onBlur={() => {
        setTyped(null)
        onLeave()
      }}
    >
      {found.map(({ key, text }) => (
        <Option key={key} value={key} text={text}>
          {text}
        </Option>
      ))}
      {found.length === 0 && (
        <Option disabled value={blankKey} text="">
          Nothing here has these letters
        </Option>
      )}
    </Combobox>
  )
}

/** A few choices lie open; many are typed for. */
export const ChoiceControl = (props: ControlProps<'choice'>) => {
  const styles = useStyles()
  const { field, readOnly } = props
  const value = typeof props.value === 'string' ? props.value : null
  const options = codesOf(field.choices).map((key) => ({ key, text: field.choices[key]! }))
  const choose = (key: string | null) => {
    if (key === null && field.required) return
    props.onValue(key)
    props.onLeave()
  }
  if (options.length <= 4 && options.every(({ text }) => text.length <= 32)) {
    const all = field.required ? options : [...options, { key: blankKey, text: 'Not said' }]
    return (
      <RadioGroup
        layout="horizontal"
        className={styles.radios}
        value={value ?? (field.required ? '' : blankKey)}
        disabled={readOnly}
        onChange={(_, data) => choose(data.value === blankKey ? null : data.value)}
      >
        {all.map(({ key, text }) => (
          <Radio key={key} value={key} label={text} />
        ))}
      </RadioGroup>
    )
  }
  return (
    <TypeAhead
      options={options}
      value={value}
      required={!!field.required}
      readOnly={readOnly}
      onChosen={choose}
      onLeave={props.onLeave}
    />
  )
}

// Object keys that look like numbers lose their order; year groups have one of their own.
const codesOf = (choices: Readonly<Record<string, string>>): readonly string[] =>
  choices === yearGroups ? yearGroupOrder : Object.keys(choices)

/** Another record, by typing part of what it is called. */
export const KeyControl = (props: ControlProps<'key'>) => (
  <TypeAhead
    options={props.options}
    value={typeof props.value === 'string' ? props.value : null}
    required={!!props.field.required}
    readOnly={props.readOnly}
    onChosen={(key) => {
      props.onValue(key)
      props.onLeave()
    }}
    onLeave={props.onLeave}
  />
)

export const YesNoControl = (props: ControlProps<'yesNo'>) => {
  const styles = useStyles()
  const value = props.value === true ? 'yes' : props.value === false ? 'no' : blankKey
  return (
    <RadioGroup
      layout="horizontal"
      className={styles.radios}
      value={value}
      disabled={props.readOnly}
      onChange={(_, data) => {
        props.onValue(data.value === blankKey ? null : data.value === 'yes')
        props.onLeave()
      }}
    >
      <Radio value="yes" label="Yes" />
      <Radio value="no" label="No" />
      {!props.field.required && <Radio value={blankKey} label="Not said" />}
    </RadioGroup>
  )
}
