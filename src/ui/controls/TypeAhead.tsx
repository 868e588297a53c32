import { t } from '../../words/t.ts'
import { Combobox, makeStyles, Option } from '@fluentui/react-components'
import { useState } from 'react'
import type { KeyOption } from './control.ts'

const useStyles = makeStyles({ box: { width: '100%', maxWidth: '420px', minWidth: '0' } })

/** Type to narrow the list down; Escape or leaving goes back to what was chosen. */
export const TypeAhead = ({
  options,
  value,
  required,
  readOnly,
  onChosen,
  onLeave = () => undefined,
  label,
  placeholder,
}: {
  options: readonly KeyOption[]
  value: string | null
  required: boolean
  readOnly: boolean
  onChosen: (key: string | null) => void
  onLeave?: () => void
  /** Said where no Field around it says what it is. */
  label?: string
  /** What holds while nothing is chosen. */
  placeholder?: string
}) => {
  const styles = useStyles()
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const chosen = options.find((option) => option.key === value)
  const words = (typed ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const found = options.filter(({ text }) => words.every((word) => text.toLowerCase().includes(word)))
  return (
    <Combobox
      aria-label={label}
      {...(placeholder !== undefined && { placeholder })}
      className={styles.box}
      input={{
        readOnly,
        style: {
          minWidth: 0,
          width: '100%',
          boxSizing: 'border-box',
          textOverflow: 'ellipsis',
          paddingRight: '4px',
        },
      }}
      clearable={!required && !readOnly}
      // The library's own word is English.
      expandIcon={{ 'aria-label': label === undefined ? t`Open` : t`Open ${label}` }}
      value={typed ?? chosen?.text ?? ''}
      selectedOptions={value ? [value] : []}
      open={open && !readOnly}
      onOpenChange={(_, data) => setOpen(data.open)}
      // A phone's keyboard sends no keys that would open the list.
      onChange={(event) => {
        setTyped(event.target.value)
        setOpen(true)
      }}
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
        <Option disabled value="none" text="">{t`Nothing here has these letters`}</Option>
      )}
    </Combobox>
  )
}
