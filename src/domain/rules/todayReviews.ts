import type { Stored } from '../record.ts'
import type { Contributor } from '../records/contributor.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Review } from '../records/review.ts'
import { addDays, type Day, earliest } from './day.ts'
import { phaseTransferOf } from './phaseTransfer.ts'
import { circulateBy } from './reviewDates.ts'
import { reviewsDue } from './reviewDue.ts'
import { meetingHeld } from './reviewMoves.ts'
import { owedOf } from './reviewOwed.ts'
import { type ReviewSettings, settingsFor } from './reviewSettings.ts'
import { reviewSteps, type ReviewStep } from './reviewSteps.ts'
import { chasedWords, mayChase } from './todayChases.ts'
import {
  type Context,
  grouped,
  inPupil,
  joined,
  lateWords,
  lineOf,
  recordLine,
  review as at,
  stillHere,
  verb,
  whyOf,
} from './todayParts.ts'
import { nearDay, type WorkLine } from './todayTypes.ts'

type Step = ReviewStep['step']
const before: readonly Step[] = ['invite', 'circulate']
/** What the authority does: how a reminder of it is filed, the field of its day, and the words. */
const theirs = {
  decide: { chase: 'decision', field: 'decisionReceived', record: 'Record decision' },
  notice: { chase: 'notice', field: 'noticeSent', record: 'Record the notice' },
  final: { chase: 'finalPlan', field: 'finalIssued', record: 'Record final plan' },
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
  invite: (review) => `Invitations to ${review}`,
  circulate: (review) => `Papers for ${review}`,
  meet: () => 'Review meeting',
  report: (review) => `Report of ${review}`,
  decide: (review) => `Authority’s decision after ${review}`,
  notice: (review) => `Authority’s notice of changes after ${review}`,
  comments: (review) => `Time for the family’s comments after ${review} ends`,
  final: (review) => `Final plan after ${review}`,
}
const verbs: Record<Exclude<Step, keyof typeof theirs | 'meet' | 'comments'>, string> = {
  invite: 'Send invitations',
  circulate: 'Circulate papers',
  report: 'Finish report',
}

const adviceOf = (people: readonly Contributor[]): string | null => {
  const asked = people.filter(({ adviceAsked, adviceReceived }) => adviceAsked ?? adviceReceived)
  const here = asked.filter(({ adviceReceived }) => adviceReceived)
  return asked.length > 0 ? `${here.length} of ${asked.length} in` : null
}

const stepLine = (
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
  const of = meetingDate ? `the review of ${nearDay(meetingDate, today)}` : 'the review'
  const late = day < today ? lateWords(day, today) : null
  const told = {
    id: `${step.step}:${key}`,
    about: 'review' as const,
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
          ? verb('Write chase letter', { is: 'chase', of: { review: key, what: chase } })
          : verb(record, at(key, 'dates', field)),
    })
  }
  if (step.step === 'comments')
    return lineOf('others', day, context, { ...told, next: verb('Open the review', at(key), false) })
  if (step.step === 'meet') {
    const now = day === today
    return lineOf(owner, day, context, {
      ...told,
      what: late ? `Meeting was planned for ${nearDay(day, today)}: was it held?` : told.what,
      meeting: now ? { time: meetingTime, where: one.place } : null,
      detail: joined(late, !now && meetingTime, one.place),
      why: whyOf('Meeting', 'The day that the review says', 'local', 'The review', {
        Meeting: nearDay(day, today),
      }),
      next: late
        ? verb('Record the meeting', at(key, steps.meet))
        : now
          ? verb('Open the meeting', { is: 'live', key }, false)
          : verb('Prepare the meeting', at(key, steps.circulate), false),
    })
  }
  if (before.includes(step.step) && meetingHeld(one)) {
    const invite = step.step === 'invite'
    return recordLine(context, {
      ...told,
      word: 'Not recorded',
      what: `${invite ? 'Day of the invitations to' : 'Day of the papers for'} ${of}`,
      why: step.why!,
      next: verb('Record the day', at(key, 'dates', invite ? 'invitationsSent' : 'papersCirculated')),
    })
  }
  return lineOf(owner, day, context, {
    ...told,
    detail: joined(late, step.step === 'circulate' && adviceOf(people)),
    next:
      owner === 'school'
        ? verb(verbs[step.step], at(key, steps[step.step]))
        : verb('Open the review', at(key), false),
  })
}

/** What the authority never did keeps its mark after the review was closed, until a later review is held. */
const neverCame = (pupil: Pupil, own: readonly Stored<Review>[], context: Context): WorkLine[] =>
  own
    .filter(({ stage }) => stage === 'closed')
    .flatMap((one) =>
      owedOf(owedSteps(one, pupil, context.review, context.today), one, own).map((step) =>
        stepLine(one, step, [], context),
      ),
    )

/** A review of which nothing is left to do but to close it. */
const toClose = (one: Stored<Review>, context: Context): WorkLine =>
  recordLine(context, {
    id: `close:${one.key}`,
    word: 'Ready',
    pupils: [one.pupil],
    what: `The review of ${nearDay(one.meetingDate!, context.today)} is finished and still open`,
    why: whyOf(
      'Review',
      'Report, decision and final plan have come: nothing is owed',
      'local',
      'The review',
      {
        Meeting: nearDay(one.meetingDate!, context.today),
      },
    ),
    next: verb('Close the review', at(one.key, 'step-close')),
    open: at(one.key),
  })

/** What a pupil's plan wants next of the calendar: a review to be planned, a date to be set, an earlier date. */
const planningLines = (
  pupil: Stored<Pupil>,
  own: readonly Stored<Review>[],
  context: Context,
): WorkLine[] => {
  const { today, periods } = context
  if (pupil.status !== 'E' || !stillHere(pupil, today)) return []
  const due = reviewsDue(pupil, own, context.review, today).find(
    ({ what }) => what === 'Hold meeting by' || what === 'Bring meeting forward to',
  )
  if (!due?.day) return []
  const late = due.day < today ? lateWords(due.day, today) : null
  const told = {
    id: `plan:${pupil.key}`,
    about: 'review' as const,
    pupils: [pupil.key],
    why: due.why,
    detail: late,
    open: due.review ? at(due.review, 'meeting') : inPupil(pupil.key, 'reviews'),
  }
  if (due.planned) {
    return [
      lineOf('school', due.day, context, {
        ...told,
        ...(late ? {} : { status: 'late', word: 'Too late' }),
        what: `Review meeting is planned for ${nearDay(due.planned, today)}, too late for the law’s date`,
        next: verb('Set an earlier date', at(due.review!, 'meeting', 'meetingDate')),
      }),
    ]
  }
  const soon = due.status === 'dueSoon' && due.day > periods.halfTermEnds
  return [
    lineOf('school', due.day, context, {
      ...told,
      ...(soon ? { when: 'halfTerm', status: 'dueSoon', word: 'Due soon' } : {}),
      what: due.review ? 'No date is set for the review meeting' : 'Annual review is to be planned',
      next: due.review
        ? verb('Set a date', at(due.review, 'meeting', 'meetingDate'))
        : verb('Plan the review', inPupil(pupil.key, 'reviews')),
    }),
  ]
}

/** Every dated step of every open review, and every review that has no date yet. `people`: where they are known. */
export const reviewLines = (
  reviews: readonly Stored<Review>[],
  people: readonly Stored<Contributor>[],
  context: Context,
): WorkLine[] => {
  const own = grouped(reviews, ({ pupil }) => pupil)
  const invited = grouped(people, (one) => one.review)
  return [...context.pupils.values()].flatMap((pupil) => {
    const all = own.get(pupil.key) ?? []
    if (all.length === 0 && pupil.status !== 'E') return []
    return [
      ...all
        .filter(({ stage }) => stage !== 'closed')
        .flatMap((one) => {
          const owed = owedSteps(one, pupil, context.review, context.today)
          return owed.length === 0 && meetingHeld(one) && one.meetingDate
            ? [toClose(one, context)]
            : owed.map((step) => stepLine(one, step, invited.get(one.key) ?? [], context))
        }),
      ...neverCame(pupil, all, context),
      ...planningLines(pupil, all, context),
    ]
  })
}

/** Advice that was asked for and isn't there: one line a review, until its meeting is held. */
export const adviceLines = (
  reviews: readonly Stored<Review>[],
  people: readonly Stored<Contributor>[],
  context: Context,
): WorkLine[] => {
  const { today, chases, pupils } = context
  const known = new Map(reviews.map((one) => [one.key, one]))
  return [...grouped(people, (one) => one.review)].flatMap(([key, invited]) => {
    const one = known.get(key)
    if (!one || meetingHeld(one) || !pupils.has(one.pupil)) return []
    const missing = invited.filter(({ adviceAsked, adviceReceived }) => adviceAsked && !adviceReceived)
    if (missing.length === 0) return []
    const reminded = missing.flatMap((person) => chases.of({ what: 'advice', contributor: person.key }) ?? [])
    const last = reminded.reduce<WorkLine['chased']>(
      (newest, each) => (newest && newest.on >= each.on ? newest : each),
      null,
    )
    const settings = settingsFor(pupils.get(one.pupil)!, context.review)
    const rule = one.meetingDate ? circulateBy(one.meetingDate, settings) : null
    const days = missing.flatMap(({ adviceDue }) => adviceDue ?? rule?.day ?? [])
    const day: Day | null = days.length > 0 ? earliest(...days) : null
    const byLaw = rule !== null && day === rule.day
    // Nobody writes to herself: the SENCO's own advice is waited for, not chased.
    const toChase = missing.filter(
      ({ key: person, role }) =>
        role !== 'senco' && mayChase(chases.of({ what: 'advice', contributor: person }), today),
    ).length
    const soon = day !== null && day <= addDays(today, 7)
    return [
      lineOf('others', day, context, {
        id: `advice:${key}`,
        about: 'advice',
        pupils: [one.pupil],
        what: one.meetingDate
          ? `Advice for the review of ${nearDay(one.meetingDate, today)}`
          : 'Advice for the review',
        detail: joined(
          adviceOf(invited),
          day !== null && day < today && lateWords(day, today),
          last && (reminded.length < missing.length ? `${reminded.length} chased` : chasedWords(last, today)),
        ),
        chased: last,
        why: byLaw
          ? rule.why
          : whyOf('Advice', 'The earliest day by which it was asked for', 'local', 'People of the review', {
              'Not in yet': String(missing.length),
              ...(one.meetingDate ? { Meeting: nearDay(one.meetingDate, today) } : {}),
            }),
        next:
          soon && toChase > 0
            ? verb(`Chase ${toChase}`, at(key, 'step-advice'))
            : verb('See who is left', at(key, 'step-advice'), false),
        open: at(key, 'step-advice'),
      }),
    ]
  })
}
