import { addDays, type Day } from './day.ts'
import type { RuledDay } from './limits.ts'
import type { PhaseTransfer } from './phaseTransfer.ts'
import { type ReviewFacts, type ReviewMove, reviewMoves, type ReviewState } from './reviewMoves.ts'
import { type ReviewSettings, usualReviewSettings } from './reviewSettings.ts'
import type { Why } from './why.ts'

export type StepState = 'done' | 'late' | 'overdue' | 'dueSoon' | 'onTrack' | 'waiting'

/** A step that has a date: who owes it, when it was due, when it was done, and how that stands today. */
export type DatedStep<Name extends string, Owner extends string> = {
  readonly step: Name
  readonly label: string
  readonly owner: Owner
  readonly due: Day | null
  readonly done: Day | null
  /** `late` was done after its date; `waiting` can't begin yet. */
  readonly state: StepState
  readonly why: Why | null
}

/** One step of a review that has a date in law. */
export type ReviewStep = DatedStep<Exclude<ReviewMove['step'], 'draft' | 'close'>, ReviewMove['owner']> & {
  /** The state that it leads to. */
  readonly to: ReviewState
}

const soonDays = 7

/** How a step stands on a day. */
export const stepState = (due: Day | null, done: Day | null, today: Day): StepState => {
  if (done) return due && done > due ? 'late' : 'done'
  if (!due) return 'waiting'
  if (today > due) return 'overdue'
  return addDays(today, soonDays) >= due ? 'dueSoon' : 'onTrack'
}

/** A step from what is known of it. */
export const datedStep = <Name extends string, Owner extends string>(
  { step, label, owner }: { step: Name; label: string; owner: Owner },
  due: RuledDay | null,
  done: Day | null,
  today: Day,
): DatedStep<Name, Owner> => ({
  step,
  label,
  owner,
  due: due?.day ?? null,
  done,
  state: stepState(due?.day ?? null, done, today),
  why: due?.why ?? null,
})

/**
 * The dated steps of a review with both owners, in order, as they stand today. `settings` are those of the pupil
 * (`settingsFor`); `transfer` is the move between phases that the pupil is to make, where there is one.
 */
export const reviewSteps = (
  review: ReviewFacts,
  today: Day,
  settings: ReviewSettings = usualReviewSettings,
  transfer: PhaseTransfer | null = null,
): ReviewStep[] => {
  const at = { review, today, settings, transfer }
  return reviewMoves
    .filter((move) => move.applies(review))
    .flatMap((move) => {
      const { step, to, label } = move
      if (step === 'draft' || step === 'close') return []
      // The authority runs the review of a pupil who is at no school (R17).
      const owner = settings.elsewhere && move.owner === 'school' ? 'authority' : move.owner
      const made = move.made(at)
      const done = made === true ? null : made
      const dated = datedStep({ step, label, owner }, move.due(at), done, today)
      if (step !== 'meet') return [{ ...dated, to }]
      // The meeting is due on its own date, which no rule gave.
      const day = review.meetingDate
      return [{ ...dated, to, due: day, state: stepState(day, done, today) }]
    })
}

/** The step that needs somebody next, or null when the review is finished. */
export const nextStep = (steps: readonly ReviewStep[]): ReviewStep | null =>
  steps.find((step) => step.done === null) ?? null
