import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { ArrowUndoRegular, CheckmarkCircleRegular } from '@fluentui/react-icons'
import { useEffect, useRef } from 'react'
import { Review } from '../../domain/records/review.ts'
import type { Difference } from '../../documents/readBack.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { SignInButton } from '../../ui/Loaded.tsx'
import { clockTime, whyNotSaved, wordsOf } from '../../ui/words.ts'
import { Changed } from './Changed.tsx'
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
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  line: { display: 'flex', alignItems: 'center', gap: '6px', minWidth: 0 },
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
    return 'Someone else changed this a moment ago. Choose again: this is what it says now.'
  if (state.is === 'notSaved')
    return state.trouble.code === 'refused'
      ? wordsOf(state.trouble).todo
      : `Not saved: ${whyNotSaved(state.trouble)}. The document still has the text.`
  return null
}

/** One field in which the document differs: both texts, and the choice. */
export const DifferenceCard = ({
  card: { difference, state },
  onTake,
  onKeep,
  onReopen,
}: {
  card: Card
  onTake: () => void
  onKeep: () => void
  onReopen: () => void
}) => {
  const styles = useStyles()
  const complaint = 'complaint' in difference.change ? difference.change.complaint : null
  const name = `${difference.label}, ${difference.called}`
  const card = useRef<HTMLElement>(null)
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
              <Text>Saved {clockTime(state.at)}</Text>
            </>
          ) : (
            <>
              <Text>The record stays as it is.</Text>
              <Button size="small" appearance="subtle" icon={<ArrowUndoRegular />} onClick={onReopen}>
                Show again
              </Button>
            </>
          )}
        </div>
      </article>
    )
  const message = said(state) ?? complaint
  return (
    <article className={styles.card} aria-label={name}>
      <Head difference={difference} />
      <Changed record={difference.record} document={difference.document} />
      {message && (
        <Text role="alert" className={styles.wrong}>
          {message}
        </Text>
      )}
      <div className={styles.buttons}>
        {state.is === 'notSaved' && state.trouble.code === 'signedOut' && <SignInButton />}
        {complaint === null && (
          <Button size="small" appearance="primary" disabled={state.is === 'saving'} onClick={onTake}>
            {state.is === 'saving'
              ? 'Saving'
              : difference.document === ''
                ? 'Empty the record’s'
                : 'Take document’s'}
          </Button>
        )}
        <Button size="small" disabled={state.is === 'saving'} onClick={onKeep}>
          Keep record’s
        </Button>
      </div>
    </article>
  )
}
