import { t } from '../../words/t.ts'
import { stepPlace } from '../review/path/steps.ts'
import type { Stored } from '../../domain/record.ts'
import { fullName, type Pupil } from '../../domain/records/pupil.ts'
import type { Review } from '../../domain/records/review.ts'
import type { Day } from '../../domain/rules/day.ts'
import { phaseTransferOf } from '../../domain/rules/phaseTransfer.ts'
import { type DueStatus, type ReviewDue, reviewDue, statusWords } from '../../domain/rules/reviewDue.ts'
import { type ReviewSettings, settingsFor } from '../../domain/rules/reviewSettings.ts'
import { type ReviewStanding, reviewStanding } from '../../domain/rules/reviewState.ts'
import type { ReviewStep } from '../../domain/rules/reviewSteps.ts'
import { folded } from '../../domain/folded.ts'
import { grouped } from '../../domain/grouped.ts'

/** One review as the list, the board and the calendar show it. */
export type Line = {
  readonly review: Stored<Review>
  readonly pupil: Stored<Pupil>
  readonly standing: ReviewStanding
  readonly next: ReviewStep | null
  /** What is due before this review has a meeting that is early enough. */
  readonly fix: ReviewDue | null
  /** The day by which it is sorted and grouped; null where nothing is due. */
  readonly day: Day | null
  readonly haystack: string
}

export const stepWords: Record<ReviewStep['step'], string> = {
  invite: t`Send invitations`,
  circulate: t`Circulate papers`,
  meet: t`Hold the meeting`,
  report: t`Send the report`,
  decide: t`Authority decides`,
  notice: t`Authority proposes its changes`,
  comments: t`Wait for the family’s comments`,
  final: t`Authority issues the final plan`,
}

/** The same steps as something to do, with the place of the review where that is done. */
export const stepVerbs: Record<ReviewStep['step'], { readonly words: string; readonly place: string }> = {
  invite: { words: t`Send invitations`, place: stepPlace('invite') },
  circulate: { words: t`Circulate papers`, place: stepPlace('circulate') },
  meet: { words: t`Open the meeting`, place: stepPlace('hold') },
  report: { words: t`Send the report`, place: stepPlace('report') },
  decide: { words: t`Chase the decision`, place: stepPlace('decision') },
  notice: { words: t`Chase the notice`, place: stepPlace('decision') },
  comments: { words: t`See the changes`, place: stepPlace('decision') },
  final: { words: t`Chase the plan`, place: stepPlace('decision') },
}

const ofStep = (step: ReviewStep): { status: DueStatus; word: string } => {
  if (step.state === 'overdue') return { status: 'overdue', word: t`Overdue` }
  if (!step.due) return { status: 'unknown', word: t`No date yet` }
  if (step.owner === 'authority') return { status: 'authority', word: t`Authority’s turn` }
  return step.state === 'dueSoon'
    ? { status: 'dueSoon', word: t`Due soon` }
    : { status: 'onTrack', word: t`On track` }
}

/** How a review stands, as its mark says it. */
export const markOf = ({ review, fix, next }: Line): { status: DueStatus; word: string } => {
  // What the authority never did keeps its mark.
  if (review.stage === 'closed') return next ? ofStep(next) : { status: 'done', word: t`Closed` }
  if (fix) return { status: fix.status, word: statusWords[fix.status] }
  return next ? ofStep(next) : { status: 'done', word: t`Nothing due` }
}

/** Whose turn it is. */
export const ownerOf = ({ fix, next }: Line): ReviewStep['owner'] | null =>
  fix ? 'school' : (next?.owner ?? null)

export const isLate = (line: Line): boolean => ['overdue', 'late'].includes(markOf(line).status)

/** Every review with its pupil, by what is due first. */
export const linesOf = (
  reviews: readonly Stored<Review>[],
  pupils: readonly Stored<Pupil>[],
  settings: ReviewSettings,
  today: Day,
): Line[] => {
  const known = new Map(pupils.map((pupil) => [pupil.key, pupil]))
  const fixes = new Map<string, ReviewDue>()
  const all = grouped(reviews, ({ pupil }) => pupil)
  for (const [key, own] of all) {
    const pupil = known.get(key)
    const found = pupil && reviewDue(pupil, own, settings, today)
    if (found?.review && (found.planned || found.what === 'Hold meeting by')) fixes.set(found.review, found)
  }
  const lines = reviews.flatMap((review): Line[] => {
    const pupil = known.get(review.pupil)
    if (!pupil) return []
    const own = settingsFor(pupil, settings)
    const standing = reviewStanding(
      review,
      today,
      own,
      phaseTransferOf(pupil, own, today),
      all.get(pupil.key),
    )
    const fix = review.stage === 'closed' ? null : (fixes.get(review.key) ?? null)
    // A meeting that has to be moved is for today.
    const due = (fix?.status === 'late' ? today : fix?.day) ?? standing.next?.due ?? null
    return [
      {
        review,
        pupil,
        standing,
        next: standing.next,
        fix,
        day: due ?? review.meetingDate,
        haystack: folded([fullName(pupil), pupil.forename, pupil.className].filter(Boolean).join(' ')),
      },
    ]
  })
  return lines.toSorted((a, b) => ((a.day ?? '9') < (b.day ?? '9') ? -1 : 1))
}
