import { t } from '../../words/t.ts'
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { ArrowUndoRegular, CheckmarkCircleRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Value } from '../../domain/fields.ts'
import { Review } from '../../domain/records/review.ts'
import type { Provenance } from '../../documents/provenance.ts'
import type { Difference, Since } from '../../documents/readBack.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { SignInButton } from '../../ui/Loaded.tsx'
import { clockTime, whyNotSaved, wordsOf } from '../../ui/words.ts'
import { Changed } from './Changed.tsx'
import { EditField } from './EditField.tsx'
import { SaidThen } from './SaidThen.tsx'
import type { Card, CardState } from './useReadBack.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  done: { backgroundColor: tokens.colorNeutralBackground2 },
  head: { display: 'flex', flexDirection: 'column' },
  title: { margin: 0 },
  called: { color: tokens.colorNeutralForeground2 },
  both: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  // Three of them stand in one line of a pane of 320 px.
  button: { minWidth: 0 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', minWidth: 0 },
  wrong: { color: tokens.colorStatusDangerForeground1 },
})

const Head = ({ difference }: { difference: Difference }) => {
  const styles = useStyles()
  return (
    <div className={styles.head}>
      <Text as="h3" weight="semibold" className={styles.title}>
        {difference.label}
      </Text>
      {difference.place.type !== Review && (
        <Text size={200} className={styles.called}>
          <Personal>{difference.called}</Personal>
        </Text>
      )}
    </div>
  )
}

const said = (state: CardState): string | null => {
  if (state.is === 'wrong') return state.message
  if (state.is === 'moved')
    return t`Someone else changed this a moment ago. Choose again: this is what it says now.`
  if (state.is === 'notSaved')
    return state.trouble.code === 'refused'
      ? wordsOf(state.trouble).todo
      : t`Not saved: ${whyNotSaved(state.trouble)}. The document still has the text.`
  return null
}

const sides: { [S in Since]: string } = {
  document: t`Changed in the document.`,
  both: t`Changed on both sides since it was inserted: choose, or write a third.`,
  record: t`Changed in the record since it was inserted.`,
  unknown: t`The file doesn’t know which side changed it.`,
}

/** One field in which the document differs: both texts, and the choice. */
export const DifferenceCard = ({
  card: { difference, state },
  provenance,
  onTake,
  onKeep,
  onEdit,
  onReopen,
}: {
  card: Card
  provenance: Provenance | null
  onTake: () => void
  onKeep: () => void
  onEdit: (value: Value) => void
  onReopen: () => void
}) => {
  const [editing, setEditing] = useState(false)
  const styles = useStyles()
  const complaint = 'complaint' in difference.change ? difference.change.complaint : null
  const name = `${difference.label}, ${difference.called}`
  const card = useRef<HTMLElement>(null)
  const edit = useRef<HTMLButtonElement | null>(null)
  const settled = state.is === 'saved' || state.is === 'kept'
  // The button that had the focus is gone: the next Tab goes on from here, not from the top.
  useEffect(() => {
    if (settled && (!document.activeElement || document.activeElement === document.body))
      card.current?.focus()
  }, [settled])
  if (settled)
    return (
      <article ref={card} tabIndex={-1} className={mergeClasses(styles.card, styles.done)} aria-label={name}>
        <Head difference={difference} />
        <div className={styles.line}>
          {state.is === 'saved' ? (
            <>
              <CheckmarkCircleRegular aria-hidden />
              <Text>{t`Saved ${clockTime(state.at)}`}</Text>
              {state.edited && <Text size={200}>{t`Update brings it into the document.`}</Text>}
            </>
          ) : (
            <>
              <Text>{t`The record stays as it is.`}</Text>
              <Button
                size="small"
                appearance="subtle"
                icon={<ArrowUndoRegular />}
                onClick={onReopen}
              >{t`Show again`}</Button>
            </>
          )}
        </div>
      </article>
    )
  const message = said(state) ?? complaint
  const busy = state.is === 'saving'
  return (
    <article className={styles.card} aria-label={name}>
      <Head difference={difference} />
      <Text size={200} className={mergeClasses(styles.called, difference.since === 'both' && styles.both)}>
        {sides[difference.since]}
      </Text>
      <Changed record={difference.record} document={difference.document} />
      {difference.since === 'both' && provenance && difference.place.record && (
        <SaidThen difference={difference} provenance={provenance} />
      )}
      {message && (
        <Text role="alert" className={styles.wrong}>
          {message}
        </Text>
      )}
      {editing ? (
        <EditField
          difference={difference}
          busy={busy}
          onSave={(value) => {
            setEditing(false)
            onEdit(value)
          }}
          onCancel={() => {
            flushSync(() => setEditing(false))
            edit.current?.focus()
          }}
        />
      ) : (
        <div className={styles.buttons}>
          {state.is === 'notSaved' && state.trouble.code === 'signedOut' && <SignInButton />}
          {complaint === null && (
            <Button
              size="small"
              className={styles.button}
              appearance="primary"
              disabled={busy}
              onClick={onTake}
            >
              {busy ? t`Saving` : difference.document === '' ? t`Empty the record’s` : t`Take document’s`}
            </Button>
          )}
          <Button
            size="small"
            className={styles.button}
            disabled={busy}
            onClick={onKeep}
          >{t`Keep record’s`}</Button>
          <Button
            ref={(button: HTMLButtonElement | null) => {
              edit.current = button
            }}
            size="small"
            className={styles.button}
            disabled={busy}
            onClick={() => setEditing(true)}
          >{t`Edit`}</Button>
        </div>
      )}
    </article>
  )
}
