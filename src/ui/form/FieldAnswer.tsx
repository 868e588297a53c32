import { t } from '../../words/t.ts'
import { Input, makeStyles } from '@fluentui/react-components'
import { type FormField, placeName } from '../../documents/form/fields.ts'
import type { Placing } from '../../documents/form/pack.ts'
import { TypeAhead } from '../controls/TypeAhead.tsx'
import { keyOfMapped, optionsFor } from './factOptions.ts'

const useStyles = makeStyles({ limit: { width: '130px' } })

/** What goes to a place, and how many characters it holds: both to choose. */
export const FieldAnswer = ({
  field,
  placing,
  onKey,
  onLimit,
}: {
  field: FormField
  placing: Placing
  onKey: (key: string | null) => void
  onLimit: (most: number | null) => void
}) => {
  const styles = useStyles()
  const label = placeName(field)
  const most = placing.limits[field.id] ?? field.most
  return (
    <>
      <TypeAhead
        label={t`What goes to ${label}`}
        options={optionsFor(field)}
        value={keyOfMapped(placing.mapping.fields[field.id])}
        required={false}
        readOnly={false}
        onChosen={onKey}
      />
      {field.takes === 'text' && (
        <Input
          className={styles.limit}
          size="small"
          type="number"
          aria-label={t`Most characters of ${label}`}
          placeholder={t`Most characters`}
          defaultValue={most === null ? '' : String(most)}
          onBlur={(event) => {
            const typed = Number(event.target.value)
            onLimit(Number.isInteger(typed) && typed > 0 ? typed : null)
          }}
        />
      )}
    </>
  )
}
