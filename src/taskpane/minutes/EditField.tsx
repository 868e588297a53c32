import { t } from '../../words/t.ts'
import { Button, Field as FluentField, makeStyles } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { complaint, type Value } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import type { Difference } from '../../documents/readBack.ts'
import { Control } from '../../ui/controls/controls.tsx'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '8px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** A third text for a field: begins as the document has it, goes into the record. */
export const EditField = ({
  difference: { place, field: name, label, change, record },
  busy,
  onSave,
  onCancel,
}: {
  difference: Difference
  busy: boolean
  onSave: (value: Value) => void
  onCancel: () => void
}) => {
  const styles = useStyles()
  const field = fieldOf(place.type, name)
  const [answer, setAnswer] = useState<{ value: Value; typed: string | null; wrong: string | null }>({
    value:
      'value' in change ? change.value : record === '' ? null : ((place.record?.[name] as Value) ?? null),
    typed: null,
    wrong: null,
  })
  const [asked, setAsked] = useState<string | null>(null)
  const all = useRef<HTMLDivElement>(null)
  useEffect(() => all.current?.querySelector<HTMLElement>('textarea, input, select, button')?.focus(), [])
  const save = () => {
    const wrong = answer.wrong ?? (complaint(field, answer.value) || null)
    setAsked(wrong)
    if (wrong === null) onSave(answer.value)
  }
  return (
    <div ref={all} className={styles.all}>
      <FluentField
        label={label}
        validationState={asked ? 'error' : 'none'}
        validationMessage={asked}
        required={!!field.required}
      >
        <Control
          field={field}
          value={answer.value}
          typed={answer.typed}
          readOnly={busy}
          options={[]}
          onValue={(value) => setAnswer({ value, typed: null, wrong: null })}
          onWrong={(typed, wrong) => setAnswer({ value: null, typed, wrong })}
          onLeave={() => undefined}
        />
      </FluentField>
      <div className={styles.buttons}>
        <Button
          size="small"
          appearance="primary"
          disabled={busy}
          onClick={save}
        >{t`Save in the record`}</Button>
        <Button size="small" disabled={busy} onClick={onCancel}>{t`Cancel`}</Button>
      </div>
    </div>
  )
}
