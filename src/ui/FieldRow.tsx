import { inWords, t } from '../words/t.ts'
import { Button, Field as FluentField, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { fieldOf } from '../domain/record.ts'
import type { Day } from '../domain/rules/day.ts'
import type { AnyRecordType } from '../domain/record.ts'
import { ConflictCard } from './ConflictCard.tsx'
import { Control } from './controls/controls.tsx'
import type { KeyOption } from './controls/control.ts'
import type { Draft, FieldState } from './draft/types.ts'
import { useDraftBook } from './drafts.tsx'
import { FoundNote } from './FoundNote.tsx'
import { SignInButton } from './Loaded.tsx'
import { ReadField } from './ReadField.tsx'
import { useServices } from './services.tsx'
import { whenWords } from './when.ts'
import { WordingMarks } from './wording/WordingMarks.tsx'
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
  moved: {
    display: 'block',
    marginTop: '4px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
})

const quick = (state: FieldState): string =>
  state.is === 'saving' || state.is === 'unsaved'
    ? t`Saving`
    : state.is === 'saved'
      ? t`Saved ${clockTime(state.at)}`
      : ''

const notSavedWords = (state: FieldState & { is: 'notSaved' }): string => {
  const again = state.retryAt ? t`; trying again ${soonOrAt(state.retryAt)}` : ''
  return t`Not saved: ${whyNotSaved(state.trouble)}. Your text is kept here${again}.`
}

/** One field of an open record: its label, its control, and where its saving stands. */
export const FieldRow = ({
  type,
  name,
  draft,
  label,
  options = [],
  latest = null,
  readOnly: fixed = false,
}: {
  type: AnyRecordType
  name: string
  draft: Draft
  label?: string
  options?: readonly KeyOption[]
  /** For a day: no later one is taken. */
  latest?: Day | null
  readOnly?: boolean
}) => {
  const styles = useStyles()
  const field = fieldOf(type, name)
  const mayWrite = useMayWrite(type)
  const readOnly = fixed || !mayWrite
  const { today } = useServices()
  const state = draft.stateOf(name)
  const moved = draft.movedOf(name)
  const conflict = draft.conflictOf(name)
  const shown = label ?? inWords(field.label)
  const row = useRef<HTMLDivElement>(null)
  // The button that was pressed has gone: the person goes on in the field itself.
  const focusHere = () =>
    row.current?.querySelector<HTMLElement>('input:checked, input:not([type=date]), textarea')?.focus()
  const [here, setHere] = useState(false)
  const wrong = state.is === 'wrong' && !here ? state.message : undefined
  const waiting = state.is === 'notSaved' ? notSavedWords(state) : undefined
  const settled = state.is === 'stored' || state.is === 'saved'
  if (readOnly && settled && !moved && !conflict && !draft.foundOf(name) && draft.typedOf(name) === null)
    return (
      <div data-field={name} className={mergeClasses(styles.row, field.kind === 'longText' && styles.wide)}>
        <ReadField field={field} label={shown} value={draft.valueOf(name)} options={options} />
      </div>
    )
  const help = !readOnly && field.help ? inWords(field.help) : null
  return (
    <div
      ref={row}
      data-field={name}
      data-record={draft.stored().key}
      className={mergeClasses(styles.row, field.kind === 'longText' && styles.wide)}
      // Only the control itself silences what is said of it: a button under it must not move while it is pressed.
      onFocus={({ target }) => target.matches('input, textarea') && setHere(true)}
      onBlur={({ relatedTarget }) => !row.current?.contains(relatedTarget) && setHere(false)}
    >
      <FluentField
        label={{ children: shown, className: styles.label }}
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
          latest={latest}
          onValue={(value) => draft.set(name, value)}
          onWrong={(typed, message) => draft.setWrong(name, typed, message)}
          onLeave={() => void draft.flush()}
        />
      </FluentField>
      <output className={styles.state}>{quick(state)}</output>
      {state.is === 'notSaved' && state.trouble.code === 'signedOut' && <SignInToSave />}
      {state.is === 'notSaved' && state.trouble.code === 'noAccess' && (
        <Button size="small" onClick={() => draft.takeTheirs(name)}>{t`Let my text go`}</Button>
      )}
      {moved && (
        <output className={styles.moved}>
          {moved.by ? t`Also changed by ${moved.by}` : t`Also changed by someone else`}
          {moved.at && ` ${whenWords(new Date(moved.at), today())}`}
        </output>
      )}
      {!readOnly && (
        <WordingMarks
          type={type}
          name={name}
          label={shown}
          valueOf={draft.valueOf}
          record={draft.stored().key}
        />
      )}
      <FoundNote name={name} draft={draft} onChosen={focusHere} />
      {conflict && (
        <ConflictCard
          type={type}
          field={field}
          name={name}
          label={shown}
          draft={draft}
          conflict={conflict}
          options={options}
          onChosen={focusHere}
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
