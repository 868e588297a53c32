import { t } from '../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import { Review } from '../../domain/records/review.ts'
import {
  type AgendaPart,
  agendaParts,
  leftOpenText,
  type Unanswered,
  whyLeftOpen,
} from '../../domain/rules/meetingAgenda.ts'
import { meetingHeld } from '../../domain/rules/reviewMoves.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { useDraft, useDraftBook } from '../drafts.tsx'
import { FieldRow } from '../FieldRow.tsx'
import { SignInButton } from '../Loaded.tsx'
import { usePutStored } from '../records.ts'
import { useServices } from '../services.tsx'
import { useSay } from '../undo.tsx'
import { whyNotSaved } from '../words.ts'
import { askedHeadings, askedKind } from './asked.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus': { outline: 'none' },
  },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '6px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** What is still unanswered, with the way to each; then the end of the meeting. */
export const EndMeeting = ({
  file,
  missing,
  parked,
  storeAll,
  note,
  hrefOf,
  onPart,
  onEnded,
  onClose,
}: {
  file: ReviewFile
  missing: readonly Unanswered[]
  /** Points that are parked still. */
  parked: number
  /** Stores what was typed of those who spoke; true where nothing is left. */
  storeAll: () => Promise<boolean>
  /** What becomes of what was typed. */
  note: string
  /** The address of a part, where parts have one. */
  hrefOf?: (part: AgendaPart) => string
  /** A part of the agenda is to be opened. */
  onPart: (part: AgendaPart) => void
  onEnded: () => void
  onClose: () => void
}) => {
  const styles = useStyles()
  const { records, now, today } = useServices()
  const put = usePutStored()
  const say = useSay()
  const book = useDraftBook()
  const card = useRef<HTMLElement>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [left, setLeft] = useState(false)
  const [asksWhy, setAsksWhy] = useState(false)
  const { review } = file
  const draft = useDraft(Review, review)
  const typedWhy = draft.valueOf('leftOpen')
  const why = typeof typedWhy === 'string' ? typedWhy : ''
  const must = missing.some(({ strength }) => askedKind(strength) === 'must')
  const reasoned = missing.some(({ strength }) => askedKind(strength) !== 'rest')
  useEffect(() => card.current?.focus(), [])

  // A meeting ends although somebody writes to another part of the review just then.
  const save = async (changes: Partial<Review>, more = 2): Promise<void> => {
    const store = records.store(Review)
    try {
      put(Review, await store.update(await store.byKey(review.key), changes))
    } catch (thrown) {
      if (troubleOf(thrown).code !== 'changed' || more === 0) throw thrown
      await save(changes, more - 1)
    }
  }
  const end = async () => {
    // What the law asks for isn't left without a word of why.
    if (must && whyLeftOpen(why).trim() === '') {
      setAsksWhy(true)
      card.current?.querySelector<HTMLElement>('[data-field=leftOpen] textarea')?.focus()
      return
    }
    setAsksWhy(false)
    setBusy(true)
    setTrouble(null)
    setLeft(false)
    try {
      const stored = await storeAll()
      await book.flushAll()
      if (!stored) {
        setLeft(true)
        return
      }
      const { stage, meetingEnded, meetingDate } = review
      const leftOpen = leftOpenText(missing, why)
      await save({
        meetingEnded: now().toISOString(),
        leftOpen,
        ...(meetingHeld(review) ? {} : { stage: 'meetingHeld' }),
        ...(meetingDate ? {} : { meetingDate: today() }),
      })
      say(t`The meeting is over. The minutes are ready.`, () => {
        save({ stage, meetingEnded, meetingDate, leftOpen: why || null }).catch((thrown: unknown) =>
          setTrouble(troubleOf(thrown)),
        )
      })
      onEnded()
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section ref={card} tabIndex={-1} className={styles.card} aria-label={t`End the meeting`}>
      <Text as="h2" size={500} weight="semibold" style={{ margin: 0 }}>
        {missing.length === 0 ? t`Everything is answered` : t`Before you end the meeting`}
      </Text>
      {(['must', 'should', 'rest'] as const).map((kind) => {
        const those = missing.filter(({ strength }) => askedKind(strength) === kind)
        if (those.length === 0) return null
        return (
          <div key={kind}>
            <Text as="h3" weight="semibold" block style={{ margin: '0 0 6px' }}>
              {askedHeadings[kind]}
            </Text>
            <ul className={styles.list}>
              {those.map(({ part, words, source }) => (
                <li key={words}>
                  {words}{' '}
                  <Text size={200} className={styles.quiet}>
                    {source}
                  </Text>{' '}
                  <Link
                    href={hrefOf?.(part)}
                    onClick={() => onPart(part)}
                  >{t`Open “${agendaParts[part].label}”`}</Link>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      {reasoned && (
        <>
          <FieldRow type={Review} name="leftOpen" label={t`Why this stays open`} draft={draft} />
          {asksWhy && (
            <Text role="alert">{t`Say in a few words why what the law asks for stays open. It stands in the minutes.`}</Text>
          )}
        </>
      )}
      {parked > 0 && (
        <Text>{t`${parked === 1 ? t`1 point is parked still.` : t`${parked} points are parked still.`} They stay with the review.`}</Text>
      )}
      <Text>{note}</Text>
      {left && (
        <Text role="alert">{t`Some words aren’t stored yet: see who is marked “not stored yet”. They are kept here; try again.`}</Text>
      )}
      {trouble && (
        <Text role="alert">
          {t`Not saved: ${whyNotSaved(trouble)}. Press the button again. `}
          {trouble.code === 'signedOut' && <SignInButton onDone={() => void end()} />}
        </Text>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={busy} onClick={() => void end()}>
          {busy ? t`Saving` : missing.length === 0 ? t`End the meeting` : t`End the meeting all the same`}
        </Button>
        <Button onClick={onClose}>{t`Go on with the meeting`}</Button>
      </div>
    </section>
  )
}
