import { inWords, t } from '../words/t.ts'
import {
  Button,
  Field as FluentField,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { Value } from '../domain/fields.ts'
import { type AnyRecordType, fieldOf, type Stored } from '../domain/record.ts'
import { Control } from './controls/controls.tsx'
import { SignInButton } from './Loaded.tsx'
import type { KeyOptions, LatestDays } from './formOptions.ts'
import { useServices } from './services.tsx'
import { useAdding } from './useAdding.ts'
import { WordingMarks } from './wording/WordingMarks.tsx'
import { whenWords } from './when.ts'
import { whyNotSaved } from './words.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    padding: '16px',
    maxWidth: '860px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
    gap: '16px 20px',
    alignItems: 'start',
  },
  wide: { gridColumn: '1 / -1' },
  found: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
})

/**
 * A new record: the few fields that it begins with and one button. What was typed stays until it is stored; the key
 * is settled when the form opens, so that a second try never makes a second record.
 */
export const AddForm = ({
  type,
  title,
  given,
  fields,
  options = {},
  latest = {},
  also,
  onStored,
  onClose,
}: {
  type: AnyRecordType
  title: string
  given: Readonly<Record<string, Value>>
  fields: readonly string[]
  options?: KeyOptions
  latest?: LatestDays
  /** Fields that follow from the answers: they are stored with them and not asked for. */
  also?: (answers: Readonly<Record<string, Value>>) => Readonly<Record<string, Value>>
  onStored?: (stored: Stored<unknown>) => void
  onClose: () => void
}) => {
  const styles = useStyles()
  const services = useServices()
  const { answers, answer, asked, refusals, busy, trouble, found, store, cancel } = useAdding({
    type,
    title,
    given,
    fields,
    also,
    onStored,
    onClose,
  })

  const form = useRef<HTMLFormElement>(null)
  // Pressing the button leads to the first answer that is missing or wrong, which may be out of sight.
  useEffect(() => {
    if (refusals === 0) return
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid=true]')
    const control = wrong?.matches('input, textarea') ? wrong : wrong?.querySelector<HTMLElement>('input')
    control?.focus()
  }, [refusals])
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [])

  return (
    <form
      ref={form}
      // The browser's own words for a missing answer are not ours.
      noValidate
      className={styles.card}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        void store()
      }}
    >
      <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>
        {title}
      </Text>
      {found !== null && (
        <Text
          size={200}
          className={styles.found}
        >{t`You typed this ${whenWords(new Date(found), services.today())} and it isn’t stored yet.`}</Text>
      )}
      <div className={styles.grid}>
        {fields.map((name) => {
          const field = fieldOf(type, name)
          const wrong = asked[name]
          const now = answers[name] ?? { value: given[name] ?? null, typed: null }
          return (
            <div key={name} className={mergeClasses(field.kind === 'longText' && styles.wide)}>
              <FluentField
                label={inWords(field.label)}
                hint={field.help ? inWords(field.help) : null}
                required={!!field.required}
                validationState={wrong ? 'error' : 'none'}
                validationMessage={wrong ?? null}
              >
                <Control
                  field={field}
                  value={now.value}
                  typed={now.typed}
                  readOnly={busy}
                  options={options[name] ?? []}
                  latest={latest[name] ?? null}
                  onValue={(value) => answer(name, { value, typed: null, complaint: null })}
                  onWrong={(typed, complaint) => answer(name, { value: null, typed, complaint })}
                  onLeave={() => undefined}
                />
              </FluentField>
              <WordingMarks
                type={type}
                name={name}
                label={inWords(field.label)}
                valueOf={(other) => answers[other]?.value ?? given[other] ?? null}
                record={title}
              />
            </div>
          )
        })}
      </div>
      {trouble && (
        <Text role="alert">
          {t`Not saved: ${whyNotSaved(trouble)}. Your text is kept here${trouble.code === 'noAccess' ? t` to copy` : t`; press the button again when you are ready`}. `}
          {trouble.code === 'signedOut' && <SignInButton />}
        </Text>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" type="submit" disabled={busy}>
          {busy ? t`Saving` : title}
        </Button>
        <Button onClick={cancel} disabled={busy}>{t`Cancel`}</Button>
      </div>
    </form>
  )
}
