import { inWords, t } from '../../words/t.ts'
import { makeStyles, Radio, RadioGroup } from '@fluentui/react-components'
import { yearGroupOrder, yearGroups } from '../../domain/rules/codes.ts'
import type { ControlProps } from './control.ts'
import { TypeAhead } from './TypeAhead.tsx'

const useStyles = makeStyles({
  radios: { display: 'flex', flexWrap: 'wrap', columnGap: '4px', marginLeft: '-8px' },
})
const blankKey = '—'

/** A few choices lie open; many are typed for. */
export const ChoiceControl = (props: ControlProps<'choice'>) => {
  const styles = useStyles()
  const { field, readOnly } = props
  const value = typeof props.value === 'string' ? props.value : null
  const options = codesOf(field.choices).map((key) => ({ key, text: inWords(field.choices[key]!) }))
  const choose = (key: string | null) => {
    if (key === null && field.required) return
    props.onValue(key)
    props.onLeave()
  }
  if (options.length <= 4 && options.every(({ text }) => text.length <= 32)) {
    const all = field.required ? options : [...options, { key: blankKey, text: t`Not said` }]
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
      <Radio value="yes" label={t`Yes`} />
      <Radio value="no" label={t`No`} />
      {!props.field.required && <Radio value={blankKey} label={t`Not said`} />}
    </RadioGroup>
  )
}
