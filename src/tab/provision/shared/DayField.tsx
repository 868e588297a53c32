import { Field as FluentField } from '@fluentui/react-components'
import { fieldOf } from '../../../domain/record.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { Control } from '../../../ui/controls/controls.tsx'

/** A day as it stands in a form that is not stored yet; `typed` is text that is no day. */
export type TypedDay = {
  readonly value: Day | null
  readonly typed: string | null
  readonly complaint: string | null
}
export const dayIs = (value: Day | null): TypedDay => ({ value, typed: null, complaint: null })

/** From or until of a line of support, with what is wrong with it beside it. */
export const DayField = ({
  name,
  label,
  day,
  note = null,
  stops = false,
  onDay,
}: {
  name: 'from' | 'until'
  label: string
  day: TypedDay
  note?: string | null
  /** Whether the note says that it can't be so. */
  stops?: boolean
  onDay: (day: TypedDay) => void
}) => {
  const said = day.complaint ?? note
  return (
    <FluentField
      label={label}
      size="small"
      validationState={said === null ? 'none' : day.complaint || stops ? 'error' : 'warning'}
      validationMessage={said}
    >
      <Control
        field={{ ...fieldOf(Allocation, name), label }}
        value={day.value}
        typed={day.typed}
        readOnly={false}
        options={[]}
        onValue={(value) => onDay(dayIs(value as Day | null))}
        onWrong={(typed, complaint) => onDay({ value: null, typed, complaint })}
        onLeave={() => undefined}
      />
    </FluentField>
  )
}
