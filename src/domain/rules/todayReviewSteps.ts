import { t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import type { Contributor } from '../records/contributor.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Review } from '../records/review.ts'
import type { Day } from './day.ts'
import { phaseTransferOf } from './phaseTransfer.ts'
import { meetingHeld } from './reviewMoves.ts'
import { owedOf } from './reviewOwed.ts'
import { type ReviewSettings, settingsFor } from './reviewSettings.ts'
import { reviewSteps, type ReviewStep } from './reviewSteps.ts'
import { adviceIn } from './todayAdvice.ts'
import { chasedWords, mayChase } from './todayChases.ts'
import {
  type Context,
  joined,
  lateWords,
  lineOf,
  recordLine,
  review as at,
  verb,
  whyOf,
} from './todayParts.ts'
import { nearDay, type WorkLine } from './todayTypes.ts'

type Step = ReviewStep['step']
const before: readonly Step[] = ['invite', 'circulate']
/** What the authority does: how a reminder of it is filed, the field of its day, and the words. */
const theirs = {
  decide: { chase: 'decision', field: 'decisionReceived', record: t`Record decision` },
  notice: { chase: 'notice', field: 'noticeSent', record: t`Record the notice` },
  final: { chase: 'finalPlan', field: 'finalIssued', record: t`Record final plan` },
} as const
const isTheirs = (step: Step): step is keyof typeof theirs => step in theirs

/** The places of the review's path where a step is taken. */
const steps: Record<Step, string> = {
  invite: 'step-invite',
  circulate: 'step-circulate',
  meet: 'step-hold',
  report: 'step-report',
  decide: 'step-decision',
  notice: 'step-decision',
  comments: 'step-decision',
  final: 'step-decision',
}

/** The dated steps of a review that nobody has taken yet. */
export const owedSteps = (one: Review, pupil: Pupil, given: ReviewSettings, today: Day): ReviewStep[] => {
  const settings = settingsFor(pupil, given)
  return reviewSteps(one, today, settings, phaseTransferOf(pupil, settings, today)).filter(
    ({ done, due }) => done === null && due !== null,
  )
}

const names: Record<Step, (review: string) => string> = {
  invite: (review) => t`Invitations to ${review}`,
  circulate: (review) => t`Papers for ${review}`,
  meet: () => t`Review meeting`,
  report: (review) => t`Report of ${review}`,
  decide: (review) => t`Authority’s decision after ${review}`,
  notice: (review) => t`Authority’s notice of changes after ${review}`,
  comments: (review) => t`Time for the family’s comments after ${review} ends`,
  final: (review) => t`Final plan after ${review}`,
}
/** What each is called in the log where a record is opened for it. */
const tasks: Record<Step, string> = {
  invite: t`Invitations due`,
  circulate: t`Papers due`,
  meet: t`Review meeting`,
  report: t`Report due`,
  decide: t`Decision awaited`,
  notice: t`Notice of changes awaited`,
  comments: t`Family’s comments due`,
  final: t`Final plan awaited`,
}
const verbs: Record<Exclude<Step, keyof typeof theirs | 'meet' | 'comments'>, string> = {
  invite: t`Send invitations`,
  circulate: t`Circulate papers`,
  report: t`Finish report`,
}

/** One dated step that nobody has taken yet. `people`: of that review, where they are known. */
export const stepLine = (
  one: Stored<Review>,
  step: ReviewStep,
  people: readonly Contributor[],
  context: Context,
): WorkLine => {
  const { today, chases } = context
  const { key, pupil, meetingDate, meetingTime } = one
  // The authority runs the review of a pupil who is at no school.
  const owner = step.owner === 'school' ? 'school' : 'authority'
  const day = step.due!
  const of = meetingDate ? t`the review of ${nearDay(meetingDate, today)}` : t`the review`
  const late = day < today ? lateWords(day, today) : null
  const told = {
    id: `${step.step}:${key}`,
    about: 'review' as const,
    task: { purpose: 'review', words: tasks[step.step] } as const,
    pupils: [pupil],
    what: names[step.step](of),
    why: step.why,
    open: at(key, steps[step.step]),
  }
  if (isTheirs(step.step)) {
    const { chase, field, record } = theirs[step.step]
    const chased = chases.of({ what: chase, review: key })
    return lineOf('authority', day, context, {
      ...told,
      chased,
      detail: joined(late, chased && chasedWords(chased, today)),
      next:
        late && mayChase(chased, today)
          ? verb(t`Write chase letter`, { is: 'chase', of: { review: key, what: chase } })
          : verb(record, at(key, 'dates', field)),
    })
  }
  if (step.step === 'comments')
    return lineOf('others', day, context, { ...told, next: verb(t`Open the review`, at(key), false) })
  if (step.step === 'meet') {
    const now = day === today
    return lineOf(owner, day, context, {
      ...told,
      what: late ? t`Meeting was planned for ${nearDay(day, today)}: was it held?` : told.what,
      meeting: now ? { time: meetingTime, where: one.place } : null,
      detail: joined(late, !now && meetingTime, one.place),
      why: whyOf(t`Meeting`, t`The day that the review says`, 'local', t`The review`, {
        Meeting: nearDay(day, today),
      }),
      next: late
        ? verb(t`Record the meeting`, at(key, steps.meet))
        : now
          ? verb(t`Open the meeting`, { is: 'live', key }, false)
          : verb(t`Prepare the meeting`, at(key, steps.circulate), false),
    })
  }
  if (before.includes(step.step) && meetingHeld(one)) {
    const invite = step.step === 'invite'
    return recordLine(context, {
      ...told,
      word: t`Not recorded`,
      what: `${invite ? t`Day of the invitations to` : t`Day of the papers for`} ${of}`,
      why: step.why!,
      next: verb(t`Record the day`, at(key, 'dates', invite ? 'invitationsSent' : 'papersCirculated')),
    })
  }
  return lineOf(owner, day, context, {
    ...told,
    detail: joined(late, step.step === 'circulate' && adviceIn(people)),
    next:
      owner === 'school'
        ? verb(verbs[step.step], at(key, steps[step.step]))
        : verb(t`Open the review`, at(key), false),
  })
}

/** What the authority never did keeps its mark after the review was closed, until a later review is held. */
export const neverCame = (pupil: Pupil, own: readonly Stored<Review>[], context: Context): WorkLine[] =>
  own
    .filter(({ stage }) => stage === 'closed')
    .flatMap((one) =>
      owedOf(owedSteps(one, pupil, context.review, context.today), one, own).map((step) =>
        stepLine(one, step, [], context),
      ),
    )

/** A review of which nothing is left to do but to close it. */
export const toClose = (one: Stored<Review>, context: Context): WorkLine =>
  recordLine(context, {
    id: `close:${one.key}`,
    task: { purpose: 'review', words: t`Review to be closed` },
    word: t`Ready`,
    pupils: [one.pupil],
    what: t`The review of ${nearDay(one.meetingDate!, context.today)} is finished and still open`,
    why: whyOf(
      'Review',
      t`Report, decision and final plan have come: nothing is owed`,
      'local',
      t`The review`,
      {
        Meeting: nearDay(one.meetingDate!, context.today),
      },
    ),
    next: verb(t`Close the review`, at(one.key, 'step-close')),
    open: at(one.key),
  })
