import { Link, makeStyles, Text, ToggleButton, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Review, reviewStages } from '../../domain/records/review.ts'
import { yearGroups } from '../../domain/rules/codes.ts'
import { showDay, showWeekday } from '../../domain/rules/day.ts'
import { type DueStatus, type ReviewDue, reviewDue, statusWords } from '../../domain/rules/reviewDue.ts'
import type { ReviewSettings } from '../../domain/rules/reviewSettings.ts'
import { nextStep, reviewSteps, type ReviewStep } from '../../domain/rules/reviewSteps.ts'
import type { Why as Reason } from '../../domain/rules/why.ts'
import { PupilName } from '../../ui/hiddenDetails.tsx'
import { Loaded, Notice } from '../../ui/Loaded.tsx'
import { useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useReviewSettings } from '../../ui/useSchool.ts'
import { Why } from '../../ui/Why.tsx'
import { Page } from '../Page.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { by } from '../register/rows.ts'
import { useGo } from '../routes.ts'

const useStyles = makeStyles({
  filters: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: '140px minmax(160px, 1.2fr) minmax(160px, 1fr) 140px minmax(180px, 1fr)',
    gap: '2px 16px',
    alignItems: 'center',
    padding: '8px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (min-width: 521px) and (max-width: 900px)': { gridTemplateColumns: '1fr 1fr' },
    '@media (max-width: 520px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const stepWords: Record<ReviewStep['step'], string> = {
  invite: 'Send invitations',
  circulate: 'Circulate papers',
  meet: 'Hold the meeting',
  report: 'Send the report',
  decide: 'Authority decides',
  notice: 'Authority proposes its changes',
  comments: 'Wait for the family’s comments',
  final: 'Authority issues the final plan',
}

type Line = {
  readonly review: Stored<Review>
  readonly pupil: Stored<Pupil>
  readonly next: ReviewStep | null
  /** What is due before this review has a meeting that is early enough. */
  readonly fix: ReviewDue | null
}

const markOf = (step: ReviewStep): { status: DueStatus; word: string } => {
  if (step.state === 'overdue') return { status: 'overdue', word: 'Overdue' }
  if (!step.due) return { status: 'unknown', word: 'No date yet' }
  if (step.owner === 'authority') return { status: 'authority', word: 'Authority’s turn' }
  return step.state === 'dueSoon'
    ? { status: 'dueSoon', word: 'Due soon' }
    : { status: 'onTrack', word: 'On track' }
}

const linesOf = (
  reviews: readonly Stored<Review>[],
  pupils: readonly Stored<Pupil>[],
  settings: ReviewSettings,
  today: string,
): Line[] => {
  const known = new Map(pupils.map((pupil) => [pupil.key, pupil]))
  const due = new Map<string, ReviewDue>()
  for (const [key, own] of by(reviews, ({ pupil }) => pupil)) {
    const pupil = known.get(key)
    const found = pupil && reviewDue(pupil, own, settings, today)
    if (found?.review && (found.planned || found.what === 'Hold meeting by')) due.set(found.review, found)
  }
  return reviews
    .flatMap((review) => {
      const pupil = known.get(review.pupil)
      const next = nextStep(reviewSteps(review, today, settings))
      return pupil ? [{ review, pupil, next, fix: due.get(review.key) ?? null }] : []
    })
    .toSorted((a, b) => (dayOf(a, today) < dayOf(b, today) ? -1 : 1))
}
/** By what is due; a meeting that has to be moved is for today. */
const dayOf = ({ fix, next, review }: Line, today: string): string =>
  (fix?.status === 'late' ? today : fix?.day) ?? next?.due ?? review.meetingDate ?? '9'

/** Every review that is not closed, by what is due next; closed ones on request. */
export const ReviewsScreen = (_: { query: URLSearchParams }) => {
  const styles = useStyles()
  const today = useServices().today()
  const [closed, setClosed] = useState(false)
  const reviews = useAll(Review)
  const pupils = useAll(Pupil)
  const settings = useReviewSettings()
  return (
    <Page title="Reviews">
      <div className={styles.filters}>
        <ToggleButton
          shape="circular"
          size="small"
          checked={closed}
          appearance={closed ? 'primary' : 'outline'}
          onClick={() => setClosed(!closed)}
        >
          Closed reviews
        </ToggleButton>
      </div>
      <Loaded queries={[reviews, pupils, settings]} shape={<Waiting />}>
        {(reviewList, pupilList, reviewSettings) => {
          const lines = linesOf(reviewList.records, pupilList.records, reviewSettings, today).filter(
            ({ review }) => (review.stage === 'closed') === closed,
          )
          return (
            <>
              <Unreadable listings={[reviewList, pupilList]} />
              {lines.length === 0 ? (
                <Notice
                  title={closed ? 'No closed review yet' : 'No review is open'}
                  todo="A review begins on the pupil’s page, under Reviews."
                />
              ) : (
                <>
                  <ul className={styles.list}>
                    {lines.map((line) => (
                      <ReviewLine key={line.review.key} line={line} />
                    ))}
                  </ul>
                  <Text size={200} className={styles.quiet}>
                    {lines.length} {lines.length === 1 ? 'review' : 'reviews'}
                  </Text>
                </>
              )}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

const Dated = ({ words, day, why }: { words: string; day: string | null; why: Reason | null }) => (
  <>
    {words} {day && (why ? <Why why={why}>{showDay(day)}</Why> : showDay(day))}
  </>
)

const ReviewLine = ({ line: { review, pupil, next, fix } }: { line: Line }) => {
  const styles = useStyles()
  const { href } = useGo()
  const open = review.stage !== 'closed'
  return (
    <li className={styles.row}>
      {open && fix ? (
        <StatusMark status={fix.status} word={statusWords[fix.status]} />
      ) : open && next ? (
        <StatusMark {...markOf(next)} />
      ) : (
        <StatusMark status="done" word={reviewStages[review.stage]} />
      )}
      <span>
        <Link href={href({ at: 'review', key: review.key, block: null })}>
          <PupilName pupil={pupil} />
        </Link>{' '}
        <Text size={200} className={styles.quiet}>
          {[pupil.yearGroup && yearGroups[pupil.yearGroup], pupil.className].filter(Boolean).join(' · ')}
        </Text>
      </span>
      <Text>
        {open && fix ? (
          <Dated words={fix.what} day={fix.day} why={fix.why} />
        ) : (
          open && next && <Dated words={stepWords[next.step]} day={next.due} why={next.why} />
        )}
      </Text>
      <Text className={styles.quiet}>{reviewStages[review.stage]}</Text>
      <Text className={styles.quiet}>
        {review.meetingDate ? `Meeting ${showWeekday(review.meetingDate)}` : 'No meeting date yet'}
        {review.meetingTime && `, ${review.meetingTime}`}
      </Text>
    </li>
  )
}
