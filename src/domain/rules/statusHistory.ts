import { t } from '../../words/t.ts'
import type { Pupil } from '../records/pupil.ts'
import type { StatusPeriod } from '../records/statusPeriod.ts'
import { periodStatuses, senStatuses } from './codes.ts'
import { addDays, type Day, showDay } from './day.ts'

export type Status = Pupil['status']
export type Present = Pick<Pupil, 'status' | 'statusFrom'>
export type Period = Pick<StatusPeriod, 'status' | 'from' | 'until' | 'became' | 'parentTold'> & {
  readonly key: string
}

/** A status and the days on which it held: from null = since before anything is known; until null = still. */
export type Span = {
  readonly status: Status
  readonly from: Day | null
  readonly until: Day | null
  /** Of the period's row; null for the present status, which is on the pupil. */
  readonly key: string | null
}

const byUntil = (a: Period, b: Period) =>
  a.until < b.until ? -1 : a.until > b.until ? 1 : (a.from ?? '') < (b.from ?? '') ? -1 : 1

/** A stretch of days of which nobody knows the status, or a span. */
type Stretch = Omit<Span, 'status'> & { readonly status: Period['status'] }

const stretches = (pupil: Present, periods: readonly Period[]): Stretch[] => {
  const earlier = periods.toSorted(byUntil)
  const last = earlier.at(-1)
  return [
    ...earlier.map(({ key, status, from, until }) => ({ key, status, from, until })),
    {
      key: null,
      status: pupil.status,
      from: pupil.statusFrom ?? (last ? addDays(last.until, 1) : null),
      until: null,
    },
  ]
}

const isKnown = (one: Stretch): one is Span => one.status !== 'U'

/** A pupil's statuses in order, the present one last. Without a day of its own that one follows the latest before. */
export const statusSpans = (pupil: Present, periods: readonly Period[]): Span[] =>
  stretches(pupil, periods).filter(isKnown)

/** What the record says of one day: one status, none, or two that can't both be right. */
export type StatusOn =
  | { readonly is: 'one'; readonly status: Status; readonly from: Day | null }
  | { readonly is: 'none' }
  | { readonly is: 'several'; readonly statuses: readonly Status[] }

/** Which SEN status a pupil had on a day. Pure: for the census, for reports, for whatever looks back. */
export const statusOn = (pupil: Present, periods: readonly Period[], day: Day): StatusOn => {
  const held = statusSpans(pupil, periods).filter(
    ({ from, until }) => (from === null || from <= day) && (until === null || until >= day),
  )
  const statuses = [...new Set(held.map(({ status }) => status))]
  if (statuses.length === 0) return { is: 'none' }
  if (statuses.length > 1) return { is: 'several', statuses }
  const firsts = held.map(({ from }) => from)
  return {
    is: 'one',
    status: statuses[0]!,
    from: firsts.includes(null) ? null : (firsts as Day[]).toSorted()[0]!,
  }
}

/**
 * A change whose closed period was written and whose pupil was not: the page went away in between. Nothing is lost; it
 * can be finished or taken back.
 */
export const begunChange = <P extends Period>(pupil: Present, periods: readonly P[]): P | null => {
  const last = periods.toSorted(byUntil).at(-1)
  return last &&
    last.became !== null &&
    last.became !== last.status &&
    last.status === pupil.status &&
    (pupil.statusFrom === null || last.from === pupil.statusFrom)
    ? last
    : null
}

export type HistoryTrouble = {
  /** The period that it is about; null for the present status. */
  readonly key: string | null
  readonly is: 'overlap' | 'gap' | 'future' | 'begun' | 'parent'
  readonly says: string
}

const nameOf = ({ status }: { readonly status: Period['status'] }) => periodStatuses[status]

/** What can't be right in a pupil's status history, or is still to be done, in words. */
export const historyTroubles = (pupil: Present, periods: readonly Period[], today: Day): HistoryTrouble[] => {
  const begun = begunChange(pupil, periods)
  if (begun) {
    const day = showDay(addDays(begun.until, 1))
    return [
      {
        key: begun.key,
        is: 'begun',
        says: t`A change to ${senStatuses[begun.became!]} from ${day} was begun and not finished. Finish it, or take it back.`,
      },
    ]
  }
  const spans = stretches(pupil, periods)
  const troubles: HistoryTrouble[] = []
  spans.forEach((span, at) => {
    const before = spans[at - 1]
    if (!before?.until) return
    const both = t`${nameOf(before)} until ${showDay(before.until)}`
    if (span.from === null || span.from <= before.until)
      troubles.push({
        key: span.key ?? before.key,
        is: 'overlap',
        says: t`${both} and ${nameOf(span)} ${span.from ? t`from ${showDay(span.from)}` : t`without a first day`} overlap: a pupil has one status on each day. Put one of the days right.`,
      })
    else if (span.from > addDays(before.until, 1))
      troubles.push({
        key: span.key ?? before.key,
        is: 'gap',
        says:
          before.status === 'U'
            ? t`${nameOf(span)} began on ${showDay(span.from)}, and what was before it ends on ${showDay(before.until)}. Put one of the days right.`
            : t`Nothing is known between ${both} and ${nameOf(span)} from ${showDay(span.from)}. Put one of the days right, or add what is missing.`,
      })
  })
  if (pupil.statusFrom !== null && pupil.statusFrom > today)
    troubles.push({
      key: null,
      is: 'future',
      says: t`${nameOf(pupil)} is said to begin on ${showDay(pupil.statusFrom)}, which is still to come.`,
    })
  for (const { key, became, parentTold } of periods)
    if (became === 'K' && parentTold === null && key === lastKey(periods) && pupil.status === 'K')
      troubles.push({
        key,
        is: 'parent',
        says: t`It isn’t recorded that the parent was told when SEN support began. The school must tell them.`,
      })
  return troubles
}
const lastKey = (periods: readonly Period[]) => periods.toSorted(byUntil).at(-1)?.key

/** The duty to tell a parent. Source: Children and Families Act 2014, section 68. */
export const parentToldSource = t`Children and Families Act 2014, section 68`
