import {
  Button,
  Field as FluentField,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { Value } from '../domain/fields.ts'
import { newKey } from '../domain/key.ts'
import { type Trouble, troubleOf } from '../domain/problem.ts'
import { type AnyRecordType, blank, check, fieldOf, type Stored } from '../domain/record.ts'
import { Control } from './controls/controls.tsx'
import { SignInButton } from './Loaded.tsx'
import type { KeyOptions } from './RecordForm.tsx'
import { usePutStored } from './records.ts'
import { useServices } from './services.tsx'
import { storeNew } from './storeNew.ts'
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
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
})

type Answer = { readonly value: Value; readonly typed: string | null; readonly wrong: string | null }

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
  onStored,
  onClose,
}: {
  type: AnyRecordType
  title: string
  given: Readonly<Record<string, Value>>
  fields: readonly string[]
  options?: KeyOptions
  onStored?: (stored: Stored<unknown>) => void
  onClose: () => void
}) => {
  const styles = useStyles()
  const services = useServices()
  const put = usePutStored()
  const [key] = useState(() => newKey(services.now().getTime()))
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({})
  const [asked, setAsked] = useState<Readonly<Record<string, string>>>({})
  const [refusals, setRefusals] = useState(0)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)

  const answer = (name: string, next: Answer) => setAnswers((all) => ({ ...all, [name]: next }))
  const store = async () => {
    const values = Object.fromEntries(Object.entries(answers).map(([name, { value }]) => [name, value]))
    const record = blank(type, { ...given, ...values })
    const typedWrong = Object.entries(answers).flatMap(([name, { wrong }]) => (wrong ? [[name, wrong]] : []))
    const issues = {
      ...Object.fromEntries(check(type, record).map(({ field, message }) => [field, message])),
      ...(Object.fromEntries(typedWrong) as Record<string, string>),
    }
    setAsked(issues)
    if (Object.keys(issues).length > 0) {
      setRefusals((count) => count + 1)
      return
    }
    setBusy(true)
    setTrouble(null)
    try {
      const stored = await storeNew(services.records.store(type), record, key)
      put(type, stored)
      onStored?.(stored)
      onClose()
    } catch (thrown) {
      const found = troubleOf(thrown)
      if (found.code === 'refused' && found.field) setAsked({ [found.field]: found.why })
      else setTrouble(found)
      setBusy(false)
    }
  }

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
      <div className={styles.grid}>
        {fields.map((name) => {
          const field = fieldOf(type, name)
          const wrong = asked[name]
          const now = answers[name] ?? { value: given[name] ?? null, typed: null, wrong: null }
          return (
            <FluentField
              key={name}
              className={mergeClasses(field.kind === 'longText' && styles.wide)}
              label={field.label}
              hint={field.help ?? null}
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
                onValue={(value) => answer(name, { value, typed: null, wrong: null })}
                onWrong={(typed, message) => answer(name, { value: null, typed, wrong: message })}
                onLeave={() => undefined}
              />
            </FluentField>
          )
        })}
      </div>
      {trouble && (
        <Text role="alert">
          Not saved: {whyNotSaved(trouble)}. Your text is kept here
          {trouble.code === 'noAccess' ? ' to copy' : '; press the button again when you are ready'}.{' '}
          {trouble.code === 'signedOut' && <SignInButton />}
        </Text>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" type="submit" disabled={busy}>
          {busy ? 'Saving' : title}
        </Button>
        <Button onClick={onClose} disabled={busy}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
