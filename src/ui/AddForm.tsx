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
import { useFormDraft } from './drafts.tsx'
import type { KeyOptions, LatestDays } from './formOptions.ts'
import { usePutStored } from './records.ts'
import { useServices } from './services.tsx'
import { storeNew } from './storeNew.ts'
import { useSay } from './undo.tsx'
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
  onStored,
  onClose,
}: {
  type: AnyRecordType
  title: string
  given: Readonly<Record<string, Value>>
  fields: readonly string[]
  options?: KeyOptions
  latest?: LatestDays
  onStored?: (stored: Stored<unknown>) => void
  onClose: () => void
}) => {
  const styles = useStyles()
  const services = useServices()
  const put = usePutStored()
  const say = useSay()
  const draft = useFormDraft(type, title, given, fields)
  const answers = draft.answers()
  const [asked, setAsked] = useState<Readonly<Record<string, string>>>({})
  const [refusals, setRefusals] = useState(0)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)

  const nextKey = () => newKey(services.now().getTime())
  const found = draft.foundAt()
  const cancel = () => {
    const blank = draft.isBlank()
    const undo = draft.clear(nextKey())
    onClose()
    if (!blank) say('What you typed there was let go', undo)
  }
  const store = async () => {
    const values = Object.fromEntries(Object.entries(answers).map(([name, { value }]) => [name, value]))
    const record = blank(type, { ...given, ...values })
    const typedWrong = Object.entries(answers).flatMap(([name, { complaint }]) =>
      complaint ? [[name, complaint]] : [],
    )
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
      const stored = await storeNew(services.records.store(type), record, draft.key())
      put(type, stored)
      draft.clear(nextKey())
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
      {found !== null && (
        <Text size={200} className={styles.found}>
          You typed this {whenWords(new Date(found), services.today())} and it isn’t stored yet.
        </Text>
      )}
      <div className={styles.grid}>
        {fields.map((name) => {
          const field = fieldOf(type, name)
          const wrong = asked[name]
          const now = answers[name] ?? { value: given[name] ?? null, typed: null }
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
                latest={latest[name] ?? null}
                onValue={(value) => draft.answer(name, { value, typed: null, complaint: null })}
                onWrong={(typed, complaint) => draft.answer(name, { value: null, typed, complaint })}
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
        <Button onClick={cancel} disabled={busy}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
