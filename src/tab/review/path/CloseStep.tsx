import { inWords, t } from '../../../words/t.ts'
import { Button, Field, Link, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { ReviewFile } from '../../../documents/reviewFile.ts'
import type { Value } from '../../../domain/fields.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { Review } from '../../../domain/records/review.ts'
import { showDay, showWeekday } from '../../../domain/rules/day.ts'
import { marked, pupilAfter, reopened } from '../../../domain/rules/reviewActMarks.ts'
import { actOf } from '../../../domain/rules/reviewActs.ts'
import { meetingHeld } from '../../../domain/rules/reviewMoves.ts'
import { useServices } from '../../../ui/services.tsx'
import { whyNotSaved } from '../../../ui/words.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useGo } from '../../routes.ts'
import { StepPage } from './StepPage.tsx'
import { factsOf } from './steps.ts'
import { useChanges } from './useChanges.ts'
import { useNextReview } from './useNextReview.ts'

const useStyles = makeStyles({
  act: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '12px',
    padding: '14px',
    maxWidth: '860px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  list: { margin: 0, paddingLeft: '20px' },
  reason: { width: '100%' },
  quiet: { color: tokens.colorNeutralForeground2, whiteSpace: 'pre-wrap' },
})

/** The review that follows: shown where there is one, made where there is none. */
const Next = ({ file }: { file: ReviewFile }) => {
  const styles = useStyles()
  const { href } = useGo()
  const mayWrite = useMayWrite(Review)
  const { known, next, plan, state } = useNextReview(file)
  const ready = meetingHeld(file.review)
  if (!known) return null
  return (
    <section aria-label={t`Next review`}>
      <Text as="h3" weight="semibold" block style={{ margin: '0 0 8px' }}>{t`Next review`}</Text>
      {next ? (
        <Text>
          <Link href={href({ at: 'review', key: next.key, block: null })}>
            {inWords(Review.fields.type.choices[next.type])}
          </Link>
          {next.meetingDate
            ? t`: the meeting ${meetingHeld(next) ? 'was' : 'is'} on ${showWeekday(next.meetingDate)}`
            : next.target
              ? t`: best held by ${showWeekday(next.target)}`
              : t`: no date yet`}
          {!meetingHeld(next) && next.nextDue && t`; it has to be finished by ${showDay(next.nextDue)}`}.
        </Text>
      ) : (
        <>
          <Text block className={styles.quiet}>
            {ready
              ? t`None is planned yet. Closing this review plans it.`
              : t`It is planned when this review is closed.`}
          </Text>
          {ready && mayWrite && (
            <Button style={{ marginTop: 8 }} disabled={state.is === 'storing'} onClick={() => void plan()}>
              {state.is === 'storing' ? t`Planning it` : t`Plan the next review now`}
            </Button>
          )}
          {state.is === 'stopped' && (
            <Text role="alert">{t`Not all of it is stored: ${whyNotSaved(state.trouble)}. Press the button again.`}</Text>
          )}
        </>
      )}
    </section>
  )
}

const Reopen = ({ file: { review } }: { file: ReviewFile }) => {
  const styles = useStyles()
  const today = useServices().today()
  const mayWrite = useMayWrite(Review)
  const { change, busy, trouble } = useChanges()
  const [reason, setReason] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const asking = reason !== null
  useEffect(() => {
    if (asking) field.current?.focus()
  }, [asking])
  if (!mayWrite) return null
  if (reason === null)
    return (
      <div>
        <Button onClick={() => setReason('')}>{t`Reopen as version ${(review.version ?? 1) + 1}`}</Button>
      </div>
    )
  const answer = reopened(review, today, reason)
  const press = async () => {
    if (!('changes' in answer)) return
    const stored = await change(
      [{ type: Review, stored: review, changes: answer.changes as Record<string, Value> }],
      t`Reopened as version ${answer.changes.version ?? ''}`,
    )
    if (stored) setReason(null)
  }
  return (
    <section className={styles.act} aria-label={t`Reopen the review`}>
      <Field
        className={styles.reason}
        label={t`Why it is opened again as version ${(review.version ?? 1) + 1}`}
        hint={t`Printed in the minutes. The report then goes out again; what the authority did stays recorded.`}
      >
        <Textarea
          textarea={{ ref: field }}
          value={reason}
          onChange={(_, { value }) => setReason(value)}
          resize="vertical"
        />
      </Field>
      <div style={{ display: 'flex', gap: 8 }}>
        <Button
          appearance="primary"
          disabled={busy || !('changes' in answer)}
          onClick={() => void press()}
        >{t`Reopen the review`}</Button>
        <Button onClick={() => setReason(null)}>{t`Cancel`}</Button>
      </div>
      {trouble && <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Press the button again.`}</Text>}
    </section>
  )
}

/** What is still missing, closing with the next review planned, and opening again as the next version. */
export const CloseStep = ({ file }: { file: ReviewFile }) => {
  const styles = useStyles()
  const today = useServices().today()
  const mayWrite = useMayWrite(Review)
  const { change, busy, trouble } = useChanges()
  const { known, next, plan, state: planning } = useNextReview(file)
  const [reason, setReason] = useState('')
  const { review } = file
  const { state, bars } = actOf(factsOf(file, today), 'close')
  const never = bars.some(({ always }) => always)
  const close = async () => {
    const answer = marked('close', factsOf(file, today), { on: today, reason })
    if (!('changes' in answer)) return
    const ofPupil = pupilAfter(file.pupil, review)
    const stored = await change(
      [
        ...(Object.keys(ofPupil).length > 0
          ? [{ type: Pupil, stored: file.pupil, changes: ofPupil as Record<string, Value> }]
          : []),
        { type: Review, stored: review, changes: answer.changes as Record<string, Value> },
      ],
      t`Review closed`,
    )
    if (stored && !next)
      await plan({ pupil: { ...file.pupil, ...ofPupil }, review: { ...review, ...answer.changes } })
  }
  return (
    <StepPage
      title={t`Close`}
      says={
        state === 'done'
          ? t`This review is closed.`
          : t`A review ends with the authority’s decision and, where the plan changes, the final plan. Closing it plans the next one.`
      }
    >
      {state !== 'done' && (
        <section className={styles.act} aria-label={t`Close the review`}>
          {bars.length > 0 ? (
            <>
              <Text weight="semibold">{t`Still missing`}</Text>
              <ul className={styles.list}>
                {bars.map(({ says }) => (
                  <li key={says}>{says}</li>
                ))}
              </ul>
            </>
          ) : (
            <Text>{t`Nothing is missing.`}</Text>
          )}
          {mayWrite && !never && (
            <>
              {bars.length > 0 && (
                <Field
                  className={styles.reason}
                  label={t`Close it all the same, because`}
                  hint={t`Kept in the review`}
                >
                  <Textarea value={reason} onChange={(_, { value }) => setReason(value)} resize="vertical" />
                </Field>
              )}
              <Button
                appearance="primary"
                disabled={
                  busy || !known || planning.is === 'storing' || (bars.length > 0 && reason.trim() === '')
                }
                onClick={() => void close()}
              >
                {busy ? t`Saving` : t`Close the review`}
              </Button>
            </>
          )}
          {trouble && (
            <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Press the button again.`}</Text>
          )}
        </section>
      )}
      <Next file={file} />
      {review.stepsOverride && (
        <section aria-label={t`Steps taken early`}>
          <Text
            as="h3"
            weight="semibold"
            block
            style={{ margin: '0 0 8px' }}
          >{t`Marked before what they needed`}</Text>
          <Text className={styles.quiet}>{review.stepsOverride}</Text>
        </section>
      )}
      {review.version !== null && review.version > 1 && (
        <Text className={styles.quiet}>
          {t`Version ${review.version}`}
          {review.reopened && t`, reopened ${showDay(review.reopened)}`}: {review.reopenedWhy}
        </Text>
      )}
      {['reportSent', 'decided', 'closed'].includes(review.stage) && <Reopen file={file} />}
    </StepPage>
  )
}
