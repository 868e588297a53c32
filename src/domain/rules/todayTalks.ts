import { t } from '../../words/t.ts'
import { grouped } from '../grouped.ts'
import type { Stored } from '../record.ts'
import type { ChronologyEntry } from '../records/chronologyEntry.ts'
import type { Cycle } from '../records/cycle.ts'
import type { Pupil } from '../records/pupil.ts'
import { talkAhead, talksAsked } from './conversations.ts'
import { currentCycle, cycleSteps } from './cycle.ts'
import { conversationsDue, type ConversationsDue, supportSince } from './cycleEvidence.ts'
import { addDays, type Day, showDay } from './day.ts'
import { calendarOf } from './schoolCalendar.ts'
import { setting } from './settings.ts'
import { type Context, inPupil, lateWords, lineOf, verb } from './todayParts.ts'
import type { WorkLine } from './todayTypes.ts'

/** More pupils without a plan than this, of whom one is due on the same day, are one line: else they would be the page. */
const shownEach = 3

type Owed = {
  readonly pupil: string
  readonly talk: ConversationsDue
  readonly due: Day
  readonly planned: boolean
}

/**
 * The conversation with the parents of who has SEN support, near its day: for a pupil with a plan, where no review of it
 * stands before; for those without one too, as the Code's three meetings are for the support and not for the paper.
 */
export const talkLines = (
  cycles: readonly Stored<Cycle>[],
  conversations: readonly (Pick<Stored<ChronologyEntry>, 'key' | 'kind' | 'pupil' | 'happenedOn'> &
    Partial<Pick<ChronologyEntry, 'how' | 'talk'>>)[],
  context: Context,
): WorkLine[] => {
  const { today, pupils, school, terms } = context
  const calendar = calendarOf(terms)
  const weeks = setting(school ?? undefined, 'cycleWeeks')
  const talks = grouped(conversations, ({ pupil }) => pupil)
  const plans = grouped(cycles, ({ pupil }) => pupil)

  const owedFor = (pupil: Stored<Pupil>): Owed[] => {
    const all = plans.get(pupil.key) ?? []
    if (!talksAsked(pupil, all, today)) return []
    const newest = currentCycle(all)
    const planned = newest !== null && !newest.ended
    const facts = { entries: talks.get(pupil.key) ?? [], cycles: all }
    const talk = conversationsDue(facts, supportSince(pupil, all), calendar, today)
    if (talk.due === null || addDays(today, talkAhead) < talk.due) return []
    const review =
      planned &&
      cycleSteps(newest, { weeks, calendar, hasPlan: false, all }, today).find(
        ({ step }) => step === 'review',
      )
    // The review is held with the parents: while it comes first, it is the conversation.
    if (review && review.done === null && review.due !== null && review.due <= talk.due) return []
    return [{ pupil: pupil.key, talk, due: talk.due, planned }]
  }

  const lineFor = ({ pupil, talk, due }: Owed): WorkLine => {
    const place = inPupil(pupil, 'plan')
    return lineOf('school', due, context, {
      id: `talk:${pupil}:${due}`,
      about: 'support',
      pupils: [pupil],
      what: t`Conversation with parents, ${talk.done.length} of ${talk.asked} held this year`,
      detail: due < today ? lateWords(due, today) : null,
      why: talk.why,
      next: verb(t`Write it down`, place),
      open: place,
    })
  }
  const owed = [...pupils.values()].flatMap(owedFor)
  const unplanned = grouped(
    owed.filter(({ planned }) => !planned),
    ({ due }) => due,
  )
  return [
    ...owed.filter(({ planned }) => planned).map(lineFor),
    ...[...unplanned].flatMap(([due, some]) =>
      some.length <= shownEach ? some.map(lineFor) : [manyLine(due, some, context)],
    ),
  ]
}

const manyLine = (due: Day, owed: readonly Owed[], context: Context): WorkLine => {
  const { today } = context
  const first = inPupil(owed[0]!.pupil, 'plan')
  return lineOf('school', due, context, {
    id: `talks:${due}`,
    about: 'support',
    pupils: owed.map(({ pupil }) => pupil),
    what: t`Conversations with the parents of pupils who have SEN support and no plan`,
    detail: due < today ? lateWords(due, today) : null,
    why: {
      ...owed[0]!.talk.why,
      inputs: [
        { label: t`Pupils`, value: String(owed.length) },
        { label: t`By`, value: showDay(due) },
      ],
    },
    next: verb(t`Begin with one of them`, first),
    open: first,
  })
}
