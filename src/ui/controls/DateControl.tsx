import { inWords, t } from '../../words/t.ts'
import { Button, Input, makeStyles } from '@fluentui/react-components'
import { CalendarRegular } from '@fluentui/react-icons'
import { useRef } from 'react'
import { complaint, type Parsed, type Value } from '../../domain/fields.ts'
import { type Day, isDay, showDay, showWeekday } from '../../domain/rules/day.ts'
import { typedDay } from '../../domain/rules/typedDay.ts'
import { useServices } from '../services.tsx'
import type { ControlProps } from './control.ts'
import { useTyped } from './useTyped.ts'

const useStyles = makeStyles({
  row: { position: 'relative', maxWidth: '220px' },
  input: { width: '100%' },
  // The browser's own calendar opens from here; the field that is typed in is the one that people see.
  native: {
    position: 'absolute',
    bottom: 0,
    right: 0,
    width: '1px',
    height: '1px',
    opacity: 0,
    pointerEvents: 'none',
  },
})

const textOf = (value: Value) => (typeof value === 'string' && isDay(value) ? showWeekday(value) : '')

/** A day, typed as people write it (10/3, 10 mar, next tue) or picked from the browser's calendar. */
export const DateControl = (props: ControlProps<'date'>) => {
  const styles = useStyles()
  const { today } = useServices()
  const label = inWords(props.field.label)
  const picker = useRef<HTMLInputElement>(null)
  const read = (typed: string): Parsed => {
    if (typed.trim() === '') return answerOf(null)
    const day = typedDay(typed, today())
    return day ? answerOf(day) : { complaint: t`${label} is a date, such as 10/3, 10 Mar 2026 or next Tue` }
  }
  const answerOf = (day: Day | null): Parsed => {
    const late = day !== null && props.latest != null && day > props.latest
    const wrong = late
      ? t`${label} can’t be later than ${showDay(props.latest!)}`
      : complaint(props.field, day)
    return wrong ? { complaint: wrong } : { value: day }
  }
  const { text, change, leave } = useTyped(props, { textOf, read })
  const pick = () => {
    try {
      picker.current?.showPicker()
    } catch {
      // A frame of another origin may not open it; typing works everywhere.
    }
  }
  return (
    <div className={styles.row}>
      <Input
        className={styles.input}
        value={text}
        placeholder={t`such as 10/3`}
        readOnly={props.readOnly}
        onChange={(_, { value }) => change(value)}
        onBlur={leave}
        contentAfter={
          props.readOnly ? null : (
            <Button
              appearance="transparent"
              size="small"
              tabIndex={-1}
              icon={<CalendarRegular />}
              aria-label={t`Calendar for ${label}`}
              onClick={pick}
            />
          )
        }
      />
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden
        className={styles.native}
        value={typeof props.value === 'string' ? props.value : ''}
        onChange={(event) => {
          change(event.target.value)
          leave()
        }}
      />
    </div>
  )
}
