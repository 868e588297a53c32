import { t } from '../../words/t.ts'
import { Button, Combobox, Field, makeStyles, Option, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { Action } from '../../domain/records/action.ts'
import { showDay } from '../../domain/rules/day.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { DateControl } from '../controls/DateControl.tsx'
import { LongTextControl } from '../controls/LongTextControl.tsx'
import { Personal } from '../hiddenDetails.tsx'
import { SignInButton } from '../Loaded.tsx'
import { RecordCards, TwoLines } from '../RecordCards.tsx'
import { useAdding } from '../useAdding.ts'
import { whyNotSaved } from '../words.ts'
import { useMayWrite } from '../writeAccess.ts'
import { speakersOf } from './speakers.ts'
import { useWayBack } from './useWayBack.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '10px' },
  line: {
    display: 'grid',
    gap: '10px 16px',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))',
    alignItems: 'start',
  },
  box: { minWidth: 0, width: '100%' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const fields = ['what', 'owner', 'due'] as const

/** What is agreed: what, who of those present, by when; then the next. */
export const ActionEntry = ({
  file,
  onStored,
}: {
  file: ReviewFile
  onStored?: (stored: Stored<unknown>) => void
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(Action)
  const [open, setOpen] = useState(false)
  const wayBack = useWayBack(Action, t`Action added`)
  const { answers, answer, asked, busy, trouble, store } = useAdding({
    type: Action,
    title: t`Add to the actions`,
    given: { pupil: file.pupil.key, review: file.review.key, status: 'open' },
    fields,
    onStored: (stored) => {
      wayBack(stored)
      onStored?.(stored)
    },
    onClose: () => undefined,
  })
  const value = (field: (typeof fields)[number]) => answers[field]?.value ?? null
  const owner = String(value('owner') ?? '')
  const names = speakersOf(file).map(({ name }) => name)
  const found = names.filter((name) => name.toLowerCase().includes(owner.toLowerCase()))
  const say = (field: (typeof fields)[number]) => ({
    value: value(field),
    typed: answers[field]?.typed ?? null,
    readOnly: busy,
    options: [],
    onValue: (next: ReturnType<typeof value>) => answer(field, { value: next, typed: null, complaint: null }),
    onWrong: (typed: string, complaint: string) => answer(field, { value: null, typed, complaint }),
    onLeave: () => undefined,
  })
  if (!mayWrite) return null
  return (
    <form
      className={styles.form}
      aria-label={t`A new action`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void store()
      }}
    >
      <Field
        label={t`What will be done`}
        required
        validationState={asked['what'] ? 'error' : 'none'}
        validationMessage={asked['what'] ?? null}
      >
        <LongTextControl field={Action.fields.what} {...say('what')} />
      </Field>
      <div className={styles.line}>
        <Field label={t`Who`}>
          <Combobox
            className={styles.box}
            freeform
            expandIcon={{ 'aria-label': t`Open` }}
            value={owner}
            selectedOptions={owner ? [owner] : []}
            input={{ style: { minWidth: 0, width: '100%' } }}
            open={open && found.length > 0}
            onOpenChange={(_, data) => setOpen(data.open)}
            // A phone’s keyboard sends no keys that would open the list.
            onChange={(event) => {
              say('owner').onValue(event.target.value || null)
              setOpen(true)
            }}
            onOptionSelect={(_, { optionText }) => say('owner').onValue(optionText || null)}
          >
            {found.map((name) => (
              <Option key={name} text={name}>
                <Personal>{name}</Personal>
              </Option>
            ))}
          </Combobox>
        </Field>
        <Field
          label={t`By`}
          validationState={asked['due'] ? 'error' : 'none'}
          validationMessage={asked['due'] ?? null}
        >
          <DateControl field={Action.fields.due} {...say('due')} />
        </Field>
      </div>
      {trouble && (
        <Text role="alert">
          {t`Not saved: ${whyNotSaved(trouble)}. Your text is kept here; press the button again. `}
          {trouble.code === 'signedOut' && <SignInButton onDone={() => void store()} />}
        </Text>
      )}
      <div>
        <Button type="submit" icon={<AddRegular />} disabledFocusable={busy}>
          {busy ? t`Saving` : t`Add the action`}
        </Button>
      </div>
    </form>
  )
}

/** What this meeting agreed so far. */
export const AgreedActions = ({ file }: { file: ReviewFile }) => (
  <RecordCards
    type={Action}
    records={file.actions.toSorted((a, b) => (a.key < b.key ? -1 : 1))}
    summary={(action: Stored<Action>) => (
      <TwoLines
        first={action.what}
        second={
          action.owner || action.due ? (
            <>
              {action.owner && <Personal>{action.owner}</Personal>}
              {action.due && t`${action.owner ? ' · ' : ''}by ${showDay(action.due)}`}
            </>
          ) : (
            t`Nobody named yet`
          )
        }
      />
    )}
    groups={[{ fields: ['what', 'owner', 'due'] }]}
    empty={{ title: t`Nothing agreed yet`, todo: t`An action says what, who and by when.` }}
  />
)
