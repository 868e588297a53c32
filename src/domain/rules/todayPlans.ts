import { t } from '../../words/t.ts'
import { grouped } from '../grouped.ts'
import type { Stored } from '../record.ts'
import type { Cycle } from '../records/cycle.ts'
import type { Pupil } from '../records/pupil.ts'
import { currentCycle, type CycleContext, cycleState, cycleSteps, nextCycleStep } from './cycle.ts'
import { showDay } from './day.ts'
import { calendarOf } from './schoolCalendar.ts'
import { setting } from './settings.ts'
import { type Context, inPupil, lateWords, lineOf, recordLine, stillHere, verb } from './todayParts.ts'
import { talkLines } from './todayTalks.ts'
import type { WorkLine } from './todayTypes.ts'

const planLine = (cycle: Stored<Cycle>, cycleContext: CycleContext, context: Context): WorkLine | null => {
  const { today } = context
  const next = nextCycleStep(cycle, cycleContext, today)
  const state = cycleState(cycle, cycleContext, today)
  const place = inPupil(cycle.pupil, 'plan')
  const told = { pupils: [cycle.pupil], open: place }
  if (state === 'undecided')
    return recordLine(context, {
      ...told,
      id: `planUndecided:${cycle.key}`,
      word: t`Undecided`,
      what: t`Plan ${cycle.number} was reviewed and nothing is decided yet`,
      why: cycleSteps(cycle, cycleContext, today).find(({ step }) => step === 'review')!.why ?? nothing,
      next: verb(t`Say what happens now`, inPupil(cycle.pupil, 'plan', { field: 'decision' })),
    })
  if (!next?.due || !next.why) return null
  const { step, due, why } = next
  if (state === 'lapsed' && step === 'review')
    return recordLine(context, {
      ...told,
      id: `planLapsed:${cycle.key}`,
      word: t`Lapsed`,
      what: t`Plan ${cycle.number} was to be reviewed by ${showDay(due)}`,
      why,
      next: verb(t`Review or end it`, place),
    })
  const words = {
    review: [t`Review of plan ${cycle.number}`, t`Hold the review`],
    tell: [t`Parents are told of plan ${cycle.number}`, t`Record it`],
    next: [t`Next plan after the review of plan ${cycle.number}`, t`Start the next plan`],
  } as const
  if (step === 'assess' || step === 'agree') return null
  return lineOf('school', due, context, {
    ...told,
    id: `plan-${step}:${cycle.key}`,
    about: 'support',
    what: words[step][0],
    detail: due < today ? lateWords(due, today) : null,
    why,
    next: verb(words[step][1], place),
  })
}
const nothing = { rule: t`Plan`, says: t`A review says what happens next`, strength: 'should', source: t`SEND Code of Practice 6.54`, inputs: [] } as const // prettier-ignore

/**
 * What the plans of the school ask for: the review, telling parents, the next plan, of each pupil's newest plan only;
 * and the conversations with parents of who has SEN support, with a plan or without.
 */
export const planLines = (
  cycles: readonly Stored<Cycle>[],
  conversations: Parameters<typeof talkLines>[1],
  context: Context,
): WorkLine[] => {
  const { today, pupils, school, terms } = context
  const calendar = calendarOf(terms)
  const weeks = setting(school ?? undefined, 'cycleWeeks')
  const plans = [...grouped(cycles, ({ pupil }) => pupil)].flatMap(([key, all]): WorkLine[] => {
    const pupil: Stored<Pupil> | undefined = pupils.get(key)
    const newest = currentCycle(all)
    if (!pupil || !newest || !stillHere(pupil, today)) return []
    const own = planLine(newest, { weeks, calendar, hasPlan: pupil.status === 'E', all }, context)
    return own ? [own] : []
  })
  return [...plans, ...talkLines(cycles, conversations, context)]
}
