import { inWords, t } from '../../../words/t.ts'
import { Button, Field as FluentField, mergeClasses, Text } from '@fluentui/react-components'
import { ArrowUndoRegular, CheckmarkCircleRegular } from '@fluentui/react-icons'
import { useEffect, useId, useRef, useState } from 'react'
import type { Value } from '../../../domain/fields.ts'
import { fieldOf } from '../../../domain/record.ts'
import type { ReviewFile } from '../../../documents/reviewFile.ts'
import type { AddedRow } from '../../../documents/rows/readRows.ts'
import { Control } from '../../../ui/controls/controls.tsx'
import { TypeAhead } from '../../../ui/controls/TypeAhead.tsx'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { SignInButton } from '../../../ui/Loaded.tsx'
import { clockTime, whyNotSaved, wordsOf } from '../../../ui/words.ts'
import { WordingMarks } from '../../../ui/wording/WordingMarks.tsx'
import { Changed } from '../Changed.tsx'
import type { Settled } from '../useReadBack.ts'
import { useRowCardStyles } from './rowCardStyles.ts'
import { Says } from './Says.tsx'
import { type RowState, useAddedRow } from './useAddedRow.ts'

const where: Readonly<Record<string, string>> = {
  rc: t`In a table of people`,
  ac: t`In a table of actions`,
  ou: t`In the table of targets`,
  sx: t`In the table of changes to the plan`,
  pv: t`In the table of support in Section F`,
  op: t`Among the outcomes`,
  vw: t`Among the views`,
}
const hows: { [H in AddedRow['how']]: string | null } = {
  typed: null,
  copied: t`Copied from a row that stands there too.`,
  strange: t`Its record isn’t in this review: archived, or pasted from another document.`,
}

const Settling = ({ state, onReopen }: { state: RowState; onReopen: () => void }) => {
  const styles = useRowCardStyles()
  if (state.is === 'saved')
    return (
      <div className={styles.line}>
        <CheckmarkCircleRegular aria-hidden />
        <Text>{t`Saved ${clockTime(state.at)}`}</Text>
        {!state.marked && (
          <Text
            size={200}
            className={styles.quiet}
          >{t`The row keeps its plain text. Read back knows it by its words.`}</Text>
        )}
      </div>
    )
  return (
    <div className={styles.line}>
      <Text>
        {state.is === 'undone' ? t`Taken back out of the record.` : t`The record stays without it.`}
      </Text>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowUndoRegular />}
        onClick={onReopen}
      >{t`Show again`}</Button>
    </div>
  )
}

/** A row that somebody added in Word: what it says, and the question what it is. */
export const AddedRowCard = ({
  row,
  file,
  onNoted,
}: {
  row: AddedRow
  file: ReviewFile
  onNoted: (texts: Settled) => void
}) => {
  const styles = useRowCardStyles()
  const added = useAddedRow(row, file, onNoted)
  const { state, choice, differences, edits, asked } = added
  const [editing, setEditing] = useState(false)
  const titleId = useId()
  const card = useRef<HTMLElement>(null)
  const settled = ['saved', 'left', 'undone'].includes(state.is)
  // The button that had the focus is gone: the next Tab goes on from here, not from the top.
  useEffect(() => {
    if (settled && (!document.activeElement || document.activeElement === document.body))
      card.current?.focus()
  }, [settled])
  const name = row.fields[0]?.text ?? row.beside[0] ?? ''
  const head = (
    <div className={styles.head}>
      <Text as="h3" weight="semibold" className={styles.title} id={titleId}>{t`A row added in Word`}</Text>
      <Text size={200} className={styles.quiet}>
        {where[row.type.short] ?? t`In a table`}
        {hows[row.how] ? `. ${hows[row.how]}` : ''}
      </Text>
    </div>
  )
  if (settled)
    return (
      <article
        ref={card}
        tabIndex={-1}
        className={mergeClasses(styles.card, styles.done)}
        aria-labelledby={titleId}
      >
        {head}
        <Says says={row.fields[0] ? [row.fields[0]] : [{ label: t`It says`, text: name }]} />
        <Settling state={state} onReopen={added.reopen} />
      </article>
    )
  const busy = state.is === 'saving'
  const type = choice?.place.type ?? row.type
  const control = (field: string) => {
    const whole = fieldOf(type, field)
    const only = choice?.only?.[field]
    const definition =
      only && whole.kind === 'choice'
        ? {
            ...whole,
            choices: Object.fromEntries(
              Object.entries(whole.choices).filter(([code]) => only.includes(code)),
            ),
          }
        : whole
    const unread = row.fields.find((one) => one.field === field && 'complaint' in one.change)
    const found = differences.find((one) => one.field === field)
    const now = edits[field] ?? {
      value:
        found && 'value' in found.change
          ? found.change.value
          : (((choice?.place.record ?? choice?.place.given)?.[field] as Value | undefined) ?? null),
      typed: found && 'complaint' in found.change ? found.document : null,
      wrong: null,
    }
    const wrong = asked[field]
    return (
      <div key={field}>
        <FluentField
          label={inWords(definition.label)}
          required={!!definition.required}
          // What the control can't hold stays in sight.
          hint={unread ? <Personal>{t`In the document: ${unread.text}`}</Personal> : null}
          validationState={wrong ? 'error' : 'none'}
          validationMessage={wrong ?? null}
        >
          <Control
            field={definition}
            value={now.value}
            typed={now.typed}
            readOnly={busy}
            options={[]}
            onValue={(value) => added.answer(field, { value, typed: null, wrong: null })}
            onWrong={(typed, message) => added.answer(field, { value: null, typed, wrong: message })}
            onLeave={() => undefined}
          />
        </FluentField>
        <WordingMarks
          type={type}
          name={field}
          label={inWords(definition.label)}
          valueOf={(other) => (other === field ? now.value : null)}
          record={t`A row added in Word`}
        />
      </div>
    )
  }
  const asks = choice
    ? choice.asks.filter(
        (field) =>
          editing ||
          field in edits ||
          !row.fields.some((one) => one.field === field && 'value' in one.change),
      )
    : []
  const wrongFields = Object.keys(asked).filter((field) => !asks.includes(field))
  const inForm = editing ? added.fields : [...asks, ...wrongFields]
  const same = choice?.is === 'same'
  const isHeld = (field: string) => field in type.fields
  const beside = [...row.beside, ...row.fields.filter(({ field }) => !isHeld(field)).map(({ text }) => text)]
  return (
    <article className={styles.card} aria-labelledby={titleId}>
      {head}
      {!editing && !same && (
        <Says
          says={row.fields
            .filter(({ field }) => isHeld(field) && !inForm.includes(field))
            .map(({ field, label, text, change }) => ({
              label,
              text: typeof edits[field]?.value === 'string' ? edits[field].value : text,
              wrong: 'complaint' in change && !(field in edits) ? change.complaint : undefined,
            }))}
        />
      )}
      {beside.length > 0 && (
        <Says says={beside.map((text) => ({ label: t`Says beside that, which no field holds`, text }))} />
      )}
      {row.choices.length > 0 && (
        <FluentField label={t`What is it?`}>
          <TypeAhead
            options={row.choices.map(({ id, is, words }) => ({
              key: id,
              text: is === 'same' ? t`The same as ${words}` : words,
            }))}
            value={choice?.id ?? null}
            required
            readOnly={busy}
            onChosen={added.choose}
            onLeave={() => undefined}
          />
        </FluentField>
      )}
      {same &&
        !editing &&
        (differences.length === 0 ? (
          <Text className={styles.quiet}>{t`The record says all of this.`}</Text>
        ) : (
          differences.map(({ field, label, record, document }) => (
            <div key={field} className={styles.said}>
              <Text weight="semibold">{label}</Text>
              <Changed record={record} document={document} />
              {asked[field] && !inForm.includes(field) && (
                <Text className={styles.wrong}>{asked[field]}</Text>
              )}
            </div>
          ))
        ))}
      {inForm.map(control)}
      {state.is === 'notSaved' && (
        <Text role="alert" className={styles.wrong}>
          {state.trouble.code === 'changed'
            ? t`Someone else changed this a moment ago. Read the document back again.`
            : state.trouble.code === 'refused'
              ? wordsOf(state.trouble).todo
              : t`Not saved: ${whyNotSaved(state.trouble)}. The document still has the row.`}
        </Text>
      )}
      <div className={styles.buttons}>
        {state.is === 'notSaved' && state.trouble.code === 'signedOut' && <SignInButton />}
        {choice && (
          <Button size="small" appearance="primary" disabled={busy} onClick={() => void added.store()}>
            {busy ? t`Saving` : same ? t`Take into the record` : t`Add to the record`}
          </Button>
        )}
        {choice && !editing && (
          <Button size="small" disabled={busy} onClick={() => setEditing(true)}>{t`Edit`}</Button>
        )}
        <Button size="small" disabled={busy} onClick={added.leave}>{t`Not for the record`}</Button>
      </div>
    </article>
  )
}
