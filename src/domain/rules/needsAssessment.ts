import { t } from '../../words/t.ts'
import type { NeedsAssessment } from '../records/needsAssessment.ts'
import { addDays, type Day, daysBetween, showDay } from './day.ts'
import { type RuledDay, ruledDay } from './limits.ts'
import { appealBy } from './reviewDates.ts'
import { usualReviewSettings } from './reviewSettings.ts'
import { datedStep, type DatedStep } from './reviewSteps.ts'
import { dayKind, knowsYear, type SchoolCalendar } from './schoolCalendar.ts'

const after = (name: Parameters<typeof ruledDay>[0], label: string, from: Day): RuledDay =>
  ruledDay(name, label, from, 'after', usualReviewSettings)

/** A1: whether to assess, within six weeks of the request. */
export const assessDecisionBy = (requested: Day): RuledDay => after('assessDecision', t`Request`, requested)
/** A2: the school’s advice, within six weeks of being asked. */
const assessAdviceBy = (asked: Day): RuledDay => after('assessAdvice', t`Advice asked for`, asked)
/** A3: a refusal to issue a plan, by week 16. */
export const assessRefusalBy = (requested: Day): RuledDay => after('assessRefusal', t`Request`, requested)
/** A4: at least 15 days for comments on the draft, the day it was served being the first. */
export const assessCommentsNotBefore = (draft: Day): RuledDay => {
  const { day, why } = after('assessComments', t`Draft plan`, draft)
  return { day: addDays(day, -1), why }
}
/** A5: the final plan, by week 20. */
export const assessFinalBy = (requested: Day): RuledDay => after('assessFinal', t`Request`, requested)

export type AssessmentStep = DatedStep<
  'request' | 'decide' | 'advice' | 'issue' | 'draft' | 'comments' | 'final' | 'appeal',
  'school' | 'authority' | 'family'
>

type Facts = Pick<
  NeedsAssessment,
  | 'requested'
  | 'assessDecision'
  | 'assessDecided'
  | 'adviceAsked'
  | 'adviceSent'
  | 'issueDecision'
  | 'issueDecided'
  | 'draftReceived'
  | 'commentsSent'
  | 'planIssued'
  | 'mediationCertificate'
  | 'appealed'
  | 'closed'
> &
  Partial<Pick<NeedsAssessment, 'requestedBy'>>

const asker = ({ requestedBy = null }: Facts): AssessmentStep['owner'] =>
  requestedBy === 'parent' || requestedBy === 'youngPerson' ? 'family' : 'school'

/** How a request stands: in words, and whether anything can still come of it. */
export type AssessmentState =
  'preparing' | 'requested' | 'assessing' | 'issuing' | 'draft' | 'issued' | 'refused' | 'closed'
export const assessmentStates: Record<AssessmentState, string> = {
  preparing: t`Being prepared`,
  requested: t`The authority decides whether to assess`,
  assessing: t`The authority assesses`,
  issuing: t`The authority writes the plan`,
  draft: t`A draft plan is out`,
  issued: t`Plan issued`,
  refused: t`Refused`,
  closed: t`Closed`,
}

export const refusedOn = (facts: Facts): Day | null =>
  facts.assessDecision === 'no'
    ? facts.assessDecided
    : facts.issueDecision === 'no'
      ? facts.issueDecided
      : null
const refused = (facts: Facts) => facts.assessDecision === 'no' || facts.issueDecision === 'no'

export const assessmentState = (facts: Facts): AssessmentState =>
  facts.planIssued
    ? 'issued'
    : facts.closed
      ? 'closed'
      : refused(facts)
        ? 'refused'
        : facts.draftReceived
          ? 'draft'
          : facts.issueDecision === 'yes'
            ? 'issuing'
            : facts.assessDecision === 'yes' || facts.adviceAsked
              ? 'assessing'
              : facts.requested
                ? 'requested'
                : 'preparing'

/**
 * The dated steps of a request with their owners, as they stand today. A refusal ends the path with the appeal; the
 * later steps of a refused request are not there.
 */
export const assessmentSteps = (facts: Facts, today: Day): AssessmentStep[] => {
  const { requested } = facts
  const rule = (day: Day | null, of: (from: Day) => RuledDay) => (day ? of(day) : null)
  const over = facts.closed !== null
  const noAssessment = facts.assessDecision === 'no'
  const steps: AssessmentStep[] = [
    datedStep({ step: 'request', label: t`Request received`, owner: asker(facts) }, null, requested, today),
    datedStep(
      { step: 'decide', label: t`Decision to assess`, owner: 'authority' },
      rule(requested, assessDecisionBy),
      facts.assessDecided,
      today,
    ),
  ]
  if (!noAssessment) {
    steps.push(
      datedStep(
        { step: 'advice', label: t`School’s advice`, owner: 'school' },
        rule(facts.adviceAsked, assessAdviceBy),
        facts.adviceSent,
        today,
      ),
      datedStep(
        { step: 'issue', label: t`Decision to issue a plan`, owner: 'authority' },
        rule(requested, assessRefusalBy),
        facts.issueDecided ?? facts.draftReceived,
        today,
      ),
    )
    if (facts.issueDecision !== 'no') steps.push(...planSteps(facts, today))
  }
  const letter = refusedOn(facts) ?? facts.planIssued
  if (letter) {
    steps.push(
      datedStep(
        { step: 'appeal', label: t`Last day to appeal`, owner: 'family' },
        appealBy(letter, facts.mediationCertificate),
        facts.appealed,
        today,
      ),
    )
  }
  // Nothing of a closed request is overdue, and an appeal that nobody makes never is.
  return steps.map((step) =>
    step.state === 'overdue' && (over || step.step === 'appeal' || step.step === 'comments')
      ? { ...step, state: 'waiting' as const }
      : step,
  )
}

const planSteps = (facts: Facts, today: Day): AssessmentStep[] => {
  const { requested, draftReceived } = facts
  const comments = draftReceived ? assessCommentsNotBefore(draftReceived) : null
  return [
    datedStep({ step: 'draft', label: t`Draft plan`, owner: 'authority' }, null, draftReceived, today),
    datedStep(
      { step: 'comments', label: t`Family’s comments on the draft`, owner: 'family' },
      comments,
      facts.commentsSent ?? (facts.planIssued && comments ? comments.day : null),
      today,
    ),
    datedStep(
      { step: 'final', label: t`Final plan`, owner: 'authority' },
      requested ? assessFinalBy(requested) : null,
      facts.planIssued,
      today,
    ),
  ]
}

/** The step that needs somebody next; null once a request is over. */
export const nextAssessmentStep = (facts: Facts, today: Day): AssessmentStep | null =>
  ['closed', 'issued', 'refused'].includes(assessmentState(facts))
    ? null
    : (assessmentSteps(facts, today).find(({ done, step }) => done === null && step !== 'appeal') ?? null)

/** When the law lets the authority's limits pass. Source: SEND Regulations 2014, regulations 5(4), 8(2), 10(4) and 13(3). */
export const assessmentExceptions: readonly string[] = [
  t`The authority asked a school for advice in the week before it closed for four weeks or more, or while it was closed, up to a week before it opened again`,
  t`Exceptional personal circumstances affect the child, the parent or the young person`,
  t`The child, the parent or the young person is away from the area for four weeks or more`,
  t`The child misses an appointment for an examination or a test that was made in the time for advice`,
]

/**
 * A closure of four weeks or more that lets the limits of the authority pass, where the school was asked for its
 * advice from a week before it to a week before its end; null where there is none or the terms are not recorded.
 */
export const longClosure = (
  adviceAsked: Day,
  calendar: SchoolCalendar,
): { readonly from: Day; readonly to: Day } | null => {
  if (!knowsYear(calendar, adviceAsked)) return null
  const shut = (day: Day) => dayKind(calendar, day) !== 'school' && dayKind(calendar, day) !== 'unknown'
  for (let days = 0; days <= 7; days += 1) {
    const inside = addDays(adviceAsked, days)
    if (!shut(inside)) continue
    let [from, to] = [inside, inside]
    while (shut(addDays(from, -1)) && daysBetween(from, inside) < 90) from = addDays(from, -1)
    while (shut(addDays(to, 1)) && daysBetween(inside, to) < 90) to = addDays(to, 1)
    if (daysBetween(from, to) >= 27 && adviceAsked <= addDays(to, -6)) return { from, to }
  }
  return null
}

/** `1 Sep 2026 to 9 Sep 2026`. */
export const closureWords = ({ from, to }: { from: Day; to: Day }): string =>
  t`${showDay(from)} to ${showDay(to)}`
