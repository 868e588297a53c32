import { t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import type { Cycle } from '../records/cycle.ts'
import { addDays, type Day, daysBetween, showDay } from './day.ts'
import type { RuledDay } from './limits.ts'
import { datedStep, type DatedStep } from './reviewSteps.ts'
import { isSchoolDay, type SchoolCalendar } from './schoolCalendar.ts'

export type CycleStep = DatedStep<'assess' | 'agree' | 'tell' | 'review' | 'next', 'school'>

/** What a cycle is reckoned with beside itself. */
export type CycleContext = {
  /** Weeks from agreement to review, as the school has settled it. */
  readonly weeks: number
  readonly calendar: SchoolCalendar
  /** Whether the pupil has an EHC plan: the notice that SEN support starts is then not owed. */
  readonly hasPlan: boolean
  /** Every cycle of the pupil, this one among them. */
  readonly all: readonly Stored<Cycle>[]
}

/** Days after which a review that was not held makes a cycle lapsed. Practice: half a term. */
const lapsedAfter = 42
/** Days for telling parents, and for beginning what follows a review. Practice: the law sets no number. */
const tellWithin = 7
const followWithin = 14

/** The day of the review that a plan agreed on a day begins with: so many weeks on, or the school day before. */
export const usualReviewBy = (agreedOn: Day, weeks: number, calendar: SchoolCalendar): Day => {
  let day = addDays(agreedOn, weeks * 7)
  // A holiday is at most some weeks long; a calendar that is nothing but holiday moves nothing.
  for (let back = 0; back < 60 && !isSchoolDay(calendar, day); back += 1) day = addDays(day, -1)
  return day > agreedOn && isSchoolDay(calendar, day) ? day : addDays(agreedOn, weeks * 7)
}

const reviewDay = (cycle: Cycle, { weeks, calendar }: CycleContext): RuledDay | null => {
  const { agreedOn, reviewBy } = cycle
  if (!agreedOn && !reviewBy) return null
  return {
    day: reviewBy ?? usualReviewBy(agreedOn!, weeks, calendar),
    why: {
      rule: t`Review of the plan`,
      says: reviewBy
        ? t`The day that was agreed for looking at the plan again. Support is reviewed in line with the agreed date, at least once a term`
        : t`No day was agreed: ${weeks} weeks after the plan was, as the school has settled it`,
      strength: reviewBy ? 'should' : 'local',
      source: reviewBy ? t`SEND Code of Practice 6.53 and 6.65` : t`School settings`,
      inputs: [
        ...(agreedOn ? [{ label: t`Plan agreed`, value: showDay(agreedOn) }] : []),
        { label: t`Review agreed for`, value: reviewBy ? showDay(reviewBy) : t`no day` },
      ],
    },
  }
}

/** Whether this is the cycle with which SEN support starts: none before it was agreed. */
export const startsSupport = (cycle: Stored<Cycle>, { all, hasPlan }: CycleContext): boolean =>
  !hasPlan && !all.some((other) => other.key !== cycle.key && other.agreedOn && other.number < cycle.number)

const tellDay = (cycle: Stored<Cycle>, context: CycleContext): RuledDay | null => {
  if (!cycle.agreedOn) return null
  const formal = startsSupport(cycle, context)
  return {
    day: addDays(cycle.agreedOn, tellWithin),
    why: {
      rule: formal ? t`Notice that SEN support starts` : t`Parents know the plan`,
      says: formal
        ? t`The school must tell the parent (or the young person) that special educational provision is made. The law gives no number of days: within ${tellWithin} is good practice`
        : t`Parents know what support is planned and what it should change; within ${tellWithin} days is good practice`,
      strength: formal ? 'must' : 'should',
      source: formal
        ? t`Children and Families Act 2014, section 68; SEND Code of Practice 6.48`
        : t`SEND Code of Practice 6.51`,
      inputs: [{ label: t`Plan agreed`, value: showDay(cycle.agreedOn) }],
    },
  }
}

/** Whether support goes on after the review, so that another cycle follows. */
const goesOn = ({ decision }: Pick<Cycle, 'decision'>): boolean =>
  decision !== null && decision !== 'stepDown'

const successor = (cycle: Stored<Cycle>, all: readonly Stored<Cycle>[]) =>
  all.find(({ previous, number, key }) => previous === cycle.key || (key !== cycle.key && number > cycle.number)) // prettier-ignore

const nextDay = ({ reviewedOn }: Cycle): RuledDay | null =>
  reviewedOn
    ? {
        day: addDays(reviewedOn, followWithin),
        why: {
          rule: t`Next plan`,
          says: t`Where support goes on, the next plan begins with what this one found; within ${followWithin} days is good practice`,
          strength: 'recommended',
          source: t`SEND Code of Practice 6.44 and 6.54 to 6.56`,
          inputs: [{ label: t`Reviewed`, value: showDay(reviewedOn) }],
        },
      }
    : null

/** The steps of a cycle in order, as they stand today. What was agreed without an assessment's date counts as assessed. */
export const cycleSteps = (cycle: Stored<Cycle>, context: CycleContext, today: Day): CycleStep[] => {
  const { assessedOn, agreedOn, toldOn, reviewedOn } = cycle
  const step = (name: CycleStep['step'], label: string, due: RuledDay | null, done: Day | null) =>
    datedStep({ step: name, label, owner: 'school' }, due, done, today)
  const next = successor(cycle, context.all)
  return [
    step('assess', t`Assess`, null, assessedOn ?? agreedOn ?? reviewedOn),
    step('agree', t`Plan agreed`, null, agreedOn ?? reviewedOn),
    step('tell', t`Parents told`, tellDay(cycle, context), toldOn),
    step('review', t`Review`, reviewDay(cycle, context), reviewedOn),
    ...(reviewedOn && goesOn(cycle)
      ? [step('next', t`Next plan`, next ? null : nextDay(cycle), next?.began ?? null)]
      : []),
  ]
}

export type CycleState =
  'assessing' | 'planning' | 'running' | 'reviewDue' | 'lapsed' | 'undecided' | 'reviewed' | 'ended'
export const cycleStates: Record<CycleState, string> = {
  assessing: t`Being assessed`,
  planning: t`Being planned`,
  running: t`Under way`,
  reviewDue: t`Review overdue`,
  lapsed: t`Lapsed: never reviewed`,
  undecided: t`Reviewed, nothing decided yet`,
  reviewed: t`Reviewed`,
  ended: t`Ended without a review`,
}

/** How a cycle stands. Lapsed: half a term past the day of its review, and nobody held it. */
export const cycleState = (cycle: Stored<Cycle>, context: CycleContext, today: Day): CycleState => {
  if (cycle.reviewedOn) return cycle.decision ? 'reviewed' : 'undecided'
  if (cycle.ended) return 'ended'
  const due = reviewDay(cycle, context)?.day
  if (due && today > due) return daysBetween(due, today) > lapsedAfter ? 'lapsed' : 'reviewDue'
  return cycle.agreedOn ? 'running' : cycle.assessedOn ? 'planning' : 'assessing'
}

/** The step that needs somebody next; null where all is done or the cycle was ended. */
export const nextCycleStep = (cycle: Stored<Cycle>, context: CycleContext, today: Day): CycleStep | null => {
  if (cycle.ended && !cycle.reviewedOn) return null
  const steps = cycleSteps(cycle, context, today)
  // Telling parents of what is already reviewed is over, unless the law still asks for the notice.
  return (
    steps.find(
      ({ step, done }) =>
        done === null && !(step === 'tell' && cycle.reviewedOn && !startsSupport(cycle, context)),
    ) ?? null
  )
}

/** Newest first: by number, then by the day on which they began. */
export const newestCycle = <C extends Pick<Cycle, 'number' | 'began'>>(a: C, b: C): number =>
  b.number - a.number || (a.began < b.began ? 1 : -1)

/** The cycle that a pupil is in: the newest. Null where there is none. */
export const currentCycle = (all: readonly Stored<Cycle>[]): Stored<Cycle> | null =>
  all.toSorted(newestCycle)[0] ?? null
