import { t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import type { ChronologyEntry } from '../records/chronologyEntry.ts'
import type { Cycle } from '../records/cycle.ts'
import type { Pupil } from '../records/pupil.ts'
import { type Day, latest, showDay } from './day.ts'
import { type SchoolCalendar, termsOf } from './schoolCalendar.ts'
import { academicYearOf, showAcademicYear } from './schoolYear.ts'
import type { Why } from './why.ts'

/** One conversation with parents, and the record that says so. */
export type Conversation = {
  readonly day: Day
  readonly of: 'entry' | 'cycle'
  readonly key: string
}

export type ConversationFacts = {
  readonly entries: readonly (Pick<Stored<ChronologyEntry>, 'key' | 'kind' | 'happenedOn'> &
    Partial<Pick<ChronologyEntry, 'how' | 'talk'>>)[]
  readonly cycles: readonly Pick<Stored<Cycle>, 'key' | 'began' | 'reviewedOn' | 'parentsCame'>[]
}

/** What was written, or said at the gate, is contact and no conversation, unless somebody says that it was one. */
const noTalk: readonly (ChronologyEntry['how'] | undefined)[] = ['passing', 'message', 'email', 'letter']

/** Whether an entry of the chronology is one of the conversations about SEN support that a year asks for. */
export const isConversation = ({ kind, how, talk }: ConversationFacts['entries'][number]): boolean =>
  kind === 'parents' && (talk ?? !noTalk.includes(how))

/** Conversations with parents in a school year, each day once, in order; none that lies after `today`. */
export const conversationsIn = (
  { entries, cycles }: ConversationFacts,
  year: number,
  today: Day,
): Conversation[] => {
  const found: Conversation[] = [
    ...entries
      .filter(isConversation)
      .map(({ key, happenedOn }) => ({ day: happenedOn, of: 'entry' as const, key })),
    ...cycles.flatMap(({ key, reviewedOn, parentsCame }) =>
      reviewedOn && parentsCame ? [{ day: reviewedOn, of: 'cycle' as const, key }] : [],
    ),
  ]
  const days = new Map<Day, Conversation>()
  for (const one of found)
    if (one.day <= today && academicYearOf(one.day) === year && !days.has(one.day)) days.set(one.day, one)
  return [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

const wanted = 3

/** The last days of three stretches of a school year: of its terms where they are recorded. */
const stretchEnds = (calendar: SchoolCalendar, year: number): readonly Day[] => {
  const ends = termsOf(calendar, year).map(({ ends: last }) => last)
  return ends.length >= wanted
    ? Array.from({ length: wanted }, (_, i) => ends[Math.ceil(((i + 1) * ends.length) / wanted) - 1]!)
    : [`${year}-12-31`, `${year + 1}-03-31`, `${year + 1}-07-31`]
}

export type ConversationsDue = {
  readonly year: number
  readonly done: readonly Conversation[]
  /** How many this year asks for: fewer where plans began in the course of it. */
  readonly asked: number
  /** The last day for the next one; null where as many were held as are asked for. */
  readonly due: Day | null
  readonly why: Why
}

/**
 * From when a pupil's parents are asked to conversations: the first plan that is recorded, as the school may have come
 * to record them later than it gave support; without one, the day of the SEN status, at this school; null where neither
 * is recorded.
 */
export const supportSince = (
  { statusFrom, admitted }: Pick<Pupil, 'statusFrom' | 'admitted'>,
  cycles: readonly Pick<Cycle, 'began'>[],
): Day | null =>
  cycles.map(({ began }) => began).toSorted()[0] ??
  (statusFrom && admitted ? latest(statusFrom, admitted) : (statusFrom ?? admitted))

/**
 * How the three conversations of this school year stand. `since`: the day from which the pupil has support; null where
 * nobody recorded it: then the whole year counts.
 */
export const conversationsDue = (
  facts: ConversationFacts,
  since: Day | null,
  calendar: SchoolCalendar,
  today: Day,
): ConversationsDue => {
  const year = academicYearOf(today)
  // Stretches that ended before there was support are not asked for, so what was said in them doesn't count either.
  const done = conversationsIn(facts, year, today).filter(({ day }) => since === null || day >= since)
  const ends = stretchEnds(calendar, year).filter((end) => since === null || end >= since)
  return {
    year,
    done,
    asked: ends.length,
    due: ends[done.length] ?? null,
    why: {
      rule: t`Conversations with parents`,
      says: t`Schools should meet the parents of a pupil with SEN support at least three times a year. One by the end of each term is how this is counted here`,
      strength: 'should',
      source: t`SEND Code of Practice 6.65`,
      inputs: [
        { label: t`School year`, value: showAcademicYear(year) },
        { label: t`Support since`, value: since === null ? t`not recorded` : showDay(since) },
        { label: t`Held`, value: done.length === 0 ? t`none recorded` : done.map(({ day }) => showDay(day)).join(', ') }, // prettier-ignore
      ],
    },
  }
}

/** How many cycles were reviewed, as evidence for asking for an EHC needs assessment. */
export const reviewedCycles = (
  cycles: readonly Pick<Cycle, 'reviewedOn'>[],
): { readonly count: number; readonly why: Why } => {
  const days = cycles.flatMap(({ reviewedOn }) => (reviewedOn ? [reviewedOn] : [])).toSorted()
  return {
    count: days.length,
    why: {
      rule: t`Plans reviewed`,
      says: t`Authorities usually look for two or more reviewed cycles of assess, plan, do, review before they agree to an EHC needs assessment. It is no legal threshold: the test is whether the child has or may have special educational needs, and whether provision through a plan may be necessary`,
      strength: 'recommended',
      source: t`Children and Families Act 2014, section 36(8); SEND Code of Practice 9.14`,
      inputs: [
        { label: t`Reviewed on`, value: days.length === 0 ? t`none yet` : days.map(showDay).join(', ') },
      ],
    },
  }
}
