import { Field } from '@fluentui/react-components'
import { useState } from 'react'
import { date } from '../../../domain/fields.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { Control } from '../../../ui/controls/controls.tsx'

/** A day that belongs to an act and not to a field yet. */
export const DayField = ({
  label,
  value,
  latest = null,
  onValue,
}: {
  label: string
  value: Day | null
  latest?: Day | null
  onValue: (day: Day | null) => void
}) => {
  const [wrong, setWrong] = useState<{ typed: string; message: string } | null>(null)
  return (
    <Field
      label={label}
      validationState={wrong ? 'error' : 'none'}
      validationMessage={wrong?.message ?? null}
      style={{ maxWidth: 220 }}
    >
      <Control
        field={date(label)}
        value={value}
        typed={wrong?.typed ?? null}
        readOnly={false}
        options={[]}
        latest={latest}
        onValue={(day) => {
          setWrong(null)
          onValue(day as Day | null)
        }}
        onWrong={(typed, message) => {
          setWrong({ typed, message })
          onValue(null)
        }}
        onLeave={() => undefined}
      />
    </Field>
  )
}
