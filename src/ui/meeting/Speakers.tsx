import { inWords, t } from '../../words/t.ts'
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Trouble } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import { contributorRoles } from '../../domain/records/contributor.ts'
import { View } from '../../domain/records/view.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { Personal } from '../hiddenDetails.tsx'
import { useWide } from '../useWide.ts'
import { useMayWrite } from '../writeAccess.ts'
import type { Speaker } from './speakers.ts'
import { useSaid } from './useSaid.ts'

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: '8px', fontSize: '16px', lineHeight: '22px' },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '8px',
    maxWidth: '100%',
    padding: '4px 12px 4px 8px',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusCircular,
    cursor: 'pointer',
    ':hover': {
      color: tokens.colorNeutralForeground1Hover,
      backgroundColor: tokens.colorNeutralBackground1Hover,
    },
    '@media (forced-colors: active)': { forcedColorAdjust: 'none' },
  },
  speaks: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorBrandBackground}`,
    ':hover': {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorBrandBackgroundHover,
    },
  },
  number: { minWidth: '1.1em', textAlign: 'center', fontSize: '0.8em', opacity: 0.85 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  waits: { fontSize: '0.75em', fontStyle: 'italic' },
})

/** What the meeting holds of each speaker: a way to store what was typed, by the speaker’s key. */
export type Waiting = Map<string, () => Promise<boolean>>

/** Who speaks, as chips with the numbers of their keys. */
export const Speakers = ({
  file,
  speakers,
  current,
  part,
  waiting,
  onSpeak,
  onTrouble,
  onStored,
  keyed,
}: {
  file: ReviewFile
  speakers: readonly Speaker[]
  current: string | null
  part: string
  waiting: RefObject<Waiting>
  onSpeak: (key: string) => void
  onTrouble: (key: string, trouble: Trouble | null) => void
  onStored?: ((stored: Stored<unknown>) => void) | undefined
  /** The keys 1 to 9 choose who speaks: each shows its own. */
  keyed: boolean
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(View)
  const few = useWide(768) ? 9 : 4
  const [all, setAll] = useState(false)
  const more = speakers.length - few
  return (
    <div className={styles.chips} role="group" aria-label={t`Who is speaking`}>
      {speakers.map((speaker, at) => (
        <Chip
          key={speaker.key}
          file={file}
          speaker={speaker}
          number={keyed && at < 9 ? at + 1 : null}
          speaks={current === speaker.key}
          part={part}
          waiting={waiting}
          folded={!all && more > 1 && at >= few}
          onSpeak={() => onSpeak(speaker.key)}
          onTrouble={onTrouble}
          onStored={onStored}
        />
      ))}
      {more > 1 && mayWrite && (
        <Button size="small" appearance="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t`Fewer people` : t`${more} more people`}
        </Button>
      )}
    </div>
  )
}

const againAfter = 15_000

const Chip = ({
  file,
  speaker,
  number,
  speaks,
  part,
  waiting,
  folded,
  onSpeak,
  onTrouble,
  onStored,
}: {
  file: ReviewFile
  speaker: Speaker
  number: number | null
  speaks: boolean
  part: string
  waiting: RefObject<Waiting>
  /** Out of sight among many, while nothing of theirs waits. */
  folded: boolean
  onSpeak: () => void
  onTrouble: (key: string, trouble: Trouble | null) => void
  onStored: ((stored: Stored<unknown>) => void) | undefined
}) => {
  const styles = useStyles()
  const said = useSaid(file, speaker, onStored)
  const mayWrite = useMayWrite(View)
  const { store, trouble, waits } = said
  const latest = useRef(store)
  useEffect(() => {
    latest.current = store
  })
  useEffect(() => {
    const all = waiting.current
    all.set(speaker.key, () => latest.current())
    return () => {
      all.delete(speaker.key)
    }
  }, [waiting, speaker.key])
  useEffect(() => onTrouble(speaker.key, trouble), [onTrouble, speaker.key, trouble])
  // Another person speaks, or another part begins, or the meeting is left: what was typed is stored.
  useEffect(() => {
    if (!speaks) void latest.current()
  }, [speaks])
  useEffect(
    () => () => {
      void latest.current()
    },
    [part],
  )
  // What was stopped is tried again by itself, except where only the person can help.
  const canTry = trouble !== null && trouble.code !== 'signedOut' && trouble.code !== 'noAccess'
  useEffect(() => {
    if (!canTry || !waits) return
    const again = () => void latest.current()
    const timer = setInterval(again, againAfter)
    addEventListener('online', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
    }
  }, [canTry, waits])
  // Who may not write any more keeps what was typed; else there is nobody to click.
  if ((!mayWrite || (folded && !speaks)) && !waits) return null
  return (
    <button
      type="button"
      className={mergeClasses(styles.chip, speaks && styles.speaks)}
      aria-pressed={speaks}
      title={inWords(contributorRoles[speaker.role])}
      onClick={onSpeak}
    >
      {number !== null && (
        <span className={styles.number} aria-hidden>
          {number}
        </span>
      )}
      <span className={styles.name}>
        <Personal>{speaker.name}</Personal>
      </span>
      {waits && !speaks && <span className={styles.waits}>{t`not stored yet`}</span>}
    </button>
  )
}
