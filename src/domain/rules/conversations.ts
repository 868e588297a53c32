import { t } from '../../words/t.ts'
import { grouped } from '../grouped.ts'
import type { Stored } from '../record.ts'
import type { ChronologyEntry } from '../records/chronologyEntry.ts'
import type { Cycle } from '../records/cycle.ts'
import type { Pupil } from '../records/pupil.ts'
import { currentCycle } from './cycle.ts'
import { conversationsDue, type ConversationsDue, supportSince } from './cycleEvidence.ts'
import { addDays, type Day } from './day.ts'
import type { SchoolCalendar } from './schoolCalendar.ts'

/** Days before its day from which a conversation is asked for. */
export const talkAhead = 14

/** Whether a pupil's parents are asked to conversations about SEN support: it is given, here, and not about to end. */
export const talksAsked = (
  pupil: Pick<Stored<Pupil>, 'status' | 'archived' | 'left'>,
  cycles: readonly Stored<Cycle>[],
  today: Day,
): boolean =>
  pupil.status === 'K' &&
  !pupil.archived &&
  (pupil.left === null || pupil.left >= today) &&
  currentCycle(cycles)?.decision !== 'stepDown'

export const talkStates = ['overdue', 'due', 'later', 'done'] as const
export type TalkState = (typeof talkStates)[number]

/** How the conversations of a school year stand for one pupil. */
export type TalkRow = {
  readonly pupil: Stored<Pupil>
  readonly talk: ConversationsDue
  readonly state: TalkState
}

/** Done for the year; past its day; within two weeks of it; or later. */
const talkState = ({ due }: Pick<ConversationsDue, 'due'>, today: Day): TalkState =>
  due === null ? 'done' : due < today ? 'overdue' : due <= addDays(today, talkAhead) ? 'due' : 'later'

/** The conversations of this school year over the school: everybody with SEN support, what is owed first. */
export const talkRows = (
  pupils: readonly Stored<Pupil>[],
  entries: readonly Stored<ChronologyEntry>[],
  cycles: readonly Stored<Cycle>[],
  calendar: SchoolCalendar,
  today: Day,
): readonly TalkRow[] => {
  const said = grouped(entries, ({ pupil }) => pupil)
  const plans = grouped(cycles, ({ pupil }) => pupil)
  return pupils
    .flatMap((pupil): TalkRow[] => {
      const own = plans.get(pupil.key) ?? []
      if (!talksAsked(pupil, own, today)) return []
      const facts = { entries: said.get(pupil.key) ?? [], cycles: own }
      const talk = conversationsDue(facts, supportSince(pupil, own), calendar, today)
      return [{ pupil, talk, state: talkState(talk, today) }]
    })
    .toSorted(
      (a, b) =>
        (a.talk.due ?? '9999').localeCompare(b.talk.due ?? '9999') ||
        a.talk.done.length - b.talk.done.length ||
        a.pupil.surname.localeCompare(b.pupil.surname, 'en-GB') ||
        a.pupil.key.localeCompare(b.pupil.key),
    )
}

export const talkWords: Readonly<Record<TalkState, string>> = {
  overdue: t`Overdue`,
  due: t`Due soon`,
  later: t`Later`,
  done: t`Done for this year`,
}
