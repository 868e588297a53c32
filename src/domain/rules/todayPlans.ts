import { t } from '../../words/t.ts'
import { grouped } from '../grouped.ts'
import type { Stored } from '../record.ts'
import type { ChronologyEntry } from '../records/chronologyEntry.ts'
import type { Cycle } from '../records/cycle.ts'
import type { Pupil } from '../records/pupil.ts'
import { currentCycle, type CycleContext, cycleState, cycleSteps, nextCycleStep } from './cycle.ts'
import { conversationsDue } from './cycleEvidence.ts'
import { addDays, showDay } from './day.ts'
import { calendarOf } from './schoolCalendar.ts'
import { setting } from './settings.ts'
import { type Context, inPupil, lateWords, lineOf, recordLine, stillHere, verb } from './todayParts.ts'
import type { WorkLine } from './todayTypes.ts'

/** Days before its day from which a conversation is asked for. */
const talkAhead = 14

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
    review: [`Review of plan ${cycle.number}`, 'Hold the review'],
    tell: [`Parents are told of plan ${cycle.number}`, 'Record it'],
    next: [`Next plan after the review of plan ${cycle.number}`, 'Start the next plan'],
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
const nothing = { rule: 'Plan', says: 'A review says what happens next', strength: 'should', source: 'SEND Code of Practice 6.54', inputs: [] } as const // prettier-ignore

/**
 * What the plans of the school ask for: the review, telling parents, the next plan, of each pupil's newest plan only;
 * and the conversation with parents of who has SEN support and a plan, where no review of it stands before.
 */
export const planLines = (
  cycles: readonly Stored<Cycle>[],
  conversations: readonly Pick<Stored<ChronologyEntry>, 'key' | 'kind' | 'pupil' | 'happenedOn'>[],
  context: Context,
): WorkLine[] => {
  const { today, pupils, school, terms } = context
  const calendar = calendarOf(terms)
  const weeks = setting(school ?? undefined, 'cycleWeeks')
  const talks = grouped(conversations, ({ pupil }) => pupil)
  return [...grouped(cycles, ({ pupil }) => pupil)].flatMap(([key, all]): WorkLine[] => {
    const pupil: Stored<Pupil> | undefined = pupils.get(key)
    const newest = currentCycle(all)
    if (!pupil || !newest || !stillHere(pupil, today)) return []
    const cycleContext = { weeks, calendar, hasPlan: pupil.status === 'E', all }
    const own = planLine(newest, cycleContext, context)
    const lines = own ? [own] : []
    if (pupil.status !== 'K' || newest.ended || newest.decision === 'stepDown') return lines
    const since = all.map(({ began }) => began).toSorted()[0]!
    const talk = conversationsDue({ entries: talks.get(key) ?? [], cycles: all }, since, calendar, today)
    const review = cycleSteps(newest, cycleContext, today).find(({ step }) => step === 'review')!
    // The review is held with the parents: while it comes first, it is the conversation.
    const covered = review.done === null && review.due !== null && talk.due !== null && review.due <= talk.due
    if (talk.due === null || covered || addDays(today, talkAhead) < talk.due) return lines
    const place = inPupil(key, 'plan')
    return [
      ...lines,
      lineOf('school', talk.due, context, {
        id: `talk:${key}:${talk.due}`,
        about: 'support',
        pupils: [key],
        what: t`Conversation with parents, ${talk.done.length} of ${talk.asked} held this year`,
        detail: talk.due < today ? lateWords(talk.due, today) : null,
        why: talk.why,
        next: verb(t`Write it down`, place),
        open: place,
      }),
    ]
  })
}
