import {
  Button,
  Field as FluentField,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { type Field, show, type Value } from '../domain/fields.ts'
import { fieldOf } from '../domain/record.ts'
import type { AnyRecordType } from '../domain/record.ts'
import { Control } from './controls/controls.tsx'
import type { KeyOption } from './controls/control.ts'
import type { Draft, FieldState } from './draft/types.ts'
import { useDraftBook } from './drafts.tsx'
import { SignInButton } from './Loaded.tsx'
import { useMayWrite } from './writeAccess.ts'
import { clockTime, soonOrAt, whyNotSaved } from './words.ts'

const useStyles = makeStyles({
  row: { position: 'relative', minWidth: 0 },
  wide: { gridColumn: '1 / -1' },
  state: {
    position: 'absolute',
    top: 0,
    right: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground1,
    paddingLeft: '6px',
  },
  label: { paddingRight: '84px' },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    marginTop: '6px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  theirs: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
})

const quick = (state: FieldState): string =>
  state.is === 'saving' || state.is === 'unsaved'
    ? 'Saving'
    : state.is === 'saved'
      ? `Saved ${clockTime(state.at)}`
      : ''

const notSavedWords = (state: FieldState & { is: 'notSaved' }): string => {
  const again = state.retryAt ? `; trying again ${soonOrAt(state.retryAt)}` : ''
  return `Not saved: ${whyNotSaved(state.trouble)}. Your text is kept here${again}.`
}

/** One field of an open record: its label, its control, and where its saving stands. */
export const FieldRow = ({
  type,
  name,
  draft,
  label,
  options = [],
  readOnly: fixed = false,
}: {
  type: AnyRecordType
  name: string
  draft: Draft
  label?: string
  options?: readonly KeyOption[]
  readOnly?: boolean
}) => {
  const styles = useStyles()
  const field = fieldOf(type, name)
  const mayWrite = useMayWrite(type)
  const readOnly = fixed || !mayWrite
  const state = draft.stateOf(name)
  const [here, setHere] = useState(false)
  const wrong = state.is === 'wrong' && !here ? state.message : undefined
  const waiting = state.is === 'notSaved' ? notSavedWords(state) : undefined
  const help = (!readOnly && field.help) || null
  return (
    <div
      data-field={name}
      className={mergeClasses(styles.row, field.kind === 'longText' && styles.wide)}
      onFocus={() => setHere(true)}
      onBlur={() => setHere(false)}
    >
      <FluentField
        label={{ children: label ?? field.label, className: styles.label }}
        required={!!field.required}
        hint={help}
        validationState={wrong ? 'error' : waiting ? 'warning' : 'none'}
        validationMessage={wrong ?? waiting ?? null}
      >
        <Control
          field={field}
          value={draft.valueOf(name)}
          typed={draft.typedOf(name)}
          readOnly={readOnly}
          options={options}
          onValue={(value) => draft.set(name, value)}
          onWrong={(typed, message) => draft.setWrong(name, typed, message)}
          onLeave={() => void draft.flush()}
        />
      </FluentField>
      <output className={styles.state}>{quick(state)}</output>
      {state.is === 'notSaved' && state.trouble.code === 'signedOut' && <SignInToSave />}
      {state.is === 'notSaved' && state.trouble.code === 'noAccess' && (
        <Button size="small" onClick={() => draft.takeTheirs(name)}>
          Let my text go
        </Button>
      )}
      {state.is === 'differs' && (
        <Differs
          field={field}
          name={name}
          mine={draft.valueOf(name)}
          state={state}
          options={options}
          draft={draft}
        />
      )}
    </div>
  )
}

const SignInToSave = () => {
  const styles = useStyles()
  const book = useDraftBook()
  return (
    <div className={styles.buttons}>
      <SignInButton onDone={() => void book.flushAll()} />
    </div>
  )
}

const Differs = ({
  field,
  name,
  mine,
  state,
  options,
  draft,
}: {
  field: Field
  name: string
  mine: Value
  state: FieldState & { is: 'differs' }
  options: readonly KeyOption[]
  draft: Draft
}) => {
  const styles = useStyles()
  const words = (value: Value) =>
    (field.kind === 'key' ? options.find((option) => option.key === value)?.text : show(field, value)) ||
    '(blank)'
  const who = state.by ?? 'Someone else'
  const when = state.at ? ` at ${clockTime(new Date(state.at))}` : ''
  return (
    <div role="alert" className={styles.card}>
      <Text weight="semibold">
        {who} saved another text here{when}. Yours is not saved yet.
      </Text>
      <Text size={200}>Theirs</Text>
      <Text className={styles.theirs}>{words(state.theirs)}</Text>
      <Text size={200}>Yours: {words(mine)}</Text>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={() => draft.keepMine(name)}>
          Keep mine
        </Button>
        <Button onClick={() => draft.takeTheirs(name)}>Take theirs</Button>
        <Text size={200}>Or go on editing above, then keep yours.</Text>
      </div>
    </div>
  )
}
